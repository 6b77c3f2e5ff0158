"""By-phrases: "Written by Jane Roe" in, the phrase, what it says and what follows out (2.3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from articlekit.grammar.byline.words import fold, is_wide
from articlekit.grammar.names import is_particle

if TYPE_CHECKING:
    from articlekit.grammar.byline.words import BylineLexis, Phrase
    from articlekit.model import Contribution

_MARKS = ":：﹕＝=／/・"
_MOST_OPENERS = 4


class Found(Struct, frozen=True):
    """A phrase that was found: as printed, what stands after it, and what it says."""

    printed: str
    rest: str
    contribution: Contribution
    sure: bool
    """Whether the phrase says more than one short word does: a colon, or several words."""


def find_phrase(text: str, lexis: BylineLexis) -> Found | None:
    """The longest by-phrase at the start of `text`, a name, desk or capital after it."""
    if not text:
        return None
    if is_wide(text[0]):
        return _find_wide(text, lexis)
    tokens = text.split()
    head = tokens[0].casefold().strip(".,")
    stem = fold(tokens[0])
    for phrase in lexis.phrases.get(stem) or lexis.phrases.get(head) or ():
        found = _match(phrase, tokens)
        if found is not None:
            return found
    return _find_glued(tokens, lexis)


def _match(phrase: Phrase, tokens: list[str]) -> Found | None:
    size = len(phrase.words)
    if len(tokens) <= size and not (len(tokens) == size and _mark_inside(tokens[-1])):
        return None
    last = tokens[size - 1]
    head, mark, glued = _parted(last)
    if tuple(fold(token) for token in (*tokens[: size - 1], head)) != phrase.words:
        return None
    rest = tokens[size:]
    if glued:
        rest = [glued, *rest]
    elif rest and rest[0] in _MARKS:
        mark, rest = rest[0], rest[1:]
    if not rest or (phrase.marked and not mark):
        return None
    printed = " ".join([*tokens[: size - 1], head + mark])
    return Found(printed, " ".join(rest), phrase.contribution, bool(mark) or size > 1)


def _mark_inside(token: str) -> bool:
    return any(mark in token[1:-1] for mark in ":：＝=")


def _parted(token: str) -> tuple[str, str, str]:
    """Part "Foto:Ann" at its mark."""
    for at, sign in enumerate(token):
        if sign in ":：﹕＝=":
            return token[:at], sign, token[at + 1 :]
    return token, "", ""


def _find_wide(text: str, lexis: BylineLexis) -> Found | None:
    """Phrases in scripts without spaces: a mark after them, or a space."""
    for phrase in lexis.wide_phrases:
        stem = " ".join(phrase.words)
        if not text.startswith(stem):
            continue
        rest = text[len(stem) :]
        marked = rest[:1] in _MARKS or rest.lstrip()[:1] in ":：＝="
        bare = rest.strip(_MARKS + " 　")
        if bare and (marked or (not phrase.marked and (rest[:1] in " 　" or len(stem) > 1))):
            if stem in lexis.roles and not marked:
                return None
            return Found(stem, bare, phrase.contribution, sure=True)
    return None


def _find_glued(tokens: list[str], lexis: BylineLexis) -> Found | None:
    """Read "ByJane Roe": a lost space after a phrase of one word that is no particle of names."""
    token = tokens[0]
    for at in range(2, min(len(token), 12)):
        if token[at].isupper() and token[at - 1].islower():
            head = token[:at]
            known = lexis.phrases.get(head.casefold(), ())
            for phrase in known:
                if (
                    len(phrase.words) == 1
                    and not phrase.marked
                    and not is_particle(head.casefold())
                ):
                    rest = " ".join([token[at:], *tokens[1:]])
                    return Found(head, rest, phrase.contribution, sure=False)
            return None
    return None


def find_late(part: str, lexis: BylineLexis) -> Found | None:
    """A short genre before the phrase: "Kolumne von Jane Roe", "An essay by Jane Roe"."""
    tokens = part.split()
    for at in range(1, min(_MOST_OPENERS, len(tokens) - 1)):
        if len(tokens) - at > 8 or tokens[0][0].islower() or not tokens[at][0].islower():
            continue
        if any(not token.isalpha() for token in tokens[:at]) or not tokens[at + 1][0].isupper():
            continue
        found = find_phrase(" ".join(tokens[at:]), lexis)
        if found is not None and found.contribution == "text" and fold(tokens[0]) in lexis.genres:
            return Found(" ".join([*tokens[:at], found.printed]), found.rest, "text", found.sure)
    return None
