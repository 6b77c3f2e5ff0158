"""The story as texts, each with its dateline, and in sections, each below its subheading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from articlekit.model import Dateline, Node, Subheading

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable


class Section(Struct, frozen=True):
    """A subheading and the nodes up to the next one."""

    subheading: Subheading
    """The line above the section."""
    nodes: tuple[Node, ...]
    """What stands below it."""

    @property
    def text(self) -> str:
        """The text below the subheading, one blank line between nodes."""
        return "\n\n".join(node.text for node in self.nodes)


def texts_of(nodes: Iterable[Node], body: Collection[Node], *, dated: bool) -> list[str]:
    """The texts of a body, in the order of `nodes`, each with the dateline that opens it.

    A dateline is a node of its own, and the beginning of the paragraph in which it is printed.
    Those that give a day are left out unless `dated`: they are the wire's (decision 21).
    """
    members = set(map(id, body))
    found: list[str] = []
    dateline: Dateline | None = None
    for node in nodes:
        if isinstance(node, Dateline):
            dateline = node if dated or node.date_text is None else None
            continue
        if id(node) in members:
            opening = "" if dateline is None else _opening(dateline, node)
            found.append(opening + node.text)
        dateline = None
    return found


def _opening(dateline: Dateline, node: Node) -> str:
    """A dateline as it stands before a text: scripts without spaces set none."""
    return dateline.text + ("" if dateline.span.end == node.span.start else " ")


def sections_of(body: Iterable[Node]) -> tuple[Section, ...]:
    """Every subheading of a body with the nodes below it, up to the next one."""
    found: list[tuple[Subheading, list[Node]]] = []
    for node in body:
        if isinstance(node, Subheading):
            found.append((node, []))
        elif found:
            found[-1][1].append(node)
    return tuple(Section(subheading, tuple(nodes)) for subheading, nodes in found)
