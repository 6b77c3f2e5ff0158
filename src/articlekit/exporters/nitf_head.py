"""The head of a document of NITF: what is known of an article beside its text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from articlekit.exporters.facts import address_of, moment_of
from articlekit.exporters.inline import one_line
from articlekit.exporters.markup import element, lines, named

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlekit.article import Article
    from articlekit.model import Contribution, Timestamp

_FUNCTIONS: Final[dict[Contribution, str]] = {
    "text": "writer-author",
    "reporting": "writer-author",
    "writing": "writer-author",
    "editing": "editor",
    "photo": "photographer",
    "video": "videographer",
    "illustration": "graphic-artist",
}
"""What somebody did, in the closed list of `revision-history`; else "other"."""


def head_of(article: Article) -> str:
    """The element `head`."""
    title = named("title", article.title, {"type": "main"})
    about = _stated("meta", {"content": article.description, "name": "description"})
    return lines("head", [title, about, _docdata(article), _pubdata(article), *_history(article)])


def normal_date(stamp: Timestamp | None) -> str | None:
    """A moment as `norm` wants it: YYYYMMDDTHHMMSS and the offset, where one is known.

    A day has the time 000000, as the standard says; what is less precise has no form.

    >>> from datetime import datetime
    >>> from articlekit.model import Timestamp
    >>> normal_date(Timestamp("3 May 2026", datetime(2026, 5, 3), "day"))
    '20260503T000000'
    """
    value = moment_of(stamp)
    if stamp is None or value is None or stamp.precision in {"year", "month"}:
        return None
    time = value.time().isoformat("seconds")
    offset = "" if value.utcoffset() is None else value.isoformat()[-6:]
    return f"{value.date().isoformat().replace('-', '')}T{(time + offset).replace(':', '')}"


def _docdata(article: Article) -> str:
    keywords = "".join(_stated("keyword", {"key": tag}) for tag in article.tags)
    inside = (
        _stated("doc-id", {"id-string": address_of(article)}),
        _stated("date.issue", {"norm": normal_date(article.published)}),
        element("key-list", keywords) if keywords else "",
    )
    return element("docdata", "".join(inside)) if any(inside) else ""


def _pubdata(article: Article) -> str:
    """Where it was published."""
    address = address_of(article)
    stated = {
        "name": article.site_name,
        "position.section": article.section,
        "date.publication": normal_date(article.published),
        "ex-ref": address,
        "type": "web" if address else None,
    }
    return element("pubdata", "", stated) if any(map(one_line, stated.values())) else ""


def _history(article: Article) -> Iterator[str]:
    """Who did what, and when it was last changed."""
    for author in article.authors:
        function = _FUNCTIONS.get(author.contribution, "other")
        yield _stated("revision-history", {"name": author.name, "function": function})
    yield _stated("revision-history", {"norm": normal_date(article.modified)})


def _stated(name: str, attributes: dict[str, str | None]) -> str:
    """An empty element, where its first attribute says anything; else ""."""
    return element(name, "", attributes) if one_line(next(iter(attributes.values()))) else ""
