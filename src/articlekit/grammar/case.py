"""Case aside: a line in, the line as patterns that do not ignore case can search it out."""

from __future__ import annotations


def lowered(text: str) -> str:
    """Lower case, every character in its place; patterns that ignore case are many times slower.

    Dotless and dotted i are one, and both forms of sigma, as they are where case is ignored.
    """
    lower = text.lower()
    if len(lower) != len(text):  # capitals that have no small letter of their own
        lower = "".join(sign.lower() if len(sign.lower()) == 1 else sign for sign in text)
    return lower if lower.isascii() else lower.replace("ı", "i").replace("ς", "σ")
