"""The day that an address states: `/2024/05/03/` in, a date out; nothing is guessed."""

from __future__ import annotations

import re
from datetime import datetime

from articlekit.model import Timestamp
from articlekit.pattern import lazy

_YEAR_FIRST = lazy(
    r"(?<![0-9])((?:19[89]|20[0-4])[0-9])([/_.-])?(0?[1-9]|1[0-2])(?(2)\2|)"
    r"(?:(0[1-9]|[12][0-9]|3[01])(?![0-9])|(?(2)([1-9])(?![0-9])|(?!)))"
)
_DAY_FIRST = lazy(
    r"(?<![0-9])(0[1-9]|[12][0-9]|3[01])([_.-]?)(0[1-9]|1[0-2])\2(20[0-4][0-9])(?![0-9])"
)
_NAMED = lazy(
    r"/((?:19[89]|20[0-4])[0-9])/(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*/"
    r"([0-3]?[0-9])(?![0-9])",
    re.IGNORECASE,
)
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()  # noqa: SIM905
_LONGEST = 2000


def read_address(url: str | None) -> Timestamp | None:
    """The day in an address: year, month and day side by side, or day, month and year.

    Eight figures without marks count when they stand alone between marks.
    """
    if not url:
        return None
    path = url[:_LONGEST].partition("://")[2].partition("/")[2]
    path = f"/{path.partition('#')[0]}"
    for match in _YEAR_FIRST.finditer(path):
        day = match[4] or match[5]
        if stamp := _stamp(match, int(match[1]), int(match[3]), int(day)):
            return stamp
    if (named := _NAMED.search(path)) and (
        stamp := _stamp(named, int(named[1]), _MONTHS.index(named[2].lower()) + 1, int(named[3]))
    ):
        return stamp
    found = _DAY_FIRST.search(path)
    return found and _stamp(found, int(found[4]), int(found[3]), int(found[1]))


def _stamp(match: re.Match[str], year: int, month: int, day: int) -> Timestamp | None:
    try:
        value = datetime(year, month, day)  # noqa: DTZ001 - an address states no zone
    except ValueError:
        return None
    return Timestamp(match[0].strip("/"), value, "day", origin="url")
