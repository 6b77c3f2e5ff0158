"""Dates: text in, `Timestamp` out; the only door to dateparser.

`read_date` reads a text that is a date, by a ladder: ISO 8601, RFC 2822, printed forms, dateparser.
`find_dates` finds the printed dates of a short line. Neither asks the clock or the time zone of
the machine: what the text does not say stays open (conventions, 1.6 and 2.8).
"""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import lru_cache
from threading import Lock
from typing import TYPE_CHECKING, Any, Literal

from articlekit.dates.clock import Clock, find_clock, plain
from articlekit.dates.middle import WORD, YEAR, fold, names_of
from articlekit.dates.printed import LONGEST, FoundDate, find_dates
from articlekit.dates.relative import either, has_relative
from articlekit.model import Timestamp
from articlekit.pattern import lazy

if TYPE_CHECKING:
    from articlekit.language import Language

__all__ = [
    "LONGEST",
    "WORD",
    "Clock",
    "FoundDate",
    "either",
    "find_clock",
    "find_dates",
    "fold",
    "has_relative",
    "plain",
    "read_date",
    "read_machine_date",
]

_LONGEST_MACHINE, _LONGEST_GUESS = 40, 60
_MOST_OTHER_WORDS = 3
_ISO = lazy(rf"{YEAR}-?[0-9]{{2}}-?[0-9]{{2}}(?P<clock>[T ][0-9:]{{4,8}})?")
_ISO_MONTH = lazy(rf"({YEAR})-(0[1-9]|1[0-2])")
_MAIL = lazy(
    rf"(?:[A-Z][a-z]{{2}}, )?[0-9]{{1,2}} [A-Z][a-z]{{2}} {YEAR} [0-9:]{{5,8}} "
    r"(?:[+-][0-9]{4}|GMT|UT)"
)
_HAS_YEAR = lazy(rf"(?<![0-9]){YEAR}(?![0-9])")
_HAS_DAY = lazy(r"(?<![0-9])[0-9]{1,2}(?![0-9])")
_ONLY_DAY = lazy(r"([0-9]{1,2}) ?[日일]")
_SURE_ZONE = lazy(r"(?:[+-][0-9]{2}:?[0-9]{2}|\bUTC|\bGMT|[0-9]Z)$")
_LOCK = Lock()
_STILL = datetime(2000, 1, 1)  # noqa: DTZ001 - any moment will do, so long as it is always the same
_Precision = Literal["day", "minute", "second"]


def read_date(
    text: str,
    words: Language,
    language: str | None,
    order: str | None = None,
    reference: datetime | None = None,
) -> Timestamp | None:
    """Read a text that is a date; `None` when it is none.

    `order` (dmy, mdy or ymd) decides figures that do not tell; without it the language's order
    holds, and English, which has two, leaves `value` open. Without `reference` a relative time or
    a day without year stays open too. Impossible dates are no dates.
    """
    if len(text) > LONGEST:
        return None
    raw = " ".join(text.split())
    line = plain(raw)
    if stamp := read_machine_date(line):
        return stamp
    found = find_dates(raw, words, order, reference)
    if found:
        rest = line[: found[0].start] + " " + line[found[0].end :]
        whole = len(rest.split()) <= _MOST_OTHER_WORDS and not any(map(str.isdigit, rest))
        return found[0].stamp if whole else None
    if reference is not None and (stamp := _read_weekday(raw, words, reference)):
        return stamp
    return _guess(raw, words, language, order, reference)


def read_machine_date(line: str) -> Timestamp | None:
    """Read a text that is wholly ISO 8601 or RFC 2822; `None` for anything else.

    The first two steps of the ladder, for dates that programs wrote: no words are needed.
    """
    if len(line) > _LONGEST_MACHINE:
        return None
    if month := _ISO_MONTH.fullmatch(line):
        first = datetime(int(month[1]), int(month[2]), 1)  # noqa: DTZ001 - no zone is printed
        return Timestamp(line, first, "month")
    try:
        if iso := _ISO.match(line):
            value = datetime.fromisoformat(line)
            return Timestamp(line, value, _precision_of(iso["clock"]))
        if _MAIL.fullmatch(line):
            from email.utils import parsedate_to_datetime

            value = parsedate_to_datetime(line)
            return Timestamp(line, value, _precision_of(line.split()[-2]))
    except ValueError:
        pass
    return None


def _precision_of(clock: str | None) -> _Precision:
    if clock is None:
        return "day"
    return "second" if sum(map(str.isdigit, clock)) > 4 else "minute"


def _read_weekday(line: str, words: Language, reference: datetime) -> Timestamp | None:
    """A weekday or the day of a month alone: the latest such day up to the reference."""
    days = [{fold(name) for name in group} for group in words.dates.weekdays]
    name, day = fold(line), _ONLY_DAY.fullmatch(line)
    for back in range(31):
        try:
            value = datetime.combine(reference, datetime.min.time()) - timedelta(days=back)
        except OverflowError:
            return None
        if (day and value.day == int(day[1])) or (days and name in days[value.weekday()]):
            return Timestamp(line, value, "day")
    return None


def _guess(
    raw: str,
    words: Language,
    language: str | None,
    order: str | None,
    reference: datetime | None,
) -> Timestamp | None:
    """Ask dateparser, for what holds a year and a name of a month that the tables lack."""
    line = plain(raw)
    if len(line) > _LONGEST_GUESS:
        return None
    codes = tuple(dict.fromkeys(((language or "en").partition("-")[0].lower(), "en")))
    if reference is not None and has_relative(line, words.dates):
        value = _ask(line, codes, order or words.dates.order, reference)
        return Timestamp(raw, value, "minute", relative=True) if value else None
    months = names_of(words.dates).months
    parts = [fold(part) for part in WORD.findall(line)]
    if not 1 <= len(parts) <= 6 or any(map(months.get, parts)):
        return None
    if not (_HAS_YEAR.search(line) and _HAS_DAY.search(line)):
        return None
    value = _ask(line, codes, order or words.dates.order, None)
    if value is None:
        return None
    if value.tzinfo is not None and not _SURE_ZONE.search(line):
        value = value.replace(tzinfo=None)
    return Timestamp(raw, value, "minute" if find_clock(line) else "day")


@lru_cache(maxsize=4096)
def _ask(
    line: str, codes: tuple[str, ...], order: str, reference: datetime | None
) -> datetime | None:
    """Ask dateparser; its clock is the reference, or stands still."""
    import dateparser

    settings: dict[str, Any] = {
        "STRICT_PARSING": True,
        "DATE_ORDER": order.upper(),
        "TIMEZONE": "UTC",
        "RETURN_AS_TIMEZONE_AWARE": False,
        "RELATIVE_BASE": reference or _STILL,
        "PARSERS": ["relative-time" if reference else "absolute-time"],
    }
    if reference is None:
        del settings["RETURN_AS_TIMEZONE_AWARE"]
        settings["REQUIRE_PARTS"] = ["day", "month", "year"]
    value: datetime | None
    with _LOCK:
        try:
            value = dateparser.parse(line, languages=list(codes), settings=settings)
        except ValueError:  # a language that dateparser does not know
            value = dateparser.parse(line, languages=["en"], settings=settings)
    return value
