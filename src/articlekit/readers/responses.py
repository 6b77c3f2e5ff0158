"""HTTP responses by their shape: content, charset and address, with no client library imported."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from articlekit.errors import InputTypeError
from articlekit.pattern import lazy
from articlekit.readers.streams import read_stream

if TYPE_CHECKING:
    from collections.abc import Iterable

_CHARSET = lazy(r"charset\s{0,8}=\s{0,8}[\"']?([\w.:-]{1,40})", re.IGNORECASE)


class Response(NamedTuple):
    """What a response holds of a page."""

    content: bytes
    charset: str | None
    url: str | None
    size: int | None
    """How long the whole content is, where that is known."""


def read_response(source: Any, most: int) -> Response | None:  # noqa: ANN401 - told by its shape
    """Read a response: `content` (requests, httpx), `body` (Scrapy) or `read()` (urllib).

    Of one that is read here, no more than one byte beyond `most` is.

    Gives `None` for anything that has no headers. A response whose content cannot be read any
    more raises `InputTypeError`.
    """
    headers = getattr(source, "headers", None)
    if headers is None or not hasattr(headers, "items"):
        return None
    found = _content(source, most)
    if found is None:
        return None
    url = getattr(source, "url", None)
    return Response(found[0], _charset(headers.items()), str(url) if url else None, found[1])


def _content(source: Any, most: int) -> tuple[bytes, int | None] | None:  # noqa: ANN401 - as above
    """The content and its size; clients raise errors of their own when it was streamed away."""
    try:
        for name in ("content", "body"):
            content = getattr(source, name, None)
            if isinstance(content, (bytes, bytearray)):
                return bytes(content), len(content)
        readable = callable(getattr(source, "read", None))
        content = read_stream(source, most) if readable else None
    except Exception as error:
        message = f"the content of this {type(source).__name__} cannot be read: {error}"
        raise InputTypeError(message) from error
    return (bytes(content), None) if isinstance(content, (bytes, bytearray)) else None


def _charset(headers: Iterable[tuple[Any, Any]]) -> str | None:
    """The charset of the content type; names and values may be bytes, values lists."""
    for name, value in headers:
        if _text(name).lower() != "content-type":
            continue
        for one in value if isinstance(value, (list, tuple)) else [value]:
            if match := _CHARSET.search(_text(one)):
                return match[1]
    return None


def _text(value: object) -> str:
    return value.decode("latin-1") if isinstance(value, bytes) else str(value)
