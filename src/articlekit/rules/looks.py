"""Evidence from how a block looks and how it is set: length, marks, gaps, quoting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlekit.draft import Clue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlekit.draft import Draft


def find_looks(draft: Draft) -> Iterator[Clue]:
    """State what each block looks like."""
    blocks, shapes = draft.blocks, draft.shapes
    last = len(blocks) - 1
    for index, (block, shape) in enumerate(zip(blocks, shapes, strict=True)):
        for name in shape.clues:
            yield Clue(index, name)
        below = index < last and not blocks[index + 1].gap
        if not block.gap or below:
            yield Clue(index, "set-close-above" if not block.gap else "set-close-below")
        if "\t" in (raw := draft.source[block.start : block.end]) or "   " in raw:
            yield Clue(index, "cells")
        if block.depth:
            yield Clue(index, "quoted-mail")
        if index == 0:
            yield Clue(index, "first")
        if index == last:
            yield Clue(index, "last")
