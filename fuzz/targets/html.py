"""Any bytes are a page: nothing raises, nothing is lost, trees are left as they are."""

from __future__ import annotations

import articlekit
from promises import hold


def check(data: bytes) -> None:
    """Parse bytes as a page."""
    article = articlekit.parse_html(data, "https://example.com/2024/05/03/a")
    hold(article)
    articlekit.explain(data, format="html")
