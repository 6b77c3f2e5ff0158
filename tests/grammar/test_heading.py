"""Questions and numbers of headings: the readable cases, and that no text breaks the rules."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlekit.grammar.heading import number_of, question_of
from articlekit.language import codes, lexicon

CASES = Path(__file__).parent.parent / "cases" / "question.md"


def read_cases() -> list[tuple[str, str, str]]:
    """The cases as language, heading and what is expected."""
    found, code = [], ""
    for line in CASES.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            code = line[3:].strip()
        elif line.startswith("- ") and " → " in line:
            heading, _, expected = line[2:].rpartition(" → ")
            found.append((code, heading, expected))
    return found


KNOWN = [case for case in read_cases() if case[0] == "any" or case[0] in codes()]


@pytest.mark.parametrize(("code", "heading", "expected"), KNOWN, ids=[case[1] for case in KNOWN])
def test_case(code: str, heading: str, expected: str) -> None:
    """The heading asks what the case says, and carries its number."""
    language = None if code == "any" else code
    question, _, number = expected.partition("; number ")
    assert (question_of(heading, lexicon(language), language) or "none") == question
    assert (number_of(heading) or "") == number


def test_enough_cases() -> None:
    """The file covers what it is meant to cover."""
    cases = read_cases()
    assert len(cases) >= 100
    assert len({code for code, _, _ in cases}) >= 25


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
