"""Evidence from single words of short lines: which of them matter is learned, not listed.

The tables of `language/` hold phrases that someone wrote down; these clues let every word that
several publishers print speak for itself, in any language. A word says more in a line of three
words than in a headline of ten, and most where it is the whole line.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlekit.draft import Clues
from articlekit.pattern import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlekit.draft import Draft

LONGEST = 25
"""Words of the longest line that is looked at word by word."""
SHORT = 5
"""Up to so many words a line is rather a label than a sentence."""
_MARKS = "\"'”’“»«„‚‘‹›.,:;!?()[]{}<>…—–-|/\\+*•·#©®™→←↑↓▶►=~_"
_DIGITS = lazy(r"\d+")
_WIDE = lazy(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+")
"""Scripts that set no space between words: pairs of signs stand for them."""


def find_words(draft: Draft) -> Iterator[Clues]:
    """State the words of each short line, figures as 0, and the whole line when it is a label.

    Of the rows of menus the whole line alone counts.
    """
    rows = draft.rows
    for index, (block, shape) in enumerate(zip(draft.blocks, draft.shapes, strict=True)):
        if shape.words > LONGEST or (index in rows and shape.words > SHORT):
            continue
        text = _DIGITS.sub("0", block.text.casefold())
        short = shape.words <= SHORT
        names = ["line=" + text.strip(_MARKS).strip()] if short else []
        if index in rows:
            yield Clues(index, names)
            continue
        kind = "label-word=" if short else "word="
        for part in text.split():
            word = part.strip(_MARKS)
            if not word.isascii() and (wide := _WIDE.search(word)):
                signs = wide.group()
                names += [kind + signs[at : at + 2] for at in range(len(signs) - 1)]
            elif word:
                names.append(kind + word)
        yield Clues(index, names)
