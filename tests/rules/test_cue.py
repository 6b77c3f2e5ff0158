"""Lines in, kinds of boilerplate out that their words speak for."""

import pytest

from articlekit.parser import open_draft
from articlekit.readers.text import read_text
from articlekit.rules.cue import find_cue

LONG = "it asks you for what it may keep and for how long it may be kept on your machine " * 3


def clues(*lines: str) -> list[tuple[int, str]]:
    draft = open_draft(read_text("\n\n".join(lines)), "en")
    return [(clue.block, clue.name) for clue in find_cue(draft)]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Related stories", "says-related=whole"),
        ("Read more: the river is rising", "says-related=start"),
        (f"We use cookies on this website: {LONG}", "opens-cookie"),
    ],
)
def test_what_a_line_speaks_for(line: str, name: str) -> None:
    assert (0, name) in clues(line)


def test_the_rest_of_a_long_line_is_prose() -> None:
    assert clues(f"The council met on Monday. {LONG} Read more. We use cookies.") == []


def test_a_phrase_stands_over_a_text_of_its_kind() -> None:
    assert (1, "under-about_publisher") in clues("About us", f"The Harbour Times says {LONG}")
