"""The learned weights: how much each clue speaks for each label, ready to be added up fast.

A row of weights (one for each label, in hundredths of log-odds) is packed into one integer with a
lane of 32 bits for each label, so that a row is added with one addition of the interpreter. What a
clue says of the block above, of its own and of the block below stands side by side in one such
integer. Lanes may be negative: borrows run through them and come back when they are lifted.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from struct import Struct as Layout
from typing import TYPE_CHECKING, Literal

import msgspec
from msgspec import Struct

from articlekit.sureness import MOST, Sureness

if TYPE_CHECKING:
    from collections.abc import Sequence

    from articlekit.reasons import Contest

UNIT = 100
"""Weights are whole numbers of so many parts of log-odds 1."""
_LANE = 32
_MOST_GROUPS = 8192
"""How many sums of groups are kept from page to page: some 4 MB, and as much for their names."""
_LIFT = 1 << 24
"""Added to a lane, it makes every sum of weights positive."""
_MOST_SUMMED = 64
"""So many times three lifted sums fit into a lane."""

Row = dict[str, int]

Group = tuple[str, ...] | frozenset[str]
"""Names of clues that come together at many blocks, each once."""


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
    sureness: Sureness = Sureness()
    """How sure the odds are that the weights come to."""


class Table(dict[str, int]):
    """Packed rows by clue: for the block above it, for its own block, for the block below it.

    A clue is packed when it is first met; ask only for clues that are `learned`.
    """

    def __init__(self, weights: Weights) -> None:
        """Take weights; the rows of clues are packed one by one."""
        super().__init__()
        self.weights = weights
        self.labels = weights.labels
        self.learned = frozenset((*weights.own, *weights.above, *weights.below))
        self.sureness = weights.sureness
        self.alone = tuple(weights.sureness.of(label, MOST) for label in weights.labels)
        """How sure each label is that has no rival."""
        self.groups = _Groups(self)
        """What the clues of a group come to together."""
        self.rows = _Rows(weights)
        self.places = {clue: place for place, clue in enumerate(sorted(weights.own))}
        """Where a clue stands in the alphabet of those that say something of their own block."""
        self.contests: dict[tuple[int, int | None, int], Contest] = {}
        """How clues rank, by label and rival: see `articlekit.reasons`."""
        self.ranked = 0
        """How many ranks the contests hold, or a few more: threads may count at once."""
        self._at = {label: number * _LANE for number, label in enumerate(weights.labels)}
        self._layout = Layout(f"<{len(weights.labels)}I")
        self._width = 8 * self._layout.size
        self._mask = (1 << self._width) - 1
        lift = sum(_LIFT << at for at in self._at.values())
        lifts = self._beside(lift, lift, lift)
        self.bias = self._beside(0, self._pack(weights.own.get("bias")), 0) + lifts
        """What every block starts from, lifted."""
        self.top = self._beside(0, 0, self._pack(weights.above.get("edge"))) + lifts
        """What the start of a page says of its first block."""
        self.bottom = self._beside(self._pack(weights.below.get("edge")), 0, 0) + lifts
        """What the end of a page says of its last block."""
        self.zero = self.unpack(3 * lift)[0]
        """What `unpack` gives for a sum of nothing."""
        self.follows = tuple(
            tuple(weights.follows.get(label, {}).get(after, 0) for after in weights.labels)
            for label in weights.labels
        )
        self.precedes = tuple(zip(*self.follows, strict=True))
        """The same by the later of the two labels."""

    def __missing__(self, clue: str) -> int:
        """Pack the rows of a clue."""
        weights = self.weights
        rows = (weights.below.get(clue), weights.own.get(clue), weights.above.get(clue))
        self[clue] = packed = self._beside(*map(self._pack, rows))
        return packed

    def meet(self, before: int, here: int, after: int) -> int:
        """Add up what a block says of itself, and its neighbours of it: three lifted sums to one.

        Only the part that is asked for has to be right: what stands above it is cut off.
        """
        width = self._width
        return ((before >> 2 * width) + (here >> width) + after) & self._mask

    def mean(self, met: Sequence[int]) -> tuple[int, ...]:
        """Give the means of the lanes of what met; of many, those of the first 64."""
        some = met[:_MOST_SUMMED]
        return tuple([lane // len(some) for lane in self.unpack(sum(some))])

    def unpack(self, packed: int) -> tuple[int, ...]:
        """Give the lanes of what met, each raised by the same amount: compare them, no more."""
        return self._layout.unpack(packed.to_bytes(self._layout.size, "little"))

    def _beside(self, above: int, own: int, below: int) -> int:
        width = self._width
        return above + (own << width) + (below << 2 * width)

    def _pack(self, row: Row | None) -> int:
        if row is None:
            return 0
        return sum(weight << self._at[label] for label, weight in row.items())


class _Groups(dict[Group, int]):
    """Sums of the packed rows of clues that come together; added up when they are first met."""

    def __init__(self, table: Table) -> None:
        super().__init__()
        self._table = table

    def __missing__(self, names: Group) -> int:
        if len(self) >= _MOST_GROUPS:
            self.clear()
        table = self._table
        self[names] = total = sum(map(table.__getitem__, table.learned.intersection(names)))
        return total


class _Rows(dict[str, tuple[int, ...]]):
    """What a clue says of its own block, a weight for each label; made when it is first asked."""

    def __init__(self, weights: Weights) -> None:
        super().__init__()
        self._own = weights.own
        self._labels = weights.labels

    def __missing__(self, clue: str) -> tuple[int, ...]:
        row = self._own[clue]
        self[clue] = found = tuple([row.get(label, 0) for label in self._labels])
        return found


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
