"""Any bytes are a feed or none: nothing raises, and each entry is an article."""

from __future__ import annotations

import articlekit
from promises import hold, safe


def check(data: bytes) -> None:
    """Read bytes as a feed, and parse its entries."""
    feed = articlekit.read_feed(data, "https://example.com/feed")
    if feed.format is None and (feed.entries or not feed.warnings):
        raise AssertionError("what is no feed has entries, or no warning")
    for entry in feed.entries[:20]:
        article = articlekit.parse_entry(entry)
        hold(article)
        safe(article)
