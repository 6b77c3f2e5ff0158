r"""An article as ninjs 3.1, the news object in JSON of the IPTC.

The standard: https://iptc.org/std/ninjs/ (schema `ninjs-schema_3.1.json`). Roles and relations are
open lists there; the words used are those of this library.

>>> import articlekit
>>> from articlekit.model import Headline, Paragraph, Span
>>> nodes = (
...     Headline(text="Town votes for wall", span=Span(0, 19)),
...     Paragraph(text="The council voted.", span=Span(20, 38)),
... )
>>> source = "\n".join(node.text for node in nodes)
>>> item = articlekit.Article(source, nodes, url="https://example.com/1").to_ninjs()
>>> item["uri"], item["headlines"]
('https://example.com/1', [{'role': 'main', 'value': 'Town votes for wall'}])
"""

from __future__ import annotations

import re
from base64 import urlsafe_b64encode
from hashlib import sha256
from typing import TYPE_CHECKING, Final

from articlekit.exporters.facts import (
    CREDITED,
    address_of,
    iso_date,
    language_of,
    pictures_of,
    summary_of,
    texts_of,
)
from articlekit.exporters.html import story_html
from articlekit.exporters.records import Record, filled
from articlekit.exporters.text import story_of
from articlekit.exporters.urls import web_address
from articlekit.model import Byline

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlekit.article import Article
    from articlekit.figures import Figure
    from articlekit.model import Author, Place, Timestamp

_STANDARD: Final = {
    "name": "ninjs",
    "version": "3.1",
    "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#",
}
_OFFSET: Final = re.compile(r"T.*[+-]\d\d:\d\d\Z")


def to_ninjs(article: Article) -> Record:
    """The article as a news object of type text, ready for `json.dumps`.

    Its `uri` is the address of the page; a text without one is named by its SHA-256 (RFC 6920).
    """
    kicker, dateline = article.kicker, article.dateline
    places = dateline.places if dateline else ()
    return filled(
        {
            "standard": dict(_STANDARD),
            "uri": address_of(article) or _name_of(article.source),
            "type": "text",
            "language": language_of(article),
            "firstCreated": _date_time(article.published),
            "versionCreated": _date_time(article.modified),
            "headlines": [
                *_told("main", article.title),
                *_told("kicker", kicker.text if kicker else None),
            ],
            "descriptions": [
                *_told("standfirst", summary_of(article)),
                *_told("summary", article.description),
            ],
            "by": _by(article),
            "located": _spelt(places[0]) if places else None,
            "places": [_related(_spelt(place), "dateline") for place in places],
            "infoSources": list(_sources(article)),
            "subjects": [
                _related(article.section, "section"),
                *(_related(tag, "keyword") for tag in article.tags),
            ],
            "copyrightNotice": "\n".join(texts_of(article, "copyright")),
            "bodies": [
                *_told("main", story_html(article), "text/html"),
                *_told("main", "\n\n".join(story_of(article)), "text/plain"),
            ],
            "associations": [
                {"name": f"picture {number}", **_picture(figure, "lead" if leads else None)}
                for number, (figure, leads) in enumerate(pictures_of(article), 1)
            ],
        }
    )


def _told(role: str, text: str | None, media_type: str | None = None) -> list[Record]:
    """A text with its role, in a list; no text, no role."""
    told = filled({"role": role, "contentType": media_type, "value": text}, needs="value")
    return [told] if told else []


def _related(name: str | None, relation: str) -> Record:
    return filled({"name": name, "rel": relation}, needs="name")


def _name_of(text: str) -> str:
    """A name for what has no address, made of the text itself: a URI of RFC 6920."""
    digest = sha256(text.encode("utf-8", "surrogatepass")).digest()
    return f"ni:///sha-256;{urlsafe_b64encode(digest).decode().rstrip('=')}"


def _date_time(stamp: Timestamp | None) -> str | None:
    """A moment as RFC 3339 wants it: to the second, with its offset; else none."""
    moment = iso_date(stamp) or ""
    return moment if _OFFSET.search(moment) else None


def _by(article: Article) -> str:
    """The bylines as printed; without any, the names."""
    printed = [node.text for node in article.nodes if isinstance(node, Byline) and node.text]
    return "; ".join(printed) or ", ".join(author.name for author in article.authors)


def _spelt(place: Place) -> str:
    return ", ".join(part for part in (place.name, place.region, place.country) if part)


def _sources(article: Article) -> Iterator[Record]:
    """Everyone who made, supplied or published the article."""
    for author in article.authors:
        yield _maker(author)
    for name in article.dateline.sources if article.dateline else ():
        yield _source(name, "agency")
    yield _source(article.site_name, "publisher")


def _maker(author: Author) -> Record:
    contacts = [
        filled({"type": "email", "value": author.email}, needs="value"),
        filled({"type": "handle", "value": author.handle}, needs="value"),
    ]
    source = _source(author.name, CREDITED.get(author.contribution, "contributor"))
    more = {"uri": web_address(author.url), "contactInfo": contacts}
    return filled({**source, **more}, needs="name")


def _source(name: str | None, role: str) -> Record:
    return filled({"name": name, "role": role}, needs="name")


def _picture(figure: Figure, relation: str | None) -> Record:
    """A picture as a news object of its own; one without a whole address is named by its lines."""
    caption, credit = figure.caption, figure.credit
    address = web_address(figure.url)
    lines = (figure.url or "", caption.text if caption else "", credit.text if credit else "")
    makers = [_source(name, "photographer") for name in credit.photographers] if credit else []
    names = [*credit.agencies, *credit.via] if credit else []
    return filled(
        {
            "rel": relation,
            "uri": address or _name_of("\n".join(lines)),
            "type": "picture",
            "descriptions": [
                *_told("caption", caption.text if caption else None),
                *_told("alternative text", figure.alt),
            ],
            "by": credit.text if credit else None,
            "infoSources": makers + [_source(name, "agency") for name in names],
            "copyrightHolder": ", ".join(credit.organisations) if credit else None,
            "copyrightNotice": credit.copyright if credit else None,
            "usageTerms": credit.license if credit else None,
            "renditions": [filled({"name": "main", "href": address}, needs="href")],
        }
    )
