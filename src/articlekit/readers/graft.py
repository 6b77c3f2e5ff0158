"""Two readings made one: what was read from the markup in a script goes behind the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlekit.page import Block, Mark, Picture

if TYPE_CHECKING:
    from collections.abc import Callable

    from articlekit.readers.events import Flat


def graft(page: Flat, inner: Flat, element: int, is_shown: Callable[[str], bool]) -> Flat:
    """A page with the blocks, marks and pictures of `inner` behind its own.

    The elements of `inner` come to stand in `element`. Blocks that the page shows are left out.
    """
    first = len(page.elements.tags)
    page.elements.parents += [
        parent + first if parent >= 0 else element for parent in inner.elements.parents
    ]
    page.elements.tags += inner.elements.tags
    page.elements.attributes += inner.elements.attributes
    parts, at = [page.source], len(page.source)
    marks = iter(inner.marks)
    mark = next(marks, None)
    places = []  # by block of `inner`: its number in the page, or that of the next one
    for block in inner.blocks:
        places.append(len(page.blocks))
        shown = is_shown(block.text)
        lead = "" if not at else "\n\n" if block.gap else "\n"
        shift = at + len(lead) - block.start
        while mark is not None and mark.start < block.end:
            if not shown:
                page.marks.append(
                    Mark(mark.start + shift, mark.end + shift, mark.kind, mark.target)
                )
            mark = next(marks, None)
        if shown:
            continue
        parts += (lead, inner.source[block.start : block.end])
        at = block.end + shift
        page.blocks.append(_moved(block, shift, first))
    places.append(len(page.blocks))
    page.pictures.extend(
        Picture(places[one.before], one.element + first, one.url, one.alt) for one in inner.pictures
    )
    return page._replace(source="".join(parts))


def _moved(block: Block, by: int, first: int) -> Block:
    return Block(
        block.start + by,
        block.end + by,
        block.text,
        block.gap,
        block.indent,
        block.depth,
        block.element + first,
        block.linked,
        block.strong,
    )
