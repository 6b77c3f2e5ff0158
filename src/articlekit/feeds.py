"""Feeds: a file of RSS, Atom or JSON Feed in, its entries out; an entry in, an article out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from articlekit.errors import InputTypeError
from articlekit.limits import DEFAULTS, Limits
from articlekit.parser import check_options, make_article
from articlekit.readers.entries import read_entry, read_page
from articlekit.readers.source import read_source
from articlekit.readers.tree import kind_of_tree

if TYPE_CHECKING:
    from articlekit.article import Article
    from articlekit.entry import Feed


def parse_entry(
    entry: Any,  # noqa: ANN401 - what is possible is told by read_entry
    url: str | None = None,
    *,
    language: str | None = None,
    limits: Limits | None = None,
) -> Article:
    """Parse an entry of a feed into an article.

    `entry` is an `Entry` of `read_feed`, an entry of feedparser, an item of a JSON Feed as a dict,
    or an `<item>` or `<entry>` of lxml or ElementTree; it is left as it is. What it states (title,
    authors, dates, credit, address, tags) is weighed with what its content says, and has the
    origin `entry`; `Article.source` is the text of the content. `url` is the address of the story
    where the entry's own is not meant; `language` and `limits` are those of `parse`.

    Content never raises unless the limits say so (`LimitError`). Misuse raises `ArticleKitError`:
    `InputTypeError` for what is no entry, `OptionError` for an impossible argument.
    """
    check_options(None, url, language, limits)
    limits = limits or DEFAULTS
    read = read_entry(entry)
    page = read_page(read, limits)
    limits.enforce(page.warnings)
    return make_article(page, url or read.url, language, page.warnings)


def read_feed(
    source: Any,  # noqa: ANN401 - what is possible is told by read_source
    url: str | None = None,
    *,
    limits: Limits | None = None,
) -> Feed:
    """Read a feed of RSS, Atom or JSON Feed: its entries, and what it states about all of them.

    `source` is what `parse` takes: a str, bytes, a path, an open file, an HTTP response or the tree
    of lxml. `url` is the address of the feed, from which relative addresses start. Nothing is
    fetched, and no entity is expanded. A damaged feed gives what can be recovered, and a warning;
    what is no feed has no `format` and no entries.

    Content never raises unless the limits say so (`LimitError`). Misuse raises `ArticleKitError`,
    as it does in `parse`.
    """
    from articlekit.readers.feeds import read_feed_text, read_feed_tree

    check_options(None, url, None, limits)
    limits = limits or DEFAULTS
    if kind_of_tree(source) == "bs4":
        raise InputTypeError("cannot read a feed from BeautifulSoup: give the feed itself")
    read = read_source(
        source,
        max_bytes=limits.max_bytes,
        max_compression_ratio=limits.max_compression_ratio,
        mail=False,
    )
    limits.enforce(read.warnings)
    base = url or read.url
    if read.tree is not None:
        feed = read_feed_tree(read.tree, base)
    else:
        feed = read_feed_text(read.text, base)
    return replace(feed, warnings=(*read.warnings, *feed.warnings))
