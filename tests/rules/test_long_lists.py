"""Pages of very many names and lines: what is looked for is bounded, and is found as elsewhere."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlekit.choose import authors
from articlekit.metadata import Metadata
from articlekit.model import Author
from articlekit.parser import observe, open_draft
from articlekit.readers.text import read_text
from articlekit.rules import author_bio, byline, quotation

WORDS = st.sampled_from(
    ["we", "had", "no", "choice", "at", "all", "the", "wall", "Town,", "“Said”"]
)
LINES = st.lists(st.lists(WORDS, min_size=5, max_size=30).map(" ".join), max_size=12)


def clues(text: str, name: str) -> Iterator[int]:
    """The blocks of a text at which there is a clue."""
    for sign in observe(open_draft(read_text(text))):
        if getattr(sign, "name", None) == name:
            yield sign.block


def directory(count: int) -> str:
    names = [f"Jane R{chr(97 + at)}e" for at in range(count)]
    lines = "\n".join(f"By {name}" for name in names)
    told = "\n\n".join(f"{name} is a reporter at The Herald, covering courts." for name in names)
    story = "\n\n".join(f"The mayor met {name} on Monday and spoke of the wall." for name in names)
    return f"A wall for the town\n\n{lines}\n\n{story}\n\n{told}"


def test_biographies_are_matched_with_the_first_names_only(monkeypatch: pytest.MonkeyPatch) -> None:
    source = directory(6)
    assert len(list(clues(source, "bio-of-author"))) == 6

    monkeypatch.setattr(author_bio, "_MOST_NAMES", 4)

    assert len(list(clues(source, "bio-of-author"))) == 4


def test_the_first_names_only_are_looked_for_in_the_story(monkeypatch: pytest.MonkeyPatch) -> None:
    source = directory(6)
    found = list(clues(source, "name-in-story"))

    monkeypatch.setattr(byline, "MOST_NAMES", 4)

    assert len(found) == 6
    assert list(clues(source, "name-in-story")) == found[:4]


def test_the_first_visible_authors_count() -> None:
    many = [Author(name=f"Jane R{chr(97 + at % 26)}{chr(97 + at // 26)}e") for at in range(300)]

    found = authors.choose_authors(many, Metadata())

    assert found == tuple(many[: authors.MOST_SEEN])


@given(LINES, LINES)
def test_lines_lifted_from_the_story_are_found_in_long_stories_too(
    display: list[str], story: list[str]
) -> None:
    long = [quotation._plain(text) for text in story]
    known = set(" ".join(long).split())
    searched, gathered = " \n ".join(("", *long, "")), quotation._shingles(long)

    for line in (*display, *story):
        words = quotation._plain(line).split()
        assert quotation._is_lifted(words, searched, known) == quotation._is_lifted(
            words, gathered, known
        )
