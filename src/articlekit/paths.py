"""Where elements stand, as XPath would say it: numbers of elements in, paths out.

A path is made when it is asked for, each step only once: few elements of a page hold text.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Sequence

DEEPEST = 500
"""How many steps a path has at most: the paths of a page stay linear in its size."""


class _Place(Struct, frozen=True, gc=False):
    """The path of an element, how many steps it has, and whether all that it holds has the same."""

    path: str
    depth: int
    closed: bool


_ROOT = _Place("", 0, closed=False)


class Paths:
    """The paths of the elements of one page."""

    def __init__(self, parents: Sequence[int], tags: Sequence[str]) -> None:
        """Take the elements in document order: their parents, -1 above the root, and tags."""
        self._parents, self._tags = parents, tags
        self.size = len(tags)
        self._places: dict[int, _Place] = {-1: _ROOT}
        self._last: dict[tuple[int, str], int] = {}
        self._ordinals = ordinals = list[int]()
        last = self._last
        for key in zip(parents, tags, strict=True):
            last[key] = ordinal = last.get(key, 0) + 1
            ordinals.append(ordinal)

    def of(self, element: int) -> str:
        """The path of an element.

        A number counts among siblings of the same name, and is left out where there is only one,
        as lxml's `getpath` does; names that XPath cannot spell stand as `*[name()="o:p"]`.
        Elements nested deeper than 500 levels have the path of the last one above that is not, and
        those of the markup in a script have the path of the script.
        """
        places, parents = self._places, self._parents
        above: list[int] = []
        at = element
        while at not in places:
            above.append(at)
            at = parents[at]
        place = places[at]
        for at in reversed(above):
            places[at] = place = self._below(place, at)
        return place.path

    def _below(self, place: _Place, at: int) -> _Place:
        """The place of an element inside another."""
        if place.closed:
            return place
        tag = self._tags[at]
        step = _name(tag)
        if self._last[self._parents[at], tag] > 1:
            step = f"{step}[{self._ordinals[at]}]"
        depth = place.depth + 1
        return _Place(f"{place.path}/{step}", depth, depth == DEEPEST or tag == "script")


@lru_cache(maxsize=512)
def _name(tag: str) -> str:
    """A tag as a step of a path spells it."""
    plain = tag.replace("-", "a").replace(".", "a").replace("_", "a").isalnum()
    quote = "'" if '"' in tag else '"'
    named = plain and tag.isascii() and not tag[0].isdigit()
    return tag if named else f"*[name()={quote}{tag}{quote}]"
