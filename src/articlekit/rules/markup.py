"""Evidence from markup: the elements around a block, what they are called, and how they hold it.

Pages name their boxes (`nav`, `class="entry-content"`, `id="newsletter"`). Every word of such a
name is a clue; what it weighs is learned, so that no list of names stands here. Beside the names
count how much of a block is link or bold, and whether the element that holds most of the page's
prose holds it too.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from articlekit.draft import Clue, Traits

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlekit.draft import Draft, Elements, Page

_WORDS = re.compile(r"[A-Z]?[a-z]{2,}|[A-Z]{2,}(?![a-z])")
_NAMES = ("class", "id", "role", "itemprop", "rel", "data-testid", "data-component", "aria-label")
_LONGEST_NAME = 200
_PLAIN = frozenset(
    "span a strong b em i u small font label time abbr cite code mark sub sup s q ins del".split()
)
"""Elements inside a line: a block's own element is the nearest that is none of them."""
_TELLING = frozenset(
    "nav header footer aside main article section form figure figcaption blockquote table ul ol li"
    " dl address button details h1 h2 h3 h4 h5 h6 pre p td th dd dt amp-ad time label".split()
)
_SHARES = ((0.0, "none"), (0.25, "<25%"), (0.6, "<60%"), (0.95, "<95%"))
_CORES = (0.5, 0.8)
"""The element that holds so much of the prose of the page, and as few other blocks as can be."""


def find_markup(draft: Draft) -> Iterator[Clue | Traits]:
    """State what the elements around each block are called, and how they hold it."""
    markup = draft.page.markup
    if markup is None:
        return
    elements = markup.elements
    around = _around(elements)
    cores = [_core(draft, share) for share in _CORES]
    for index, block in enumerate(draft.blocks):
        number = block.element
        own = number
        while own > 0 and elements.tags[own] in _PLAIN:
            own = elements.parents[own]
        if number < 0:
            continue
        yield Traits(index, around[number])
        yield Clue(index, "tag=" + elements.tags[own])
        length = max(1, len(block.text))
        if block.linked:
            yield Clue(index, "links=" + _step(block.linked / length))
        if block.strong:
            yield Clue(index, "bold=" + _step(block.strong / length))
        for share, core in zip(_CORES, cores, strict=True):
            yield Clue(index, f"core{share}={core[index]}")


def _step(share: float) -> str:
    return next((name for most, name in _SHARES if share <= most), "all")


def _around(elements: Elements) -> list[frozenset[str]]:
    """For each element the words by which it and the elements around it are called."""
    known: dict[tuple[frozenset[str], frozenset[str]], frozenset[str]] = {}
    verdicts: dict[tuple[str, ...], frozenset[str]] = {}
    none: frozenset[str] = frozenset()
    found: list[frozenset[str]] = []
    for parent, tag, attributes in zip(
        elements.parents, elements.tags, elements.attributes, strict=True
    ):
        outer = found[parent] if parent >= 0 else none
        own = _own(tag, attributes, verdicts)
        if not own or own <= outer:
            found.append(outer)
            continue
        key = (outer, own)
        if key not in known:
            known[key] = outer | own
        found.append(known[key])
    return found


def _own(
    tag: str, attributes: dict[str, str] | None, verdicts: dict[tuple[str, ...], frozenset[str]]
) -> frozenset[str]:
    if attributes is None:
        key: tuple[str, ...] = (tag,)
    else:
        key = (tag, *[attributes[name] for name in _NAMES if name in attributes])
    found = verdicts.get(key)
    if found is None:
        words = {f"~{word.lower()}" for name in key[1:] for word in _WORDS.findall(name[:_LONGEST_NAME])}
        if tag in _TELLING:
            words.add(f"in={tag}")
        if tag in ("body", "html"):
            words = set()
        verdicts[key] = found = frozenset(words)
    return found


def _core(draft: Draft, share: float) -> list[str]:
    """Whether each block is inside the deepest element that holds `share` of the prose.

    "child" where the element itself or a child of it holds the block, "inside" where it is deeper,
    "beside" where the element's parent holds it, else "outside".
    """
    markup = draft.page.markup
    assert markup is not None
    parents = markup.elements.parents
    prose = [0] * (len(parents) + 1)
    for block, shape in zip(draft.blocks, draft.shapes, strict=True):
        if shape.prose and block.linked * 2 < len(block.text):
            prose[block.element] += min(shape.words, 80)
    for number in range(len(parents) - 1, 0, -1):
        prose[parents[number]] += prose[number]
    wanted = share * max(prose[:-1], default=0)
    core = 0
    for number, amount in enumerate(prose[:-1]):
        if amount >= wanted and amount > 0:
            core = number
    inside = [False] * len(parents)
    depth = [9] * len(parents)
    for number, parent in enumerate(parents):
        if number == core:
            inside[number], depth[number] = True, 0
        elif parent >= 0 and inside[parent]:
            inside[number], depth[number] = True, depth[parent] + 1
    outer = parents[core] if parents else -1
    beside = [number == outer for number in range(len(parents))]
    for number, parent in enumerate(parents):
        if parent >= 0 and beside[parent]:
            beside[number] = True
    names = []
    for block in draft.blocks:
        number = block.element
        if number >= 0 and inside[number]:
            names.append("child" if depth[number] <= 1 else "inside")
        else:
            names.append("beside" if number >= 0 and beside[number] else "outside")
    return names
