"""Phrases of boilerplate, looked up by their first word: a line in, the kinds it speaks for out."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct

from articlekit.folding import LETTERS
from articlekit.language import lexicon
from articlekit.pattern import lazy

if TYPE_CHECKING:
    from articlekit.language import Language

LONGEST = 40
"""Lines of more words are prose: no phrase makes them boilerplate."""

_NOISE = lazy(r"[\W\d_]+")
_DOTS = {0x307: None, 0x131: "i"}
"""Capitals of Turkish lose or gain a dot in lower case; it does not count."""


class Cue(Struct, frozen=True, gc=False):
    """A phrase of `kind` that was found, and how: as the whole line, at its start, or inside."""

    kind: str
    how: str


class _Index(Struct, frozen=True):
    """Phrases by how they must stand."""

    wholes: dict[str, tuple[str, ...]]
    parts: dict[str, tuple[tuple[str, str, str], ...]]
    """Phrases at the start or inside, by their longest word, which few lines have: the phrase with
    a space at each end, kind, how."""
    words: frozenset[str]
    """The keys of `parts`."""
    spaceless: tuple[tuple[str, str, str], ...]
    """Phrases in scripts without spaces: phrase, kind, how."""


def fold(text: str) -> str:
    """Lower case, letters only, one space between words: how phrases are compared."""
    if text.isascii():  # the same
        return " ".join(text.translate(LETTERS).split())
    return _NOISE.sub(" ", text.casefold().translate(_DOTS)).strip()


def find_cues(text: str, words: Language) -> tuple[Cue, ...]:
    """Every phrase of `words` that speaks in `text`, the strongest form of each kind only."""
    return _find(text, words.code)


@lru_cache(maxsize=2048)
def _find(text: str, code: str) -> tuple[Cue, ...]:
    """The work of `find_cues`; several rules ask about the same line one after another."""
    index = _index(code)
    folded = fold(text)
    found: dict[str, str] = dict.fromkeys(index.wholes.get(folded, ()), "whole")
    telling = index.words.intersection(folded.split(" "))
    if telling:
        padded = f" {folded} "
        for word in telling:
            for phrase, kind, how in index.parts[word]:
                if padded.startswith(phrase) if how == "start" else phrase in padded:
                    _add(found, kind, how)
    if index.spaceless and not folded.isascii():
        for phrase, kind, how in index.spaceless:
            if phrase in folded and (how == "inside" or folded.startswith(phrase)):
                _add(found, kind, how)
    return tuple([Cue(*pair) for pair in sorted(found.items())]) if found else ()


def _add(found: dict[str, str], kind: str, how: str) -> None:
    """Keep the strongest form of a kind: whole, then start, then inside."""
    if found.setdefault(kind, how) == "inside":
        found[kind] = how


@lru_cache(maxsize=64)
def _index(code: str) -> _Index:
    wholes: dict[str, dict[str, None]] = {}
    parts: dict[str, list[tuple[str, str, str]]] = {}
    spaceless: list[tuple[str, str, str]] = []
    for kind, cues in lexicon(code).boilerplate.items():
        for phrase in filter(None, map(fold, cues.whole)):
            wholes.setdefault(phrase, {})[kind] = None
        for how, phrases in (("start", cues.start), ("inside", cues.inside)):
            for phrase in filter(None, map(fold, phrases)):
                if _is_spaceless(phrase):
                    spaceless.append((phrase, kind, how))
                else:
                    longest = max(phrase.split(" "), key=len)
                    parts.setdefault(longest, []).append((f" {phrase} ", kind, how))
    return _Index(
        {phrase: tuple(kinds) for phrase, kinds in wholes.items()},
        {word: tuple(rest) for word, rest in parts.items()},
        frozenset(parts),
        tuple(spaceless),
    )


def _is_spaceless(phrase: str) -> bool:
    return phrase[0] > "\u0dff" and not "\uac00" <= phrase[0] <= "\ud7a3"
