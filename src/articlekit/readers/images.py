"""Which address a picture has: lazy loading and sizes told apart from placeholders."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_SETS = ("srcset", "data-srcset", "data-lazy-srcset")
_LAZY = ("data-src", "data-original", "data-lazy-src", "data-lazy")
_PIXEL = frozenset(["0", "1", "0px", "1px"])
LONGEST_ADDRESS = 8192
_SIZE = re.compile(r"(\d{1,9}(?:\.\d{0,9})?)[wxh](?:,|$)", re.ASCII)


def is_pixel(attributes: Mapping[str, str]) -> bool:
    """Whether a picture only counts visits: one pixel wide or high."""
    return attributes.get("width") in _PIXEL or attributes.get("height") in _PIXEL


def address_of(attributes: Mapping[str, str]) -> str | None:
    """The best address of a picture: its largest size, then the lazy one, then `src`.

    Inline `data:` pictures are placeholders where another address is given.
    """
    for name in _SETS:
        if (value := attributes.get(name)) and (found := _largest(value)):
            return found
    for name in _LAZY:
        if (value := attributes.get(name)) and not value.startswith("data:"):
            return value.strip()
    value = attributes.get("src")
    if value and value.startswith("data:"):
        return value[:LONGEST_ADDRESS]  # pictures in the page itself are not kept
    return value.strip() if value else None


def _largest(candidates: str) -> str | None:
    """The candidate of a `srcset` with the largest width or density; the first of equals."""
    best, best_size = None, -1.0
    address, size = None, 1.0
    for token in (*candidates[: 2 * LONGEST_ADDRESS].split(), ""):
        following = token
        if address and (match := _SIZE.match(token)):
            size = float(match[1])
            following = token[match.end() :]  # the next address may follow without a space
            if not following:
                continue
        if address and size > best_size and not address.startswith("data:"):
            best, best_size = address, size
        address, size = following.rstrip(","), 1.0
    return best or None
