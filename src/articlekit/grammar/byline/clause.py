"""The clauses of a byline: "Story by A; photos by B | Editor: C" in, who did what out (2.3)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from articlekit.grammar.byline.parties import Parties, read_parties
from articlekit.grammar.byline.people import place_of, role_and_place
from articlekit.grammar.byline.phrase import Found, find_late, find_phrase
from articlekit.grammar.byline.words import fold, is_organisation, is_role, is_wide
from articlekit.grammar.names import SHAPE, name_strength
from articlekit.model import Author
from articlekit.pattern import lazy

if TYPE_CHECKING:
    from articlekit.grammar.byline.words import BylineLexis
    from articlekit.language import Language

_BARS = lazy(r"\s?[|｜•⋅∙;；\n]\s?|\s[·/]\s|\s[-–—―]{1,3}\s")


class Clause(Struct):
    """One part of the line: the phrase it opens with, and whom it names."""

    phrase: str | None
    authors: list[Author]
    leftover: list[str]
    role: str | None = None


def read_clauses(
    text: str, words: Language, lexis: BylineLexis, *, dated: bool = False
) -> list[Clause]:
    """Read the parts of a line; parts that only add to an author are joined to it.

    `dated` says whether the line holds a date, which speaks for a byline as a phrase does.
    """
    clauses: list[Clause] = []
    for part in _parts(text, lexis):
        clause = _read_clause(part, clauses, words, lexis, dated=dated)
        if clause is not None:
            clauses.append(clause)
    early = next((c for c in clauses if c.role is not None), None)
    if early is not None and len(clauses) > 1:
        for clause in clauses:
            if clause is not early and clause.authors and clause.authors[0].role is None:
                clause.authors[0] = replace(clause.authors[0], role=early.role)
                clauses.remove(early)
                break
    return clauses


def _parts(text: str, lexis: BylineLexis) -> list[str]:
    """Split at bars, dashes and semicolons, and where a list goes on with a phrase."""
    parts: list[str] = []
    for bar in _BARS.split(text):
        start = 0
        for comma in re.finditer(r"[,、，]\s?", bar):
            if find_phrase(bar[comma.end() :], lexis) is not None:
                parts.append(bar[start : comma.start()])
                start = comma.end()
        parts.append(bar[start:])
    return [
        part
        for part in (part.strip(" ,.、") if part[-3:] != "Jr." else part for part in parts)
        if part
    ]


def _read_clause(
    part: str, before: list[Clause], words: Language, lexis: BylineLexis, *, dated: bool
) -> Clause | None:
    found = find_phrase(part, lexis)
    if found is not None:
        inner = find_phrase(found.rest, lexis)
        if inner is not None and inner.sure and inner.contribution != "text":
            found = Found(
                f"{found.printed} {inner.printed}", inner.rest, inner.contribution, sure=True
            )
        parties = read_parties(found.rest, found.contribution, words, lexis, after_phrase=True)
        if not parties.authors and found.sure:
            _take_single(parties, found, lexis)
        if parties.authors:
            return Clause(found.printed, parties.authors, parties.leftover)
    late = find_late(part, lexis)
    if late is not None:
        parties = read_parties(late.rest, late.contribution, words, lexis, after_phrase=True)
        if parties.authors and not parties.leftover:
            return Clause(late.printed, parties.authors, [])
    if found is not None:
        return Clause(found.printed, [], [part])
    ended = _read_ended(part, words, lexis)
    return ended or _read_plain(part, before, words, lexis, dated=dated)


def _take_single(parties: Parties, found: Found, lexis: BylineLexis) -> None:
    """After a colon or a phrase of several words, a single name, handle or house will do."""
    text = found.rest.strip()
    word = text.replace("-", "").replace("_", "").replace("'", "")
    known = fold(text) in lexis.not_names or is_role(text, lexis)
    if (
        word.isalnum()
        and not word.isdigit()
        and not known
        and (text[0].isupper() or is_wide(text[0]))
    ):
        parties.authors.append(Author(text, contribution=found.contribution))
        parties.leftover.clear()


def _read_ended(part: str, words: Language, lexis: BylineLexis) -> Clause | None:
    """Read "Jane Roe contributed to this report": the phrase stands after the names."""
    folded = tuple(fold(part).split())
    if not folded or folded[-1] not in lexis.last_words:
        return None
    tokens = part.split()
    for ending in lexis.endings:
        if len(folded) > len(ending) + 1 and folded[-len(ending) :] == ending:
            names = " ".join(tokens[: -len(ending)])
            parties = read_parties(names, "additional_reporting", words, lexis, after_phrase=True)
            if parties.authors and not parties.leftover:
                return Clause(" ".join(tokens[-len(ending) :]), parties.authors, [])
    return None


def _read_plain(
    part: str, before: list[Clause], words: Language, lexis: BylineLexis, *, dated: bool
) -> Clause | None:
    """A part without a phrase: more about the authors before it, a job title, or names."""
    last = next((c.authors for c in reversed(before) if c.authors), None)
    if last is not None:
        if _add_to(last, part, lexis):
            return None
        phrased = before[-1].phrase is not None
        if (dated or phrased) and _is_house(part, last, lexis):
            return None
        if name_strength(part, words) >= SHAPE and phrased:
            return Clause(None, [], [part])
    elif is_role(part, lexis) and not _names_someone(part, words, lexis):
        return Clause(None, [], [], role=part)
    parties = read_parties(part, "text", words, lexis, after_phrase=False)
    if parties.leftover and parties.authors and last is not None:
        return Clause(None, [], [part])
    return Clause(None, parties.authors, parties.leftover)


def _names_someone(part: str, words: Language, lexis: BylineLexis) -> bool:
    if fold(part.split(None, 1)[0]) in lexis.role_starts:
        return False
    parties = read_parties(part, "text", words, lexis, after_phrase=False)
    return any(name_strength(author.name, words) >= SHAPE for author in parties.authors)


def _add_to(authors: list[Author], part: str, lexis: BylineLexis) -> bool:
    """Take a part as role, place, house of the last author, or the author once more."""
    last = authors[-1]
    if part.casefold() == last.name.casefold():
        return True
    if last.kind != "person":
        return False
    head, comma, tail = part.partition(", ")
    if is_organisation(head, lexis) and last.organisation is None:
        authors[-1] = replace(
            last, organisation=head, location=tail if comma and len(tail.split()) < 4 else None
        )
        return True
    half = part.split()
    if len(half) % 2 == 0 and half[: len(half) // 2] == half[len(half) // 2 :]:
        part = " ".join(half[: len(half) // 2])
    else:
        part = _undoubled(part)
    if is_role(part, lexis) and last.role is None:
        role, place = role_and_place(part, lexis)
        authors[-1] = replace(last, role=role, location=place or last.location)
        return True
    if (place := place_of(part, lexis)) is not None:
        authors[-1] = replace(last, location=place)
        return True
    return False


def _undoubled(part: str) -> str:
    half = len(part) // 2
    return part[:half] if len(part) % 2 and part[:half] == part[half + 1 :] else part


def _is_house(part: str, authors: list[Author], lexis: BylineLexis) -> bool:
    """After a phrase or with a date, two to five capitals behind a bar are where one works."""
    tokens = part.split()
    named = 2 <= len(tokens) <= 5 and "," not in part and authors[-1].kind == "person"
    if not named or authors[-1].organisation or not all(token[0].isupper() for token in tokens):
        return False
    if any(fold(token) in lexis.not_names for token in tokens[:-1]):
        return False
    authors[-1] = replace(authors[-1], organisation=part)
    return True
