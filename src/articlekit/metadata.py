"""What a page says about itself out of sight: candidates, each with its origin.

Readers fill these records from linked data, meta elements and links; `choose` weighs them against
what is visible. Nothing here is decided: a headline in the metadata may be the search engine's.
"""

from __future__ import annotations

from msgspec import Struct

from articlekit.model import Author, Timestamp, Warn  # noqa: TC001 - read at run time


class Stated(Struct, frozen=True, gc=False):
    """A text that the metadata states, and where: `jsonld`, `og:title`, `title`, `dc.title`."""

    text: str
    origin: str


class Crumb(Struct, frozen=True, gc=False):
    """A step on the way from the home page to a page, with its address and where it is stated."""

    text: str
    url: str | None
    origin: str


class StatedAuthors(Struct, frozen=True):
    """The authors that one place of the metadata names, in its order."""

    authors: tuple[Author, ...]
    origin: str


class StatedImage(Struct, frozen=True, gc=False):
    """A picture that stands for the article; its size in pixels where it is stated."""

    url: str
    origin: str
    width: int | None = None
    height: int | None = None
    credit: str | None = None
    """Who made it, as printed, where it is stated with the picture."""


class Metadata(Struct, frozen=True):
    """The candidates for every field, most trusted origin first; empty where a page is silent."""

    headlines: tuple[Stated, ...] = ()
    alternatives: tuple[Stated, ...] = ()
    """Kickers and alternative headlines."""
    authors: tuple[StatedAuthors, ...] = ()
    published: tuple[Timestamp, ...] = ()
    modified: tuple[Timestamp, ...] = ()
    descriptions: tuple[Stated, ...] = ()
    images: tuple[StatedImage, ...] = ()
    site_names: tuple[Stated, ...] = ()
    publisher: str | None = None
    sections: tuple[Stated, ...] = ()
    breadcrumbs: tuple[Crumb, ...] = ()
    """The steps from the home page to this one."""
    tags: tuple[str, ...] = ()
    credit: str | None = None
    """Who made the pictures, as printed, where it is stated of all of them."""
    language: str | None = None
    """As stated, such as `de-AT`."""
    canonical_url: str | None = None
    paywalled: bool = False
    """Whether the page says that the article is not free to read."""
    bodies: tuple[Stated, ...] = ()
    """The article's text, where the metadata repeats it."""
    warnings: tuple[Warn, ...] = ()


class ChosenHeadline(Struct, frozen=True, gc=False):
    """The headline and why: `origin` is `h1` or another tag when it is visible.

    `block` is that of the heading, or -1 for a headline that only the metadata know. `kicker` is
    what was cut off in front.
    """

    text: str
    origin: str
    block: int = -1
    kicker: str | None = None
    confidence: float = 0.5
