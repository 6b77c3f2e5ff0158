"""Learn the weights of `settle` from labelled texts, and say how good they are on unseen ones.

    python scripts/train.py --data FOLDER          learn, write src/articlekit/weights.KIND.json
    python scripts/train.py --data FOLDER --dry    cross-validate only, publishers kept apart

FOLDER holds the sets of the benchmark (`roles`, `fundus-text`, `fundus`, `wcxb`, ...); without it
only the project's own fixtures are learned from. From what: `corpus`; how: `features.py`,
`chain.py`; how good: `validation.py`.
"""

from __future__ import annotations

import argparse
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

from articlekit.weights import UNIT, Weights
from calibration import fit_sureness, reliability
from chain import Course, fit
from corpus import documents
from corpus.labels import LABELS
from features import HAND_SET, SIDES, Example, examples, features, prior, sample
from validation import answers, cross_validate, figures, report

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy as np

    from articlekit.weights import Kind
    from chain import Fitted

ROOT = Path(__file__).resolve().parent.parent
COURSES = {"text": Course(10, (7,)), "page": Course(20, (7, 8, 9), order=0.8)}
"""Of pages clues are hidden while learning, so that they count for less at first, but labels that follow
each other are not: what is learned of them is too sure of itself."""
ADDED = HAND_SET["after"]
LEFT_OUT = frozenset(HAND_SET["left-out"]["clues"])
SMALLEST = 0.12
"""Weights nearer to nothing are left out of the file."""


def learn(train: list[Example], strength: float, kind: Kind) -> Weights:
    """Fit the weights; `strength` is the variance of the prior on each."""
    number = features(train)
    samples = [sample(example, number) for example in train]
    blocks = sum(len(s.columns) for s in samples)
    print(f"   {len(samples)} documents, {blocks} blocks, {len(number)} features", file=sys.stderr)
    before = prior(number, strength, hide=kind == "page")
    return as_weights(number, fit(samples, before, COURSES[kind]))


def as_weights(
    number: Mapping[tuple[str, str], int], fitted: Fitted, added: Mapping[str, dict] = ADDED
) -> Weights:
    """What was fitted, as the file has it, with what is added by hand; `number` as in `features`."""
    table, follows = fitted
    sides: dict[str, dict[str, dict[str, int]]] = {side: {} for side in SIDES}
    for (side, name), at in number.items():
        if name not in LEFT_OUT and (found := _row(table[at])):
            sides[side][name] = found
    for name, row in added.items():
        if ("own", name) not in number:
            continue
        kept = sides["own"].setdefault(name, {})
        for label, more in row.items():
            kept[label] = round(kept.get(label, 0) + more * UNIT)
    after = {label: _row(follows[at]) for at, label in enumerate(LABELS)}
    return Weights(LABELS, sides["own"], sides["above"], sides["below"], after)


def _row(values: np.ndarray) -> dict[str, int]:
    """The weights of one clue, as the file has them."""
    return {
        label: round(float(value) * UNIT)
        for label, value in zip(LABELS, values, strict=True)
        if abs(value) >= SMALLEST
    }


def written(weights: Weights) -> bytes:
    """The file: a line for each clue, so that a change can be read."""
    parts = [f'"labels":{_json(weights.labels)}']
    parts += [f'"{side}":{_table(getattr(weights, side))}' for side in (*SIDES, "follows")]
    parts += [f'"sureness":{_json(weights.sureness)}']
    return ("{" + ",\n".join(parts) + "}\n").encode()


def _table(rows: dict[str, dict[str, int]]) -> str:
    return "{\n" + ",\n".join(f"{_json(name)}:{_json(rows[name])}" for name in sorted(rows)) + "\n}"


def _json(value: object) -> str:
    return msgspec.json.encode(value, order="sorted").decode()


def main() -> int:
    """Learn or cross-validate, as the command line says."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path)
    parser.add_argument("--kind", choices=("text", "page"), default="text")
    parser.add_argument("--pages", type=int, default=1200, help="how many pages of markup")
    parser.add_argument("--folds", type=int, default=3, help="0: leave confidence uncalibrated")
    parser.add_argument("--dry", action="store_true", help="cross-validate only, write nothing")
    parser.add_argument("--confusions", type=int, default=25)
    parser.add_argument("--strength", type=float, default=0.25)
    parser.add_argument("--out", type=Path, default=ROOT / "src" / "articlekit")
    options = parser.parse_args()
    markup = options.kind == "page"
    found = documents(ROOT / "tests" / "fixtures", options.data, options.pages)
    told = examples(d for d in found if (d.page.markup is not None) == markup)
    fitted = partial(learn, strength=options.strength, kind=options.kind)
    parts = cross_validate(told, fitted, options.folds)
    unseen = [answer for part in parts for answer in part]
    if unseen:
        report(unseen, options.confusions)
        reliability(parts)
    if options.dry:
        return 0
    weights = fitted(told)
    if unseen:
        weights = replace(weights, sureness=fit_sureness(unseen))
    (options.out / f"weights.{options.kind}.json").write_bytes(written(weights))
    if seen := list(answers(told, weights)):
        print("seen", figures(seen))
    return 0


if __name__ == "__main__":
    sys.exit(main())
