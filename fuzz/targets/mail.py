"""Any bytes are a message: nothing raises, and its part that is read is an article."""

from __future__ import annotations

import articlekit
from promises import hold, safe


def check(data: bytes) -> None:
    """Parse bytes, and the same as text, as a message."""
    article = articlekit.parse(data, format="mail")
    hold(article)
    safe(article)
    hold(articlekit.parse(data.decode("utf-8", "surrogateescape"), format="mail"))
