"""Captions and picture credits: a settled block to one node or to several."""

from __future__ import annotations

from bisect import bisect_right
from itertools import islice
from operator import attrgetter
from typing import TYPE_CHECKING

from articlekit.grammar.credit_in_caption import split_caption
from articlekit.model import Boilerplate, Caption, Node, PhotoCredit
from articlekit.readers.credit_names import names_credit

if TYPE_CHECKING:
    from articlekit.sheet import Sheet

_NEAR = 2
_FIGURES = frozenset(("figure", "figcaption", "picture", "amp-img"))


def build_picture(sheet: Sheet, index: int) -> list[Node]:
    """A caption, a credit, or a caption and the credit behind it."""
    text = sheet.draft.blocks[index].text
    reading = split_caption(text, sheet.draft.words, _marked(sheet, index))
    if reading is None and _is_stray(sheet, index):
        return [Boilerplate(kind="other", **sheet.facts(index))]
    if reading is None:
        kind = Caption if sheet.verdicts[index].label == "caption" else PhotoCredit
        return [kind(**sheet.facts(index))]
    nodes: list[Node] = []
    if text[: reading.start].strip():
        nodes.append(Caption(**sheet.facts(index, 0, reading.start)))
    nodes.append(
        PhotoCredit(
            label=reading.label,
            photographers=reading.photographers,
            agencies=reading.agencies,
            via=reading.via,
            organisations=reading.organisations,
            flags=reading.flags,
            copyright=reading.copyright,
            license=reading.license,
            **sheet.facts(index, reading.start, reading.end),
        )
    )
    if text[reading.end :].strip():
        nodes.append(Caption(**sheet.facts(index, reading.end)))
    return nodes


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


def _is_stray(sheet: Sheet, index: int) -> bool:
    """Whether a line of a page was settled as a credit by its place alone.

    It reads as none, and no figure holds it: better no credit than a wrong one.
    """
    if sheet.verdicts[index].label != "credit" or sheet.draft.kind == "text":
        return False
    return _FIGURES.isdisjoint(sheet.draft.around(index, 6))
