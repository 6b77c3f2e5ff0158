"""Open files and other streams, read as far as a limit goes."""

from __future__ import annotations

from typing import Any


def read_stream(stream: Any, most: int) -> object:  # noqa: ANN401 - whatever has a `read`
    """Read a stream to its end, or until it is known to hold more than `most`.

    Comes in pieces where the stream gives less than it is asked for. What is neither bytes nor a
    str is handed back as it is; so is all of a stream whose `read` takes no size.
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
    return "".join(parts) if isinstance(parts[0], str) else b"".join(parts)
