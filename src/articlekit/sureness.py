"""How sure a decision is: the odds of the best label over the others, as a calibrated share.

Clues of one block are seldom independent, so that raw odds are too sure of themselves. What they
come to in truth is learned from pages of publishers that the weights have not seen
(`scripts/calibration.py`): of the nodes stated at 0.9, nine in ten are right.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST = 6.0
"""Log-odds beyond this tell nothing more; a label without any rival has so much."""


class Sureness(Struct, frozen=True, forbid_unknown_fields=True):
    """Log-odds as they are settled, to log-odds that hold: `slope` times them, plus an offset."""

    slope: float = 1.0
    offsets: dict[str, float] = {}
    """By label: some are right more often than they seem, some less."""

    def of(self, label: str, margin: float) -> float:
        """The confidence of a label that leads by so much log-odds: 0 to 1, three digits."""
        odds = self.slope * max(-MOST, min(margin, MOST)) + self.offsets.get(label, 0.0)
        return round(1 / (1 + math.exp(-odds)), 3)


def margin_of(odds: Sequence[float], own: float) -> float:
    """By how much log-odds a label leads: `own` are its odds, `odds` those of its rivals."""
    others = sum(odds)
    if own <= 0:
        return -MOST
    return math.log(own / others) if others > 0 else MOST
