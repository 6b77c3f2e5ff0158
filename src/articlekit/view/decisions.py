"""Which decision made a node, and what lost in it, as markup."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Final

from articlekit.exporters.markup import escape
from articlekit.view.facts import shorten

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from articlekit.model import Evidence, Node
    from articlekit.trace import Candidate, Decision, Trace

_CANDIDATES: Final = 6
_REASONS: Final = 5
_NAME: Final = 80
"""The longest name of a reason that is shown whole: some quote the page."""


def decided(nodes: Sequence[Node], trace: Trace | None) -> list[Decision | None]:
    """For each node the decision that made it: the one whose block the node begins in."""
    decisions = trace.decisions if trace else ()
    starts = [decision.span.start for decision in decisions]
    found: list[Decision | None] = []
    for node in nodes:
        at = bisect_right(starts, node.span.start) - 1
        inside = at >= 0 and node.span.start < decisions[at].span.end
        found.append(decisions[at] if inside else None)
    return found


def reasons(evidence: Iterable[Evidence]) -> str:
    """Reasons with their weights in log-odds, the sign always written."""
    return "".join(
        f'<li class="{"against" if one.weight < 0 else "for"}">'
        f"<code>{escape(shorten(one.name, _NAME))}</code> {_signed(one.weight)}</li>"
        for one in evidence
    )


def losers(decision: Decision) -> str:
    """All labels that were in the running, to be opened; nothing where there was only one."""
    rows = decision.candidates
    others = len(rows) - 1
    if others < 1:
        return ""
    labels = "label" if others == 1 else "labels"
    order = (
        "<p>A label with a better score lost to the order of the page.</p>"
        if decision.beaten_by_order
        else ""
    )
    shown = [row for place, row in enumerate(rows) if place < _CANDIDATES or row.won]
    left = len(rows) - len(shown)
    more = f"<p>and {left} more</p>" if left > 0 else ""
    return (
        f'<details class="losers"><summary>{others} other {labels} in the running</summary>{order}'
        '<table><thead><tr><th scope="col">label</th><th scope="col">score</th>'
        '<th scope="col">reasons</th></tr></thead>'
        f"<tbody>{''.join(map(_row, shown))}</tbody></table>{more}</details>"
    )


def _row(candidate: Candidate) -> str:
    won = ' class="won"' if candidate.won else ""
    mark = " <b>won</b>" if candidate.won else ""
    return (
        f'<tr{won}><th scope="row">{escape(candidate.label)}{mark}</th>'
        f"<td>{_signed(candidate.score)}</td>"
        f'<td><ul class="why">{reasons(candidate.evidence[:_REASONS])}</ul></td></tr>'
    )


def _signed(weight: float) -> str:
    """A number of log-odds with a true minus."""
    return f"{weight:+.2f}".replace("-", "\N{MINUS SIGN}")
