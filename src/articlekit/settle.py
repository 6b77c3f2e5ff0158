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

from articlekit.draft import Clues, Traits
from articlekit.model import Evidence
from articlekit.reasons import REASONS, Reasons
from articlekit.sureness import margin_of
from articlekit.weights import UNIT, Group, Kind, Table, Weights, shipped

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from articlekit.draft import Sign

BEAM = 3 * UNIT
"""Labels this far below the best one of a block are out of the running for it."""
LIVE = 3 * UNIT
"""Sequences this far behind the best one so far are not followed any further."""
FARTHEST = 2 * UNIT
"""A block whose best label beats `headline` by more is no headline in any case."""
_NEVER = -(1 << 60)
_Scores = tuple[int, ...]
_Options = tuple[_Scores, list[int]]
"""The score of every label at a block, and the labels in the running."""


class Verdict(Struct, frozen=True, gc=False):
    """What one block was settled as, how sure that is, why, and what came next."""

    label: str
    confidence: float
    evidence: tuple[Evidence, ...]
    runner_up: str | None = None

    def amended(self, label: str, reason: str) -> Verdict:
        """Another label, for a reason that no clue has; this one came next then."""
        return Verdict(label, self.confidence, (Evidence(reason, 0.0),), self.label)


def settle(
    clues: Iterable[Sign],
    blocks: int,
    kind: Kind = "text",
    weights: Weights | None = None,
    rows: Collection[int] = (),
) -> list[Verdict]:
    """Find the best sequence of labels for `blocks` blocks under all clues.

    `kind` names the weights that come with the package; `weights` are used in their place. `rows`
    are blocks of which neighbours in boxes of the same names are one list, decided as a whole.
    """
    table = shipped(kind) if weights is None else Table(weights)
    names = gather(clues, blocks)
    options = _options(names, table, _lists(names, rows) if rows else ())
    path = _with_headline(_best_path(options, table.follows), options, table.labels)
    return _verdicts(names, options, path, table)


class Gathered(Struct, gc=False):
    """The names of the clues at one block: its own, and groups that other blocks have too."""

    own: set[str]
    groups: list[Group]


def gather(clues: Iterable[Sign], blocks: int) -> list[Gathered]:
    """Names of the clues at each block; a clue counts once, and their order does not matter."""
    found = [Gathered(set(), []) for _ in range(blocks)]
    for clue in clues:
        if isinstance(clue, Traits):
            found[clue.block].groups.append(clue.names)
        elif isinstance(clue, Clues):
            found[clue.block].own.update(clue.names)
        else:
            found[clue.block].own.add(clue.name)
    return found


def _lists(names: Sequence[Gathered], rows: Iterable[int]) -> Iterator[range]:
    """Runs of rows in boxes of the same names."""
    since, last, boxes = 0, -1, None
    for row in sorted(rows):
        around = next((one for one in names[row].groups if isinstance(one, frozenset)), None)
        if around is None or around != boxes or row != last + 1:
            if last > since:
                yield range(since, last + 1)
            since, boxes = row, around
        last = row
    if last > since:
        yield range(since, last + 1)


def _options(
    names: Sequence[Gathered], table: Table, lists: Iterable[range] = ()
) -> list[_Options]:
    """The scores of every block, from its own clues and its neighbours', and who is in the beam.

    Each block of a list has what is the mean of them all.
    """
    learned, packed, group_of = table.learned, table.__getitem__, table.groups.__getitem__
    sums = [table.top]
    for found in names:
        total = sum(map(group_of, found.groups), table.bias)
        found.own &= learned
        sums.append(sum(map(packed, found.own), total) if found.own else total)
    sums.append(table.bottom)
    met = list(map(table.meet, sums, sums[1:], sums[2:]))
    options: list[_Options | None] = [None] * len(met)
    for run in lists:
        option = _option(table.mean(met[run.start : run.stop]))
        options[run.start : run.stop] = [option] * len(run)
    known: dict[int, _Options] = {}  # lines that come again come to the same
    return [
        option or known.get(scores) or known.setdefault(scores, _option(table.unpack(scores)))
        for option, scores in zip(options, met, strict=True)
    ]


def _option(scores: _Scores) -> _Options:
    """Scores, and the labels in the running."""
    floor = max(scores) - BEAM
    return scores, [label for label, value in enumerate(scores) if value >= floor]


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
            ways = [
                (place, value, follows[before[place]])
                for place, value in enumerate(running)
                if value >= floor
            ]
            running, origin = [], []
            for label in labels:
                start, came = _NEVER, 0
                for place, value, row in ways:  # few: a plain loop is the fastest
                    if (total := value + row[label]) > start:
                        start, came = total, place
                running.append(start + scores[label])
                origin.append(came)
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
    labels = len(table.labels)
    follows = (*table.follows, (0,) * labels)  # -1 stands for the ends of the page
    precedes = (*table.precedes, (0,) * labels)
    reasons = Reasons(table)
    known: dict[tuple[object, ...], Verdict] = {}  # rows of a menu are decided alike
    verdicts: list[Verdict] = []
    for found, option, before, won, after in zip(
        names, options, (-1, *path), path, (*path[1:], -1), strict=False
    ):
        key = (id(option), before, won, after, *found.groups)
        verdict = None if found.own else known.get(key)
        if verdict is None:
            verdict = _verdict(found, option, won, (follows[before], precedes[after]), reasons)
            if not found.own:
                known[key] = verdict
        verdicts.append(verdict)
    return verdicts


def _verdict(
    found: Gathered, option: _Options, won: int, beside: tuple[_Scores, _Scores], reasons: Reasons
) -> Verdict:
    """One decision; `beside` is how well each label goes with those above and below."""
    scores, running = option
    table = reasons.table
    labels = table.labels
    if len(running) == 1 and running[0] == won:
        told = reasons.of(found.own, found.groups, won, None)
        return Verdict(labels[won], table.alone[won], told)
    before, after = beside
    totals = [scores[label] + before[label] + after[label] for label in running]
    second, margin = _lead(won, running, totals)
    told = reasons.of(found.own, found.groups, won, second)
    confidence = table.sureness.of(labels[won], margin)
    return Verdict(labels[won], confidence, told, None if second is None else labels[second])


def _lead(won: int, running: Sequence[int], totals: Sequence[int]) -> tuple[int | None, float]:
    """The label that came next, and by how much log-odds the winner leads all others."""
    top = max(totals)
    odds = [math.exp((total - top) / UNIT) for total in totals]
    rivals = [label for label in running if label != won]
    own = odds.pop(running.index(won)) if len(rivals) < len(running) else 0.0
    second = rivals[odds.index(max(odds))] if rivals else None
    return second, margin_of(odds, own)


def candidates(
    clues: Iterable[Sign], blocks: int, kind: Kind = "text", rows: Collection[int] = ()
) -> list[list[tuple[str, float, tuple[Evidence, ...]]]]:
    """For each block the labels inside the beam with score and reasons, best first."""
    table = shipped(kind)
    names = gather(clues, blocks)
    reasons = Reasons(table, 2 * REASONS)
    found = []
    options = _options(names, table, _lists(names, rows))
    for own, (scores, running) in zip(names, options, strict=True):
        ranked = sorted(running, key=lambda label, of=scores: -of[label])  # type: ignore[misc]
        found.append(
            [
                (
                    table.labels[label],
                    (scores[label] - table.zero) / UNIT,
                    reasons.of(own.own, own.groups, label, None),
                )
                for label in ranked
            ]
        )
    return found
