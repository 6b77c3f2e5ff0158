"""Picture credits: a line in, who made and supplied the picture and where the credit stands out.

`read_credit` wants the whole line to be a credit; `split_credit` also finds the credit that ends
a caption. Grammar, labels and what is no credit: conventions, 3.3 and 3.5.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec.structs import replace

from articlekit.folding import FIGURES_AND_LETTERS
from articlekit.grammar.credit.label import find_labelled
from articlekit.grammar.credit.plain import find_bounded, find_bracketed, find_joined
from articlekit.grammar.credit.reading import OPENING, CreditReading, Line, Strength, parties_in
from articlekit.grammar.credit.words import FOR, CreditLexis, credit_lexis, fold, is_wide
from articlekit.language import lexicon
from articlekit.language.agency import agency_of
from articlekit.pattern import lazy

if TYPE_CHECKING:
    from articlekit.language import Language

__all__ = [
    "CreditReading",
    "Strength",
    "is_of_viewer",
    "opens_as_credit",
    "read_credit",
    "split_credit",
]

_LONGEST_LINE = 300
_TAIL = 160
"""How much is looked at of longer lines, which are prose or captions."""
_SHORT = 48
_WORD = lazy(r"\w+")
_NUMBER = lazy(r"[(（]?\d+[枚장张張]?[)）]?")
_SIGNS = ("/", "|", "©", "ⓒ", "＝", "@", "／", "｜", "(c)", "（ｃ）", "（c）", "(ｃ)")
"""What stands in credits and hardly elsewhere."""
_PLAIN_SIGNS = tuple(filter(str.isascii, _SIGNS))
"""Those that a line of plain letters can hold."""


def read_credit(text: str, words: Language) -> CreditReading | None:
    """Read a line that is a credit and nothing else; `None` when it is not (conventions 3.3)."""
    if len(text) > _LONGEST_LINE:
        return None
    found = split_credit(text, words)
    return found if found is not None and found.start == 0 else None


def split_credit(text: str, words: Language) -> CreditReading | None:
    """Find the credit that reaches the end of `text`, after a caption or alone (3.5)."""
    size = len(text)
    if size < 2:
        return None
    low = 0 if size <= _LONGEST_LINE else text.find(" ", size - _TAIL) + 1
    if not _may_hold(text[low:], credit_lexis(words.code)):
        return None
    return _split(text, low, words.code)


def is_of_viewer(text: str, words: Language) -> bool:
    """Whether `text` is nothing but words of the picture viewer: "View 3 images"."""
    lexis = credit_lexis(words.code)
    rest = " ".join(_NUMBER.sub(" ", text.casefold()).split())
    if not rest:
        return False
    while rest.startswith(lexis.viewer):
        rest = rest[len(next(filter(rest.startswith, lexis.viewer))) :].strip()
    return not rest


def is_only_label(text: str, words: Language) -> bool:
    """Whether a line says "Photo credit" and no more, or has only marks.

    With a colon it is the beginning of a credit in several lines.
    """
    match = credit_lexis(words.code).opener.fullmatch(text)
    bare = match is not None and not match["sep"].strip()
    return bare or not any(map(str.isalnum, text))


def opens_as_credit(text: str, words: Language) -> bool:
    """Whether a line begins as credits do, with a label and a colon or in brackets."""
    match = credit_lexis(words.code).opener.match(text.lstrip("([（［【"))
    labelled = match is not None and (match["mark"] or match["sep"].strip() in (":", "："))
    return bool(labelled) or (text[0] in OPENING.values() and text[-1] in OPENING)


@lru_cache(maxsize=1024)
def _split(text: str, low: int, code: str) -> CreditReading | None:
    """The work of `split_credit`: captions come again on a page, and again when nodes are made."""
    words, lexis = lexicon(code), credit_lexis(code)
    low, high = _trim(text, low, lexis)
    line = Line(text, low, high, words, lexis)
    for find in (find_labelled, find_bounded, find_bracketed, find_joined):
        if high - low > 1 and (found := find(line)) is not None:
            return _complete(line, found)
    return None


def _may_hold(tail: str, lexis: CreditLexis) -> bool:
    """Whether anything in the line can belong to a credit: the cheap test."""
    folded, plain = tail.casefold(), tail.isascii()
    signs = _PLAIN_SIGNS if plain else _SIGNS
    if tail[-1] in OPENING or any([sign in folded for sign in signs]):  # noqa: C419 - faster
        return True
    if plain:
        words = tail.translate(FIGURES_AND_LETTERS).split()
        return not lexis.triggers.isdisjoint(words) or _ends_in_party(tail)
    words = folded.split()
    odd = [word for word in words if not word.isalnum()]
    if not lexis.triggers.isdisjoint(words) or _ends_in_party(tail):
        return True
    if odd and not lexis.triggers.isdisjoint(_WORD.findall(" ".join(odd))):
        return True  # most words hold no marks: only the others are taken apart
    return any(label in tail for label in lexis.spaceless)


def _ends_in_party(tail: str) -> bool:
    """Whether an agency, or one person "for" somebody, stands behind the last sentence."""
    if tail[-1] in ".!?。":
        return False
    near = max(0, len(tail) - _SHORT - 2)
    last = max([tail.rfind(stop, near) for stop in (". ", "。", "! ", "? ")]) + 1
    if last == 0 < near:
        return False
    piece = tail[last:].strip()
    if not 0 < len(piece) < _SHORT:
        return False
    if agency_of(piece) is not None:
        return True
    return last > 0 and (is_wide(piece[-1]) or not FOR.isdisjoint(piece.split()))


def _trim(text: str, low: int, lexis: CreditLexis) -> tuple[int, int]:
    """Cut white space and words of the picture viewer off both ends."""
    folded = text.casefold()
    high = len(text.rstrip())
    if len(folded) != len(text):
        return low + len(text[low:]) - len(text[low:].lstrip()), high
    while low < high:
        if text[low].isspace():
            low += 1
            continue
        if not folded.startswith(lexis.viewer, low, high):
            break
        low += len(next(p for p in lexis.viewer if folded.startswith(p, low, high)))
    while folded.endswith(lexis.viewer, low, high):
        noise = next(p for p in lexis.viewer if folded.endswith(p, low, high))
        high = len(text[: high - len(noise)].rstrip())
    return low, high


def _complete(line: Line, found: CreditReading) -> CreditReading:
    """Join what is doubled before the credit, and read the flags that the caption carries."""
    found = _join_twin(line, found)
    caption = line.text[: found.start].strip()
    plain = fold(caption)
    flags = dict.fromkeys(found.flags)
    for piece in (plain, fold(caption.partition(":")[0]), fold(caption.rpartition("(")[2])):
        flag = line.lexis.flags.get(piece, "source")
        if flag != "source":
            flags[flag] = None
    only_flag = plain in line.lexis.flags and not caption.endswith(".")
    if only_flag or found.start <= line.low or not any(map(str.isalnum, caption)):
        return replace(found, start=0, flags=tuple(flags))
    return replace(found, flags=tuple(flags))


def _join_twin(line: Line, found: CreditReading) -> CreditReading:
    """Take in a credit in brackets that says the same before it: "(AP Photo/Ann Lee) AP Photo"."""
    caption = line.text[: found.start].rstrip()
    start = caption.rfind(OPENING[caption[-1]]) if caption.endswith(tuple(OPENING)) else -1
    twin = parties_in(caption[start + 1 : -1], line.words) if start >= line.low else None
    if twin is None or not set(twin.agencies) & set(found.agencies):
        return found
    people = tuple(dict.fromkeys((*twin.photographers, *found.photographers)))
    return replace(found, start=start, photographers=people)
