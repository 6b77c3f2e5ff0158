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

    from articlekit.draft import Draft, Elements

_WORDS = re.compile(r"[A-Z]?[a-z]{2,}|[A-Z]{2,}(?![a-z])")
_NAMES = ("class", "id", "role", "itemprop", "rel", "data-testid", "data-component", "aria-label")
_LONGEST_NAME = 120
_TOPICS = re.compile(r"\b(?:tag|category)-\S+")
"""Content systems name the element of an article by its topics: `class="post tag-floods"`."""
_PLAIN_TAGS = "span a strong b em i u small font label time abbr cite code mark sub sup s q ins del"
_PLAIN = frozenset(_PLAIN_TAGS.split())
"""Elements inside a line: a block's own element is the nearest that is none of them."""
_TELLING_TAGS = """
    nav header footer aside main article section form figure figcaption blockquote table ul ol li
    dl address button details h1 h2 h3 h4 h5 h6 pre p td th dd dt amp-ad time label
"""
_TELLING = frozenset(_TELLING_TAGS.split())
HOW_FAR = 5
"""How many elements up their names are looked at."""
_SHARES = ((0.0, "none"), (0.25, "<25%"), (0.6, "<60%"), (0.95, "<95%"))
_SIZES = (3, 8, 17, 40)
_HEADS = frozenset(("h1", "h2", "h3", "h4", "h5"))
_CORES = (0.5, 0.8)
"""The element that holds so much of the prose of the page, and as few other blocks as can be."""


def find_markup(draft: Draft) -> Iterator[Clue | Traits]:
    """State what the elements around each block are called, and how they hold it."""
    markup = draft.page.markup
    if markup is None:
        return
    elements = markup.elements
    names = _Names(elements)
    cores = [_core(draft, share) for share in _CORES]
    for index, block in enumerate(draft.blocks):
        number = block.element
        own = number
        while own > 0 and elements.tags[own] in _PLAIN:
            own = elements.parents[own]
        if number < 0:
            continue
        yield Traits(index, names.around(number))
        yield Clue(index, "tag=" + elements.tags[own])
        length = max(1, len(block.text))
        if block.linked:
            yield Clue(index, "links=" + _step(block.linked / length))
        if block.strong:
            yield Clue(index, "bold=" + _step(block.strong / length))
        for share, core in zip(_CORES, cores, strict=True):
            yield Clue(index, f"core{share}={core[index]}")
        size = next((most for most in _SIZES if draft.shapes[index].words <= most), 99)
        links = 0 if block.linked * 4 < length else 1 if block.linked * 20 < length * 19 else 2
        tag = elements.tags[own]
        kind = tag if tag in _HEADS or tag in ("p", "li") else "other"
        yield Clue(index, f"{kind},words<={size},links={links},{cores[0][index]}")


def _step(share: float) -> str:
    return next((name for most, name in _SHARES if share <= most), "all")


class _Names:
    """The words by which the elements around a block are called, nearest `HOW_FAR` elements only.

    What a page calls the box of its boxes is true of everything in it, and says little.
    """

    def __init__(self, elements: Elements) -> None:
        self._elements = elements
        self._verdicts: dict[tuple[str, ...], frozenset[str]] = {}
        self._own: dict[int, frozenset[str]] = {}
        self._around: dict[int, frozenset[str]] = {}
        self._known: dict[frozenset[str], frozenset[str]] = {}

    def around(self, number: int) -> frozenset[str]:
        """The words around an element; one object for equal sets, so that they are summed once."""
        found = self._around.get(number)
        if found is None:
            words: set[str] = set()
            at = number
            for _ in range(HOW_FAR):
                if at < 0:
                    break
                own = self._own.get(at)
                if own is None:
                    elements = self._elements
                    own = _own(elements.tags[at], elements.attributes[at], self._verdicts)
                    self._own[at] = own
                words |= own
                at = self._elements.parents[at]
            found = frozenset(words)
            self._around[number] = found = self._known.setdefault(found, found)
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
        named = [_TOPICS.sub("", name[:_LONGEST_NAME]) for name in key[1:]]
        words = {f"~{word.lower()}" for name in named for word in _WORDS.findall(name)}
        if tag in _TELLING:
            words.add(f"in={tag}")
        if tag in ("body", "html"):
            words = set()
        verdicts[key] = found = frozenset(words)
    return found


def _core(draft: Draft, share: float) -> list[str]:  # noqa: C901, PLR0912 - a few passes over columns
    """Whether each block is inside the deepest element that holds `share` of the prose.

    "child" where the element itself or a child of it holds the block, "inside" where it is deeper,
    "beside" where the element's parent holds it, else "outside".
    """
    markup = draft.page.markup
    if markup is None:
        return []
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
