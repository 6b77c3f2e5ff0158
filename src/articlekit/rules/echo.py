"""Evidence from words said twice: lines that come again, and lines that share words with the story.

A headline names what the story is about; a teaser of another story mostly does not. A display
quote repeats the story word for word.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from articlekit.draft import Traits

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlekit.draft import Draft

_SHORTEST_WORD = 5
_SHINGLE = 5
_MARKS = "\"'”’“»«„‚‘‹›.,:;!?()[]…—–-"


def find_echo(draft: Draft) -> Iterator[Traits]:
    """State which blocks come again, and how many of their words the story has."""
    shapes, blocks, rows = draft.shapes, draft.blocks, draft.rows
    start, end = draft.stretch
    keys = [
        block.text.casefold() if shape.words <= 60 and index not in rows else ""
        for index, (block, shape) in enumerate(zip(blocks, shapes, strict=True))
    ]
    counts = Counter(keys)
    seen: set[str] = set()
    story: set[str] = set()
    for index in range(start, end):
        if shapes[index].words >= 25:
            story.update((keys[index] or blocks[index].text.casefold()).split())
    for index, (key, shape) in enumerate(zip(keys, shapes, strict=True)):
        names = []
        if key and counts[key] > 1:
            names.append("comes-again" if key not in seen else "came-before")
            seen.add(key)
        if key and 1 < shape.words <= 25 and story:
            names.append(_shared(key, story))
        if names:
            yield Traits(index, tuple(names))


def _shared(key: str, story: set[str]) -> str:
    long = [part for part in key.split() if len(part) >= _SHORTEST_WORD]
    telling = [word for part in long if len(word := part.strip(_MARKS)) >= _SHORTEST_WORD]
    if not telling:
        return "story-words=none-telling"
    share = sum(map(story.__contains__, telling)) / len(telling)
    return "story-words=" + (
        "0" if share == 0 else "few" if share < 0.4 else "half" if share < 0.75 else "most"
    )
