"""The header of a document of TEI: what is known of an article beside its text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlekit.exporters.facts import CREDITED, address_of, iso_date, language_of, texts_of
from articlekit.exporters.inline import one_line
from articlekit.exporters.markup import element, escape, lines, named
from articlekit.exporters.urls import PICTURES, strict_url

if TYPE_CHECKING:
    from articlekit.article import Article
    from articlekit.model import Author, Timestamp


def header_of(article: Article) -> str:
    """The element `teiHeader`."""
    names = [*_authors(article, "author"), *_authors(article, "editor"), *_others(article)]
    title = element("title", escape(one_line(article.title)), {"type": "main"})
    file = [lines("titleStmt", [title, *names]), _published(article), _source(article)]
    return lines("teiHeader", [lines("fileDesc", file), _profile(article)])


def _authors(article: Article, name: str) -> list[str]:
    return [
        element(name, _agent(author) + _facts(author))
        for author in article.authors
        if CREDITED.get(author.contribution) == name
    ]


def _others(article: Article) -> list[str]:
    """Who did something that has no element of its own; these have room for the name alone."""
    return [
        element("respStmt", element("resp", author.contribution.replace("_", " ")) + _agent(author))
        for author in article.authors
        if CREDITED.get(author.contribution) not in {"author", "editor"}
    ]


def _agent(author: Author) -> str:
    after = named("addName", author.credentials, {"type": "credentials"})
    name = "orgName" if author.kind == "organisation" else "persName"
    return element(name, escape(one_line(author.name)) + after)


def _facts(author: Author) -> str:
    url = strict_url(author.url, PICTURES)
    return "".join(
        (
            named("roleName", author.role),
            named("affiliation", author.organisation),
            named("placeName", author.location),
            named("email", author.email),
            named("idno", author.handle, {"type": "handle"}),
            element("ptr", "", {"target": url}) if url else "",
        )
    )


def _published(article: Article) -> str:
    """Who published it, where, under what terms, and when."""
    rights = [named("p", text) for text in texts_of(article, "copyright")]
    closed = {"status": "restricted" if article.paywalled else None}
    terms = element("availability", "".join(rights) or "<p/>", closed)
    inside = [
        element("publisher", escape(one_line(article.site_name))),
        named("idno", address_of(article), {"type": "URI"}),
        terms if any(rights) or article.paywalled else "",
        _date(article.published, None),
    ]
    return lines("publicationStmt", inside)


def _source(article: Article) -> str:
    """The page as the source of the text."""
    address = address_of(article)
    inside = [
        element("title", escape(one_line(article.title)), {"level": "a"}),
        named("title", article.site_name, {"level": "j"}),
        named("biblScope", article.section, {"unit": "section"}),
        _date(article.published, "published"),
        _date(article.modified, "modified"),
        element("ptr", "", {"target": address}) if address else "",
    ]
    return element("sourceDesc", element("bibl", "".join(inside)))


def _profile(article: Article) -> str:
    """What it is about, in which language."""
    about = named("p", article.description)
    language = element("language", "", {"ident": language_of(article)})
    terms = "".join(named("term", tag) for tag in article.tags)
    inside = [
        element("abstract", about) if about else "",
        element("langUsage", language) if language_of(article) else "",
        element("textClass", element("keywords", terms)) if terms else "",
    ]
    return lines("profileDesc", inside)


def _date(stamp: Timestamp | None, kind: str | None) -> str:
    """A date as printed or stated, with its value."""
    said = {"type": kind, "when": iso_date(stamp)}
    return element("date", escape(one_line(stamp.raw)), said) if stamp is not None else ""
