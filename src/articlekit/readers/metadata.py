"""What a page says about itself: the collected head in, candidates with their origin out.

Linked data comes first, then OpenGraph, Twitter, the names that analytics and search services
ask for (parsely, sailthru, cxense, citation), Dublin Core, microdata, and plain meta elements.
Nothing raises because of what a page holds, and nothing is fetched.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlekit.metadata import Metadata
from articlekit.readers.breadcrumbs import read_breadcrumbs
from articlekit.readers.gathering import Gathering
from articlekit.readers.linked_article import (
    gather_article,
    gather_page,
    is_paywalled,
    publisher_of,
)
from articlekit.readers.linked_data import read_linked_data
from articlekit.readers.meta_names import AUTHORS, IMAGES, MODIFIED, PUBLISHED, TAGS, TEXTS
from articlekit.readers.stated_text import clean
from articlekit.readers.urls import host_of, resolve

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from articlekit.entry import Entry
    from articlekit.language import Language
    from articlekit.page import Head

MOST_METAS = 2000
_BY_ELEMENT = {
    "headline": "headlines",
    "alternativeheadline": "alternatives",
    "description": "descriptions",
    "articlesection": "sections",
}
_MOMENTS = {"datepublished": "published", "datecreated": "published", "datemodified": "modified"}


def read_metadata(
    head: Head,
    url: str | None,
    words: Language,
    text_of: Callable[[int], str] | None = None,
    entry: Entry | None = None,
) -> Metadata:
    """Read what a page says of itself.

    `url` is the address under which the page was asked for; `words` are those of its language;
    `text_of` gives the visible text of an element, for microdata that stands in the page; `entry`
    is what a feed or a message states of the page, which comes first.
    """
    metas: dict[str, list[str]] = {}
    for name, content in head.metas[:MOST_METAS]:
        metas.setdefault(name, []).append(content)
    base = resolve(head.base, url) or url
    canonical = _canonical(head, metas, base) or (entry.url if entry else None)
    into = Gathering(words, base or canonical)
    if entry is not None:
        from articlekit.readers.stated_entry import gather_entry

        gather_entry(entry, into)
    data = read_linked_data(head.linked_data, (url, canonical))
    for what, found in (("meta elements", head.metas), ("properties", head.properties)):
        into.lose(what, len(found) - MOST_METAS)
    gather_article(data, into)
    _gather_metas(metas, into)
    _gather_microdata(head, into, text_of)
    gather_page(data, into)
    into.text("headlines", head.title, "title")
    _gather_links(head, into)
    language = clean(head.language) or _first(metas, ("og:locale", "content-language", "language"))
    texts = {field: tuple(found) for field, found in into.texts.items()}
    return Metadata(
        **texts,
        authors=tuple(into.authors),
        published=tuple(into.moments["published"]),
        modified=tuple(into.moments["modified"]),
        images=tuple(into.images),
        publisher=publisher_of(data) or _first(metas, ("article:publisher_name", "dc.publisher")),
        breadcrumbs=read_breadcrumbs(data, base or canonical),
        tags=tuple(into.tags),
        credit=entry.credit if entry else None,
        language=language.replace("_", "-") if language else None,
        canonical_url=canonical,
        paywalled=is_paywalled(data) or _is_locked(metas),
        warnings=(*data.warnings, *into.warnings),
    )


def _gather_metas(metas: dict[str, list[str]], into: Gathering) -> None:
    for field, names in TEXTS.items():
        for name, value in _stated(metas, names):
            into.text(field, value, names[name])
    for name, origin in AUTHORS.items():
        if values := metas.get(name):
            into.names(values, origin)
    for name, value in _stated(metas, PUBLISHED):
        into.moment("published", value, name)
    for name, value in _stated(metas, MODIFIED):
        into.moment("modified", value, name)
    for name, value in _stated(metas, IMAGES):
        width, height = (_first(metas, (f"{name}:{side}",)) for side in ("width", "height"))
        into.image(value, IMAGES[name], width, height)
    for name in TAGS:
        values = metas.get(name, [])
        for value in values:
            into.tag(value, split=len(values) == 1)


def _stated(metas: dict[str, list[str]], names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The first few contents under each of the names, in the order of the names."""
    for name in names:
        for value in metas.get(name, ())[:3]:
            yield name, value


def _gather_microdata(head: Head, into: Gathering, text_of: Callable[[int], str] | None) -> None:
    """Microdata and RDFa of the page: the first value of each property.

    Authors are left out: in the page they are the visible byline, which the rules read.
    """
    seen: set[str] = set()
    for names, value, element in head.properties[:MOST_METAS]:
        for name in names.casefold().split()[:4]:
            key = name.rpartition(":")[2]
            if key in seen or not (key in _BY_ELEMENT or key in _MOMENTS):
                continue
            text = value or (text_of(element) if text_of is not None else None)
            if not text:
                continue
            seen.add(key)
            if key in _MOMENTS:
                tail = ":created" if key == "datecreated" else ""
                into.moment(_MOMENTS[key], text, f"microdata{tail}")
            else:
                into.text(_BY_ELEMENT[key], text, "microdata")


def _gather_links(head: Head, into: Gathering) -> None:
    for relation, address in head.links[:MOST_METAS]:
        if relation == "image_src":
            into.image(address, "image_src")


def _canonical(head: Head, metas: dict[str, list[str]], base: str | None) -> str | None:
    """The address that the page calls its own; a home page in its place is a mistake."""
    stated = [address for relation, address in head.links if relation == "canonical"]
    stated += metas.get("og:url", [])
    for address in stated[:8]:
        found = resolve(clean(address, 8192), base)
        if found is None or not host_of(found):
            continue
        path = found.partition("://")[2].partition("/")[2]
        own = (base or "").partition("://")[2].partition("/")[2]
        if path.strip("/") or not own.strip("/"):
            return found
    return None


def _first(metas: dict[str, list[str]], names: tuple[str, ...]) -> str | None:
    found = (clean(value) for name in names for value in metas.get(name, ()))
    return next((text for text in found if text), None)


def _is_locked(metas: dict[str, list[str]]) -> bool:
    tiers = metas.get("article:content_tier", []) + metas.get("og:article:content_tier", [])
    return any(tier.strip().casefold() == "locked" for tier in tiers)
