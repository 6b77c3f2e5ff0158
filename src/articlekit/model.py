"""What an article is made of: frozen, typed nodes in reading order.

Every node is one record of a closed tagged union (`Node`). Each carries its text, where the text
stands in the source (`span`, code-point offsets), how sure the parser is (`confidence`, 0 to 1)
and why (`evidence`). Words follow the newsroom: kicker, standfirst, byline, dateline, credit.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from articlekit.values import Author as Author
from articlekit.values import BoilerplateKind as BoilerplateKind
from articlekit.values import Contribution as Contribution
from articlekit.values import CreditFlag as CreditFlag
from articlekit.values import Evidence as Evidence
from articlekit.values import Mark as Mark
from articlekit.values import Place as Place
from articlekit.values import Span as Span
from articlekit.values import Timestamp as Timestamp
from articlekit.values import Warn as Warn


class _Node(Struct, frozen=True, tag_field="type", kw_only=True, gc=False):
    text: str
    """The text, white space collapsed; equal to the source slice but for white space."""
    span: Span
    path: str | None = None
    """The element in the page, for HTML; `None` for plain text."""
    confidence: float = 1.0
    evidence: tuple[Evidence, ...] = ()


class Headline(_Node, frozen=True, tag="headline"):
    """The article's own headline, or a second copy of it; `status` is a prefix such as UPDATE 1."""

    status: str | None = None


class Kicker(_Node, frozen=True, tag="kicker"):
    """The short topic line over the headline."""


class Standfirst(_Node, frozen=True, tag="standfirst"):
    """The summary between headline and story."""


class Byline(_Node, frozen=True, tag="byline"):
    """The line that names who wrote the article; dates only where they stand on the same line."""

    authors: tuple[Author, ...] = ()
    published: Timestamp | None = None
    modified: Timestamp | None = None


class TimeLine(_Node, frozen=True, tag="time_line"):
    """A line of dates and reading time."""

    published: Timestamp | None = None
    modified: Timestamp | None = None
    reading_minutes: int | None = None


class Dateline(_Node, frozen=True, tag="dateline"):
    """The prefix of the first paragraph that says where, when and for whom it was filed."""

    places: tuple[Place, ...] = ()
    date_text: str | None = None
    date: Timestamp | None = None
    sources: tuple[str, ...] = ()
    desk: str | None = None
    reporters: tuple[str, ...] = ()
    style: str | None = None


class Caption(_Node, frozen=True, tag="caption"):
    """The text under a picture, without its credit."""


class PhotoCredit(_Node, frozen=True, tag="photo_credit"):
    """Who made and supplied a picture: `text` as printed, the parts as read.

    `photographers` keep their printed case; `agencies` are canonical names, nearest supplier
    first; `via` are the distributors after "via"; `organisations` are other rights holders.
    """

    label: str | None = None
    photographers: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    via: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    flags: tuple[CreditFlag, ...] = ()
    copyright: str | None = None
    license: str | None = None


class Paragraph(_Node, frozen=True, tag="paragraph"):
    """A paragraph of the story."""


class Subheading(_Node, frozen=True, tag="subheading"):
    """A heading inside the story; `level` counts from 2 (the headline is 1)."""

    level: int = 2
    question: Literal["direct", "indirect"] | None = None
    number: str | None = None


class ListItem(_Node, frozen=True, tag="list_item"):
    """One item of a list of the story; `marker` is its bullet or number.

    `ordered` says that it is numbered; `depth` counts the lists around its own.
    """

    marker: str | None = None
    ordered: bool = False
    depth: int = 0


class Table(_Node, frozen=True, tag="table"):
    """Lines of figures or cells; `rows` are the cells."""

    rows: tuple[tuple[str, ...], ...] = ()


class Quote(_Node, frozen=True, tag="quote"):
    """A paragraph of the story that is only a quotation, or an extended quotation.

    `attribution` is the span of the line or words that name the speaker, `None` when none do.
    """

    speaker: str | None = None
    speaker_role: str | None = None
    attribution: Attribution | None = None
    unfinished: bool = False


class PullQuote(_Node, frozen=True, tag="pull_quote"):
    """A quotation set for display: lifted from the story, or with an attribution of its own.

    `repeated` says that the story has the same words once more.
    """

    speaker: str | None = None
    speaker_role: str | None = None
    attribution: Attribution | None = None
    unfinished: bool = False
    repeated: bool = False


class Attribution(_Node, frozen=True, tag="attribution"):
    """The line that says whose quotation stands before or after it."""

    speaker: str | None = None
    speaker_role: str | None = None


class Code(_Node, frozen=True, tag="code"):
    """Preformatted text, line breaks kept."""


class Embed(_Node, frozen=True, tag="embed"):
    """Text of a post, player or widget that belongs to the story."""


class Correction(_Node, frozen=True, tag="correction"):
    """A correction, editor's note or transparency note."""

    kind: Literal["correction", "editors_note"] = "correction"


class Boilerplate(_Node, frozen=True, tag="boilerplate"):
    """What stands around the story; `kind` says what it is. `name` is whom a bio is about."""

    kind: BoilerplateKind = "other"
    name: str | None = None


class Unknown(_Node, frozen=True, tag="unknown"):
    """A block that no label fits."""


Node = (
    Headline
    | Kicker
    | Standfirst
    | Byline
    | TimeLine
    | Dateline
    | Caption
    | PhotoCredit
    | Paragraph
    | Subheading
    | ListItem
    | Table
    | Quote
    | PullQuote
    | Attribution
    | Code
    | Embed
    | Correction
    | Boilerplate
    | Unknown
)
"""Everything that can stand in an article."""

STORY = (Paragraph, Subheading, ListItem, Quote, Table, Code, Embed)
"""The kinds of nodes that are the story wherever they stand; others depend on their place."""
