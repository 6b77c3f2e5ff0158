"""What rules look at, and what they yield.

A *draft* is everything known of a page before anything is decided: rules read it and yield clues
about its blocks; they change nothing.
"""

from __future__ import annotations

from collections.abc import Sequence  # noqa: TC003 - msgspec reads the annotations
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from articlekit.boxes import Boxes  # noqa: TC001 - read at run time
from articlekit.metadata import ChosenHeadline, Metadata  # noqa: TC001 - read at run time
from articlekit.weights import Group  # noqa: TC001 - read at run time

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlekit.language import Language
    from articlekit.page import Block, Page
    from articlekit.shape import Shape


class Clue(Struct, frozen=True, gc=False):
    """What a rule noticed at a block. `name` is the evidence; `reading` what was read from it."""

    block: int
    name: str
    reading: object = None


class Clues(Struct, frozen=True, gc=False):
    """Clues at one block that carry no reading, stated at once: a page has thousands of them."""

    block: int
    names: Sequence[str]


class Traits(Struct, frozen=True, gc=False):
    """Clues that come together at many blocks: how they look, what the elements around are called.

    What a group weighs is added up once, whatever the number of blocks that have it. The groups of
    a block share no name with each other or with its other clues.
    """

    block: int
    names: Group


Sign = Clue | Clues | Traits
"""What a rule may yield."""


class Draft(Struct, frozen=True):
    """The page with its language and words: all that a rule may look at."""

    page: Page
    shapes: tuple[Shape, ...]
    """How each block looks, in the order of the blocks."""
    words: Language
    language: str | None = None
    url: str | None = None
    metadata: Metadata | None = None
    """What a page of markup says about itself; `None` for raw text."""
    headline: ChosenHeadline | None = None
    """What its headings and its metadata agree on as the headline."""
    menus: frozenset[int] = frozenset()
    """The blocks that stand in menus (see `menus`)."""
    rows: frozenset[int] = frozenset()
    """Those of them that are links, told by their boxes alone."""
    stretch: tuple[int, int] = (0, 0)
    """The densest stretch of prose, as a half-open range of blocks (see `stretch`)."""
    near: Sequence[int] = ()
    """The blocks near the story, of raw text all, that stand neither in menus nor apart."""
    boxes: Boxes | None = None
    """What the elements of a page of markup are called."""
    apart: frozenset[int] = frozenset()
    """The blocks in boxes that stand apart from the story, such as its comments."""

    def lines(self) -> list[tuple[int, Block, Shape]]:
        """Give number, block and looks of all blocks in which something of a story may be printed.

        What teasers, comments and footers print is not asked for.
        """
        blocks, shapes = self.page.blocks, self.shapes
        return [(index, blocks[index], shapes[index]) for index in self.near]

    def texts(self) -> list[tuple[int, Block, Shape]]:
        """Give number, block and looks of all blocks but the rows of menus."""
        blocks, shapes, rows = self.page.blocks, self.shapes, self.rows
        numbers = range(len(blocks))
        kept = [index for index in numbers if index not in rows] if rows else numbers
        return [(index, blocks[index], shapes[index]) for index in kept]

    def around(self, index: int, most: int) -> Iterator[str]:
        """Give the tags of the elements that hold a block, innermost first; none for raw text."""
        markup = self.page.markup
        number = self.page.blocks[index].element
        while markup is not None and number >= 0 and most > 0:
            yield markup.elements.tags[number]
            number, most = markup.elements.parents[number], most - 1

    def names(self, index: int, most: int) -> Iterator[dict[str, str]]:
        """Give the attributes of the elements that hold a block, as `around` gives their tags."""
        markup = self.page.markup
        number = self.page.blocks[index].element
        while markup is not None and number >= 0 and most > 0:
            yield markup.elements.attributes[number] or {}
            number, most = markup.elements.parents[number], most - 1

    @property
    def kind(self) -> Literal["text", "page"]:
        """Whether the blocks come from raw text or from a page of markup."""
        return "text" if self.page.markup is None else "page"

    @property
    def source(self) -> str:
        """The text that spans point into."""
        return self.page.source

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks in reading order."""
        return self.page.blocks
