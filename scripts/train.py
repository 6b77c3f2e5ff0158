"""Learn the weights of `settle` from labelled texts, and say how good they are on unseen ones.

    python scripts/train.py --data FOLDER              learn, write src/articlekit/weights.json
    python scripts/train.py --data FOLDER --folds 5    cross-validate, publishers kept apart

FOLDER holds `roles`, `fundus-text`, `reuters` and `reuters-wire`; the project's own fixtures are
always learned from. The model is a linear chain over the blocks (a conditional random field) with
weights for clue and label, and for label after label. Where only part is known of a line ("not
the story"), the likelihood of all label sequences that agree with it is maximised.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
import tomllib
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

import msgspec
import numpy as np
from scipy import sparse
from scipy.optimize import minimize

from articlekit.language import load
from articlekit.parser import observe, open_draft
from articlekit.readers.text import read_text
from articlekit.settle import Weights, gather, settle
from corpus import LABELS, STORY, Document, documents

ROOT = Path(__file__).resolve().parent.parent
SIDES = ("own", "above", "below")
FEWEST_PUBLISHERS = 3
"""A clue that fewer publishers show is noise."""
BATCH = 24
STRENGTHS = {"HINT": 0.7, "FAIR": 1.5, "GOOD": 2.2, "STRONG": 3.0, "SURE": 4.5, "DECISIVE": 6.0}
NUMBER = {label: number for number, label in enumerate(LABELS)}


class Example(NamedTuple):
    """A document with the clues of its blocks and the mask of the labels they may have."""

    document: Document
    names: list[tuple[str, ...]]
    mask: np.ndarray


def examples(found: list[Document]) -> list[Example]:
    """Clues and possible labels of every document."""
    out = []
    for document in found:
        page = read_text(document.text)
        draft = open_draft(page, document.language)
        names = gather(observe(draft), len(page.blocks))
        mask = np.zeros((len(names), len(LABELS)))
        for row, allowed in enumerate(document.allowed):
            mask[row, [NUMBER[label] for label in allowed]] = 1.0
        if len(names):
            out.append(Example(document, names, mask))
    return out


def features(train: list[Example]) -> dict[tuple[str, str], int]:
    """Number of each (side, clue) that enough publishers show."""
    publishers: dict[str, set[str]] = defaultdict(set)
    for example in train:
        for names in example.names:
            for name in names:
                publishers[name].add(example.document.publisher)
    hand = set(
        tomllib.loads((Path(__file__).parent / "strengths.toml").read_text(encoding="utf-8"))["own"]
    )
    kinds = {
        f"says-{kind}={how}"
        for kind in load("en").boilerplate
        for how in ("whole", "start", "inside")
    }
    known = (
        {name for name, who in publishers.items() if len(who) >= FEWEST_PUBLISHERS} | hand | kinds
    )
    pairs = [(side, name) for side in SIDES for name in sorted(known)]
    pairs += [("own", "bias"), ("above", "edge"), ("below", "edge")]
    return {pair: number for number, pair in enumerate(pairs)}


def design(batch: list[Example], number: dict[tuple[str, str], int]) -> sparse.csr_matrix:
    """One row a block (documents one after another), one column a feature."""
    rows, columns, row = [], [], 0
    for example in batch:
        names = example.names
        for index, own in enumerate(names):
            around = {
                "own": (*own, "bias"),
                "above": names[index - 1] if index else ("edge",),
                "below": names[index + 1] if index + 1 < len(names) else ("edge",),
            }
            for side, clues in around.items():
                for clue in clues:
                    column = number.get((side, clue))
                    if column is not None:
                        rows.append(row)
                        columns.append(column)
            row += 1
    return sparse.csr_matrix((np.ones(len(rows)), (rows, columns)), shape=(row, len(number)))


class Batch:
    """Documents of like length, padded, with their design matrix."""

    def __init__(self, members: list[Example], number: dict[tuple[str, str], int]) -> None:
        self.matrix = design(members, number)
        self.lengths = [len(example.names) for example in members]
        self.longest = max(self.lengths)
        self.mask = np.zeros((self.longest, len(members), len(LABELS)))
        self.live = np.zeros((self.longest, len(members), 1))
        for column, example in enumerate(members):
            self.mask[: len(example.names), column] = example.mask
            self.live[: len(example.names), column] = 1.0
        self.weight = np.array([example.document.weight for example in members])

    def spread(self, flat: np.ndarray) -> np.ndarray:
        out = np.zeros((self.longest, len(self.lengths), flat.shape[1]))
        at = 0
        for column, length in enumerate(self.lengths):
            out[:length, column] = flat[at : at + length]
            at += length
        return out

    def flatten(self, padded: np.ndarray) -> np.ndarray:
        return np.concatenate(
            [padded[:length, column] for column, length in enumerate(self.lengths)]
        )


def chain(
    emission: np.ndarray, live: np.ndarray, step: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Log of the sums over all paths, the marginals, and the expected steps, by document."""
    longest, width, _ = emission.shape
    forward = np.zeros_like(emission)
    scale = np.ones((longest, width, 1))
    state = emission[0]
    for row in range(longest):
        if row:
            reached = (forward[row - 1] @ step) * emission[row]
            state = np.where(live[row] > 0, reached, forward[row - 1])
        total = np.maximum(state.sum(1, keepdims=True), 1e-300)
        scale[row] = np.where(live[row] > 0, total, 1.0)
        forward[row] = state / total
    backward = np.ones_like(emission)
    steps = np.zeros((width, *step.shape))
    for row in range(longest - 1, 0, -1):
        ahead = emission[row] * backward[row] / scale[row]
        alive = live[row] > 0
        steps += np.where(
            alive[:, :, None], forward[row - 1][:, :, None] * step * ahead[:, None, :], 0.0
        )
        backward[row - 1] = np.where(alive, ahead @ step.T, backward[row])
    marginals = forward * backward * live
    marginals /= np.maximum(marginals.sum(2, keepdims=True), 1e-300)
    return np.log(scale).sum(0)[:, 0], marginals * live, steps


SIDE = {"own": 1.0, "above": 0.3, "below": 0.3, "follows": 0.3}
"""How far weights may stray from their mean, relative to those of a block's own clues: what stands
beside a block says less about it, and tells more of the pages learned from."""


def strengths() -> dict[str, dict[str, dict[str, float]]]:
    """The hand-set strengths, and what is added by hand after learning."""
    return tomllib.loads((Path(__file__).parent / "strengths.toml").read_text(encoding="utf-8"))


def prior(number: dict[tuple[str, str], int]) -> np.ndarray:
    """The hand-set strengths as the mean that the learned weights are drawn to."""
    table = strengths()
    mean = np.zeros((len(number), len(LABELS)))
    labels = table["cues"]["labels"]
    for (side, name), at in number.items():
        if side == "own" and name.startswith("says-"):
            kind, how = name.removeprefix("says-").split("=")
            label = labels.get(kind, kind)
            if label in NUMBER:
                mean[at, NUMBER[label]] = STRENGTHS[table["cues"][how]]
                against = {"whole": -3.0, "start": -2.2, "inside": 0.0}[how]
                if label != "correction":
                    mean[at, NUMBER["subheading"]] = mean[at, NUMBER["headline"]] = against
    for name, row in table["own"].items():
        for label, strength in row.items():
            mean[number["own", name], NUMBER[label]] = STRENGTHS[strength]
    for label, strength in table["bias"].items():
        mean[number["own", "bias"], NUMBER[label]] = -STRENGTHS[strength.removeprefix("-")]
    return mean


def fit(train: list[Example], strength: float, rounds: int) -> Weights:
    """Fit the weights; `strength` is the variance of the prior on each."""
    number = features(train)
    ordered = sorted(train, key=lambda example: len(example.names))
    batches = [Batch(ordered[at : at + BATCH], number) for at in range(0, len(ordered), BATCH)]
    width, labels = len(number), len(LABELS)

    mean = np.concatenate([prior(number).ravel(), np.zeros(labels * labels)])

    sides = np.array([strength * SIDE[side] for side, _ in number])
    spread = np.concatenate(
        [np.repeat(sides, labels), np.full(labels * labels, strength * SIDE["follows"])]
    )

    def loss(flat: np.ndarray) -> tuple[float, np.ndarray]:
        weights = flat[: width * labels].reshape(width, labels)
        follows = flat[width * labels :].reshape(labels, labels)
        step = np.exp(follows)
        value, slope, slope_follows = 0.0, np.zeros_like(weights), np.zeros_like(follows)
        for batch in batches:
            scores = batch.matrix @ weights
            scores -= scores.max(1, keepdims=True)
            emission = batch.spread(np.exp(scores))
            free, wanted, free_steps = chain(emission, batch.live, step)
            bound, got, bound_steps = chain(
                emission * np.maximum(batch.mask, 1e-12), batch.live, step
            )
            value += float((batch.weight * (free - bound)).sum())
            slope += batch.matrix.T @ batch.flatten((wanted - got) * batch.weight[None, :, None])
            slope_follows += ((free_steps - bound_steps) * batch.weight[:, None, None]).sum(0)
        away = flat - mean
        value += float((away**2 / spread).sum()) / 2
        return value, np.concatenate([slope.ravel(), slope_follows.ravel()]) + away / spread

    start = mean.copy()
    found = minimize(
        loss, start, jac=True, method="L-BFGS-B", options={"maxiter": rounds, "maxfun": rounds * 2}
    )
    print(
        f"   {len(train)} documents, {width} features, loss {found.fun:.0f} after {found.nit} rounds",
        file=sys.stderr,
    )
    return as_weights(found.x, number)


def as_weights(flat: np.ndarray, number: dict[tuple[str, str], int]) -> Weights:
    """The fitted numbers as the file holds them: two decimals, nothing that is next to nothing."""
    width, labels = len(number), len(LABELS)
    table = flat[: width * labels].reshape(width, labels)
    follows = flat[width * labels :].reshape(labels, labels)

    def row(values: np.ndarray) -> dict[str, float]:
        return {
            label: round(float(v), 2)
            for label, v in zip(LABELS, values, strict=True)
            if abs(v) >= 0.05
        }

    sides: dict[str, dict[str, dict[str, float]]] = {side: {} for side in SIDES}
    for (side, name), at in number.items():
        if found := row(table[at]):
            sides[side][name] = found
    for name, row_after in strengths()["after"].items():
        kept = sides["own"].setdefault(name, {})
        for label, more in row_after.items():
            kept[label] = round(kept.get(label, 0.0) + more, 2)
    return Weights(
        LABELS,
        sides["own"],
        sides["above"],
        sides["below"],
        {LABELS[i]: row(follows[i]) for i in range(labels)},
    )


def fold_of(publisher: str, folds: int) -> int:
    return hashlib.sha1(publisher.encode()).digest()[1] % folds


def judge(weights: Weights, test: list[Example]) -> dict[str, float]:
    """Lines right, story right, on the fully labelled documents."""
    right = total = story = hit = said = 0
    for example in test:
        if not example.document.exact or example.document.name.startswith("fixture"):
            continue
        verdicts = settle_names(example.names, weights)
        for label, row in zip(verdicts, example.mask, strict=True):
            total += 1
            right += row[NUMBER[label]] > 0
            gold = any(row[NUMBER[name]] for name in STORY)
            got = label in STORY
            story += gold
            said += got
            hit += gold and got
    return {
        "lines": right / max(1, total),
        "story precision": hit / max(1, said),
        "story recall": hit / max(1, story),
        "n": total,
    }


def show(weights: Weights, test: list[Example]) -> None:
    """Which unseen documents lose most, and what their lines are taken for."""
    for example in sorted(test, key=lambda e: judge(weights, [e])["lines"]):
        if not example.document.exact:
            continue
        figures = judge(weights, [example])
        print(f"{figures['lines']:.2f} {figures['story recall']:.2f} {example.document.name}")
        blocks = read_text(example.document.text).blocks
        for label, allowed, block in zip(
            settle_names(example.names, weights), example.document.allowed, blocks, strict=True
        ):
            if label not in allowed:
                print(f"      {'/'.join(sorted(allowed)):14} {label:14} {block.text[:90]}")


def settle_names(names: list[tuple[str, ...]], weights: Weights) -> list[str]:
    from articlekit.draft import Clue

    clues = (Clue(block, name) for block, found in enumerate(names) for name in found)
    return [verdict.label for verdict in settle(clues, len(names), weights)]


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument(
        "--pages", type=int, default=240, help="how many pages of markup to learn from"
    )
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--keep", type=Path, help="a folder for the weights of each fold")
    parser.add_argument("--side", type=float, nargs=2)
    parser.add_argument("--show", action="store_true", help="the worst documents of each fold")
    parser.add_argument("--strength", type=float, default=1.0)
    parser.add_argument("--rounds", type=int, default=100)
    parser.add_argument("--out", type=Path, default=ROOT / "src" / "articlekit" / "weights.json")
    options = parser.parse_args()
    if options.side:
        SIDE.update(above=options.side[0], below=options.side[0], follows=options.side[1])
    found = examples(list(documents(options.data, ROOT / "tests" / "fixtures", options.pages)))
    print(f"{len(found)} documents, {sum(len(e.names) for e in found)} blocks")
    if options.folds:
        totals: dict[str, float] = defaultdict(float)
        for fold in range(options.folds):
            kept = [e for e in found if fold_of(e.document.publisher, options.folds) != fold]
            test = [e for e in found if fold_of(e.document.publisher, options.folds) == fold]
            weights = fit(kept, options.strength, options.rounds)
            if options.keep:
                options.keep.mkdir(parents=True, exist_ok=True)
                (options.keep / f"fold{fold}.json").write_bytes(msgspec.json.encode(weights))
                (options.keep / "k").write_text(str(options.folds))
            if options.show:
                show(weights, test)
            figures = judge(weights, test)
            print(fold, {k: round(v, 3) for k, v in figures.items()})
            for key in ("lines", "story precision", "story recall"):
                totals[key] += figures[key] * figures["n"]
            totals["n"] += figures["n"]
        print(
            "all",
            {k: round(v / totals["n"], 3) for k, v in totals.items() if k != "n"},
            totals["n"],
        )
        return 0
    weights = fit(found, options.strength, options.rounds)
    text = msgspec.json.format(msgspec.json.encode(weights, order="sorted"), indent=1)
    options.out.write_bytes(text + b"\n")
    print({k: round(v, 3) for k, v in judge(weights, found).items()})
    return 0


if __name__ == "__main__":
    sys.exit(main())
