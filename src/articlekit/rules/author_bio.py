"""Evidence for author biographies: blocks that open with a name and say what its bearer does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlekit.draft import Clue
from articlekit.grammar.bio import read_bio
from articlekit.language.cues import find_cues

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlekit.draft import Draft

_MANY = 2
"""So many words of biographies make one likely (conventions 6.3)."""
_SHORT = 8
_MOST_NAMES = 100
"""So many names are looked for in the short lines; a page with more of them is a directory."""
_OPENING = 200
_HOUSES = ("about_publisher", "pr_about")


def find_author_bio(draft: Draft) -> Iterator[Clue]:
    """State which blocks read as a biography, and whether their subject is named elsewhere."""
    short = "\n".join(
        block.text.casefold()
        for block, shape in zip(draft.blocks, draft.shapes, strict=True)
        if shape.words <= _SHORT
    )
    known: dict[str, bool] = {}
    for index, block, _ in draft.lines():
        reading = read_bio(block.text, draft.words)
        if reading is None or _is_house(block.text, draft):
            continue
        strength = "strong" if reading.vocabulary_hits >= _MANY else "weak"
        yield Clue(index, f"bio={strength}", reading)
        name = reading.name.casefold()
        if name not in known and len(known) < _MOST_NAMES:
            known[name] = name in short
        if known.get(name):
            yield Clue(index, "bio-of-author")


def _is_house(text: str, draft: Draft) -> bool:
    """Whether a text introduces a paper or company rather than a person."""
    opening = text[:_OPENING]
    return any(cue.kind in _HOUSES for cue in find_cues(opening, draft.words))
