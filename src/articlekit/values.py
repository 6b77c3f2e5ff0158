"""What nodes are made of: places in the source, reasons, moments, people, closed sets of words."""

from __future__ import annotations

from datetime import datetime  # noqa: TC003 - msgspec reads the annotation at run time
from typing import Literal

from msgspec import Struct

BoilerplateKind = Literal[
    "about_publisher",
    "ads",
    "app_promo",
    "author_bio",
    "comments",
    "contact",
    "cookie",
    "copyright",
    "disclaimer",
    "donate",
    "follow",
    "forward_looking",
    "logo_alt",
    "media_contact",
    "navigation",
    "newsletter",
    "other",
    "paywall",
    "pr_about",
    "reading_time",
    "related",
    "share",
    "signoff",
    "tags",
    "tip_line",
    "tools",
]
"""The kinds of boilerplate: the classes of the conventions, plus what pages carry around them."""

Contribution = Literal[
    "text",
    "reporting",
    "writing",
    "editing",
    "additional_reporting",
    "photo",
    "video",
    "illustration",
    "translation",
    "review",
    "fact_check",
]
"""What a person named in a byline did for the article."""

CreditFlag = Literal[
    "file",
    "symbolic",
    "handout",
    "courtesy",
    "pool",
    "private",
    "third_party",
    "screenshot",
    "ai_generated",
    "illustration",
    "graphic",
    "video_still",
    "source",
]
"""What a credit says about the picture beside who made it."""


class Span(Struct, frozen=True, gc=False):
    """A half-open stretch `[start, end)` of the source, in code points."""

    start: int
    end: int


class Mark(Struct, frozen=True, gc=False):
    """A stretch of the source that is a link or set apart: it stands off, so that text has no tags.

    `target` is where a link leads, as printed in the page. Exporters check it; it may be unsafe.
    """

    span: Span
    kind: Literal["link", "strong", "emphasis", "code", "superscript", "subscript"]
    target: str | None = None


class Evidence(Struct, frozen=True, gc=False):
    """One reason for a decision: its name, and its weight in log-odds (positive speaks for it)."""

    name: str
    weight: float = 0.0


class Warn(Struct, frozen=True):
    """Something that could not be read or had to be cut: what, where, how much."""

    kind: str
    """What it is, for programs; what a limit cut has the name of the limit (see `Limits`)."""
    message: str
    """What it is, for people."""
    at: int = 0
    """The character from which on it is so: of the source, of a script in that script."""
    amount: int = 0
    """How much of it there is, in the unit that the message names; 0 where that is not known."""


class Place(Struct, frozen=True):
    """A place as printed in a dateline, with region and country only where they are printed."""

    name: str
    region: str | None = None
    country: str | None = None
    kind: Literal["city", "vessel", "none"] = "city"

    @property
    def country_text(self) -> str | None:
        """The country as printed."""
        return self.country


class Timestamp(Struct, frozen=True):
    """A moment as printed (`raw`) and as read (`value`), with what is known of it.

    `precision` says which part of `value` was printed; `value` is naive when no time zone was
    printed and `None` when the text cannot be resolved without guessing (no year, relative time).
    `relative` marks forms such as "3 hours ago". `origin` names where it was found.
    """

    raw: str
    value: datetime | None = None
    precision: Literal["year", "month", "day", "minute", "second", "none"] = "none"
    relative: bool = False
    origin: str = "text"


class Author(Struct, frozen=True):
    """A person or organisation that made the article; only what is printed is filled in."""

    name: str
    kind: Literal["person", "organisation", "initials"] = "person"
    role: str | None = None
    organisation: str | None = None
    location: str | None = None
    email: str | None = None
    handle: str | None = None
    url: str | None = None
    credentials: str | None = None
    contribution: Contribution = "text"
