"""Bytes to text, with the choice and its reason: one function, no guessing by statistics.

Order: byte order mark, the look of UTF-16, charset of the transport, valid UTF-8 (or UTF-8 of which
little is damaged), declared label (WHATWG meanings, so that iso-8859-1 is windows-1252),
windows-1252. Validity stands before the declared label because saved and re-encoded pages often
carry a stale label.
"""

from __future__ import annotations

import codecs
import re

import webencodings
from msgspec import Struct

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it opens with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"<\?xml[^>]{0,100}encoding=[\"']([\w.:-]{1,40})|<meta[^>]{0,200}charset=[\"']?\s*([\w.:-]{1,40})",
    re.IGNORECASE,
)
_HEAD = 4096
"""How far into the bytes a declaration is looked for."""
_WHOLE = 5
"""So many characters beyond ASCII are whole for each that is damaged, where bytes are UTF-8."""
_FEWEST = 16
"""Of fewer bytes nothing can be told by how many are NUL."""


class Decoded(Struct, frozen=True):
    """Text, the encoding it was read in (WHATWG name) and what decided for it."""

    text: str
    encoding: str
    reason: str


def decode(data: bytes, transport: str | None = None) -> Decoded:
    """Decode `data`; bytes that do not fit the encoding become U+FFFD, never an error."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return Decoded(data[len(mark) :].decode(name, "replace"), name, "byte order mark")
    if (wide := _wide(data[:_HEAD])) is not None:
        return Decoded(data.decode(wide, "replace"), wide, "every other byte is NUL")
    if (stated := _lookup(transport)) is not None:
        return Decoded(_read(data, stated), stated.name, "transport")
    if (valid := _utf8(data)) is not None:
        return valid
    match = _DECLARED.search(data[:_HEAD])
    label = (match[1] or match[2]).decode("ascii", "replace") if match else None
    if (declared := _lookup(label)) is not None and declared.name not in ("utf-16le", "utf-16be"):
        return Decoded(_read(data, declared), declared.name, "declared")
    return Decoded(_read(data, webencodings.lookup("windows-1252")), "windows-1252", "fallback")


def _utf8(data: bytes) -> Decoded | None:
    r"""UTF-8, or such with little damage: in other encodings most signs beyond ASCII are no UTF-8.

    >>> _utf8("né ".encode() * 9 + b"caf\xe9").text[-4:]
    'caf\ufffd'
    """
    try:
        return Decoded(data.decode("utf-8"), "utf-8", "valid UTF-8")
    except UnicodeDecodeError:
        text = data.decode("utf-8", "replace")
    damaged = text.count("\ufffd")
    whole = len(text) - len(text.encode("ascii", "ignore")) - damaged
    if whole < _WHOLE * damaged:
        return None
    return Decoded(text, "utf-8", "nearly all valid UTF-8")


def cut_between_characters(data: bytes, most: int) -> bytes:
    r"""At most so many of more bytes, ending where a character does if they are UTF-8.

    >>> cut_between_characters("né".encode() * 2, 5)
    b'n\xc3\xa9n'
    """
    end = most
    while end > max(0, most - 3) and data[end] & 0xC0 == 0x80:  # it goes on with the character
        end -= 1
    return data[:end]


def _wide(head: bytes) -> str | None:
    """UTF-16 that has no mark: markup in any language has NUL for every other byte of its tags.

    >>> _wide("<p>Council votes</p>".encode("utf-16-le"))
    'utf-16-le'
    """
    even, odd = head[::2].count(0), head[1::2].count(0)
    most = len(head) * 0.15
    if len(head) < _FEWEST or max(even, odd) <= most or min(even, odd) * 10 > max(even, odd):
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _lookup(label: str | None) -> webencodings.Encoding | None:
    return webencodings.lookup(label) if label else None


def _read(data: bytes, encoding: webencodings.Encoding) -> str:
    text: str = encoding.codec_info.decode(data, "replace")[0]
    return text
