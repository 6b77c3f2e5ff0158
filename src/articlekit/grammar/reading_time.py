"""Reading times: a line in, the minutes it states and where they stand out (conventions, 2.8)."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct

from articlekit.dates import WORD, either

if TYPE_CHECKING:
    from collections.abc import Sequence

    from articlekit.language import DateWords

_MOST, _MOST_BARE = 240, 60
_EDGES = "|•·⋅∙●/–—-,;()[]"


class ReadingTime(Struct, frozen=True, gc=False):
    """Minutes of reading, at `[start, end)`; `said` when a word says that they are for reading."""

    start: int
    end: int
    minutes: int
    said: bool


class _Lexis(Struct, frozen=True):
    minutes: re.Pattern[str]
    read: re.Pattern[str]


def find_reading_time(
    line: str, words: DateWords, taken: Sequence[tuple[int, int]] = ()
) -> ReadingTime | None:
    """Find the reading time of a line (from `dates.plain`).

    Minutes count when a word says what they are for, or when nothing but edges or what is `taken`
    (spans of dates) stands around them: "28 April 2023 | 3 min".
    """
    if not words.units.get("minute"):
        return None
    lexis = _lexis(words)
    for match in lexis.minutes.finditer(line):
        start, end = match.span()
        minutes = int(match["second"] or match["first"])
        if match["hours"] and match["hours"].strip() not in "–-":
            minutes += 60 * int(match["first"])
        if not 0 < minutes <= _MOST or any(a < end and start < b for a, b in taken):
            continue
        begin, stop = _said_before(line, start, lexis), _said_behind(line, end, lexis)
        if begin < start or stop > end:
            return ReadingTime(begin, stop, minutes, said=True)
        bare = minutes <= _MOST_BARE and len(match["unit"].strip(".")) + match["unit"].isascii() > 1
        if bare and _stands_alone(line, start, end, taken):
            return ReadingTime(start, end, minutes, said=False)
    return None


def _said_before(line: str, start: int, lexis: _Lexis) -> int:
    """Where the words before the minutes begin, or `start`: "Lesezeit: ca. "."""
    said = list(lexis.read.finditer(line, max(0, start - 60), start))
    if not said:
        return start
    last = said[-1]
    gap = line[last.end() : start]
    close = len(gap) <= 12 and len(WORD.findall(gap)) <= 1 and not any(map(str.isdigit, gap))
    return last.start() if close else start


def _said_behind(line: str, end: int, lexis: _Lexis) -> int:
    """Where the words behind the minutes end, or `end`: " read", " di lettura"."""
    found = lexis.read.search(line, end, end + 40)
    if found is None:
        return end
    gap = line[end : found.start()].strip(" -.")
    return found.end() if len(gap) <= 4 and (not gap or gap.isalpha()) else end


def _stands_alone(line: str, start: int, end: int, taken: Sequence[tuple[int, int]]) -> bool:
    before, behind = line[:start].rstrip(), line[end:].lstrip(" .")
    behind_at = len(line) - len(behind)
    left = not before or before[-1] in _EDGES or any(b == len(before) for _, b in taken)
    right = not behind or behind[0] in _EDGES or any(a == behind_at for a, _ in taken)
    return left and right


@lru_cache(maxsize=128)
def _lexis(words: DateWords) -> _Lexis:
    minute, hour = words.units.get("minute", ()), words.units.get("hour", ())
    return _Lexis(
        re.compile(
            r"(?P<first>[0-9](?<![0-9].)(?<![0-9][:.,/].)[0-9]{0,2})"
            rf"(?:(?P<hours> ?(?:{either(hour)})\.?| ?[–-]) ?(?P<second>[0-9]{{1,3}}))?"
            rf" ?-? ?(?P<unit>{either(minute)})\.?",
            re.IGNORECASE,
        ),
        re.compile(either(word.strip(" :") for word in words.reading_time), re.IGNORECASE),
    )
