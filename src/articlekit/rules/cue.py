"""Evidence from phrases: what lines of boilerplate say, by kind (conventions 6.2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlekit.draft import Clue
from articlekit.language.cues import LONGEST, find_cues

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlekit.draft import Draft


def find_cue(draft: Draft) -> Iterator[Clue]:
    """State which kinds of boilerplate the words of each line speak for."""
    words = draft.words
    for index, (block, shape) in enumerate(zip(draft.blocks, draft.shapes, strict=True)):
        if shape.words > LONGEST:
            continue
        for cue in find_cues(block.text, words):
            yield Clue(index, f"says-{cue.kind}={cue.how}", cue)
