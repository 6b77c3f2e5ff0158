"""Short lines in, their words out."""

import pytest

from articlekit.parser import open_draft
from articlekit.readers.text import read_text
from articlekit.rules.words import LONGEST, find_words
from articlekit.settle import gather

CASES = [
    ("label", "Read more", {"line=read more", "label-word=read", "label-word=more"}),
    ("marks are cut off", "» Read more…", {"line=read more", "label-word=read", "label-word=more"}),
    (
        "figures are one",
        "Page 12 of 345",
        {"line=page 0 of 0", "label-word=page", "label-word=0", "label-word=of"},
    ),
    ("words twice", "share Share SHARE", {"line=share share share", "label-word=share"}),
    ("inner marks stay", "e-mail", {"line=e-mail", "label-word=e-mail"}),
    (
        "sentence",
        "The council voted for the wall",
        {"word=the", "word=council", "word=voted", "word=for", "word=wall"},
    ),
    ("umlauts", "Nächste Seite", {"line=nächste seite", "label-word=nächste", "label-word=seite"}),
    (
        "no spaces",
        "無断転載",
        {"line=無断転載", "label-word=無断", "label-word=断転", "label-word=転載"},
    ),
    ("one sign", "了", {"line=了"}),
    ("hangul has spaces", "무단 전재", {"line=무단 전재", "label-word=무단", "label-word=전재"}),
]


def names(text: str) -> set[str]:
    [found] = gather(find_words(open_draft(read_text(text))), 1)
    return found.own


@pytest.mark.parametrize(
    ("text", "wanted"), [case[1:] for case in CASES], ids=[c[0] for c in CASES]
)
def test_words(text: str, wanted: set[str]) -> None:
    assert names(text) == wanted


def test_long_lines_are_not_looked_at_word_by_word() -> None:
    assert names(" ".join(["wall"] * LONGEST)) == {"word=wall"}
    assert names(" ".join(["wall"] * (LONGEST + 1))) == set()


def test_lines_of_more_words_are_no_labels() -> None:
    """A word says more in a line of five words than in one of six."""
    assert "label-word=e" in names("a b c d e")
    assert names("a b c d e f") == {f"word={sign}" for sign in "abcdef"}


def test_each_line_speaks_for_itself() -> None:
    found = gather(find_words(open_draft(read_text("Share\n\nPrint"))), 2)

    assert [block.own for block in found] == [
        {"line=share", "label-word=share"},
        {"line=print", "label-word=print"},
    ]
