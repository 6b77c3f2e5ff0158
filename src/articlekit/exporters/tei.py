r"""An article as a document of TEI P5, the Text Encoding Initiative's XML for texts.

The guidelines: https://tei-c.org/guidelines/p5/. Elements are those of the modules header, core,
textstructure, namesdates, figures and linking. Printed lines keep their words; what was read in
them is marked up.

>>> import articlekit
>>> from articlekit.model import Headline, Paragraph, Span, Subheading
>>> nodes = (
...     Headline(text="Town votes for wall", span=Span(0, 19)),
...     Paragraph(text="The council <b>voted</b>.", span=Span(20, 45)),
...     Subheading(text="Why?", span=Span(46, 50)),
... )
>>> article = articlekit.Article("\n".join(node.text for node in nodes), nodes, language="en")
>>> document = article.to_tei()
>>> print(document[document.index("<text") :])
<text xml:lang="en">
<body>
<head type="main">Town votes for wall</head>
<p>The council &lt;b&gt;voted&lt;/b&gt;.</p>
<div type="section">
<head>Why?</head>
</div>
</body>
</text>
</TEI>
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from articlekit.exporters.facts import iso_date, language_of
from articlekit.exporters.form import Form
from articlekit.exporters.layout import (
    DEEPEST,
    Group,
    bare_start,
    leftover,
    list_steps,
    numbered,
    parted,
    said,
)
from articlekit.exporters.markup import element, escape, lines, named, nest, opening
from articlekit.exporters.parts import structured
from articlekit.exporters.tei_header import header_of
from articlekit.exporters.urls import PICTURES, strict_url
from articlekit.model import (
    Byline,
    Code,
    Correction,
    Dateline,
    Embed,
    Headline,
    Kicker,
    Paragraph,
    PullQuote,
    Standfirst,
    Subheading,
    Table,
    TimeLine,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from articlekit.article import Article
    from articlekit.figures import Figure
    from articlekit.model import ListItem, Mark, Node, Quote

_NAMES: Final = {
    "person": ("<persName>", "</persName>"),
    "organisation": ("<orgName>", "</orgName>"),
    "role": ("<roleName>", "</roleName>"),
    "email": ("<email>", "</email>"),
    "handle": ('<idno type="handle">', "</idno>"),
    "location": ("<placeName>", "</placeName>"),
    "place": ("<placeName>", "</placeName>"),
    "region": ("<region>", "</region>"),
    "country": ("<country>", "</country>"),
}
_LOOKS: Final = {"strong": "bold", "emphasis": "italic"}


def to_tei(article: Article, *, boilerplate: bool = False) -> str:
    """The article as a document of TEI: a str that begins with an XML declaration.

    The declaration names no encoding, since a str has none; UTF-8 is what readers take then. With
    `boilerplate`, what stood around the story follows in `<back>`, one `<div>` for each run of
    lines of one kind, the kind as its type.
    """
    form = _Tei(article)
    blocks = parted(article)
    head = [form.above(node) for group in blocks.head for node in group.nodes]
    if blocks.dateline:
        head.append(element("dateline", form.structured(blocks.dateline)))
    body = lines("body", [*head, *form.story(blocks.rest)])
    back = lines("back", list(form.around(article))) if boilerplate else ""
    text = lines("text", [body, back], {"xml:lang": language_of(article)})
    root = {"xmlns": "http://www.tei-c.org/ns/1.0"}
    return f'<?xml version="1.0"?>\n{lines("TEI", [header_of(article), text], root)}'


class _Tei(Form):
    """The elements of each group."""

    def above(self, node: Node) -> str:
        """A node of the head, as an element that may stand at the top of a body."""
        match node:
            case Kicker():
                return element("head", self.text(node), {"type": "kicker"})
            case Headline():
                return element("head", self.text(node), {"type": "main"})
            case Standfirst():
                return element("argument", element("p", self.text(node)))
            case TimeLine():
                return element("docDate", self.text(node), {"when": _when(node)})
            case _:
                return element("byline", self.structured(node))

    def story(self, groups: Sequence[Group]) -> Iterator[str]:
        """The story in divisions that nest as its subheadings do; a body must not be empty."""
        levels: list[int] = []
        holds = False
        for group in groups:
            first = group.nodes[0] if group.nodes else None
            if isinstance(first, Subheading):
                level = min(max(first.level, 2), 6)
                while levels and levels[-1] >= level:
                    levels.pop()
                    yield "</div>"
                levels.append(level)
                yield f'<div type="section">\n{element("head", self.text(first))}'
            else:
                yield self.group(group)
            holds = holds or not (first is None or isinstance(first, Correction))
        yield from ("</div>" for _ in levels)
        if not holds:
            yield "<p/>"

    def around(self, article: Article) -> Iterator[str]:
        """What stood around the story."""
        for kind, nodes in leftover(article):
            yield lines("div", [element("p", self.text(node)) for node in nodes], {"type": kind})

    def text(self, node: Node, start: int | None = None, end: int | None = None) -> str:
        return nest(self.pieces(node, start, end), _tags)

    def structured(self, node: Node) -> str:
        """A printed line with what was read in it."""
        line = "".join(text for text, _ in self.pieces(node))
        moment = iso_date(node.date) if isinstance(node, Dateline) else None
        date = (opening("date", {"when": moment}), "</date>")
        return structured(line, node, {**_NAMES, "date": date})

    def node(self, node: Node) -> str:  # noqa: PLR0911 - one line for each kind
        match node:
            case Byline():
                return element("ab", self.structured(node), {"type": "byline"})
            case TimeLine():
                return element("p", element("date", self.text(node), {"when": _when(node)}))
            case Kicker() | Standfirst() | Embed():
                kind = str(node.__struct_config__.tag)
                return element("ab", self.text(node), {"type": kind})
            case Correction():
                return element("note", self.text(node), {"type": node.kind})
            case Table() if node.rows:
                return _table(node)
            case Code():
                return element("ab", element("code", escape(node.text)), {"xml:space": "preserve"})
            case _:
                return element("p", self.text(node))

    def opening(self, dateline: Dateline, paragraph: Node | None) -> str:
        """A dateline within the story, where the element of that name may not stand."""
        inside = element("seg", self.structured(dateline), {"type": "dateline"})
        if paragraph is not None:
            is_quote = not isinstance(paragraph, Paragraph)
            inside += " " + (self.group(Group((paragraph,))) if is_quote else self.text(paragraph))
        return element("p", inside)

    def quote(self, quote: Quote | PullQuote, speaker: Node | None) -> str:
        words = said(quote)
        kind = "pull" if isinstance(quote, PullQuote) else None
        text = self.text(quote, *words) if words else self.text(quote)
        cited = element("quote", text, {"type": kind})
        speakers = [self.text(quote, words[1], quote.span.end)] if words else []
        if speaker:
            speakers.append(self.text(speaker))
        by = "".join(element("bibl", name) for name in speakers)
        return element("cit", cited + by) if by else cited

    def items(self, items: Sequence[ListItem]) -> str:
        written: list[str] = []
        for step, item in list_steps(items, DEEPEST):
            match step:
                case "open":
                    kind = "numbered" if numbered(item) else "bulleted"
                    written.append(f'<list rend="{kind}">')
                case "item":
                    start = bare_start(item)
                    number = item.marker if start is not None and numbered(item) else None
                    written.append("\n" + opening("item", {"n": number}) + self.text(item, start))
                case "end":
                    written.append("</item>")
                case "close":
                    written.append("</list>")
        return "".join(written)

    def figure(self, figure: Figure) -> str:
        url, caption, credit = strict_url(figure.url, PICTURES), figure.caption, figure.credit
        parts = [
            element("graphic", "", {"url": url}) if url else "",
            element("head", self.text(caption)) if caption else "",
            named("figDesc", figure.alt),
            element("ab", self.structured(credit), {"type": "credit"}) if credit else "",
        ]
        return element("figure", "".join(parts)) if url or caption or credit else ""


def _when(node: TimeLine) -> str | None:
    return iso_date(node.published or node.modified)


def _tags(mark: Mark) -> tuple[str, str] | None:
    if mark.kind == "link":
        url = strict_url(mark.target)
        return (opening("ref", {"target": url}), "</ref>") if url else None
    if mark.kind == "code":
        return "<code>", "</code>"
    return f'<hi rend="{_LOOKS.get(mark.kind, mark.kind)}">', "</hi>"


def _table(table: Table) -> str:
    rows = (
        "".join(element("cell", escape(cell)) for cell in row) or "<cell/>" for row in table.rows
    )
    return lines("table", [element("row", row) for row in rows])
