"""Breadcrumbs in linked data: the way from the home page to a page, step by step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlekit.metadata import Crumb
from articlekit.readers.linked_data import types_of
from articlekit.readers.stated_text import clean
from articlekit.readers.urls import resolve

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlekit.readers.linked_data import LinkedData, Thing

ORIGIN = "jsonld:breadcrumbs"
MOST_STEPS = 10


def read_breadcrumbs(data: LinkedData, base: str | None) -> tuple[Crumb, ...]:
    """The steps of the first breadcrumbs that have any, in the order of the list."""
    trails = (tuple(_steps(thing, data, base)) for thing in _lists(data))
    return next((trail for trail in trails if trail), ())


def _lists(data: LinkedData) -> Iterator[Thing]:
    """The lists that the page or its article refer to, then those that stand alone."""
    for thing in (*data.pages[:4], data.article):
        found = data.whole(thing.get("breadcrumb")) if thing else None
        if isinstance(found, dict):
            yield found
    yield from data.trails[:4]


def _steps(thing: Thing, data: LinkedData, base: str | None) -> Iterator[Crumb]:
    steps = thing.get("itemListElement")
    for step in (steps if isinstance(steps, list) else [steps])[:MOST_STEPS]:
        entry = data.whole(step)
        if not isinstance(entry, dict) or not types_of(entry) <= {"listitem"}:
            continue
        item = entry.get("item")
        named = item if isinstance(item, dict) else {"@id": item}
        name = clean(entry.get("name")) or clean(named.get("name"))
        address = named.get("@id") or named.get("url")
        if name:
            url = resolve(address, base) if isinstance(address, str) else None
            yield Crumb(name, url, ORIGIN)
