"""Show what differs as lines of at most 92 columns: 100 behind the margin that pytest sets.

Each line that tells of a difference opens with a sign: `-` expected but not found, `+` found but
not expected, `~` another kind or other parts, `>` moved. They stand for themselves, so that who
prints the lines on a terminal may colour them by their sign.
"""

from __future__ import annotations

import json
from itertools import islice
from typing import TYPE_CHECKING, Any
from unicodedata import category, east_asian_width

from articlekit.testing.changes import FactChange, changed_fields

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from articlekit.testing.align import Plain, Row
    from articlekit.testing.changes import NodesChange

_WIDTH = 92
_LABEL = 22
_MOST_LINES = 120
_LEAD = 24
"""So much of what two texts share is shown before the first difference."""
_EMPTY = {None: "(none)", True: "yes", False: "no"}


def show(changes: Sequence[FactChange | NodesChange]) -> list[str]:
    """The lines that tell of all changes; many are cut with a line that says how many more."""
    lines = _all_lines(changes)
    shown = list(islice(lines, _MOST_LINES))
    more = sum(1 for _ in lines)
    return [*shown, f"  … and {more} more lines"] if more else shown


def _all_lines(changes: Sequence[FactChange | NodesChange]) -> Iterator[str]:
    for change in changes:
        if isinstance(change, FactChange):
            yield from _fact_lines(change, "  ")
        else:
            yield from _node_lines(change)


def _fact_lines(change: FactChange, margin: str) -> Iterator[str]:
    """What was expected and what was found; of two lists only the items that differ."""
    name, before, after = change
    if isinstance(before, list) and isinstance(after, list):
        lost, new = _not_in(before, after), _not_in(after, before)
        if lost or new:
            for sign, items in (("-", lost), ("+", new)):
                for item in items:
                    yield _cut(f"{margin}{sign} {name}: {_said(item)}", _WIDTH)
            return
    one, other = _said(before), _said(after)
    if one == other:
        one, other = json.dumps(before), json.dumps(after)
    room = _WIDTH - len(f"{margin}- {name}: ")
    for sign, text in zip("-+", _windows(one, other, room), strict=True):
        yield f"{margin}{sign} {name}: {text}"


def _not_in(items: list[Any], others: list[Any]) -> list[Any]:
    known = {json.dumps(other) for other in others}
    return [item for item in items if json.dumps(item) not in known]


def _said(value: Any) -> str:  # noqa: ANN401 - whatever JSON has
    """A value for people: a record is its first field, with the others in brackets."""
    if isinstance(value, dict):
        first, *others = value.items() or [("", None)]
        rest = ", ".join(f"{name}: {_said(item)}" for name, item in others)
        return f"{_said(first[1])} ({rest})" if rest else _said(first[1])
    if isinstance(value, list):
        return "; ".join(map(_said, value)) or "(none)"
    if value is None or isinstance(value, bool):
        return _EMPTY[value]
    return safe(str(value))


def _node_lines(change: NodesChange) -> Iterator[str]:
    """The rows that differ, each with the one before and the one behind it."""
    name, before, after, rows = change
    differs = [_differs(row, before, after) for row in rows]
    yield f"  {name}: {sum(differs)} differ of {len(before)} expected, {len(after)} found"
    last = -1
    for at, row in enumerate(rows):
        if not any(differs[max(at - 1, 0) : at + 2]):
            continue
        if at != last + 1:
            yield f"  {'…':>6}"
        last = at
        yield from _row_lines(row, before, after)


def _differs(row: Row, before: Sequence[Plain], after: Sequence[Plain]) -> bool:
    if row.before is None or row.after is None or row.moved:
        return True
    return before[row.before] != after[row.after]


def _row_lines(row: Row, before: Sequence[Plain], after: Sequence[Plain]) -> Iterator[str]:
    if row.before is None or row.after is None:
        node = before[row.before or 0] if row.after is None else after[row.after]
        yield _line("-" if row.after is None else "+", row.after, _label(node), node["text"])
        return
    old, new = before[row.before], after[row.after]
    one, other = _label(old), _label(new)
    label = other if one == other else f"{one} → {other}"
    sign = ">" if row.moved else " " if old == new else "~"
    moved = f"(was {row.before + 1}) " if row.moved else ""
    fields = changed_fields(old, new)
    yield _line(sign, row.after, label, moved + new["text"])
    for field in fields:
        yield from _fact_lines(field, " " * 8)


def _label(node: Plain) -> str:
    kind = node.get("kind")
    return safe(f"{node['type']}:{kind}" if kind else node["type"])


def _line(sign: str, at: int | None, label: str, text: str) -> str:
    number = "" if at is None else at + 1
    return _cut(f"{sign:>3} {number:>4}  {label:{_LABEL}} {safe(text)}", _WIDTH)


def safe(text: str) -> str:
    """A text that cannot change what a terminal does: what is not printable is escaped."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)


def _windows(one: str, other: str, room: int) -> tuple[str, str]:
    """Both texts from a little before the first character that differs on."""
    same = next(
        (at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b),
        min(len(one), len(other)),
    )
    fits = all(_cut(text, room) == text for text in (one, other))
    start = 0 if fits or same <= _LEAD else same - _LEAD
    mark = "…" if start else ""
    return _cut(mark + one[start:], room), _cut(mark + other[start:], room)


def _cut(text: str, room: int) -> str:
    """A text of at most so many columns; what is cut off is marked."""
    used = end = 0
    for at, character in enumerate(text):
        used += _width(character)
        if used > room:
            return text[:end] + "…"
        if used < room:
            end = at + 1
    return text


def _width(character: str) -> int:
    """How many columns a character takes on a terminal."""
    if category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if east_asian_width(character) in "WF" else 1
