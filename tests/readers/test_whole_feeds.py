"""Whole feeds: RSS, Atom, RSS 1.0 and JSON Feed, careless, damaged and hostile ones."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from lxml import etree

from articlekit import Entry, Feed, InputTypeError, LimitError, Limits, read_feed

FEEDS = Path(__file__).parents[1] / "fixtures" / "feeds"


def feed_of(item: str, before: str = "") -> Feed:
    return read_feed(f"{before}<rss><channel><title>T</title>{item}</channel></rss>")


def entry_of(item: str, before: str = "") -> Entry:
    (entry,) = feed_of(f"<item>{item}</item>", before).entries
    return entry


def test_rss_with_its_usual_modules() -> None:
    feed = read_feed(FEEDS / "wordpress.xml")
    first, second = feed.entries

    assert (feed.format, feed.title, feed.url) == (
        "rss",
        "The Pellow Bay Packet",
        "https://packet.example/",
    )
    assert (feed.language, feed.warnings) == ("en-GB", ())
    assert first.title == "Tidal pool to reopen after 31 years"
    assert first.form == "html"
    assert first.content.strip().startswith("<figure")
    assert first.summary == (
        "Volunteers who spent nine winters clearing silt from the tidal pool will swim in it first. […]"
    )
    assert first.url == "https://packet.example/2026/02/tidal-pool/"
    assert first.id == "https://packet.example/?p=48213"
    assert [author.name for author in first.authors] == ["Maeve Torrance"]
    assert first.published.value.isoformat() == "2026-02-17T08:05:00+00:00"
    assert first.published.origin == "entry"
    assert first.tags == ("Local News", "Swimming")
    assert [(one.url, one.width, one.height, one.credit) for one in first.images] == [
        (
            "https://packet.example/wp-content/uploads/2026/02/pool-swimmers.jpg",
            2048,
            1366,
            "Owen Trask/Reuters",
        )
    ]
    assert (first.site_name, first.language) == ("The Pellow Bay Packet", "en-GB")
    assert second.title == "Ferry & bus timetables change"
    assert (second.form, second.summary) == ("text", None)


def test_a_careless_feed() -> None:
    """Escaped twice, prefixes not declared, entities of HTML, a stray sign, dates that are none."""
    feed = read_feed(FEEDS / "careless.xml")
    wall, bridge, bar = feed.entries

    assert feed.warnings == ()
    assert wall.title == "Rada głosuje za murem"
    assert wall.url == "https://goniec.example/2026/05/mur"
    assert wall.content.startswith("<p>Rada zagłosowała w poniedziałek")
    assert wall.images[0].url == "https://goniec.example/mur.jpg"
    assert (wall.published.raw, wall.published.value) == ("pon., 4 maja 2026 18:20", None)
    assert bridge.title is None
    assert bridge.content.startswith("<p>Most na Młyńskiej")
    assert (bridge.published.raw, bridge.published.value) == ("Tue, 32 May 2026 99:00:00 GMT", None)
    assert bar.title == "Bar & kuchnia: 3 < 4 étoiles &house;"
    assert bar.url == "https://goniec.example/?a=1&b=2"
    assert (bar.content, bar.form) == (
        "Krótko: bar przy rynku ma nowego kucharza & nowe menu.",
        "text",
    )


def test_atom() -> None:
    feed = read_feed(FEEDS / "bote.atom")
    wall, bridge, market = feed.entries

    assert (feed.format, feed.title, feed.url, feed.language) == (
        "atom",
        "Der Bote am Fluss",
        "https://bote.example/",
        "de",
    )
    assert wall.url == "https://bote.example/2026/05/04/mauer"
    assert (wall.form, wall.summary) == (
        "html",
        "Der Rat will den Fluss aus der Unterstadt halten.",
    )
    assert '<a href="/orte/unterstadt">Unterstadt</a>' in wall.content
    assert "werden darf.<br>Gebaut" in wall.content
    assert (wall.authors[0].name, wall.authors[0].email, wall.authors[0].url) == (
        "Jana Beispiel",
        "jana@bote.example",
        "https://bote.example/jana",
    )
    assert wall.modified.value.isoformat() == "2026-05-04T19:05:00+02:00"
    assert wall.tags == ("Mauer", "fluss")
    assert wall.images[0].url == "https://bote.example/bilder/mauer.jpg"
    assert (bridge.published, bridge.modified.raw, bridge.modified.value) == (
        None,
        "gestern Abend",
        None,
    )
    assert bridge.content.startswith("<p>Die Brücke")
    assert [author.name for author in bridge.authors] == ["Redaktion Bote"]
    assert market.title == "Markt zieht um"
    assert market.content.startswith("Der Markt zieht im Juni")


def test_rss_1_in_another_encoding() -> None:
    (entry,) = read_feed((FEEDS / "messager.rdf").read_bytes()).entries

    assert entry.title == "Le conseil vote pour un mur"
    assert entry.authors[0].name == "Hélène Dufour et Marc Aubry"
    assert entry.published.value.isoformat() == "2026-05-04T20:15:00+02:00"
    assert (entry.tags, entry.language) == (("Politique",), "fr")


def test_json_feed() -> None:
    feed = read_feed(FEEDS / "harbour.json")
    tower, ferry = feed.entries

    assert (feed.format, feed.title, feed.url) == (
        "json",
        "Harbour Notes",
        "https://harbour.example/",
    )
    assert [author.name for author in tower.authors] == ["Saoirse Penrose-Ito", "Magnus Eide"]
    assert tower.summary == "A parish council admits what its neighbours knew."
    assert tower.images[0].url == "https://harbour.example/tower.jpg"
    assert tower.modified.value.isoformat() == "2026-03-07T10:00:00+00:00"
    assert (ferry.id, ferry.title, ferry.form) == ("7", None, "text")
    assert ferry.url == "https://harbour.example/2026/ferry"
    assert "<b>not</b>" in ferry.content
    assert ferry.authors == feed.authors
    assert ferry.published.precision == "day"


@pytest.mark.parametrize("name", ["wordpress.xml", "bote.atom", "messager.rdf"])
def test_a_tree_gives_the_same_entries_and_is_left_as_it_is(name: str) -> None:
    data = (FEEDS / name).read_bytes()
    tree = etree.fromstring(data)
    before = etree.tostring(tree)

    assert read_feed(tree).entries == read_feed(etree.ElementTree(tree)).entries
    assert [entry.title for entry in read_feed(tree).entries] == [
        entry.title for entry in read_feed(data).entries
    ]
    assert etree.tostring(tree) == before


@pytest.mark.parametrize("label", ["utf-8", "windows-1252", "utf-16", "iso-8859-15"])
def test_encodings_are_those_of_the_bytes_not_of_a_wrong_label(label: str) -> None:
    text = f"<?xml version='1.0' encoding='{label}'?><rss><item><title>Größe</title></item></rss>"
    stated = "utf-16" if label == "utf-16" else "utf-8"

    assert read_feed(text.encode(stated)).entries[0].title == "Größe"
    assert read_feed(text).entries[0].title == "Größe"


def test_what_stands_before_the_feed_is_passed_over() -> None:
    notice = "\n\n<b>Notice</b>: a & b in <i>feed.php</i> on line 3\n<?xml version='1.0'?>\n"

    assert entry_of("<title>A</title>", notice).title == "A"


def test_a_feed_that_breaks_off_gives_what_there_is() -> None:
    feed = read_feed("<rss>\n<channel><item><title>A</title></item>\n<item><title>B</title><descri")

    assert [entry.title for entry in feed.entries] == ["A", "B"]
    (warning,) = feed.warnings
    assert warning.kind == "feed"
    assert warning.message.startswith("the feed is damaged from line 3 on: ")


def test_a_section_that_does_not_close_is_kept() -> None:
    feed = read_feed("<rss><item><title>A</title><description><![CDATA[<p>It breaks")

    assert feed.entries[0].content == "<p>It breaks"


def test_items_that_do_not_close_are_items() -> None:
    feed = feed_of("<item><title>A</title><link>https://e.example/a</link><item><title>B</title>")

    assert [entry.title for entry in feed.entries] == ["A", "B"]


@pytest.mark.parametrize("source", ["", " ", "text", "<html><p>A page</p></html>", "[1]", "{}"])
def test_what_is_no_feed_has_no_format(source: str) -> None:
    feed = read_feed(source)

    assert (feed.format, feed.entries) == (None, ())
    assert [warning.kind for warning in feed.warnings] == ["feed"]


def test_a_feed_without_entries_has_one() -> None:
    assert (feed_of("").format, feed_of("").entries, feed_of("").warnings) == ("rss", (), ())


@pytest.mark.parametrize(
    ("link", "url"),
    [
        ("<link>https://e.example/a</link>", "https://e.example/a"),
        ("<link>/a</link>", "https://site.example/a"),
        ("<link/><guid>https://e.example/g</guid>", "https://e.example/g"),
        ("<guid isPermaLink='false'>https://e.example/g</guid>", None),
        ("<guid>tag:e.example,2026:1</guid>", None),
        ("<link>javascript:alert(1)//</link>", None),
        (
            (
                "<feedburner:origLink xmlns:feedburner='http://rssnamespace.org/feedburner/ext/1.0'>"
                "https://e.example/o</feedburner:origLink><link>https://count.example/1</link>"
            ),
            "https://e.example/o",
        ),
    ],
)
def test_addresses(link: str, url: str | None) -> None:
    feed = feed_of(f"<link>https://site.example/</link><item><title>A</title>{link}</item>")

    assert feed.entries[0].url == url


@pytest.mark.parametrize(
    ("date", "value"),
    [
        ("Mon, 04 May 2026 10:00:00 +0200", "2026-05-04T10:00:00+02:00"),
        ("Mon, 4 May 2026 10:00:00 GMT", "2026-05-04T10:00:00+00:00"),
        ("Mon, 04 May 2026 10:00 EST", "2026-05-04T10:00:00-05:00"),
        ("4 May 26 10:00:00 Z", "2026-05-04T10:00:00+00:00"),
        ("Monday, 04 May 2026 10:00:00 CEST", "2026-05-04T10:00:00"),
        ("2026-05-04T10:00:00Z", "2026-05-04T10:00:00+00:00"),
        ("2026-05-04 10:00:00 +0200", "2026-05-04T10:00:00+02:00"),
        ("2026-05-04", "2026-05-04T00:00:00"),
        ("1777888800", "2026-05-04T10:00:00+00:00"),
        ("04.05.2026 10:00", None),
        ("yesterday", None),
        ("Mon, 99 Xxx 2026 10:00:00 +0200", None),
        ("Mon, 04 May 2026 10:00:00 +9900", None),
        ("0000-00-00T00:00:00", None),
    ],
)
def test_dates_that_programs_write(date: str, value: str | None) -> None:
    published = entry_of(f"<pubDate> {date} </pubDate>").published

    assert published.raw == date
    assert (published.value.isoformat() if published.value else None) == value


def test_a_date_that_can_be_read_goes_before_one_that_cannot() -> None:
    entry = entry_of(
        "<pubDate>soon</pubDate>"
        "<dc:date xmlns:dc='http://purl.org/dc/elements/1.1/'>2026-05-04</dc:date>"
    )

    assert entry.published.raw == "2026-05-04"


def test_no_entity_is_expanded() -> None:
    names = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "boom"}">' for n in range(12))
    bomb = f"<!DOCTYPE rss [{names}<!ENTITY x SYSTEM 'file:///etc/hostname'>]>"
    entry = entry_of("<title>&a11;</title><description>&x;</description>", bomb)

    assert (entry.title, entry.content) == ("&a11;", "&x;")
    hidden = f"<!-- <rss> -->{bomb}"
    assert "boom" not in str(feed_of("<item><title t='&a11;'>&a11;</title></item>", hidden))


def test_signs_that_xml_forbids() -> None:
    entry = entry_of("<title>a\0b&#0;c\x1f</title><description>\ud800x</description>")

    assert entry.title == "a\ufffdb\ufffdc\ufffd"
    assert entry.content == "\ufffdx"


def test_deep_nesting_costs_what_is_below_it() -> None:
    feed = feed_of(f"<item><title>A</title></item>{'<a>' * 100_000}")

    assert feed.entries[0].title == "A"
    assert "depth" in feed.warnings[0].message


def test_limits_hold() -> None:
    text = "<rss><item><title>A</title></item><item><title>B</title></item></rss>"

    feed = read_feed(text, limits=Limits(max_bytes=34))
    assert [entry.title for entry in feed.entries] == ["A"]
    assert feed.warnings[0].kind == "max_bytes"
    with pytest.raises(LimitError):
        read_feed(text, limits=Limits(max_bytes=34, on_limit="raise"))


def test_a_tree_of_beautifulsoup_is_no_feed() -> None:
    with pytest.raises(InputTypeError, match="give the feed itself"):
        read_feed(BeautifulSoup("<rss></rss>", "html.parser"))
    with pytest.raises(InputTypeError):
        read_feed(ET.fromstring("<rss/>"))  # noqa: S314 - our own
