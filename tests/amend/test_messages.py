"""What programs of mail print, and what only looks like it."""

from __future__ import annotations

from msgspec.structs import replace

from articlekit.amend.messages import amend_messages
from articlekit.entry import Entry
from articlekit.parser import open_draft
from articlekit.readers.text import read_text
from articlekit.settle import Verdict


def labels_of(*lines: tuple[str, str], origin: str = "mail") -> list[str]:
    """Labels after amending, for (text, label) lines."""
    page = replace(read_text("\n\n".join(text for text, _ in lines)), entry=Entry(origin=origin))
    verdicts = [Verdict(label, 0.9, (), None) for _, label in lines]
    return [verdict.label for verdict in amend_messages(open_draft(page, "en"), verdicts)]


HEADERS = (
    ("Von: Jana Beispiel <jana@bote.example>", "byline"),
    ("Gesendet: Montag, 4. Mai 2026 18:10", "time_line"),
    ("An: Redaktion", "paragraph"),
    ("Betreff: Rat stimmt für Mauer", "headline"),
)


def test_printed_headers_are_none_of_the_story() -> None:
    found = labels_of(
        ("Zur Kenntnis", "paragraph"), *HEADERS, ("Der Rat hat gestimmt.", "paragraph")
    )

    assert found == ["paragraph", "other", "time_line", "other", "other", "paragraph"]


def test_the_rule_over_them_is_one_of_them() -> None:
    headers = (("Fra: Jane", "byline"), ("Til: Tom", "byline"), ("Emne: Muren", "headline"))

    assert labels_of(("----- Videresendt besked -----", "paragraph"), *headers) == ["other"] * 4
    assert labels_of(*headers) == ["byline", "byline", "headline"]


def test_all_headers_in_one_line() -> None:
    line = "From: Jane <jane@herald.example> Sent: Monday To: Tom Subject: A wall"

    assert labels_of((line, "paragraph")) == ["other"]


def test_an_interview_has_no_headers() -> None:
    lines = (("Roe: What does it cost?", "paragraph"), ("Hale: A lot.", "paragraph"))

    assert labels_of(*lines, *lines) == ["paragraph"] * 4
    assert labels_of(("Contact: jane@herald.example", "paragraph")) == ["paragraph"]


def test_links_that_became_text() -> None:
    lines = (
        ("Unsubscribe: https://herald.example/u", "credit"),
        ("View in your browser <https://herald.example/v>", "headline"),
        ("[1] https://herald.example/1", "byline"),
        ("The plan of the wall is at https://herald.example/plan for all to see.", "paragraph"),
        ("https://herald.example/pixel", "related"),
    )

    assert labels_of(*lines) == ["other", "other", "other", "paragraph", "related"]


def test_only_messages_are_amended() -> None:
    assert labels_of(*HEADERS, origin="entry") == [label for _, label in HEADERS]
