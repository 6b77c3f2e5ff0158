r"""An article in the output of a notebook cell: what it is, and its first nodes by kind.

Notebooks put this into a page of their own, light or dark in a way of their own. So there is no
script, no class and no id; text has the colour that the page gives it, and what colours stand
beside it are told apart on white and on black alike.

>>> import articlekit
>>> article = articlekit.parse_text("Town votes for wall\n\nBy Jane Roe\n\nThe council voted.")
>>> small = to_notebook(article)
>>> "Town votes for wall" in small, "<script" in small
(True, False)
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from articlekit.exporters.markup import escape
from articlekit.view.facts import facts_of, shorten
from articlekit.view.families import FAMILY_OF, kind_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlekit.article import Article
    from articlekit.model import Node

HUES: Final = {"head": "#4681c7", "story": "#3f8a4c", "picture": "#a35cae", "around": "#96793a"}
"""The colour of each family: at least 3:1 against white and against near-black."""
_MOST: Final = 40
"""So many rows are shown."""
_TEXT: Final = 120
_FACTS: Final = ("authors", "published", "site_name", "language")

_BOX: Final = "max-width:60em;font:14px/1.5 system-ui,sans-serif;text-align:start"
_TITLE: Final = "font-size:1.15em;font-weight:600"
_QUIET: Final = "opacity:.8"
_LIST: Final = "list-style:none;margin:.5em 0 0;padding:0"
_ROW: Final = "display:flex;gap:.75em;margin:0 0 2px;padding:0 0 0 .6em;border-left:3px solid {hue}"
_KIND: Final = "flex:none;width:10em;font-weight:600"
_SURE: Final = "flex:none;width:2.5em;opacity:.8"
_WORDS: Final = "flex:1;min-width:0;overflow-wrap:anywhere"


def to_notebook(article: Article) -> str:
    """The article as one `<div>`, some 20 KB at most: its facts and its first 40 rows.

    A row is a node, or several of one kind that follow each other around the story.
    """
    facts = dict(facts_of(article))
    count = f"{len(article.nodes)} nodes"
    line = " · ".join([*(facts[name] for name in _FACTS if name in facts), count])
    rows = list(_rows(article))
    written = "".join(rows[:_MOST])
    left = len(rows) - _MOST
    more = f'<div style="{_QUIET}">and {left} more rows</div>' if left > 0 else ""
    title = escape(shorten(article.title or "no headline"))
    return (
        f'<div style="{_BOX}"><div dir="auto" style="{_TITLE}">{title}</div>'
        f'<div style="{_QUIET}">{escape(line)}</div><ol style="{_LIST}">{written}</ol>{more}</div>'
    )


def _rows(article: Article) -> Iterator[str]:
    """Each node on a row; runs of one kind around the story share one."""
    for kind, run in groupby(article.nodes, key=kind_of):
        nodes = list(run)
        if FAMILY_OF[kind] == "around":
            yield _row(kind, nodes)
        else:
            yield from (_row(kind, [node]) for node in nodes)


def _row(kind: str, nodes: list[Node]) -> str:
    count = f" ×{len(nodes)}" if len(nodes) > 1 else ""
    sure = min(node.confidence for node in nodes)
    text = shorten(" · ".join(node.text[: 2 * _TEXT] for node in nodes[:_MOST]), _TEXT)
    return (
        f'<li style="{_ROW.format(hue=HUES[FAMILY_OF[kind]])}">'
        f'<span style="{_KIND}">{kind}{count}</span><span style="{_SURE}">{sure:.2f}</span>'
        f'<span dir="auto" style="{_WORDS}">{escape(text)}</span></li>'
    )
