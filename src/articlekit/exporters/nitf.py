r"""An article as NITF 3.6, the News Industry Text Format of the IPTC, in XML.

The standard: https://iptc.org/std/NITF/3.6/ (schema `nitf-3-6.xsd`). Printed lines keep their
words; what was read in them is marked up.

>>> import articlekit
>>> from articlekit.model import Headline, Paragraph, Span
>>> nodes = (
...     Headline(text="Town votes for wall", span=Span(0, 19)),
...     Paragraph(text="The council <b>voted</b>.", span=Span(20, 45)),
... )
>>> article = articlekit.Article("\n".join(node.text for node in nodes), nodes)
>>> document = article.to_nitf()
>>> print(document[document.index("<body>") :])
<body>
<body.head>
<hedline><hl1>Town votes for wall</hl1></hedline>
</body.head>
<body.content>
<p>The council &lt;b&gt;voted&lt;/b&gt;.</p>
</body.content>
</body>
</nitf>
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from articlekit.exporters.facts import CREDITED, is_tailpiece, language_of, texts_of
from articlekit.exporters.form import Form
from articlekit.exporters.inline import one_line
from articlekit.exporters.layout import (
    DEEPEST,
    Group,
    bare_start,
    list_steps,
    numbered,
    parted,
    said,
)
from articlekit.exporters.markup import element, escape, lines, named, nest, opening
from articlekit.exporters.nitf_head import head_of, normal_date
from articlekit.exporters.parts import known_of_author, structured
from articlekit.exporters.urls import PICTURES, strict_url
from articlekit.model import (
    Byline,
    Code,
    Correction,
    Dateline,
    Embed,
    Headline,
    Kicker,
    PullQuote,
    Standfirst,
    Subheading,
    Table,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from articlekit.article import Article
    from articlekit.exporters.layout import Parted
    from articlekit.figures import Figure
    from articlekit.model import Author, ListItem, Mark, Node, Quote

_ROOT: Final = {
    "xmlns": "http://iptc.org/std/NITF/2006-10-18/",
    "version": "-//IPTC//DTD NITF 3.6//EN",
    "change.date": "September 11, 2009",
    "change.time": "12:26",
}
"""The attributes of the root, as the schema fixes them."""

_PERSON: Final = ("<person>", "</person>")
_BYLINE: Final = {
    "person": _PERSON,
    "role": ("<byttl>", "</byttl>"),
    "organisation": ("<byttl><org>", "</org></byttl>"),
    "location": ("<location>", "</location>"),
    "email": ("<virtloc>", "</virtloc>"),
    "handle": ("<virtloc>", "</virtloc>"),
}
_DATELINE: Final = {
    "place": ("<location><city>", "</city></location>"),
    "region": ("<location><state>", "</state></location>"),
    "country": ("<location><country>", "</country></location>"),
}
_CREDIT: Final = {"person": _PERSON, "organisation": ("<org>", "</org>")}


def to_nitf(article: Article) -> str:
    """The article as a document of NITF: a str that begins with an XML declaration.

    The declaration names no encoding, since a str has none; UTF-8 is what readers take then.
    """
    form = _Nitf(article)
    blocks = parted(article)
    story = [form.group(group) for group in blocks.rest]
    rights = [_note(escape(text), "cpyrt") for text in texts_of(article, "copyright")]
    body = [
        lines("body.head", list(form.above(article, blocks))),
        lines("body.content", [*story, *rights]),
        lines("body.end", [form.below(article)]),
    ]
    inside = [head_of(article), lines("body", body) or "<body/>"]
    root = {**_ROOT, "baselang": language_of(article)}
    return f'<?xml version="1.0"?>\n{lines("nitf", inside, root)}'


class _Nitf(Form):
    """The elements of each group."""

    def above(self, article: Article, blocks: Parted) -> Iterator[str]:
        """What stands above the story, in the order that the schema wants."""
        nodes = [node for group in blocks.head for node in group.nodes]
        kickers = [
            element("hl2", self.text(node), {"class": "kicker"})
            for node in nodes
            if isinstance(node, Kicker)
        ]
        headlines = [self.text(node) for node in nodes if isinstance(node, Headline)]
        if headlines or kickers:
            yield element("hedline", element("hl1", " ".join(headlines)) + "".join(kickers))
        for node in nodes:
            if isinstance(node, Byline):
                yield self.byline(node)
        printed = {a.name for n in article.nodes if isinstance(n, Byline) for a in n.authors}
        for author in article.authors:
            if (
                one_line(author.name)
                and author.name not in printed
                and CREDITED.get(author.contribution) == "author"
            ):
                yield _unprinted(author)
        if blocks.dateline:
            names = [named("org", name) for name in blocks.dateline.sources]
            yield element("distributor", ", ".join(filter(None, names))) if any(names) else ""
            yield self.dateline(blocks.dateline)
        standfirst = [self.node(node) for node in nodes if isinstance(node, Standfirst)]
        if standfirst:
            yield element("abstract", "".join(standfirst))

    def below(self, article: Article) -> str:
        """Sign-offs and biographies, as one tagline."""
        texts = [self.text(node) for node in article.nodes if is_tailpiece(node)]
        return element("tagline", "<br/>".join(texts)) if texts else ""

    def text(self, node: Node, start: int | None = None, end: int | None = None) -> str:
        return nest(self.pieces(node, start, end), _tags)

    def plain(self, node: Node) -> str:
        return "".join(text for text, _ in self.pieces(node))

    def byline(self, node: Byline) -> str:
        return element("byline", structured(self.plain(node), node, _BYLINE))

    def dateline(self, node: Dateline) -> str:
        date = opening("story.date", {"norm": normal_date(node.date)})
        tags = {**_DATELINE, "date": (date, "</story.date>")}
        return element("dateline", structured(self.plain(node), node, tags))

    def node(self, node: Node) -> str:  # noqa: PLR0911 - one line for each kind
        match node:
            case Subheading():
                level = min(max(node.level, 2), 6)
                return element("hl2", self.text(node), {"class": f"level{level}"})
            case Byline():
                return element("block", self.byline(node))
            case Correction():
                return _note(self.text(node), "editorsnote")
            case Table() if node.rows:
                return _table(node)
            case Code():
                return element("pre", escape(node.text))
            case Embed():
                return element("block", element("p", self.text(node)), {"class": "embed"})
            case _:
                return element("p", self.text(node))

    def opening(self, dateline: Dateline, paragraph: Node | None) -> str:
        follows = self.group(Group((paragraph,))) if paragraph else ""
        return element("block", self.dateline(dateline) + follows)

    def quote(self, quote: Quote | PullQuote, speaker: Node | None) -> str:
        words = said(quote)
        text = self.text(quote, *words) if words else self.text(quote)
        speakers = [self.text(quote, words[1], quote.span.end)] if words else []
        if speaker:
            speakers.append(self.text(speaker))
        credit = element("credit", " ".join(speakers)) if speakers else ""
        kind = "pullquote" if isinstance(quote, PullQuote) else None
        return element("bq", element("block", element("p", text)) + credit, {"class": kind})

    def items(self, items: Sequence[ListItem]) -> str:
        written: list[str] = []
        for step, item in list_steps(items, DEEPEST):
            match step:
                case "open" if numbered(item):
                    written.append(f"<ol{_from(item)}>")
                case "open":
                    written.append("<ul>")
                case "item":
                    written.append(f"\n<li>{self.text(item, bare_start(item))}")
                case "end":
                    written.append("</li>")
                case "close":
                    written.append("</ol>" if numbered(item) else "</ul>")
        return "".join(written)

    def figure(self, figure: Figure) -> str:
        url, caption, credit = strict_url(figure.url, PICTURES), figure.caption, figure.credit
        if not (url or caption or credit):
            return ""
        inside = element("media-reference", "", {"source": url, "alternate-text": figure.alt})
        if caption:
            inside += element("media-caption", self.text(caption))
        if credit:
            inside += element("media-producer", structured(self.plain(credit), credit, _CREDIT))
        return element("media", inside, {"media-type": "image"})


def _tags(mark: Mark) -> tuple[str, str] | None:
    if mark.kind != "link":
        return f'<em class="{mark.kind}">', "</em>"
    url = strict_url(mark.target)
    return (f'<a href="{escape(url)}">', "</a>") if url else None


def _note(text: str, kind: str) -> str:
    return element("note", element("body.content", element("p", text)), {"noteclass": kind})


def _unprinted(author: Author) -> str:
    """A byline for somebody whom only metadata or a sign-off name."""
    known = ((one_line(words), kind) for words, kind in known_of_author(author))
    return element("byline", ", ".join(escape(x).join(_BYLINE[kind]) for x, kind in known if x))


def _from(item: ListItem) -> str:
    """Where a numbered list begins, unless at 1."""
    number = re.search(r"[0-9]{1,8}", item.marker or "")
    return f' seqnum="{number[0]}"' if number and number[0] != "1" else ""


def _table(table: Table) -> str:
    rows = ("".join(element("td", escape(cell)) for cell in row) or "<td/>" for row in table.rows)
    return element("table", "".join(f"\n<tr>{row}</tr>" for row in rows) + "\n")
