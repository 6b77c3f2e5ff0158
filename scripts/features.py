"""Documents as numbers: which clues are learned, what each block shows, and what is known before.

A feature is a clue on one side: at the block itself, or at the block above or below it.
"""

from __future__ import annotations

import sys
import tomllib
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from articlekit.language import load
from articlekit.parser import observe, open_draft
from articlekit.settle import gather
from chain import Prior, Sample
from corpus.document import WEIGHTS
from corpus.labels import LABEL_OF_KIND, LABELS, STRENGTHS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from articlekit.weights import Group
    from corpus.document import Document

HAND_SET = tomllib.loads(STRENGTHS.read_text(encoding="utf-8"))
"""What each clue speaks for before anything is learned."""
LOG_ODDS = {"HINT": 0.7, "FAIR": 1.5, "GOOD": 2.2, "STRONG": 3.0, "SURE": 4.5, "DECISIVE": 6.0}
AGAINST_HEADINGS = {"whole": -3.0, "start": -2.2, "inside": 0.0}
"""How much a phrase of boilerplate speaks against headings, by how much of the line it is."""
SIDES = ("own", "above", "below")
FEWEST_PUBLISHERS = 3
"""A clue that fewer publishers show is noise."""
FEWEST_FOR_WORDS = 4
"""Words of labels are many, so they have to be shown by one more."""
FEWEST_FOR_TOPICS = 25
"""Words of longer lines name what pages were about when they were read (a product, a person) rather
than what a line is, unless many publishers show them."""
OWN_ONLY = ("word=", "~", "in=", "within=")
"""Clues by the beginning of their names that say something of their own block only."""
WORDY = ("word=", "label-word=", "line=", "~")
SIDE = {"own": 1.0, "above": 0.3, "below": 0.3}
"""How far weights may stray from their mean, relative to those of a block's own clues: what stands
beside a block says less about it, and tells more of the pages learned from."""
FOLLOWS = 0.3
"""The same for labels that follow each other."""
WORDS = 0.5
"""The same for single words."""
HIDDEN = {"boxes": 0.6, "words": 0.5, "own": 0.15, "beside": 0.5}
"""In what share of the steps a clue of a page is hidden while learning: the names of boxes, single words,
other clues of a block's own, and clues that stand beside it. Names and words are what publishers differ
in. Of texts nothing is hidden: it did not help them (decision 18)."""
NUMBER = {label: number for number, label in enumerate(LABELS)}


class Example(NamedTuple):
    """A document with the clues of its blocks."""

    document: Document
    names: list[set[str]]
    rows: frozenset[int]
    boxes: list[frozenset[str]]
    """What the elements around each block are called: one of the groups in `names`."""


def examples(found: Iterable[Document]) -> list[Example]:
    """Clues of every document."""
    out = []
    for document in found:
        page = document.page
        draft = open_draft(page, document.language, document.url)
        names = gather(observe(draft), len(page.blocks))
        if names:
            every = [set(map(sys.intern, found.own.union(*found.groups))) for found in names]
            boxes = [_boxes(found.groups) for found in names]
            out.append(Example(document, every, draft.rows, boxes))
    return out


def _boxes(groups: Iterable[Group]) -> frozenset[str]:
    return next((group for group in groups if isinstance(group, frozenset)), frozenset())


def features(train: list[Example]) -> dict[tuple[str, str], int]:
    """Number of each (side, clue) that enough publishers show."""
    publishers: dict[str, set[str]] = defaultdict(set)
    for example in train:
        who = example.document.publisher
        for names in example.names:
            for name in names:
                publishers[name].add(who)
    kinds = {f"says-{kind}={how}" for kind in load("en").boilerplate for how in AGAINST_HEADINGS}
    known = set(HAND_SET["own"]) | kinds
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
        # In order, so that sums are the same whatever the order of a set is in this process.
        columns.append(np.array(sorted(at for at in found if at is not None), dtype=np.int32))
    mask = np.zeros((len(names), len(LABELS)), dtype=np.float32)
    for row, labels in enumerate(allowed):
        mask[row, [NUMBER[label] for label in labels]] = 1.0
    return Sample(columns, mask, WEIGHTS[example.document.how])


def prior(number: dict[tuple[str, str], int], strength: float, *, hide: bool) -> Prior:
    """The hand-set strengths as the mean that the learned weights are drawn to."""
    mean = np.zeros((len(number), len(LABELS)), dtype=np.float32)
    for (side, name), at in number.items():
        if side == "own" and name.startswith("says-"):
            _set_phrase(mean[at], name)
    for name, row in HAND_SET["own"].items():
        for label, strong in row.items():
            mean[number["own", name], NUMBER[label]] = LOG_ODDS[strong]
    for label, strong in HAND_SET["bias"].items():
        mean[number["own", "bias"], NUMBER[label]] = -LOG_ODDS[strong.removeprefix("-")]
    spread = np.array(
        [
            strength * SIDE[side] * (WORDS if name.startswith(WORDY) else 1.0)
            for side, name in number
        ],
        dtype=np.float32,
    )
    hidden = np.array([hide * _hidden(side, name) for side, name in number], dtype=np.float32)
    return Prior(mean, spread, strength * FOLLOWS, hidden)


def _hidden(side: str, name: str) -> float:
    """In what share of the steps a clue is hidden."""
    if name in ("bias", "edge"):
        return 0.0
    if name.startswith(("~", "within=")):
        return HIDDEN["boxes"]
    if name.startswith(WORDY):
        return HIDDEN["words"]
    return HIDDEN["own" if side == "own" else "beside"]


def _set_phrase(row: np.ndarray, name: str) -> None:
    """Phrases of boilerplate speak for the label of their kind, and against headings."""
    kind, how = name.removeprefix("says-").split("=")
    label = LABEL_OF_KIND.get(kind, kind)
    if label not in NUMBER:
        return
    row[NUMBER[label]] = LOG_ODDS[HAND_SET["cues"][how]]
    if label != "correction":
        row[NUMBER["subheading"]] = row[NUMBER["headline"]] = AGAINST_HEADINGS[how]
