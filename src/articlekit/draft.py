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


class Page(Struct, frozen=True):
    """What a reader made of the source: the text itself and its blocks, in order."""

    source: str
    blocks: tuple[Block, ...]
    warnings: tuple[Warn, ...] = ()
    wrapped: bool = False
    """Whether the text was hard-wrapped and its lines were joined."""


class Clue(Struct, frozen=True, gc=False):
    """What a rule noticed at a block. `name` is the evidence; `reading` what was read from it."""

    block: int
    name: str
    reading: object = None


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
