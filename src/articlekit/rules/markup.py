"""Evidence from markup: the elements around a block, what they are called, and how they hold it.

Beside the names of its boxes (see `boxes`) counts how much of a block is link or bold, and whether
the element that holds most of the page's prose holds it too.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from msgspec import Struct

from articlekit.draft import Traits

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlekit.draft import Draft
    from articlekit.page import Block

_PLAIN_TAGS = "span a strong b em i u small font label time abbr cite code mark sub sup s q ins del"
_PLAIN = frozenset(_PLAIN_TAGS.split())
"""Elements inside a line: a block's own element is the nearest that is none of them."""
_SHARES = ((0.0, "none"), (0.25, "<25%"), (0.6, "<60%"), (0.95, "<95%"))
_SIZES = (3, 8, 17, 40)
_LEAST_LINK, _LONGEST_LABEL, _LEADING = 12, 40, frozenset(":：»>|→")
_KEPT = frozenset(("h1", "h2", "h3", "h4", "h5", "p", "li"))
_CORES = (0.5, 0.8)
"""The element that holds so much of the prose of the page, and as few other blocks as can be."""
_IN_CORE = [
    {place: f"core{share}={place}" for place in ("child", "inside", "beside", "outside")}
    for share in _CORES
]


def find_markup(draft: Draft) -> Iterator[Traits]:
    """State what the elements around each block are called, and how they hold it."""
    markup, boxes = draft.page.markup, draft.boxes
    if markup is None or boxes is None:
        return
    elements = markup.elements
    tags, parents, attributes = elements.tags, elements.parents, elements.attributes
    cores, rows = _cores(draft), draft.rows
    under = {picture.before for picture in markup.pictures}
    for index, (block, shape) in enumerate(zip(draft.blocks, draft.shapes, strict=True)):
        own = number = block.element
        if number < 0:
            continue
        while own > 0 and tags[own] in _PLAIN:
            own = parents[own]
        if tags[own] == "p" and own > 0 and tags[parents[own]] == "li":
            own = parents[own]  # editors wrap the text of an item once more
        tag, place = tags[own], cores[0].place(number)
        kind = tag if tag in _KEPT else "other"
        target = _target(attributes[number]) if block.linked and tags[number] == "a" else ""
        if index in rows:
            yield Traits(index, boxes.around(own))
            yield Traits(index, _row(kind, min(shape.words, 99), place, target))
            continue
        yield Traits(index, boxes.around(number))
        length, wider = max(1, len(block.text)), cores[1].place(number)
        links = 0 if block.linked * 4 < length else 1 if block.linked * 20 < length * 19 else 2
        joint = _joint(kind, min(shape.words, 99), links, place)
        found = ["tag=" + tag, _IN_CORE[0][place], _IN_CORE[1][wider], joint]
        if block.linked or block.strong:
            found += _held(block, length, target)
        if index in under:
            found.append("under-picture")
        yield Traits(index, tuple(found))


def _held(block: Block, length: int, target: str) -> Iterator[str]:
    """How much of a line is link or bold, and where it leads."""
    if block.linked:
        yield "links=" + _step(block.linked / length)
        if _LEAST_LINK <= block.linked < length and _leads(block.text[: -block.linked]):
            yield "label-then-link"
    if target:
        yield target
    if block.strong:
        yield "bold=" + _step(block.strong / length)


def _leads(label: str) -> bool:
    """Whether a line that ends in a link opens with a label for it: "See also: ..."."""
    return len(label) <= _LONGEST_LABEL and label.rstrip()[-1:] in _LEADING


@cache
def _row(kind: str, words: int, place: str, target: str) -> tuple[str, ...]:
    """The clues of a row of a menu."""
    return ("in-menu", _joint(kind, words, 2, place), *([target] if target else ()))


def _target(attributes: dict[str, str] | None) -> str:
    """Where a link leads, if not to another page."""
    address = attributes.get("href", "") if attributes else ""
    if address[:1] == "#":
        return "link=in-page" if len(address) > 1 else ""
    return "link=mail-or-phone" if address[:7] == "mailto:" or address[:4] == "tel:" else ""


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
    if markup is None:
        return []
    elements = markup.elements
    parents = elements.parents
    prose = [0] * (len(parents) + 1)  # a block of no element counts for the last place
    for index, (block, shape) in enumerate(zip(draft.blocks, draft.shapes, strict=True)):
        if shape.prose and block.linked * 2 < len(block.text) and index not in draft.apart:
            prose[block.element] += min(shape.words, 80)
    prose.pop()
    for number in range(len(parents) - 1, 0, -1):
        if prose[number]:
            prose[parents[number]] += prose[number]
    most = max(prose, default=0)
    cores = []
    for share in _CORES:
        wanted = max(1, share * most)
        core = max([at for at, held in enumerate(prose) if held >= wanted], default=0)
        outer = parents[core] if parents else -1
        beside = elements.inside(outer) if outer >= 0 else range(0)
        cores.append(_Core(elements.inside(core), beside, parents))
    return cores
