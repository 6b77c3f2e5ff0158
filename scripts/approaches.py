"""Which model: ways to decide what blocks are, from hand-set strengths to boosted trees.

    python scripts/approaches.py --data FOLDER --keep FOLDER2 --kind page

Each way learns from two of the three folds and is judged on the publishers of the third. All have
the same clues, decide lists as a whole, and give a story its headline. The cost is that of deciding
in plain Python once the clues are there, for a block, in what `settle` takes for one with confidence
and reasons. FOLDER2 keeps what is
worked out. Needs LightGBM.
"""

from __future__ import annotations

import argparse
import sys
from time import process_time
from typing import TYPE_CHECKING

import numpy as np

from articlekit.settle import _best_path, _lists, _options, _verdicts, gather
from articlekit.weights import shipped
from corpus.labels import LABELS
from features import NUMBER
from folds import (
    ASKED,
    add_options,
    chance,
    learned,
    narrowed,
    read_folds,
    save,
    saved,
    together,
    told_by,
    told_by_weights,
)
from trees import Forest, counted_steps, known, settled_by
from validation import clues_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from articlekit.settle import Gathered, _Options
    from articlekit.weights import Kind
    from features import Example
    from folds import Fold, Told

SHIPS = "conditional random field"
UNSPOKEN = 0.35
"""What speaks for the label of a line for which nothing speaks: half a hint."""
TIMED = 3_000
"""Blocks on which costs are measured."""


def by_hand(fold: Fold, unspoken: str) -> Told:
    """The strengths of `strengths.toml`, and one label for all lines that no clue of them is at."""
    table = fold.prior.mean.copy()
    table[fold.number["own", "bias"], NUMBER[unspoken]] += UNSPOKEN
    return told_by_weights(fold, (table, np.zeros((len(LABELS), len(LABELS)))))


def commonest(fold: Fold) -> str:
    """The label that most of the blocks have to learn from."""
    _, labels, weights = known(fold.samples)
    return LABELS[int(np.bincount(labels, weights).argmax())]


def linear(fold: Fold) -> Iterator[tuple[str, Told]]:
    """What adds up weights, simplest first."""

    def alone(side: str, _clue: str) -> bool:
        return side == "own"

    def everything(_side: str, _clue: str) -> bool:
        return True

    yield "hand-set strengths, else the commonest label", by_hand(fold, commonest(fold))
    yield "hand-set strengths, else a paragraph", by_hand(fold, "paragraph")
    yield "logistic, own clues", learned(narrowed(fold, alone, chained=False))
    yield (
        "logistic, own and neighbours' clues",
        learned(narrowed(fold, everything, chained=False)),
    )
    yield "conditional random field, own clues", learned(narrowed(fold, alone))
    yield SHIPS, learned(fold)


def boosted(
    fold: Fold, rounds: int, kind: Kind, costs: dict[str, float]
) -> Iterator[tuple[str, Told]]:
    """Boosted trees: each block alone, and with how often labels follow each other."""
    forest = Forest(fold, rounds)
    scores = {id(example): forest.scores(example) for example in fold.unseen}
    steps = counted_steps(fold.samples)
    for name, follows in (("boosted trees", 0 * steps), ("boosted trees, order of labels", steps)):
        yield (
            name,
            told_by(
                fold.unseen, lambda example, f=follows: settled_by(scores[id(example)], example, f)
            ),
        )
    costs |= costs_of_settle(fold.unseen, kind)
    costs["walking the trees"] = cost_of_trees(forest, fold.unseen) / costs["settle, seconds"]
    costs["splits and scores"] = forest.nodes()


def costs_of_settle(unseen: list[Example], kind: Kind) -> dict[str, float]:
    """What the weights of the package take: CPU seconds for a block, shares of it, and numbers."""
    packed = shipped(kind)
    timed = [(clues_of(one), len(one.names), one.rows) for one in _some(unseen)]

    def add_up() -> list[tuple[list[Gathered], list[_Options]]]:
        found = [(gather(clues, blocks), rows) for clues, blocks, rows in timed]
        return [(names, _options(names, packed, _lists(names, rows))) for names, rows in found]

    def best_paths() -> list[list[int]]:
        return [_best_path(options, packed.follows) for _, options in added]

    def reasons() -> None:
        for (names, options), path in zip(added, paths, strict=True):
            _verdicts(names, options, path, packed)

    added = add_up()
    paths = best_paths()
    steps = {"adding up": add_up, "best path": best_paths, "confidence and reasons": reasons}
    blocks = sum(blocks for _, blocks, _ in timed)
    seconds = {name: _seconds(step) / blocks for name, step in steps.items()}
    whole = sum(seconds.values())
    sides = (packed.weights.own, packed.weights.above, packed.weights.below)
    return {
        "settle, seconds": whole,
        **{name: spent / whole for name, spent in seconds.items()},
        "weights": sum(len(row) for side in sides for row in side.values()),
    }


def cost_of_trees(forest: Forest, unseen: list[Example]) -> float:
    """CPU seconds that walking the trees takes for a block; refuses scores that are not theirs."""
    example = unseen[0]
    walked = [forest.walk(shown) for shown in forest.shown(example)]
    if not np.allclose(walked, forest.scores(example), atol=1e-4):
        raise ValueError("the trees as plain data score otherwise than LightGBM")
    blocks = [shown for one in _some(unseen) for shown in forest.shown(one)][:TIMED]
    return _seconds(lambda: [forest.walk(shown) for shown in blocks]) / len(blocks)


def _some(unseen: list[Example]) -> Iterator[Example]:
    left = TIMED
    for example in unseen[::7]:
        if left > 0:
            left -= len(example.names)
            yield example


def _seconds(call: Callable[[], object]) -> float:
    """The best of three."""
    spent = []
    for _ in range(3):
        start = process_time()
        call()
        spent.append(process_time() - start)
    return min(spent)


def table(kept: dict[str, list[Told]], costs: list[dict[str, float]]) -> str:
    """What was found as a table of Markdown."""
    found = {name: together(parts) for name, parts in kept.items()}
    rows = [
        f"| approach | {' | '.join(ASKED)} | lines, difference |",
        f"|---|{'---:|' * (1 + len(ASKED))}",
    ]
    for name, told in found.items():
        figures = told.figures()
        more = f"{figures['lines'] - found[SHIPS].figures()['lines']:+.1f}".replace("-", "−")
        error = chance(told, found[SHIPS])["lines"]
        cells = " | ".join(f"{figures[at]:.1f}" for at in ASKED)
        rows.append(f"| {name} | {cells} | {more} ± {error:.1f} |")
    return "\n".join([*rows, "", *map(str, costs)])


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    add_options(parser)
    parser.add_argument("--trees", type=int, default=60, help="rounds of boosting")
    told = parser.parse_args()
    stored = told.keep / f"approaches.{told.kind}.pickle"
    kept: dict[str, list[Told]]
    kept, costs = saved(stored, ({}, []))
    for part, fold in enumerate(read_folds(told)):
        if len(costs) > part:
            continue
        spent: dict[str, float] = {}
        for name, found in (
            *linear(fold),
            *boosted(fold, told.trees, told.kind, spent),
        ):
            kept.setdefault(name, []).append(found)
            print(part, name, *found.figures().values(), flush=True)
        costs.append(spent)
        save(stored, (kept, costs))
    print(table(kept, costs))
    return 0


if __name__ == "__main__":
    sys.exit(main())
