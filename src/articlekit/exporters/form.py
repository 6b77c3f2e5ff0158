"""How a document is written group by group: which function of a format writes what.

A format (`html`, `markdown`, `nitf`, `tei`) says how it writes a figure, a list, a quotation, an
opening and a single node; which of these a group is, is told here.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING

from articlekit.exporters.inline import Inline
from articlekit.model import Dateline, ListItem, PullQuote, Quote

if TYPE_CHECKING:
    from collections.abc import Sequence

    from articlekit.article import Article
    from articlekit.exporters.layout import Group
    from articlekit.figures import Figure
    from articlekit.model import Node


class Form(ABC):
    """A format, ready to write the groups of one article."""

    def __init__(self, article: Article) -> None:
        """Make the links and emphasis of the article ready."""
        self.pieces = Inline(article).pieces

    def group(self, group: Group) -> str:
        """One block of the document."""
        if group.figure is not None:
            return self.figure(group.figure)
        first = group.nodes[0]
        second = group.nodes[1] if len(group.nodes) > 1 else None
        match first:
            case ListItem():
                return self.items([node for node in group.nodes if isinstance(node, ListItem)])
            case Quote() | PullQuote():
                return self.quote(first, second)
            case Dateline():
                return self.opening(first, second)
            case _:
                return self.node(first)

    @abstractmethod
    def figure(self, figure: Figure) -> str:
        """A picture with what is written under it."""

    @abstractmethod
    def items(self, items: Sequence[ListItem]) -> str:
        """A list, and the lists in it."""

    @abstractmethod
    def quote(self, quote: Quote | PullQuote, speaker: Node | None) -> str:
        """A quotation, and the line that names its speaker, if there is one."""

    @abstractmethod
    def opening(self, dateline: Dateline, paragraph: Node | None) -> str:
        """A dateline and the paragraph it opens, if there is one."""

    @abstractmethod
    def node(self, node: Node) -> str:
        """A node that stands alone."""
