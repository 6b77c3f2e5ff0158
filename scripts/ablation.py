"""What each group of evidence is worth: it is left out, and the weights are learned without it.

    python scripts/ablation.py --data FOLDER --keep FOLDER2 --kind page

The groups stand in `evidence.toml`. For each of them the weights are learned anew from two of the
three folds and judged on the publishers of the third, for all three folds. What is printed are the
differences to nothing left out, with the same seeds. That is also fitted with others: how far these
lie apart says what difference may be noise. `--parts 1 --runs 1` judges on one fold, by single runs.
FOLDER2 keeps what is worked out: a run that was broken off goes on from there.
"""

from __future__ import annotations

import argparse
import sys
import tomllib
from pathlib import Path
from statistics import stdev
from typing import TYPE_CHECKING, NamedTuple

from folds import ASKED, add_options, chance, learned, narrowed, read_folds, save, saved, together
from train import ADDED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from folds import Number, Told

EVIDENCE = tomllib.loads(Path(__file__).with_name("evidence.toml").read_text(encoding="utf-8"))
SHIFTS = {"nothing": 0, "nothing, 2nd": 10, "nothing, 3rd": 20, "nothing, 4th": 30}
"""Fits with all evidence, which differ by their seeds alone: the order of steps and what is hidden."""
ALWAYS = ("bias", "edge")
"""What is no evidence of a line and never left out."""


class Trial(NamedTuple):
    """What is left out."""

    name: str
    has: Callable[[str, str], bool]
    """Whether a clue on a side is still there."""
    chained: bool = True
    shift: int = 0
    """Added to the seeds."""
    added: Mapping[str, dict] = ADDED


def group_of(clue: str) -> str:
    """The group of evidence that a clue belongs to."""
    for group, patterns in EVIDENCE["groups"].items():
        for pattern in patterns:
            stem = pattern.removesuffix("*")
            if clue == stem or (stem != pattern and clue.startswith(stem)):
                return str(group)
    return "other"


def trials(number: Number) -> Iterator[Trial]:
    """What is left out, one after the other; groups that no clue belongs to are passed over."""

    def everything(_side: str, _clue: str) -> bool:
        return True

    def alone(side: str, _clue: str) -> bool:
        return side == "own"

    for name, shift in SHIFTS.items():
        yield Trial(name, everything, shift=shift)
    yield Trial("what is added by hand after learning", everything, added={})
    yield Trial("order of labels", everything, chained=False)
    yield Trial("clues of the block above", lambda side, _: side != "above")
    yield Trial("clues of the block below", lambda side, _: side != "below")
    yield Trial("clues of both neighbours", alone)
    yield Trial("clues of both neighbours, order of labels", alone, chained=False)
    group = {clue: group_of(clue) for _, clue in number if clue not in ALWAYS}
    sets = {name: {name} for name in (*EVIDENCE["groups"], "other")}
    sets |= {name: set(groups) for name, groups in EVIDENCE["together"].items()}
    for name, groups in sets.items():
        if not groups.isdisjoint(group.values()):
            yield Trial(name, lambda _, clue, out=groups: group.get(clue) not in out)


def table(kept: dict[str, list[tuple[int, Told]]]) -> str:
    """What was found as a table of Markdown, the greatest loss of lines first.

    Folds that not all were judged on do not count.
    """
    whole = min(map(len, kept.values()))
    found = {name: together(told for _, told in parts[:whole]) for name, parts in kept.items()}
    figures = {name: told.figures() for name, told in found.items()}
    base = figures["nothing"]
    noise = {at: stdev(figures[name][at] for name in SHIFTS) for at in ASKED}
    rows = [
        f"| left out | rows of weights | {' | '.join(ASKED)} | its labels, F1 |",
        f"|---|---:|{'---:|' * len(ASKED)}---|",
        f"| *nothing* | | {' | '.join(f'{base[at]:.1f}' for at in ASKED)} | |",
        f"| *nothing, deviation of {len(SHIFTS)} fits* | | "
        + " | ".join(f"{noise[at]:.1f}" for at in ASKED)
        + " | |",
    ]
    for name in sorted(figures.keys() - SHIFTS, key=lambda name: (figures[name]["lines"], name)):
        error = chance(found[name], found["nothing"])
        rows_out = sum(count for count, _ in kept[name]) // len(kept[name])
        cells = [
            _more(figures[name][at] - base[at]) + (f" ± {error[at]:.1f}" if at in error else "")
            for at in ASKED
        ]
        own = _labels(name, found[name], found["nothing"])
        rows.append(f"| {name} | {rows_out} | {' | '.join(cells)} | {own} |")
    return "\n".join(rows)


def _labels(name: str, told: Told, base: Told) -> str:
    """How much the labels lose that a group speaks for above all, and what they have with it."""
    return ", ".join(
        f"{label} {_more(told.f1([label]) - base.f1([label]))} of {base.f1([label]):.0f}"
        for label in EVIDENCE["labels"].get(name, ())
    )


def _more(difference: float) -> str:
    return f"{difference:+.1f}".replace("-", "−")


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    add_options(parser)
    told = parser.parse_args()
    stored = told.keep / f"ablation.{told.kind}.pickle"
    kept: dict[str, list[tuple[int, Told]]] = saved(stored, {})
    for part, fold in enumerate(read_folds(told)):
        for trial in trials(fold.number):
            parts = kept.setdefault(trial.name, [])
            if len(parts) > part:
                continue
            less = narrowed(fold, trial.has, chained=trial.chained)
            found = learned(less, trial.shift, trial.added)
            parts.append((len(fold.number) - len(less.number), found))
            save(stored, kept)
            print(part, trial.name, *parts[-1][1].figures().values(), flush=True)
    print(table(kept))
    return 0


if __name__ == "__main__":
    sys.exit(main())
