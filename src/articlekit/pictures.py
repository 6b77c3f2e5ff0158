"""Captions and picture credits: a settled block to one node or to several."""

from __future__ import annotations

from bisect import bisect_right
from itertools import islice
from operator import attrgetter
from typing import TYPE_CHECKING

from articlekit.grammar.credit.in_caption import split_caption
from articlekit.grammar.credit.reader import is_of_viewer, is_only_label, opens_as_credit
from articlekit.model import Boilerplate, Caption, Node, PhotoCredit
from articlekit.readers.credit_names import names_credit

if TYPE_CHECKING:
    from articlekit.sheet import Sheet

_NEAR, _FAR = 2, 6
_FIGURES = frozenset(("figure", "figcaption", "picture", "amp-img"))


def build_picture(sheet: Sheet, index: int) -> list[Node]:
    """A caption, a credit, or a caption and the credit behind it."""
    text = sheet.draft.blocks[index].text
    reading = split_caption(text, sheet.draft.words, _marked(sheet, index))
    if reading is None:
        return [_unread(sheet, index)]
    nodes: list[Node] = []
    if text[: reading.start].strip():
        nodes.append(Caption(**sheet.facts(index, 0, reading.start)))
    facts = sheet.facts(index, reading.start, reading.end)
    nodes.append(PhotoCredit(label=reading.label, **reading.parts(), **facts))
    rest = text[reading.end :].strip()
    if rest and is_of_viewer(rest, sheet.draft.words):
        nodes.append(Boilerplate(kind="tools", **sheet.facts(index, reading.end)))
    elif rest:
        nodes.append(Caption(**sheet.facts(index, reading.end)))
    return nodes


def _unread(sheet: Sheet, index: int) -> Node:
    """The node of a line in which no credit was read.

    One that was settled as a credit by its place alone is none: what stands in a `figcaption` is a
    caption, and elsewhere no credit is better than a wrong one.
    """
    facts, text = sheet.facts(index), sheet.draft.blocks[index].text
    if is_of_viewer(text, sheet.draft.words):
        return Boilerplate(kind="tools", **facts)
    if is_only_label(text, sheet.draft.words):
        return Boilerplate(kind="other", **facts)
    if sheet.verdicts[index].label == "caption":
        return Caption(**facts)
    opens = opens_as_credit(text, sheet.draft.words)
    if sheet.draft.kind == "text":
        sound = opens or "/" in text or sheet.label(index - 1) == "caption"
        return PhotoCredit(**facts) if sound else Boilerplate(kind="other", **facts)
    around = list(sheet.draft.around(index, _FAR))
    if "figcaption" in around[: _NEAR + 1] and not opens:
        return Caption(**facts)
    stray = _FIGURES.isdisjoint(around)
    return Boilerplate(kind="other", **facts) if stray else PhotoCredit(**facts)


def _marked(sheet: Sheet, index: int) -> tuple[int, int] | None:
    """The stretch of a block's text that the page calls a credit; neighbouring ones are one."""
    markup, block = sheet.draft.page.markup, sheet.draft.blocks[index]
    if markup is None or block.end - block.start != len(block.text):
        return None
    found: tuple[int, int] | None = None
    at = bisect_right(markup.marks, block.start, key=attrgetter("end"))
    for mark in islice(markup.marks, at, None):
        if mark.start >= block.end:
            break
        if mark.kind == "credit":
            start, end = mark.start - block.start, mark.end - block.start
            beside = found is not None and not block.text[found[1] : start].strip(" -–—|/,")
            found = (found[0] if found and beside else start, end)
    if found is None and any(
        names_credit(names, surely=True) for names in sheet.draft.names(index, _NEAR)
    ):
        return 0, len(block.text)
    return found
