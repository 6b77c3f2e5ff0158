"""Evidence from where a block stands: before, in or after the densest stretch of prose.

The stretch is the run of blocks with the greatest sum (conventions 6.3, both ends free): prose
adds by its length, other lines cost half a point. It is only evidence: nothing is cut off here.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from articlekit.draft import Clues

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from articlekit.draft import Draft
    from articlekit.shape import Shape

_COST = -0.5
_SHORT_SENTENCE = 0.1
_STEPS = (1, 2, 3, 5, 8, 13, 25)
_WINDOW = 3


def find_region(draft: Draft) -> Iterator[Clues]:
    """State where each block stands to the densest stretch of prose, and how dense it is around."""
    shapes = draft.shapes
    start, end = stretch(shapes)
    prose = [0]
    for shape in shapes:
        prose.append(prose[-1] + shape.prose)
    last = len(shapes)
    for index in range(last):
        if index < start:
            place = _far("before", start - index)
        elif index >= end:
            place = _far("after", index - end + 1)
        else:
            place = "within"
        above = prose[index] - prose[index - _WINDOW if index > _WINDOW else 0]
        below = prose[index + 1 + _WINDOW if index + _WINDOW < last else last] - prose[index + 1]
        names = [place, _DENSITY[above, below], _far("top", index + 1)]
        if prose[index] == 0:
            names.append("no-prose-above")
        if prose[index + 1] == prose[-1]:
            names.append("no-prose-below")
        yield Clues(index, names)


_DENSITY = {
    (above, below): f"prose-above={above},below={below}"
    for above in range(_WINDOW + 1)
    for below in range(_WINDOW + 1)
}


@lru_cache(maxsize=1024)
def _far(side: str, distance: int) -> str:
    step = next((f"<={step}" for step in _STEPS if distance <= step), ">25")
    return side + step


def stretch(shapes: Sequence[Shape]) -> tuple[int, int]:
    """The half-open range of blocks with the greatest sum; (0, 0) when there is no prose."""
    best, best_range = 0.0, (0, 0)
    total, since = 0.0, 0
    for index, shape in enumerate(shapes):
        total += _worth(shape)
        if total > best:
            best, best_range = total, (since, index + 1)
        elif total <= 0:
            total, since = 0.0, index + 1
    return best_range


def _worth(shape: Shape) -> float:
    if shape.prose:
        return min(shape.words, 40) / 20
    return _SHORT_SENTENCE if shape.words >= 4 and shape.end == "stop" else _COST
