"""An article as plain text for readers: what belongs to it, boilerplate left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from articlekit.article import Article


def to_text(article: Article) -> str:
    """Headline, standfirst, byline and body, one blank line between them."""
    head = (article.kicker, article.headline, article.standfirst, article.byline)
    dateline = article.dateline
    parts = [node.text for node in head if node is not None]
    for node in article.body:
        text = node.text
        if dateline is not None and node.span.start >= dateline.span.end:
            text, dateline = f"{dateline.text} {text}", None
        parts.append(text)
    return "\n\n".join(parts)
