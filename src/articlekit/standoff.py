"""What markup tells beside the text, in the terms of the article: marks and pictures.

A page places its pictures among blocks; an article among nodes, of which a block may have several.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Literal, cast, get_args

from articlekit.figures import Image
from articlekit.model import Mark, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from articlekit.model import Node
    from articlekit.page import Page

_Kind = Literal["link", "strong", "emphasis", "code", "superscript", "subscript"]
_KINDS = frozenset(get_args(_Kind))


def marks_of(page: Page) -> tuple[Mark, ...]:
    """The links and emphasis of a page, sorted by where they start; of text, none."""
    if page.markup is None:
        return ()
    marks = (
        Mark(Span(mark.start, mark.end), cast("_Kind", mark.kind), mark.target)
        for mark in page.markup.marks
        if mark.kind in _KINDS and mark.start < mark.end
    )
    return tuple(sorted(marks, key=lambda mark: (mark.span.start, -mark.span.end)))


def images_of(page: Page, nodes: Sequence[Node]) -> tuple[Image, ...]:
    """The pictures of a page that have an address, each with the node that follows it."""
    if page.markup is None:
        return ()
    starts = [node.span.start for node in nodes]
    found = []
    for picture in page.markup.pictures:
        last = picture.before >= len(page.blocks)
        before = len(nodes) if last else bisect_left(starts, page.blocks[picture.before].start)
        if picture.url:
            found.append(Image(picture.url, picture.alt, before))
    return tuple(found)
