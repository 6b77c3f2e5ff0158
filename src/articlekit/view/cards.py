"""Nodes as a list of cards: what each is, how sure that is and why, and what else it might be."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from articlekit.exporters.markup import escape
from articlekit.view.decisions import decided, losers, reasons
from articlekit.view.facts import parts_of, shorten
from articlekit.view.families import FAMILY_OF, kind_of

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from articlekit.model import Node
    from articlekit.trace import Decision, Trace

MOST_OPENED: Final = 1_000
"""Of so many nodes the losers are told too."""
_TEXT: Final = 280
"""A node shows so much of its text; all of it is in the source."""
_PATH: Final = 160
_REASONS: Final = 4
_CHUNK: Final = 50


def to_cards(
    nodes: Sequence[Node],
    trace: Trace | None,
    placed: Collection[int],
    prefix: str,
    language: str,
) -> str:
    """The nodes as lists of `_CHUNK` items, which a browser lays out when they come into view.

    `placed` are the numbers of the nodes that have a place in the source, `prefix` begins the ids
    as in `to_source`, and `language` is the attribute of texts.
    """
    written = []
    before: Decision | None = None
    for number, (node, decision) in enumerate(zip(nodes, decided(nodes, trace), strict=True)):
        place = f"#{prefix}s{number}" if number in placed else None
        told = "" if decision is None else _told(decision, decision is before, number)
        written.append(_card(node, f"{prefix}n{number}", place, told, language))
        before = decision
    chunks = ("".join(written[at : at + _CHUNK]) for at in range(0, len(written), _CHUNK))
    return "\n".join(f'<ol class="chunk">{chunk}</ol>' for chunk in chunks)


def _card(node: Node, name: str, place: str | None, told: str, language: str) -> str:
    kind = kind_of(node)
    span = f'<span class="unseen">characters</span> {node.span.start}–{node.span.end}'
    where = f'<a href="{place}" title="show in the source">{span}</a>' if place else span
    path = f"<p><code>{escape(_end(node.path))}</code></p>" if node.path else ""
    parts = "".join(
        f'<div><dt>{part}</dt><dd dir="auto">{escape(value)}</dd></div>'
        for part, value in parts_of(node)
    )
    read = f'<dl class="parts">{parts}</dl>' if parts else ""
    why = reasons(node.evidence[:_REASONS])
    because = f'<ul class="why" aria-label="Reasons">{why}</ul>' if why else ""
    if because or path:
        because = f'<div class="because">{because}{path}</div>'
    return (
        f'<li class="node {FAMILY_OF[kind]} k-{kind}" id="{name}">'
        f'<p class="label"><b>{kind}</b> <span class="sure c{_tenths(node.confidence)}">'
        f'<span class="unseen">confidence</span> {node.confidence:.2f}</span>'
        f' <span class="place">{where}</span></p>'
        f'<p class="text" dir="auto"{language}>{escape(shorten(node.text, _TEXT))}</p>'
        f"{read}{because}{told}</li>"
    )


def _told(decision: Decision, again: bool, number: int) -> str:  # noqa: FBT001
    """What came next and what lost; of several nodes of one block at the first."""
    if again:
        return '<p class="next">decided with the node above</p>'
    following = (
        f'<p class="next">rather than <b>{escape(decision.runner_up)}</b></p>'
        if decision.runner_up
        else ""
    )
    return following + (losers(decision) if number < MOST_OPENED else "")


def _tenths(confidence: float) -> int:
    return min(max(round(confidence * 10), 0), 10)


def _end(path: str) -> str:
    """A path; of a long one the end, which tells more."""
    return path if len(path) <= _PATH else "…" + path[1 - _PATH :]
