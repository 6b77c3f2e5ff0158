"""The story in sections: each subheading with what stands below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from articlekit.model import Node, Subheading

if TYPE_CHECKING:
    from collections.abc import Iterable


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


def sections_of(body: Iterable[Node]) -> tuple[Section, ...]:
    """Every subheading of a body with the nodes below it, up to the next one."""
    found: list[tuple[Subheading, list[Node]]] = []
    for node in body:
        if isinstance(node, Subheading):
            found.append((node, []))
        elif found:
            found[-1][1].append(node)
    return tuple(Section(subheading, tuple(nodes)) for subheading, nodes in found)
