"""Clues to labels: the one place where it is decided what each block is.

Every clue at a block, and at the blocks above and below it, speaks for or against each label with
a weight in log-odds; a table says how often one label follows another. The best sequence over the
page is found by dynamic programming, in time linear in the number of blocks. The weights are
learned by `scripts/train.py` and stand in `weights.json`; nothing else here is learned.
"""

from __future__ import annotations

import math
from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from articlekit.model import Evidence

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from articlekit.draft import Clue

BEAM = 5.0
"""Labels this far (in log-odds) below the best one of a block are out of the running for it."""
LIVE = 3.0
"""Sequences this far behind the best one so far are not followed any further."""
FARTHEST = 2.0
"""A block whose best label beats `headline` by more is no headline in any case."""
REASONS = 4
"""How many of the strongest reasons a decision keeps."""

_SIDES = ("own", "above", "below")
KEPT = 4_000
"""How many sums are kept; each is about 1 KB."""
_PLACE = frozenset(("bef", "aft", "wit", "top", "pro", "no-"))
_LOOKS = frozenset(("wor", "end", "sta", "set", "tit", "cap", "dig", "col", "com", "das", "sen"))
"""How the names of clues about place and looks begin."""

_Names = tuple[str, ...]
_Vector = tuple[float, ...]


class Weights(Struct, frozen=True, forbid_unknown_fields=True):
    """The learned weights, as they stand in the file: clue to label to log-odds."""

    labels: tuple[str, ...]
    own: dict[str, dict[str, float]]
    above: dict[str, dict[str, float]]
    below: dict[str, dict[str, float]]
    follows: dict[str, dict[str, float]]


class Verdict(Struct, frozen=True):
    """What one block was settled as, how sure that is, why, and what came next."""

    label: str
    confidence: float
    evidence: tuple[Evidence, ...]
    runner_up: str | None = None


class _Table:
    """The weights as vectors over the labels, ready to be added up.

    Sums over the clues that lines share by the thousand (their looks, their place) are kept from
    one text to the next, up to `KEPT` of them: they are facts of the weights, not of a text.
    """

    def __init__(self, weights: Weights) -> None:
        self.labels = weights.labels
        self.own = self._dense(weights.own)
        self.follows = tuple(self._row(weights.follows.get(label, {})) for label in weights.labels)
        """Row: the label above; column: the label below."""
        self._sides = {
            "own": self.own,
            "above": self._dense(weights.above),
            "below": self._dense(weights.below),
        }
        self._bias = self.own.get("bias", self._row({}))
        self._part = lru_cache(maxsize=KEPT)(self._sum)
        self.total = lru_cache(maxsize=KEPT)(self._total)

    def _total(self, side: str, names: _Names) -> _Vector:
        """The sum of the weights of clues that stand at a block, above or below it."""
        place = tuple(name for name in names if name[:3] in _PLACE)
        looks = tuple(name for name in names if name[:3] in _LOOKS)
        other = tuple(name for name in names if name[:3] not in _PLACE and name[:3] not in _LOOKS)
        parts = [self._part(side, place), self._part(side, looks), self._part(side, other)]
        if side == "own":
            parts.append(self._bias)
        return tuple(map(sum, zip(*parts, strict=True)))

    def _sum(self, side: str, names: _Names) -> _Vector:
        weights = self._sides[side]
        rows = [weights[name] for name in names if name in weights]
        return tuple(map(sum, zip(*rows, strict=True))) if rows else self._row({})

    def _row(self, row: dict[str, float]) -> _Vector:
        return tuple(row.get(label, 0.0) for label in self.labels)

    def _dense(self, rows: dict[str, dict[str, float]]) -> dict[str, _Vector]:
        return {name: self._row(row) for name, row in rows.items()}


def settle(clues: Iterable[Clue], blocks: int, weights: Weights | None = None) -> list[Verdict]:
    """Find the best sequence of labels for `blocks` blocks under all clues."""
    table = _table() if weights is None else _Table(weights)
    names = gather(clues, blocks)
    scores = _scores(names, table)
    path = _with_headline(_best_path(scores, table.follows), scores, table.labels)
    return _verdicts(names, scores, path, table)


def gather(clues: Iterable[Clue], blocks: int) -> list[_Names]:
    """Names of the clues at each block, sorted: the order of the rules does not matter."""
    found: list[set[str]] = [set() for _ in range(blocks)]
    for clue in clues:
        found[clue.block].add(clue.name)
    return [tuple(sorted(names)) for names in found]


def _scores(names: Sequence[_Names], table: _Table) -> list[_Vector]:
    """The score of every label at every block, from its own clues and its neighbours'."""
    triples: dict[tuple[_Names, _Names, _Names], _Vector] = {}
    scores: list[_Vector] = []
    edge: _Names = ("edge",)
    for index, own in enumerate(names):
        above = names[index - 1] if index else edge
        below = names[index + 1] if index + 1 < len(names) else edge
        key = (above, own, below)
        if key not in triples:
            parts = (
                table.total("own", own),
                table.total("above", above),
                table.total("below", below),
            )
            triples[key] = tuple(map(sum, zip(*parts, strict=True)))
        scores.append(triples[key])
    return scores


def _best_path(scores: Sequence[_Vector], follows: Sequence[_Vector]) -> list[int]:
    """The best sequence of label numbers (Viterbi over the labels inside the beam)."""
    if not scores:
        return []
    beams = {
        id(score): _in_beam(score) for score in {id(score): score for score in scores}.values()
    }
    states = [beams[id(score)] for score in scores]
    running = [scores[0][label] for label in states[0]]
    back: list[list[int]] = []
    for index in range(1, len(scores)):
        score, before = scores[index], states[index - 1]
        floor = max(running) - LIVE
        live = [place for place, value in enumerate(running) if value >= floor]
        values = [running[place] for place in live]
        rows = [follows[before[place]] for place in live]
        arrived: list[float] = []
        origin: list[int] = []
        for label in states[index]:
            if len(live) == 1:
                best, at = values[0] + rows[0][label], 0
            else:
                reached = [value + row[label] for value, row in zip(values, rows, strict=True)]
                best = max(reached)
                at = reached.index(best)
            arrived.append(best + score[label])
            origin.append(live[at])
        running = arrived
        back.append(origin)
    place = max(range(len(running)), key=running.__getitem__)
    path = [states[-1][place]]
    for index in range(len(scores) - 2, -1, -1):
        place = back[index][place]
        path.append(states[index][place])
    return path[::-1]


def _with_headline(path: list[int], scores: Sequence[_Vector], labels: Sequence[str]) -> list[int]:
    """Name a headline where the best sequence has a story but none: the likeliest block above it.

    Nearly every article has one; on whole pages it can be lost among the lines around it.
    """
    if "headline" not in labels or "paragraph" not in labels:
        return path
    headline, paragraph = labels.index("headline"), labels.index("paragraph")
    if headline in path or paragraph not in path:
        return path
    story = path.index(paragraph)
    behind = {at: max(scores[at]) - scores[at][headline] for at in range(story)}
    best = min(behind, key=behind.__getitem__, default=None)
    if best is not None and behind[best] <= FARTHEST:
        path[best] = headline
    return path


def _in_beam(score: _Vector) -> list[int]:
    floor = max(score) - BEAM
    return [label for label, value in enumerate(score) if value >= floor]


def _verdicts(
    names: Sequence[_Names], scores: Sequence[_Vector], path: Sequence[int], table: _Table
) -> list[Verdict]:
    """Confidence of each decision, given its neighbours, and its strongest reasons."""
    known: dict[tuple[object, ...], Verdict] = {}
    verdicts: list[Verdict] = []
    for index, won in enumerate(path):
        above = path[index - 1] if index else None
        below = path[index + 1] if index + 1 < len(path) else None
        key = (names[index], scores[index], above, won, below)
        if key not in known:
            known[key] = _verdict(names[index], scores[index], (above, won, below), table)
        verdicts.append(known[key])
    return verdicts


def _verdict(
    names: _Names, score: _Vector, labels: tuple[int | None, int, int | None], table: _Table
) -> Verdict:
    above, won, below = labels
    weights = {}
    for label in _in_beam(score):
        weights[label] = score[label]
        if above is not None:
            weights[label] += table.follows[above][label]
        if below is not None:
            weights[label] += table.follows[label][below]
    top = max(weights.values())
    total = sum(math.exp(value - top) for value in weights.values())
    confidence = math.exp(weights.get(won, top) - top) / total
    others = [label for label in weights if label != won]
    second = max(others, key=weights.__getitem__) if others else None
    reasons = [
        (row[won] - (row[second] if second is not None else 0.0), name)
        for name in names
        if (row := table.own.get(name)) is not None
    ]
    reasons.sort(key=lambda reason: (-abs(reason[0]), reason[1]))
    evidence = tuple(Evidence(name, round(weight, 2)) for weight, name in reasons[:REASONS])
    runner_up = table.labels[second] if second is not None else None
    return Verdict(table.labels[won], round(confidence, 3), evidence, runner_up)


def load_weights() -> Weights:
    """Read the weights that come with the package."""
    path = resources.files("articlekit") / "weights.json"
    return msgspec.json.decode(path.read_bytes(), type=Weights)


@lru_cache(maxsize=1)
def _table() -> _Table:
    return _Table(load_weights())


def candidates(
    clues: Iterable[Clue], blocks: int
) -> list[list[tuple[str, float, tuple[Evidence, ...]]]]:
    """For each block the labels inside the beam with score and reasons, best first."""
    table = _table()
    names = gather(clues, blocks)
    found = []
    for own, score in zip(names, _scores(names, table), strict=True):
        ranked = sorted(_in_beam(score), key=lambda label: -score[label])
        found.append(
            [
                (
                    table.labels[label],
                    round(score[label], 2),
                    _reasons(own, table, label),
                )
                for label in ranked
            ]
        )
    return found


def _reasons(names: _Names, table: _Table, label: int) -> tuple[Evidence, ...]:
    found = [(row[label], name) for name in names if (row := table.own.get(name)) and row[label]]
    found.sort(key=lambda reason: (-abs(reason[0]), reason[1]))
    return tuple(Evidence(name, weight) for weight, name in found[: 2 * REASONS])
