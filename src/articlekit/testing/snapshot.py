"""The plain values of an article that an expectation may pin.

They are what a person can judge who has the page before them. Confidence and evidence are none of
them, as they change whenever weights are learned again; nor are spans and paths, which follow from
the saved page and the texts.
"""

from __future__ import annotations

from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from articlekit.article import Article
    from articlekit.model import Node, Timestamp

_LEFT_OUT = frozenset({"span", "path", "confidence", "evidence"})
"""Fields of nodes that are not pinned."""
_LENGTHS = {"year": 4, "month": 7, "day": 10, "minute": 16, "second": 19}
"""How much of an ISO 8601 moment is known, by precision."""


def snapshot(article: Article, pins: Iterable[str]) -> dict[str, Any]:
    """The values of an article by the names of `PINS`: only dicts, lists, strings and numbers."""
    return {name: PINS[name](article) for name in pins}


def _nodes(nodes: Iterable[Node]) -> list[dict[str, Any]]:
    return [_node(node) for node in nodes]


def _node(node: Node) -> dict[str, Any]:
    """A node: its type, kind and text, and of its other fields those that say something."""
    kind = getattr(node, "kind", None)
    head = {"type": str(node.__struct_config__.tag), "kind": kind, "text": node.text}
    return {name: value for name, value in head.items() if value is not None} | _fields(node)


def _fields(struct: Struct) -> dict[str, Any]:
    """The fields that do not have their default."""
    return {
        name: _plain(value)
        for name, default in _defaults(type(struct))
        if (value := getattr(struct, name)) != default
    }


@cache
def _defaults(kind: type[Struct]) -> tuple[tuple[str, object], ...]:
    """The fields of a record that are pinned, with their defaults."""
    fields = msgspec.structs.fields(kind)
    return tuple((field.name, field.default) for field in fields if field.name not in _LEFT_OUT)


def _plain(value: object) -> Any:  # noqa: ANN401 - whatever JSON has
    if isinstance(value, Struct):
        return _fields(value)
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return msgspec.to_builtins(value)


def _text(name: str) -> Callable[[Article], str | None]:
    """The text of the node that a view gives, if it gives one."""

    def text(article: Article) -> str | None:
        node = getattr(article, name)
        return node.text if node is not None else None

    return text


def _moment(stamp: Timestamp | None) -> str | None:
    """A moment as far as it is known (ISO 8601); as printed where that gives none."""
    if stamp is None:
        return None
    if stamp.value is None:
        return stamp.raw
    written = stamp.value.isoformat(timespec="seconds")
    zone = written[19:] if stamp.precision in {"minute", "second", "none"} else ""
    return written[: _LENGTHS.get(stamp.precision, 19)] + zone


PINS: dict[str, Callable[[Article], Any]] = {
    "headline": _text("headline"),
    "kicker": _text("kicker"),
    "standfirst": _text("standfirst"),
    "authors": lambda article: [_plain(author) for author in article.authors],
    "published": lambda article: _moment(article.published),
    "modified": lambda article: _moment(article.modified),
    "language": attrgetter("language"),
    "canonical_url": attrgetter("canonical_url"),
    "site_name": attrgetter("site_name"),
    "section": attrgetter("section"),
    "tags": lambda article: list(article.tags),
    "description": attrgetter("description"),
    "lead_image": lambda article: article.lead_image.url if article.lead_image else None,
    "paywalled": attrgetter("paywalled"),
    "body_origin": attrgetter("body_origin"),
    "warnings": lambda article: [warning.kind for warning in article.warnings],
    "body": lambda article: _nodes(article.body),
    "nodes": lambda article: _nodes(article.nodes),
}
"""What can be pinned, in the order in which it is written: each by its name in `Article`."""

NODE_LISTS = ("body", "nodes")
"""Those that are lists of nodes."""

DEFAULT_PINS = tuple(name for name in PINS if name not in {"kicker", "standfirst", "body"})
"""What a new expectation holds: everything, once (`nodes` hold the three that are left out)."""
