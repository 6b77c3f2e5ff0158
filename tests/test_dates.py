"""Dates read whole: every step of the ladder, what stays open, and what no input may do."""

# ruff: noqa: DTZ001 - dates without a zone are what most pages print
from __future__ import annotations

import os
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlekit.dates import find_dates, read_date
from articlekit.language import DateWords, Language

_DAYS = "Monday/Mon Tuesday/Tue Wednesday/Wed Thursday/Thu Friday/Fri Saturday/Sat Sunday/Sun"
_MONTHS = (
    "January/Jan February/Feb March/Mar April/Apr May June/Jun July/Jul August/Aug "
    "September/Sep/Sept October/Oct November/Nov December/Dec"
)


def _groups(text: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(group.split("/")) for group in text.split())


_WORDS = DateWords(
    months=_groups(_MONTHS),
    weekdays=_groups(_DAYS),
    published=("Published",),
    modified=("Updated",),
    relative=("ago", "vor", "hace", "yesterday"),
    units={
        "minute": ("minute", "minutes", "min"),
        "hour": ("hour", "hours", "Stunden", "horas"),
        "day": ("day", "days"),
        "week": ("week", "weeks"),
        "month": ("month", "months"),
        "year": ("year", "years"),
    },
    order="mdy",
)
_ENGLISH = Language("en", "English", dates=_WORDS)
_DAY_FIRST = Language("de", "German", dates=DateWords(months=_WORDS.months, order="dmy"))
_YEAR_FIRST = Language("ko", "Korean", dates=DateWords(order="ymd"))
_REFERENCE = datetime(2024, 3, 31, 12, 0)


def _zone(hours: float) -> timezone:
    return timezone(timedelta(hours=hours))


@pytest.mark.parametrize(
    ("text", "value", "precision"),
    [
        ("2024-05-03", datetime(2024, 5, 3), "day"),
        ("20240503", datetime(2024, 5, 3), "day"),
        ("2024-05", datetime(2024, 5, 1), "month"),
        ("2024-05-03T10:15", datetime(2024, 5, 3, 10, 15), "minute"),
        ("2024-05-03T10:15:30Z", datetime(2024, 5, 3, 10, 15, 30, tzinfo=_zone(0)), "second"),
        (
            "2024-05-03 10:15:30.250+0200",
            datetime(2024, 5, 3, 10, 15, 30, 250000, tzinfo=_zone(2)),
            "second",
        ),
        ("2024-05-03 10:15:30 +0200", datetime(2024, 5, 3, 10, 15, 30, tzinfo=_zone(2)), "second"),
        ("2024-05-03 10:15 UTC", datetime(2024, 5, 3, 10, 15, tzinfo=_zone(0)), "minute"),
        ("Fri, 03 May 2024 10:15:00 GMT", datetime(2024, 5, 3, 10, 15, tzinfo=_zone(0)), "second"),
        ("3 May 2024 10:15 -0500", datetime(2024, 5, 3, 10, 15, tzinfo=_zone(-5)), "minute"),
        ("12 May 2024, 5:47 pm", datetime(2024, 5, 12, 17, 47), "minute"),
        ("May 12th, 2024 10:15 am EDT", datetime(2024, 5, 12, 10, 15, tzinfo=_zone(-4)), "minute"),
        ("May 12, 2024 10:15 P.M.", datetime(2024, 5, 12, 22, 15), "minute"),
        ("May 12, 2024 12:00 p. m.", datetime(2024, 5, 12, 12, 0), "minute"),
        ("9am, 12 May 2024", datetime(2024, 5, 12, 9, 0), "minute"),
        ("Sept. 2, 2024", datetime(2024, 9, 2), "day"),
        ("2-May-2024", datetime(2024, 5, 2), "day"),
        ("May 2024", datetime(2024, 5, 1), "month"),
        ("Published on 2 May 2024", datetime(2024, 5, 2), "day"),
        ("29 February 2024", datetime(2024, 2, 29), "day"),
        ("3 May 2024 10:15 CST", datetime(2024, 5, 3, 10, 15), "minute"),
        ("3 May 2024 10:15 IST", datetime(2024, 5, 3, 10, 15), "minute"),
        ("3 May 2024 10:15 BST", datetime(2024, 5, 3, 10, 15), "minute"),
        (
            "3 May 2024 10:15:30.123 UTC",
            datetime(2024, 5, 3, 10, 15, 30, tzinfo=_zone(0)),
            "second",
        ),
        ("2024\u00a0年\u00a05月3日", datetime(2024, 5, 3), "day"),
        ("٣ May ٢٠٢٤", datetime(2024, 5, 3), "day"),
    ],
)
def test_reads(text: str, value: datetime, precision: str) -> None:
    stamp = read_date(text, _ENGLISH, "en")
    assert stamp is not None
    assert (stamp.value, stamp.precision, stamp.relative) == (value, precision, False)
    assert stamp.value is not None
    assert stamp.value.tzinfo == value.tzinfo


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2024",
        "17:47",
        "1-0",
        "31 February 2024",
        "31.02.2024",
        "2023-02-29",
        "2024-13-01",
        "2024年2月30日",
        "0 May 2024",
        "00/00/2024",
        "0001-01-01T00:00:00Z",
        "192.168.1.10",
        "555-0142",
        "1714730400",
        "3 พฤษภาคม 2567",
        "๓ May ๒๐๒๔",
        "Monday",
        "3 May 2024 - 4 May 2024",
        "3 May 2024 24:10",
        "The council closed the bridge on 3 May 2024 for good",
        "9" * 5000,
        "May 3, " + "2" * 200,
    ],
)
def test_refuses(text: str) -> None:
    assert read_date(text, _ENGLISH, "en") is None


@pytest.mark.parametrize(
    ("text", "words", "order", "expected"),
    [
        ("05/06/2024", _ENGLISH, None, None),
        ("05/06/2024 10:15", _ENGLISH, None, None),
        ("05/06/2024", _ENGLISH, "dmy", (6, 5)),
        ("05/06/2024", _ENGLISH, "mdy", (5, 6)),
        ("25/06/2024", _ENGLISH, "mdy", (6, 25)),
        ("06/25/2024", _ENGLISH, "dmy", (6, 25)),
        ("06/06/2024", _ENGLISH, None, (6, 6)),
        ("05/06/2024", _DAY_FIRST, None, (6, 5)),
        ("05/06/2024", _DAY_FIRST, "mdy", (5, 6)),
        ("05.06.2024", _DAY_FIRST, None, (6, 5)),
        ("05.06.2024", _ENGLISH, "mdy", (6, 5)),
        ("24.06.05", _YEAR_FIRST, None, (6, 5)),
    ],
)
def test_order_of_figures(
    text: str, words: Language, order: str | None, expected: tuple[int, int] | None
) -> None:
    stamp = read_date(text, words, words.code, order)
    assert stamp is not None
    value = stamp.value
    assert (value and (value.month, value.day)) == expected
    if value is None:
        assert stamp.precision == "none"
    else:
        assert value.year == 2024


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("May 3", datetime(2024, 5, 3)),
        ("Dec 30", datetime(2023, 12, 30)),
        ("3 January, 10:15 am", datetime(2024, 1, 3, 10, 15)),
        ("29 February", datetime(2024, 2, 29)),
        ("5月3日", datetime(2024, 5, 3)),
    ],
)
def test_day_without_year_is_open_without_a_reference(text: str, value: datetime) -> None:
    stamp = read_date(text, _ENGLISH, "en")
    assert stamp is not None
    assert (stamp.raw, stamp.value, stamp.precision) == (text, None, "none")
    stamp = read_date(text, _ENGLISH, "en", reference=_REFERENCE)
    assert stamp is not None
    assert stamp.value == value


@pytest.mark.parametrize(
    ("text", "value", "precision"),
    [
        ("3 hours ago", datetime(2024, 3, 31, 9, 0), "minute"),
        ("Updated 3 hours ago", datetime(2024, 3, 31, 9, 0), "minute"),
        ("an hour ago", None, "none"),
        ("20 min ago", datetime(2024, 3, 31, 11, 40), "minute"),
        ("2 days ago", datetime(2024, 3, 29, 12, 0), "day"),
        ("1 month ago", datetime(2024, 2, 28, 12, 0), "month"),
        ("2 years ago", datetime(2022, 3, 28, 12, 0), "year"),
        ("vor 2 Stunden", datetime(2024, 3, 31, 10, 0), "minute"),
        ("Hace 2 horas", datetime(2024, 3, 31, 10, 0), "minute"),
        ("9999 years ago", None, "none"),
    ],
)
def test_relative_times(text: str, value: datetime | None, precision: str) -> None:
    stamp = read_date(text, _ENGLISH, "en")
    assert stamp is not None
    assert stamp.relative
    assert stamp.value is None
    stamp = read_date(text, _ENGLISH, "en", reference=_REFERENCE)
    assert stamp is not None
    assert stamp.relative
    assert (stamp.value, stamp.precision) == (value, precision)


def test_weekday_and_day_of_month_lean_on_the_reference() -> None:
    stamp = read_date("Friday", _ENGLISH, "en", reference=_REFERENCE)
    assert stamp is not None
    assert stamp.value == datetime(2024, 3, 29)
    stamp = read_date("3日", _ENGLISH, "ja", reference=_REFERENCE)
    assert stamp is not None
    assert stamp.value == datetime(2024, 3, 3)


def test_dateparser_reads_what_the_tables_lack() -> None:
    stamp = read_date("3 Μαΐου 2024", _ENGLISH, "el")
    assert stamp is not None
    assert stamp.value == datetime(2024, 5, 3)
    assert read_date("3 Μαΐου 2024", _ENGLISH, "xx") is None


def test_dateparser_is_not_loaded_for_usual_dates() -> None:
    program = (
        "import sys\n"
        "from articlekit.dates import read_date\n"
        "from articlekit.language import Language\n"
        "for text in ('2024-05-03', '03.05.2024, 10:15', '5月3日', 'none at all', '1-0'):\n"
        "    read_date(text, Language('en', 'English'), 'en')\n"
        "sys.exit('dateparser' in sys.modules)\n"
    )
    ran = subprocess.run([sys.executable, "-c", program], check=False)  # noqa: S603 - our own words
    assert ran.returncode == 0


def test_dates_of_a_line_stand_where_they_are_found() -> None:
    line = "Updated 10:15 am, Fri, May 3, 2024 and ２０２４/05/04"
    found = find_dates(line, _ENGLISH)
    assert [line[date.start : date.end] for date in found] == [
        "10:15 am, Fri, May 3, 2024",
        "２０２４/05/04",
    ]


_PARTS = st.sampled_from(
    [
        *("May", "Feb.", "Mon,", "(Fri)", "31", "29", "2024", "2023", "0000", "99999999999"),
        *(
            "12/05/2024",
            "05.06.24",
            "20240503",
            "年",
            "5月",
            "3日",
            "오전",
            "٣",
            "๓",
            "²",
            "ſ",
            "İ",
        ),
        *("10:15", "24:00", "5:47", "pm", "a.m.", "UTC+2", "+0200", "CST", "Z", "T"),
        *("3", "ago", "vor", "hours", "of", "de", "'", "-", "/", ".", ","),
    ]
)
_TEXTS = st.one_of(
    st.text(max_size=80),
    st.lists(_PARTS, max_size=10).map(" ".join),
    st.lists(_PARTS, max_size=8).map("".join),
    st.datetimes().map(str),
)
_REFERENCES = st.none() | st.datetimes() | st.datetimes(timezones=st.just(UTC))


@given(text=_TEXTS, order=st.sampled_from([None, "dmy", "mdy", "ymd"]), reference=_REFERENCES)
def test_no_text_raises(text: str, order: str | None, reference: datetime | None) -> None:
    for words in (_ENGLISH, _DAY_FIRST, _YEAR_FIRST):
        stamp = read_date(text, words, words.code, order, reference)
        assert stamp == read_date(text, words, words.code, order, reference)
        if stamp is not None:
            assert (stamp.value is None) == (stamp.precision == "none")
            assert stamp.raw in " ".join(text.split())


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the zone cannot be set here")
@pytest.mark.parametrize(
    "text", ["May 3, 2024 10:15", "3 May", "3 hours ago", "3 Μαΐου 2024 10:15"]
)
def test_neither_zone_nor_clock_matters(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def readings(zone: str) -> list[object]:
        monkeypatch.setitem(os.environ, "TZ", zone)
        time.tzset()
        return [read_date(text, _ENGLISH, "el", reference=r) for r in (None, _REFERENCE)]

    try:
        now = readings("UTC")
        assert readings("Pacific/Kiritimati") == readings("America/New_York") == now
    finally:
        monkeypatch.undo()
        time.tzset()
