"""Markup as text: escapes, elements, and marks as elements that nest; HTML and XML share them."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from articlekit.exporters.inline import clean, one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from articlekit.exporters.inline import Piece
    from articlekit.model import Mark


def escape(text: str) -> str:
    """Text that is only text, in an element or in an attribute, of HTML or of XML 1.0."""
    return html.escape(clean(text), quote=True)


def opening(name: str, attributes: Mapping[str, str | None]) -> str:
    """The opening tag of an element of XML; attributes that hold nothing are left out.

    >>> opening("p", {"class": "sum", "id": None})
    '<p class="sum">'
    """
    written = [(key, one_line(value)) for key, value in attributes.items()]
    return "<{}>".format(
        " ".join([name, *(f'{key}="{escape(text)}"' for key, text in written if text)])
    )


def element(name: str, inside: str = "", attributes: Mapping[str, str | None] | None = None) -> str:
    """An element of XML, `inside` being markup.

    >>> element("p", escape("5 < 7")), element("br")
    ('<p>5 &lt; 7</p>', '<br/>')
    """
    tag = opening(name, attributes or {})
    return f"{tag}{inside}</{name}>" if inside else f"{tag[:-1]}/>"


def lines(
    name: str, inside: Sequence[str], attributes: Mapping[str, str | None] | None = None
) -> str:
    """An element with what is inside on lines of their own; "" without content."""
    kept = "\n".join(line for line in inside if line)
    return element(name, f"\n{kept}\n", attributes) if kept else ""


def named(name: str, text: str | None, attributes: Mapping[str, str | None] | None = None) -> str:
    """An element for a line of text, where it says anything; else "".

    >>> named("term", "flood wall"), named("term", " "), named("term", None)
    ('<term>flood wall</term>', '', '')
    """
    line = one_line(text)
    return element(name, escape(line), attributes) if line else ""


def nest(pieces: Sequence[Piece], tags: Callable[[Mark], tuple[str, str] | None]) -> str:
    """Pieces with their marks as elements, opened and closed so that they nest.

    `tags` gives the opening and the closing tag of a mark, or `None` for one that is not written.
    """
    written: list[str] = []
    now: list[tuple[Mark, str]] = []
    for text, marks in pieces:
        wanted = [(mark, pair) for mark in marks if (pair := tags(mark))]
        same = 0
        while same < min(len(now), len(wanted)) and now[same][0] is wanted[same][0]:
            same += 1
        written += [closing for _, closing in reversed(now[same:])]
        written += [opening for _, (opening, _) in wanted[same:]]
        written.append(html.escape(text, quote=True))
        now = now[:same] + [(mark, closing) for mark, (_, closing) in wanted[same:]]
    written += [closing for _, closing in reversed(now)]
    return "".join(written)
