"""What is handed over apart from any page: an entry of a feed, or a message.

Both carry a text or a piece of markup, and state beside it whose it is, when it was published and
what it is called. Readers fill these records; nothing in them is weighed yet.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from articlekit.metadata import StatedImage  # noqa: TC001 - read at run time
from articlekit.model import Author, Timestamp, Warn  # noqa: TC001 - read at run time

Form = Literal["html", "text"]
Origin = Literal["entry", "mail"]


class Entry(Struct, frozen=True, kw_only=True):
    """One entry of a feed, or a message: its content, and what it states about that."""

    content: str = ""
    """The text or markup of the story, as far as it is in the feed; escaping undone."""
    form: Form = "text"
    """Whether the content is markup or text."""
    title: str | None = None
    """The title, as plain text."""
    summary: str | None = None
    """What the entry says in short, where that is not its content."""
    url: str | None = None
    """The address of the story: http or https."""
    id: str | None = None
    """What the feed calls the entry by; the same in every issue of the feed."""
    authors: tuple[Author, ...] = ()
    """The authors as stated: a `name` may hold several names, or a role."""
    published: Timestamp | None = None
    """When it was published: as stated (`raw`), and as read (`value`) where a program wrote it."""
    modified: Timestamp | None = None
    """When it was last changed, in the same way."""
    tags: tuple[str, ...] = ()
    """Its categories and keywords, as stated."""
    images: tuple[StatedImage, ...] = ()
    """The pictures that are stated beside the content, by their address."""
    credit: str | None = None
    """Who made the pictures, as stated of all of them."""
    site_name: str | None = None
    """What the feed calls itself, or the source that the entry names."""
    language: str | None = None
    """The language as stated, such as `en-GB`."""
    origin: Origin = "entry"
    """Whether it is an entry of a feed or a message: the origin of what it states."""
    warnings: tuple[Warn, ...] = ()
    """What could not be read of it."""


class Feed(Struct, frozen=True, kw_only=True):
    """A feed: its entries in order, and what it states about all of them."""

    format: Literal["rss", "atom", "json"] | None = None
    """Which kind of feed it is; `None` where the source is none."""
    title: str | None = None
    """What the feed calls itself."""
    url: str | None = None
    """The address of the site that the feed belongs to."""
    language: str | None = None
    """The language as stated, such as `en-GB`."""
    authors: tuple[Author, ...] = ()
    """Who wrote the entries that name nobody."""
    entries: tuple[Entry, ...] = ()
    """The entries, in the order of the feed; `parse_entry` makes articles of them."""
    warnings: tuple[Warn, ...] = ()
    """What could not be read or had to be cut."""


NO_FEED = Feed()
"""What is stated of entries that come without their feed."""
