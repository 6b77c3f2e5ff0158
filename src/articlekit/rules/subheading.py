"""Evidence for subheadings: questions, numbers, lists (conventions 4)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlekit.draft import Clue
from articlekit.grammar.heading import number_of, question_of
from articlekit.pattern import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlekit.draft import Draft
    from articlekit.grammar.heading import Question

LONGEST = 20
"""Words of the longest subheading in 709 (conventions 4.1)."""
_LONGEST_QUESTION = 14
_MARKS = "\"'“„«»‘’,"
_SPEAKER = lazy(r"(?:[QAFI]|[^\W\d_][\w .’'-]{1,30}):\s+\S")


def find_subheading(draft: Draft) -> Iterator[Clue]:
    """State which short lines ask, are numbered, or open with a speaker's label."""
    asking: list[tuple[int, Question]] = []
    for index, block, shape in draft.lines():
        if ":" in block.text[:36] and _SPEAKER.match(block.text):
            yield Clue(index, "opens-with-label")
        if shape.words > LONGEST:
            continue
        question = question_of(block.text, draft.words, draft.language)
        if question is not None:
            asking.append((index, question))
        number = number_of(block.text)
        if number is not None:
            yield Clue(index, "numbered")
    if all(_runs_on(index, draft) for index, _ in asking):
        return
    for index, question in asking:
        yield Clue(index, f"asks={question}")
        if question == "direct" and _stands_over_prose(draft, index):
            yield Clue(index, "asks-over-prose")


def _runs_on(index: int, draft: Draft) -> bool:
    """Whether a line takes up the sentence before it: "So where does that leave the ferry?".

    Alone, such a question is a paragraph of its own; among others that ask it may be a heading.
    """
    first = draft.blocks[index].text.partition(" ")[0].strip(_MARKS).casefold()
    return first in draft.words.question.connectives


def _stands_over_prose(draft: Draft, index: int) -> bool:
    """Whether a short question of one sentence stands right above a paragraph (conventions 4.2)."""
    shapes = draft.shapes
    if index + 1 >= len(shapes) or not 3 <= shapes[index].words <= _LONGEST_QUESTION:
        return False
    return shapes[index + 1].prose and "sentences" not in shapes[index].clues
