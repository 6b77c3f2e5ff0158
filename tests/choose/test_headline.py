"""Headlines: what is visible, what is stated, and which of both is it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlekit.choose.headings import find_headings
from articlekit.choose.headline import Heading, choose_headline
from articlekit.choose.titles import cut_site, stated_headlines
from articlekit.metadata import Metadata, Stated
from articlekit.page import Block, Elements, Head, Markup, Page

WALL = "Council votes for a new flood wall"
SITE = (Stated("The Herald", "og:site_name"),)


def choose(visible: list[Heading], stated: dict[str, str], host: str = "herald.example"):
    headlines = tuple(Stated(text, origin) for origin, text in stated.items())
    return choose_headline(visible, Metadata(headlines=headlines, site_names=SITE), host)


@pytest.mark.parametrize(
    ("visible", "stated", "text"),
    [
        # The visible headline wins over what search engines are told.
        ([WALL], {"jsonld": WALL, "og:title": "You will not believe this wall"}, WALL),
        ([WALL], {"jsonld": "Flood wall: council votes for it", "title": "Flood wall"}, WALL),
        # The metadata say which of several headings it is.
        (["The Herald", "Town", WALL], {"og:title": WALL}, WALL),
        (["Town", WALL], {"title": f"{WALL} | The Herald"}, WALL),
        (["The Herald"], {"og:title": WALL}, WALL),
        # Case, quotes and dashes do not count.
        (
            ["Council votes for a “wall” – today"],
            {"og:title": 'COUNCIL VOTES FOR A "WALL" - TODAY'},
            "Council votes for a “wall” – today",
        ),
        # A kicker in front that the metadata leave out, or replace by another one.
        ([f"Floods - {WALL}"], {"og:title": WALL}, WALL),
        ([f"Floods - {WALL}"], {"og:title": f"After the rain: {WALL}"}, WALL),
        # A kicker that several origins put in front belongs to it.
        ([WALL], {"jsonld": f"Floods: {WALL}", "og:title": f"Floods: {WALL}"}, f"Floods: {WALL}"),
        # A kicker without a mark of its own is parted as the metadata part it.
        ([f"Floods {WALL}"], {"og:title": f"Floods / {WALL}"}, f"Floods / {WALL}"),
        # The name of the site is cut off.
        ([f"{WALL} | The Herald"], {"og:title": WALL}, WALL),
        ([WALL], {"title": f"The Herald: {WALL}", "og:title": f"The Herald: {WALL}"}, WALL),
        ([], {"title": f"{WALL} - Town - The Herald"}, f"{WALL} - Town"),
        ([], {"title": f"{WALL} | Town"}, WALL),
        ([], {"og:title": WALL, "title": f"{WALL} – read more in Town"}, WALL),
        # Without metadata the first heading.
        ([WALL, "Other"], {}, WALL),
    ],
)
def test_choices(visible: list[str], stated: dict[str, str], text: str) -> None:
    chosen = choose([Heading(one, "h1", at) for at, one in enumerate(visible)], stated)
    assert chosen is not None
    assert chosen.text == text


def test_a_smaller_heading_counts_where_no_h1_agrees() -> None:
    visible = [Heading("Town", "h1", 0), Heading(WALL, "h2", 3)]
    chosen = choose(visible, {"og:title": WALL})
    assert chosen is not None
    assert (chosen.origin, chosen.block) == ("h2", 3)


def test_the_kicker_is_given() -> None:
    chosen = choose([Heading(f"Floods: {WALL}", "h1", 2)], {"og:title": WALL, "jsonld": WALL})
    assert chosen is not None
    assert (chosen.kicker, chosen.block, chosen.text) == ("Floods", 2, WALL)


def test_an_invisible_headline_has_no_block() -> None:
    chosen = choose([], {"jsonld": WALL})
    assert chosen is not None
    assert (chosen.block, chosen.origin) == (-1, "jsonld")


def test_nothing_comes_of_nothing() -> None:
    assert choose([], {}) is None
    assert choose([Heading("—")], {"og:title": "..."}) is None


def test_names_of_sites() -> None:
    names = frozenset(("theherald", "herald"))
    assert cut_site("Wall | Town | The Herald", names) == "Wall | Town"
    assert cut_site("Wall - a story - Herald", names) == "Wall - a story"
    assert cut_site("The Herald", names) == "The Herald"
    headlines = (Stated("The Herald", "og:title"), Stated("Wall built | Herald", "title"))
    found = stated_headlines(Metadata(headlines=headlines), names)
    assert [one.text for one in found] == ["Wall built"]


TEXTS = st.text(alphabet="ab :|-–—/A.\u3042", max_size=24)


@given(st.lists(TEXTS, max_size=4), st.lists(TEXTS, max_size=4), TEXTS)
def test_any_texts_may_meet(visible: list[str], stated: list[str], site: str) -> None:
    origins = ("og:title", "jsonld", "title", "meta")
    headlines = tuple(map(Stated, stated, origins))
    metadata = Metadata(headlines=headlines, site_names=(Stated(site, "og:site_name"),))
    chosen = choose_headline([Heading(text) for text in visible], metadata, site)
    assert chosen is None or chosen.text.strip()


def test_headings_of_a_page() -> None:
    tags = ["body", "h1", "span", "span", "p", "h2", "aside", "h4"]
    elements = Elements([-1, 0, 1, 1, 0, 0, 0, 6], tags, [None] * len(tags))
    texts = [(2, "Floods"), (3, WALL), (4, "A story."), (5, "What it costs"), (7, "More")]
    blocks = tuple(Block(0, 1, text, gap=True, element=at) for at, text in texts)
    page = Page("", blocks, markup=Markup(elements, Head()))
    assert find_headings(page) == [
        Heading(f"Floods {WALL}", "h1", 0),
        Heading("What it costs", "h2", 3),
    ]
    assert find_headings(Page("", (Block(0, 1, WALL, gap=True),))) == []
