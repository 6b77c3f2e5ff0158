"""Menus: runs of lines that are nothing but links, and what stands in `nav` and the page's footer.

Half of the lines of many pages stand in them. They say where one may go, not who wrote when or
whose picture it is: nothing printed is looked for in them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from articlekit.draft import Block, Elements, Page

FEWEST = 5
"""So many links one after another are a menu; fewer may be authors, or a date and a section."""
_LINKED = 0.95
_STORIES = frozenset(("article", "main"))
"""Their footers may name the author."""


def find_menus(page: Page) -> frozenset[int]:
    """The numbers of the blocks that stand in a menu; raw text has none."""
    if page.markup is None:
        return frozenset()
    inside = _named(page.markup.elements)
    named = (at for at, block in enumerate(page.blocks) if block.element in inside)
    return frozenset(_runs(page.blocks)).union(named)


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
    stories: set[int] = set()
    for at, (tag, parent) in enumerate(zip(elements.tags, elements.parents, strict=True)):
        if parent in stories or tag in _STORIES:
            stories.add(at)
        if parent in found or tag == "nav" or (tag == "footer" and at not in stories):
            found.add(at)
    return found
