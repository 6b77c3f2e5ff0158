"""Metadata in, clues out: lines that a page says about itself and shows."""

import json

import pytest

from articlekit.parser import open_draft
from articlekit.readers.html import read_html
from articlekit.readers.text import read_text
from articlekit.rules.stated import find_stated
from articlekit.settle import gather

BODY = "The council voted on Monday for a wall that keeps the river out. " * 8
DATA = {
    "@type": "NewsArticle",
    "headline": "Council votes for new flood wall",
    "alternativeHeadline": "Wall for the river",
    "description": "The town has argued about the wall for ten years, and now it is decided…",
    "author": [{"@type": "Person", "name": "Jane Roe"}, {"@type": "Person", "name": "Ann Lee"}],
    "articleSection": "Local",
    "keywords": ["floods", "Ghent"],
    "publisher": {"@type": "Organization", "name": "The Herald"},
}


def clues(*lines: str, **more: object) -> list[set[str]]:
    """The clues at each line of a page with `DATA`."""
    data = json.dumps({**DATA, **more})
    site = '<meta property="og:site_name" content="The Herald">'
    shown = "".join(f"<p>{line}</p>" for line in lines)
    page = f'<head>{site}<script type="application/ld+json">{data}</script></head><body>{shown}'
    draft = open_draft(read_html(page), "en")
    return [block.own for block in gather(find_stated(draft), len(draft.blocks))]


CASES = [
    ("headline", "Council votes for new flood wall", "is-title"),
    ("headline in other marks", "Council votes for ‘new’ flood wall!", "is-title"),
    (
        "description",
        "The town has argued about the wall for ten years, and now it is decided",
        "is-description",
    ),
    ("description cut off", "The town has argued about the wall for ten years", "is-description"),
    (
        "description that goes on",
        "The town has argued about the wall for ten years, and now it is decided: it is built.",
        "is-description",
    ),
    ("author", "Jane Roe", "is-author"),
    ("second author", "ANN LEE", "is-author"),
    ("line with an author", "By Jane Roe and Ann Lee", "names-author"),
    ("section", "local", "is-section"),
    ("tag", "Floods", "is-tag"),
    ("site", "The Herald", "is-site"),
    ("kicker", "Wall for the river", "is-kicker"),
]
NEAR = [
    ("half of the headline", "Council votes for", "is-title"),
    ("more than the headline", "Council votes for new flood wall at last", "is-title"),
    ("three words of the description", "The town has", "is-description"),
    ("other words", "The wall costs 48 million euros in all", "is-description"),
    ("first name", "Jane wrote this", "names-author"),
    (
        "author in a long sentence",
        "It was in the spring of last year that Jane Roe went to see the river with her camera",
        "names-author",
    ),
    ("two tags in a line", "floods and Ghent", "is-tag"),
    ("section with more", "Local news", "is-section"),
]


@pytest.mark.parametrize(("line", "name"), [case[1:] for case in CASES], ids=[c[0] for c in CASES])
def test_lines_that_the_metadata_repeat(line: str, name: str) -> None:
    [found] = clues(line)

    assert name in found


@pytest.mark.parametrize(("line", "name"), [case[1:] for case in NEAR], ids=[c[0] for c in NEAR])
def test_near_misses(line: str, name: str) -> None:
    [found] = clues(line)

    assert name not in found


def test_a_stated_body_speaks_for_and_against() -> None:
    found = clues(
        "The council voted on Monday for a wall that keeps the river out.",
        "Read more of our stories here",
        "Read more",
        articleBody=BODY,
    )

    assert "in-stated-body" in found[0]
    assert "not-in-stated-body" in found[1]
    assert not found[2] & {"in-stated-body", "not-in-stated-body"}  # too short to tell


def test_a_short_body_is_a_summary_and_tells_nothing() -> None:
    [found] = clues("Read more of our stories here", articleBody=BODY[:200])

    assert not found & {"in-stated-body", "not-in-stated-body"}


def test_the_chosen_headline_is_one_block() -> None:
    page = "<head><title>Wall is built - The Herald</title></head><body><h1>Wall is built</h1><p>Wall is built</p>"
    draft = open_draft(read_html(page), "en")
    found = gather(find_stated(draft), len(draft.blocks))

    assert ["chosen-headline" in block.own for block in found] == [True, False]


def test_pages_that_say_nothing_and_texts_give_no_clues() -> None:
    for page in (read_html("<p>Jane Roe</p><p>Local</p>"), read_text("Jane Roe\n\nLocal")):
        assert [block.own for block in gather(find_stated(open_draft(page, "en")), 2)] == [
            set(),
            set(),
        ]
