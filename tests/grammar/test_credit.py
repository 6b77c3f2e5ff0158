"""Picture credits: the readable cases, and that no text breaks the reader."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from articlekit.grammar.credit.in_caption import split_caption
from articlekit.grammar.credit.reader import CreditReading, is_of_viewer, read_credit, split_credit
from articlekit.language import codes, lexicon

CASES = Path(__file__).parent.parent / "cases" / "credit.md"
FIELDS = {"people": "photographers", "orgs": "organisations"}
PIECES = (
    *"/|©(),.:;-–…[]（）@＝",
    *(" ", "via ", "Photo", "Photo by ", "Credit", "Foto: ", "Bild", "File", "Pool", "AFP", "dpa"),
    *("Reuters", "Getty Images", "Ann Lee", "JOHN ROWE", "The Herald", "写真", "撮影", "佐藤花子"),
    *("All rights reserved", "2026", "CC BY-SA 4.0", "the harbour", "hide caption", "\n", "\u3000"),
)


def read_cases() -> list[tuple[str, str, str]]:
    """The cases as language, marked line and what is expected."""
    found, code = [], ""
    for line in CASES.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            code = line[3:].strip()
        elif line.startswith("- "):
            marked, _, expected = line[2:].rpartition(" → ")
            found.append((code, marked, expected))
    return found


KNOWN = [case for case in read_cases() if case[0].partition(" ")[0] in {"any", *codes()}]


@pytest.mark.parametrize(("code", "marked", "expected"), KNOWN, ids=[case[1] for case in KNOWN])
def test_case(code: str, marked: str, expected: str) -> None:
    """The credit stands where it is marked, and its parts are read."""
    line = re.sub("[⟦⟧]", "", marked)
    code, _, caption = code.partition(" ")
    words = lexicon(None if code == "any" else code)
    reading = split_caption(line, words) if caption else split_credit(line, words)
    if expected == "none":
        assert reading is None
        return
    assert reading is not None
    start = marked.index("⟦")
    assert (reading.start, reading.end) == (start, marked.index("⟧") - 1)
    for part in expected.split("; "):
        key, _, value = part.partition(" ")
        got = getattr(reading, FIELDS.get(key, key))
        if isinstance(got, tuple):
            assert sorted(got) == sorted(value.split(" + ")), key
        else:
            assert got == value


def test_enough_cases() -> None:
    """The file covers what it is meant to cover."""
    cases = read_cases()
    assert len(cases) >= 150
    assert len({code for code, _, _ in cases}) >= 25


def test_whole_line_only() -> None:
    """`read_credit` refuses a credit with a caption, and very long lines."""
    words = lexicon("en")
    assert read_credit("The harbour. Ann Lee/AFP", words) is None
    assert isinstance(read_credit("Ann Lee/AFP", words), CreditReading)
    assert read_credit("Ann Lee/AFP " * 40, words) is None


def test_long_prose_is_read_from_its_end() -> None:
    """A caption of any length may end in a credit."""
    caption = "The harbour lies in the sun and nothing moves. " * 20
    reading = split_credit(caption + "Ann Lee/AFP", lexicon("en"))
    assert reading is not None
    assert reading.start == len(caption)


STRETCHES = [
    ("The crew and its boat. ⟦Tidewater Rowing Club⟧", {"Tidewater Rowing Club"}),
    ("The crew and its boat ⟦Ann Lee⟧", {"Ann Lee"}),
    ("The crew and its boat⟦(the club)⟧", set()),
    ("⟦Ann Lee / Tidewater⟧ The crew and its boat", {"Ann Lee", "Tidewater"}),
    ("⟦whoever took it⟧", set()),
]


@pytest.mark.parametrize(("printed", "named"), STRETCHES)
def test_what_the_page_marks_is_the_credit(printed: str, named: set[str]) -> None:
    """Whatever it says; who is named is read as far as it can be."""
    line = re.sub("[⟦⟧]", "", printed)
    stretch = printed.index("⟦"), printed.index("⟧") - 1
    reading = split_caption(line, lexicon("en"), stretch)
    assert reading is not None
    assert (reading.start, reading.end) == stretch
    assert {*reading.photographers, *reading.organisations} == named


def test_words_go_before_what_is_marked() -> None:
    """A label before the marked name belongs to the credit; a marked page-long text is none."""
    words = lexicon("en")
    line = "The crew and its boat. Photo: Ann Lee"
    reading = split_caption(line, words, (line.index("Ann"), len(line)))
    assert reading is not None
    assert line[reading.start :] == "Photo: Ann Lee"
    sentence = "The crew rowed for nine hours and came home with two of its three boats."
    assert split_caption(sentence, words, (0, len(sentence))) is None


def test_words_of_the_viewer() -> None:
    assert is_of_viewer("View 3 images", lexicon("en"))
    assert is_of_viewer("hide caption toggle caption", lexicon("en"))
    assert not is_of_viewer("View 3 images of the harbour", lexicon("en"))
    assert not is_of_viewer("2024", lexicon("en"))


@given(
    st.one_of(st.text(max_size=200), st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
)
@example("(" * 300)
@example("Credit" * 100)
@example("/" * 300)
@example("Ann Lee (" * 30)
def test_nothing_breaks_it(text: str) -> None:
    """No text raises; a credit lies inside the text and is not empty."""
    for code in (None, *codes()[:4]):
        reading = split_credit(text, lexicon(code))
        if reading is not None:
            assert 0 <= reading.start < reading.end <= len(text)
            assert text[reading.start : reading.end].strip()


@pytest.mark.parametrize(
    "line", ["Foto: “ ”", "Foto:' '' ( ” )", "Photo: courtesy of ' '", "© « »"]
)
def test_empty_quotation_marks_name_no_one(line: str) -> None:
    reading = split_credit(line, lexicon("en"))
    assert reading is None or not (reading.photographers or reading.organisations)
