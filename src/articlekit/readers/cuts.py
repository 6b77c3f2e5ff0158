"""What had to be left out of a page of markup, as warnings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlekit.model import Warn
from articlekit.readers.head import MOST_LINKED_DATA, MOST_STATES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlekit.page import Block, Head

DEEPEST_INLINE = 32
"""So many inline elements that are open where a block ends are looked at."""


def cut_blocks(merged: Block | None, most: int, deep: int) -> Iterator[Warn]:
    """Name the block that holds all that follows, and how many blocks stand in too many elements.

    Only inline elements count, and only those that go on behind their block.
    """
    if merged is not None:
        message = f"more than {most} blocks: the rest is kept as one"
        yield Warn("max_blocks", message, merged.start, merged.end - merged.start)
    if deep:
        message = f"{deep} blocks stand in more than {DEEPEST_INLINE} inline elements: links and"
        yield Warn("nesting", f"{message} emphasis of the outer ones are not told", 0, deep)


def cut_scripts(head: Head, longest: int) -> Iterator[Warn]:
    """Name the scripts of data that were left out; programs are named where they are searched."""
    lost = head.lost
    if amount := lost.get("max_script_length"):
        message = f"{amount} characters of data were not read: scripts are longer than {longest}"
        yield Warn("max_script_length", message, longest, amount)
    for name, most in (("linked_data", MOST_LINKED_DATA), ("states", MOST_STATES)):
        if amount := lost.get(name):
            message = f"{amount} scripts of data were not read: there are more than {most}"
            yield Warn(name, message, 0, amount)
