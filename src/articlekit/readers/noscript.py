"""Pictures in `<noscript>`: a page that loads its pictures late has them there once more.

With scripts a browser shows the picture beside it, without them the one inside; an article has
one. Text in `<noscript>` is kept and labelled like any other.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from articlekit.page import Picture

if TYPE_CHECKING:
    from articlekit.page import Elements

DEEPEST = 6
"""So many elements above a picture `<noscript>` is looked for."""
_NEXT = 2
"""A picture and a `<noscript>` are neighbours when one element at most opens between them."""
_UNSEEN = re.compile(r"display:\s{0,4}none|(?:left|top):\s{0,4}-\d{3}")


def without_repeats(pictures: list[Picture], elements: Elements) -> list[Picture]:
    """Pictures of a page, each once; those in `<noscript>` that only count visits are left out."""
    if "noscript" not in elements.tags:
        return pictures
    found: list[Picture] = []
    last = -1  # the `<noscript>` that holds the last one of them
    for picture in pictures:
        box = _box(picture, elements)
        if box >= 0 and _is_unseen(picture, elements):
            continue
        other = found[-1] if found and (box < 0) != (last < 0) else None
        if other is not None and _is_same(other, picture, box):
            found[-1] = _one_of(other, picture) if box >= 0 else _one_of(picture, other)
            last = -1
        else:
            found.append(picture)
            last = box
    return found


def _box(picture: Picture, elements: Elements) -> int:
    """The `<noscript>` that holds a picture; -1 where none does."""
    at = picture.element
    for _ in range(DEEPEST):
        at = elements.parents[at]
        if at < 0 or elements.tags[at] == "noscript":
            return at
    return -1


def _is_unseen(picture: Picture, elements: Elements) -> bool:
    attributes = elements.attributes[picture.element]
    return bool(attributes and _UNSEEN.search(attributes.get("style", "")[:500]))


def _is_same(first: Picture, second: Picture, box: int) -> bool:
    """Whether two pictures with no text between, one of them in a `<noscript>`, are the same one.

    `box` is the `<noscript>` of the second picture, -1 when it holds the first.
    """
    if first.before != second.before:
        return False
    if _file(first) == _file(second):
        return True
    if box >= 0:
        return box - first.element <= _NEXT
    return second.element - first.element <= _NEXT and not _file(second)


def _one_of(shown: Picture, inside: Picture) -> Picture:
    """The picture beside a `<noscript>`, with the address inside where its own is a stand-in."""
    url = shown.url if _file(shown) == _file(inside) else inside.url
    return Picture(shown.before, shown.element, url, shown.alt or inside.alt)


def _file(picture: Picture) -> str:
    """The name of the file of a picture; nothing for one without an address."""
    url = picture.url or ""
    return "" if url.startswith("data:") else url.partition("?")[0].rpartition("/")[2]
