"""Tell which node of one list is which of another, in about linear time.

Nodes that are the same in both lists hold on to each other, those that occur once before those
that occur often. As many of them as can be stand in the same order, and the others have moved.
Between two of them, nodes whose texts are alike are one node whose text has changed. (`difflib`
takes the square of the length on lists in which much is repeated, and knows no moves.)
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    Plain = Mapping[str, Any]
    Pairs = list[tuple[int, int]]
    Key = Callable[[Plain], object]

_ALIKE = 0.5
"""From which share of common triples of characters on two texts are one that has changed."""
_SAMPLE = 300
"""So many characters of a text are looked at."""
_COMMON = 8
"""Triples that more nodes of a gap have do not tell which of them is meant."""


class Row(NamedTuple):
    """Where a node stands in both lists; `None` in the one that does not have it."""

    before: int | None
    after: int | None
    moved: bool = False


def align(before: Sequence[Plain], after: Sequence[Plain]) -> list[Row]:
    """The rows of both lists in the order of `after`, with what was lost where it stood."""
    kept: Pairs = []
    for key in (label_of_node, _text_of):
        for once in (True, False):
            kept = _hold(before, after, kept, (key, once))
    moved = _moved(before, after, kept)
    gone = {i for i, _ in moved}
    come = {j for _, j in moved}
    for gap in list(_gaps(kept, len(before), len(after))):
        lost = [i for i in gap[0] if i not in gone]
        new = [j for j in gap[1] if j not in come]
        kept += _changed(before, after, lost, new)
    return list(_rows(sorted(kept), {j: i for i, j in moved}, len(before), len(after)))


def label_of_node(node: Plain) -> tuple[object, ...]:
    """What makes two nodes the same: type, kind and text."""
    return node["type"], str(node.get("kind")), node["text"]


def _text_of(node: Plain) -> object:
    return node["text"]


def _gaps(kept: Pairs, before: int, after: int) -> Iterator[tuple[range, range]]:
    """The stretches of both lists between pairs that stand in order."""
    for (i, j), (k, m) in pairwise([(-1, -1), *sorted(kept), (before, after)]):
        yield range(i + 1, k), range(j + 1, m)


def _hold(
    before: Sequence[Plain], after: Sequence[Plain], kept: Pairs, way: tuple[Key, bool]
) -> Pairs:
    """The pairs with those that one way of telling nodes finds between them."""
    found = list(kept)
    for left, right in _gaps(kept, len(before), len(after)):
        if left and right:
            pairs = _pairs(before, after, left, right, way)
            found += _in_order(pairs)
    return sorted(found)


def _pairs(
    before: Sequence[Plain],
    after: Sequence[Plain],
    left: Sequence[int],
    right: Sequence[int],
    way: tuple[Key, bool],
) -> Pairs:
    """Nodes with the same key: the first with the first; with `once` those that have no second."""
    key, once = way
    places = defaultdict(list)
    for j in right:
        places[key(after[j])].append(j)
    counted = Counter(key(before[i]) for i in left)
    seen: Counter[object] = Counter()
    pairs = []
    for i in left:
        name = key(before[i])
        at = seen[name]
        seen[name] += 1
        if at < len(places[name]) and not (once and counted[name] + len(places[name]) > 2):
            pairs.append((i, places[name][at]))
    return pairs


def _in_order(pairs: Pairs) -> Pairs:
    """The most pairs that rise in both lists: the longest increasing subsequence."""
    ends: list[int] = []
    tails: list[int] = []
    previous: list[int | None] = []
    for number, (_, j) in enumerate(pairs):
        at = bisect_left(ends, j)
        previous.append(tails[at - 1] if at else None)
        ends[at : at + 1] = [j]
        tails[at : at + 1] = [number]
    chain = []
    link = tails[-1] if tails else None
    while link is not None:
        chain.append(pairs[link])
        link = previous[link]
    return chain[::-1]


def _moved(before: Sequence[Plain], after: Sequence[Plain], kept: Pairs) -> Pairs:
    """Same nodes of what is left, wherever they stand; then nodes with the same text."""
    left = sorted(set(range(len(before))) - {i for i, _ in kept})
    right = sorted(set(range(len(after))) - {j for _, j in kept})
    found = _pairs(before, after, left, right, (label_of_node, False))
    gone, come = {i for i, _ in found}, {j for _, j in found}
    left = [i for i in left if i not in gone]
    right = [j for j in right if j not in come]
    return found + _pairs(before, after, left, right, (_text_of, False))


def _changed(
    before: Sequence[Plain], after: Sequence[Plain], lost: list[int], new: list[int]
) -> Pairs:
    """Nodes of one gap whose texts are alike, in order; else two that are alone in it."""
    if len(lost) == len(new) == 1 and _same_label(before[lost[0]], after[new[0]]):
        return [(lost[0], new[0])]
    mine = {i: _triples(before[i]) for i in lost}
    theirs = {j: _triples(after[j]) for j in new}
    places = defaultdict(list)
    for j, triples in theirs.items():
        for triple in triples:
            places[triple].append(j)
    pairs: Pairs = []
    for at, i in enumerate(lost):
        rare = (places[triple] for triple in mine[i] if len(places.get(triple, ())) <= _COMMON)
        votes = Counter(j for some in rare for j in some)
        opposite = new[at : at + 1] if len(lost) == len(new) else []
        nearest = sorted(votes, key=lambda j: (-votes[j], j))[:1]
        best = [j for j in (*nearest, *opposite) if _likeness(mine[i], theirs[j]) >= _ALIKE]
        pairs += [(i, best[0])] if best else []
    return _in_order(pairs)


def _same_label(one: Plain, other: Plain) -> bool:
    return label_of_node(one)[:2] == label_of_node(other)[:2]


def _triples(node: Plain) -> set[str]:
    text = str(node["text"])[:_SAMPLE]
    return {text[at : at + 3] for at in range(max(1, len(text) - 2))}


def _likeness(one: set[str], other: set[str]) -> float:
    """Twice what both have of what they have together (Dice)."""
    return 2 * len(one & other) / (len(one) + len(other))


def _rows(kept: Pairs, moved: Mapping[int, int], before: int, after: int) -> Iterator[Row]:
    gone = set(moved.values())
    for left, right in _gaps(kept, before, after):
        yield from (Row(i, None) for i in left if i not in gone)
        yield from (Row(moved.get(j), j, j in moved) for j in right)
        end = (left.stop, right.stop)
        if end != (before, after):
            yield Row(*end)
