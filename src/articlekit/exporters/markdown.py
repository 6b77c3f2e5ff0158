r"""An article as Markdown: from typed nodes, every character of content escaped, no raw HTML.

CommonMark, with tables as GitHub and most others write them.

>>> import articlekit
>>> from articlekit.model import Byline, Headline, Paragraph, Span
>>> nodes = (
...     Headline(text="Town votes for *new* wall", span=Span(0, 25)),
...     Byline(text="By Jane Roe", span=Span(26, 37)),
...     Paragraph(text="The council voted.", span=Span(38, 56)),
... )
>>> source = "\n".join(node.text for node in nodes)
>>> print(articlekit.Article(source, nodes).to_markdown())
# Town votes for \*new\* wall
<BLANKLINE>
*By Jane Roe*
<BLANKLINE>
The council voted.
<BLANKLINE>
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from articlekit.exporters.emphasis import escape, marked, whole
from articlekit.exporters.form import Form
from articlekit.exporters.inline import clean
from articlekit.exporters.layout import bare_start, groups, numbered, said
from articlekit.exporters.urls import PICTURES, safe_url
from articlekit.model import (
    Attribution,
    Byline,
    Code,
    Correction,
    Dateline,
    Headline,
    Kicker,
    ListItem,
    Node,
    PullQuote,
    Quote,
    Standfirst,
    Subheading,
    Table,
    TimeLine,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from articlekit.article import Article
    from articlekit.exporters.inline import Piece
    from articlekit.figures import Figure

_FENCE: Final = re.compile(r"`{3,}")
_NUMBER: Final = re.compile(r"[0-9]{1,8}")


def to_markdown(article: Article) -> str:
    """Everything but boilerplate: the head, then the rest in reading order."""
    form = _Markdown(article)
    parts = [form.group(group) for group in groups(article)]
    written = [part for part in parts if part]
    return "\n\n".join(written) + "\n" if written else ""


class _Markdown(Form):
    """The lines of each group."""

    def node(self, node: Node) -> str:  # noqa: PLR0911 - one line for each kind
        pieces = self.pieces(node)
        match node:
            case Headline():
                return f"# {marked(pieces)}"
            case Subheading():
                return f"{'#' * min(max(node.level, 2), 6)} {marked(pieces)}"
            case Kicker() | Byline() | TimeLine() | Correction():
                return whole(pieces, "*")
            case Standfirst():
                return whole(pieces, "**")
            case Attribution():
                return f"> — {marked(pieces, opens=False)}"
            case Table():
                return _table(node) if any(node.rows) else marked(pieces)
            case Code():
                return _code(node.text)
            case _:
                return marked(pieces)

    def opening(self, dateline: Dateline, paragraph: Node | None) -> str:
        lead = whole(self.pieces(dateline), "**")
        text = marked(self.pieces(paragraph), opens=not lead) if paragraph else ""
        return " ".join(part for part in (lead, text) if part)

    def quote(self, quote: Quote | PullQuote, speaker: Node | None) -> str:
        words = said(quote)
        text = marked(self.pieces(quote, *words) if words else self.pieces(quote))
        speakers = [self.pieces(quote, words[1], quote.span.end)] if words else []
        if speaker:
            speakers.append(self.pieces(speaker))
        by = (f"> {_dashed(marked(pieces, opens=False))}" for pieces in speakers)
        return "\n>\n".join([f"> {text}", *by])

    def items(self, items: Sequence[ListItem]) -> str:
        lines: list[str] = []
        widths: list[int] = []
        counts: list[int] = []
        for item in items:
            depth = min(max(item.depth, 0), len(widths))
            deeper = depth == len(widths)
            count = _count(item) if deeper or not numbered(item) else counts[depth] + 1
            marker = f"{count}." if numbered(item) else "-"
            widths[depth:], counts[depth:] = [len(marker) + 1], [count]
            text = marked(self.pieces(item, bare_start(item)))
            lines.append(f"{' ' * sum(widths[:depth])}{marker} {text}")
        return "\n".join(lines)

    def figure(self, figure: Figure) -> str:
        url = safe_url(figure.url, PICTURES)
        alt = escape(" ".join((figure.alt or "").split()))
        picture = f"![{alt}](<{url.replace('&', '&amp;')}>)" if url else ""
        beside = [self.pieces(node) for node in (figure.caption, figure.credit) if node is not None]
        between: list[Piece] = [(" ", ())]
        caption = whole([piece for pieces in beside for piece in (*pieces, *between)], "*")
        return "\n\n".join(part for part in (picture, caption) if part)


def _dashed(speaker: str) -> str:
    return speaker if speaker.startswith(("—", "–", "―")) else f"— {speaker}"


def _count(item: ListItem) -> int:
    found = _NUMBER.search(item.marker or "")
    return int(found[0]) if found else 1


def _table(table: Table) -> str:
    """The rows as they are; Markdown must have a head, so the first row is it."""
    width = max(len(row) for row in table.rows)
    rows = [
        [escape(" ".join(cell.split())) for cell in row] + [""] * (width - len(row))
        for row in table.rows
    ]
    rows.insert(1, ["---"] * width)
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _code(text: str) -> str:
    text = clean(text)
    fence = max((found[0] for found in _FENCE.finditer(text)), key=len, default="``") + "`"
    return f"{fence}\n{text}\n{fence}"
