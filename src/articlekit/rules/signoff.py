"""Evidence for sign-offs: who reported, wrote and edited, agency marks, "-ENDS-"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlekit.draft import Clue
from articlekit.grammar.sign_off import read_sign_off

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlekit.draft import Draft

_LONGEST = 60


def find_signoff(draft: Draft) -> Iterator[Clue]:
    """State which lines read as a sign-off."""
    for index, (block, shape) in enumerate(zip(draft.blocks, draft.shapes, strict=True)):
        if shape.words <= _LONGEST:
            reading = read_sign_off(block.text, draft.words)
            if reading is not None:
                yield Clue(index, f"sign-off={reading.form}", reading)
