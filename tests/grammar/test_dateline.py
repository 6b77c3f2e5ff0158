"""Datelines: the readable cases of `cases/dateline.md`, and promises for any text."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlekit.grammar.dateline.reader import read_dateline
from articlekit.language import lexicon
from articlekit.model import Place

_FILE = Path(__file__).parents[1] / "cases" / "dateline.md"
_TOLD = Path(__file__).parents[2] / "docs" / "conventions.md"
_POSITIVE = re.compile(r"- (?P<language>[a-z]{2}) `(?P<dateline>[^`]+)` ?(?P<prose>.+)")
_NEGATIVE = re.compile(r"- (?P<language>[a-z]{2}) no: (?P<text>.+)")


class _Case(NamedTuple):
    language: str
    dateline: str
    prose: str
    parts: str


def _cases() -> tuple[list[_Case], list[tuple[str, str]]]:
    """The positive cases with their lines of parts, and the negative ones."""
    lines = _FILE.read_text(encoding="utf-8").splitlines()
    positive, negative = [], []
    for line, below in zip(lines, [*lines[1:], ""], strict=True):
        if (found := _NEGATIVE.fullmatch(line)) is not None:
            negative.append((found["language"], found["text"]))
        elif (found := _POSITIVE.fullmatch(line)) is not None:
            positive.append(_Case(*found.group("language", "dateline", "prose"), below.strip()))
    return positive, negative


def _parts(text: str) -> dict[str, list[str]]:
    """Every part of a case by name; a place keeps its region, country and kind as printed."""
    parts: dict[str, list[str]] = {}
    for part in text.split("; "):
        name, _, value = part.partition(" ")
        parts.setdefault(name, []).append(value)
    return parts


def _place(text: str) -> Place:
    """ "ALTOONA, region Pa." as a place."""
    name, *more = re.split(r", (?=(?:region|country|kind) )", text)
    fields = dict(part.split(" ", 1) for part in more)
    return Place(name, fields.get("region"), fields.get("country"), fields.get("kind", "city"))


_POSITIVES, _NEGATIVES = _cases()


def test_the_file_has_enough_cases() -> None:
    assert len(_POSITIVES) >= 80
    assert len(_NEGATIVES) >= 50
    assert len({case.language for case in _POSITIVES}) >= 25


def test_every_style_is_told_in_the_conventions() -> None:
    told = set(re.findall(r"`([a-z-]+)`", _TOLD.read_text(encoding="utf-8")))
    styles = {style for case in _POSITIVES for style in _parts(case.parts).get("style", ())}

    assert styles
    assert styles <= told


@pytest.mark.parametrize("case", _POSITIVES, ids=lambda case: f"{case.language}: {case.dateline}")
def test_reads_a_dateline(case: _Case) -> None:
    parts = _parts(case.parts)
    publishers = frozenset(parts.get("given", ()))
    reading = read_dateline(
        case.dateline + case.prose, lexicon(case.language), publishers, case.language
    )
    assert reading is not None
    assert (case.dateline + case.prose)[reading.end :] == case.prose
    assert list(reading.places) == [_place(text) for text in parts.get("place", ())]
    assert [reading.date_text] == parts.get("date", [None])
    assert list(reading.sources) == parts.get("source", [])
    assert [reading.desk] == parts.get("desk", [None])
    assert list(reading.reporters) == parts.get("reporter", [])
    assert "style" not in parts or [reading.style] == parts["style"]


@pytest.mark.parametrize(("language", "text"), _NEGATIVES)
def test_reads_no_dateline(language: str, text: str) -> None:
    assert read_dateline(text, lexicon(language), language=language) is None


def test_a_publisher_must_be_known_where_the_place_is_not() -> None:
    text = "Little Snoring (Norfolk Lantern) - The parish will mend its clock."
    assert read_dateline(text, lexicon("en")) is None
    assert read_dateline(text, lexicon("en"), frozenset({"norfolk lantern"})) is not None


@given(
    st.text(max_size=300) | st.text(alphabet="OSLO (AP),./-—:=0123 May【】新华社电", max_size=220)
)
def test_the_end_lies_within_any_text(text: str) -> None:
    reading = read_dateline(text, lexicon("en"), language="de")
    assert reading is None or 0 < reading.end <= len(text)
