"""Entries have a story, a title of their own or none, and footers of programs."""

from __future__ import annotations

from msgspec.structs import replace

from articlekit.amend.entries import FOOTER, amend_entries
from articlekit.entry import Entry
from articlekit.parser import open_draft
from articlekit.readers.html import read_html
from articlekit.settle import Verdict

LINK, SITE = "<a href='/a'>A wall</a>", "<a href='/'>The Herald</a>"


def labels_of(
    *lines: tuple[str, str], title: str | None = "A wall", origin: str = "entry"
) -> list[str]:
    """Labels after amending, for (markup, label) paragraphs."""
    page = read_html("".join(f"<p>{text}</p>" for text, _ in lines))
    page = replace(page, entry=Entry(title=title, origin=origin))
    verdicts = [Verdict(label, 0.9, (), None) for _, label in lines]
    return [verdict.label for verdict in amend_entries(open_draft(page, "en"), verdicts)]


def test_the_longest_text_is_the_story_where_there_was_none() -> None:
    lines = (
        ("Short.", "other"),
        ("A longer text of it.", "related"),
        (f"{LINK} and more", "other"),
    )

    assert labels_of(*lines) == ["other", "paragraph", "other"]
    assert labels_of(*lines, origin="mail") == ["other", "related", "other"]


def test_links_and_copies_of_the_title_are_no_story() -> None:
    assert labels_of(("A wall", "headline"), (LINK, "related")) == ["headline", "related"]


def test_a_story_stays_as_it_is() -> None:
    lines = (("A list item.", "list_item"), ("A longer text of it, but no story.", "disclaimer"))

    assert labels_of(*lines) == ["list_item", "disclaimer"]


def test_a_last_line_of_links() -> None:
    def last(text: str, label: str = "paragraph", title: str = "A wall") -> str:
        return labels_of(("The council voted.", "paragraph"), (text, label), title=title)[-1]

    assert last(f"Posten {LINK} kom först på {SITE}.") == "other"
    assert last(f"Posten {LINK} kom först på {SITE}.", title="A bridge") == "paragraph"
    assert last(f"Posten {LINK} kom först på {SITE}.", "related") == "related"
    assert last(f"Posten {LINK} kom först på bladet.") == "paragraph"
    assert last(f"{'word ' * (FOOTER + 1)}{LINK} {SITE}") == "paragraph"


def test_an_entry_without_title_has_no_sentence_for_a_headline() -> None:
    lines = (("The ferry was late today.", "headline"), ("Nobody saluted.", "paragraph"))

    assert labels_of(*lines, title=None) == ["paragraph", "paragraph"]
    assert labels_of(*lines) == ["headline", "paragraph"]
    assert labels_of(("A late ferry", "headline"), lines[1], title=None)[0] == "headline"


def test_nothing_is_nothing() -> None:
    assert labels_of() == []
