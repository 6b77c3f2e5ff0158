"""All that is known when nodes are made, and the places of their texts in the source."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from msgspec import Struct

from articlekit.draft import Clue, Draft  # noqa: TC001 - msgspec reads the annotations
from articlekit.model import Span
from articlekit.settle import Verdict  # noqa: TC001

if TYPE_CHECKING:
    from articlekit.page import Block

_R = TypeVar("_R")


class Sheet(Struct, frozen=True):
    """The draft, what each block was settled as, and what was read there."""

    draft: Draft
    verdicts: tuple[Verdict, ...]
    readings: tuple[tuple[Clue, ...], ...]
    """By block: the clues that carry a reading."""
    datelined: frozenset[int]
    """The blocks whose dateline counts."""

    def reading(self, index: int, kind: type[_R]) -> _R | None:
        """What was read at a block, by its type."""
        for clue in self.readings[index]:
            if isinstance(clue.reading, kind):
                return clue.reading
        return None

    def label(self, index: int) -> str | None:
        """What a block was settled as; None beyond the ends."""
        return self.verdicts[index].label if 0 <= index < len(self.verdicts) else None

    def path(self, index: int) -> str | None:
        """Where the element of a block stands in the page; None for raw text."""
        markup, element = self.draft.page.markup, self.draft.blocks[index].element
        return markup.elements.path(element) if markup is not None and element >= 0 else None

    def facts(self, index: int, start: int = 0, end: int | None = None) -> dict[str, Any]:
        """Text, place and reasons of the node that covers `[start, end)` of a block's text."""
        block, verdict = self.draft.blocks[index], self.verdicts[index]
        stop = len(block.text) if end is None else end
        whole = start == 0 and stop == len(block.text)
        return {
            "text": block.text if whole else block.text[start:stop].strip(),
            "span": Span(block.start, block.end)
            if whole
            else span_of(self.draft.source, block, start, stop),
            "path": self.path(index),
            "confidence": verdict.confidence,
            "evidence": verdict.evidence,
        }


def span_of(source: str, block: Block, start: int, end: int) -> Span:
    """Offsets in a block's collapsed text as offsets in the source, white space cut off."""
    if block.end - block.start == len(block.text):
        begin, stop = block.start + start, block.start + end
    else:
        begin = _offset(source, block, _solid(block.text[:start]))
        stop = _offset(source, block, _solid(block.text[:end]))
    while stop > begin and source[stop - 1].isspace():
        stop -= 1
    while begin < stop and source[begin].isspace():
        begin += 1
    return Span(begin, stop)


def _solid(text: str) -> int:
    return sum(not sign.isspace() for sign in text)


def _offset(source: str, block: Block, count: int) -> int:
    """Where in the source the given number of non-space characters of a block has passed."""
    at = block.start
    while at < block.end and count:
        count -= not source[at].isspace()
        at += 1
    return at
