"""How texts of one page are compared: by their letters and figures, whatever marks stand between.

Two spellings of a headline differ in quotes, dashes, case and spaces; none of these count here.
"""

from __future__ import annotations

from functools import lru_cache
from unicodedata import combining, normalize

from articlekit.pattern import lazy

FIGURES_AND_LETTERS = "".join(chr(at).lower() if chr(at).isalnum() else " " for at in range(128))
LETTERS = "".join(chr(at).lower() if chr(at).isalpha() else " " for at in range(128))
"""Tables for `str.translate` of ASCII: lower case, a space for every other sign. C walks through
them, so that the words of most lines are found without a pattern."""
_SIGNS = lazy(r"[\W_]+")
_WIDE = lazy(r"[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]")
_WORD = lazy(r"[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]|[^\W_\u3040-\u30ff\u3400-\u9fff]+")


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """The letters and figures of a text in lower case, one space for all that is between them."""
    if text.isascii():  # the same
        return " ".join(text.translate(FIGURES_AND_LETTERS).split())
    return _SIGNS.sub(" ", normalize("NFKC", text).casefold()).strip()


def squeeze(text: str) -> str:
    """The letters and figures alone."""
    return fold(text).replace(" ", "")


def bare(text: str) -> str:
    """A text as `fold` gives it, without accents: "José Ángel" as "jose angel"."""
    parts = normalize("NFD", fold(text))
    return "".join(sign for sign in parts if not combining(sign))


def words_of(text: str) -> list[str]:
    """The words of a text, folded; single characters in scripts without spaces."""
    folded = fold(text)
    return _WORD.findall(folded) if _WIDE.search(folded) else folded.split()


def likeness(left: str, right: str) -> float:
    """How much two texts share: 0 (no word) to 1 (the same words), as the F1 of their words."""
    one, other = words_of(left), words_of(right)
    if not one or not other:
        return 0.0
    spare = list(other)
    shared = 0
    for word in one:
        if word in spare:
            spare.remove(word)
            shared += 1
    return 2 * shared / (len(one) + len(other))
