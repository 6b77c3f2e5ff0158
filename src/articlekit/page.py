"""What a reader makes of a source: a page, which is its text, its blocks, and what markup tells.

A *block* is what a reader of the page saw as one line or paragraph.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from msgspec import Struct

if TYPE_CHECKING:
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
    _steps: list[str] = []
    _shallow: list[int] = []
    _paths: dict[int, str] = {}

    def inside(self, element: int) -> range:
        """The numbers of an element and of all that it holds: they stand right behind it."""
        parents = self.parents
        end, last = element + 1, len(parents)
        while end < last and parents[end] >= element:
            end += 1
        return range(element, end)

    def path(self, element: int) -> str:
        """Where an element stands, as `/html/body/article/p[3]`; made when it is asked for.

        A number counts among siblings of the same name, and is left out where there is only one,
        as lxml's `getpath` does; names that XPath cannot spell stand as `*[name()="o:p"]`.
        Elements nested deeper than 500 levels have the path of the last one above that is not, and
        those of the markup in a script have the path of the script.
        """
        if len(self._steps) != len(self.tags):
            self._number()
        above: list[int] = []
        at = self._shallow[element]
        while at >= 0 and at not in self._paths:
            above.append(at)
            at = self.parents[at]
        path = self._paths[at] if at >= 0 else ""
        for at in reversed(above):
            path = f"{path}/{self._steps[at]}"
            self._paths[at] = path
        return path

    def _number(self) -> None:
        """Find the step of every element, and the last one above it that is not too deep."""
        last: dict[tuple[int, str], int] = {}
        ordinals: list[int] = []
        depths: list[int] = []
        shallow: list[int] = []
        for at, key in enumerate(zip(self.parents, self.tags, strict=True)):
            ordinals.append(last.get(key, 0) + 1)
            last[key] = ordinals[-1]
            depths.append(depths[key[0]] + 1 if key[0] >= 0 else 1)
            parent = key[0]
            inside = parent >= 0 and (shallow[parent] != parent or self.tags[parent] == "script")
            shallow.append(shallow[parent] if inside or depths[-1] > DEEPEST_PATH else at)
        self._steps = [
            _step(tag, ordinal if last[parent, tag] > 1 else 0)
            for parent, tag, ordinal in zip(self.parents, self.tags, ordinals, strict=True)
        ]
        self._shallow = shallow
        self._paths = {}


DEEPEST_PATH = 500
"""How many steps a path has at most: the paths of a page stay linear in its size."""


def _step(tag: str, ordinal: int) -> str:
    """One step of a path: a name, and a number where it is not the only one."""
    plain = tag.replace("-", "a").replace(".", "a").replace("_", "a").isalnum()
    quote = "'" if '"' in tag else '"'
    named = plain and tag.isascii() and not tag[0].isdigit()
    name = tag if named else f"*[name()={quote}{tag}{quote}]"
    return f"{name}[{ordinal}]" if ordinal else name


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
