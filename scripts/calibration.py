"""How sure decisions are in truth: answers on unseen publishers in, a `Sureness` and a table out.

Log-odds are fitted to what came out right (logistic regression with an offset for each label,
drawn to zero). Labels count by the root of their number: menus are most of a page.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

import numpy as np

from articlekit.sureness import MOST, Sureness

if TYPE_CHECKING:
    from collections.abc import Sequence

    from validation import Answer

PULL = 2.0
"""How much an offset is drawn to zero: as much as so many answers."""
STEPS = 60
BINS = (0.5, 0.7, 0.8, 0.9, 0.95, 1.0)
FEWEST = 20


def fit_sureness(found: Sequence[Answer]) -> Sureness:
    """Fit slope and offsets by Newton's method."""
    labels = sorted({answer.got for answer in found})
    number = {label: at for at, label in enumerate(labels)}
    counts = Counter(answer.got for answer in found)
    design = np.zeros((len(found), len(labels) + 1))
    for row, answer in enumerate(found):
        design[row, 0] = answer.margin
        design[row, 1 + number[answer.got]] = 1.0
    right = np.array([answer.wanted == answer.got for answer in found], dtype=float)
    weight = np.array([counts[answer.got] ** -0.5 for answer in found])
    pull = np.array([0.0] + [PULL * counts[label] ** -0.5 for label in labels])
    solved = np.zeros(len(labels) + 1)
    solved[0] = 1.0
    for _ in range(STEPS):
        share = 1 / (1 + np.exp(-design @ solved))
        gradient = design.T @ (weight * (right - share)) - pull * solved
        curve = (design * (weight * share * (1 - share))[:, None]).T @ design
        solved += np.linalg.solve(curve + np.diag(pull) + 1e-9 * np.eye(len(solved)), gradient)
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
