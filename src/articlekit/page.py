"""What a reader makes of a source: a page, which is its text, its blocks, and what markup tells.

A *block* is what a reader of the page saw as one line or paragraph.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from articlekit.paths import Paths

if TYPE_CHECKING:
    from articlekit.entry import Entry
    from articlekit.model import Warn


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
    _paths: Paths | None = None

    def inside(self, element: int) -> range:
        """The numbers of an element and of all that it holds: they stand right behind it."""
        parents = self.parents
        end, last = element + 1, len(parents)
        while end < last and parents[end] >= element:
            end += 1
        return range(element, end)

    def path(self, element: int) -> str:
        """Where an element stands, as `/html/body/article/p[3]`; see `paths`."""
        if self._paths is None or self._paths.size != len(self.tags):
            self._paths = Paths(self.parents, self.tags)
        return self._paths.of(element)


class Mark(Struct, frozen=True, gc=False):
    """A stretch of the source that is a link, emphasised or called a credit.

    Stand-off, so that text has no tags.
    """

    start: int
    end: int
    kind: str
    """link, strong, emphasis, code, superscript, subscript or credit."""
    target: str | None = None
    """Where a link leads, as printed in the page."""


class Picture(Struct, frozen=True):
    """A picture of the page and where it stands among the blocks."""

    before: int
    """The index of the block that follows it."""
    element: int
    url: str | None = None
    alt: str | None = None


class Unseen(Struct, frozen=True):
    """A story that a page holds in a script and does not show; its blocks are the last ones."""

    origin: Literal["jsonld", "state"]
    """Whether linked data or the state of a program holds it."""
    first: int
    """The number of its first block."""


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
    programs: list[str] = []
    """The texts of scripts that are programs: some assign the data that they begin with."""
    script_elements: dict[str, int] = {}
    """The element of each of these scripts, by its text."""
    unseen: Unseen | None = None
    """The story where it was read from a script, as the page does not show it."""
    lost: dict[str, int] = {}
    """How much was left out of the scripts, by what it was left out of (see `readers.head`)."""
    properties: list[tuple[str, str | None, int]] = []
    """(itemprop or RDFa property, value of its attribute if it has one, element): microdata."""
    times: list[tuple[str, int]] = []
    """(datetime attribute, element) of every `<time>` in the body."""


class Markup(Struct):
    """What markup tells beside the text; raw text has none."""

    elements: Elements
    head: Head
    marks: tuple[Mark, ...] = ()
    """In the order of their blocks; inside a block inner ones stand before those that hold them."""
    pictures: tuple[Picture, ...] = ()


class Page(Struct, frozen=True):
    """What a reader made of the source: the text itself and its blocks, in order."""

    source: str
    blocks: tuple[Block, ...]
    warnings: tuple[Warn, ...] = ()
    wrapped: bool = False
    """Whether the text was hard-wrapped and its lines were joined."""
    markup: Markup | None = None
    entry: Entry | None = None
    """What a feed or a message states of the text, where it was handed over by one."""
