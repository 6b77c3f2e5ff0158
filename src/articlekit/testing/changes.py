"""What differs between the values that are expected and those that are found."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from articlekit.testing.align import align
from articlekit.testing.snapshot import NODE_LISTS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from articlekit.testing.align import Plain, Row


class FactChange(NamedTuple):
    """A value that is not a list of nodes, or a field of a node, and what became of it."""

    name: str
    before: Any
    after: Any


class NodesChange(NamedTuple):
    """A list of nodes that is not the expected one, with the rows of both."""

    name: str
    before: Sequence[Plain]
    after: Sequence[Plain]
    rows: Sequence[Row]


def compare(
    expected: Mapping[str, Any], found: Mapping[str, Any]
) -> list[FactChange | NodesChange]:
    """What differs of that which is expected, in that order; empty where nothing does.

    Takes values by the names of `PINS`, as `snapshot` gives them and expectations hold them.
    """
    changes: list[FactChange | NodesChange] = []
    for name, before in expected.items():
        after = found[name]
        if before == after:
            continue
        if name in NODE_LISTS:
            changes.append(NodesChange(name, before, after, align(before, after)))
        else:
            changes.append(FactChange(name, before, after))
    return changes


def changed_fields(before: Plain, after: Plain) -> list[FactChange]:
    """The fields that differ between two nodes, but for type and kind."""
    names = [name for name in {**before, **after} if name not in {"type", "kind"}]
    pairs = ((name, before.get(name), after.get(name)) for name in names)
    return [FactChange(*pair) for pair in pairs if pair[1] != pair[2]]
