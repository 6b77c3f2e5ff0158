"""Any string is a text: nothing raises, and every character that is not space is in one node."""

from __future__ import annotations

import articlekit
from promises import hold, solid


def check(data: bytes) -> None:
    """Parse a string as a text."""
    source = data.decode("utf-8", "surrogateescape")
    article = articlekit.parse_text(source)
    hold(article)
    if article.source != source:
        raise AssertionError("the source is not the caller's string")
    if "".join(solid(node.text) for node in article.nodes) != solid(source):
        raise AssertionError("the nodes are not the source")
    articlekit.explain(source, format="text")
