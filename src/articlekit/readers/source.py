"""What a caller may hand in, turned into text: strings, bytes, files, responses and trees.

Nothing is imported to tell what a source is: files, responses and trees are known by their shape.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from msgspec import Struct

from articlekit.errors import FileError, InputTypeError
from articlekit.model import Warn
from articlekit.readers.archives import GZIP, inflate, is_archive, page_of
from articlekit.readers.decode import decode
from articlekit.readers.responses import read_response
from articlekit.readers.tree import kind_of_tree

_POSSIBLE = (
    "give a str, bytes, a path (os.PathLike), an open file, a BeautifulSoup or lxml tree, or an "
    "HTTP response that was read"
)


class Source(Struct, frozen=True):
    """The text of a source, how it was decoded, and what was noticed on the way."""

    text: str
    encoding: str | None = None
    reason: str | None = None
    warnings: tuple[Warn, ...] = ()
    tree: object | None = None
    """The lxml or BeautifulSoup object that was handed in; the text is empty then."""
    url: str | None = None
    """The address that a response or a web archive states."""
    data: bytes | None = None
    """The text in UTF-8 where the source came as that: nothing has to be encoded again."""


def read_source(source: object, *, max_bytes: int) -> Source:
    """Read a source into text.

    `str` is taken as it is, `bytes` are decoded, an `os.PathLike` is read, an open file is read
    to its end (text or binary), a response of requests, httpx or Scrapy gives its content, its
    charset and its address, a tree is passed on. Files whose name ends in `.gz` are inflated, and
    of web archives (`.mhtml`) the page is taken. Anything else raises `InputTypeError`; a file
    that cannot be read raises `FileError`.
    """
    if kind_of_tree(source) is not None:
        return Source("", tree=source)
    response = read_response(source)
    if response is not None:
        return _cut(_decoded(response.content, response.charset, response.url), max_bytes)
    name: object = ""
    if isinstance(source, os.PathLike):
        path = Path(source)
        name, source = path.name, _read_path(path)
    if callable(getattr(source, "read", None)):
        name = getattr(source, "name", "")
        source = _read_file(source)
    if isinstance(source, str):
        # A subclass may have any `__str__`; its characters are those of the plain str.
        return _cut(Source(str.__str__(source)), max_bytes)
    if not isinstance(source, (bytes, bytearray, memoryview)):
        raise InputTypeError(f"cannot read a {type(source).__name__}: {_POSSIBLE}")
    data = bytes(source)
    warnings: list[Warn] = []
    name = name if isinstance(name, str) else ""  # files opened by number have a number
    if name.lower().endswith(".gz") and data.startswith(GZIP):
        data, warnings = inflate(data, max_bytes)
        name = name[:-3]
    charset = url = None
    if is_archive(data, name):
        page = page_of(data)
        if page is not None:
            data, charset, url = page
    found = _decoded(data, charset, url, tuple(warnings))
    return _cut(found, max_bytes)


def _read_path(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise FileError(error.errno, error.strerror, error.filename) from error
    except ValueError as error:  # a path that no system can hold, as with NUL in it
        raise FileError(str(error)) from error


def _read_file(file: Any) -> object:  # noqa: ANN401 - whatever has a `read`
    """Read an open file from where it stands to its end, and put it back there where it can be."""
    try:
        at = file.tell() if file.seekable() else None
    except (AttributeError, OSError):  # a stream, or a file that knows no places
        at = None
    except ValueError as error:
        raise InputTypeError(f"cannot read a closed file: {_POSSIBLE}") from error
    try:
        content: object = file.read()
    except UnicodeDecodeError as error:
        message = f"the file is no text in {error.encoding}, as which it was opened: open it binary"
        raise InputTypeError(message) from error
    except OSError as error:
        raise FileError(error.errno, error.strerror, error.filename) from error
    if at is not None:
        file.seek(at)
    return content


def _decoded(
    data: bytes, charset: str | None, url: str | None, warned: tuple[Warn, ...] = ()
) -> Source:
    warnings = list(warned)
    if data.startswith(GZIP):
        warnings.append(Warn("compressed", "the bytes look gzip-compressed; give them unpacked"))
    elif b"\0" in data[:4096] and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        warnings.append(Warn("binary", "the bytes hold NUL characters; they may not be text"))
    found = decode(data, charset)
    bad = found.text.count("\ufffd")
    if bad:
        message = f"{bad} bytes do not fit {found.encoding} and were replaced"
        warnings.append(Warn("decoding", message, found.text.index("\ufffd"), bad))
    same = found.encoding == "utf-8" and found.reason == "valid UTF-8"
    return Source(
        found.text,
        found.encoding,
        found.reason,
        tuple(warnings),
        url=url,
        data=data if same else None,
    )


def _cut(source: Source, max_bytes: int) -> Source:
    """Cut what is longer than the limit, and say so."""
    lost = len(source.text) - max_bytes
    if lost <= 0:
        return source
    warning = Warn("max_bytes", f"the source was cut: {lost} characters left out", max_bytes, lost)
    return Source(
        source.text[:max_bytes],
        source.encoding,
        source.reason,
        (*source.warnings, warning),
        url=source.url,
    )
