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


def cut_blocks(blocks: list[Block], most: int, deep: int) -> Iterator[Warn]:
    """Join what stands behind `most` blocks to the last of them, and name it.

    `deep` blocks stand in more inline elements than are looked at, all of which go on behind them.
    """
    if len(blocks) > most:
        rest, last = blocks.pop(), blocks[-1]
        last.end, last.text = rest.end, f"{last.text} {rest.text}"
        last.linked, last.strong = last.linked + rest.linked, last.strong + rest.strong
        message = f"more than {most} blocks: the rest is kept as one"
        yield Warn("max_blocks", message, last.start, last.end - last.start)
    if deep:
        message = (
            f"{deep} blocks stand deep in inline elements: only the inner {DEEPEST_INLINE} are"
        )
        yield Warn("nesting", f"{message} looked at for links and emphasis", 0, deep)


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
