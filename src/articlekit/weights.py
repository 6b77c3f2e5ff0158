"""The learned weights: how much each clue speaks for each label, ready to be added up fast.

A row of weights (one for each label, in hundredths of log-odds) is packed into one integer with a
lane of 32 bits for each label, so that a row is added with one addition of the interpreter. Lanes
may be negative: borrows run through them and come back when `LIFT` is added before unpacking.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from struct import Struct as Layout
from typing import Literal

import msgspec
from msgspec import Struct

UNIT = 100
"""Weights are whole numbers of so many parts of log-odds 1."""
_LANE = 32

Row = dict[str, int]
Triple = tuple[int, int, int]


class Weights(Struct, frozen=True, forbid_unknown_fields=True):
    """The weights as they stand in the file: clue to label to hundredths of log-odds."""

    labels: tuple[str, ...]
    own: dict[str, Row]
    """What a clue says of the block at which it stands."""
    above: dict[str, Row]
    """What it says of the block below it: the clue stands above."""
    below: dict[str, Row]
    """What it says of the block above it."""
    follows: dict[str, Row]
    """Label, the label of the next block, and how well they follow each other."""


class Table(dict[str, Triple]):
    """Packed rows by clue: for the block below it, for its own block, for the block above it.

    A clue is packed when it is first met; one that was not learned weighs nothing.
    """

    def __init__(self, weights: Weights) -> None:
        """Note where the lane of each label is; clues are packed when they are met."""
        super().__init__()
        self.weights = weights
        self.labels = weights.labels
        self._at = {label: number * _LANE for number, label in enumerate(weights.labels)}
        self._layout = Layout(f"<{len(weights.labels)}I")
        self._lift = sum(1 << (at + _LANE - 1) for at in self._at.values())
        self.bias = self._pack(weights.own.get("bias"))
        self.edges = (self._pack(weights.above.get("edge")), self._pack(weights.below.get("edge")))
        """What the start of a page says of its first block, and the end of its last."""
        self.follows = tuple(
            tuple(weights.follows.get(label, {}).get(after, 0) for after in weights.labels)
            for label in weights.labels
        )

    def __missing__(self, clue: str) -> Triple:
        """Pack the rows of a clue."""
        weights = self.weights
        rows = (weights.below.get(clue), weights.own.get(clue), weights.above.get(clue))
        if rows == (None, None, None):
            return (0, 0, 0)
        self[clue] = triple = (self._pack(rows[0]), self._pack(rows[1]), self._pack(rows[2]))
        return triple

    def unpack(self, packed: int) -> tuple[int, ...]:
        """Give the lanes of a sum, each raised by the same amount: compare them, no more."""
        return self._layout.unpack((packed + self._lift).to_bytes(self._layout.size, "little"))

    def _pack(self, row: Row | None) -> int:
        if row is None:
            return 0
        return sum(weight << self._at[label] for label, weight in row.items())


Kind = Literal["text", "page"]
"""Raw text and pages of markup have weights of their own: what markup says, text has to say."""


def load_weights(kind: Kind) -> Weights:
    """Read the weights that come with the package."""
    path = Path(__file__).with_name(f"weights.{kind}.json")
    return msgspec.json.decode(path.read_bytes(), type=Weights)


@lru_cache(maxsize=2)
def shipped(kind: Kind) -> Table:
    """Give the table of the weights that come with the package."""
    return Table(load_weights(kind))
