"""Evidence from where a block stands: to the densest stretch of prose, and to the headline."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from articlekit.draft import Traits

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlekit.draft import Draft

_STEPS = (1, 2, 3, 5, 8, 13, 25)
_WINDOW = 3


def find_region(draft: Draft) -> Iterator[Traits]:
    """State where each block stands to the story's prose and its headline, and what is around."""
    shapes = draft.shapes
    headline = draft.headline.block if draft.headline is not None else -1
    start, end = draft.stretch
    prose = [0]
    for index, shape in enumerate(shapes):
        prose.append(prose[-1] + (shape.prose and index not in draft.apart))
    last = len(shapes)
    for index, _, _ in draft.texts():
        if index < start:
            place = _far("before", start - index)
        elif index >= end:
            place = _far("after", index - end + 1)
        else:
            place = "within"
        above = prose[index] - prose[index - _WINDOW if index > _WINDOW else 0]
        below = prose[index + 1 + _WINDOW if index + _WINDOW < last else last] - prose[index + 1]
        names = [place, _DENSITY[above, below], _far("top", index + 1)]
        if headline >= 0:
            names.append(_to_headline(index - headline))
        if prose[index] == 0:
            names.append("no-prose-above")
        if prose[index + 1] == prose[-1]:
            names.append("no-prose-below")
        yield Traits(index, tuple(names))


def _to_headline(distance: int) -> str:
    """How far a block stands below or above the headline that a page and its metadata agree on."""
    if distance == 0:
        return "at-headline"
    return _far("below-headline", distance) if distance > 0 else _far("over-headline", -distance)


_DENSITY = {
    (above, below): f"prose-above={above},below={below}"
    for above in range(_WINDOW + 1)
    for below in range(_WINDOW + 1)
}


@lru_cache(maxsize=1024)
def _far(side: str, distance: int) -> str:
    step = next((f"<={step}" for step in _STEPS if distance <= step), ">25")
    return side + step
