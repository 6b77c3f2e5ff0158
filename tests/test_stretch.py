"""Where the densest prose stands, and what is near it."""

from articlekit.draft import Clue
from articlekit.parser import observe, open_draft
from articlekit.readers.html import read_html
from articlekit.stretch import find_near


def test_near_the_story_are_the_blocks_around_headline_and_prose() -> None:
    assert find_near((30, 40), headline=25, blocks=100) == range(13, 52)
    assert find_near((30, 40), headline=-1, blocks=100) == range(18, 52)
    assert find_near((30, 40), headline=90, blocks=100) == range(18, 100)


def test_without_prose_every_block_may_be_the_story() -> None:
    assert find_near((0, 0), headline=3, blocks=100) == range(100)


def _page(teasers: int) -> str:
    prose = "".join(
        f"<p>The council voted on Monday evening, for the {number}th time this year, for a wall "
        "that will keep the river out of the lower town for the next fifty years.</p>"
        for number in range(4)
    )
    cards = "".join(
        f"<div class='card'><b>Harbour cranes stand still again {number}</b><p>By Ann Lee</p></div>"
        for number in range(teasers)
    )
    return (
        f"<html lang='en'><body><article><h1>Council votes for new flood wall</h1><p>By Jane Roe</p>"
        f"{prose}</article><section>{cards}</section><p>Date modified: 2026-04-22</p>"
        "</body></html>"
    )


def _clued(name: str) -> list[str]:
    """The blocks at which a rule states a clue of this name."""
    page = read_html(_page(teasers=20))
    draft = open_draft(page)
    clues = [clue for clue in observe(draft) if isinstance(clue, Clue)]
    return [page.blocks[clue.block].text for clue in clues if clue.name.startswith(name)]


def test_cards_far_from_the_story_are_not_asked_for_bylines() -> None:
    bylines = _clued("byline=")

    assert bylines[0] == "By Jane Roe"
    assert 0 < bylines.count("By Ann Lee") < 10


def test_dates_may_stand_at_the_very_end() -> None:
    assert "Date modified: 2026-04-22" in _clued("date=")
