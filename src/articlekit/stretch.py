"""The densest stretch of prose: where the story most likely stands.

It is the run of blocks with the greatest sum (conventions 6.3, both ends free): prose adds by its
length, other lines cost half a point. It is only evidence: nothing is cut off here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from articlekit.shape import Shape

_COST = -0.5
_SHORT_SENTENCE = 0.1
_AROUND = 12
"""So many blocks before and behind the story something may still be printed of it."""


def find_stretch(shapes: Sequence[Shape], apart: Container[int] = ()) -> tuple[int, int]:
    """The half-open range of blocks with the greatest sum; (0, 0) when there is no prose.

    What stands `apart` is no prose of the story.
    """
    best, best_range = 0.0, (0, 0)
    total, since = 0.0, 0
    for index, shape in enumerate(shapes):
        total += _COST if index in apart else _worth(shape)
        if total > best:
            best, best_range = total, (since, index + 1)
        elif total <= 0:
            total, since = 0.0, index + 1
    return best_range


def find_near(stretch: tuple[int, int], headline: int, blocks: int) -> range:
    """The blocks from the headline (-1: unknown) to the end of the densest prose, and some around.

    All of the `blocks` where there is no prose.
    """
    start, end = stretch
    if start == end:
        return range(blocks)
    first = start if headline < 0 else min(headline, start)
    return range(max(0, first - _AROUND), min(blocks, max(end, headline + 1) + _AROUND))


def _worth(shape: Shape) -> float:
    if shape.prose:
        return min(shape.words, 40) / 20
    return _SHORT_SENTENCE if shape.words >= 4 and shape.end == "stop" else _COST
