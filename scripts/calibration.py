"""How sure decisions are in truth: answers on unseen publishers in, a `Sureness` and a table out.

Log-odds are fitted to what came out right (logistic regression with an offset for each label,
drawn to zero). Labels count by the root of their number: menus are most of a page.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

import numpy as np
from scipy.optimize import minimize

from articlekit.sureness import MOST, Sureness

if TYPE_CHECKING:
    from collections.abc import Sequence

    from validation import Answer

PULL = 2.0
"""How much an offset is drawn to zero: as much as so many answers."""
BINS = (0.5, 0.7, 0.8, 0.9, 0.95, 1.0)
FEWEST = 20


def fit_sureness(found: Sequence[Answer]) -> Sureness:
    """Fit slope and offsets."""
    labels = sorted({answer.got for answer in found})
    number = {label: at for at, label in enumerate(labels)}
    counts = Counter(answer.got for answer in found)
    margins = np.array([answer.margin for answer in found])
    which = np.array([number[answer.got] for answer in found])
    signs = np.array([1.0 if answer.wanted == answer.got else -1.0 for answer in found])
    weight = np.array([counts[answer.got] ** -0.5 for answer in found])
    pull = np.array([PULL * counts[label] ** -0.5 for label in labels])

    def loss(solved: np.ndarray) -> tuple[float, np.ndarray]:
        slope, offsets = solved[0], solved[1:]
        odds = signs * (slope * margins + offsets[which])
        miss = weight * np.logaddexp(0.0, -odds)
        push = -weight * signs * np.exp(-np.logaddexp(0.0, odds))
        down = np.bincount(which, push, len(labels)) + pull * offsets
        value = miss.sum() + (pull * offsets**2).sum() / 2
        return float(value), np.concatenate([[push @ margins], down])

    start = np.concatenate([[1.0], np.zeros(len(labels))])
    solved = minimize(loss, start, jac=True, method="L-BFGS-B").x
    offsets = {label: round(float(solved[1 + at]), 2) for label, at in number.items()}
    return Sureness(round(float(solved[0]), 3), offsets)


def reliability(parts: Sequence[Sequence[Answer]]) -> None:
    """Print what was stated and what was right, each part by what the others teach."""
    stated: dict[str, dict[float, list[tuple[float, bool]]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for at, part in enumerate(parts):
        others = [answer for number, other in enumerate(parts) if number != at for answer in other]
        sureness = fit_sureness(others or part)
        for answer in part:
            said = sureness.of(answer.got, answer.margin)
            end = next(end for end in BINS if said <= end)
            for label in (answer.got, "all"):
                stated[label][end].append((said, answer.wanted == answer.got))
    print("stated up to: " + "  ".join(f"{end:>12}" for end in BINS))
    for label in sorted(stated, key=lambda one: -sum(map(len, stated[one].values()))):
        cells = []
        for end in BINS:
            told = stated[label][end]
            said, right = (sum(pair[at] for pair in told) / max(1, len(told)) for at in (0, 1))
            shown = f"{said:.2f} {right:.2f} {len(told):>4}" if len(told) >= FEWEST else ""
            cells.append(f"{shown:>12}")
        print(f"{label:14}" + "  ".join(cells))


def margin_of_confidence(confidence: float) -> float:
    """The log-odds behind a confidence that was stated without calibration."""
    if not 0 < confidence < 1:
        return MOST if confidence else -MOST
    return float(max(-MOST, min(MOST, np.log(confidence / (1 - confidence)))))
