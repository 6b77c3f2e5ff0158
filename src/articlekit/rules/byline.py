"""Evidence for bylines: lines that name people or desks, and who else in the text bears the name.

A name alone on a line is the commonest byline and the commonest false friend of one: what counts
is whether a biography, an e-mail address or a copyright line names the same person, and whether
the story is about them (conventions 2.5). A story writes out the names of those whom it is about,
hardly ever its author's: 12 of 269 lines that are a name which its prose has in full were a byline.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from articlekit.draft import Clue
from articlekit.grammar.byline import read_byline
from articlekit.language.cues import find_cues

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlekit.draft import Draft
    from articlekit.grammar.byline import BylineReading
    from articlekit.page import Block
    from articlekit.shape import Shape

LONGEST = 24
"""Words of the longest line that can be a byline."""
_SHORT = 4
_OFTEN = 3
"""Named so often in the story, a person is its subject rather than its author."""
_SENTENCE = ("stop", "quote")
_FEWEST_BESIDE = 5
"""Words beside the name from which on a line is a sentence rather than another label."""
_TAIL = 3
"""So many last blocks of the story may be a note on its author."""


def find_byline(draft: Draft) -> Iterator[Clue]:
    """State which lines read as a byline, in which form, and what else is known of the names."""
    start, end = draft.stretch
    openings: Counter[str] = Counter()
    story = ""
    for index, block, shape in draft.lines():
        if shape.words > LONGEST or shape.prose or _is_phrase(block, shape, draft):
            continue
        reading = read_byline(block.text, draft.words)
        if reading is None:
            continue
        if not story:
            story = "\n".join(b.text for b in draft.blocks[start:end]) or " "
            openings = _openings(draft)
        if index < start and _is_subject(reading, draft, (start, end), openings):
            yield from (Clue(index, "name-often-in-story"), Clue(index, "says-section=whole"))
            continue
        yield Clue(index, f"byline={reading.form}", reading)
        if reading.leftover and len(reading.leftover) > len(block.text) // 3:
            yield Clue(index, "byline-leftover")
        if len(reading.authors) > 1:
            yield Clue(index, "byline-several")
        if reading.date_text:
            yield Clue(index, "byline-dated")
        yield from _known(index, reading, story, openings)


def _is_phrase(block: Block, shape: Shape, draft: Draft) -> bool:
    """Whether a short line is, as a whole, a phrase of the interface: no one is called that."""
    if shape.words > _SHORT:
        return False
    cues = find_cues(block.text, draft.words)
    return bool(cues) and any(cue.how == "whole" for cue in cues)


def _openings(draft: Draft) -> Counter[str]:
    """How many longer blocks open with which two words: where a biography names its subject."""
    return Counter(
        _opening(block.text)
        for block, shape in zip(draft.blocks, draft.shapes, strict=True)
        if shape.words >= 8
    )


def _opening(text: str) -> str:
    return " ".join(text.split(maxsplit=2)[:2]).casefold()


def _is_subject(
    reading: BylineReading, draft: Draft, story: tuple[int, int], openings: Counter[str]
) -> bool:
    """Whether a line is the name of somebody whom the prose of the story writes out in full.

    Texts that open with the name may tell of the author, and so may the last paragraphs.
    """
    if reading.form != "name" or len(reading.authors) != 1 or reading.authors[0].kind != "person":
        return False
    name = reading.authors[0].name
    if " " not in name or _opening(name) in openings:
        return False
    first, last = story
    return any(
        name in draft.blocks[at].text
        and draft.shapes[at].end in _SENTENCE
        and draft.shapes[at].words > name.count(" ") + _FEWEST_BESIDE
        for at in range(first, max(last - _TAIL, first + 1))
    )


def _known(
    index: int, reading: BylineReading, story: str, openings: Counter[str]
) -> Iterator[Clue]:
    people = [author.name for author in reading.authors if author.kind == "person"]
    if not people:
        return
    if any(_opening(name) in openings for name in people):
        yield Clue(index, "name-opens-a-text")
    said = max(story.count(name.split()[-1]) for name in people)
    if said:
        yield Clue(index, "name-often-in-story" if said >= _OFTEN else "name-in-story")
