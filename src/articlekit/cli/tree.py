"""An article as lines on a terminal."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from articlekit.view.families import FAMILY_OF, kind_of

if TYPE_CHECKING:
    from articlekit.article import Article

_COLOURS = {"head": "36", "story": "32", "picture": "35", "around": "2"}
"""Colours of a terminal by family of kinds."""
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
        hue = _COLOURS[FAMILY_OF[kind_of(node)]]
        print(f"\x1b[{hue}m{line}\x1b[0m" if colour else line)
