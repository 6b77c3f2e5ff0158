"""What the elements around a block are called: pages name their boxes, as newspapers do.

`nav`, `class="entry-content"`, `id="newsletter"`: every word of such a name is evidence. What it
weighs is learned, so that no list of names stands here but one: where readers comment on the story,
and where a page speaks of other things by its tags, prose is not the story's.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from articlekit.page import Elements, Page

_WORDS = re.compile(r"[A-Z][a-z]+|[a-z]{2,}|[A-Z]{2,}(?![a-z])")
_NAMES = frozenset(
    ("class", "id", "role", "itemprop", "rel", "data-testid", "data-component", "aria-label")
)
_LONGEST_NAME = 120
_TOPICS = re.compile(r"\b(?:tag|category)-\S+")
"""Content systems name the element of an article by its topics: `class="post tag-floods"`."""
_POST = re.compile(r"\b(?:hentry|status-publish)\b")
"""WordPress names it by all that it knows: `class="post hentry author-jane format-video"`."""
_TELLING_TAGS = """
    nav header footer aside main article section form figure figcaption blockquote table ul ol li
    dl address button details h1 h2 h3 h4 h5 h6 pre p td th dd dt amp-ad time label
"""
_TELLING = frozenset(_TELLING_TAGS.split())
HOW_FAR = 5
"""How many elements up their names are looked at."""
_COMMENTS = """
    ~comment ~comments ~commentlist ~disqus ~reply ~replies ~respond ~kommentar ~kommentare
    ~comentarios ~commentaires ~commenti ~reacties
"""
_WITHIN = {
    "comments": _COMMENTS,
    "cookies": "~cookie ~cookies ~consent ~gdpr ~onetrust ~dsgvo ~cmplz",
    "newsletter": "~newsletter ~newsletters",
    "related": "~related ~recommended ~teaser ~teasers",
    "menu": "in=nav ~nav ~navbar ~navigation ~menu",
    "aside": "in=aside ~sidebar",
    "footer": "in=footer ~footer",
    "form": "in=form",
}
"""Boxes that are true of everything in them, however deep it stands: what names them."""
_FAMILIES = {name: f"within={box}" for box, names in _WITHIN.items() for name in names.split()}
_APART = frozenset(("in=aside", "in=nav", "in=footer", "within=cookies", *_COMMENTS.split()))
"""Boxes whose prose is not the story's: asides, what content systems call the readers' part, and
dialogs about cookies."""


_NONE = frozenset[str]()


class Boxes:
    """The words by which the elements around a block are called.

    Of the nearest `HOW_FAR` elements every word counts, of those above only what few boxes are
    called: what a page calls the box of its boxes mostly says little.
    """

    def __init__(self, elements: Elements) -> None:
        """Take the elements of a page; their names are read when they are asked for."""
        self._elements = elements
        self._chains: list[_Chain | None] = [None] * len(elements.tags)
        self._within: list[frozenset[str]] = [_NONE] * len(elements.tags)
        self._around: dict[tuple[_Chain, frozenset[str]], frozenset[str]] = {}
        self._known: dict[frozenset[str], frozenset[str]] = {}

    def around(self, number: int) -> frozenset[str]:
        """The words around an element; one object for equal sets, so that they are summed once."""
        chain = (self._chains[number] or self._chain(number), self._within[number])
        found = self._around.get(chain)
        if found is None:
            found = chain[1].union(*chain[0])
            self._around[chain] = found = self._known.setdefault(found, found)
        return found

    def _chain(self, number: int) -> _Chain:
        """The words of each of the nearest elements, inner ones first: siblings share the rest."""
        chains, parents = self._chains, self._elements.parents
        path = []
        chain: _Chain | None = None
        while chain is None and number >= 0:
            path.append(number)
            number = parents[number]
            chain = chains[number] if number >= 0 else None
        chain = chain or ()
        within = self._within[number] if number >= 0 else _NONE
        for at in reversed(path):
            own, boxes = self._own(at)
            chains[at] = chain = (own, *chain[: HOW_FAR - 1])
            if boxes:
                within |= boxes
            self._within[at] = within
        return chain

    def _own(self, number: int) -> _Own:
        """The words of an element's own names, and the boxes that they name."""
        tag, attributes = self._elements.tags[number], self._elements.attributes[number]
        if attributes is None:
            return _read((tag,))
        named = [value[:_LONGEST_NAME] for name, value in attributes.items() if name in _NAMES]
        return _read((tag, *named))


@lru_cache(maxsize=4096)
def _read(key: tuple[str, ...]) -> _Own:
    """The words of a tag and names, and the boxes that they name; pages of a site share them."""
    words = frozenset(_words(key[0], key[1:]))
    return words, frozenset(_FAMILIES[word] for word in words & _FAMILIES.keys())


_Chain = tuple[frozenset[str], ...]
_Own = tuple[frozenset[str], frozenset[str]]


def _words(tag: str, names: Iterable[str]) -> Iterator[str]:
    """The words of the names of one element, and what it is where that tells."""
    if tag in ("body", "html"):
        return
    if tag in _TELLING:
        yield "in=" + tag
    for name in names:
        for word in _WORDS.findall(_untopical(name)):
            yield "~" + word.lower()


def _untopical(name: str) -> str:
    if "publish" in name or "hentry" in name:
        name = "hentry" if _POST.search(name) else name
    return _TOPICS.sub("", name) if "tag-" in name or "category-" in name else name


def find_apart(
    page: Page, boxes: Boxes | None, rows: frozenset[int] = frozenset()
) -> frozenset[int]:
    """The numbers of the blocks whose boxes say that they stand apart from the story.

    The rows of menus are not looked at: they hold no prose.
    """
    if boxes is None:
        return frozenset()
    told: dict[frozenset[str], bool] = {}
    found = []
    for index, block in enumerate(page.blocks):
        if block.element < 0 or index in rows:
            continue
        names = boxes.around(block.element)
        apart = told.get(names)
        if apart is None:
            told[names] = apart = not _APART.isdisjoint(names)
        if apart:
            found.append(index)
    return frozenset(found)
