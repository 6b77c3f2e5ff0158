"""The headings of a page that may be its headline: blocks in, `Heading`s out, in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlekit.choose.headline import Heading

if TYPE_CHECKING:
    from articlekit.page import Page

_TAGS = frozenset(("h1", "h2", "h3"))
_MOST = 200


def find_headings(page: Page) -> list[Heading]:
    """Every `h1` to `h3` of a page with its text; blocks of one heading are joined.

    Its `block` is the first one. Raw text has none.
    """
    markup = page.markup
    if markup is None:
        return []
    tags, owners = markup.elements.tags, dict[int, int]()
    for at in [at for at, tag in enumerate(tags) if tag in _TAGS]:
        if owners.get(at, at) == at:  # one in another counts to it
            owners |= dict.fromkeys(markup.elements.inside(at), at)
    found: list[tuple[int, int, list[str]]] = []  # heading, its first block, the texts of all
    last = -1
    for at, block in enumerate(page.blocks):
        owner = owners.get(block.element, -1)
        if owner >= 0:
            if owner == last:
                found[-1][2].append(block.text)
            elif len(found) >= _MOST:
                break
            else:
                found.append((owner, at, [block.text]))
        last = owner
    return [Heading(" ".join(texts), tags[owner], at) for owner, at, texts in found]
