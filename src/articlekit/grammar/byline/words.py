"""Words of bylines made ready for look-up: a language's table in, phrases, roles and desks out."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, cast

from msgspec import Struct

from articlekit.language import agencies, lexicon
from articlekit.language.agency import agency_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from articlekit.language import Language
    from articlekit.model import Contribution

_SEPARATORS = ":：﹕＝=／/・"
_MARKS = " .,:：﹕;＝=／/・()[]（）【】〔〕"
_SHORTEST_COMPOUND = 6
BEFORE_HOUSES = frozenset(("for", "at"))
_RANKS = frozenset(("senior", "chief", "deputy", "guest", "junior"))


class Phrase(Struct, frozen=True):
    """Words before a name, folded; `marked` when only a colon or its like makes them a phrase."""

    words: tuple[str, ...]
    contribution: Contribution
    marked: bool
    wide: bool


class BylineLexis(Struct, frozen=True):
    """What is looked up while a byline is read."""

    code: str
    phrases: dict[str, tuple[Phrase, ...]]
    """By their first word, longest first."""
    wide_phrases: tuple[Phrase, ...]
    """Phrases in scripts without spaces, longest first."""
    endings: tuple[tuple[str, ...], ...]
    """What stands after the names of contributors: "contributed to this report"."""
    conjunctions: dict[str, tuple[tuple[str, ...], ...]]
    """Words and phrases that join names, by their first word, longest first."""
    joiners: frozenset[str]
    """Those of one word."""
    locatives: frozenset[str]
    tails: frozenset[str]
    """First words of what may stand right behind a name: a place, a house."""
    roles: frozenset[str]
    role_words: frozenset[str]
    role_starts: frozenset[str]
    """First words of titles of several words: "political", "senior"."""
    role_edges: frozenset[str]
    """First and last words of titles of several words."""
    role_ends: tuple[str, ...]
    """Ends of compounds: "redakteur"."""
    wide_roles: tuple[str, ...]
    organisations: frozenset[str]
    organisation_ends: frozenset[str]
    """Their last words, and those of agencies: lines that end so may name one."""
    house_starts: frozenset[str]
    """First words of organisations and agencies, up to a hyphen."""
    last_words: frozenset[str]
    """Last words of `endings`."""
    not_names: frozenset[str]
    time_words: frozenset[str]
    """Months, weekdays, labels, units and relative words of dates and reading times."""
    reading_words: frozenset[str]
    genres: frozenset[str]
    """Words that open longer by-phrases, and so may stand before a short one: "Kolumne"."""
    minutes: frozenset[str]
    relative: frozenset[str]
    labels: frozenset[str]
    """First words of date labels: "published", "updated"."""


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """Lower case, one space between words, no marks at the ends: how words are compared."""
    return " ".join(text.casefold().split()).strip(_MARKS)


def is_wide(sign: str) -> bool:
    """Whether a sign belongs to a script that sets no spaces between words, or Hangul."""
    return "\u2e80" < sign <= "\ud7ff" or "\uf900" <= sign <= "\ufaff"


@lru_cache(maxsize=64)
def byline_lexis(code: str) -> BylineLexis:
    """Prepare the words of one language, English joined in."""
    words = lexicon(code)
    byline = words.byline
    phrases = _phrases(words)
    table: dict[str, list[Phrase]] = {}
    for phrase in phrases:
        if not phrase.wide:
            table.setdefault(phrase.words[0], []).append(phrase)
    roles = frozenset(filter(None, map(fold, byline.roles)))
    singles = frozenset(role for role in roles if " " not in role)
    conjunctions = _conjunctions(byline.conjunctions)
    return BylineLexis(
        code=words.code,
        phrases={first: tuple(rest) for first, rest in table.items()},
        wide_phrases=tuple(phrase for phrase in phrases if phrase.wide),
        endings=_endings(words),
        conjunctions=conjunctions,
        joiners=frozenset(first for first, rest in conjunctions.items() if (first,) in rest),
        locatives=_folded(byline.locatives),
        tails=frozenset(word.split()[0] for word in _folded(byline.locatives)) | BEFORE_HOUSES,
        roles=roles,
        role_words=singles,
        role_starts=frozenset(role.split()[0] for role in roles if " " in role) | _RANKS,
        role_edges=frozenset(word for role in roles if " " in role for word in _edges(role)),
        role_ends=tuple(sorted(r for r in singles if len(r) >= _SHORTEST_COMPOUND)),
        wide_roles=tuple(sorted((r for r in roles if is_wide(r[0])), key=len, reverse=True)),
        organisations=_folded(byline.organisations),
        organisation_ends=_last_words((*byline.organisations, *_agency_names())),
        house_starts=_house_starts(byline.organisations),
        last_words=frozenset(ending[-1] for ending in _endings(words)),
        not_names=_folded(byline.not_names),
        time_words=_time_words(words),
        reading_words=_folded(part for w in words.dates.reading_time for part in w.split()),
        genres=frozenset(p.words[0] for p in phrases if p.marked or len(p.words) > 1),
        minutes=_folded(words.dates.units.get("minute", ())),
        relative=_folded(words.dates.relative),
        labels=_folded(w.split()[0] for w in (*words.dates.published, *words.dates.modified) if w),
    )


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(filter(None, map(fold, words)))


def _edges(phrase: str) -> tuple[str, str]:
    words = phrase.split()
    return words[0], words[-1]


def _conjunctions(printed: Iterable[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    table: dict[str, list[tuple[str, ...]]] = {}
    for parts in sorted({tuple(fold(word).split()) for word in printed} - {()}, key=len)[::-1]:
        table.setdefault(parts[0], []).append(parts)
    return {first: tuple(rest) for first, rest in table.items()}


def _house_starts(organisations: Iterable[str]) -> frozenset[str]:
    table = agencies()
    spelled = (
        spelling
        for group in (table.text, table.wire, table.picture)
        for canonical, others in group.items()
        for spelling in (canonical, *others)
    )
    firsts = (name.split()[0] for name in (*organisations, *spelled) if name.strip())
    return frozenset(part for first in firsts for part in (fold(first), fold(first.split("-")[0])))


def _last_words(names: Iterable[str]) -> frozenset[str]:
    return _folded(name.split()[-1] for name in names if name.strip())


def _agency_names() -> list[str]:
    table = agencies().text
    return [*table, *(spelling for spellings in table.values() for spelling in spellings)]


def _phrases(words: Language) -> list[Phrase]:
    found: dict[tuple[str, ...], Phrase] = {}
    groups = [("text", words.byline.text), *words.byline.contributions.items()]
    for contribution, group in groups:
        for printed in group:
            parts = tuple(fold(printed).split())
            if not parts:
                continue
            marked = printed.rstrip()[-1] in _SEPARATORS
            known = found.get(parts)
            if known is None or (known.marked and not marked):
                kind = known.contribution if known else cast("Contribution", contribution)
                found[parts] = Phrase(parts, kind, marked, is_wide(parts[0][0]))
    return sorted(found.values(), key=lambda phrase: -sum(map(len, phrase.words)))


def _endings(words: Language) -> tuple[tuple[str, ...], ...]:
    """Phrases of contribution that begin in lower case as printed stand after the names."""
    cues = words.boilerplate.get("signoff")
    printed = [
        *words.byline.contributions.get("additional_reporting", ()),
        *(cues.inside if cues else ()),
    ]
    folded = {tuple(fold(p).split()) for p in printed if p[:1].islower()}
    return tuple(sorted((f for f in folded if len(f) > 1), key=len, reverse=True))


def _time_words(words: Language) -> frozenset[str]:
    dates = words.dates
    groups = (*dates.months, *dates.weekdays, *dates.units.values())
    singles = [word for group in groups for word in group]
    phrases = (*dates.published, *dates.modified, *dates.relative, *dates.reading_time)
    clock = (
        "am pm a.m p.m uhr h utc gmt est edt cst cdt pst pdt bst ist cet cest wib hkt à at um kl"
    )
    return _folded((*singles, *(part for p in phrases for part in p.split()), *clock.split()))


def is_organisation(text: str, lexis: BylineLexis) -> bool:
    """Whether `text` as a whole is a desk, a news agency or a domain; picture agencies are none."""
    return _is_organisation(text, lexis.code)


@lru_cache(maxsize=4096)
def _is_organisation(text: str, code: str) -> bool:
    lexis = byline_lexis(code)
    folded = fold(text)
    if folded in lexis.organisations:
        return True
    canonical = agency_of(text)
    if canonical is not None:
        return canonical in agencies().text or canonical not in agencies().picture
    bare = text.strip("()")
    host, dot, ending = bare.rpartition(".")
    if dot and " " not in bare and "@" not in bare and 2 <= len(ending) <= 4:
        return (
            ending.isalpha() and len(host) > 1 and host.replace(".", "").replace("-", "").isalnum()
        )
    parts = folded.split()
    if (
        not 2 <= len(parts) <= 3
        or not text[0].isupper()
        or any("'" in p or "’" in p for p in parts)
    ):
        return False
    if any(part in lexis.joiners or part == "of" for part in parts):
        return False
    return parts[0] in lexis.organisations or parts[-1] in lexis.organisations


def is_role(text: str, lexis: BylineLexis) -> bool:
    """Whether `text` as a whole is a job title: it begins or ends in a role word (2.4)."""
    return _is_role(text, lexis.code)


@lru_cache(maxsize=4096)
def _is_role(text: str, code: str) -> bool:
    lexis = byline_lexis(code)
    folded = fold(text)
    if folded in lexis.roles:
        return True
    parts = folded.split()
    if not parts or len(parts) > 9 or text[-1] in ".!?":
        return False
    last, first = parts[-1].strip(_MARKS), parts[0].strip(_MARKS)
    if last in lexis.role_words or first in lexis.role_words:
        return True
    if len(parts) > 1 and (
        " ".join(parts[:2]) in lexis.roles or " ".join(parts[-2:]) in lexis.roles
    ):
        return True
    return last.endswith(lexis.role_ends) or first.endswith(lexis.role_ends)
