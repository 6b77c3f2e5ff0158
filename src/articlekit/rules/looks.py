"""Evidence from how a block looks and how it is set: length, marks, gaps, quoting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlekit.draft import Traits

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlekit.draft import Draft


def find_looks(draft: Draft) -> Iterator[Traits]:
    """State what each block looks like."""
    blocks = draft.blocks
    last = len(blocks) - 1
    for index, block, shape in draft.texts():
        names = [*shape.clues]
        below = index < last and not blocks[index + 1].gap
        if not block.gap or below:
            names.append("set-close-above" if not block.gap else "set-close-below")
        if "\t" in (raw := draft.source[block.start : block.end]) or "   " in raw:
            names.append("cells")
        if block.depth:
            names.append("quoted-mail")
        if index == 0:
            names.append("first")
        if index == last:
            names.append("last")
        yield Traits(index, tuple(names))
