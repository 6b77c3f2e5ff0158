"""Boosted trees over the same clues, to compare with: features in, scores of labels out.

Trees are learned by LightGBM, and walked in plain Python: what they would cost in the package.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy import sparse

from articlekit.settle import Verdict, _best_path, _lists, _option, _with_headline, gather
from articlekit.weights import UNIT
from corpus.labels import LABELS
from features import sample
from validation import clues_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from chain import Sample
    from features import Example
    from folds import Fold

FEWEST_BLOCKS = 30
"""A feature that fewer blocks have makes no split: leaves need as many blocks."""
SETTINGS = {
    "objective": "multiclass",
    "num_class": len(LABELS),
    "learning_rate": 0.1,
    "num_leaves": 31,
    "min_data_in_leaf": 20,
    "feature_fraction": 0.3,
    "lambda_l2": 1.0,
    "seed": 7,
    "deterministic": True,
    "num_threads": 1,
    "verbose": -1,
}

Node = float | tuple[int, "Node", "Node"]
"""A score; or a feature, and what follows where a block has it not, and where it has it."""


class Forest:
    """Trees for each label, over numbered features that a block has or has not."""

    def __init__(self, fold: Fold, rounds: int) -> None:
        """Learn from the blocks of the fold whose label is known."""
        import lightgbm

        rows, labels, weights = known(fold.samples)
        matrix = matrix_of(rows, len(fold.number))
        self.number = fold.number
        self.kept = np.flatnonzero(matrix.getnnz(axis=0) >= FEWEST_BLOCKS)
        told = lightgbm.Dataset(matrix[:, self.kept], labels, weight=weights)
        self.booster = lightgbm.train(SETTINGS, told, rounds)
        trees = [_plain(one["tree_structure"]) for one in self.booster.dump_model()["tree_info"]]
        self.trees: list[list[Node]] = [trees[at :: len(LABELS)] for at in range(len(LABELS))]

    def nodes(self) -> int:
        """How many splits and scores there are."""
        return sum(_count(tree) for own in self.trees for tree in own)

    def columns(self, example: Example) -> list[np.ndarray]:
        """The numbers of the features of each block."""
        return sample(example, self.number).columns

    def scores(self, example: Example) -> np.ndarray:
        """Scores of the labels for each block, in log-odds, by LightGBM itself."""
        matrix = matrix_of(self.columns(example), len(self.number))[:, self.kept]
        raw = self.booster.predict(matrix, raw_score=True)
        return np.asarray(raw).reshape(len(example.names), len(LABELS))

    def shown(self, example: Example) -> list[frozenset[int]]:
        """The features of each block as the trees number them."""
        place = {int(at): new for new, at in enumerate(self.kept)}
        return [
            frozenset(place[at] for at in columns.tolist() if at in place)
            for columns in self.columns(example)
        ]

    def walk(self, shown: frozenset[int]) -> list[float]:
        """Scores of the labels for one block, in plain Python."""
        found = []
        for own in self.trees:
            total = 0.0
            for tree in own:
                node = tree
                while type(node) is tuple:
                    node = node[2] if node[0] in shown else node[1]
                total += node
            found.append(total)
        return found


def known(samples: Sequence[Sample]) -> tuple[list[np.ndarray], np.ndarray, np.ndarray]:
    """Blocks with one label: their features, the label, and how much the document counts."""
    rows, labels, weights = [], [], []
    for one in samples:
        for columns, mask in zip(one.columns, one.mask, strict=True):
            if mask.sum() == 1:
                rows.append(columns)
                labels.append(int(mask.argmax()))
                weights.append(one.weight)
    return rows, np.array(labels), np.array(weights)


def matrix_of(rows: Sequence[np.ndarray], width: int) -> sparse.csr_matrix:
    """A row for each block, a column for each feature: 1 where the block has it."""
    starts = np.concatenate([[0], np.cumsum([len(row) for row in rows])])
    indices = np.concatenate(rows)
    ones = np.ones(len(indices), dtype=np.float32)
    return sparse.csr_matrix((ones, indices, starts), shape=(len(rows), width))


def _plain(node: dict) -> Node:
    if "leaf_value" in node:
        return float(node["leaf_value"])
    return int(node["split_feature"]), _plain(node["left_child"]), _plain(node["right_child"])


def _count(node: Node) -> int:
    return 1 + _count(node[1]) + _count(node[2]) if isinstance(node, tuple) else 1


def settled_by(scores: np.ndarray, example: Example, follows: np.ndarray) -> list[Verdict]:
    """Labels by scores that come from elsewhere, found as `settle` finds them.

    Lists are decided as a whole, and a story gets its headline; `follows` as in the weights.
    """
    whole = np.rint(UNIT * scores).astype(int)
    names = gather(clues_of(example), len(whole))
    for run in _lists(names, example.rows):
        whole[run.start : run.stop] = whole[run.start : run.stop].mean(0)
    options = [_option(tuple(row)) for row in whole.tolist()]
    steps = [tuple(row) for row in np.rint(UNIT * follows).astype(int).tolist()]
    path = _with_headline(_best_path(options, steps), options, LABELS)
    return [Verdict(LABELS[label], 0.5, ()) for label in path]


def counted_steps(samples: Sequence[Sample]) -> np.ndarray:
    """Log of how much oftener one label follows another than chance has it, where both are known."""
    pairs = np.ones((len(LABELS), len(LABELS)))
    for one in samples:
        sure = one.mask * (one.mask.sum(1, keepdims=True) == 1)
        pairs += one.weight * (sure[:-1].T @ sure[1:])
    share = pairs / pairs.sum()
    return np.log(share / share.sum(1, keepdims=True) / share.sum(0, keepdims=True))
