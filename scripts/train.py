"""Learn the weights of `settle` from labelled texts, and say how good they are on unseen ones.

    python scripts/train.py --data FOLDER              learn, write src/articlekit/weights.KIND.json
    python scripts/train.py --data FOLDER --folds 3    cross-validate, publishers kept apart

FOLDER holds the sets of the benchmark (`roles`, `fundus-text`, `fundus`, `wcxb`, ...); the
project's own fixtures are always learned from. How: `scripts/chain.py`; from what: `corpus.py`.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
import tomllib
from collections import Counter, defaultdict
from pathlib import Path
from typing import NamedTuple

import numpy as np

from articlekit.draft import Clue
from articlekit.language import load
from articlekit.parser import observe, open_draft
from articlekit.settle import gather, settle
from articlekit.weights import UNIT, Weights
from chain import Prior, Sample, fit
from corpus import HEAD, LABELS, STORY, WEIGHTS, Document, documents

ROOT = Path(__file__).resolve().parent.parent
SIDES = ("own", "above", "below")
FEWEST_PUBLISHERS = 3
"""A clue that fewer publishers show is noise."""
FEWEST_FOR_WORDS = 4
"""Words of labels are many, so they have to be shown by one more."""
FEWEST_FOR_TOPICS = 25
"""Words of longer lines name what pages were about when they were read (a product, a person) rather
than what a line is, unless many publishers show them."""
OWN_ONLY = ("word=", "~", "in=")
"""Clues by the beginning of their names that say something of their own block only."""
WORDY = ("word=", "label-word=", "line=", "~")
SIDE = {"own": 1.0, "above": 0.3, "below": 0.3}
"""How far weights may stray from their mean, relative to those of a block's own clues: what stands
beside a block says less about it, and tells more of the pages learned from."""
FOLLOWS = 0.3
SMALLEST = 0.12
"""Weights nearer to nothing are left out of the file."""
WORDS = 0.5
"""The same for single words."""
STRENGTHS = {"HINT": 0.7, "FAIR": 1.5, "GOOD": 2.2, "STRONG": 3.0, "SURE": 4.5, "DECISIVE": 6.0}
NUMBER = {label: number for number, label in enumerate(LABELS)}
FIGURE = frozenset({"caption", "credit"})


class Example(NamedTuple):
    """A document with the clues of its blocks."""

    document: Document
    names: list[set[str]]


def examples(found: list[Document]) -> list[Example]:
    """Clues of every document."""
    out = []
    for document in found:
        page = document.page
        draft = open_draft(page, document.language, document.url)
        names = gather(observe(draft), len(page.blocks))
        if names:
            every = [set(map(sys.intern, found.own.union(*found.groups))) for found in names]
            out.append(Example(document, every))
    return out


def hand_set() -> dict[str, dict[str, dict[str, float]]]:
    """The hand-set strengths: `strengths.toml`."""
    return tomllib.loads((Path(__file__).parent / "strengths.toml").read_text(encoding="utf-8"))


def features(train: list[Example]) -> dict[tuple[str, str], int]:
    """Number of each (side, clue) that enough publishers show."""
    publishers: dict[str, set[str]] = defaultdict(set)
    for example in train:
        who = example.document.publisher
        for names in example.names:
            for name in names:
                publishers[name].add(who)
    kinds = {
        f"says-{kind}={how}"
        for kind in load("en").boilerplate
        for how in ("whole", "start", "inside")
    }
    known = set(hand_set()["own"]) | kinds
    for name, who in publishers.items():
        fewest = FEWEST_FOR_WORDS if name.startswith(WORDY) else FEWEST_PUBLISHERS
        if name.startswith("word="):
            fewest = FEWEST_FOR_TOPICS
        if len(who) >= fewest:
            known.add(name)
    pairs = [
        (side, name)
        for side in SIDES
        for name in sorted(known)
        if side == "own" or not name.startswith(OWN_ONLY)
    ]
    pairs += [("own", "bias"), ("above", "edge"), ("below", "edge")]
    return {pair: number for number, pair in enumerate(pairs)}


def sample(example: Example, number: dict[tuple[str, str], int]) -> Sample:
    """A document as numbers."""
    names, allowed = example.names, example.document.allowed
    edge = {"edge"}
    columns = []
    for index, own in enumerate(names):
        above = names[index - 1] if index else edge
        below = names[index + 1] if index + 1 < len(names) else edge
        found = [number.get(("own", name)) for name in own]
        found += [number.get(("above", name)) for name in above]
        found += [number.get(("below", name)) for name in below]
        found.append(number["own", "bias"])
        columns.append(np.array([at for at in found if at is not None], dtype=np.int32))
    mask = np.zeros((len(names), len(LABELS)), dtype=np.float32)
    for row, labels in enumerate(allowed):
        mask[row, [NUMBER[label] for label in labels]] = 1.0
    return Sample(columns, mask, WEIGHTS[example.document.how])


def prior(number: dict[tuple[str, str], int], strength: float) -> Prior:
    """The hand-set strengths as the mean that the learned weights are drawn to."""
    table = hand_set()
    mean = np.zeros((len(number), len(LABELS)), dtype=np.float32)
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
        for label, strong in row.items():
            mean[number["own", name], NUMBER[label]] = STRENGTHS[strong]
    for label, strong in table["bias"].items():
        mean[number["own", "bias"], NUMBER[label]] = -STRENGTHS[strong.removeprefix("-")]
    spread = np.array(
        [
            strength * SIDE[side] * (WORDS if name.startswith(WORDY) else 1.0)
            for side, name in number
        ],
        dtype=np.float32,
    )
    return Prior(mean, spread, strength * FOLLOWS)


def learn(train: list[Example], strength: float, rounds: int) -> Weights:
    """Fit the weights; `strength` is the variance of the prior on each."""
    number = features(train)
    samples = [sample(example, number) for example in train]
    blocks = sum(len(s.columns) for s in samples)
    print(f"   {len(samples)} documents, {blocks} blocks, {len(number)} features", file=sys.stderr)
    table, follows = fit(samples, prior(number, strength), rounds)

    def row(values: np.ndarray) -> dict[str, int]:
        return {
            label: round(float(value) * UNIT)
            for label, value in zip(LABELS, values, strict=True)
            if abs(value) >= SMALLEST
        }

    sides: dict[str, dict[str, dict[str, int]]] = {side: {} for side in SIDES}
    for (side, name), at in number.items():
        if found := row(table[at]):
            sides[side][name] = found
    for name, added in hand_set().get("after", {}).items():
        kept = sides["own"].setdefault(name, {})
        for label, more in added.items():
            kept[label] = round(kept.get(label, 0) + more * UNIT)
    return Weights(
        LABELS,
        sides["own"],
        sides["above"],
        sides["below"],
        {label: row(follows[at]) for at, label in enumerate(LABELS)},
    )


def fold_of(publisher: str, folds: int) -> int:
    """The part of the data that a publisher belongs to."""
    return hashlib.sha1(publisher.encode()).digest()[1] % folds


def zone(label: str) -> str:
    """The four zones of the line benchmark."""
    if label in STORY:
        return "story"
    return "head" if label in HEAD else "figure" if label in FIGURE else "rest"


def decode(example: Example, weights: Weights) -> list[str]:
    """The labels that `settle` gives."""
    clues = [Clue(block, name) for block, found in enumerate(example.names) for name in found]
    return [verdict.label for verdict in settle(clues, len(example.names), weights=weights)]


def judge(pairs: list[tuple[str, str]]) -> dict[str, float]:
    """(gold, got) to the figures of the line benchmark, in per cent."""
    gold, got = Counter(g for g, _ in pairs), Counter(p for _, p in pairs)
    hit = Counter(g for g, p in pairs if g == p)
    f1 = [2 * hit[label] / (n + got[label]) for label, n in gold.items() if n >= 10]
    both = sum(g in STORY and p in STORY for g, p in pairs)
    figures = {
        "lines": sum(hit.values()) / len(pairs),
        "zones": sum(zone(g) == zone(p) for g, p in pairs) / len(pairs),
        "story precision": both / max(1, sum(p in STORY for _, p in pairs)),
        "story recall": both / max(1, sum(g in STORY for g, _ in pairs)),
        "macro": sum(f1) / max(1, len(f1)),
    }
    return {name: round(100 * value, 1) for name, value in figures.items()}


def exact(found: list[Example]) -> list[Example]:
    """The documents that are judged: labelled by readers, of real publishers."""
    return [
        e
        for e in found
        if (
            e.document.how == "exact"
            or (e.document.name.endswith("#page") and e.document.how == "aligned")
        )
        and not e.document.name.startswith("fixture")
    ]


def cross_validate(found: list[Example], options: argparse.Namespace) -> None:
    """Learn without each part of the publishers, judge on it, print the figures of all parts."""
    pairs: dict[str, list[tuple[str, str]]] = defaultdict(list)
    misses: dict[tuple[str, str], list[str]] = defaultdict(list)
    for part in range(options.folds):
        if options.only is not None and part != options.only:
            continue
        kept = [e for e in found if fold_of(e.document.publisher, options.folds) != part]
        test = exact([e for e in found if fold_of(e.document.publisher, options.folds) == part])
        weights = learn(kept, options.strength, options.rounds)
        own: list[tuple[str, str]] = []
        for example in test:
            told = decode(example, weights)
            for labels, label, block in zip(
                example.document.allowed, told, example.document.page.blocks, strict=True
            ):
                wanted = label if label in labels else min(labels)
                own.append((wanted, label))
                pairs[example.document.name.split("/")[0]].append((wanted, label))
                if wanted != label:
                    misses[wanted, label].append(block.text[:70])
        print(part, judge(own), flush=True)
    for group, own in sorted(pairs.items()):
        print(f"{group:14}", judge(own), len(own))
    for (wanted, label), texts in sorted(misses.items(), key=lambda miss: -len(miss[1]))[
        : options.confusions
    ]:
        print(f"{len(texts):4} {wanted} taken for {label}: {texts[:: max(1, len(texts) // 3)][:3]}")


def main() -> int:
    """Learn or cross-validate, as the command line says."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--kind", choices=("text", "page"), default="text")
    parser.add_argument("--pages", type=int, default=1200, help="how many pages of markup")
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--only", type=int, help="one fold only")
    parser.add_argument("--confusions", type=int, default=25)
    parser.add_argument("--strength", type=float, default=0.25)
    parser.add_argument("--rounds", type=int, default=10)
    parser.add_argument("--out", type=Path, default=ROOT / "src" / "articlekit")
    options = parser.parse_args()
    found = documents(options.data, ROOT / "tests" / "fixtures", options.pages)
    markup = options.kind == "page"
    told = examples([d for d in found if (d.page.markup is not None) == markup])
    if options.folds:
        cross_validate(told, options)
        return 0
    weights = learn(told, options.strength, options.rounds)
    (options.out / f"weights.{options.kind}.json").write_bytes(written(weights))
    pairs = [
        (label if label in labels else min(labels), label)
        for example in exact(told)
        for labels, label in zip(example.document.allowed, decode(example, weights), strict=True)
    ]
    print("seen", judge(pairs))
    return 0


def written(weights: Weights) -> bytes:
    """The file: a line for each clue, so that a change can be read."""
    import msgspec

    def table(rows: dict[str, dict[str, int]]) -> str:
        lines = [
            f"{msgspec.json.encode(name).decode()}:{msgspec.json.encode(rows[name], order='sorted').decode()}"
            for name in sorted(rows)
        ]
        return "{\n" + ",\n".join(lines) + "\n}"

    labels = msgspec.json.encode(weights.labels).decode()
    parts = [f'"labels":{labels}']
    parts += [f'"{side}":{table(getattr(weights, side))}' for side in (*SIDES, "follows")]
    return ("{" + ",\n".join(parts) + "}\n").encode()


if __name__ == "__main__":
    sys.exit(main())
