"""The types of the public face, checked by mypy and pyright, never run."""

from __future__ import annotations

from typing import Any, assert_type

import articlekit
from articlekit.model import (
    Author,
    Boilerplate,
    Dateline,
    Headline,
    Mark,
    Node,
    PhotoCredit,
    Timestamp,
)

article = articlekit.parse("text", url="https://example.com", format="text", language="en")
assert_type(article, articlekit.Article)
assert_type(article.headline, Headline | None)
assert_type(article.authors, tuple[Author, ...])
assert_type(article.dateline, Dateline | None)
assert_type(article.published, Timestamp | None)
assert_type(article.stated_published, Timestamp | None)
assert_type(article.stated_headline, str | None)
assert_type(article.lead_image, articlekit.Image | None)
assert_type(article.paywalled, bool)
assert_type(article.nodes, tuple[Node, ...])
assert_type(article.photo_credits, tuple[PhotoCredit, ...])
assert_type(article.boilerplate, tuple[Boilerplate, ...])
assert_type(article.questions, tuple[articlekit.Section, ...])
assert_type(article.marks, tuple[Mark, ...])
assert_type(article.images, tuple[articlekit.Image, ...])
assert_type(article.figures, tuple[articlekit.Figure, ...])
assert_type(article.to_json(), str)
assert_type(article.to_html(boilerplate=True), str)
assert_type(article.to_jsonld(), dict[str, Any])
assert_type(article.to_ninjs(), dict[str, Any])
assert_type(article.to_nitf(), str)
assert_type(article.to_tei(boilerplate=True), str)
assert_type(articlekit.Article.from_json("{}"), articlekit.Article)
assert_type(articlekit.explain("text"), articlekit.Trace)
limits = articlekit.Limits(max_bytes=1_000, on_limit="raise")
assert_type(articlekit.parse("text", limits=limits), articlekit.Article)
assert_type(articlekit.LimitError("text", "max_bytes").amount, int)
feed = articlekit.read_feed("<rss/>", "https://example.com/feed", limits=limits)
assert_type(feed, articlekit.Feed)
assert_type(feed.entries, tuple[articlekit.Entry, ...])
assert_type(articlekit.parse_entry({}, language="en"), articlekit.Article)
assert_type(articlekit.parse("text", format="mail"), articlekit.Article)

articlekit.Limits(on_limit="stop")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
articlekit.parse("text", format="pdf")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
