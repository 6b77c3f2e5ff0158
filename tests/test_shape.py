"""How a line looks."""

import pytest

from articlekit.shape import measure


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("One two.", "stop"),
        ("One two?", "question"),
        ("هل هذا ممكن؟", "question"),
        ("これは何ですか。", "stop"),
        ("Topics:", "colon"),
        ("“Yes,”", "quote"),
        ("(dpa)", "bracket"),
        ("Page 3", "digit"),
        ("Headline", "none"),
    ],
)
def test_what_a_line_ends_in(text: str, end: str) -> None:
    assert measure(text).end == end


def test_prose_is_long_and_ends_as_sentences_do() -> None:
    sentence = "The council voted on Monday evening for a wall that will keep the river out."

    assert measure(sentence).prose
    assert measure(f"“{sentence}”").prose
    assert not measure(sentence.rstrip(".")).prose
    assert not measure("The council voted.").prose


def test_words_of_scripts_without_spaces_are_counted() -> None:
    assert measure(
        "市議会は月曜日の夜、今後五十年にわたり川の水から下町を守る壁の建設を賛成多数で決めた。"
    ).prose


@pytest.mark.parametrize(
    ("text", "clue"),
    [
        ("BREAKING NEWS", "capitals"),
        ("Most Read Stories Today", "titled"),
        ("12 345", "no-letters"),
        ("jane.roe@example.com", "at-sign"),
        ("© 2026 The Herald", "copyright-sign"),
        ("News | Sport", "bar"),
        ("• First point", "start=bullet"),
        ("3. Third point", "start=number"),
    ],
)
def test_telling_details(text: str, clue: str) -> None:
    assert clue in measure(text).clues
