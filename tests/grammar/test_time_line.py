"""Time lines against the readable cases of `tests/cases/time_line.md`, and against any line."""

from __future__ import annotations

import os
import re
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlekit.grammar.time_line import TimeLineReading, read_time_line
from articlekit.language import BylineWords, DateWords, Language, codes, lexicon

if TYPE_CHECKING:
    from articlekit.model import Timestamp

_FILE = Path(__file__).parents[1] / "cases" / "time_line.md"
_UNITS = ("minute", "hour", "day")


class _Case(NamedTuple):
    language: str
    line: str
    expected: tuple[str, str, str, str, bool] | None
    """Published, modified, minutes, left over, labelled; `None` for no time line."""


def _groups(given: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(group.strip().split("/")) for group in given.split(",") if group.strip())


def _language(code: str, fields: dict[str, str]) -> Language:
    def words(name: str) -> tuple[str, ...]:
        return tuple(filter(None, fields.get(name, "").split("/")))

    dates = DateWords(
        months=_groups(fields.get("months", "")),
        weekdays=_groups(fields.get("weekdays", "")),
        published=words("published"),
        modified=words("modified"),
        relative=words("relative"),
        units={unit: words(unit) for unit in _UNITS},
        reading_time=words("reading"),
        order=fields.get("order", "dmy"),
    )
    return Language(code, code, byline=BylineWords(text=words("by")), dates=dates)


def _read_file() -> tuple[dict[str, Language], list[_Case]]:
    languages: dict[str, Language] = {}
    cases: list[_Case] = []
    for section in re.split(r"^## ", _FILE.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        code, _, body = section.partition("\n")
        head, _, negatives = body.partition("None:")
        fields = dict(re.findall(r"^- (\w+): (.*)$", head, flags=re.MULTILINE))
        languages[code] = _language(code, fields)
        for row in re.findall(r"^\| (.*)\|$", head, flags=re.MULTILINE):
            line, published, modified, minutes, left = (
                cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", row)
            )
            if line != "line":
                expected = (published, modified, minutes, left.rstrip("*"), left.endswith("*"))
                cases.append(_Case(code, line, expected))
        refused = re.findall(r"^- (.*)$", negatives, flags=re.MULTILINE)
        cases.extend(_Case(code, line, None) for line in refused)
    return languages, cases


_LANGUAGES, _CASES = _read_file()
UNKNOWN_TO_TABLES = {
    "Akt.: 29. Juni 2025 - 21.18 Uhr",
    "5 gennaio 2025 ( modifica il 6 gennaio 2025 | 15:24)",
}
"""Lines whose label stands in the case file only."""


def _show(stamp: Timestamp | None) -> str:
    if stamp is None:
        return "-"
    if stamp.value is None:
        return "ago" if stamp.relative else "?"
    if stamp.precision in ("day", "month"):
        return stamp.value.date().isoformat()
    return stamp.value.isoformat(timespec="seconds" if stamp.value.second else "minutes")


def _show_reading(reading: TimeLineReading) -> tuple[str, str, str, str, bool]:
    minutes = "-" if reading.reading_minutes is None else str(reading.reading_minutes)
    moments = _show(reading.published), _show(reading.modified)
    return (*moments, minutes, reading.leftover, reading.labelled)


def _read(case: _Case, words: Language) -> tuple[str, str, str, str, bool] | None:
    reading = read_time_line(case.line, words, case.language)
    return None if reading is None else _show_reading(reading)


@pytest.mark.parametrize("case", _CASES, ids=lambda case: f"{case.language}: {case.line}")
def test_case(case: _Case) -> None:
    assert _read(case, _LANGUAGES[case.language]) == case.expected


@pytest.mark.parametrize("code", sorted(set(codes()) & set(_LANGUAGES)))
def test_the_tables_of_the_package_know_the_words(code: str) -> None:
    cases = [case for case in _CASES if case.language == code]
    missed = [case.line for case in cases if _read(case, lexicon(code)) != case.expected]
    assert set(missed) <= UNKNOWN_TO_TABLES


def test_a_language_without_table_is_left_to_dateparser() -> None:
    reading = read_time_line("3 Μαΐου 2024", _LANGUAGES["en"], "el")
    assert reading is not None
    assert _show(reading.published) == "2024-05-03"
    assert read_time_line("Ομάδα 5 2024", _LANGUAGES["en"], "el") is None


def test_there_are_enough_cases() -> None:
    assert len(_CASES) >= 120
    assert len(_LANGUAGES) >= 25
    assert sum(case.expected is None for case in _CASES) >= 30


def test_what_is_printed_is_kept() -> None:
    reading = read_time_line("Published: Fri, 3 May 2024 at 5:47 pm", _LANGUAGES["en"], "en")
    assert reading is not None
    assert reading.published is not None
    assert reading.published.raw == "Fri, 3 May 2024 at 5:47 pm"


def test_long_lines_are_no_time_lines() -> None:
    assert read_time_line("May 3, 2024 " + "x" * 500, _LANGUAGES["en"], "en") is None
    assert read_time_line("9" * 5000, _LANGUAGES["en"], "en") is None


_PARTS = st.sampled_from(
    [part for case in _CASES for part in case.line.split()]
    + ["9" * 50, "००", "²", "ſ", "İ", "\x00"]
)
_LINES = st.one_of(
    st.text(max_size=120),
    st.lists(_PARTS, max_size=14).map(" ".join),
    st.lists(_PARTS, max_size=10).map("".join),
)


@given(line=_LINES, code=st.sampled_from(sorted(_LANGUAGES)))
def test_no_line_raises_and_no_two_answers(line: str, code: str) -> None:
    words = _LANGUAGES[code]
    first = read_time_line(line, words, code)
    assert first == read_time_line(line, words, code)
    if first is not None:
        assert first.published or first.modified or first.reading_minutes
        for stamp in (first.published, first.modified):
            assert stamp is None or stamp.raw in line


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the zone cannot be set here")
def test_the_zone_of_the_machine_does_not_matter(monkeypatch: pytest.MonkeyPatch) -> None:
    def readings(zone: str) -> list[TimeLineReading | None]:
        monkeypatch.setitem(os.environ, "TZ", zone)
        time.tzset()
        return [read_time_line(c.line, _LANGUAGES[c.language], c.language) for c in _CASES]

    try:
        assert readings("UTC") == readings("Pacific/Kiritimati") == readings("America/New_York")
    finally:
        monkeypatch.undo()
        time.tzset()
