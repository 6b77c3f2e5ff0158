r"""An article as linked data: the `NewsArticle` of schema.org.

Types and properties are those of https://schema.org/NewsArticle (version 29). What is not known is
not said: no property is empty, and none is filled with a guess.

>>> import articlekit
>>> from articlekit.model import Headline, Paragraph, Span
>>> nodes = (
...     Headline(text="Town votes for wall", span=Span(0, 19)),
...     Paragraph(text="The council voted.", span=Span(20, 38)),
... )
>>> article = articlekit.Article("\n".join(node.text for node in nodes), nodes, language="en")
>>> for name, value in article.to_jsonld().items():
...     print(name, value, sep=": ")
@context: https://schema.org
@type: NewsArticle
headline: Town votes for wall
inLanguage: en
articleBody: The council voted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlekit.exporters.facts import (
    CREDITED,
    address_of,
    biographies_of,
    iso_date,
    language_of,
    pictures_of,
    summary_of,
    texts_of,
)
from articlekit.exporters.records import Record, filled
from articlekit.exporters.text import story_of
from articlekit.exporters.urls import PICTURES, strict_url

if TYPE_CHECKING:
    from articlekit.article import Article
    from articlekit.figures import Figure
    from articlekit.model import Author, Place


def to_jsonld(article: Article) -> Record:
    """The article as a `NewsArticle`, ready for `json.dumps`."""
    summary, dateline = summary_of(article), article.dateline
    return filled(
        {
            "@context": "https://schema.org",
            "@type": "NewsArticle",
            "url": address_of(article),
            "headline": article.title,
            "alternativeHeadline": article.kicker.text if article.kicker else None,
            "description": article.description or summary,
            "abstract": summary if article.description else None,
            "dateline": dateline.text if dateline else None,
            "locationCreated": [_place(place) for place in dateline.places] if dateline else [],
            "sourceOrganization": [_named(name) for name in dateline.sources] if dateline else [],
            **_credited(article),
            "publisher": _named(article.site_name),
            "copyrightNotice": "\n".join(texts_of(article, "copyright")),
            "datePublished": iso_date(article.published),
            "dateModified": iso_date(article.modified),
            "inLanguage": language_of(article),
            "articleSection": article.section,
            "keywords": list(article.tags),
            "isAccessibleForFree": False if article.paywalled else None,
            "timeRequired": _duration(article.reading_minutes),
            "image": [_image(figure, leads=leads) for figure, leads in pictures_of(article)],
            "articleBody": "\n\n".join(story_of(article)),
            "correction": [note.text for note in article.corrections if note.kind == "correction"],
            "hasPart": _answered(article),
        }
    )


def _credited(article: Article) -> dict[str, list[Record]]:
    """Who made the article, by what they did for it; only people edit."""
    found: dict[str, list[Record]] = {
        name: [] for name in ("author", "editor", "translator", "contributor")
    }
    biographies = biographies_of(article)
    for author in article.authors:
        name = CREDITED.get(author.contribution, "contributor")
        if name == "editor" and author.kind == "organisation":
            name = "contributor"
        found[name].append(_party(author, biographies.get(author.name)))
    return found


def _party(author: Author, biography: str | None) -> Record:
    both: Record = {
        "name": author.name,
        "alternateName": author.handle,
        "url": strict_url(author.url, PICTURES),
        "email": author.email,
        "description": biography,
    }
    place = _named(author.location, "Place")
    employer = _named(author.organisation)
    if author.kind == "organisation":
        more: Record = {"location": place, "parentOrganization": employer}
        return filled({"@type": "Organization", **both, **more}, needs="name")
    more = {
        "honorificSuffix": author.credentials,
        "jobTitle": author.role,
        "worksFor": employer,
        "workLocation": place,
    }
    return filled({"@type": "Person", **both, **more}, needs="name")


def _named(name: str | None, kind: str = "Organization") -> Record:
    return filled({"@type": kind, "name": name}, needs="name")


def _place(place: Place) -> Record:
    """A place of a dateline; only a town has an address."""
    if place.kind != "city":
        return _named(place.name, "Place")
    address = filled(
        {
            "@type": "PostalAddress",
            "addressLocality": place.name,
            "addressRegion": place.region,
            "addressCountry": place.country,
        },
        needs="addressLocality",
    )
    return filled({"@type": "Place", "name": place.name, "address": address}, needs="name")


def _duration(minutes: int | None) -> str | None:
    """A duration of ISO 8601."""
    return f"PT{minutes}M" if minutes is not None and minutes > 0 else None


def _image(figure: Figure, *, leads: bool) -> Record:
    caption, credit = figure.caption, figure.credit
    creators = [_named(name, "Person") for name in credit.photographers] if credit else []
    sources = [*credit.agencies, *credit.via, *credit.organisations] if credit else []
    said = filled(
        {
            "url": strict_url(figure.url, PICTURES),
            "caption": caption.text if caption else None,
            "description": figure.alt,
            "creditText": credit.text if credit else None,
            "creator": creators,
            "sourceOrganization": [_named(name) for name in sources],
            "copyrightNotice": credit.copyright if credit else None,
        }
    )
    if not said:
        return {}
    return filled({"@type": "ImageObject", **said, "representativeOfPage": leads or None})


def _answered(article: Article) -> Record:
    """The questions of the article that have an answer, as a page of them."""
    questions = []
    for section in article.questions:
        answer = filled({"@type": "Answer", "text": section.text}, needs="text")
        asked = {"@type": "Question", "name": section.subheading.text, "acceptedAnswer": answer}
        questions.append(filled(asked, needs="name") if answer else {})
    return filled({"@type": "FAQPage", "mainEntity": questions}, needs="mainEntity")
