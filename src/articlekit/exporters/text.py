"""An article as plain text for readers: what belongs to it, boilerplate left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlekit.sections import texts_of

if TYPE_CHECKING:
    from articlekit.article import Article


def to_text(article: Article) -> str:
    """Headline, standfirst, byline and body, one blank line between them."""
    head = (article.kicker, article.headline, article.standfirst, article.byline)
    return "\n\n".join([*(node.text for node in head if node is not None), *story_of(article)])


def story_of(article: Article) -> list[str]:
    """The texts of the body's nodes, each with the dateline that opens it, as printed."""
    return texts_of(article.nodes, article.body, dated=True)
