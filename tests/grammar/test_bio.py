import pytest
from case_files import read_authors, read_cases
from hypothesis import given
from hypothesis import strategies as st

from articlekit.grammar.bio import read_bio
from articlekit.language import lexicon

CASES = read_cases("bio.md")


@pytest.mark.parametrize(("language", "text", "expected"), CASES)
def test_case(language: str | None, text: str, expected: str) -> None:
    reading = read_bio(text, lexicon(language))
    if expected == "none":
        assert reading is None
        return
    assert reading is not None
    [(name, fields)] = read_authors(expected)
    assert reading.name == name
    for field, value in fields.items():
        assert getattr(reading, field) == value


def test_cases_are_many() -> None:
    assert len(CASES) >= 40


def test_vocabulary_is_counted() -> None:
    reading = read_bio(
        "Nora Quill is a reporter based in Oslo. She graduated in 2001.", lexicon("en")
    )
    assert reading is not None
    assert reading.vocabulary_hits >= 2


def test_heading_on_the_same_line() -> None:
    reading = read_bio("About the author: Luc Morel is a journalist in Lyon.", lexicon("en"))
    assert reading is not None
    assert reading.heading == "About the author:"


WORDS = [
    "Nora",
    "Quill",
    "is",
    "a",
    "reporter",
    "at",
    "The",
    "Herald",
    "'s",
    ".",
    ",",
    "About the author:",
]


@given(st.text(max_size=200) | st.lists(st.sampled_from(WORDS), max_size=15).map(" ".join))
def test_nothing_raises(text: str) -> None:
    for language in ("en", "ru"):
        reading = read_bio(text, lexicon(language))
        assert reading is None or reading.name
