"""What rules look at: the blocks of a page, and the draft that holds them with their words.

A *block* is what a reader of the page saw as one line or paragraph. A *draft* is everything known
before anything is decided: rules read it and yield clues about blocks; they change nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from articlekit.language import Language
    from articlekit.model import Warn
    from articlekit.shape import Shape


class Block(Struct, gc=False):
    """One line or paragraph as a reader saw it."""

    start: int
    """Where the text begins in the source, white space cut off."""
    end: int
    text: str
    """The text, white space collapsed."""
    gap: bool
    """Whether a blank line stands before it."""
    indent: int = 0
    """How many columns its first line is set in."""
    depth: int = 0
    """How often it is quoted with `>`, as in mail."""
    path: str | None = None
    element: int = -1
    """For markup: the element that holds the text, as a number into `Markup`; -1 for raw text."""
    linked: int = 0
    """How many of the characters stand inside links."""
    strong: int = 0
    """How many of the characters are set in bold."""


class Elements(Struct):
    """The elements of a page in document order, as columns: parents come before children."""

    parents: list[int]
    """The number of each element's parent; -1 above the root."""
    tags: list[str]
    attributes: list[dict[str, str] | None]
    """Attributes as the page has them, names in lower case; `None` where there are none."""


class Mark(Struct, frozen=True, gc=False):
    """A stretch of the source that is a link or emphasised: stand-off, so that text has no tags."""

    start: int
    end: int
    kind: str
    """link, strong, emphasis, code, superscript or subscript."""
    target: str | None = None
    """Where a link leads, as printed in the page."""


class Picture(Struct, frozen=True):
    """A picture of the page and where it stands among the blocks."""

    before: int
    """The index of the block that follows it."""
    element: int
    url: str | None = None
    alt: str | None = None


class Head(Struct):
    """What a page says about itself out of sight, unread: `readers.metadata` reads it."""

    title: str = ""
    """The text of the first `<title>`."""
    language: str | None = None
    """The `lang` of `<html>` or `<body>`."""
    base: str | None = None
    metas: list[tuple[str, str]] = []
    """(name, property, itemprop or http-equiv in lower case; content), in order."""
    links: list[tuple[str, str]] = []
    """(rel in lower case, href) of `<link>`."""
    linked_data: list[str] = []
    """The texts of `application/ld+json` scripts."""
    states: list[str] = []
    """The texts of other scripts that are JSON, such as `__NEXT_DATA__`."""
    properties: list[tuple[str, str | None, int]] = []
    """(itemprop or RDFa property, value of its attribute if it has one, element): microdata."""
    times: list[tuple[str, int]] = []
    """(datetime attribute, element) of every `<time>` in the body."""


class Markup(Struct):
    """What markup tells beside the text; raw text has none."""

    elements: Elements
    head: Head
    marks: tuple[Mark, ...] = ()
    pictures: tuple[Picture, ...] = ()


class Page(Struct, frozen=True):
    """What a reader made of the source: the text itself and its blocks, in order."""

    source: str
    blocks: tuple[Block, ...]
    warnings: tuple[Warn, ...] = ()
    wrapped: bool = False
    """Whether the text was hard-wrapped and its lines were joined."""
    markup: Markup | None = None


class Clue(Struct, frozen=True, gc=False):
    """What a rule noticed at a block. `name` is the evidence; `reading` what was read from it."""

    block: int
    name: str
    reading: object = None


class Traits(Struct, frozen=True, gc=False):
    """Clues that a block shares with many others: what the elements around it are called.

    They speak of their own block only.
    """

    block: int
    names: frozenset[str]


Sign = Clue | Traits
"""What a rule may yield."""


class Draft(Struct, frozen=True):
    """The page with its language and words: all that a rule may look at."""

    page: Page
    shapes: tuple[Shape, ...]
    """How each block looks, in the order of the blocks."""
    words: Language
    language: str | None = None
    url: str | None = None

    @property
    def source(self) -> str:
        """The text that spans point into."""
        return self.page.source

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks in reading order."""
        return self.page.blocks
