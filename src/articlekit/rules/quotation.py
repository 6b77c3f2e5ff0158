"""Evidence for quotations: blocks that are only a quotation, and lines that say whose it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlekit.draft import Clue
from articlekit.grammar.quotation import (
    LONGEST_ATTRIBUTION,
    Quotation,
    read_attribution,
    read_quotation,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlekit.draft import Draft

_SHINGLE = 5
_FEWEST_WORDS = 5
_LONGEST_DISPLAY = 80
_LONGEST_LINE = 12
"""Longer blocks are taken for the story that display lines repeat."""
_MARKS = "\"'”’“»«„‚‘‹›「」『』.,:;!?…()–—-"


def find_quotation(draft: Draft) -> Iterator[Clue]:
    """State which blocks are quotations, which repeat the story, and which name a speaker."""
    blocks, shapes, words = draft.blocks, draft.shapes, draft.words
    display: list[int] = []
    above: Quotation | None = None
    for index, (block, shape) in enumerate(zip(blocks, shapes, strict=True)):
        if index in draft.menus:
            above = None
            continue
        quotation = read_quotation(block.text)
        whole = quotation is not None and quotation.whole
        if quotation is not None:
            name = "quotation" if whole else "runs-on" if quotation.open else "opens-quotation"
            yield Clue(index, name + ("-unfinished" if quotation.unfinished else ""), quotation)
        if (whole or shape.end == "none") and _FEWEST_WORDS <= shape.words <= _LONGEST_DISPLAY:
            display.append(index)
        if above is not None and shape.words <= LONGEST_ATTRIBUTION:
            reading = read_attribution(block.text, words)
            if reading is not None:
                form = f"{reading.form}-completes" if above.unfinished else reading.form
                yield Clue(index, f"names-speaker={form}", reading)
                yield Clue(index - 1, f"speaker-below={form}", reading)
        above = quotation if whole else None
    if display:
        yield from _repeated(draft, display)


def _repeated(draft: Draft, display: list[int]) -> Iterator[Clue]:
    """Blocks whose words stand once more in a longer block: lifted from the story."""
    shown = set(display)
    long = [
        _plain(block.text)
        for index, (block, shape) in enumerate(zip(draft.blocks, draft.shapes, strict=True))
        if index not in shown and shape.words > _LONGEST_LINE
    ]
    story = " \n ".join(("", *long, ""))
    known = set(story.split())
    for index in display:
        words = _plain(draft.blocks[index].text).split()
        own = list(zip(*(words[at:] for at in range(_SHINGLE)), strict=False))
        # Seven in ten have to stand in the story, so one of the first three in ten has to; most
        # lines do not even have the words for it.
        first = filter(known.issuperset, own[: len(own) * 3 // 10 + 1])
        if not any(f" {' '.join(shingle)} " in story for shingle in first):
            continue
        if sum(f" {' '.join(shingle)} " in story for shingle in own) >= 0.7 * len(own):
            yield Clue(index, "repeats-story")


def _plain(text: str) -> str:
    """Lower case without marks, one space between words."""
    folded = text.casefold()
    for mark in _MARKS:
        folded = folded.replace(mark, "")
    return " ".join(folded.split())
