"""What a caller may hand in, turned into text: str, bytes, a path, or an open file."""

from __future__ import annotations

import os
from pathlib import Path

from msgspec import Struct

from articlekit.errors import InputTypeError
from articlekit.model import Warn
from articlekit.readers.decode import decode

_GZIP = b"\x1f\x8b"


class Source(Struct, frozen=True):
    """The text of a source, how it was decoded, and what was noticed on the way."""

    text: str
    encoding: str | None = None
    reason: str | None = None
    warnings: tuple[Warn, ...] = ()


def read_source(source: object, *, max_bytes: int) -> Source:
    """Read a source into text.

    `str` is taken as it is, `bytes` are decoded, an `os.PathLike` is read, an open file is read
    to its end (text or binary). Anything else raises `InputTypeError`.
    """
    if isinstance(source, os.PathLike):
        source = Path(source).read_bytes()
    read = getattr(source, "read", None)
    if callable(read):
        source = read()
    if isinstance(source, str):
        return _cut(Source(str(source)), max_bytes)
    if isinstance(source, (bytes, bytearray, memoryview)):
        return _cut(_decoded(bytes(source)), max_bytes)
    message = (
        f"cannot read a {type(source).__name__}: give a str, bytes, a path (os.PathLike) "
        "or an open file"
    )
    raise InputTypeError(message)


def _decoded(data: bytes) -> Source:
    warnings: list[Warn] = []
    if data.startswith(_GZIP):
        warnings.append(Warn("compressed", "the bytes look gzip-compressed; give them unpacked"))
    elif b"\0" in data[:4096] and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        warnings.append(Warn("binary", "the bytes hold NUL characters; they may not be text"))
    found = decode(data)
    bad = found.text.count("\ufffd")
    if bad:
        message = f"{bad} bytes do not fit {found.encoding} and were replaced"
        warnings.append(Warn("decoding", message, found.text.index("\ufffd"), bad))
    return Source(found.text, found.encoding, found.reason, tuple(warnings))


def _cut(source: Source, max_bytes: int) -> Source:
    """Cut what is longer than the limit, and say so."""
    if len(source.text) <= max_bytes:
        return source
    lost = len(source.text) - max_bytes
    warning = Warn("max_bytes", f"the source was cut: {lost} characters left out", max_bytes, lost)
    return Source(
        source.text[:max_bytes], source.encoding, source.reason, (*source.warnings, warning)
    )
