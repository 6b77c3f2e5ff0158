"""An article as Markdown: from typed nodes, every character of content escaped, no raw HTML."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from articlekit.model import (
    Attribution,
    Byline,
    Caption,
    Code,
    Correction,
    Dateline,
    Headline,
    Kicker,
    ListItem,
    Node,
    PhotoCredit,
    PullQuote,
    Quote,
    Standfirst,
    Subheading,
    Table,
    TimeLine,
)

if TYPE_CHECKING:
    from articlekit.article import Article

_SPECIAL = re.compile(r"([\\`*_\[\]<>&#|~])")
_LINE_START = re.compile(r"^(\d*)([-+=.)])(?=\s|$)")
_LEFT_OUT = ("boilerplate", "unknown")


def to_markdown(article: Article) -> str:
    """Everything but boilerplate, in reading order; later copies of the headline left out."""
    parts: list[str] = []
    title = article.headline
    lead = ""
    for node in article.nodes:
        if isinstance(node, Headline) and node is not title:
            continue
        if isinstance(node, Dateline):
            lead = f"**{escape(node.text)}** "
            continue
        text = _node(node)
        if text is not None:
            parts.append(lead + text if lead else text)
            lead = ""
    if lead:
        parts.append(lead.strip())
    return "\n\n".join(parts) + "\n" if parts else ""


def escape(text: str) -> str:
    """Text that Markdown shows as it is: marks escaped, also those at the start of the line."""
    return _LINE_START.sub(r"\1\\\2", _SPECIAL.sub(r"\\\1", text))


def _node(node: Node) -> str | None:  # noqa: PLR0911 - one line for each kind
    text = escape(node.text)
    match node:
        case Headline():
            return f"# {text}"
        case Subheading():
            return f"{'#' * node.level} {text}"
        case Kicker() | Byline() | TimeLine() | Caption() | PhotoCredit() | Correction():
            return f"*{text}*"
        case Standfirst():
            return f"**{text}**"
        case Quote() | PullQuote():
            return f"> {text}"
        case Attribution():
            return f"> — {text}"
        case ListItem():
            bare = node.text[len(node.marker) :].strip() if node.marker else node.text
            return f"- {escape(bare)}"
        case Table():
            return " | ".join(escape(cell) for row in node.rows for cell in row)
        case Code():
            return "\n".join(f"    {line}" for line in node.text.splitlines())
        case _:
            return None if node.__struct_config__.tag in _LEFT_OUT else text
