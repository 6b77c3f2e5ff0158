"""Printed dates inside a line: a line in, where its dates stand and what they say out.

A printed date is found from its middle (`middle`). From there it grows over the weekday and the
clock that stand beside it, before or behind.
"""

from __future__ import annotations

from datetime import date, datetime
from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct

from articlekit.dates.clock import Clock, find_clock, last_clock, plain
from articlekit.dates.middle import WORD, Core, Names, exists, find_cores, fold, names_of
from articlekit.dates.relative import find_relative, stamp_of
from articlekit.model import Timestamp
from articlekit.pattern import lazy

if TYPE_CHECKING:
    from articlekit.language import DateWords, Language

LONGEST = 240
"""Longer lines are prose; no date is looked for in them."""

_REACH = 40
"""How far from a date its clock may stand."""


class FoundDate(Struct, frozen=True, gc=False):
    """A date in a line, at `[start, end)`.

    It is `weak` when it could as well be something else (a two-digit year, a month, a day without
    year, a word such as "today"), so that it needs a label or a line of its own.
    """

    start: int
    end: int
    stamp: Timestamp
    weak: bool = False


def find_dates(
    text: str, words: Language, order: str | None = None, reference: datetime | None = None
) -> list[FoundDate]:
    """Find the printed dates of a line, in order; absolute and relative ones.

    `text` is one line with white space collapsed, at most `LONGEST` characters.
    """
    if len(text) > LONGEST:
        return []
    line = plain(text)
    names = names_of(words.dates)
    found: list[FoundDate] = []
    end = 0
    for core in sorted(find_cores(line, names, words, order), key=lambda core: core.start):
        if core.start >= end:
            found.append(_grow(line, text, core, end, words, reference))
            end = found[-1].end
    for ago in find_relative(line, words.dates):
        # "3 ago 2024": what is relative in one language is a month in another.
        if all(ago.end <= date.start or date.end <= ago.start for date in found):
            stamp = stamp_of(ago, text[ago.start : ago.end], reference)
            found.append(FoundDate(ago.start, ago.end, stamp, ago.bare))
    return sorted(found, key=lambda date: date.start)


_DAY_NAME_BEFORE = lazy(WORD.pattern + r"[.,]{0,2}[ -]?$")
_DAY_NAME_AFTER = lazy(r",? ?(\(?)(" + WORD.pattern + r")(\)?)")


def _grow(
    line: str,
    text: str,
    core: Core,
    since: int,
    words: Language,
    reference: datetime | None,
) -> FoundDate:
    """Add the weekday and the clock that stand beside the figures."""
    names = names_of(words.dates)
    start, end = core.start, core.end
    while day := _DAY_NAME_BEFORE.search(line, max(since, start - 20), start):
        if fold(day[0].strip(" .,-")) not in names.weekdays:
            break
        start = day.start()
    named = start < core.start
    after = _DAY_NAME_AFTER.match(line, end)
    if after and fold(after[2]) in names.weekdays and (after[1] or len(after[2]) > 1):
        end, named = after.end(), True
    clock = find_clock(line, end, end + _REACH)
    if clock and _joins(line[end : clock.start], names, words):
        end = clock.end
    else:
        clock = last_clock(line, max(since, start - _REACH), start)
        if clock and _joins(line[clock.end : start], names, words):
            start = clock.start
        else:
            clock = None
    stamp = _stamp(text[start:end].strip(" ,"), core, clock, reference)
    return FoundDate(start, end, stamp, core.weak and not (named or clock))


def _joins(gap: str, names: Names, words: Language) -> bool:
    """Whether a date and a clock with this between them are one: signs, weekdays, small words."""
    parts = WORD.findall(gap)
    if not parts:
        return len(gap) < 8
    if len(parts) > 3 or any(map(str.isdigit, gap)):
        return False
    labels = _first_words(words.dates)
    return all(
        (word := fold(part)) in names.weekdays
        or (len(part) <= 6 and part == part.lower() and word not in labels)
        or (len(part) <= 2 and part.isupper())
        for part in parts
    )


@lru_cache(maxsize=128)
def _first_words(words: DateWords) -> frozenset[str]:
    phrases = words.published + words.modified
    firsts = (WORD.search(fold(phrase)) for phrase in phrases)
    return frozenset(first[0] for first in firsts if first and len(first[0]) > 1)


def _stamp(raw: str, core: Core, clock: Clock | None, reference: datetime | None) -> Timestamp:
    year = core.year or _nearest_year(core, reference)
    if year is None or core.month is None:
        return Timestamp(raw)
    value = datetime(year, core.month, core.day or 1)  # noqa: DTZ001 - no zone is printed
    if core.day is None:
        return Timestamp(raw, value, "month")
    if clock is None:
        return Timestamp(raw, value, "day")
    value = value.replace(hour=clock.hour, minute=clock.minute, second=clock.second or 0)
    value = value.replace(tzinfo=clock.zone)
    return Timestamp(raw, value, "minute" if clock.second is None else "second")


def _nearest_year(core: Core, reference: datetime | None) -> int | None:
    """The year that brings a day without year nearest to the reference (conventions, 1.6)."""
    if reference is None or core.month is None or core.day is None:
        return None
    base = reference.date()
    near = range(max(base.year - 1, 1), min(base.year + 1, 9999) + 1)
    days = {
        year: abs(date(year, core.month, core.day) - base)
        for year in near
        if exists(year, core.month, core.day)
    }
    return min(days, key=days.__getitem__, default=None)
