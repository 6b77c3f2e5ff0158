"""Clues to labels: the one place where it is decided what each block is.

Every clue at a block, and at the blocks above and below it, speaks for or against each label with
a weight in log-odds; a table says how often one label follows another. The best sequence over the
page is found by dynamic programming, in time linear in the number of blocks. The weights are
learned by `scripts/train.py` (see `articlekit.weights`); nothing else here is learned.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from msgspec import Struct

from articlekit.draft import Clue
from articlekit.model import Evidence
from articlekit.weights import UNIT, Kind, Table, Weights, shipped

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from articlekit.draft import Sign

BEAM = 3 * UNIT
"""Labels this far below the best one of a block are out of the running for it."""
LIVE = 3 * UNIT
"""Sequences this far behind the best one so far are not followed any further."""
FARTHEST = 2 * UNIT
"""A block whose best label beats `headline` by more is no headline in any case."""
REASONS = 4
"""How many of the strongest reasons a decision keeps."""

_Scores = tuple[int, ...]
_Options = tuple[_Scores, list[int]]
"""The score of every label at a block, and the labels in the running."""


class Verdict(Struct, frozen=True):
    """What one block was settled as, how sure that is, why, and what came next."""

    label: str
    confidence: float
    evidence: tuple[Evidence, ...]
    runner_up: str | None = None


def settle(
    clues: Iterable[Sign], blocks: int, kind: Kind = "text", weights: Weights | None = None
) -> list[Verdict]:
    """Find the best sequence of labels for `blocks` blocks under all clues.

    `kind` names the weights that come with the package; `weights` are used in their place.
    """
    table = shipped(kind) if weights is None else Table(weights)
    names = gather(clues, blocks)
    options = _options(names, table)
    path = _with_headline(_best_path(options, table.follows), options, table.labels)
    return _verdicts(names, options, path, table)


class Gathered(Struct):
    """The names of the clues at one block: its own, and those it shares with others."""

    own: set[str]
    shared: frozenset[str] = frozenset()


def gather(clues: Iterable[Sign], blocks: int) -> list[Gathered]:
    """Names of the clues at each block; a clue counts once, and their order does not matter."""
    found = [Gathered(set()) for _ in range(blocks)]
    for clue in clues:
        if isinstance(clue, Clue):
            found[clue.block].own.add(clue.name)
        else:
            found[clue.block].shared |= clue.names
    return found


def _options(names: Sequence[Gathered], table: Table) -> list[_Options]:
    """The scores of every block, from its own clues and its neighbours', and who is in the beam."""
    sums = [table.bias] * (len(names) + 2)
    shared: dict[frozenset[str], int] = {frozenset(): 0}
    for index, found in enumerate(names):
        up, own, down = sums[index], sums[index + 1], sums[index + 2]
        if found.shared not in shared:
            shared[found.shared] = sum(table[name][1] for name in found.shared)
        own += shared[found.shared]
        for name in found.own:
            above, here, below = table[name]
            up += above
            own += here
            down += below
        sums[index : index + 3] = up, own, down
    if names:
        sums[1] += table.edges[0]
        sums[-2] += table.edges[1]
    known: dict[int, _Options] = {}
    options = []
    for packed in sums[1:-1]:
        found_before = known.get(packed)
        if found_before is None:
            scores = table.unpack(packed)
            floor = max(scores) - BEAM
            running = [label for label, value in enumerate(scores) if value >= floor]
            known[packed] = found_before = (scores, running)
        options.append(found_before)
    return options


def _best_path(options: Sequence[_Options], follows: Sequence[_Scores]) -> list[int]:
    """The best sequence of label numbers (Viterbi over the labels inside the beam)."""
    if not options:
        return []
    scores, before = options[0]
    running = [scores[label] for label in before]
    back: list[list[int]] = []
    for scores, labels in options[1:]:
        if len(before) == 1:
            start, row = running[0], follows[before[0]]
            running = [start + row[label] + scores[label] for label in labels]
            back.append([0] * len(labels))
        else:
            floor = max(running) - LIVE
            live = [place for place, value in enumerate(running) if value >= floor]
            ways = [(running[place], follows[before[place]]) for place in live]
            running, origin = [], []
            for label in labels:
                arrived = [value + row[label] for value, row in ways]
                best = max(arrived)
                running.append(best + scores[label])
                origin.append(live[arrived.index(best)])
            back.append(origin)
        before = labels
    place = running.index(max(running))
    path = [before[place]]
    for (_, labels), origin in zip(reversed(options[:-1]), reversed(back), strict=True):
        place = origin[place]
        path.append(labels[place])
    return path[::-1]


def _with_headline(
    path: list[int], options: Sequence[_Options], labels: Sequence[str]
) -> list[int]:
    """Name a headline where the best sequence has a story but none: the likeliest block above it.

    Nearly every article has one; on whole pages it can be lost among the lines around it.
    """
    if "headline" not in labels or "paragraph" not in labels:
        return path
    headline, paragraph = labels.index("headline"), labels.index("paragraph")
    if headline in path or paragraph not in path:
        return path
    story = path.index(paragraph)
    behind = [max(scores) - scores[headline] for scores, _ in options[:story]]
    if behind and min(behind) <= FARTHEST:
        path[behind.index(min(behind))] = headline
    return path


def _verdicts(
    names: Sequence[Gathered], options: Sequence[_Options], path: Sequence[int], table: Table
) -> list[Verdict]:
    """Confidence of each decision, given its neighbours, and its strongest reasons."""
    follows = table.follows
    verdicts: list[Verdict] = []
    last = len(path) - 1
    for index, won in enumerate(path):
        scores, running = options[index]
        before = follows[path[index - 1]] if index else None
        after = path[index + 1] if index < last else None
        totals = [
            scores[label]
            + (before[label] if before else 0)
            + (follows[label][after] if after is not None else 0)
            for label in running
        ]
        if len(running) == 1 and running[0] == won:
            second, confidence = None, 1.0
        else:
            second, confidence = _sureness(won, running, totals)
        reasons = reasons_for(names[index], table, won, second)
        rival = table.labels[second] if second is not None else None
        verdicts.append(Verdict(table.labels[won], confidence, reasons, rival))
    return verdicts


def _sureness(won: int, running: Sequence[int], totals: Sequence[int]) -> tuple[int | None, float]:
    """The label that came next, and the share of the odds that the winner has."""
    top = max(totals)
    odds = {
        label: math.exp((total - top) / UNIT) for label, total in zip(running, totals, strict=True)
    }
    own = odds.pop(won, 0.0)
    second = max(odds, key=odds.__getitem__, default=None)
    return second, round(own / (own + sum(odds.values())), 3)


def reasons_for(
    names: Gathered, table: Table, won: int, second: int | None, most: int = REASONS
) -> tuple[Evidence, ...]:
    """The strongest clues for and against a label, set against the one that came next."""
    own, label = table.weights.own, table.labels[won]
    rival = table.labels[second] if second is not None else None
    found = []
    for name in (*names.own, *names.shared):
        row = own.get(name)
        if row is not None:
            weight = row.get(label, 0) - (row.get(rival, 0) if rival else 0)
            found.append((-abs(weight), name, weight))
    found.sort()
    return tuple(Evidence(name, weight / UNIT) for _, name, weight in found[:most])


def candidates(
    clues: Iterable[Sign], blocks: int, kind: Kind = "text"
) -> list[list[tuple[str, float, tuple[Evidence, ...]]]]:
    """For each block the labels inside the beam with score and reasons, best first."""
    table = shipped(kind)
    names = gather(clues, blocks)
    zero = table.unpack(0)[0]
    found = []
    for own, (scores, running) in zip(names, _options(names, table), strict=True):
        ranked = sorted(running, key=lambda label, of=scores: -of[label])  # type: ignore[misc]
        found.append(
            [
                (
                    table.labels[label],
                    (scores[label] - zero) / UNIT,
                    reasons_for(own, table, label, None, 2 * REASONS),
                )
                for label in ranked
            ]
        )
    return found
