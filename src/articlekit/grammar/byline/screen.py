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

from articlekit.grammar.byline.phrase import find_phrase
from articlekit.grammar.byline.tail import time_kind
from articlekit.grammar.byline.words import byline_lexis, fold
from articlekit.grammar.names import may_open_name, may_stand_in_name
from articlekit.pattern import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable

    from articlekit.grammar.byline.words import BylineLexis

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
    tail = reduce(or_, item) & (_HOUSE | _DESK | _DOMAIN | _TAIL)
    return tail != 0 or reduce(and_, item) & _NAME != 0


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
    bits = _name_bits(token, code) | _STRANGE * _is_glued(token)
    if token.isalpha():
        return bits | _known_bits(token.casefold(), code)
    lexis = byline_lexis(code)
    head, *tails = _LIST_MARK.split(token)
    folded = fold(token)
    bits |= _known_bits(folded, code) | _name_bits(head.rstrip(".:"), code)
    if tails:
        bits |= _known_bits(fold(head), code) & ~_TIME | _name_bits(head, code)
    if tails or not any(map(str.isalnum, token)):
        bits |= _BREAKS
    if time_kind(token, lexis):
        bits |= _TIME | _BREAKS
    if any(sign in token for sign in "@()") or any(_opens(tail, lexis) for tail in tails):
        bits |= _STRANGE
    figured = any(map(str.isdigit, token))
    bits |= _OPENS * _opens(token, lexis) | _FIGURE * figured
    return bits | _PAGE * (not folded or folded.isdigit()) | _DOMAIN * ("." in folded)


def _name_bits(word: str, code: str) -> int:
    if not word or not may_stand_in_name(word):
        return 0
    return _NAME | _OPENS_NAME * may_open_name(word, code)


def _known_bits(folded: str, code: str) -> int:
    """What the tables say of a word, and of the word before its hyphen; ends of compounds."""
    table, ends = _table(code)
    bits = table.get(folded, 0)
    if "-" in folded:
        bits |= table.get(folded.partition("-")[0], 0) & _HOUSE
    return bits | _ROLE * folded.endswith(ends)


@lru_cache(maxsize=64)
def _table(code: str) -> tuple[dict[str, int], tuple[str, ...]]:
    """The words of a language as bits, and what job titles end in."""
    lexis = byline_lexis(code)
    groups: tuple[tuple[int, Iterable[str]], ...] = (
        (_PAGE, lexis.not_names),
        (_HOUSE, lexis.house_starts),
        (_HOUSE | _DESK, lexis.organisations),
        (_ROLE, lexis.role_words | lexis.role_edges),
        (_TAIL, lexis.tails),
        (_OPENS, lexis.phrases),
        (_ENDS, lexis.last_words),
        (_JOINS, lexis.conjunctions),
        (_TIME | _BREAKS, lexis.time_words | lexis.reading_words),
    )
    table: dict[str, int] = {}
    for bits, words in groups:
        for word in words:
            table[word] = table.get(word, 0) | bits
    return table, lexis.role_ends


def _opens(token: str, lexis: BylineLexis) -> bool:
    return fold(token) in lexis.phrases or token.casefold().strip(".,") in lexis.phrases


def _is_glued(token: str) -> bool:
    """Whether a space may have been lost in a word: "ByJane", "RoeRedakteurin"."""
    if token.istitle() or token.islower() or token.isupper():
        return False
    return any(a.islower() and b.isupper() for a, b in pairwise(token))
