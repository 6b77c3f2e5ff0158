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

from articlekit.draft import Clue, Clues
from articlekit.model import Evidence  # noqa: TC001 - msgspec reads the annotations
from articlekit.reasons import REASONS, Reasons
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
        if isinstance(clue, Clues):
            found[clue.block].own.update(clue.names)
        elif isinstance(clue, Clue):
            found[clue.block].own.add(clue.name)
        else:  # most blocks have one set, which stays the one object that many of them share
            shared = found[clue.block].shared
            found[clue.block].shared = shared | clue.names if shared else clue.names
    return found


def _options(names: Sequence[Gathered], table: Table) -> list[_Options]:
    """The scores of every block, from its own clues and its neighbours', and who is in the beam."""
    learned, packed = table.learned, table.__getitem__
    shared: dict[frozenset[str], int] = {frozenset(): 0}
    sums: list[tuple[int, int, int]] = [(0, 0, table.edges[0] + table.lift)]
    for found in names:
        extra = shared.get(found.shared)
        if extra is None:  # what is shared speaks of its own block only
            extra = table.split(sum(map(packed, learned & found.shared)))[1] - table.lift
            shared[found.shared] = extra
        above, own, below = table.split(sum(map(packed, learned & found.own), table.bias))
        sums.append((above, own + extra, below))
    sums.append((table.edges[1] + table.lift, 0, 0))
    options = []
    for before, here, after in zip(sums, sums[1:], sums[2:], strict=False):
        scores = table.unpack(before[2] + here[1] + after[0])
        floor = max(scores) - BEAM
        running = [label for label, value in enumerate(scores) if value >= floor]
        options.append((scores, running))
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
    follows, labels = table.follows, table.labels
    reasons = Reasons(table)
    verdicts: list[Verdict] = []
    last = len(path) - 1
    for index, won in enumerate(path):
        scores, running = options[index]
        found = names[index]
        if len(running) == 1 and running[0] == won:
            told = reasons.of(found.own, found.shared, won, None)
            verdicts.append(Verdict(labels[won], 1.0, told))
            continue
        before = follows[path[index - 1]] if index else None
        after = path[index + 1] if index < last else None
        totals = [
            scores[label]
            + (before[label] if before else 0)
            + (follows[label][after] if after is not None else 0)
            for label in running
        ]
        second, confidence = _sureness(won, running, totals)
        told = reasons.of(found.own, found.shared, won, second)
        rival = labels[second] if second is not None else None
        verdicts.append(Verdict(labels[won], confidence, told, rival))
    return verdicts


def _sureness(won: int, running: Sequence[int], totals: Sequence[int]) -> tuple[int | None, float]:
    """The label that came next, and the share of the odds that the winner has."""
    top = max(totals)
    odds = [math.exp((total - top) / UNIT) for total in totals]
    rivals = [label for label in running if label != won]
    own = odds.pop(running.index(won)) if len(rivals) < len(running) else 0.0
    second = rivals[odds.index(max(odds))] if rivals else None
    return second, round(own / (own + sum(odds)), 3)


def candidates(
    clues: Iterable[Sign], blocks: int, kind: Kind = "text"
) -> list[list[tuple[str, float, tuple[Evidence, ...]]]]:
    """For each block the labels inside the beam with score and reasons, best first."""
    table = shipped(kind)
    names = gather(clues, blocks)
    zero = table.unpack(3 * table.lift)[0]
    reasons = Reasons(table, 2 * REASONS)
    found = []
    for own, (scores, running) in zip(names, _options(names, table), strict=True):
        ranked = sorted(running, key=lambda label, of=scores: -of[label])  # type: ignore[misc]
        found.append(
            [
                (
                    table.labels[label],
                    (scores[label] - zero) / UNIT,
                    reasons.of(own.own, own.shared, label, None),
                )
                for label in ranked
            ]
        )
    return found
