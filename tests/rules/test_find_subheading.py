"""Questions that take up the sentence before them, alone and among others."""

from __future__ import annotations

import pytest

from articlekit.parser import open_draft
from articlekit.readers.text import read_text
from articlekit.rules.subheading import find_subheading

PROSE = "The last boat was sold in March, and the crew of eleven went home without any pay."


def asked(language: str, *lines: str) -> set[str]:
    """Names of the clues of the last line, which stands over prose."""
    draft = open_draft(read_text("\n\n".join((PROSE, *lines, PROSE))), language)
    return {clue.name for clue in find_subheading(draft) if clue.block == len(lines)}


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "So where does that leave the ferry?"),
        ("de", "Aber wer bezahlt die Fähre?"),
        ("fr", "Mais qui paiera le bac ?"),
    ],
)
def test_a_lone_question_that_runs_on_is_a_paragraph(language: str, line: str) -> None:
    assert not asked(language, line)


def test_among_questions_it_may_be_a_heading() -> None:
    found = asked("en", "Who paid for the ferry?", PROSE, "So what happens in May?")
    assert {"asks=direct", "asks-over-prose"} <= found


def test_a_question_that_opens_anew_is_a_heading() -> None:
    assert {"asks=direct", "asks-over-prose"} <= asked("en", "Where does that leave the ferry?")
