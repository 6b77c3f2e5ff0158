"""What pages say about themselves, in every vocabulary, and what is made of it."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlekit.language import lexicon
from articlekit.model import Author
from articlekit.page import Head
from articlekit.readers.metadata import read_metadata
from articlekit.readers.moments import read_moment
from articlekit.readers.stated_authors import read_names
from articlekit.readers.stated_text import clean

if TYPE_CHECKING:
    from articlekit.metadata import Metadata

URL = "https://www.herald.example/town/wall-1"
WORDS = lexicon("en")


def read(*things: object, **fields: object) -> Metadata:
    head = Head(linked_data=[json.dumps(thing) for thing in things], **fields)  # type: ignore[arg-type]
    return read_metadata(head, URL, WORDS)


def metas(**named: str) -> list[tuple[str, str]]:
    return [(name.replace("__", ":").replace("_0_", "."), text) for name, text in named.items()]


ARTICLE = {
    "@type": "NewsArticle",
    "headline": "Council votes for &quot;wall&quot;",
    "alternativeHeadline": "Flood",
    "author": [
        {"@type": "Person", "name": "Jane Roe", "url": "/people/jane-roe", "jobTitle": "Reporter"},
        {"@type": "Organization", "name": "The Herald"},
    ],
    "publisher": {"@type": "Organization", "name": "The Herald"},
    "datePublished": "2024-05-03T10:15:00+02:00",
    "dateModified": "2024-05-03T12:00:00Z",
    "image": [{"@type": "ImageObject", "url": "/wall.jpg", "width": "1200px", "height": 800}],
    "articleSection": ["Town"],
    "keywords": "flood, wall",
    "articleBody": "One.\n\nTwo &amp; three.",
    "isAccessibleForFree": "False",
}


def test_linked_data_is_read_whole() -> None:
    found = read(ARTICLE)
    assert found.headlines[0].text == 'Council votes for "wall"'
    assert found.alternatives[0].text == "Flood"
    assert found.authors[0].authors == (
        Author("Jane Roe", role="Reporter", url="https://www.herald.example/people/jane-roe"),
        Author("The Herald", "organisation"),
    )
    assert found.published[0].value == datetime(2024, 5, 3, 8, 15, tzinfo=UTC)
    assert found.published[0].precision == "second"
    assert found.modified[0].origin == "jsonld"
    assert found.images[0].url == "https://www.herald.example/wall.jpg"
    assert (found.images[0].width, found.images[0].height) == (1200, 800)
    assert found.sections[0].text == "Town"
    assert found.tags == ("flood", "wall")
    assert found.bodies[0].text == "One.\n\nTwo & three."
    assert found.publisher == "The Herald"
    assert found.paywalled


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ("Jane Roe", ["Jane Roe"]),
        ("By Jane Roe and John Doe", ["Jane Roe", "John Doe"]),
        (["Jane Roe", "John Doe"], ["Jane Roe", "John Doe"]),
        ({"name": "Jane Roe"}, ["Jane Roe"]),
        ({"@type": "Person", "name": ["Jane Roe", "John Doe"]}, ["Jane Roe", "John Doe"]),
        ({"@type": "Person", "name": "Jane Roe, John Doe"}, ["Jane Roe", "John Doe"]),
        ({"@type": "Person", "givenName": "Jane", "familyName": "Roe"}, ["Jane Roe"]),
        ([{"name": "Jane Roe"}, {"name": "JANE ROE"}], ["Jane Roe"]),
        ({"@type": "Person", "name": {"@value": "Jane Roe"}}, ["Jane Roe"]),
        ("https://herald.example/jane", []),
        ({"@type": "Person", "name": None}, []),
        ([[], 3, None, {}], []),
    ],
)
def test_authors_of_any_type(author: object, names: list[str]) -> None:
    found = read({"@type": "Article", "headline": "Wall", "author": author})
    assert [one.name for stated in found.authors for one in stated.authors] == names


@pytest.mark.parametrize(
    ("text", "names", "kinds"),
    [
        ("Roe, Jane", ["Jane Roe"], ["person"]),
        ("Jane Roe; John Doe", ["Jane Roe", "John Doe"], ["person", "person"]),
        ("Jane Roe / AFP", ["Jane Roe"], ["person"]),
        ("Jane Roe jane@herald.example", ["Jane Roe"], ["person"]),
        ("jane@herald.example", ["jane@herald.example"], ["person"]),
        ("@janeroe", ["@janeroe"], ["person"]),
        ("dpa", ["dpa"], ["organisation"]),
        ("herald.com", ["herald.com"], ["organisation"]),
        ("admin", [], []),
        ("12345678", [], []),
        ("(Image: Jane Roe)", [], []),
        ("@https://social.example/jane", [], []),
    ],
)
def test_strings_of_names(text: str, names: list[str], kinds: list[str]) -> None:
    found = read_names(text, WORDS)
    assert [author.name for author in found] == names
    assert [author.kind for author in found] == kinds


def test_meta_elements_of_every_vocabulary() -> None:
    found = read(
        metas=metas(
            og__title="Wall",
            twitter__title="The wall",
            dc_0_creator="Roe, Jane",
            citation_author="Doe, John",
            article__author="https://social.example/herald",
            article__published_time="2024-05-03 10:15:00 +0200",
            article__modified_time="1714731300",
            article__section="Town",
            prism_0_section="Quay",
            tags="flood, wall",
            og__image="//cdn.herald.example/wall.jpg",
            og__site_name="The Herald",
            og__description="What it &amp;amp; costs",
        ),
        links=[("canonical", "/town/wall-1?x=1")],
        title="Wall | The Herald",
        language="en-GB",
    )
    assert [one.origin for one in found.headlines] == ["og:title", "twitter:title", "title"]
    assert {one.origin: one.authors[0].name for one in found.authors} == {
        "citation": "John Doe",
        "dc": "Jane Roe",
    }
    assert found.published[0].value == datetime(2024, 5, 3, 8, 15, tzinfo=UTC)
    assert found.modified[0].value == datetime(2024, 5, 3, 10, 15, tzinfo=UTC)
    assert found.images[0].url == "https://cdn.herald.example/wall.jpg"
    assert found.descriptions[0].text == "What it & costs"
    assert [(one.text, one.origin) for one in found.sections] == [
        ("Town", "article:section"),
        ("Quay", "prism"),
    ]
    assert found.tags == ("flood", "wall")
    assert found.canonical_url == "https://www.herald.example/town/wall-1?x=1"
    assert found.language == "en-GB"


def test_tags_are_split_only_where_one_string_holds_them_all() -> None:
    several = [("article:tag", "flood, river"), ("article:tag", "wall")]
    assert read(metas=several).tags == ("flood, river", "wall")
    assert read(metas=[("keywords", "flood; river, wall")]).tags == ("flood", "river", "wall")


def test_the_home_page_is_no_canonical_address() -> None:
    assert read(links=[("canonical", "https://www.herald.example/")]).canonical_url is None


def test_microdata_asks_for_the_text_of_its_element() -> None:
    head = Head(properties=[("headline", None, 7), ("datePublished", "2024-05-03", 9)])
    found = read_metadata(head, URL, WORDS, {7: "Wall"}.get)  # type: ignore[arg-type]
    assert found.headlines[0].text == "Wall"
    assert found.published[0].origin == "microdata"


@pytest.mark.parametrize(
    ("raw", "value", "precision"),
    [
        ("2024-05-03", "2024-05-03T00:00:00", "day"),
        ("20240503", "2024-05-03T00:00:00", "day"),
        ("2024-5-3", "2024-05-03T00:00:00", "day"),
        ("2024/05/03 10:15", "2024-05-03T10:15:00", "minute"),
        ("2024-05-03T10:15:0Z", "2024-05-03T10:15:00+00:00", "second"),
        ("2024-05-03 10:15:00 UTC", "2024-05-03T10:15:00+00:00", "second"),
        ("2024-05-03T10:15:00.123+0200", "2024-05-03T10:15:00.123000+02:00", "second"),
        ("2024-05-03 3:15 PM", "2024-05-03T15:15:00", "minute"),
        ("2024-05-03T10:15:00Z[UTC]", "2024-05-03T10:15:00+00:00", "second"),
        ("Fri, 03 May 2024 10:15:00 GMT", "2024-05-03T10:15:00+00:00", "second"),
        ("Fri May 03 2024 10:15:00 GMT+0200 (CEST)", "2024-05-03T10:15:00+02:00", "second"),
        ("1714731300", "2024-05-03T10:15:00+00:00", "second"),
        ("1714731300000", "2024-05-03T10:15:00+00:00", "second"),
        ("May 3, 2024", "2024-05-03T00:00:00", "day"),
        ("2024-02-31", None, ""),
        ("yesterday", None, ""),
        ("", None, ""),
        (None, None, ""),
        (True, None, ""),
        ({"a": 1}, None, ""),
        ("9" * 90, None, ""),
    ],
)
def test_moments(raw: object, value: str | None, precision: str) -> None:
    stamp = read_moment(raw, WORDS, "test")
    if value is None:
        assert stamp is None
    else:
        assert stamp is not None
        assert stamp.value is not None
        assert (stamp.value.isoformat(), stamp.precision) == (value, precision)
        assert stamp.origin == "test"


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Wall &amp;quot;open&amp;quot;", 'Wall "open"'),
        ("<b>Wall</b>\u00ad  open\x00", "Wall open"),
        ("3 < 4 and 5 > 2", "3 < 4 and 5 > 2"),
        ("CafÃ© â€“ open", "Café – open"),
        ("SÃO JOÃO", "SÃO JOÃO"),
        ("null", ""),
        (None, ""),
        (["a"], ""),
        ("a" * 5000, "a" * 1024),
    ],
)
def test_texts_come_out_plain(text: object, plain: str) -> None:
    assert clean(text) == plain


KEYS = st.sampled_from(
    [
        "@type",
        "@id",
        "headline",
        "name",
        "author",
        "creator",
        "image",
        "datePublished",
        "dateModified",
        "publisher",
        "keywords",
        "articleBody",
        "articleSection",
        "mainEntityOfPage",
        "url",
        "isAccessibleForFree",
        "width",
        "jobTitle",
    ]
)
LEAVES = st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=20)
LEAVES |= st.sampled_from(["NewsArticle", "Person", "WebPage", "Organization", "2024-05-03"])
VALUES = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=15,
)
NAMES = st.sampled_from(
    [
        "og:title",
        "author",
        "date",
        "og:image",
        "keywords",
        "article:published_time",
        "og:url",
        "dc.creator",
    ]
)


@given(
    st.dictionaries(KEYS, VALUES, max_size=8),
    st.lists(st.tuples(NAMES, st.text(max_size=80)), max_size=6),
    st.text(max_size=60),
)
def test_nothing_raises_because_of_content(
    thing: dict[str, object], named: list[tuple[str, str]], text: str
) -> None:
    head = Head(
        title=text,
        base=text,
        language=text,
        metas=named,
        links=[("canonical", text)],
        linked_data=[json.dumps({"@type": "Article"} | thing), text],
        properties=[(text, text, 0), ("author datePublished", text, 1)],
    )
    for url in (None, text, URL):
        read_metadata(head, url, WORDS)


def test_dates_of_machines_never_reach_dateparser() -> None:
    code = (
        "import sys; from articlekit.language import lexicon;"
        "from articlekit.readers.moments import read_moment;"
        "words = lexicon('en');"
        "[read_moment(text, words, 'x') for text in ('2024-05-03', 'May 3, 2024', '3 Wiosny 2024')];"
        "sys.exit('dateparser' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0  # noqa: S603
