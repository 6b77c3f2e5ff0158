"""What a page says out of sight: elements of the head, and structured data wherever it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from articlekit.page import Elements, Head

LONGEST_PROGRAM = 2 * 1024 * 1024
MOST_LINKED_DATA = 64
MOST_STATES = 16
MOST_PROGRAMS = 1000
_NAMES = frozenset(["name", "property", "itemprop", "http-equiv"])


def take_meta(head: Head, attributes: Mapping[str, str], element: int) -> None:
    """Record a `<meta>`: under each name that it has, and as microdata of the element it is in."""
    content = attributes.get("content")
    if content is None:
        return
    for key in attributes:
        if key in _NAMES and (name := attributes[key]):
            head.metas.append((name.strip().lower(), content))
            if key == "itemprop":
                head.properties.append((name, content, element))


def take_link(head: Head, attributes: Mapping[str, str], element: int) -> None:
    """Record a `<link>`: its relation, or microdata of the element it is in."""
    address = attributes.get("href")
    if address is None:
        return
    if relation := attributes.get("rel"):
        head.links.append((relation.strip().lower(), address))
    if name := attributes.get("itemprop"):
        head.properties.append((name, address, element))


def take_base(head: Head, attributes: Mapping[str, str]) -> None:
    """Record the address that relative links start from; the first one counts."""
    if head.base is None:
        head.base = attributes.get("href")


def shelf_of(head: Head, attributes: Mapping[str, str]) -> list[str] | None:
    """Where the text of a `<script>` is kept; `None` where it is neither data nor a program."""
    kind = attributes.get("type", "").partition(";")[0].strip().lower()
    if kind == "application/ld+json":
        return head.linked_data
    if kind == "application/json" or attributes.get("id") == "__NEXT_DATA__":
        return head.states
    return head.programs if not kind or kind == "module" or kind.endswith("javascript") else None


def shelve(head: Head, shelf: list[str], text: str, element: int, longest: int) -> None:
    """Keep the text of a script; of data at most `longest` characters. The rest is counted."""
    if not text or text.isspace():
        return
    name, most = "programs", MOST_PROGRAMS
    if shelf is not head.programs:
        linked = shelf is head.linked_data
        name, most = ("linked_data", MOST_LINKED_DATA) if linked else ("states", MOST_STATES)
    if len(shelf) >= most or (name == "programs" and len(text) > LONGEST_PROGRAM):
        lose(head, name, 1)
        return
    if name != "programs" and len(text) > longest:
        lose(head, "max_script_length", len(text) - longest)
        text = text[:longest]
    shelf.append(text)
    head.script_elements.setdefault(text, element)


def lose(head: Head, what: str, amount: int) -> None:
    """Count what is left out of the scripts."""
    head.lost[what] = head.lost.get(what, 0) + amount


def take_property(head: Head, attributes: Mapping[str, str], element: int) -> None:
    """Record that an element of the body is a property: of microdata or of RDFa."""
    value = attributes.get("content") or attributes.get("datetime")
    value = value or attributes.get("href") or attributes.get("src")
    for key in ("itemprop", "property"):
        if name := attributes.get(key):
            head.properties.append((name, value, element))


def language_of(elements: Elements) -> str | None:
    """The language that `<html>`, or else `<body>`, states."""
    for tag in ("html", "body"):
        if tag in elements.tags and (found := elements.attributes[elements.tags.index(tag)]):
            stated = found.get("lang") or found.get("xml:lang")
            if stated:
                return stated
    return None
