"""Any linked data and metadata may stand in a page: broken, nested, of wrong types."""

from __future__ import annotations

import articlekit
from promises import hold


def check(data: bytes) -> None:
    """Parse a page whose head holds the data."""
    page = (
        b"<!doctype html><html><head><script type='application/ld+json'>"
        + data
        + b"</script><title>Council votes for wall</title></head><body>"
        b"<h1>Council votes for wall</h1><p>By Jane Roe</p>"
        b"<p>The council voted on Monday evening for a wall.</p></body></html>"
    )
    article = articlekit.parse_html(page, "https://example.com/2024/05/03/a")
    hold(article)
