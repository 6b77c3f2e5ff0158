"""Evidence for lines of dates and reading time.

All of a page is asked: many governments print the date of the last change at the very end.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlekit.draft import Clue
from articlekit.grammar.time_line import read_time_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlekit.draft import Draft

_LONGEST = 30


def find_time_line(draft: Draft) -> Iterator[Clue]:
    """State which lines are dates, whether they are labelled, and whether more stands there."""
    for index, block, shape in draft.texts():
        if shape.words > _LONGEST or index in draft.menus:
            continue
        reading = read_time_line(block.text, draft.words, draft.language)
        if reading is None:
            continue
        moment = reading.published or reading.modified
        if moment is None:
            yield Clue(index, "reading-time", reading)
            continue
        kind = "labelled" if reading.labelled else "relative" if moment.relative else "bare"
        yield Clue(index, f"date={kind}", reading)
        if reading.leftover.strip():
            yield Clue(index, "date-with-more")
        if moment.precision in ("minute", "second"):
            yield Clue(index, "date-with-clock")
