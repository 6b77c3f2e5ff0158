r"""An article as clean HTML that is safe to show in any page.

The document is written from typed nodes, never copied from a page: only the tags of `TAGS`, only
the attributes of `ATTRIBUTES`, every string escaped, every address checked (`exporters.urls`).

>>> import articlekit
>>> from articlekit.model import Byline, Headline, Paragraph, Span
>>> nodes = (
...     Headline(text="Town votes for wall", span=Span(0, 19)),
...     Byline(text="By Jane Roe", span=Span(20, 31)),
...     Paragraph(text="The council <b>voted</b>.", span=Span(32, 57)),
... )
>>> source = "\n".join(node.text for node in nodes)
>>> print(articlekit.Article(source, nodes, language="en").to_html())
<article lang="en">
<header>
<h1>Town votes for wall</h1>
<address>By Jane Roe</address>
</header>
<p>The council &lt;b&gt;voted&lt;/b&gt;.</p>
</article>
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from articlekit.exporters.facts import iso_date, language_of
from articlekit.exporters.form import Form
from articlekit.exporters.layout import (
    bare_start,
    groups,
    leftover,
    list_steps,
    numbered,
    said,
)
from articlekit.exporters.markup import escape, nest
from articlekit.exporters.urls import PICTURES, safe_url
from articlekit.model import (
    Attribution,
    Byline,
    Code,
    Correction,
    Dateline,
    Embed,
    Headline,
    ListItem,
    Node,
    PullQuote,
    Quote,
    Subheading,
    Table,
    TimeLine,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from articlekit.article import Article
    from articlekit.exporters.inline import Piece
    from articlekit.figures import Figure
    from articlekit.model import Mark, Timestamp

TAGS: Final = frozenset(
    """
    a address article aside b blockquote cite code em figcaption figure footer h1 h2 h3 h4 h5 h6
    header img li ol p pre section small strong sub sup table tbody td time tr ul
    """.split()  # noqa: SIM905 - thirty-six strings in quotes are hard to read
)
"""The tags that are written; no other ever is."""
ATTRIBUTES: Final = frozenset({"href", "src", "alt", "title", "lang", "dir", "datetime"})
"""The attributes that are written; no other ever is."""

_MARKS: Final = {
    "strong": "strong",
    "emphasis": "em",
    "code": "code",
    "superscript": "sup",
    "subscript": "sub",
}
_RIGHT_TO_LEFT: Final = frozenset({"ar", "fa", "he", "iw", "ku", "ps", "sd", "ug", "ur", "yi"})


def to_html(article: Article, *, boilerplate: bool = False) -> str:
    """The article as one `<article>` element.

    With `boilerplate`, what stood around the story follows in a `<footer>`, one `<section>` for
    each run of lines of one kind, the kind as its title.
    """
    form = _Html(article)
    blocks = list(groups(article))
    lines = [_open(article)]
    head = [form.group(block) for block in blocks if block.head]
    if head:
        lines += ["<header>", *head, "</header>"]
    lines += [form.group(block) for block in blocks if not block.head]
    if boilerplate:
        lines += form.around(article)
    return "\n".join([line for line in lines if line] + ["</article>"])


def story_html(article: Article) -> str:
    """The article without its head, as elements side by side."""
    form = _Html(article)
    lines = (form.group(block) for block in groups(article) if not block.head)
    return "\n".join(line for line in lines if line)


def _open(article: Article) -> str:
    language = language_of(article)
    if language is None:
        return "<article>"
    direction = ' dir="rtl"' if language[:2].lower() in _RIGHT_TO_LEFT else ""
    return f'<article lang="{escape(language)}"{direction}>'


class _Html(Form):
    """The tags of each group."""

    def around(self, article: Article) -> Iterator[str]:
        """What stood around the story, as a footer."""
        runs = list(leftover(article))
        if runs:
            yield "<footer>"
        for kind, nodes in runs:
            yield f'<section title="{escape(kind.replace("_", " "))}">'
            yield from (f"<p>{_text(self.pieces(node))}</p>" for node in nodes)
            yield "</section>"
        if runs:
            yield "</footer>"

    def node(self, node: Node) -> str:  # noqa: PLR0911 - one line for each kind
        text = _text(self.pieces(node))
        match node:
            case Headline():
                return f"<h1>{text}</h1>"
            case Subheading():
                level = min(max(node.level, 2), 6)
                return f"<h{level}>{text}</h{level}>"
            case Byline():
                return f"<address>{text}</address>"
            case TimeLine():
                return f"<p>{_time(node.published or node.modified, text)}</p>"
            case Attribution():
                return f"<p><cite>{text}</cite></p>"
            case Table():
                return _table(node) if node.rows else f"<p>{text}</p>"
            case Code():
                return f"<pre><code>{escape(node.text)}</code></pre>"
            case Correction() | Embed():
                return f"<aside><p>{text}</p></aside>"
            case _:
                return f"<p>{text}</p>"

    def opening(self, dateline: Dateline, paragraph: Node | None) -> str:
        lead = f"<b>{_text(self.pieces(dateline))}</b>"
        return f"<p>{lead} {_text(self.pieces(paragraph))}</p>" if paragraph else f"<p>{lead}</p>"

    def quote(self, quote: Quote | PullQuote, speaker: Node | None) -> str:
        words = said(quote)
        text = _text(self.pieces(quote, *words) if words else self.pieces(quote))
        speakers = [_text(self.pieces(quote, words[1], quote.span.end))] if words else []
        if speaker:
            speakers.append(_text(self.pieces(speaker)))
        by = "".join(f"<footer><cite>{speaker}</cite></footer>" for speaker in speakers)
        block = f"<blockquote><p>{text}</p>{by}</blockquote>"
        return f"<aside>{block}</aside>" if isinstance(quote, PullQuote) else block

    def items(self, items: Sequence[ListItem]) -> str:
        """Lists and the lists in them; one that is numbered next to one that is not ends it."""
        written: list[str] = []
        for step, item in list_steps(items):
            tag = "ol" if numbered(item) else "ul"
            match step:
                case "open":
                    written.append(f"<{tag}>")
                case "item":
                    written.append(f"\n<li>{_text(self.pieces(item, bare_start(item)))}")
                case "end":
                    written.append("</li>")
                case "close":
                    written.append(f"</{tag}>")
        return "".join(written)

    def figure(self, figure: Figure) -> str:
        url = safe_url(figure.url, PICTURES)
        alt = escape(" ".join((figure.alt or "").split()))
        picture = f'<img src="{escape(url)}" alt="{alt}">' if url else ""
        parts = []
        if figure.caption:
            parts.append(_text(self.pieces(figure.caption)))
        if figure.credit:
            parts.append(f"<small>{_text(self.pieces(figure.credit))}</small>")
        caption = f"<figcaption>{' '.join(parts)}</figcaption>" if parts else ""
        return f"<figure>{picture}{caption}</figure>" if picture or caption else ""


def _table(table: Table) -> str:
    rows = ("".join(f"<td>{escape(cell)}</td>" for cell in row) for row in table.rows)
    body = "\n".join(f"<tr>{row}</tr>" for row in rows)
    return f"<table><tbody>\n{body}\n</tbody></table>"


def _time(stamp: Timestamp | None, text: str) -> str:
    moment = iso_date(stamp)
    return f'<time datetime="{moment}">{text}</time>' if moment else text


def _text(pieces: Sequence[Piece]) -> str:
    """Pieces with their marks as elements."""
    return nest(pieces, _tags)


def _tags(mark: Mark) -> tuple[str, str] | None:
    if mark.kind != "link":
        return f"<{_MARKS[mark.kind]}>", f"</{_MARKS[mark.kind]}>"
    url = safe_url(mark.target)
    return (f'<a href="{escape(url)}">', "</a>") if url else None
