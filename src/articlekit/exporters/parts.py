"""Printed lines as structured text: bylines, datelines and credits with what was read in them.

A line stays as it is printed. What was read is looked for in it, and marked up where it is found.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from articlekit.exporters.markup import escape
from articlekit.model import Byline, Dateline, PhotoCredit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from articlekit.model import Author, Node

Known = tuple[str | None, str]
"""Words that may stand in a line, and what they are: "person", "organisation", "role", "email",
"handle", "location" (of a person), "place", "region", "country" (of a dateline), "date"."""

_MOST, _TRIES = 64, 8
"""So many names are looked for in a line, and so many places tried for each: time stays linear."""
_INSIDE_A_WORD = re.compile(r"[^\W_\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]{2}")


def structured(line: str, node: Node, tags: Mapping[str, tuple[str, str]]) -> str:
    """The line of a node as markup: what is known of it between the tags for what it is."""
    found = parts_of(line, known_of(node))
    return "".join(escape(text).join(tags.get(kind, ("", ""))) for text, kind in found)


def known_of(node: Node) -> Iterator[Known]:
    """What was read in a byline, a dateline or a credit, the surest first."""
    match node:
        case Byline():
            for author in node.authors:
                yield from known_of_author(author)
        case Dateline():
            for place in node.places:
                yield from ((place.name, "place"), (place.region, "region"))
                yield place.country, "country"
            yield node.date_text, "date"
            yield from ((name, "organisation") for name in node.sources)
            yield from ((name, "person") for name in node.reporters)
        case PhotoCredit():
            yield from ((name, "person") for name in node.photographers)
            for names in (node.agencies, node.via, node.organisations):
                yield from ((name, "organisation") for name in names)
        case _:
            return


def known_of_author(author: Author) -> Iterator[Known]:
    """What is known of somebody."""
    yield author.name, "organisation" if author.kind == "organisation" else "person"
    yield author.role, "role"
    yield author.organisation, "organisation"
    yield author.location, "location"
    yield author.email, "email"
    yield author.handle, "handle"


def parts_of(line: str, known: Iterable[Known]) -> Iterator[tuple[str, str]]:
    """The line in stretches, each with what it is; "" between them.

    Each is found once, as a whole word where the script has spaces.

    >>> list(parts_of("By Jane Roe in Ghent", [("Jane Roe", "person"), ("Ghent", "place")]))
    [('By ', ''), ('Jane Roe', 'person'), (' in ', ''), ('Ghent', 'place')]
    """
    found: list[tuple[int, int, str]] = []
    for wanted, kind in islice(known, _MOST):
        words = " ".join((wanted or "").split())
        start = _find(line, words, found) if words else -1
        if start >= 0:
            found.append((start, start + len(words), kind))
    at = 0
    for start, end, kind in sorted(found):
        if start > at:
            yield line[at:start], ""
        yield line[start:end], kind
        at = end
    if at < len(line):
        yield line[at:], ""


def _find(line: str, words: str, found: Iterable[tuple[int, int, str]]) -> int:
    """Where words stand, whole and in no stretch that is taken; -1 for nowhere."""
    end = 0
    for _ in range(_TRIES):
        start = line.find(words, end)
        end = start + len(words)
        if start < 0:
            break
        cut = any(_INSIDE_A_WORD.match(line, edge - 1) for edge in (start, end) if edge > 0)
        if not cut and all(end <= other or start >= stop for other, stop, _ in found):
            return start
    return -1
