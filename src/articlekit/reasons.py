"""Why a label won: the clues at a block that speak loudest for it or against it.

Every block has some thirty clues and every block keeps its reasons, so this is asked for often.
What a clue weighs for a label against its rival, and its place in the alphabet, make one number;
numbers sort in C, and the few that come out first are looked up again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlekit.model import Evidence
from articlekit.weights import UNIT

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Set as AbstractSet

    from articlekit.weights import Table

REASONS = 4
"""How many of the strongest reasons a decision keeps."""
_NAMES = 1 << 20
"""More than there are clues: a rank is a strength times this, plus the place of a name."""
_KEPT = 100_000
"""How many ranks are kept from page to page: some 12 MB."""


class Contest(dict[str, int]):
    """How the clues rank when one label won against another: the lower, the louder."""

    def __init__(self, table: Table, won: int, second: int | None) -> None:
        """Open the contest of two labels; clues are ranked when they are met."""
        super().__init__()
        self._table = table
        self._won, self._second = won, second
        self._told: dict[int, Evidence] = {}

    def __missing__(self, name: str) -> int:
        """Rank a clue by what it says for the label that won, against the other."""
        row = self._table.rows[name]
        weight = row[self._won] - (0 if self._second is None else row[self._second])
        rank = self._table.places[name] - abs(weight) * _NAMES
        self._told[rank] = Evidence(name, weight / UNIT)
        self[name] = rank  # last: another thread may ask for its evidence at once
        return rank

    def evidence(self, ranks: Iterable[int]) -> tuple[Evidence, ...]:
        """The clues of ranks."""
        return tuple([self._told[rank] for rank in ranks])


class Reasons:
    """The strongest reasons of the decisions of one page.

    How clues rank is kept from page to page; what many blocks share is ranked once for them all.
    """

    def __init__(self, table: Table, most: int = REASONS) -> None:
        """Open the book of reasons of one page."""
        self._table = table
        self._most = most
        self._shared: dict[tuple[frozenset[str], int, int | None], list[int]] = {}
        if sum(map(len, table.contests.values())) > _KEPT:
            table.contests = {}
        self._contests = table.contests

    def of(
        self, own: AbstractSet[str], shared: frozenset[str], won: int, second: int | None
    ) -> tuple[Evidence, ...]:
        """The strongest clues for and against a label, set against the one that came next."""
        contest = self._contests.get((won, second))
        if contest is None:
            contest = self._contests[won, second] = Contest(self._table, won, second)
        learned, most = self._table.places.keys(), self._most
        ranks = sorted(map(contest.__getitem__, learned & own))[:most]
        if shared:
            key = (shared, won, second)
            others = self._shared.get(key)
            if others is None:
                others = sorted(map(contest.__getitem__, learned & shared))[:most]
                self._shared[key] = others
            ranks = sorted(ranks + others)[:most]
        return contest.evidence(ranks)
