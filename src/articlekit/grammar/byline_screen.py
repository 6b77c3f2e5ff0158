"""What a line must have to be a byline: the cheap questions, asked before it is taken apart.

Most short lines of a page are links, menus and headings. Each question here is necessary, none is
enough: a line that fails one would be taken apart for nothing, a line that passes may be none.
What a word can be is worked out once, since the words of pages come again and again, and kept as
bits, so that the words of a line are asked all at once.
"""

from __future__ import annotations

from functools import lru_cache, reduce
from itertools import pairwise
from operator import and_, or_
from typing import TYPE_CHECKING

from articlekit.grammar.byline_phrase import find_phrase
from articlekit.grammar.byline_tail import time_kind
from articlekit.grammar.byline_words import byline_lexis, fold
from articlekit.grammar.names import may_open_name, word_kind
from articlekit.pattern import lazy

if TYPE_CHECKING:
    from articlekit.grammar.byline_words import BylineLexis

_MOST_WORDS = 45
_SMALL_PLAIN, _SMALL_PHRASED, _SMALL_MARKED = 4, 2, 8
"""How many words may begin in lower case, and how many more with a by-phrase or a mark."""
_MARKS = lazy(r"[|@;·•,/(]")
_LIST_MARK = lazy(r"[,،、，·•/|｜⋅∙;；&]")
"""What ends an item of a list or a part of a line, wherever it stands in a word."""
_LAST_SPACED = "\u2e80"
"""Signs behind this one belong to scripts that set no spaces between words, or Hangul."""

_OPENS_NAME = 1 << 0
"""A name can begin with it, in a script with case."""
_NAME = 1 << 1
"""It can stand in a name."""
_PAGE = 1 << 2
"""It is a word of pages, which no name has, or a figure."""
_HOUSE = 1 << 3
"""The name of an organisation can begin with it."""
_DESK = 1 << 4
"""It is a desk or a collective author."""
_DOMAIN = 1 << 5
"""A stop stands in it."""
_ROLE = 1 << 6
"""A job title can begin or end with it."""
_TAIL = 1 << 7
"""A place or house behind a name can begin with it: "in", "for"."""
_OPENS = 1 << 8
"""A by-phrase can begin with it."""
_ENDS = 1 << 9
"""A phrase behind names can end with it: "contributed to this report"."""
_JOINS = 1 << 10
"""A conjunction can begin with it."""
_TIME = 1 << 11
"""It is a figure, a word or a mark of a time."""
_BREAKS = 1 << 12
"""An item or part of the line ends in it or beside it."""
_STRANGE = 1 << 13
"""It holds what is not asked about here: brackets, an address, a phrase or name glued on."""
_FIGURE = 1 << 14
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
    phrased = _opens(tokens[0], lexis) or fold(tokens[-1]) in lexis.last_words
    marked = _MARKS.search(text) is not None
    small = sum([token[0].islower() for token in tokens])
    if small > _SMALL_PLAIN + _SMALL_PHRASED * phrased + _SMALL_MARKED * marked:
        return False
    code = lexis.code
    words = [_bits_of(token, code) for token in tokens]
    every = reduce(or_, words)
    plain = not (phrased or marked or len(tokens) > 4 or every & _FIGURE)
    if plain and every & _PAGE and not _is_free(tokens, lexis):
        return False
    if every & (_STRANGE | _ENDS) or not _is_cased(text):
        return True
    return _may_begin(words, every) or _is_phrased(text, words, lexis)


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
    titled = (first | last) & _ROLE or (every & _ROLE and every & _BREAKS)
    if titled or first & _HOUSE or len(words) == 1:
        return bool(titled or first & _HOUSE)
    if first & (_JOINS | _DOMAIN) or reduce(or_, words[1:3]) & _DESK:
        return True
    item = _first_item(words)
    if reduce(and_, item) & _PAGE:
        return True
    if len(item) == 1 or not (first & _OPENS_NAME and item[1] & _NAME):
        return False
    return reduce(and_, item) & _NAME != 0 or reduce(or_, item) & (_HOUSE | _DESK | _TAIL) != 0


def _first_item(words: list[int]) -> list[int]:
    """The words up to the first that joins or separates: what is read as one name or house."""
    for at, word in enumerate(words):
        if word & _BREAKS:
            return words[: at + 1] if at == 0 or word & _NAME else words[:at]
        if at and word & _JOINS:
            return words[:at]
    return words


def _is_phrased(text: str, words: list[int], lexis: BylineLexis) -> bool:
    """Whether a by-phrase begins the line, or can follow a genre ("Kolumne von") or a mark."""
    if words[0] & _OPENS:
        late = len(words) > 1 and reduce(or_, words[1:4]) & _OPENS
        if late or find_phrase(text, lexis) is not None:
            return True
    return any(before & _BREAKS and word & _OPENS for before, word in pairwise(words))


@lru_cache(maxsize=8192)
def _bits_of(token: str, code: str) -> int:
    """What a word can be."""
    lexis = byline_lexis(code)
    plain = token.isalpha()
    folded = token.casefold() if plain else fold(token)
    head, *tails = (token,) if plain else _LIST_MARK.split(token)
    timely = time_kind(token, lexis) != ""
    bits = _TIME * timely
    for name in (head,) if plain else {head, head.rstrip(".:")} - {""}:
        if word_kind(name):
            bits |= _NAME | _OPENS_NAME * may_open_name(name, code)
    for part in {folded, fold(head)} if tails else (folded,):
        bits |= _word_bits(part, lexis)
    if not folded or folded.isdigit():
        bits |= _PAGE
    if _opens(token, lexis):
        bits |= _OPENS
    if token.casefold() in lexis.conjunctions:
        bits |= _JOINS
    if tails or timely or not any(map(str.isalnum, token)):
        bits |= _BREAKS
    if not plain:
        bits |= _FIGURE * any(map(str.isdigit, token))
        odd = any(sign in token for sign in "@()") or any(_opens(tail, lexis) for tail in tails)
        bits |= _STRANGE * odd
    return bits | _STRANGE * _is_glued(token)


def _word_bits(folded: str, lexis: BylineLexis) -> int:
    """What the tables say of a word."""
    bits = _PAGE * (folded in lexis.not_names) | _ENDS * (folded in lexis.last_words)
    if folded in lexis.house_starts or folded.partition("-")[0] in lexis.house_starts:
        bits |= _HOUSE
    if folded in lexis.organisations:
        bits |= _HOUSE | _DESK
    if folded in lexis.tails:
        bits |= _TAIL
    if folded in lexis.role_words or folded in lexis.role_edges or folded.endswith(lexis.role_ends):
        bits |= _ROLE
    return bits | _DOMAIN * ("." in folded)


def _opens(token: str, lexis: BylineLexis) -> bool:
    return fold(token) in lexis.phrases or token.casefold().strip(".,") in lexis.phrases


def _is_glued(token: str) -> bool:
    """Whether a space may have been lost in a word: "ByJane", "RoeRedakteurin"."""
    if token.istitle() or token.islower() or token.isupper():
        return False
    return any(a.islower() and b.isupper() for a, b in pairwise(token))
