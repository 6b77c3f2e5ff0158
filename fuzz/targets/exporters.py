"""Whatever a page holds, its documents hold nothing that runs."""

from __future__ import annotations

import articlekit
from promises import hold, parsable, safe


def check(data: bytes) -> None:
    """Parse bytes as a page and write every document; what comes of the HTML is safe again."""
    article = articlekit.parse_html(data, "https://example.com/a")
    safe(article)
    parsable(article)
    article.to_text()
    again = articlekit.parse_html(article.to_html(boilerplate=True))
    hold(again)
    safe(again)
