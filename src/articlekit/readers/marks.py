"""Inline elements to marks: positions among the pieces of a block in, offsets in its text out."""

from __future__ import annotations

from itertools import accumulate

from articlekit.page import Mark
from articlekit.readers.credit_names import names_credit
from articlekit.readers.elements import LINK, MARKS, STRONG

Extent = tuple[int, int, int, int]
"""First piece, piece behind the last, number and kind of an inline element."""


def weigh(  # noqa: C901, PLR0913, PLR0917 - the hot path: a record would cost what it tells
    pieces: list[str],
    joined: str,
    text: str,
    extents: list[Extent],
    attributes: list[dict[str, str] | None],
    at: int,
    marks: list[Mark],
) -> tuple[int, int, int]:
    """Read the inline elements of a block; its `pieces` are `joined`, and collapsed to `text`.

    Gives the innermost element that holds all of the text (-1 for none), and how many characters
    stand in links and in bold; adds to `marks`, with offsets from `at` on.
    """
    ends = _ends(pieces, joined, text, extents)
    size = len(text)
    element, linked, strong = -1, 0, 0
    bold: list[int] = []  # starts and ends: what is bold twice counts once
    for begin, stop, number, kind in extents:
        start, end = ends[begin], ends[stop]
        if start < size and text[start] == " ":
            start += 1
        if end and text[end - 1] == " ":
            end -= 1
        if start >= end:
            continue
        if start == 0 and end == size and number > element:
            element = number
        elif names_credit(attributes[number]):
            marks.append(Mark(at + start, at + end, "credit"))
        if kind > LINK:
            continue
        target = None
        if kind == LINK:
            found = attributes[number]
            if found is None or (target := found.get("href")) is None:
                continue
            linked += end - start
        elif kind == STRONG:
            while bold and bold[-2] >= start:  # elements end after those that they hold
                strong -= bold.pop() - bold.pop()
            bold += (start, end)
            strong += end - start
        marks.append(Mark(at + start, at + end, MARKS[kind], target))
    return element, min(linked, size), strong


def _ends(
    pieces: list[str], joined: str, text: str, extents: list[Extent]
) -> dict[int, int] | list[int]:
    """How much of the text stands before a piece, by its position; linear in the pieces."""
    size = len(text)
    if len(joined) == size:  # no white space was collapsed: lengths just add up
        return [0, *accumulate(map(len, pieces))]
    bare = joined.lstrip()
    lead = len(joined) - len(bare)
    if len(bare.rstrip()) == size:
        return [
            min(end - lead, size) if end > lead else 0 for end in (0, *accumulate(map(len, pieces)))
        ]
    lengths: dict[int, int] = {}
    length = before = 0
    spaced = False
    for cut in sorted({cut for begin, stop, *_ in extents for cut in (begin, stop)}):
        part = "".join(pieces[before:cut])
        words = part.split()
        if words:
            if length and (spaced or part[0].isspace()):
                length += 1
            length += len(" ".join(words))
            spaced = part[-1].isspace()
        elif part:
            spaced = True
        before = cut
        lengths[cut] = length
    return lengths
