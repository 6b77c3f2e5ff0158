"""Evidence from markup: the elements around a block, what they are called, and how they hold it.

Pages name their boxes (`nav`, `class="entry-content"`, `id="newsletter"`). Every word of such a
name is a clue; what it weighs is learned, so that no list of names stands here. Beside the names
count how much of a block is link or bold, and whether the element that holds most of the page's
prose holds it too.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from msgspec import Struct

from articlekit.draft import Clues, Traits

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlekit.draft import Draft, Elements

_WORDS = re.compile(r"[A-Z][a-z]+|[a-z]{2,}|[A-Z]{2,}(?![a-z])")
_NAMES = frozenset(
    "class id role itemprop rel data-testid data-component aria-label".split()  # noqa: SIM905
)
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
_KEPT = frozenset(("h1", "h2", "h3", "h4", "h5", "p", "li"))
_CORES = (0.5, 0.8)
"""The element that holds so much of the prose of the page, and as few other blocks as can be."""
_IN_CORE = [
    {place: f"core{share}={place}" for place in ("child", "inside", "beside", "outside")}
    for share in _CORES
]


def find_markup(draft: Draft) -> Iterator[Clues | Traits]:
    """State what the elements around each block are called, and how they hold it."""
    markup = draft.page.markup
    if markup is None:
        return
    tags, parents = markup.elements.tags, markup.elements.parents
    names = _Names(markup.elements)
    cores = _cores(draft)
    for index, (block, shape) in enumerate(zip(draft.blocks, draft.shapes, strict=True)):
        own = number = block.element
        if number < 0:
            continue
        while own > 0 and tags[own] in _PLAIN:
            own = parents[own]
        yield Traits(index, names.around(number))
        tag, length = tags[own], max(1, len(block.text))
        place, wider = cores[0].place(number), cores[1].place(number)
        found = ["tag=" + tag, _IN_CORE[0][place], _IN_CORE[1][wider]]
        if block.linked:
            found.append("links=" + _step(block.linked / length))
        if block.strong:
            found.append("bold=" + _step(block.strong / length))
        links = 0 if block.linked * 4 < length else 1 if block.linked * 20 < length * 19 else 2
        kind = tag if tag in _KEPT else "other"
        found.append(_joint(kind, min(shape.words, 99), links, place))
        yield Clues(index, found)


@cache
def _joint(kind: str, words: int, links: int, place: str) -> str:
    """What the kind of an element, length, links and place say together."""
    size = next((most for most in _SIZES if words <= most), 99)
    return f"{kind},words<={size},links={links},{place}"


def _step(share: float) -> str:
    for most, name in _SHARES:
        if share <= most:
            return name
    return "all"


class _Names:
    """The words by which the elements around a block are called, nearest `HOW_FAR` elements only.

    What a page calls the box of its boxes is true of everything in it, and says little.
    """

    def __init__(self, elements: Elements) -> None:
        self._elements = elements
        self._verdicts: dict[tuple[str, ...], frozenset[str]] = {}
        self._own: list[frozenset[str] | None] = [None] * len(elements.tags)
        self._around: dict[tuple[frozenset[str], ...], frozenset[str]] = {}
        self._known: dict[frozenset[str], frozenset[str]] = {}

    def around(self, number: int) -> frozenset[str]:
        """The words around an element; one object for equal sets, so that they are summed once."""
        chain = tuple(self._chain(number))
        found = self._around.get(chain)
        if found is None:
            found = frozenset[str]().union(*chain)
            self._around[chain] = found = self._known.setdefault(found, found)
        return found

    def _chain(self, at: int) -> list[frozenset[str]]:
        """The words of each of the nearest elements: rows of a menu have the same ones."""
        chain, words, parents = [], self._own, self._elements.parents
        for _ in range(HOW_FAR):
            if at < 0:
                break
            own = words[at]
            if own is None:
                elements = self._elements
                own = _own(elements.tags[at], elements.attributes[at], self._verdicts)
                words[at] = own
            chain.append(own)
            at = parents[at]
        return chain


def _own(
    tag: str, attributes: dict[str, str] | None, verdicts: dict[tuple[str, ...], frozenset[str]]
) -> frozenset[str]:
    if attributes is None:
        key: tuple[str, ...] = (tag,)
    else:
        key = (tag, *[attributes[name] for name in _NAMES & attributes.keys()])
    found = verdicts.get(key)
    if found is None:
        named = [_untopical(name[:_LONGEST_NAME]) for name in key[1:]]
        words = {f"~{word.lower()}" for name in named for word in _WORDS.findall(name)}
        if tag in _TELLING:
            words.add(f"in={tag}")
        if tag in ("body", "html"):
            words = set()
        verdicts[key] = found = frozenset(words)
    return found


def _untopical(name: str) -> str:
    return _TOPICS.sub("", name) if "tag-" in name or "category-" in name else name


class _Core(Struct):
    """The deepest element that holds a share of the prose, and its parent, as ranges of numbers.

    Elements are numbered as they open, so those inside an element are the ones right behind it.
    """

    inner: range
    outer: range
    parents: list[int]

    def place(self, number: int) -> str:
        """Whether an element is inside.

        "child" where the element is the core or a child of it, "inside" where it is deeper,
        "beside" where the core's parent holds it, else "outside".
        """
        if number in self.inner:
            core = self.inner.start
            return "child" if core in (number, self.parents[number]) else "inside"
        return "beside" if number in self.outer else "outside"


def _cores(draft: Draft) -> list[_Core]:
    """The core of the page for each of the shares of its prose."""
    markup = draft.page.markup
    parents = markup.elements.parents if markup else []
    prose, behind = [0] * (len(parents) + 1), list(range(1, len(parents) + 2))
    for block, shape in zip(draft.blocks, draft.shapes, strict=True):
        if shape.prose and block.linked * 2 < len(block.text):
            prose[block.element] += min(shape.words, 80)
    for number in range(len(parents) - 1, 0, -1):
        parent = parents[number]
        prose[parent] += prose[number]
        behind[parent] = max(behind[parent], behind[number])
    most = max(prose[:-1], default=0)
    cores = []
    for share in _CORES:
        wanted = share * most
        holders = (at for at in range(len(parents) - 1, -1, -1) if prose[at] >= wanted and most)
        core = next(holders, 0)
        outer = parents[core] if parents else -1
        beside = range(outer, behind[outer]) if outer >= 0 else range(0)
        cores.append(_Core(range(core, behind[core]), beside, parents))
    return cores
