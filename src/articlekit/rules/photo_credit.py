"""Evidence for pictures: lines that are a credit, or end in one; words of captions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlekit.draft import Clue
from articlekit.grammar.byline.reader import read_byline
from articlekit.grammar.credit.reader import split_credit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlekit.draft import Draft

_LONGEST = 120
_LONGEST_WRITER = 60
_JOINTS = " ,;/|·•、，・"


def find_photo_credit(draft: Draft) -> Iterator[Clue]:
    """State which blocks are or end in a picture credit, and what it was told by."""
    for index, block, shape in draft.lines():
        if shape.words > _LONGEST:
            continue
        reading = split_credit(block.text, draft.words)
        if reading is not None and not _is_byline(block.text[: reading.start], draft):
            whole = "credit" if not block.text[: reading.start].strip() else "caption-with-credit"
            yield Clue(index, f"{whole}={reading.strength}", reading)


def _is_byline(before: str, draft: Draft) -> bool:
    """Whether what stands before a credit names the writer: "文＝…、写真＝…" is a byline."""
    before = before.strip(_JOINTS)
    if not before or len(before) > _LONGEST_WRITER:
        return False
    reading = read_byline(before, draft.words)
    return reading is not None and reading.form == "phrase" and not reading.leftover
