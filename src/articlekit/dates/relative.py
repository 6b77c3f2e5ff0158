"""Relative times: a line in, where "3 hours ago" and its like stand out.

They count from a moment the text does not name: `value` stays open without a reference.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from articlekit.dates.clock import find_clock
from articlekit.dates.middle import WORD, fold
from articlekit.folding import LETTERS
from articlekit.model import Timestamp
from articlekit.pattern import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from articlekit.language import DateWords

_REACH = 24
_STEPS = {
    "minute": timedelta(minutes=1),
    "hour": timedelta(hours=1),
    "day": timedelta(days=1),
    "week": timedelta(weeks=1),
}
_PRECISION: dict[str, Literal["minute", "day", "month", "year"]] = {
    "minute": "minute",
    "hour": "minute",
    "day": "day",
    "week": "day",
    "month": "month",
    "year": "year",
}
_TO_CLOCK = lazy(r"[ ,|·•–-]{0,3}(?:[^\W\d_]{1,4}\.? ?){0,2}")


class Relative(Struct, frozen=True, gc=False):
    """A relative time at `[start, end)`: how many of which unit ago, where that is printed.

    It is `bare` when it is one word ("today") with neither a count nor a clock beside it.
    """

    start: int
    end: int
    count: int | None = None
    unit: str | None = None
    bare: bool = False


class _Lexis(Struct, frozen=True):
    words: re.Pattern[str]
    """What makes a time relative: "ago", "vor"."""
    after: re.Pattern[str]
    """Count and unit, right after such a word."""
    before: re.Pattern[str]
    """Count and unit, right before it."""
    unit_of: dict[str, str]


def find_relative(line: str, words: DateWords) -> Iterator[Relative]:
    """Find the relative times of a line (from `clock.plain`)."""
    if not has_relative(line, words):
        return
    lexis = _lexis(words)
    end = 0
    for word in lexis.words.finditer(line):
        if word.start() < end:
            continue
        found = _read(line, word, lexis, end)
        end = found.end
        yield found


def _read(line: str, word: re.Match[str], lexis: _Lexis, since: int) -> Relative:
    start, end = word.span()
    if count := lexis.after.match(line, end):
        end, unit = count.end(), count["unit"]
        if close := lexis.words.match(line, end + 1):
            end = close.end()  # "för 3 timmar sedan": a word on both sides
    elif count := lexis.before.search(line, max(since, start - _REACH), start):
        start, unit = count.start(), count["unit"]
    else:
        gap = _TO_CLOCK.match(line, end)
        clock = find_clock(line, gap.end(), gap.end() + 12) if gap else None
        if clock is None or gap is None or clock.start != gap.end():
            counted = any(fold(part) in lexis.unit_of for part in WORD.findall(word[0]))
            return Relative(start, end, bare=not counted)
        return Relative(start, clock.end)
    figures = count["count"]
    number = int(figures) if figures and figures.isdigit() else None if figures else 1
    return Relative(start, end, number, lexis.unit_of.get(fold(unit)))


def has_relative(text: str, words: DateWords) -> bool:
    """Whether a line holds a word that makes a time relative."""
    spaced, wide = _signals(words)
    if text.isascii():
        return not spaced.isdisjoint(text.translate(LETTERS).split())
    folded = text.casefold()
    plain = folded.replace(" ", "").isalpha()  # no pattern is needed for the words of such lines
    if not spaced.isdisjoint(folded.split() if plain else WORD.findall(folded)):
        return True
    return any(word in text for word in wide)


@lru_cache(maxsize=128)
def _signals(words: DateWords) -> tuple[frozenset[str], tuple[str, ...]]:
    """The last word of each phrase, and phrases of scripts without spaces: cheap to ask for."""
    wide = tuple(word for word in words.relative if word and word[0] > "\u0dff")
    last = (WORD.findall(word.casefold())[-1:] for word in words.relative if word not in wide)
    return frozenset(word for found in last for word in found), wide


def stamp_of(found: Relative, raw: str, reference: datetime | None) -> Timestamp:
    """Count back from the reference; without it, or without a count, the moment stays open."""
    value = _count_back(found, reference)
    if value is None or found.unit is None:
        return Timestamp(raw, relative=True)
    return Timestamp(raw, value, _PRECISION[found.unit], relative=True)


def _count_back(found: Relative, reference: datetime | None) -> datetime | None:
    if reference is None or found.count is None or found.unit is None:
        return None
    try:
        if step := _STEPS.get(found.unit):
            return reference - step * found.count
        months = found.count * (12 if found.unit == "year" else 1)
        year, month = divmod(reference.year * 12 + reference.month - 1 - months, 12)
        return reference.replace(year=year, month=month + 1, day=min(reference.day, 28))
    except (ValueError, OverflowError):
        return None


@lru_cache(maxsize=128)
def _lexis(words: DateWords) -> _Lexis:
    unit_of = {fold(name): unit for unit, names in words.units.items() for name in names}
    named = either(name for names in words.units.values() for name in names)
    count = r"(?P<count>(?<![0-9.,:])[0-9]{1,4}|(?<![^\W_])[^\W\d_]{1,6}(?=['’ ]))"
    counted = rf"(?:{count}[ '’]{{0,2}})?(?P<unit>{named})\.?"
    return _Lexis(
        re.compile(either(words.relative), re.IGNORECASE),
        re.compile(rf" ?(?:ca\.? |~ ?)?{counted}", re.IGNORECASE),
        re.compile(counted + r" ?$", re.IGNORECASE),
        unit_of,
    )


def either(names: Iterable[str]) -> str:
    """One alternation, longest first; words of scripts with spaces must stand free."""
    longest_first = sorted(set(names), key=len, reverse=True)
    return "|".join(map(_free, longest_first)) or r"(?!)"


def _free(name: str) -> str:
    name = name.strip(" .")
    if not name or name[0] > "\u0dff":
        return re.escape(name) or r"(?!)"
    return rf"(?<![^\W\d_]){re.escape(name)}(?![^\W\d_])"
