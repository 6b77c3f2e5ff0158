"""Which address a picture has: lazy loading and sizes told apart from placeholders."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_SETS = ("srcset", "data-srcset", "data-lazy-srcset")
_LAZY = ("data-src", "data-original", "data-lazy-src", "data-lazy")
_PIXEL = frozenset(["0", "1", "0px", "1px"])
LONGEST_ADDRESS = 8192


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
            return value.strip()[:LONGEST_ADDRESS]
    value = attributes.get("src")
    return value.strip()[:LONGEST_ADDRESS] if value else None


def _largest(candidates: str) -> str | None:
    """The candidate of a `srcset` with the largest width or density; the first of equals."""
    best, best_size = None, -1.0
    address, size = None, 1.0
    for token in (*candidates[: 2 * LONGEST_ADDRESS].split(), ""):
        bare = token.rstrip(",")
        if address and bare[-1:] in ("w", "x") and _is_number(bare[:-1]):
            size = float(bare[:-1])
            continue
        if address and size > best_size and not address.startswith("data:"):
            best, best_size = address, size
        address, size = bare, 1.0
    return best or None


def _is_number(text: str) -> bool:
    return len(text) < 12 and text.replace(".", "", 1).isdecimal() and text.isascii()
