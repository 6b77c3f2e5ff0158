"""Words of picture credits made ready for look-up: a language's table in, patterns and sets out."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any, cast

from msgspec import Struct

from articlekit.grammar.case import lowered
from articlekit.language import Cues, lexicon
from articlekit.language.agency import agency_of
from articlekit.pattern import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable

    from articlekit.model import CreditFlag

FOR = frozenset(("for", "für", "pour", "para", "per", "pro", "voor", "för", "dla", "için"))
"""Prepositions between a photographer and whom the picture was made for."""

_LABEL_FLAGS = frozenset(("courtesy", "screenshot", "source", "handout", "file", "symbolic"))
_OPENING_FLAGS = _LABEL_FLAGS - {"source"} | {"ai_generated", "video_still", "graphic"}
_COPYRIGHT = r"©|ⓒ|℗|[(（][cCｃＣ][)）]|copyright"
_LONG_WIDE = 6
"""So many signs of a script without spaces are a phrase, not a word."""
_TOLD = 4
"""So many first letters tell that an opener may follow."""
_SEPARATOR = r"\s?(?:[:：﹕=＝…]\s?)+|\s?[/／|｜]\s?|\s[-–—―]\s|[.,]\s?"


class CreditLexis(Struct, frozen=True):
    """What is looked up while a credit is read."""

    triggers: frozenset[str]
    """The longest word of every label: the rarest one, so most lines hold none."""
    opener: re.Pattern[str]
    """A label or copyright mark and what separates it: groups `label`, `mark` and `sep`."""
    any_opener: re.Pattern[str]
    """The beginning of `opener` for lines in lower case (`case.lowered`): the quick test."""
    suffix: re.Pattern[str]
    """A label that follows the name, in scripts without spaces: 撮影."""
    spaceless: tuple[str, ...]
    """Labels in scripts without spaces, which may stand glued to what is before them."""
    flags: dict[str, CreditFlag]
    """Folded phrase to flag."""
    flag_start: re.Pattern[str]
    """A phrase that says how the picture was come by, before who gave it: "Courtesy of"."""
    notes: tuple[tuple[str, CreditFlag], ...]
    """Long phrases, which count wherever they stand in a credit."""
    via: re.Pattern[str]
    rights: re.Pattern[str]
    """What makes a line with a copyright mark a copyright line: "all rights reserved"."""
    viewer: tuple[str, ...]
    """Phrases of picture viewers, folded, the longest first."""
    roles: frozenset[str]
    role_ends: tuple[str, ...]
    """Job titles in scripts without spaces, which stand glued to names: 記者, 기자."""
    common: frozenset[str]
    """Words of pages that some agency also has for its name: "mehr"."""
    conjunctions: frozenset[str]
    questions: frozenset[str]
    titled: bool
    """Whether names of organisations are written with capitals throughout."""


def is_wide(sign: str) -> bool:
    """Whether a sign belongs to a script that sets no spaces between words, or Hangul."""
    return "\u2e80" < sign <= "\ud7ff" or "\uf900" <= sign <= "\ufaff"


def fold(phrase: str) -> str:
    """Lower case, one space between words, no marks at the ends: how phrases are compared."""
    return " ".join(phrase.casefold().split()).strip(" .,:()[]（）【】")


@lru_cache(maxsize=64)
def credit_lexis(code: str) -> CreditLexis:
    """Prepare the words of one language, English joined in."""
    words = lexicon(code)
    flags = {
        fold(phrase): cast("CreditFlag", flag)
        for flag, phrases in words.credit.flags.items()
        for phrase in phrases
    }
    openers = [fold(label) for label in words.credit.labels]
    openers += [phrase for phrase, flag in flags.items() if flag in _LABEL_FLAGS]
    openers = [phrase for phrase in openers if phrase not in ("", "c", "copyright", *"©ⓒ℗")]
    starts = [phrase for phrase, flag in flags.items() if flag in _OPENING_FLAGS]
    wide = tuple(label for label in openers if is_wide(label[0]))
    via = [fold(word) for word in words.credit.via if word not in FOR]
    roles = frozenset(fold(role) for role in (*words.byline.roles, *words.byline.organisations))
    rights = words.boilerplate.get("copyright", Cues())
    return CreditLexis(
        triggers=frozenset(max(re.findall(r"\w+", label), key=len) for label in openers)
        | {"copyright", "via", "cc", "cc0"},
        opener=lazy(
            rf"(?:(?P<mark>{_COPYRIGHT})|(?P<label>{_any(openers)}))(?P<sep>{_SEPARATOR}|\s|)",
            re.IGNORECASE,
        ),
        any_opener=lazy(rf"{_COPYRIGHT}|{_any(lowered(phrase)[:_TOLD] for phrase in openers)}"),
        suffix=lazy(rf"(?:{_any(wide)})$"),
        spaceless=wide,
        flags=flags,
        flag_start=lazy(rf"(?:{_any(starts)})(?:\s?[:/]\s?|\s)(?=\S)", re.IGNORECASE),
        notes=tuple((phrase, flag) for phrase, flag in flags.items() if phrase.count(" ") > 3),
        via=lazy(rf"(?:^|(?<=[\s/,)]))(?:{_any((*via, *map(str.upper, via)))})\s"),
        rights=lazy(_any(map(fold, (*rights.whole, *rights.inside))), re.IGNORECASE),
        viewer=tuple(
            phrase
            for phrase in sorted(map(fold, words.credit.viewer), key=len, reverse=True)
            if (" " in phrase or (is_wide(phrase[:1]) and len(phrase) >= _LONG_WIDE))
            and phrase not in openers  # "Image source"
        ),
        roles=roles,
        role_ends=tuple(role for role in roles if role and is_wide(role[0])),
        common=frozenset(
            word for word in map(str.casefold, words.byline.not_names) if agency_of(word) is None
        ),
        conjunctions=frozenset(map(fold, words.byline.conjunctions)),
        questions=frozenset(words.question.words),
        titled=code in ("en", "de", "nl"),
    )


def _any(phrases: Iterable[str]) -> str:
    """A pattern for any of the phrases, the longest that fits, which tries each letter once."""
    tree: dict[str, dict[str, Any]] = {}
    for phrase in filter(None, phrases):
        node = tree
        for sign in phrase:
            node = node.setdefault(sign, {})
        node[""] = {}
    return _branches(tree) if tree else "(?!)"


def _branches(tree: dict[str, dict[str, Any]]) -> str:
    """A tree of letters as a pattern; the empty letter marks where a phrase may end."""
    run = ""
    while len(tree) == 1 and "" not in tree:  # no choice: as few brackets as can be
        sign, tree = next(iter(tree.items()))
        run += r"\s" if sign == " " else re.escape(sign)
    branches = [_branches({sign: node}) for sign, node in sorted(tree.items()) if sign]
    if not branches:
        return run
    return f"{run}(?:{'|'.join(branches)})" + ("?" if "" in tree else "")
