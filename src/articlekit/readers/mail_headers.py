"""Headers of messages: a name in, its text out, encoded words, raw bytes and folded lines read.

The standard library's own reader of headers raises for some broken ones and guesses at others.
"""

from __future__ import annotations

import binascii
import re
from typing import TYPE_CHECKING

from articlekit.pattern import lazy
from articlekit.readers.decode import decode
from articlekit.readers.stated_text import clean

if TYPE_CHECKING:
    from email.message import Message

LONGEST = 8192
_WORD = lazy(r"=\?([^?*\s]{1,40})(?:\*[^?\s]{0,40})?\?([bq])\?([^?]*)\?=", re.IGNORECASE)
_RUN = lazy(r"(?:=\?[^?\s]{1,80}\?[bq]\?[^?]*\?=\s*)+", re.IGNORECASE)
_LABEL = r"(?:\[[0-9]{1,3}\])?\s*[:：]\s*"
_FORWARDED = rf"(?:fwd?|wg|tr|rv|enc|vb|vs|doorst|pd|i|ilt|转发|轉寄){_LABEL}"
_ANSWERED = rf"(?:re|aw|antw|sv|odp|res|ynt|回复|答复|回覆){_LABEL}"
_PREFIXES = lazy(rf"\s*(?:{_FORWARDED}|{_ANSWERED})", re.IGNORECASE)
_FORWARD = lazy(rf"\s*{_FORWARDED}", re.IGNORECASE)
_LIST = lazy(r"\s*\[[^\]\[]{1,60}\]\s*")


def raw_header(message: Message, name: str) -> str:
    """The first header of a name as it was sent, its lines joined; empty where there is none."""
    wanted = name.lower()
    for key, value in message.raw_items():
        if key.lower() == wanted:
            data = str(value)[:LONGEST].encode("utf-8", "surrogateescape")
            return " ".join(decode(data).text.split())
    return ""


def header(message: Message, name: str) -> str:
    """The first header of a name as plain text."""
    return clean(read_words(raw_header(message, name)))


def read_words(text: str) -> str:
    """A text of a header with its encoded words read; those side by side are one.

    >>> read_words("=?utf-8?q?Caf=C3?= =?utf-8?q?=A9?= =?iso-8859-1?q?_bl=E9u?= today")
    'Café bléu today'
    """
    return _RUN.sub(_run, text) if "=?" in text else text


def _run(found: re.Match[str]) -> str:
    """Words side by side: the bytes of one charset are joined first, for some part a character."""
    parts: list[tuple[str, bytes]] = []
    for word in _WORD.finditer(found[0]):
        charset, data = word[1].lower(), _bytes_of(word[2].lower(), word[3])
        if parts and parts[-1][0] == charset:
            parts[-1] = (charset, parts[-1][1] + data)
        else:
            parts.append((charset, data))
    gap = " " if found[0][-1:].isspace() else ""
    return "".join(decode(data, charset).text for charset, data in parts) + gap


def _bytes_of(coding: str, text: str) -> bytes:
    data = text.encode("utf-8", "replace")
    if coding == "q":
        return binascii.a2b_qp(data, header=True)
    try:
        return binascii.a2b_base64(data + b"==")
    except ValueError:
        return data


def title_of(subject: str, *, listed: bool = False) -> str:
    """A subject without what programs put before it: "Re:", "Fwd:", of a list its name.

    >>> title_of("Fwd: AW: Council votes for wall"), title_of("[Town] Re: Wall", listed=True)
    ('Council votes for wall', 'Wall')
    """
    at = 0
    while found := _PREFIXES.match(subject, at) or (listed and _LIST.match(subject, at)):
        at = found.end()
    return subject[at:].strip() or subject


def is_forwarded(subject: str) -> bool:
    """Whether a subject says that the message was passed on by its sender."""
    return _FORWARD.match(subject) is not None
