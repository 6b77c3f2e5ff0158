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

    from articlekit.weights import Group, Table

REASONS = 4
"""How many of the strongest reasons a decision keeps."""
_NAMES = 1 << 20
"""More than there are clues: a rank is a strength, and a fraction that is the place of a name."""
_KEPT = 100_000
"""How many ranks are kept from page to page: some 12 MB."""


class Contest(dict[str, float]):
    """How the clues rank when one label won against another: the lower, the louder."""

    def __init__(self, table: Table, won: int, second: int | None, most: int) -> None:
        """Open the contest of two labels; clues are ranked when they are met.

        Of a group the `most` loudest are kept.
        """
        super().__init__()
        self._table = table
        self._won, self._second = won, second
        self._told: dict[float, Evidence] = {}
        self.loudest = _Loudest(self, table.places.keys(), most)
        """The ranks of the loudest clues of a group."""

    def __missing__(self, name: str) -> float:
        """Rank a clue by what it says for the label that won, against the other."""
        row = self._table.rows[name]
        weight = row[self._won] - (0 if self._second is None else row[self._second])
        rank = self._table.places[name] / _NAMES - abs(weight)
        self._told[rank] = Evidence(name, weight / UNIT)
        self._table.ranked += 1
        self[name] = rank  # last: another thread may ask for its evidence at once
        return rank

    def evidence(self, ranks: Iterable[float]) -> tuple[Evidence, ...]:
        """The clues of ranks."""
        return tuple([self._told[rank] for rank in ranks])


class _Loudest(dict["Group", list[float]]):
    """The ranks of the loudest clues of groups, found when they are first met."""

    def __init__(self, contest: Contest, learned: AbstractSet[str], most: int) -> None:
        super().__init__()
        self._contest, self._learned, self._most = contest, learned, most

    def __missing__(self, names: Group) -> list[float]:
        found = sorted(map(self._contest.__getitem__, self._learned & frozenset(names)))
        self[names] = found = found[: self._most]
        return found


class Reasons:
    """The strongest reasons of decisions; how clues rank is kept from page to page."""

    def __init__(self, table: Table, most: int = REASONS) -> None:
        """Look up at most `most` reasons a decision."""
        self.table = table
        self._most = most
        if table.ranked > _KEPT:
            table.contests, table.ranked = {}, 0
        self._contests = table.contests
        self._places = table.places

    def of(
        self, own: AbstractSet[str], groups: Iterable[Group], won: int, second: int | None
    ) -> tuple[Evidence, ...]:
        """The strongest clues for and against a label, set against the one that came next."""
        most = self._most
        contest = self._contests.get((won, second, most))
        if contest is None:
            contest = Contest(self.table, won, second, most)
            self._contests[won, second, most] = contest
        loudest = contest.loudest
        ranks = [contest[name] for name in own if name in self._places]
        for group in groups:
            ranks += loudest[group]
        ranks.sort()
        return contest.evidence(ranks[:most])
