"""lxml's parser as a front end: bytes of markup in, its events sent on, what they came to out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from articlekit.readers.events import Events, Flat


class _Target:
    """The events as the attributes that lxml looks for."""

    __slots__ = ("close", "data", "end", "start")

    def __init__(self, events: Events) -> None:
        self.start, self.end, self.data, self.close = events


def feed(data: bytes, events: Events) -> Flat:
    """Send the events of markup in UTF-8; markup without any text is fine."""
    if not data or data.isspace():
        return events.close()
    parser = etree.HTMLParser(target=_Target(events), encoding="utf-8", huge_tree=True)
    flat: Flat = etree.fromstring(data, parser)
    return flat
