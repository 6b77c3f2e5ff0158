"""Dates as datelines print them (conventions 1.2, 1.6): short strings in, verbatim dates out."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from articlekit.language import DateWords, Language

DATE_HERE = "\x00"
"""What `hide_date` leaves in the place of a date."""


def date_in(text: str, words: Language) -> str | None:
    """Return the date that stands anywhere in a short text, verbatim."""
    found = split_date(text, words)
    return found[1] if found else None


def date_matches(text: str, words: Language) -> bool:
    """Whether `text` as a whole is a date."""
    return len(text) <= 40 and date_pattern(words.dates).fullmatch(text) is not None


def split_date(text: str, words: Language) -> tuple[str, str, str] | None:
    """Return what stands before the date in `text`, the date, and what stands after it.

    The date must be set off: "OSLO, July 23", "Praha 3. května", "Москва. 3 мая. INTERFAX.RU".
    """
    pattern = date_pattern(words.dates)
    for match in pattern.finditer(text):
        before, after = text[: match.start()], text[match.end() :]
        if before and before[-1] not in " ,،、.、　-–—":
            continue
        if after and after[0] not in " ,،、.，　)）":
            continue
        return before.rstrip(" ,،、"), match.group(), after.strip(" ,،、.　")
    return None


def hide_date(text: str, words: Language) -> str:
    """Return the text with a mark in place of its date, so that no date is taken apart."""
    found = split_date(text, words) if any(sign.isdigit() for sign in text) else None
    return text.replace(found[1], DATE_HERE) if found else text


@lru_cache(maxsize=64)
def date_pattern(words: DateWords) -> re.Pattern[str]:
    """Return the pattern of the dates of datelines in a language (conventions 1.2 and 1.6)."""
    month = _months(words.months)
    weekday = _any({word for group in words.weekdays for word in group if len(word) > 1})
    year = r"\d{4}"
    month_day = rf"{month}\s{{1,2}}\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s{year})?(?!\d)"
    day = r"(?:(?:le|el|am|den)\s)?\d{1,2}(?:st|nd|rd|th|er|º|ª|\.)?"
    day_month = rf"{day}\s?(?:de\s|di\s)?{month}(?:,?\s(?:de\s|del\s)?{year})?"
    hungarian = rf"{year}\.\s{month}\s\d{{1,2}}\.(?:,?\s{weekday})?"
    numeric = (
        r"\d{1,2}\.\d{1,2}\.(?:\d{4}|\d{2})?|\d{1,2}/\d{1,2}/(?:\d{4}|\d{2})|\d{4}-\d{2}-\d{2}"
    )
    east = r"(?:\d{4}[年년]\s?)?(?:\d{1,2}[月월]\s?)?\d{1,2}[日일]"
    named = rf"{month_day}|{hungarian}|{day_month}"
    pattern = rf"(?:{weekday},?\s)?(?:{named})|{east}|{numeric}|{weekday}"
    return re.compile(rf"(?<![^\W_])(?:{pattern})(?![^\W_])", re.IGNORECASE)


def _months(groups: tuple[tuple[str, ...], ...]) -> str:
    """The pattern of a month; a stop belongs to it behind short forms alone ("mag.", not "мая.").

    Wires cut names short: three and four letters of every name count, too.
    """
    full: set[str] = set()
    short: set[str] = set()
    for group in groups:
        bare = {word.rstrip(".").casefold() for word in group}
        for word in bare:
            cut = any(other != word and other.startswith(word) for other in bare)
            (short if cut else full).add(word)
            if len(word) > 4 and word.isalpha() and word[0] < "\u0590":
                short.update((word[:3], word[:4]))
    return rf"(?:{_any(full)}(?![^\W\d_])|{_any(short - full)}\.?)"


def _any(words: set[str]) -> str:
    """An alternation, longest words first; one that never matches when there are none."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "(?:" + ("|".join(map(re.escape, ordered)) or "(?!)") + ")"
