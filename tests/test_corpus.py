"""What the weights are learned from: the labels that each source finds for the blocks of a page."""

import sys
from pathlib import Path

import pytest

from articlekit.readers.html import read_html
from articlekit.readers.text import read_text

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "scripts"))

from corpus import documents  # noqa: E402 - the scripts are no package
from corpus.alignment import aligned, labels_by_line, pasted_piece, shown_text  # noqa: E402
from corpus.case_lines import READERS, case_lines  # noqa: E402
from corpus.distant import narrowed  # noqa: E402
from corpus.document import WEIGHTS, Document  # noqa: E402
from corpus.gold import labels_of_body, labels_of_fields, labels_of_snippets  # noqa: E402
from corpus.labels import ANY, PROSE, STORY, SURROUNDING  # noqa: E402
from corpus.marks import digest, marked, read_marks  # noqa: E402

FIRST = "The council voted on Monday evening for a wall that will keep the river out of the town."
SECOND = "Work on the first part is to start in spring, and the mayor said that the money is there."
THIRD = "The first stone is to be laid in March, and there will be bread for everybody who comes."
TEXT = f"Council votes for wall\n\nBy Jane Roe\n\n{FIRST}\n\n{SECOND}\n\n{THIRD}\n\nShare"
CASE = {"publisher": "The Herald", "lang": "en"}


def one(label: str) -> frozenset[str]:
    return frozenset({label})


@pytest.fixture(scope="module")
def own() -> list[Document]:
    """What the project has by itself."""
    return list(documents(ROOT / "tests" / "fixtures", None, 0))


def test_every_block_of_every_document_has_possible_labels(own: list[Document]) -> None:
    for document in own:
        assert len(document.allowed) == len(document.page.blocks) > 0
        assert all(labels and labels <= ANY for labels in document.allowed), document.name
        assert document.how in WEIGHTS


def test_the_project_alone_shows_all_but_embeds(own: list[Document]) -> None:
    known = {min(labels) for document in own for labels in document.allowed if len(labels) == 1}

    assert known >= ANY - {"embed"}


def test_composed_articles_come_out_the_same_each_time(own: list[Document]) -> None:
    again = documents(ROOT / "tests" / "fixtures", None, 0)

    assert [(d.name, d.page.source, d.allowed) for d in again] == [
        (d.name, d.page.source, d.allowed) for d in own
    ]


def test_case_files_are_read_whole() -> None:
    found = list(case_lines(ROOT / "tests" / "cases"))

    assert {case.kind for case in found} == set(READERS)
    assert len({case.language for case in found}) >= 30
    assert not [case for case in found if "⟦" in case.line or " => " in case.line]


def test_known_fields_label_their_lines() -> None:
    gold = {
        "headline": "Council votes for wall",
        "authors": ["Jane Roe"],
        "paragraphs": [FIRST, SECOND],
        "boilerplate_snippets": ["Share this article"],
    }
    labels = labels_of_fields(read_text(TEXT), gold)

    assert labels[0] == one("headline")
    assert "byline" in labels[1]
    assert labels[2] == labels[3] == PROSE
    assert "other" in labels[4]  # the gold does not know it
    assert not labels[4] & {"paragraph", "headline"}


def test_the_gold_may_forget_a_line_inside_the_story() -> None:
    labels = labels_of_fields(read_text(TEXT), {"paragraphs": [FIRST, THIRD]})

    assert labels[2] == labels[4] == PROSE
    assert labels[3] == ANY


def test_a_known_body_labels_what_stands_in_it_and_around_it() -> None:
    gold = {"headline": "Council votes for wall", "body": f"{FIRST} {SECOND} {THIRD}"}
    labels = labels_of_body(read_text(TEXT), gold)

    assert labels[0] == one("headline")
    assert labels[2:5] == [PROSE] * 3
    assert labels[1] == labels[5] == ANY - STORY


def test_the_body_of_another_page_says_nothing() -> None:
    assert set(labels_of_body(read_text(TEXT), {"body": "Something else. " * 40})) == {ANY}


def test_snippets_are_in_the_story_or_out_of_it() -> None:
    labels = labels_of_snippets(read_text(TEXT), {"with": [FIRST[:40]], "without": ["Share"]})

    assert labels[2] <= STORY | {"standfirst"}
    assert labels[5] == ANY - STORY
    assert labels[3] == ANY


def test_lines_take_their_labels_to_the_page_of_the_article() -> None:
    known = labels_by_line(f"Council votes for wall\n{FIRST}", ["headline", "paragraph"])
    page = read_html(f"<nav>News</nav><h1>Council votes for wall!</h1><p>{FIRST}</p>")

    assert aligned(page, known) == [SURROUNDING, one("headline"), one("paragraph")]


def test_the_text_and_the_piece_of_a_page_have_its_labels() -> None:
    page = read_html(
        f"<nav>News</nav><h1>Council votes</h1><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>"
    )
    labels = [one("navigation"), one("headline"), *[one("paragraph")] * 3]
    text = shown_text("page", CASE, page, labels, "exact")
    [piece] = pasted_piece("page", CASE, page, labels, "exact")

    assert (text.name, text.page.markup, text.allowed) == ("page#text", None, labels)
    assert piece.page.source.startswith("Council votes")
    assert piece.allowed == labels[1:]
    assert list(pasted_piece("page", CASE, page, [ANY] * 5, "exact")) == []


def test_markup_narrows_what_is_open_and_never_what_is_known() -> None:
    page = read_html(
        "<div class='newsletter-signup'>Sign up</div><div class='share'>Send</div>"
        "<h2>Why now?</h2><p>Later</p>"
    )
    sets = [ANY, one("comments"), PROSE | {"subheading"}, ANY]

    assert narrowed(page, sets) == [
        frozenset({"newsletter", "paywall"}),
        one("comments"),
        one("subheading"),
        ANY,
    ]
    assert narrowed(read_text("Sign up"), [ANY]) == [ANY]


def test_lines_that_come_again_are_labelled_in_turn() -> None:
    page = read_text("Share\n\nThe wall\n\nShare\n\nElse")
    marks = [
        (digest("Share"), "share"),
        (digest("The wall"), "headline"),
        (digest("Share!"), "tools"),
    ]

    assert marked(page, marks) == [one("share"), one("headline"), one("tools"), frozenset()]


def test_the_labels_of_readers_are_labels() -> None:
    marks = read_marks()

    assert len(marks) >= 157
    assert {label for lines in marks.values() for _, label in lines} <= ANY
