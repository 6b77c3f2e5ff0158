"""The text of a node in pieces, each with the links and emphasis that hold for all of it.

Marks stand off and may overlap; documents nest. So a text is cut wherever a mark begins or ends.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import deque
from itertools import pairwise
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from articlekit.article import Article
    from articlekit.model import Mark, Node

Piece = tuple[str, "tuple[Mark, ...]"]
"""A stretch of text, and its marks, outermost first, no kind twice."""

_UNWRITABLE: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_ORDER: Final = ("link", "strong", "emphasis", "superscript", "subscript", "code")


def clean(text: str) -> str:
    """Text without control characters; lone surrogates, which no file can hold, replaced."""
    return _UNWRITABLE.sub(lambda found: "\ufffd" if found[0] >= "\ud800" else "", text)


def one_line(text: str | None) -> str:
    """Text without control characters, white space collapsed; "" for none."""
    return " ".join(clean(text or "").split())


class Inline:
    """The marks of an article, ready to be asked for by node."""

    def __init__(self, article: Article) -> None:
        """Sort every mark to the nodes it touches."""
        self._source = article.source
        self._nodes = article.nodes
        self._marks: dict[int, list[Mark]] = {}
        starts = [node.span.start for node in article.nodes]
        for mark in article.marks:
            first = max(bisect_right(starts, mark.span.start) - 1, 0)
            for index in range(first, bisect_left(starts, mark.span.end)):
                self._marks.setdefault(starts[index], []).append(mark)

    def pieces(self, node: Node, start: int | None = None, end: int | None = None) -> list[Piece]:
        """The text of a node, white space collapsed, or of the stretch of it that is asked for."""
        text = node.text
        begin, stop = node.span.start, node.span.end
        if start is not None or end is not None:
            begin = begin if start is None else max(begin, start)
            stop = stop if end is None else min(stop, end)
            text = self._source[max(begin, 0) : max(stop, 0)]
        text = one_line(text)
        marks = [
            mark
            for mark in self._marks.get(node.span.start, ())
            if mark.span.start < stop and mark.span.end > begin
        ]
        if not marks:
            return [(text, ())] if text else []
        points = sorted({at for m in marks for at in (m.span.start, m.span.end)})
        inner = [at for at in points if begin < at < stop]
        cuts = _places(text, self._source, begin, inner)
        edges = [(begin, 0), *zip(inner, cuts, strict=True), (stop, len(text))]
        return list(_cut(text, edges, sorted(marks, key=lambda mark: mark.span.start)))


def _cut(text: str, edges: Sequence[tuple[int, int]], marks: Sequence[Mark]) -> Iterator[Piece]:
    """The text between edges (place in the source, place in the text) with the marks of each.

    Of the marks of one kind the first counts. One that ends no later than another before it never
    comes first, so it is passed over: nesting, however deep, costs nothing.
    """
    holding: dict[str, deque[Mark]] = {kind: deque() for kind in _ORDER}
    opened = 0
    for (place, at), (beyond, to) in pairwise(edges):
        while opened < len(marks) and marks[opened].span.start <= place:
            mark = marks[opened]
            queue = holding[mark.kind]
            if not queue or queue[-1].span.end < mark.span.end:
                queue.append(mark)
            opened += 1
        for queue in holding.values():
            while queue and queue[0].span.end < beyond:
                queue.popleft()
        if to > at:
            yield text[at:to], tuple(queue[0] for queue in holding.values() if queue)


def _places(text: str, source: str, begin: int, points: Sequence[int]) -> list[int]:
    """Where points of the source lie in a text that differs from it only in white space."""
    found: list[int] = []
    at, last = 0, max(begin, 0)
    for point in points:
        passed = clean(source[last : max(point, 0)])
        solid = sum(not character.isspace() for character in passed)
        last = max(point, last)
        while at < len(text) and solid:
            solid -= not text[at].isspace()
            at += 1
        if point > 0 and source[point - 1 : point].isspace() and text[at : at + 1].isspace():
            at += 1
        found.append(at)
    return found
