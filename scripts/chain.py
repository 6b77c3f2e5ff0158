"""A linear chain with partial labels: learn weights by gradient, in small steps with a fixed seed.

The model is a conditional random field over the blocks of a page: weights for clue and label, and
for label after label. Where only a set of labels is known of a block, the likelihood of all
sequences that agree with the sets is maximised. Weights are drawn to hand-set means by a Gaussian.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from scipy import sparse

if TYPE_CHECKING:
    from collections.abc import Sequence

TINY = 1e-30
BATCH_BLOCKS = 6_000
"""How many blocks one step is taken on."""
LONGEST_BATCH = 96


class Sample(NamedTuple):
    """One page: for each block the numbers of its features, and the labels it may have (0 or 1)."""

    columns: list[np.ndarray]
    mask: np.ndarray
    weight: float


class Batch:
    """Pages of like length, padded, with their design matrix."""

    def __init__(self, members: Sequence[Sample], width: int) -> None:
        self.lengths = [len(sample.columns) for sample in members]
        flat = [columns for sample in members for columns in sample.columns]
        starts = np.concatenate([[0], np.cumsum([len(columns) for columns in flat])])
        indices = np.concatenate(flat).astype(np.int32)
        self.matrix = sparse.csr_matrix(
            (np.ones(len(indices), dtype=np.float32), indices, starts), shape=(len(flat), width)
        )
        self.transposed = self.matrix.T.tocsr()
        longest, many = max(self.lengths), len(members)
        labels = members[0].mask.shape[1]
        self.mask = np.zeros((longest, many, labels), dtype=np.float32)
        self.live = np.zeros((longest, many, 1), dtype=np.float32)
        for column, sample in enumerate(members):
            self.mask[: len(sample.columns), column] = sample.mask
            self.live[: len(sample.columns), column] = 1.0
        self.weight = np.array([sample.weight for sample in members], dtype=np.float32)

    def spread(self, flat: np.ndarray) -> np.ndarray:
        out = np.zeros((len(self.mask), len(self.lengths), flat.shape[1]), dtype=np.float32)
        at = 0
        for column, length in enumerate(self.lengths):
            out[:length, column] = flat[at : at + length]
            at += length
        return out

    def flatten(self, padded: np.ndarray) -> np.ndarray:
        return np.concatenate(
            [padded[:length, column] for column, length in enumerate(self.lengths)]
        )


def batches(samples: Sequence[Sample], width: int) -> list[Batch]:
    """Samples of like length together, about `BATCH_BLOCKS` blocks each."""
    ordered = sorted(samples, key=lambda sample: len(sample.columns))
    found, members = [], []
    for sample in ordered:
        if members and (
            (len(members) + 1) * len(sample.columns) > BATCH_BLOCKS or len(members) >= LONGEST_BATCH
        ):
            found.append(Batch(members, width))
            members = []
        members.append(sample)
    if members:
        found.append(Batch(members, width))
    return found


def sums(
    emission: np.ndarray, live: np.ndarray, step: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Log of the sum over all paths, the marginals, and what the expected steps are made of."""
    longest = len(emission)
    forward = np.zeros_like(emission)
    scale = np.ones((longest, emission.shape[1], 1), dtype=np.float32)
    state = emission[0]
    for row in range(longest):
        if row:
            reached = (forward[row - 1] @ step) * emission[row]
            state = np.where(live[row] > 0, reached, forward[row - 1])
        total = np.maximum(state.sum(1, keepdims=True), TINY)
        scale[row] = np.where(live[row] > 0, total, 1.0)
        forward[row] = state / total
    backward = np.ones_like(emission)
    ahead = np.zeros_like(emission)
    turned = np.ascontiguousarray(step.T)
    for row in range(longest - 1, 0, -1):
        ahead[row] = np.where(live[row] > 0, emission[row] * backward[row] / scale[row], 0.0)
        backward[row - 1] = np.where(live[row] > 0, ahead[row] @ turned, backward[row])
    marginals = forward * backward * live
    marginals /= np.maximum(marginals.sum(2, keepdims=True), TINY)
    return np.log(scale).sum(0)[:, 0], marginals, forward, ahead


def slope(
    batch: Batch, weights: np.ndarray, follows: np.ndarray
) -> tuple[float, np.ndarray, np.ndarray]:
    """Loss of a batch and its gradient by block and label, and by label and label."""
    scores = batch.matrix @ weights
    scores -= scores.max(1, keepdims=True)
    emission = batch.spread(np.exp(np.maximum(scores, -60.0)))
    step = np.exp(follows)
    free, wanted, forward, ahead = sums(emission, batch.live, step)
    bound, got, bound_forward, bound_ahead = sums(
        emission * np.maximum(batch.mask, 1e-9), batch.live, step
    )
    labels = follows.shape[0]
    weighted = batch.weight[None, :, None]

    def steps(before: np.ndarray, after: np.ndarray) -> np.ndarray:
        return (before[:-1] * weighted).reshape(-1, labels).T @ after[1:].reshape(-1, labels) * step

    value = float((batch.weight * (free - bound)).sum())
    by_block = batch.flatten((wanted - got) * weighted)
    return (
        value,
        batch.transposed @ by_block,
        steps(forward, ahead) - steps(bound_forward, bound_ahead),
    )


class Prior(NamedTuple):
    """Where weights are drawn to and how far they may stray (variance), for clues and for steps."""

    mean: np.ndarray
    spread: np.ndarray
    follows_spread: float
    """0: no label speaks for the next one, each block is decided alone."""
    hidden: np.ndarray
    """In what share of the steps each clue is hidden."""


class Course(NamedTuple):
    """How weights are learned."""

    rounds: int
    """How often all pages are seen in a run."""
    seeds: tuple[int, ...]
    """One for each run."""
    order: float = 1.0
    """How much of what is learned of label after label is kept."""


class Adam:
    """Steps of the size that the gradient's own history allows."""

    def __init__(self, value: np.ndarray) -> None:
        self.value = value
        self.first, self.second = np.zeros_like(value), np.zeros_like(value)
        self.count = 0

    def step(self, gradient: np.ndarray, rate: float) -> None:
        self.count += 1
        self.first += 0.1 * (gradient - self.first)
        self.second += 0.01 * (gradient * gradient - self.second)
        first = self.first / (1 - 0.9**self.count)
        second = self.second / (1 - 0.99**self.count)
        self.value -= rate * first / (np.sqrt(second) + 1e-6)


Fitted = tuple[np.ndarray, np.ndarray]
"""Weights by clue and label, and by label and label."""


def fit(samples: Sequence[Sample], prior: Prior, course: Course) -> Fitted:
    """Weights as the mean of several runs.

    What is hidden when, and the order of the pages, differs from run to run; so does what little a
    run owes to them.
    """
    parts = batches(samples, len(prior.mean))
    runs = [descend(parts, prior, course.rounds, seed) for seed in course.seeds]
    weights, follows = (sum(run[part] for run in runs) / len(runs) for part in (0, 1))
    return weights, follows * course.order


def descend(
    parts: Sequence[Batch], prior: Prior, rounds: int, seed: int, rate: float = 0.06
) -> Fitted:
    """One run of so many rounds over the batches.

    At each step some clues are hidden, so that no clue is relied on where others tell the same: what
    names the boxes of one publisher is no help with the next. What is returned is the mean over the
    second half of the steps: single steps are noisy.
    """
    labels = prior.mean.shape[1]
    weights = Adam(prior.mean.astype(np.float32).copy())
    follows = Adam(np.zeros((labels, labels), dtype=np.float32))
    order = np.random.default_rng(seed)
    mean, mean_follows, counted = np.zeros_like(weights.value), np.zeros_like(follows.value), 0
    for turn in range(rounds):
        total = 0.0
        pace = rate * min(1.0, 2.0 * (1 - turn / rounds))
        for number in order.permutation(len(parts)):
            shown = (order.random(len(prior.hidden)) >= prior.hidden) / (1 - prior.hidden)
            shown = shown.astype(np.float32)[:, None]
            value, by_clue, by_step = slope(parts[number], weights.value * shown, follows.value)
            total += value
            pull = (weights.value - prior.mean) / prior.spread[:, None] / len(parts)
            weights.step(by_clue * shown + pull, pace)
            if prior.follows_spread:
                by_step += follows.value / prior.follows_spread / len(parts)
                follows.step(by_step, pace)
            if turn >= rounds // 2:
                counted += 1
                mean += (weights.value - mean) / counted
                mean_follows += (follows.value - mean_follows) / counted
        if turn in (0, rounds // 2, rounds - 1):
            away = float(((weights.value - prior.mean) ** 2 / prior.spread[:, None]).sum()) / 2
            print(f"   round {turn + 1}: loss {total:.0f}, prior {away:.0f}", file=sys.stderr)
    return mean, mean_follows
