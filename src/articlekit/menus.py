"""Menus: runs of lines that are nothing but links.

Two thirds of the lines of many pages stand in them. They say where one may go, not who wrote when
or whose picture it is: nothing printed is looked for in them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from articlekit.draft import Block

FEWEST = 5
"""So many links one after another are a menu; fewer may be authors, or a date and a section."""
_LINKED = 0.95


def find_menus(blocks: Sequence[Block]) -> frozenset[int]:
    """The numbers of the blocks that stand in a menu."""
    found: list[int] = []
    since = 0
    for index, block in enumerate(blocks):
        if block.linked < _LINKED * len(block.text):
            if index - since >= FEWEST:
                found.extend(range(since, index))
            since = index + 1
    if len(blocks) - since >= FEWEST:
        found.extend(range(since, len(blocks)))
    return frozenset(found)
