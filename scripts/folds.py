"""What comparisons share: the folds of the cross-validation, and figures on publishers held back.

Ways of learning are told apart by their differences inside one run: the same documents, the same
publishers held back, the same number of steps. `ablation.py` and `approaches.py` compare.
"""

from __future__ import annotations

import pickle
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from articlekit.page import Page
from chain import Course, Prior, Sample, fit
from corpus import documents
from corpus.labels import LABELS, STORY
from features import NUMBER, Example, examples, features, prior, sample
from train import ADDED, COURSES, as_weights
from validation import Answer, answers_of, decode, figures, fold_of, judged

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

    from articlekit.settle import Verdict
    from chain import Fitted

FIXTURES = Path(__file__).resolve().parent.parent / "tests" / "fixtures"
TIMES = 2000
"""How often publishers are drawn again, to see how far a difference is chance."""
ASKED = ("lines", "story precision", "story recall", "story F1", "macro")

Number = dict[tuple[str, str], int]
"""Side and clue, and the number of the feature."""


class Fold(NamedTuple):
    """Documents of two thirds of the publishers as numbers, and those of the others to judge on."""

    number: Number
    samples: list[Sample]
    prior: Prior
    unseen: list[Example]
    course: Course


class Told(NamedTuple):
    """By publisher, how many blocks of which label were taken for which."""

    met: dict[str, Counter[tuple[str, str]]]

    def figures(self) -> dict[str, float]:
        """The figures of the line benchmark, and F1 of the story, in per cent."""
        every: Counter[tuple[str, str]] = sum(self.met.values(), Counter())
        found = [Answer("", *pair, 0.0, "") for pair in every.elements()]
        _, _, both, got, wanted = self.counts().sum(0)
        return figures(found) | {"story F1": round(200 * both / max(1, got + wanted), 1)}

    def counts(self) -> np.ndarray:
        """By publisher: lines, those right, those rightly taken for story, those taken, those due."""
        return np.array([_counts(self.met[who]) for who in sorted(self.met)])

    def by_label(self) -> np.ndarray:
        """By publisher and label: blocks that are right, that are taken for it, that are it."""
        found = np.zeros((len(self.met), len(LABELS), 3))
        for row, who in zip(found, sorted(self.met), strict=True):
            for (wanted, got), count in self.met[who].items():
                row[NUMBER[wanted], 2] += count
                row[NUMBER[got], 1] += count
                row[NUMBER[got], 0] += count * (wanted == got)
        return found

    def f1(self, labels: Collection[str]) -> float:
        """Mean F1 of some labels, in per cent."""
        hit, got, wanted = self.by_label().sum(0)[[NUMBER[label] for label in labels]].T
        return float((200 * hit / np.maximum(got + wanted, 1)).mean())


def _counts(met: Counter[tuple[str, str]]) -> list[int]:
    story = [(wanted in STORY, got in STORY, n) for (wanted, got), n in met.items()]
    return [
        met.total(),
        sum(n for (wanted, got), n in met.items() if wanted == got),
        sum(n for wanted, got, n in story if wanted and got),
        sum(n for _, got, n in story if got),
        sum(n for wanted, _, n in story if wanted),
    ]


def add_options(parser: argparse.ArgumentParser) -> None:
    """What every script that compares may be told."""
    parser.add_argument("--data", type=Path, required=True, help="the sets of the benchmark")
    parser.add_argument("--keep", type=Path, required=True, help="folder for what is worked out")
    parser.add_argument("--kind", choices=("text", "page"), default="page")
    parser.add_argument("--pages", type=int, default=1200, help="how many pages of markup")
    parser.add_argument("--folds", type=int, default=3)
    parser.add_argument("--parts", type=int, default=3, help="how many of the folds to judge on")
    parser.add_argument("--strength", type=float, default=0.25)
    parser.add_argument("--runs", type=int, default=3, help="of so many a fit is the mean, at most")


def read_folds(told: argparse.Namespace) -> Iterator[Fold]:
    """The folds that `train.py` learns and judges on, one after the other."""
    found = _examples(told.data, told.kind, told.pages, told.keep)
    course = COURSES[told.kind]
    course = course._replace(seeds=course.seeds[: told.runs])
    for part in range(min(told.parts, told.folds)):
        train = [example for example in found if fold_of(example, told.folds) != part]
        number = features(train)
        samples = [sample(example, number) for example in train]
        unseen = [one for one in found if fold_of(one, told.folds) == part and judged(one)]
        blocks, lines = sum(len(s.columns) for s in samples), sum(len(e.names) for e in unseen)
        print(
            f"{told.kind}s, fold {part}: {len(samples)} documents, {blocks} blocks, {len(number)} "
            f"features; judged on {len(unseen)} documents, {lines} blocks",
            flush=True,
        )
        before = prior(number, told.strength, hide=told.kind == "page")
        yield Fold(number, samples, before, unseen, course)


def _examples(data: Path, kind: str, pages: int, keep: Path) -> list[Example]:
    """Documents with their clues, from the folder of what is kept if they are there."""
    keep.mkdir(parents=True, exist_ok=True)
    stored = keep / f"examples.{kind}.pickle"
    if not stored.exists():
        found = documents(FIXTURES, data, pages)
        told = examples(d for d in found if (d.page.markup is not None) == (kind == "page"))
        save(stored, [_slim(example) for example in told])
    return saved(stored, [])


def _slim(example: Example) -> Example:
    """A document without source and markup, which its clues already speak of."""
    page = Page("", example.document.page.blocks)
    return example._replace(document=example.document._replace(page=page))


def save(path: Path, value: object) -> None:
    """Write what a later run of the same script goes on from."""
    path.write_bytes(pickle.dumps(value))


def saved(path: Path, otherwise: Any) -> Any:
    """What was written there, if anything was."""
    if not path.exists():
        return otherwise
    return pickle.loads(path.read_bytes())  # noqa: S301 - written by `save`


def narrowed(fold: Fold, has: Callable[[str, str], bool], *, chained: bool = True) -> Fold:
    """The fold with the features alone that `has` (side, clue) lets through.

    `chained`: whether labels speak for those that follow.
    """
    pairs = [pair for pair in fold.number if has(*pair)]
    kept = np.array([fold.number[pair] for pair in pairs])
    renumbered = np.full(len(fold.number), -1, dtype=np.int32)
    renumbered[kept] = np.arange(len(kept), dtype=np.int32)
    samples = []
    for one in fold.samples:
        columns = [renumbered[at] for at in one.columns]
        samples.append(one._replace(columns=[at[at >= 0] for at in columns]))
    mean, spread, follows_spread, hidden = fold.prior
    drawn = Prior(mean[kept], spread[kept], follows_spread if chained else 0.0, hidden[kept])
    number = {pair: at for at, pair in enumerate(pairs)}
    return fold._replace(number=number, samples=samples, prior=drawn)


def learned(fold: Fold, shift: int = 0, added: Mapping[str, dict] = ADDED) -> Told:
    """Fit the weights of a fold, and say how good they are on the publishers held back.

    `shift` is added to the seeds; `added` is what is added by hand after learning.
    """
    course = fold.course._replace(seeds=tuple(seed + shift for seed in fold.course.seeds))
    return told_by_weights(fold, fit(fold.samples, fold.prior, course), added)


def told_by_weights(fold: Fold, fitted: Fitted, added: Mapping[str, dict] = ADDED) -> Told:
    """How good fitted weights are on the publishers held back."""
    weights = as_weights(fold.number, fitted, added)
    return told_by(fold.unseen, lambda example: decode(example, weights))


def told_by(unseen: Iterable[Example], settled: Callable[[Example], list[Verdict]]) -> Told:
    """How good any way to decide is on documents."""
    met: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    for example in unseen:
        answers = answers_of(example, settled(example))
        met[example.document.publisher].update((one.wanted, one.got) for one in answers)
    return Told(dict(met))


def together(parts: Iterable[Told]) -> Told:
    """The figures of several folds as one: no publisher is in two of them."""
    return Told({who: met for part in parts for who, met in part.met.items()})


def chance(one: Told, other: Told) -> dict[str, float]:
    """Standard errors of the differences of two, in lines right and F1 of the story and of labels.

    Publishers are drawn again: lines of one publisher are right or wrong together.
    """
    publishers = len(one.met)
    even = np.full(publishers, 1 / publishers)
    drawn = np.random.default_rng(7).multinomial(publishers, even, TIMES)
    shares = []
    for told in (one, other):
        lines, right, both, got, wanted = (drawn @ told.counts()).T
        hit, taken, due = np.moveaxis(np.tensordot(drawn, told.by_label(), 1), 2, 0)
        macro = (2 * hit / np.maximum(taken + due, 1)).sum(1) / (due > 0).sum(1)
        shares.append(np.stack([right / lines, 2 * both / np.maximum(got + wanted, 1), macro]))
    spread = 100 * (shares[0] - shares[1]).std(1)
    return dict(zip(("lines", "story F1", "macro"), spread.tolist(), strict=True))
