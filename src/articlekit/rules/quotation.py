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
    from collections.abc import Container, Iterable, Iterator

    from articlekit.draft import Draft

_SHINGLE = 5
_FEWEST_WORDS = 5
_LONGEST_DISPLAY = 80
_LONGEST_LINE = 12
"""Longer blocks are taken for the story that display lines repeat."""
_SEARCHED = 50_000
"""A longer story is not searched for each line: its shingles are gathered once."""
_MARKS = "\"'”’“»«„‚‘‹›「」『』.,:;!?…()–—-"
_ASCII_MARKS = "".join(filter(str.isascii, _MARKS))


def find_quotation(draft: Draft) -> Iterator[Clue]:
    """State which blocks are quotations, which repeat the story, and which name a speaker."""
    display: list[int] = []
    above: Quotation | None = None
    last = -1
    for index, block, shape in draft.lines():
        if index != last + 1:
            above = None
        last = index
        quotation = read_quotation(block.text)
        whole = quotation is not None and quotation.whole
        if quotation is not None:
            name = "quotation" if whole else "runs-on" if quotation.open else "opens-quotation"
            yield Clue(index, name + ("-unfinished" if quotation.unfinished else ""), quotation)
        if (whole or shape.end == "none") and _FEWEST_WORDS <= shape.words <= _LONGEST_DISPLAY:
            display.append(index)
        if above is not None and shape.words <= LONGEST_ATTRIBUTION:
            reading = read_attribution(block.text, draft.words)
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
    shingles: Container[str] = story if len(story) <= _SEARCHED else _shingles(long)
    for index in display:
        if _is_lifted(_plain(draft.blocks[index].text).split(), shingles, known):
            yield Clue(index, "repeats-story")


def _shingles(texts: Iterable[str]) -> frozenset[str]:
    """All runs of `_SHINGLE` words in texts, as they are looked for."""
    found: set[str] = set()
    for text in texts:
        words = text.split()
        for at in range(len(words) - _SHINGLE + 1):
            found.add(f" {' '.join(words[at : at + _SHINGLE])} ")
    return frozenset(found)


def _is_lifted(words: list[str], story: Container[str], known: set[str]) -> bool:
    """Whether seven in ten of the shingles of a line stand in the story.

    One of the first three in ten has to, then. Only shingles all of whose words are words of the
    story are looked for in it; most lines have none.
    """
    count = len(words) - _SHINGLE + 1
    full = b"\1" * _SHINGLE
    flags = bytes(map(known.__contains__, words))
    if flags.find(full, 0, count * 3 // 10 + _SHINGLE) < 0:
        return False
    missed = 0
    for at in range(count):
        shingle = f" {' '.join(words[at : at + _SHINGLE])} "
        if not (flags.startswith(full, at) and shingle in story):
            missed += 1
            if count - missed < 0.7 * count:
                return False
    return True


def _plain(text: str) -> str:
    """Lower case without marks, one space between words."""
    folded = text.casefold()
    for mark in _ASCII_MARKS if folded.isascii() else _MARKS:
        folded = folded.replace(mark, "")
    return " ".join(folded.split())
