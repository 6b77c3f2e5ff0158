"""Evidence from phrases: what lines of boilerplate say, by kind (conventions 6.2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlekit.draft import Clue
from articlekit.language.cues import LONGEST, find_cues

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlekit.draft import Draft


_HEADED = ("about_publisher", "pr_about", "author_bio", "disclaimer", "forward_looking")
"""Kinds whose phrase stands over a paragraph of the same kind: "About Us"."""
_HEADING = 8
_OPENING = 80
"""So much of a longer line is looked at: "This website uses cookies to..."."""


def find_cue(draft: Draft) -> Iterator[Clue]:
    """State which kinds of boilerplate the words of each line, or its first ones, speak for."""
    words = draft.words
    heading = ""
    for index, block, shape in draft.texts():
        if shape.words > LONGEST:
            if heading:
                yield Clue(index, f"under-{heading}")
            heading = ""
            for cue in find_cues(block.text[:_OPENING], words):
                if cue.how != "whole":
                    yield Clue(index, f"opens-{cue.kind}")
            continue
        cues = find_cues(block.text, words)
        for cue in cues:
            yield Clue(index, f"says-{cue.kind}={cue.how}", cue)
        if heading and shape.words > _HEADING:
            yield Clue(index, f"under-{heading}")
        heading = next((c.kind for c in cues if c.how == "whole" and c.kind in _HEADED), "")
