"""Moments: metadata, visible dates and the address, weighed."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlekit.choose.address_date import read_address
from articlekit.choose.moment import choose_moments, is_sure
from articlekit.choose.sightings import Sighting, find_sightings
from articlekit.language import lexicon
from articlekit.metadata import Metadata
from articlekit.model import Timestamp
from articlekit.page import Block, Elements, Head, Markup, Page

CEST = timezone(timedelta(hours=2))


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://a.example/2024/05/03/wall", "2024-05-03"),
        ("https://a.example/2024/5/3/wall", "2024-05-03"),
        ("https://a.example/wall-2024-05-03.html", "2024-05-03"),
        ("https://a.example/news/20240503-wall", "2024-05-03"),
        ("https://a.example/2024/may/03/wall", "2024-05-03"),
        ("https://a.example/wall-03-05-2024", "2024-05-03"),
        ("https://a.example/2024/05/wall", None),
        ("https://a.example/2024/13/03/wall", None),
        ("https://a.example/2024/02/31/wall", None),
        ("https://a.example/id-120240503", None),
        ("https://2024-05-03.example/wall", None),
        ("https://a.example/wall#2024-05-03", None),
        ("", None),
        (None, None),
    ],
)
def test_days_in_addresses(url: str | None, day: str | None) -> None:
    stamp = read_address(url)
    found = stamp.value.date().isoformat() if stamp and stamp.value else None
    assert found == day


def stamp(value: str, origin: str) -> Timestamp:
    precision = "second" if "T" in value else "day"
    return Timestamp(value, datetime.fromisoformat(value), precision, origin=origin)  # type: ignore[arg-type]


def seen(value: str, weight: float, kind: str = "published") -> Sighting:
    return Sighting(stamp(value, "text"), 3, weight, kind)  # type: ignore[arg-type]


URL = "https://a.example/2024/05/03/wall"


@pytest.mark.parametrize(
    ("stated", "visible", "url", "value"),
    [
        (["jsonld 2024-05-03T10:00:00+02:00"], [], None, "2024-05-03T10:00:00+02:00"),
        # The most trusted origin wins.
        (["date 2024-05-01", "jsonld 2024-05-03T10:00:00Z"], [], None, "2024-05-03T10:00:00+00:00"),
        (
            ["jsonld:media 2019-01-01T01:00:00Z", "article:published_time 2024-05-03"],
            [],
            None,
            "2024-05-03T00:00:00",
        ),
        # Of candidates for one day the most precise.
        (
            ["jsonld 2024-05-03", "article:published_time 2024-05-03T10:00:00Z"],
            [],
            None,
            "2024-05-03T10:00:00+00:00",
        ),
        (["jsonld 2024-05-03"], ["2024-05-03T10:00:00+02:00 3"], None, "2024-05-03T10:00:00+02:00"),
        # The page's own time zone, and a zone printed beside the same time of day.
        (
            ["jsonld 2024-05-02T22:30:00Z", "date 2024-05-03T00:30:00+02:00"],
            [],
            None,
            "2024-05-03T00:30:00+02:00",
        ),
        (
            [],
            ["2024-05-03T10:00:12 5", "2024-05-03T10:00:00+02:00 4"],
            None,
            "2024-05-03T10:00:12+02:00",
        ),
        # What no web page was published on.
        (["jsonld 1970-01-01T00:00:00Z", "date 2024-05-03"], [], None, "2024-05-03T00:00:00"),
        (["jsonld 2999-01-01T00:00:00Z"], [], None, None),
        # The address, the page.
        ([], [], URL, "2024-05-03T00:00:00"),
        ([], ["2024-05-02 1"], URL, "2024-05-03T00:00:00"),
        ([], ["2024-05-02 7"], URL, "2024-05-02T00:00:00"),
        (["dc.date 2024-05-01"], ["2024-05-02 5"], None, "2024-05-02T00:00:00"),
        ([], ["2024-05-02 -2"], None, None),
        ([], [], None, None),
    ],
)
def test_published(
    stated: list[str], visible: list[str], url: str | None, value: str | None
) -> None:
    pairs = [line.split(" ") for line in stated]
    metadata = Metadata(published=tuple(stamp(day, origin) for origin, day in pairs))
    sightings = [seen(day, float(weight)) for day, weight in map(str.split, visible)]
    found = choose_moments(metadata, sightings, url).published
    assert (found and found.value and found.value.isoformat()) == value


def test_a_change_stands_in_for_a_day_that_is_not_stated() -> None:
    found = choose_moments(Metadata(modified=(stamp("2024-05-03", "jsonld"),)))
    assert found.published is not None
    assert found.published.origin == "modified"
    assert found.modified is not None
    assert found.modified.origin == "jsonld"


def test_metadata_to_the_second_need_no_look_at_the_page() -> None:
    assert is_sure(Metadata(published=(stamp("2024-05-03T10:00:00Z", "jsonld"),)))
    assert not is_sure(Metadata(published=(stamp("2024-05-03", "jsonld"),)))
    assert not is_sure(Metadata(published=(stamp("2024-05-03T10:00:00Z", "dc.date"),)))


def page(*lines: tuple[str, str, str], times: tuple[tuple[str, int], ...] = ()) -> Page:
    """A page of (class of the element around, tag, text)."""
    elements = Elements([-1, 0], ["html", "body"], [None, None])
    blocks, at = [], 0
    for name, tag, text in lines:
        elements.parents.append(1)
        elements.tags.append(tag)
        elements.attributes.append({"class": name} if name else None)
        blocks.append(Block(at, at + len(text), text, gap=True, element=len(elements.tags) - 1))
        at += len(text) + 2
    source = "\n\n".join(text for _, _, text in lines)
    return Page(source, tuple(blocks), markup=Markup(elements, Head(times=list(times))))


HEADLINE = ("", "h1", "Council votes for a new flood wall")


def best(of: Page, headline: int | None = 0) -> str | None:
    found = choose_moments(Metadata(), find_sightings(of, lexicon("en"), headline)).published
    return found.value.date().isoformat() if found and found.value else None


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        ([HEADLINE, ("entry-date", "p", "3 May 2024")], "2024-05-03"),
        ([HEADLINE, ("", "p", "Published on 3 May 2024 by Jane Roe")], "2024-05-03"),
        (
            [HEADLINE, ("comment-meta", "p", "5 May 2024"), ("date", "p", "3 May 2024")],
            "2024-05-03",
        ),
        ([HEADLINE, ("date", "p", "3 May 2024"), ("teaser", "p", "9 May 2024")], "2024-05-03"),
        (
            [
                HEADLINE,
                (
                    "",
                    "p",
                    "The vote on 9 April 2023 had failed, as the river rose and no one came to see what the council would do about it.",
                ),
                ("date", "p", "3 May 2024"),
            ],
            "2024-05-03",
        ),
        (
            [
                ("today", "p", "9 May 2024"),
                *[("", "p", "Menu")] * 9,
                HEADLINE,
                ("date", "p", "3 May 2024"),
            ],
            "2024-05-03",
        ),
        ([HEADLINE, ("", "footer", "© 2024 The Herald")], None),
    ],
)
def test_visible_dates(lines: list[tuple[str, str, str]], day: str | None) -> None:
    headline = lines.index(HEADLINE)
    assert best(page(*lines), headline) == day


def test_time_elements_carry_their_moment() -> None:
    lines = [HEADLINE, ("byline", "time", "yesterday"), ("comments", "time", "today")]
    times = (("2024-05-03T10:00:00+02:00", 3), ("2024-05-05T10:00:00+02:00", 4))
    sightings = find_sightings(page(*lines, times=times), lexicon("en"), 0)
    found = choose_moments(Metadata(), sightings).published
    assert found is not None
    assert found.value == datetime(2024, 5, 3, 10, tzinfo=CEST)
    assert found.origin == "time"


def test_a_row_of_days_is_a_row_of_entries() -> None:
    row = [("entry", "p", f"{day} May 2024") for day in (9, 8, 7, 6)]
    assert best(page(HEADLINE, *row, ("date", "p", "3 May 2024"))) == "2024-05-03"


def test_text_without_markup_has_dates_too() -> None:
    text = "3 May 2024"
    plain = Page(text, (Block(0, len(text), text, gap=True),))
    assert best(plain, None) == "2024-05-03"


LINES = st.text(max_size=40) | st.sampled_from(
    ["3 May 2024", "Published 3.5.24", "2024-05-03", "03/05/2024 at 10:00 PM PT", "٣ مايو ٢٠٢٤"]
)


@given(st.lists(st.tuples(LINES, LINES), max_size=5), LINES, st.none() | st.integers(-1, 9))
def test_no_page_raises(lines: list[tuple[str, str]], moment: str, headline: int | None) -> None:
    of = page(
        *((name, "time", " ".join(text.split())) for name, text in lines), times=((moment, 1),)
    )
    metadata = Metadata(published=(Timestamp(moment),), modified=(stamp("2024-05-03", moment),))
    choose_moments(metadata, find_sightings(of, lexicon("en"), headline), moment)
    is_sure(metadata, moment)
