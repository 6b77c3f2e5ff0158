"""Names above the story that are its subject; lines that name writer and photographer."""

from __future__ import annotations

import articlekit
from articlekit.parser import observe, open_draft
from articlekit.readers.text import read_text

LEAD = "President Tomas Verrin signed an order on Friday that raises the tariffs of the port."
STORY = (
    "The order was expected since spring, when the council had asked for it in a letter.",
    "Shipping companies said that they would pay the new tariffs from the first of July on.",
    "The port has lost money in each of the last four years and needs a new quay by 2030.",
)


def names_of(*lines: str) -> set[str]:
    """Names of the clues at the second line."""
    draft = open_draft(read_text("\n\n".join(lines)), "en")
    clues = [clue for clue in observe(draft) if clue.block == 1]
    return {name for clue in clues for name in getattr(clue, "names", None) or (clue.name,)}


def test_a_name_that_the_story_writes_out_is_no_byline() -> None:
    found = names_of("Verrin signs port tariff order", "Tomas Verrin", LEAD, *STORY)
    assert "byline=name" not in found
    assert "name-often-in-story" in found


def test_a_name_that_opens_a_text_may_be_the_author() -> None:
    note = "Tomas Verrin is a reporter at the Harbour Herald and covers ports and shipping."
    found = names_of("New tariffs at the port", "Tomas Verrin", *STORY, note)
    assert {"byline=name", "name-opens-a-text"} <= found


def test_a_note_at_the_end_names_the_author() -> None:
    note = "You can write to Tomas Verrin at any time, or read more of what he reports."
    assert "byline=name" in names_of("New tariffs at the port", "Tomas Verrin", *STORY, note)


def test_writer_and_photographer_in_one_line_are_a_byline() -> None:
    source = (
        "市議会が新しい堤防を承認\n\n文＝鈴木一郎、写真＝佐藤花子\n\n"
        "市議会は月曜日の夜、今後五十年にわたり川の水から下町を守る壁の建設を賛成多数で決めた。\n\n"
        "最初の区間の工事は春に始まり、市によると費用は二年前から用意されていた。\n"
    )
    authors = articlekit.parse_text(source, language="ja").authors
    assert [(author.name, author.contribution) for author in authors] == [
        ("鈴木一郎", "text"),
        ("佐藤花子", "photo"),
    ]
