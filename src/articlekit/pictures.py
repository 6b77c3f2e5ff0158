"""Captions and picture credits: a settled block to one node or to several."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlekit.grammar.credit import split_credit
from articlekit.model import Boilerplate, Caption, Node, PhotoCredit

if TYPE_CHECKING:
    from articlekit.sheet import Sheet

_FIGURES = frozenset(("figure", "figcaption", "picture", "amp-img"))


def build_picture(sheet: Sheet, index: int) -> list[Node]:
    """A caption, a credit, or a caption and the credit behind it."""
    text = sheet.draft.blocks[index].text
    reading = split_credit(text, sheet.draft.words)
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


def _is_stray(sheet: Sheet, index: int) -> bool:
    """Whether a line of a page was settled as a credit by its place alone.

    It reads as none, and no figure holds it: better no credit than a wrong one.
    """
    if sheet.verdicts[index].label != "credit" or sheet.draft.kind == "text":
        return False
    return _FIGURES.isdisjoint(sheet.draft.around(index, 6))
