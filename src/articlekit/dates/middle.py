"""The middle of printed dates: figures, and names of months with the figures around them.

A line in, `Core`s out: what stands where, checked against the calendar. Names come from the
language's table, so the patterns here hold for every language.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING
from unicodedata import normalize

from msgspec import Struct

from articlekit.dates.clock import find_clock
from articlekit.pattern import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlekit.language import DateWords, Language

YEAR = r"(?:1[5-9]|2[01])[0-9]{2}"
_N = r"[0-9]{1,2}"
# That figures stand free is asked behind their first one: patterns that begin with a figure are
# searched for many times faster.
_FREE = r"(?<![0-9A-Za-z$€£#+].)(?<![0-9][.,:/–-].)"
_FIRST = rf"([0-9]{_FREE}[0-9]?)"
_FIRST_YEAR = rf"([12]{_FREE}(?:(?<=1)[5-9]|(?<=2)[01])[0-9]{{2}})"
_DONE = r"(?![0-9]|[./:-][0-9])"
_YEAR_FIRST = lazy(
    rf"{_FIRST_YEAR}(?: ?[년年] ?({_N}) ?[月월](?: ?({_N}) ?[日일号號])?"
    rf"|(?:\. ?|[/-])({_N})(?:\. ?|[/-])({_N}){_DONE}\.?)"
)
_YEAR_LAST = lazy(
    rf"{_FIRST}(?:\. ?({_N})\. ?({YEAR}|[0-9]{{2}})|([/-])({_N})\4({YEAR}|[0-9]{{2}}))"
    rf"{_DONE}(?! ?[%€$£])"
)
_YEARLESS = lazy(
    rf"([0-9]{_FREE}(?<![年년].)(?<![年년] .)[0-9]?)(?: ?[月월] ?({_N}) ?[日일号號]|/({_N}){_DONE})"
)

WORD = lazy(r"[^\s0-9.,:;|/()\[\]•·⋅∙–—\-_'’\"@]+")
# Small words that join the parts of a date, in the languages that have them.
_OF = r"(?:of|de|del|di|d|do|da|den|em|ngày|năm|tahun|anul|año|gada|m|عام|سنة|ta|του)"
_DAY_BEFORE = lazy(
    rf"(?:({YEAR})(?:\.? (?:gada|m|g)\.?|ko|\.|,)? )?{_FIRST}"
    rf"(?:[.º°ª]|[-:]?(?![ap]m)[^\W\d_]{{1,3}}(?![^\W\d_]))?[ ./-]{{0,2}}(?:{_OF}[ '’])?$"
)
_YEAR_BEFORE = lazy(rf"{_FIRST_YEAR}(?:\. ?|[- ]|-?ko |\.? (?:gada|m|g)\.? )$")
_DAY_AFTER = lazy(
    rf"\.?[ -]{{1,2}}({_N})(?![0-9]|[:.hH][0-9]|[/%€]| ?[ap]\.?m)(?:st|nd|rd|th|\.|a| d\.)?"
)
_YEAR_AFTER = lazy(
    rf"\.?,?[ ./-]{{0,2}}(?:{_OF}\.? ){{0,2}}({YEAR})(?![0-9]|[:.-][0-9]| (?:GMT|UTC))(?: ?г\.)?"
    rf"| ?[-'’]([0-9]{{2}})(?![0-9]|[:.h][0-9])"
)


class Core(Struct, frozen=True, gc=False):
    """The middle of a date, at `[start, end)`: its figures, as far as they are printed.

    `month` is `None` where it is open which of two figures it is. It is `weak` when it could as
    well be something else: a month without day, a day without year, a year of two figures.
    """

    start: int
    end: int
    year: int | None
    month: int | None
    day: int | None
    weak: bool = False


class Names(Struct, frozen=True):
    """The names of a language's calendar, folded."""

    months: dict[str, int]
    long_months: re.Pattern[str] | None
    """Names of several words."""
    weekdays: frozenset[str]


def find_cores(line: str, names: Names, words: Language, order: str | None) -> Iterator[Core]:
    """Every stretch that holds at least a month and a day, or a month and a year."""
    usual = order or words.dates.order
    for m in _YEAR_FIRST.finditer(line):
        day = int(m[3] or m[5]) if m[3] or m[5] else None
        yield from _core(m.start(), m.end(), int(m[1]), int(m[2] or m[4]), day, weak=day is None)
    for m in _YEAR_LAST.finditer(line):
        yield from _ordered(m, usual, both=order is None and words.code == "en")
    for m in _YEARLESS.finditer(line):
        # A pair of figures is a day only where the year, left out, would stand first.
        if m[2] or (usual == "ymd" and find_clock(line, m.end(), m.end() + 7)):
            yield from _core(m.start(), m.end(), None, int(m[1]), int(m[2] or m[3]), weak=True)
    for start, end, month in _find_months(line, names):
        yield from _around(line, start, end, month)


def _core(
    start: int, end: int, year: int | None, month: int, day: int | None, *, weak: bool = False
) -> Iterator[Core]:
    if exists(year, month, day):
        yield Core(start, end, year, month, day, weak)


def exists(year: int | None, month: int, day: int | None) -> bool:
    """Whether the calendar has the day; without a year, whether a leap year has it."""
    try:
        date(year or 2000, month, 1 if day is None else day)
    except ValueError:
        return False
    return True


def _ordered(match: re.Match[str], usual: str, *, both: bool) -> Iterator[Core]:
    """Figures with the year last, or with a year of two figures."""
    first, second = int(match[1]), int(match[2] or match[5])
    short = len(match[3] or match[6]) == 2
    last = int(match[3] or match[6])
    start, end = match.span()
    if short and match[4] == "-":
        return
    if short and usual == "ymd":
        yield from _core(start, end, _century(first), second, last, weak=True)
        return
    year = _century(last) if short else last
    readings = {"dmy": (second, first)}
    if match[4]:  # nobody writes the month first before full stops
        readings["mdy"] = (first, second)
    readings = {key: pair for key, pair in readings.items() if exists(year, *pair)}
    if len(set(readings.values())) > 1 and both:
        yield Core(start, end, year, None, None, weak=short)
    elif readings:
        month, day = readings.get(usual) or next(iter(readings.values()))
        yield Core(start, end, year, month, day, weak=short)


def _century(year: int) -> int:
    return year + (2000 if year < 69 else 1900)


def fold(word: str) -> str:
    """Write a word as the tables are asked for it."""
    return normalize("NFC", word.casefold()).strip(" .")


@lru_cache(maxsize=128)
def names_of(words: DateWords) -> Names:
    """Index a language's names of months and weekdays."""
    named = [(name, index) for index, group in enumerate(words.months, 1) for name in group]
    by_name = {name.lower().strip(" ."): index for name, index in named}
    by_name |= {fold(name): index for name, index in named}
    long = sorted((name for name in by_name if " " in name), key=len, reverse=True)
    pattern = "|".join(re.escape(name) + r"(?![^\W_])" for name in long)
    days = (part for group in words.weekdays for name in group for part in WORD.findall(fold(name)))
    return Names(by_name, re.compile(pattern, re.IGNORECASE) if long else None, frozenset(days))


def _find_months(line: str, names: Names) -> Iterator[tuple[int, int, int]]:
    months = names.months
    if names.long_months is not None:
        for m in names.long_months.finditer(line):
            if month := months.get(fold(m[0])):
                yield m.start(), m.end(), month
    for m in WORD.finditer(line):
        word, start = m[0], m.start()
        month = months.get(word.lower()) or (None if word.isascii() else months.get(fold(word)))
        if month is None and not word[1:].islower() and not word.isupper():
            # Glued to the word before it: "PublishedMay".
            glue = max((i for i in range(1, len(word)) if word[i].isupper()), default=0)
            if glue and word[glue - 1].islower():
                start += glue
                month = months.get(fold(word[glue:]))
        if month is not None:
            yield start, m.end(), month


def _around(line: str, start: int, end: int, month: int) -> Iterator[Core]:
    """The figures on both sides of the name of a month."""
    left = _DAY_BEFORE.search(line, max(0, start - 24), start)
    year = _YEAR_AFTER.match(line, end)
    if left and (year or left[1]):
        at = int(left[1]) if year is None else _year(year)
        begin = left.start() if year is None else left.start(2)
        yield from _core(begin, year.end() if year else end, at, month, int(left[2]))
        return
    right = _DAY_AFTER.match(line, end)
    if right and (year := _YEAR_AFTER.match(line, right.end())):
        yield from _core(start, year.end(), _year(year), month, int(right[1]))
    elif right and (before := _YEAR_BEFORE.search(line, max(0, start - 16), start)):
        yield from _core(before.start(), right.end(), int(before[1]), month, int(right[1]))
    elif left:
        yield from _core(left.start(2), end, None, month, int(left[2]), weak=True)
    elif right:
        yield from _core(start, right.end(), None, month, int(right[1]), weak=True)
    elif year := _YEAR_AFTER.match(line, end):
        yield from _core(start, year.end(), _year(year), month, None, weak=True)


def _year(match: re.Match[str]) -> int:
    return int(match[1]) if match[1] else _century(int(match[2]))
