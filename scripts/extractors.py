"""Extractors of others and articlekit behind one call: a page and its address in, an answer out.

Each is imported when it is asked for; `ImportError` says that it is not installed.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple


class Answer(NamedTuple):
    """What an extractor says of a page."""

    body: str = ""
    headline: str | None = None
    authors: tuple[str, ...] | None = None
    """`None`: it has no such field."""
    published: str | None = None
    """Empty where it found none; `None`: it has no such field."""


Extract = Callable[[bytes, str | None], Answer]


def _articlekit() -> Extract:
    import articlekit

    def extract(page: bytes, url: str | None) -> Answer:
        article = articlekit.parse_html(page, url)
        value = article.published.value if article.published else None
        names = tuple(author.name for author in article.authors)
        return Answer(article.text, article.title, names, value.isoformat() if value else "")

    return extract


def _trafilatura() -> Extract:
    import trafilatura

    def extract(page: bytes, url: str | None) -> Answer:
        found = trafilatura.bare_extraction(page, url=url, with_metadata=True)
        if found is None:
            return Answer(authors=(), published="")
        names = tuple(name.strip() for name in (found.author or "").split(";") if name.strip())
        return Answer(found.text or "", found.title, names, found.date or "")

    return extract


def _newspaper4k() -> Extract:
    import newspaper

    def extract(page: bytes, url: str | None) -> Answer:
        found = newspaper.Article(url or "https://example.com/a", fetch_images=False)
        found.download(input_html=page.decode("utf-8", "replace"))
        found.parse()
        stamp = found.publish_date
        day = stamp.isoformat() if hasattr(stamp, "isoformat") else stamp or ""
        return Answer(found.text, found.title, tuple(found.authors), day)

    return extract


def _readability() -> Extract:
    import readability
    from lxml import html

    def extract(page: bytes, url: str | None) -> Answer:
        del url
        found = readability.Document(page.decode("utf-8", "replace"))
        return Answer(html.fromstring(found.summary()).text_content(), found.short_title())

    return extract


def _goose3() -> Extract:
    from goose3 import Goose

    goose = Goose({"enable_image_fetching": False})

    def extract(page: bytes, url: str | None) -> Answer:
        found = goose.extract(url=url, raw_html=page.decode("utf-8", "replace"))
        return Answer(
            found.cleaned_text, found.title, tuple(found.authors), found.publish_date or ""
        )

    return extract


def _resiliparse() -> Extract:
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.encoding import detect_encoding
    from resiliparse.parse.html import HTMLTree

    def extract(page: bytes, url: str | None) -> Answer:
        del url
        tree = HTMLTree.parse_from_bytes(page, detect_encoding(page))
        return Answer(extract_plain_text(tree, main_content=True), tree.title)

    return extract


EXTRACTORS: dict[str, Callable[[], Extract]] = {
    "articlekit": _articlekit,
    "trafilatura": _trafilatura,
    "newspaper4k": _newspaper4k,
    "readability": _readability,
    "goose3": _goose3,
    "resiliparse": _resiliparse,
}
