"""What is known of an article beside its nodes: authors, moments, pictures, address, tags.

Of raw text only what it shows is known, and the day that its address may hold; of a page what it
shows is reconciled with what it says about itself (`choose`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from articlekit.choose.authors import choose_authors
from articlekit.choose.breadcrumbs import find_breadcrumbs, section_of
from articlekit.choose.credit import choose_credit, with_credit
from articlekit.choose.facts import (
    choose_description,
    choose_language,
    choose_section,
    choose_site_name,
    choose_tags,
)
from articlekit.choose.image import choose_image
from articlekit.choose.moment import Moments, choose_moments, is_sure
from articlekit.choose.sightings import Sighting, find_sightings
from articlekit.figures import Image
from articlekit.metadata import Metadata
from articlekit.model import Byline, TimeLine, Warn
from articlekit.page import Head
from articlekit.readers.urls import LONGEST as LONGEST_ADDRESS
from articlekit.readers.urls import host_of, resolve
from articlekit.standoff import images_of, marks_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from articlekit.draft import Draft
    from articlekit.model import Author, Node

_LABELLED = 6.0
"""How far a date is trusted that stands in a line of dates or a byline (see `choose.moment`)."""
_LONGEST_ALT = 1024
_SOMEWHERE = "https://example.com/"


def about(draft: Draft, nodes: Sequence[Node], authors: tuple[Author, ...]) -> dict[str, Any]:
    """The fields of the article that are no nodes; `authors` are those that the text names."""
    if draft.metadata is None:
        return _about_text(draft, nodes, authors)
    metadata, host = draft.metadata, host_of(draft.url)
    moments = _moments(draft, metadata, nodes)
    head = draft.page.markup.head if draft.page.markup else Head()
    base, unseen = head.base, head.unseen
    pictures = images_of(draft.page, nodes)
    images = tuple(_absolute(pictures, resolve(base, draft.url) or draft.url))
    site_name = choose_site_name(metadata, host)
    section = choose_section(metadata, site_name) or _trailed(draft, metadata, site_name)
    inside = [image for image in images if _in_story(image, nodes)]
    lead = choose_image(metadata, inside)
    if lead is not None and (credit := choose_credit(metadata, lead, draft.words)) is not None:
        lead, images = replace(lead, credit=credit), with_credit(images, lead, credit)
    return {
        "authors": choose_authors(authors, metadata, host),
        "language": draft.language or choose_language(metadata),
        "canonical_url": metadata.canonical_url,
        "site_name": site_name,
        "section": section,
        "tags": choose_tags(metadata, section),
        "description": choose_description(metadata),
        "lead_image": lead,
        "images": images,
        "marks": marks_of(draft.page),
        "stated_headline": draft.headline.text if draft.headline else None,
        "stated_published": moments.published,
        "stated_modified": moments.modified,
        "paywalled": metadata.paywalled,
        "body_origin": unseen.origin if unseen else None,
        "warnings": (*metadata.warnings, *_left_out(pictures)),
    }


def _trailed(draft: Draft, metadata: Metadata, site_name: str | None) -> str | None:
    """The section by breadcrumbs: those of linked data, then those that the page shows."""
    page = metadata.canonical_url or draft.url
    headline = draft.headline.text if draft.headline else None
    section = section_of(metadata.breadcrumbs, page, headline, site_name)
    return section or section_of(find_breadcrumbs(draft.page), page, headline, site_name)


def _about_text(draft: Draft, nodes: Sequence[Node], authors: tuple[Author, ...]) -> dict[str, Any]:
    """Raw text says when it was published, or else its address does."""
    seen = any(sighting.kind == "published" for sighting in _printed(nodes))
    dated = None if seen else choose_moments(Metadata(), (), draft.url).published
    return {"authors": authors, "language": draft.language, "stated_published": dated}


def _moments(draft: Draft, metadata: Metadata, nodes: Sequence[Node]) -> Moments:
    """Both moments; the dates of the whole page are read only where the metadata leave a doubt."""
    printed = list(_printed(nodes))
    if not is_sure(metadata, draft.url):
        block = draft.headline.block if draft.headline and draft.headline.block >= 0 else None
        printed += find_sightings(draft.page, draft.words, block)
    return choose_moments(metadata, printed, draft.url)


def _printed(nodes: Sequence[Node]) -> Iterator[Sighting]:
    """The dates of time lines and bylines."""
    for node in nodes:
        if isinstance(node, (TimeLine, Byline)):
            if node.published is not None:
                yield Sighting(node.published, -1, _LABELLED, "published")
            if node.modified is not None:
                yield Sighting(node.modified, -1, _LABELLED, "modified")


def _absolute(images: Sequence[Image], base: str | None) -> Iterator[Image]:
    """Pictures with their whole addresses; those that have none that can be opened are left out."""
    for image in images:
        url = resolve(image.url, base)
        if url is None and resolve(base) is None and resolve(image.url, _SOMEWHERE):
            url = image.url  # as printed: where the page stands is not known
        if url:
            yield Image(url, image.alt[:_LONGEST_ALT] if image.alt else None, image.before)


def _left_out(images: Sequence[Image]) -> Iterator[Warn]:
    """Name what `_absolute` leaves out because it is too long; pictures in `data:` are no loss."""
    long = [image for image in images if len(image.url) > LONGEST_ADDRESS]
    if amount := sum(not image.url.startswith("data:") for image in long):
        message = f"{amount} pictures have addresses longer than {LONGEST_ADDRESS} characters"
        yield Warn("images", message, 0, amount)
    if amount := sum(max(0, len(image.alt or "") - _LONGEST_ALT) for image in images):
        yield Warn("images", f"{amount} characters of texts for pictures left out", 0, amount)


def _in_story(image: Image, nodes: Sequence[Node]) -> bool:
    """Whether a picture stands beside a node of the story or of its head."""
    at = image.before or 0
    near = nodes[max(0, at - 1) : at + 1]
    return any(type(node).__name__ != "Boilerplate" for node in near)
