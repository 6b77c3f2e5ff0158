"""How a block stands in the source where its white space says something: rows and set lines."""

from __future__ import annotations

from articlekit.page import Mark

NEXT_CELL = "\x1f"
"""Stands between the cells of a row while it is collected; white space to `str.split`."""


def ends_in_break(pieces: list[str]) -> bool:
    """Whether nothing but white space follows the last line break of a line."""
    for piece in reversed(pieces):
        if piece == "\n":
            return True
        if not piece.isspace():
            return False
    return False


def laid_out(joined: str, *, celled: bool) -> str:
    """The source of a block that keeps white space: cells between tabs, or lines as they are."""
    if not celled:
        return joined.strip()
    return "\t".join(" ".join(cell.split()) for cell in joined.split(NEXT_CELL)).strip()


def moved(marks: list[Mark], at: int, shown: str) -> list[Mark]:
    """Marks whose offsets count in the collapsed text, counted in the text as shown."""
    places: list[int] = []
    spaced = False
    for place, sign in enumerate(shown, at):
        if not sign.isspace():
            places.append(place)
            spaced = False
        elif not spaced:
            places.append(place)
            spaced = True
    return [
        Mark(places[mark.start - at], places[mark.end - 1 - at] + 1, mark.kind, mark.target)
        for mark in marks
    ]
