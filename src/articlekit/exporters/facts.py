"""What several formats say of an article, in the spellings that they share."""

from __future__ import annotations

import re
from datetime import UTC, timedelta
from typing import TYPE_CHECKING, Final

from articlekit.exporters.urls import web_address
from articlekit.figures import Figure
from articlekit.model import Boilerplate, Standfirst

if TYPE_CHECKING:
    from datetime import datetime

    from articlekit.article import Article
    from articlekit.model import BoilerplateKind, Contribution, Node, Timestamp

CREDITED: Final[dict[Contribution, str]] = {
    "text": "author",
    "reporting": "author",
    "writing": "author",
    "editing": "editor",
    "translation": "translator",
}
"""What a contribution makes of somebody, by the terms of schema.org; else a contributor."""

_LANGUAGE: Final = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")
_LENGTHS: Final = {"year": 4, "month": 7, "day": 10}
_FARTHEST: Final = timedelta(hours=14)  # from Greenwich, as XML Schema allows


def language_of(article: Article) -> str | None:
    """The language as a tag of BCP 47, or `None` where what is stated is none."""
    tag = article.language or ""
    return tag if _LANGUAGE.fullmatch(tag) else None


def address_of(article: Article) -> str | None:
    """The address that the page states as its own, else the one that the caller gave."""
    return web_address(article.canonical_url) or web_address(article.url)


def texts_of(article: Article, kind: BoilerplateKind) -> list[str]:
    """The lines of one kind of boilerplate."""
    return [node.text for node in article.boilerplate if node.kind == kind and node.text]


def summary_of(article: Article) -> str:
    """All blocks of the standfirst."""
    return " ".join(node.text for node in article.nodes if isinstance(node, Standfirst))


def biographies_of(article: Article) -> dict[str, str]:
    """What is said about whom: the biographies that name somebody, by that name."""
    found: dict[str, list[str]] = {}
    for node in article.boilerplate:
        if node.kind == "author_bio" and node.name:
            found.setdefault(node.name, []).append(node.text)
    return {name: " ".join(texts) for name, texts in found.items()}


def pictures_of(article: Article) -> list[tuple[Figure, bool]]:
    """The figures, and whether each is the lead image: that is first, shown by the page or not."""
    lead = article.lead_image
    found = [(figure, lead is not None and figure.url == lead.url) for figure in article.figures]
    if lead is not None and not any(leads for _, leads in found):
        found.append((Figure(url=lead.url, alt=lead.alt), True))
    return sorted(found, key=lambda one: not one[1])


def is_tailpiece(node: Node) -> bool:
    """Whether a node says who made the story, below it: a sign-off, or a biography."""
    return isinstance(node, Boilerplate) and node.kind in {"signoff", "author_bio"}


def moment_of(stamp: Timestamp | None) -> datetime | None:
    """The moment of a stamp that has one; to the day, or with an offset that formats can spell."""
    if stamp is None or stamp.value is None or stamp.precision == "none":
        return None
    value = stamp.value
    if stamp.precision in _LENGTHS:
        return value.replace(hour=0, minute=0, second=0, microsecond=0, tzinfo=None)
    offset = value.utcoffset()
    if offset is None or (abs(offset) <= _FARTHEST and not offset % timedelta(minutes=1)):
        return value
    try:
        return value.astimezone(UTC)
    except OverflowError:  # on the first or the last day there is
        return None


def iso_date(stamp: Timestamp | None) -> str | None:
    """A moment in ISO 8601, as precise as it is known; every form is one of XML Schema's, too.

    >>> from datetime import datetime
    >>> from articlekit.model import Timestamp
    >>> iso_date(Timestamp("May 2026", datetime(2026, 5, 1), "month"))
    '2026-05'
    """
    value = moment_of(stamp)
    if stamp is None or value is None:
        return None
    return value.isoformat()[: _LENGTHS.get(stamp.precision)]
