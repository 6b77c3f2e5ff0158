"""An article as lines on a terminal."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from articlekit.article import Article

_STORY, _HEAD, _PICTURE, _REST = "32", "36", "35", "2"
_COLOURS = {
    **dict.fromkeys(("headline", "kicker", "standfirst", "byline", "time_line", "dateline"), _HEAD),
    **dict.fromkeys(("caption", "photo_credit"), _PICTURE),
    **dict.fromkeys(("boilerplate", "unknown"), _REST),
}
_WIDTH = 100


def show_tree(article: Article) -> None:
    """One line a node: its kind, how sure that is, and its text."""
    colour = sys.stdout.isatty() and "NO_COLOR" not in os.environ
    for node in article.nodes:
        kind = str(node.__struct_config__.tag)
        name = getattr(node, "kind", None) if kind == "boilerplate" else None
        label = f"{kind}:{name}" if name else kind
        text = node.text if len(node.text) <= _WIDTH else node.text[: _WIDTH - 1] + "…"
        line = f"{label:24} {node.confidence:4.2f}  {text}"
        print(f"\x1b[{_COLOURS.get(kind, _STORY)}m{line}\x1b[0m" if colour else line)
