"""Phrases of boilerplate, looked up by their first word: a line in, the kinds it speaks for out."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct

from articlekit.language import lexicon
from articlekit.pattern import lazy

if TYPE_CHECKING:
    from articlekit.language import Language

LONGEST = 40
"""Lines of more words are prose: no phrase makes them boilerplate."""

_NOISE = lazy(r"[\W\d_]+")
_ASCII = "".join(chr(at).lower() if chr(at).isalpha() else " " for at in range(128))
_DOTS = {0x307: None, 0x131: "i"}
"""Capitals of Turkish lose or gain a dot in lower case; it does not count."""


class Cue(Struct, frozen=True, gc=False):
    """A phrase of `kind` that was found, and how: as the whole line, at its start, or inside."""

    kind: str
    how: str


class _Index(Struct, frozen=True):
    """Phrases by how they must stand; `starts` and `insides` by their first word."""

    wholes: dict[str, tuple[str, ...]]
    starts: dict[str, tuple[tuple[str, str], ...]]
    insides: dict[str, tuple[tuple[str, str], ...]]
    openers: frozenset[str]
    """First words of `insides`."""
    spaceless: tuple[tuple[str, str, str], ...]
    """Phrases in scripts without spaces: phrase, kind, how."""


def fold(text: str) -> str:
    """Lower case, letters only, one space between words: how phrases are compared."""
    if text.isascii():  # the same, by a table that C walks through
        return " ".join(text.translate(_ASCII).split())
    return _NOISE.sub(" ", text.casefold().translate(_DOTS)).strip()


def find_cues(text: str, words: Language) -> tuple[Cue, ...]:
    """Every phrase of `words` that speaks in `text`, the strongest form of each kind only."""
    return _find(text, words.code)


@lru_cache(maxsize=2048)
def _find(text: str, code: str) -> tuple[Cue, ...]:
    """The work of `find_cues`; several rules ask about the same line one after another."""
    index = _index(code)
    folded = fold(text)
    if not folded:
        return ()
    found: dict[str, str] = dict.fromkeys(index.wholes.get(folded, ()), "whole")
    parts = folded.split(" ")
    padded = folded + " "
    for phrase, kind in index.starts.get(parts[0], ()):
        if padded.startswith(phrase):
            found.setdefault(kind, "start")
    for part in index.openers.intersection(parts):
        for phrase, kind in index.insides[part]:
            if phrase in padded:
                found.setdefault(kind, "inside")
    if index.spaceless and not folded.isascii():
        for phrase, kind, how in index.spaceless:
            if phrase in folded and (how == "inside" or folded.startswith(phrase)):
                found.setdefault(kind, how)
    return tuple(Cue(kind, how) for kind, how in sorted(found.items()))


@lru_cache(maxsize=64)
def _index(code: str) -> _Index:
    wholes: dict[str, dict[str, None]] = {}
    starts: dict[str, list[tuple[str, str]]] = {}
    insides: dict[str, list[tuple[str, str]]] = {}
    spaceless: list[tuple[str, str, str]] = []
    for kind, cues in lexicon(code).boilerplate.items():
        for phrase in map(fold, cues.whole):
            wholes.setdefault(phrase, {})[kind] = None
        for how, phrases, into in (("start", cues.start, starts), ("inside", cues.inside, insides)):
            for phrase in filter(None, map(fold, phrases)):
                if _is_spaceless(phrase):
                    spaceless.append((phrase, kind, how))
                else:
                    into.setdefault(phrase.split(" ")[0], []).append((phrase + " ", kind))
    return _Index(
        {phrase: tuple(kinds) for phrase, kinds in wholes.items()},
        {first: tuple(rest) for first, rest in starts.items()},
        {first: tuple(rest) for first, rest in insides.items()},
        frozenset(insides),
        tuple(spaceless),
    )


def _is_spaceless(phrase: str) -> bool:
    return phrase[0] > "\u0dff" and not "\uac00" <= phrase[0] <= "\ud7a3"
