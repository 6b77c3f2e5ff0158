"""How good learned weights are: on what they were learned from, and on other publishers."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from articlekit.draft import Clue, Traits
from articlekit.settle import settle
from calibration import margin_of_confidence
from corpus.labels import FIGURE, HEAD, STORY

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from articlekit.settle import Verdict
    from articlekit.weights import Weights
    from features import Example


class Answer(NamedTuple):
    """What a block is and what it was taken for."""

    group: str
    """The set of the benchmark that it is of."""
    wanted: str
    got: str
    margin: float
    """The log-odds by which it led."""
    text: str


def answers(found: Iterable[Example], weights: Weights) -> Iterator[Answer]:
    """Every block of the documents that are judged."""
    for example in filter(judged, found):
        yield from answers_of(example, decode(example, weights))


def answers_of(example: Example, verdicts: Iterable[Verdict]) -> Iterator[Answer]:
    """Every block of a document beside what it was settled as."""
    document = example.document
    group = document.name.split("/")[0]
    decided = zip(document.allowed, verdicts, document.page.blocks, strict=True)
    for labels, verdict, block in decided:
        label, margin = verdict.label, margin_of_confidence(verdict.confidence)
        wanted = label if label in labels else min(labels)
        yield Answer(group, wanted, label, margin, block.text)


def judged(example: Example) -> bool:
    """Whether a document was labelled line by line, and is a publisher's."""
    name, how = example.document.name, example.document.how
    labelled = how == "exact" or (how == "aligned" and name.endswith("#page"))
    return labelled and not name.startswith("fixture")


def decode(example: Example, weights: Weights) -> list[Verdict]:
    """What `settle` gives."""
    return settle(clues_of(example), len(example.names), weights=weights, rows=example.rows)


def clues_of(example: Example) -> list[Clue | Traits]:
    """The clues of a document, those of its boxes together, as `settle` takes them."""
    blocks = list(enumerate(zip(example.names, example.boxes, strict=True)))
    clues: list[Clue | Traits] = [
        Clue(block, name) for block, (found, boxes) in blocks for name in found - boxes
    ]
    return clues + [Traits(block, boxes) for block, (_, boxes) in blocks]


def figures(found: list[Answer]) -> dict[str, float]:
    """The figures of the line benchmark, in per cent."""
    gold, got = Counter(a.wanted for a in found), Counter(a.got for a in found)
    hit = Counter(a.got for a in found if a.wanted == a.got)
    f1 = [2 * hit[label] / (n + got[label]) for label, n in gold.items() if n >= 10]
    both = sum(a.wanted in STORY and a.got in STORY for a in found)
    shares = {
        "lines": sum(hit.values()) / len(found),
        "zones": sum(_zone(a.wanted) == _zone(a.got) for a in found) / len(found),
        "story precision": both / max(1, sum(a.got in STORY for a in found)),
        "story recall": both / max(1, sum(a.wanted in STORY for a in found)),
        "macro": sum(f1) / max(1, len(f1)),
    }
    return {name: round(100 * value, 1) for name, value in shares.items()}


def _zone(label: str) -> str:
    """The four zones of the line benchmark."""
    if label in STORY:
        return "story"
    return "head" if label in HEAD else "figure" if label in FIGURE else "rest"


def fold_of(example: Example, folds: int) -> int:
    """The part of the data that a document belongs to, with all others of its publisher."""
    return hashlib.sha1(example.document.publisher.encode()).digest()[1] % folds


def cross_validate(
    found: list[Example], learn: Callable[[list[Example]], Weights], folds: int
) -> list[list[Answer]]:
    """Learn without each part of the publishers and judge on it; print the figures of each part."""
    told: list[list[Answer]] = []
    for part in range(folds):
        weights = learn([e for e in found if fold_of(e, folds) != part])
        own = list(answers((e for e in found if fold_of(e, folds) == part), weights))
        print(part, figures(own), flush=True)
        told.append(own)
    return told


def report(found: list[Answer], confusions: int) -> None:
    """Print the figures by set, and what was most often taken for something else."""
    groups: dict[str, list[Answer]] = defaultdict(list)
    misses: dict[tuple[str, str], list[str]] = defaultdict(list)
    for answer in found:
        groups[answer.group].append(answer)
        if answer.wanted != answer.got:
            misses[answer.wanted, answer.got].append(answer.text[:70])
    for group, own in sorted(groups.items()):
        print(f"{group:14}", figures(own), len(own))
    most = sorted(misses.items(), key=lambda miss: -len(miss[1]))[:confusions]
    for (wanted, got), texts in most:
        print(f"{len(texts):4} {wanted} taken for {got}: {texts[:: max(1, len(texts) // 3)][:3]}")
