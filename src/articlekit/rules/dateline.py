"""Evidence for datelines: blocks whose first words say where and for whom a story was filed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from articlekit.draft import Clue
from articlekit.grammar.dateline.reader import read_dateline
from articlekit.pattern import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlekit.draft import Draft

_FEWEST_WORDS = 4
_LOGO = lazy(r"(?:the )?(.{3,40}?) logo", re.IGNORECASE)
_OWNER = lazy(
    r"(?:©|\(c\)|copyright)\s*(?:\d{4}(?:\s*[-–]\s*\d{4})?)?,?\s*(?:by )?([^.,|]{3,40})",
    re.IGNORECASE,
)
_LONGEST_NOTE = 14


def find_dateline(draft: Draft) -> Iterator[Clue]:
    """State which blocks open with a dateline."""
    publishers = learn_publishers(draft)
    for index, block, shape in draft.lines():
        if shape.words < _FEWEST_WORDS:
            continue
        reading = read_dateline(block.text, draft.words, publishers, draft.language)
        if reading is not None:
            yield Clue(index, "dateline", reading)


def learn_publishers(draft: Draft) -> frozenset[str]:
    """Names of the publisher, lower case, from logo texts and copyright lines (conventions 0.6)."""
    found: set[str] = set()
    for block, shape in zip(draft.blocks, draft.shapes, strict=True):
        if shape.words <= _LONGEST_NOTE:
            text = block.text
            match = (text[-4:].lower() == "logo" and _LOGO.fullmatch(text)) or (
                ("©" in text or "opyright" in text) and _OWNER.search(text)
            )
            if match:
                found.add(match[1].strip().casefold())
    return frozenset(found)
