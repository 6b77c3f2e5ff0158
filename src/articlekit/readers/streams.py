"""Open files and other streams, read as far as a limit goes."""

from __future__ import annotations

from typing import Any

from articlekit.errors import InputTypeError


def read_stream(stream: Any, most: int) -> object:  # noqa: ANN401 - whatever has a `read`
    """Read a stream to its end, or until it is known to hold more than `most`.

    A stream may give less than it is asked for, and is asked again. What is neither bytes nor a str
    is handed back as it is; of a stream whose `read` takes no size, all there is.
    """
    parts: list[Any] = []
    left = most + 1
    while left > 0:
        try:
            part = stream.read(left)
        except TypeError:
            return stream.read()
        if not isinstance(part, (str, bytes, bytearray)):
            return part if not parts else _joined(parts)  # nothing is there yet, or it is no text
        parts.append(part)
        if not part:
            break
        left -= len(part)
    return _joined(parts)


def _joined(parts: list[Any]) -> str | bytes:
    try:
        return "".join(parts) if isinstance(parts[0], str) else b"".join(parts)
    except TypeError as error:
        raise InputTypeError("cannot read a stream that gives both text and bytes") from error
