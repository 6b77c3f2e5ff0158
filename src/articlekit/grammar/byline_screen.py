"""What a line must have to be a byline: the cheap questions, asked before it is taken apart.

Most short lines of a page are links, menus and headings. Each question here is necessary, none is
enough: a line that fails one would be taken apart for nothing, a line that passes may be none.
What a word can be is worked out once, since the words of pages come again and again, and kept as
bits, so that the words of a line are asked all at once.
"""

from __future__ import annotations

import re
from functools import lru_cache, reduce
from itertools import pairwise
from operator import and_, or_
from typing import TYPE_CHECKING

from articlekit.grammar.byline_tail import time_kind
from articlekit.grammar.byline_words import byline_lexis, fold
from articlekit.grammar.names import word_kind

if TYPE_CHECKING:
    from articlekit.grammar.byline_words import BylineLexis

_MOST_WORDS = 45
_SMALL_PLAIN, _SMALL_PHRASED, _SMALL_MARKED = 4, 2, 8
"""How many words may begin in lower case, and how many more with a by-phrase or a mark."""
_MARKS = re.compile(r"[|@;·•,/(]")
_LIST_MARK = re.compile(r"[,،、，·•/|｜⋅∙;；&]")
"""What ends an item of a list or a part of a line, wherever it stands in a word."""
_LAST_SPACED = "\u2e80"
"""Signs behind this one belong to scripts that set no spaces between words, or Hangul."""

_SMALL = 1
"""The word begins in lower case."""
_NAME = 2
"""It can stand in a name in a script with case."""
_PAGE = 4
"""It is a word of pages, which no name has, or a figure."""
_HOUSE = 8
"""It is a desk, or the name of an organisation or a domain can begin with it."""
_ROLE = 16
"""A job title can begin or end with it."""
_OPENS = 32
"""A by-phrase can begin with it."""
_ENDS = 64
"""A phrase behind names can end with it: "contributed to this report"."""
_JOINS = 128
"""A conjunction can begin with it."""
_TIME = 256
"""It is a figure, a word or a mark of a time."""
_BREAKS = 512
"""An item or part of the line ends in it or beside it."""
_STRANGE = 1024
"""It holds what is not asked about here: brackets, an address, a phrase or name glued on."""
_FIGURE = 2048
"""It holds a figure."""


def may_open(text: str) -> bool:
    """Whether the first sign can open a byline at all: names and phrases open in letters."""
    first = text[0]
    return first.isalpha() or first.isdigit() or first in "@<'’‘©"


def may_name(text: str, lexis: BylineLexis) -> bool:
    """Whether a line has what names need, few small words, and none of the words of pages."""
    tokens = text.split()
    if len(tokens) > _MOST_WORDS:
        return False
    code = lexis.code
    words = [_bits_of(token, code) for token in tokens]
    every = reduce(or_, words)
    phrased = (words[0] & _OPENS or words[-1] & _ENDS) != 0
    marked = _MARKS.search(text) is not None
    small = sum([word & _SMALL for word in words])
    if small > _SMALL_PLAIN + _SMALL_PHRASED * phrased + _SMALL_MARKED * marked:
        return False
    plain = not (phrased or marked or len(tokens) > 4 or every & _FIGURE)
    if plain and every & _PAGE and not _is_free(tokens, lexis):
        return False
    if every & (_STRANGE | _ENDS) or not _is_cased(text):
        return True
    return _may_begin(words, every) or _is_phrased(words)


def _is_free(tokens: list[str], lexis: BylineLexis) -> bool:
    """Whether a short line is free of words of pages, or a job title or house in spite of them."""
    folded = [token.casefold() for token in tokens]
    if lexis.not_names.isdisjoint(folded):
        return True
    first, last = folded[0], folded[-1]
    roles = lexis.role_words
    return first in roles or last in roles or last in lexis.organisation_ends


def _is_cased(text: str) -> bool:
    """Whether a line is in a script with case: only there do single words tell so much."""
    first = text[0]
    cased = first.isupper() or first.islower() or first.isdigit()
    return cased and (text.isascii() or max(text) < _LAST_SPACED)


def _may_begin(words: list[int], every: int) -> bool:
    """Whether the line can begin with a name, a house or a job title.

    Without a by-phrase all of a line has to be explained, its beginning too.
    """
    first, last = words[0], words[-1]
    if first & _TIME:
        return not reduce(and_, words) & _TIME
    if first & (_HOUSE | _ROLE) or last & _ROLE or (every & _ROLE and every & _BREAKS):
        return True
    if len(words) == 1:
        return False
    second = words[1]
    third = words[2] if len(words) > 2 else 0
    if first & second & _NAME or first & _JOINS or (second | third) & _HOUSE:
        return True
    ended = first & _BREAKS or second & (_PAGE | _BREAKS | _JOINS)
    return first & _PAGE != 0 and ended != 0


def _is_phrased(words: list[int]) -> bool:
    """Whether a by-phrase can begin the line or follow a mark."""
    if words[0] & _OPENS:
        return True
    return any(before & _BREAKS and word & _OPENS for before, word in pairwise(words))


@lru_cache(maxsize=8192)
def _bits_of(token: str, code: str) -> int:
    """What a word can be."""
    lexis = byline_lexis(code)
    head, *tails = _LIST_MARK.split(token)
    folded = fold(token)
    bits = _SMALL * token[0].islower() | _ENDS * (folded in lexis.last_words)
    for part in {folded, fold(head)} if tails else (folded,):
        bits |= _HOUSE * _is_house(part, lexis) | _ROLE * _is_role(part, lexis)
    if any(part and word_kind(part) for part in (head, head.rstrip(".:"))):
        bits |= _NAME
    if not folded or folded.isdigit() or folded in lexis.not_names:
        bits |= _PAGE
    if token.casefold() in lexis.conjunctions:
        bits |= _JOINS
    timely = time_kind(token, lexis) != ""
    bits |= _TIME * timely | _FIGURE * any(map(str.isdigit, token))
    bits |= _OPENS * _opens(token, lexis)
    if tails or timely or not any(map(str.isalnum, token)):
        bits |= _BREAKS
    if any(sign in token for sign in "@()") or _is_glued(token):
        bits |= _STRANGE
    return bits | _STRANGE * any(_opens(part, lexis) for part in tails if part)


def _is_house(folded: str, lexis: BylineLexis) -> bool:
    first = folded.partition("-")[0]
    known = folded in lexis.house_starts or first in lexis.house_starts
    return known or folded in lexis.organisations or "." in folded


def _is_role(folded: str, lexis: BylineLexis) -> bool:
    known = folded in lexis.role_words or folded in lexis.role_edges
    return known or folded.endswith(lexis.role_ends)


def _opens(token: str, lexis: BylineLexis) -> bool:
    return fold(token) in lexis.phrases or token.casefold().strip(".,") in lexis.phrases


def _is_glued(token: str) -> bool:
    """Whether a space may have been lost in a word: "ByJane", "RoeRedakteurin"."""
    if token.istitle() or token.islower() or token.isupper():
        return False
    return any(a.islower() and b.isupper() for a, b in pairwise(token))
