"""What stands together in a document, whatever it is written in.

Nodes are single lines; readers see lists, quotations with their speaker, pictures with what is
written under them. `groups` joins these, and leaves out what a reader does not need twice.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from articlekit.figures import Figure, place_figures
from articlekit.model import (
    STORY,
    Attribution,
    Boilerplate,
    Byline,
    Dateline,
    Headline,
    Kicker,
    ListItem,
    Node,
    Paragraph,
    PullQuote,
    Quote,
    Standfirst,
    TimeLine,
    Unknown,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from articlekit.article import Article

DEEPEST = 16
"""So deep lie lists in lists in XML: its readers refuse what is nested some hundred times."""

_STORY = (*STORY, PullQuote, Dateline)
_HEAD = (Kicker, Headline, Standfirst, Byline, TimeLine)


class Group(Struct, frozen=True):
    """Nodes that stand together, or a figure: one block of a document.

    Several nodes are a list, a quotation and the line that names its speaker, or a dateline and the
    paragraph it opens. `head` says that it belongs above the story.
    """

    nodes: tuple[Node, ...] = ()
    figure: Figure | None = None
    head: bool = False


def groups(article: Article) -> Iterator[Group]:
    """The blocks of a document: the head of the article first, then the rest in reading order.

    Left out are boilerplate, what no label fits, and later copies of the headline. A headline that
    only the metadata know stands in the head all the same.
    """
    headline, kicker = article.headline, article.kicker
    nodes = article.nodes
    story = next((i for i, node in enumerate(nodes) if isinstance(node, _STORY)), len(nodes))
    head = {
        index
        for index, node in enumerate(nodes)
        if isinstance(node, _HEAD)
        and (index < story or _same(node, kicker) or _same(node, headline))
    }
    for kind in _HEAD:
        if kind is Headline and headline is not None and headline.span.start == headline.span.end:
            yield Group((headline,), head=True)
        for index in sorted(head):
            if isinstance(nodes[index], kind) and not _copy(nodes[index], headline):
                yield Group((nodes[index],), head=True)
    yield from _rest(article, head, headline)


class Parted(Struct, frozen=True):
    """A document's blocks: those above the story, the dateline that opens it, and the rest.

    The dateline is `None` where the story opens without one; later ones open their paragraphs.
    """

    head: tuple[Group, ...]
    dateline: Dateline | None
    rest: tuple[Group, ...]


def parted(article: Article) -> Parted:
    """The blocks of a document with the dateline of the story apart."""
    found = list(groups(article))
    head = tuple(group for group in found if group.head)
    rest = [group for group in found if not group.head]
    at = next((at for at, group in enumerate(rest) if group.figure is None), len(rest))
    opening = rest[at].nodes if at < len(rest) else ()
    if not opening or not isinstance(opening[0], Dateline):
        return Parted(head, None, tuple(rest))
    follows = (Group(opening[1:]),) if opening[1:] else ()
    return Parted(head, opening[0], (*rest[:at], *follows, *rest[at + 1 :]))


def leftover(article: Article) -> Iterator[tuple[str, tuple[Node, ...]]]:
    """What `groups` leaves out around the story, by kind, neighbours of one kind together."""
    rest = (node for node in article.nodes if isinstance(node, (Boilerplate, Unknown)))
    for kind, nodes in groupby(rest, key=lambda node: getattr(node, "kind", "unknown")):
        yield kind, tuple(nodes)


def said(quote: Quote | PullQuote) -> tuple[int, int] | None:
    """Where the words of a quotation stand when its own line also names the speaker."""
    other = quote.attribution
    if other is None or not quote.span.start < other.span.start < quote.span.end:
        return None
    return quote.span.start, other.span.start


def numbered(item: ListItem) -> bool:
    """Whether an item counts: it says so, or its marker has a number."""
    return item.ordered or any(mark.isdecimal() for mark in item.marker or "")


def bare_start(item: ListItem) -> int | None:
    """Where the text of an item begins behind its printed bullet or number."""
    marker = item.marker
    return item.span.start + len(marker) if marker and item.text.startswith(marker) else None


def list_steps(
    items: Sequence[ListItem], deepest: int | None = None
) -> Iterator[tuple[Literal["open", "item", "end", "close"], ListItem]]:
    """How lists and the lists in them are written: what opens, stands in, ends and closes them.

    One that is numbered next to one that is not ends it. Below `deepest` lists lie no deeper.
    """
    lists: list[ListItem] = []
    for item in items:
        depth = min(max(item.depth, 0), len(lists), len(lists) if deepest is None else deepest)
        while len(lists) > depth + 1 or (
            len(lists) == depth + 1 and numbered(lists[-1]) != numbered(item)
        ):
            yield "end", lists[-1]
            yield "close", lists.pop()
        if len(lists) == depth + 1:
            yield "end", lists[-1]
        else:
            lists.append(item)
            yield "open", item
        yield "item", item
    for first in reversed(lists):
        yield "end", first
        yield "close", first


def _rest(article: Article, head: set[int], headline: Headline | None) -> Iterator[Group]:
    figures: dict[int, list[Figure]] = {}
    shown: set[int] = set()
    for placed in place_figures(article.nodes, article.images, article.lead_image):
        figures.setdefault(placed.at, []).append(placed.figure)
        shown.update(placed.nodes)
    shown |= head
    kept: list[Node] = []
    for index, node in enumerate((*article.nodes, None)):
        for figure in figures.get(index, ()):
            yield from _joined(kept)
            kept = []
            yield Group(figure=figure)
        if node is not None and index not in shown and not _out(node, headline):
            kept.append(node)
    yield from _joined(kept)


def _out(node: Node, headline: Headline | None) -> bool:
    return isinstance(node, (Boilerplate, Unknown)) or _copy(node, headline)


def _copy(node: Node, headline: Headline | None) -> bool:
    return isinstance(node, Headline) and not _same(node, headline)


def _same(node: Node, other: Node | None) -> bool:
    """Whether two nodes are one: views may spell a node as the metadata do."""
    return other is not None and type(node) is type(other) and node.span == other.span


def _joined(nodes: list[Node]) -> Iterator[Group]:
    """Lists whole, quotations with the line that names the speaker, datelines with their text."""
    kept: list[Node] = []
    for node in nodes:
        if kept and not _belongs(kept, node):
            yield Group(tuple(kept))
            kept = []
        kept.append(node)
    if kept:
        yield Group(tuple(kept))


def _belongs(kept: list[Node], node: Node) -> bool:
    match kept[0]:
        case ListItem():
            return isinstance(node, ListItem)
        case Quote() | PullQuote():
            return len(kept) == 1 and isinstance(node, Attribution)
        case Dateline():
            return len(kept) == 1 and isinstance(node, (Paragraph, Quote))
        case _:
            return False
