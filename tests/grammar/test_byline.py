# ruff: noqa: FBT001
import re

import pytest
from case_files import read_authors, read_cases
from hypothesis import given
from hypothesis import strategies as st

from articlekit.grammar.byline.reader import read_byline
from articlekit.grammar.sign_off import read_sign_off
from articlekit.language import lexicon

CASES = read_cases("byline.md")


@pytest.mark.parametrize(("language", "line", "expected"), CASES)
def test_case(language: str | None, line: str, expected: str) -> None:
    reading = read_byline(line, lexicon(language))
    if expected == "none":
        assert reading is None or not reading.authors
        return
    assert reading is not None
    form = re.search(r" \[(\w+)\]$", expected)
    if form:
        expected = expected[: form.start()]
        assert reading.form == form[1]
    authors = read_authors(expected)
    assert [author.name for author in reading.authors] == [name for name, _ in authors]
    for author, (_, fields) in zip(reading.authors, authors, strict=True):
        for field, value in fields.items():
            assert getattr(author, field) == value


def test_cases_are_many() -> None:
    assert len(CASES) >= 150
    assert len({language for language, _, _ in CASES}) >= 30


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("By Nora Quill | January 29, 2025", "January 29, 2025"),
        ("By Nora Quill - 03/05/2022 20:36", "03/05/2022 20:36"),
        ("Nora QuillPublished: Jan 29, 2025", "Published: Jan 29, 2025"),
        ("By Nora Quill", None),
        ("By Nora Quill • 4 min read", None),
    ],
)
def test_date_beside_the_name(line: str, date: str | None) -> None:
    reading = read_byline(line, lexicon("en"))
    assert reading is not None
    assert reading.date_text == date


def test_what_is_not_understood_is_kept() -> None:
    reading = read_byline("By Nora Quill | Politics", lexicon("en"))
    assert reading is not None
    assert "Politics" in reading.leftover


def test_a_job_title_alone_names_no_one() -> None:
    reading = read_byline("Senior Political Correspondent", lexicon("en"))
    assert reading is not None
    assert (reading.form, reading.authors) == ("role", ())


def test_below_the_story_a_bare_name_is_no_byline() -> None:
    assert read_byline("Nora Quill", lexicon("en"), head=False) is None


@pytest.mark.parametrize("line", ["()", "( )", "[]", "（ ）", "【】", "[ ]"])
def test_empty_brackets_are_no_byline(line: str) -> None:
    assert read_byline(line, lexicon("en")) is None
    assert read_sign_off(line, lexicon("en")) is None


def test_long_input_is_refused_at_once() -> None:
    assert read_byline("By Nora Quill " * 100, lexicon("en")) is None


WORDS = [
    "By",
    "by",
    "Nora",
    "Quill",
    "and",
    ",",
    "|",
    "Reuters",
    "in",
    "Paris",
    "(",
    ")",
    "/",
    "Photo:",
    "2025",
    "Jan",
    "@nora",
    "a@b.example",
    "记者",
    "王小明",
    "Reporter",
    "MD",
    "-",
    ";",
    "·",
    "\n",
]


@given(
    st.text(max_size=80) | st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join),
    st.booleans(),
)
def test_nothing_raises(line: str, head: bool) -> None:
    for language in ("en", "pl", "ru"):
        reading = read_byline(line, lexicon(language), head=head)
        if reading is not None:
            assert all(author.name for author in reading.authors)
            assert reading.form == "role" or reading.authors


@pytest.mark.parametrize("line", ["()", "( )", "[]", "(\u3000)"])
def test_brackets_with_nothing_inside_are_no_byline(line: str) -> None:
    assert read_byline(line, lexicon("en")) is None
