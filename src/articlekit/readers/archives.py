"""Pages as browsers and crawlers save them: gzip files and MHTML web archives."""

from __future__ import annotations

import re
import zlib
from typing import TYPE_CHECKING, NamedTuple

from articlekit.model import Warn
from articlekit.readers.decode import cut_between_characters
from articlekit.readers.mime import DAMAGE, content_of, open_message

if TYPE_CHECKING:
    from email.message import Message

GZIP = b"\x1f\x8b"
_STEP = 1 << 16
# Lines of a mail header, with the lines that continue them.
_HEADER = re.compile(rb"(?:[A-Za-z][\w-]{0,60}:[^\n]*\n(?:[ \t][^\n]*\n)*)+")
_RELATED = re.compile(rb"^content-type:\s{0,8}multipart/related", re.IGNORECASE | re.MULTILINE)
_HEAD = 8192


def inflate(data: bytes, max_bytes: int, max_ratio: int) -> tuple[bytes, list[Warn]]:
    """Unpack gzip as far as the limits go; damaged data gives what could be read, and a warning."""
    most = min(max_bytes, max_ratio * len(data))
    parts: list[bytes] = []
    size = at = waiting = 0
    damage: str | None = None
    while data.startswith(GZIP, at) and size <= most and damage is None:  # files may hold several
        unpacker = zlib.decompressobj(wbits=31)
        try:
            while not unpacker.eof and size <= most and at < len(data):
                parts.append(unpacker.decompress(data[at : at + _STEP], most + 1 - size))
                size += len(parts[-1])
                at = min(at + _STEP, len(data))
        except zlib.error as error:
            damage = str(error)
        else:
            if not unpacker.eof and size <= most:
                damage = "it ends early"
        at -= len(unpacker.unused_data)
        waiting = len(unpacker.unconsumed_tail)
    unpacked = b"".join(parts)
    if damage is not None:
        message = f"the gzip data is damaged: {damage}"
        return unpacked, [Warn("compressed", message, size, len(data) - at)]
    if size <= most:
        return unpacked, []
    kind = "max_bytes" if most == max_bytes else "max_compression_ratio"
    left = len(data) - at + waiting
    message = f"unpacking stopped at {most} bytes: {left} bytes were not unpacked"
    return cut_between_characters(unpacked, most), [Warn(kind, message, most, left)]


def is_archive(data: bytes, name: str = "") -> bool:
    """Whether bytes are a web archive: by the name of their file, or by their first header."""
    if name.lower().endswith((".mhtml", ".mht")):
        return True
    header = _HEADER.match(data[:_HEAD])
    return header is not None and _RELATED.search(header.group()) is not None


def is_mail(name: str | None) -> bool:
    """Whether a file is a message, by its name alone: a text may well begin as one does."""
    return name is not None and name.lower().endswith(".eml")


class ArchivedPage(NamedTuple):
    """The page of a web archive."""

    data: bytes
    charset: str | None
    url: str | None


def page_of(data: bytes) -> ArchivedPage | None:
    """The first HTML part of a web archive; `None` where there is none."""
    try:
        message = open_message(data)
        for part in message.walk():
            if part.get_content_type() in ("text/html", "application/xhtml+xml"):
                return _page(part, message)
    except DAMAGE:
        return None
    return None


def _page(part: Message, whole: Message) -> ArchivedPage | None:
    content = content_of(part)
    if content is None:
        return None
    url = part.get("Content-Location") or whole.get("Snapshot-Content-Location")
    return ArchivedPage(content, part.get_content_charset(), str(url) if url else None)
