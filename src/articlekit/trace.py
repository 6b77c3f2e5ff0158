"""Why an article came out as it did: every label that was in the running, what won, and why."""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING

from msgspec import Struct

from articlekit.amend import amend
from articlekit.model import Evidence, Span
from articlekit.settle import candidates, settle

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from articlekit.draft import Draft, Sign

    Rule = Callable[[Draft], Iterable[Sign]]


class Candidate(Struct, frozen=True):
    """A label that was in the running for a block: its score, and the reasons for and against."""

    label: str
    score: float
    """Sum of the weights of all evidence, in log-odds; comparable inside one block only."""
    evidence: tuple[Evidence, ...]
    won: bool


class Decision(Struct, frozen=True):
    """One block of the source and what was decided about it."""

    span: Span
    text: str
    label: str
    confidence: float
    beaten_by_order: bool
    """Whether another label had the better score and lost to the order of the page."""
    candidates: tuple[Candidate, ...]
    """Best score first."""
    runner_up: str | None = None
    """The label that came next where the order of the page counts too; `evidence` of the node is
    weighed against it."""


class Trace(Struct, frozen=True):
    """Every decision about a source, and what it took."""

    language: str | None
    """The language that the words were looked up in; `None` where it could not be told."""
    decisions: tuple[Decision, ...]
    """One for each block, in reading order."""
    timings: dict[str, float]
    """Seconds, by rule and step."""


def trace(draft: Draft, rules: Sequence[Rule]) -> Trace:
    """Run the rules over a draft and tell every decision."""
    timings: dict[str, float] = {}
    clues: list[Sign] = []
    for rule in rules:
        begun = perf_counter()
        clues.extend(rule(draft))
        timings[getattr(rule, "__name__", str(rule))] = perf_counter() - begun
    begun = perf_counter()
    verdicts = amend(draft, settle(clues, len(draft.blocks), draft.kind, rows=draft.rows))
    timings["settle"] = perf_counter() - begun
    decisions = []
    running = candidates(clues, len(draft.blocks), draft.kind, draft.rows)
    for block, verdict, ranked in zip(draft.blocks, verdicts, running, strict=True):
        found = tuple(
            Candidate(label, score, evidence, label == verdict.label)
            for label, score, evidence in ranked
        )
        if verdict.label not in {label for label, _, _ in ranked}:  # told by what is printed
            found += (Candidate(verdict.label, found[-1].score, verdict.evidence, won=True),)
        decisions.append(
            Decision(
                Span(block.start, block.end),
                block.text,
                verdict.label,
                verdict.confidence,
                not found[0].won,
                found,
                verdict.runner_up,
            )
        )
    return Trace(draft.language, tuple(decisions), timings)
