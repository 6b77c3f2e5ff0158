"""JSON as pages write it: a script's text in, what it holds out, never an exception.

A fast strict reading comes first. What it refuses is mended: comments and CDATA around it, raw
line breaks, escaped quotes, commas before a closing bracket, several values, missing brackets.
"""

from __future__ import annotations

import html
import json
import re
from typing import Any

import msgspec

LONGEST = 2 * 1024 * 1024
DEEPEST = 200
MOST_DIGITS = 400

# A string that never closes reaches to the end: so no pattern begins again inside it.
_STRING = r'"(?:[^"\\]++|\\.)*+"?'
_BRACKETS = re.compile(rf"[\[\]{{}}]|{_STRING}", re.DOTALL)
_SPARE_COMMA = re.compile(rf"({_STRING})|,(?=\s*[,\]}}])", re.DOTALL)
_WRAPPING = re.compile(r"(?://|/\*)?[ \t]{0,8}(?:<!--|<!\[CDATA\[|\]\]>|-->)[ \t]{0,8}(?:\*/)?")
_ESCAPE = re.compile(r'(\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4}))|\\')
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


def read_json(text: str, longest: int = LONGEST) -> list[Any]:
    """The values that a text of JSON holds: usually one, none when it cannot be read.

    Texts longer than `longest` or nested deeper than `DEEPEST` are not read.
    """
    if not text or len(text) > longest or _is_deep(text):
        return []
    try:
        return [msgspec.json.decode(text)]
    except (ValueError, RecursionError):
        return _mended(text)


def _is_deep(text: str) -> bool:
    if text.count("{") + text.count("[") <= DEEPEST:
        return False
    depth = 0
    for token in _BRACKETS.finditer(text):
        sign = text[token.start()]
        if sign in "[{":
            depth += 1
            if depth > DEEPEST:
                return True
        elif sign in "]}":
            depth -= 1
    return False


def _mended(text: str) -> list[Any]:
    text = _CONTROLS.sub(" ", _WRAPPING.sub("", text)).strip("\ufeff \t\r\n;")
    if "&quot;" in text and '"' not in text:
        text = html.unescape(text)
    for mend in (str, _without_spare_commas, _with_brackets):
        text = mend(text)
        if values := _decode_all(text):
            return values
    return []


def _without_spare_commas(text: str) -> str:
    text = _ESCAPE.sub(lambda found: found[1] or r"\\", text)
    return _SPARE_COMMA.sub(lambda found: found[1] or "", text)


def _with_brackets(text: str) -> str:
    """Close what a text leaves open; a bracket that closes nothing ends it."""
    open_: list[str] = []
    end = 0
    for token in _BRACKETS.finditer(text):
        sign = text[token.start()]
        if sign in "[{":
            open_.append("]" if sign == "[" else "}")
        elif sign in "]}" and (not open_ or open_.pop() != sign):
            return text[:end]
        end = token.end()
    return text.rstrip(", \r\n\t") + "".join(reversed(open_))


_DECODER = json.JSONDecoder(
    strict=False,
    parse_constant=lambda _: None,
    parse_int=lambda digits: int(digits) if len(digits) < MOST_DIGITS else None,
)


def _decode_all(text: str) -> list[Any]:
    """Decode the values that stand one behind the other; a broken one ends the list."""
    values: list[Any] = []
    at = 0
    while at < len(text) and len(values) < 64:
        if text[at] in " \t\r\n,;":
            at += 1
            continue
        try:
            value, at = _DECODER.raw_decode(text, at)
        except (ValueError, RecursionError):
            break
        values.append(value)
    return [value for value in values if isinstance(value, (dict, list))]
