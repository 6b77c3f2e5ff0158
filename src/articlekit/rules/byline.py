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
from articlekit.grammar.byline.reader import read_byline
from articlekit.language.cues import find_cues

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlekit.draft import Draft
    from articlekit.grammar.byline.reader import BylineReading
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
MOST_NAMES = 300
"""So many names are looked for in the story; a page of more lines that name someone is a list."""
_TAIL = 3
"""So many last blocks of the story may be a note on its author."""


def find_byline(draft: Draft) -> Iterator[Clue]:
    """State which lines read as a byline, in which form, and what else is known of the names."""
    story: _Story | None = None
    for index, block, shape in draft.lines():
        if shape.words > LONGEST or shape.prose or _is_phrase(block, shape, draft):
            continue
        reading = read_byline(block.text, draft.words)
        if reading is None:
            continue
        if story is None:
            story = _Story(draft)
        if index < draft.stretch[0] and _is_subject(reading, story):
            yield from (Clue(index, "name-often-in-story"), Clue(index, "says-section=whole"))
            continue
        yield Clue(index, f"byline={reading.form}", reading)
        if reading.leftover and len(reading.leftover) > len(block.text) // 3:
            yield Clue(index, "byline-leftover")
        if len(reading.authors) > 1:
            yield Clue(index, "byline-several")
        if reading.date_text:
            yield Clue(index, "byline-dated")
        yield from _known(index, reading, story)


class _Story:
    """The prose of a page, which is asked for the names of its lines."""

    def __init__(self, draft: Draft) -> None:
        start, end = draft.stretch
        self._text = "\n".join(block.text for block in draft.blocks[start:end])
        self._prose = [
            (block.text, shape.words)
            for block, shape in zip(
                draft.blocks[start : max(end - _TAIL, start + 1)],
                draft.shapes[start : max(end - _TAIL, start + 1)],
                strict=True,
            )
            if shape.end in _SENTENCE
        ]
        self.openings = _openings(draft)
        self._times: dict[str, int] = {}
        self._written: dict[str, bool] = {}

    def times(self, name: str) -> int:
        """How often the story says a name; 0 for those after the first `MOST_NAMES`."""
        if name not in self._times and len(self._times) < MOST_NAMES:
            self._times[name] = self._text.count(name)
        return self._times.get(name, 0)

    def writes_out(self, name: str) -> bool:
        """Whether a sentence before the end has a name and more; as above for how many names."""
        if name not in self._written and len(self._written) < MOST_NAMES:
            fewest = name.count(" ") + _FEWEST_BESIDE
            self._written[name] = any(
                name in text and words > fewest for text, words in self._prose
            )
        return self._written.get(name, False)


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


def _is_subject(reading: BylineReading, story: _Story) -> bool:
    """Whether a line is the name of somebody whom the prose of the story writes out in full.

    Texts that open with the name may tell of the author, and so may the last paragraphs.
    """
    if reading.form != "name" or len(reading.authors) != 1 or reading.authors[0].kind != "person":
        return False
    name = reading.authors[0].name
    return " " in name and _opening(name) not in story.openings and story.writes_out(name)


def _known(index: int, reading: BylineReading, story: _Story) -> Iterator[Clue]:
    people = [author.name for author in reading.authors if author.kind == "person"]
    if not people:
        return
    if any(_opening(name) in story.openings for name in people):
        yield Clue(index, "name-opens-a-text")
    said = max(story.times(name.split()[-1]) for name in people)
    if said:
        yield Clue(index, "name-often-in-story" if said >= _OFTEN else "name-in-story")
