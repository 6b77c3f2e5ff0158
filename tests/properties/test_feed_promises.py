"""Any dict of strings is an entry, any bytes are a message and a feed: all give articles."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

import articlekit
from articlekit import Article

FIELDS = [
    "title",
    "content",
    "summary",
    "description",
    "link",
    "url",
    "id",
    "guid",
    "author",
    "authors",
    "tags",
    "published",
    "updated",
    "published_parsed",
    "date_published",
    "content_html",
    "content_text",
    "content_type",
    "image",
    "media_content",
    "media_credit",
    "links",
    "language",
    "source",
    "base_url",
    "title_detail",
    "creator",
]
WORDS = st.sampled_from(
    [
        "Council votes for wall",
        "<p>The council voted on Monday for a wall that keeps the river out of the town.</p>",
        "&lt;p&gt;The council voted.&lt;/p&gt;&lt;p&gt;It rained.&lt;/p&gt;",
        "<h1>A wall</h1><p>By Jane Roe</p>",
        "The post <a href='/a'>A wall</a> appeared first on <a href='/'>The Herald</a>.",
        "Mon, 04 May 2026 10:00:00 +0200",
        "Mon, 99 May 2026 10:00:00 +9999",
        "https://example.com/a",
        "javascript:alert(1)",
        "Jane Roe <jane@example.com>",
        "\0",
        "\ud800",
        "<![CDATA[",
        "",
    ]
)
TEXT = st.one_of(WORDS, st.text(max_size=60), st.text(alphabet=st.characters(), max_size=40))
VALUE = st.recursive(
    st.one_of(TEXT, st.none(), st.booleans(), st.integers(), st.floats()),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(
            st.sampled_from(["value", "name", "term", "href", "url", "type", "role", "content"]),
            inner,
            max_size=3,
        ),
    ),
    max_leaves=6,
)
STRINGS = st.dictionaries(st.one_of(st.sampled_from(FIELDS), st.text(max_size=8)), TEXT, max_size=8)
ENTRIES = st.dictionaries(st.sampled_from(FIELDS), VALUE, max_size=8)
LINES = st.sampled_from(
    [
        b"Subject: =?utf-8?q?A_wall?=",
        b"From: Jane Roe <jane@example.com>",
        b"Date: Mon, 4 May 2026 10:00:00 +0200",
        b"Content-Type: multipart/alternative; boundary=b",
        b"Content-Type: text/html; charset=latin1",
        b"Content-Type: text/plain; charset=utf-8; format=flowed",
        b"Content-Transfer-Encoding: base64",
        b"Content-Transfer-Encoding: quoted-printable",
        b"",
        b"--b",
        b"--b--",
        b"<p>The council voted =\xe4 on Monday.</p>",
        b"> The council voted on Monday. ",
        b"PHA+VGhlIGNvdW5jaWwgdm90ZWQu",
    ]
)
MAIL = st.lists(st.one_of(LINES, st.binary(max_size=40)), max_size=16).map(b"\n".join)
TAGS = st.sampled_from(
    [
        b"<?xml version='1.0' encoding='utf-16'?>",
        b"<!DOCTYPE rss [<!ENTITY a 'b'>]>",
        b"<rss><channel>",
        b"<feed xmlns='http://www.w3.org/2005/Atom'>",
        b"<item>",
        b"</item>",
        b"<entry>",
        b"<title>A wall &a; &eacute; &</title>",
        b"<link href='/a'/>",
        b"<content type='xhtml'><div>A <b>b</b>",
        b"<media:content url='/a.jpg' medium='image'>",
        b"<description><![CDATA[<p>The council voted.",
        b"]]>",
        b"<pubDate>4 May 26 10:00</pubDate>",
        b'{"items": [{"content_html": "<p>A wall.", "id": 1}]}',
    ]
)
FEED = st.lists(st.one_of(TAGS, st.binary(max_size=30)), max_size=14).map(b"".join)


def held(article: Article) -> None:
    """The nodes are the source, each at its place, and JSON gives the article back."""
    at = 0
    for node in article.nodes:
        start, end = node.span.start, node.span.end
        assert at <= start < end <= len(article.source)
        assert not article.source[at:start].strip()
        assert solid(article.source[start:end]) == solid(node.text)
        at = end
    assert not article.source[at:].strip()
    assert Article.from_json(article.to_json()) == article
    article.to_html(boilerplate=True)
    article.to_markdown()


def solid(text: str) -> str:
    return "".join(text.split())


@given(STRINGS)
@settings(max_examples=150, deadline=None)
def test_any_dict_of_strings_is_an_entry(entry: dict[str, str]) -> None:
    before = dict(entry)

    held(articlekit.parse_entry(entry))
    assert entry == before


@given(ENTRIES)
@settings(max_examples=150, deadline=None)
def test_any_values_are_those_of_an_entry(entry: dict[str, object]) -> None:
    held(articlekit.parse_entry(entry))


@given(st.one_of(MAIL, st.binary(max_size=200)))
@settings(max_examples=150, deadline=None)
def test_any_bytes_are_a_message(source: bytes) -> None:
    held(articlekit.parse(source, format="mail"))
    held(articlekit.parse(source.decode("utf-8", "surrogateescape"), format="mail"))


@given(st.one_of(FEED, st.binary(max_size=200)))
@settings(max_examples=150, deadline=None)
def test_any_bytes_are_a_feed_or_none(source: bytes) -> None:
    feed = articlekit.read_feed(source, "https://example.com/feed")

    assert feed.format or (not feed.entries and feed.warnings)
    for entry in feed.entries:
        held(articlekit.parse_entry(entry))
