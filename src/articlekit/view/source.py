"""The source of an article as markup: its text, cut into the stretches of its nodes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct

from articlekit.exporters.markup import escape
from articlekit.view.families import FAMILY_OF, kind_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from articlekit.model import Node

_LINES: Final = str.maketrans(dict.fromkeys("\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029", "\n"))
"""What ends a line in a text, but not in HTML."""
_CHUNK: Final = 4_000
"""A browser lays out a chunk of so many characters when it comes into view (CSS containment)."""


class Stretch(Struct, frozen=True, gc=False):
    """Where a node stands in the source, cut so that no two overlap."""

    number: int
    """The number of the node in the article."""
    start: int
    end: int


def stretches(nodes: Sequence[Node], length: int) -> Iterator[Stretch]:
    """The places of nodes in a source of this length, in its order; a node may have none."""
    at = 0
    for number in sorted(range(len(nodes)), key=lambda number: nodes[number].span.start):
        span = nodes[number].span
        start, end = max(span.start, at), min(span.end, length)
        if start < end:
            yield Stretch(number, start, end)
            at = end


def to_source(
    source: str, nodes: Sequence[Node], places: Sequence[Stretch], prefix: str, end: int
) -> str:
    """The source up to `end`: each stretch a link to its node, all text between them as it is.

    `prefix` begins the ids: `{prefix}s{number}` here, `{prefix}n{number}` the node.
    """
    written = ['<div class="chunk">']
    at = begun = 0
    for place in places:
        between = source[at : place.start]
        written.append(_text(between))
        if place.start - begun > _CHUNK and "\n" in between.translate(_LINES):
            written.append('</div><div class="chunk">')
            begun = place.start
        kind = kind_of(nodes[place.number])
        written.append(
            f'<a class="stretch {FAMILY_OF[kind]} k-{kind}" id="{prefix}s{place.number}"'
            f' href="#{prefix}n{place.number}" title="{kind}">'
            f"{_text(source[place.start : place.end])}</a>"
        )
        at = place.end
    written += [_text(source[at:end]), "</div>"]
    return "".join(written)


def _text(text: str) -> str:
    return escape(text.translate(_LINES)) if text else ""
