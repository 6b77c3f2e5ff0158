"""Evidence for sign-offs: who reported, wrote and edited, agency marks, "-ENDS-"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlekit.draft import Clue
from articlekit.grammar.sign_off import read_sign_off
from articlekit.language.cues import find_cues

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlekit.draft import Draft
    from articlekit.page import Block
    from articlekit.shape import Shape

_LONGEST, _SHORT = 60, 8
_BACK = 3
"""So many blocks before the end of the densest prose, the story may be over already."""
_OPENERS = "([（【〔©—–-/#*"


def find_signoff(draft: Draft) -> Iterator[Clue]:
    """State which lines from the end of the story on read as a sign-off."""
    _, end = draft.stretch
    since = max(1, end - _BACK)
    for index, block, shape in draft.lines():
        if index < since:
            continue
        if shape.words <= _SHORT or block.text[0] in _OPENERS or _is_said(block, shape, draft):
            reading = read_sign_off(block.text, draft.words)
            if reading is not None:
                yield Clue(index, f"sign-off={reading.form}", reading)


def _is_said(block: Block, shape: Shape, draft: Draft) -> bool:
    """Whether a longer line has a phrase of sign-offs."""
    return shape.words <= _LONGEST and any(
        cue.kind == "signoff" for cue in find_cues(block.text, draft.words)
    )
