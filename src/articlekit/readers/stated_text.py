"""Texts of metadata: what a page escaped, wrapped in tags or padded in, plain text out."""

from __future__ import annotations

import html
import re

LONGEST = 1024
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,500}>")
_NOISE = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u200b\ufeff\u2060\ud800-\udfff]")
_NAUGHT = frozenset(("null", "none", "undefined", "n/a", "-", "false", "nan", "[object object]"))


def clean(text: object, longest: int = LONGEST) -> str:
    """Plain text of a value: entities undone (twice, where they were escaped twice), no tags.

    Anything but a text, and words that programs write for nothing, come out empty. What is longer
    than `longest` is cut.
    """
    if not isinstance(text, str):
        return ""
    text = text[: longest * 2]
    if "&" in text:
        text = html.unescape(text)
        if "&" in text:
            text = html.unescape(text)
    if "<" in text:
        text = _TAG.sub(" ", text)
    if not text.isascii() or not text.isprintable():
        text = _NOISE.sub("", text)
        text = _undoubled(text)
    text = " ".join(text.split())[:longest]
    return "" if text.casefold() in _NAUGHT else text


def excess(text: object, longest: int = LONGEST) -> int:
    """How many characters of a text `clean` leaves out because it is longer than `longest`."""
    if not isinstance(text, str) or len(text) <= longest:
        return 0
    return max(0, len(clean(text, len(text))) - longest)


def _undoubled(text: str) -> str:
    """A text whose UTF-8 was read as windows-1252 and written again: "Ã©" for "é"."""
    if "Ã" not in text and "â€" not in text:
        return text
    try:
        return text.encode("windows-1252").decode("utf-8")
    except ValueError:
        return text


def cleaned_body(text: object, longest: int) -> str:
    """Plain text of an article's body: as `clean`, but its line breaks stay."""
    if not isinstance(text, str):
        return ""
    lines = (clean(line, longest) for line in text[:longest].splitlines())
    return "\n".join(lines).strip()
