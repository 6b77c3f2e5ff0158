"""Questions and numbers of headings: the readable cases, and that no text breaks the rules."""

from __future__ import annotations

import pytest
from case_files import read_cases
from hypothesis import given
from hypothesis import strategies as st

from articlekit.grammar.heading import number_of, question_of
from articlekit.language import lexicon

CASES = read_cases("question.md", " → ")


@pytest.mark.parametrize(
    ("language", "heading", "expected"), CASES, ids=[case[1] for case in CASES]
)
def test_case(language: str | None, heading: str, expected: str) -> None:
    """The heading asks what the case says, and carries its number."""
    question, _, number = expected.partition("; number ")
    assert (question_of(heading, lexicon(language), language) or "none") == question
    assert (number_of(heading) or "") == number


def test_enough_cases() -> None:
    """The file covers what it is meant to cover."""
    assert len(CASES) >= 100
    assert len({language for language, _, _ in CASES}) >= 25


def test_long_text_is_no_heading() -> None:
    """Paragraphs are not looked at."""
    assert question_of("Why " * 200 + "?", lexicon("en"), "en") is None


@given(
    st.text(max_size=120), st.sampled_from([None, "en", "de", "el", "fr", "ja", "ko", "tr", "xx"])
)
def test_nothing_breaks_it(text: str, language: str | None) -> None:
    """No text raises, and a number stands at the head of its text."""
    assert question_of(text, lexicon(language), language) in ("direct", "indirect", None)
    number = number_of(text)
    assert number is None or number in text[:40]
