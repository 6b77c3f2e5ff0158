"""Evidence for pictures: lines that are a credit, or end in one; words of captions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlekit.draft import Clue
from articlekit.grammar.credit import split_credit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlekit.draft import Draft

_LONGEST = 120


def find_photo_credit(draft: Draft) -> Iterator[Clue]:
    """State which blocks are or end in a picture credit, and what it was told by."""
    for index, block, shape in draft.lines():
        if shape.words > _LONGEST:
            continue
        reading = split_credit(block.text, draft.words)
        if reading is not None:
            whole = "credit" if not block.text[: reading.start].strip() else "caption-with-credit"
            yield Clue(index, f"{whole}={reading.strength}", reading)
