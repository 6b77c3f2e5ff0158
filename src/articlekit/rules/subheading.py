"""Evidence for subheadings: questions, numbers, lists (conventions 4)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from articlekit.draft import Clue
from articlekit.grammar.heading import number_of, question_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlekit.draft import Draft

LONGEST = 20
"""Words of the longest subheading in 709 (conventions 4.1)."""
_SPEAKER = re.compile(r"(?:[QAFI]|[^\W\d_][\w .’'-]{1,30}):\s+\S")


def find_subheading(draft: Draft) -> Iterator[Clue]:
    """State which short lines ask, are numbered, or open with a speaker's label."""
    for index, (block, shape) in enumerate(zip(draft.blocks, draft.shapes, strict=True)):
        if ":" in block.text[:36] and _SPEAKER.match(block.text):
            yield Clue(index, "opens-with-label")
        if shape.words > LONGEST:
            continue
        question = question_of(block.text, draft.words, draft.language)
        if question is not None:
            yield Clue(index, f"asks={question}")
        number = number_of(block.text)
        if number is not None:
            yield Clue(index, "numbered")
