"""Menus: runs of lines that are nothing but links, and what stands in `nav` and the page's footer.

Half of the lines of many pages stand in them. They say where one may go, not who wrote when or
whose picture it is: nothing printed is looked for in them. Their *rows*, the lines that are one
link, are told by the boxes they stand in alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from articlekit.page import Block, Elements, Page

FEWEST = 5
"""So many links one after another are a menu; fewer may be authors, or a date and a section."""
_LINKED = 0.95
_STORIES = frozenset(("article", "main"))
"""Their footers may name the author."""
_TOLD = _STORIES | {"nav", "footer"}


def find_menus(page: Page) -> frozenset[int]:
    """The numbers of the blocks that stand in a menu; raw text has none."""
    if page.markup is None:
        return frozenset()
    inside = _named(page.markup.elements)
    named = (at for at, block in enumerate(page.blocks) if block.element in inside)
    return frozenset(_runs(page.blocks)).union(named)


def find_rows(page: Page, menus: frozenset[int]) -> frozenset[int]:
    """The numbers of the blocks in menus that are links from end to end."""
    blocks = page.blocks
    return frozenset(at for at in menus if blocks[at].linked >= _LINKED * len(blocks[at].text))


def _runs(blocks: Sequence[Block]) -> Iterator[int]:
    """Blocks in runs of links."""
    since = 0
    for index, block in enumerate(blocks):
        if block.linked < _LINKED * len(block.text):
            if index - since >= FEWEST:
                yield from range(since, index)
            since = index + 1
    if len(blocks) - since >= FEWEST:
        yield from range(since, len(blocks))


def _named(elements: Elements) -> set[int]:
    """The elements in `nav`, and in footers that are not a story's."""
    found: set[int] = set()
    told = [(at, tag) for at, tag in enumerate(elements.tags) if tag in _TOLD]
    end = story = 0  # where the last menu, and the last story, is over
    for at, tag in told:
        if tag in _STORIES:
            if at >= story:
                story = elements.inside(at).stop
        elif at >= end and (tag == "nav" or at >= story):
            inside = elements.inside(at)
            found.update(inside)
            end = inside.stop
    return found
