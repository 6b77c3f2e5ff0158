"""Word tables of languages, agencies and places: data, validated on load, loaded on first use.

`lexicon(code)` is what rules read: the table of one language joined with the English one, since
pages of every language carry English interface words.

Tables are loaded once and compared as objects, not by their words: so what is made from one can
be kept by it (`lru_cache` over a table) without reading all of it for every look-up.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct

from articlekit.language.tables import read_table

if TYPE_CHECKING:
    from collections.abc import Mapping

_Words = tuple[str, ...]
_S = TypeVar("_S", bound=Struct)


class BylineWords(Struct, frozen=True, forbid_unknown_fields=True, eq=False):
    """Words of bylines. Phrases are written as printed; matching ignores case."""

    text: _Words = ()
    """Phrases before the name of who wrote the text: "By", "Written by", "Autor:"."""
    contributions: dict[str, _Words] = {}
    """Phrases before the name of who did something else, by contribution: photo, editing, ..."""
    conjunctions: _Words = ()
    """Words that join two names: "and", "&", "with"."""
    locatives: _Words = ()
    """Words between a name and where its owner reported from: "in"."""
    roles: _Words = ()
    """Job titles and the nouns they end in: "political correspondent", "Redakteurin"."""
    organisations: _Words = ()
    """Desks and collective authors: "Staff", "Newsroom", "Redaktion"."""
    not_names: _Words = ()
    """Words that never stand in a person's name but often begin or form short lines of pages."""


class DateWords(Struct, frozen=True, forbid_unknown_fields=True, eq=False):
    """Words of dates. `months` has 12 and `weekdays` (Monday first) 7 groups of spellings."""

    months: tuple[_Words, ...] = ()
    weekdays: tuple[_Words, ...] = ()
    published: _Words = ()
    """Labels before a date of publication: "Published", "Veröffentlicht am"."""
    modified: _Words = ()
    """Labels before a date of change: "Updated", "Aktualisiert"."""
    relative: _Words = ()
    """Words that make a date relative: "ago", "vor", "hace", "yesterday"."""
    units: dict[str, _Words] = {}
    """Words for minute, hour, day, week, month, year (the keys), singular and plural."""
    reading_time: _Words = ()
    """Words of a reading time beside the number and the unit: "read", "Lesezeit"."""
    order: str = "dmy"
    """How numeric dates are read where the figures do not tell: dmy, mdy or ymd."""


class CreditWords(Struct, frozen=True, forbid_unknown_fields=True, eq=False):
    """Words of picture credits."""

    labels: _Words = ()
    """What stands before the parties: "Photo:", "Photo by", "Foto:", "Credit"; without colon."""
    flags: dict[str, _Words] = {}
    """Words for the flags of `model.CreditFlag`: file = ["File photo", "Archivbild"]."""
    via: _Words = ()
    caption_starts: _Words = ()
    """Words that begin a caption: "Pictured", "Im Bild", "left", "(from left)"."""
    viewer: _Words = ()
    """Words of picture viewers: "View image in fullscreen", "hide caption"."""


class QuestionWords(Struct, frozen=True, forbid_unknown_fields=True, eq=False):
    """Words of questions, lower case."""

    words: _Words = ()
    """What opens a question: interrogatives, and verbs that open yes/no questions."""
    auxiliaries: _Words = ()
    """Verbs whose place right after the interrogative makes a question direct (inversion)."""
    endings: _Words = ()
    """Ends of direct questions in languages that mark them there: "か", "吗", "까"."""
    connectives: _Words = ()
    """Words that open a rhetorical paragraph rather than a heading: "so", "but", "aber"."""


class QuoteWords(Struct, frozen=True, forbid_unknown_fields=True, eq=False):
    """Words of quotations."""

    verbs: _Words = ()
    """Reporting verbs as they occur: "said", "told", "sagte", "a déclaré", "заявил"."""
    marks: tuple[tuple[str, str], ...] = ()
    """Pairs of opening and closing marks usual in the language."""


class BioWords(Struct, frozen=True, forbid_unknown_fields=True, eq=False):
    """Words of author biographies."""

    copulas: _Words = ()
    """What follows the name: "is a", "is the", "covers", "ist", "est", "writes about"."""
    vocabulary: _Words = ()
    """Words that speak for a biography: "award-winning", "based in", "degree", "follow her"."""


class Cues(Struct, frozen=True, forbid_unknown_fields=True, eq=False):
    """Phrases of one kind of boilerplate, lower case, without final punctuation."""

    whole: _Words = ()
    """The phrase is the whole line (figures, punctuation and emoji aside)."""
    start: _Words = ()
    """The line begins with the phrase."""
    inside: _Words = ()
    """The phrase stands anywhere in a line of at most 40 words."""


class Language(Struct, frozen=True, forbid_unknown_fields=True, eq=False):
    """One language's table."""

    code: str
    """ISO 639-1."""
    name: str
    """In English."""
    byline: BylineWords = BylineWords()
    dates: DateWords = DateWords()
    credit: CreditWords = CreditWords()
    question: QuestionWords = QuestionWords()
    quote: QuoteWords = QuoteWords()
    bio: BioWords = BioWords()
    boilerplate: dict[str, Cues] = {}
    """By kind: the kinds of `model.BoilerplateKind`, "correction", "editors_note", "section"."""


class Agencies(Struct, frozen=True, forbid_unknown_fields=True, eq=False):
    """News, picture and press-release agencies: canonical name to its spellings."""

    text: dict[str, _Words]
    picture: dict[str, _Words]
    wire: dict[str, _Words]
    exact: _Words
    """Spellings that count only in this very case (common words, short acronyms)."""


def codes() -> tuple[str, ...]:
    """Return the ISO 639-1 codes of the languages that have a table, sorted."""
    from importlib import resources  # slow to import, and only asked for by tools

    folder = resources.files(__package__)
    names = (entry.name for entry in folder.iterdir())
    return tuple(sorted(name[:-5] for name in names if name.endswith(".toml") and len(name) == 7))


@lru_cache(maxsize=64)
def load(code: str) -> Language:
    """Read and validate one language's table; an unknown code or key is a ValueError."""
    return read_table(f"{code}.toml", Language)


def has_table(code: str) -> bool:
    """Whether there is a table for an ISO 639-1 code."""
    if not (len(code) == 2 and code.isascii() and code.isalpha()):
        return False
    try:
        load(code)
    except OSError:
        return False
    return True


@lru_cache(maxsize=1)
def agencies() -> Agencies:
    """Read the table of agencies."""
    return read_table("agencies.toml", Agencies)


@lru_cache(maxsize=64)
def lexicon(code: str | None) -> Language:
    """Return the words of a language joined with the English ones; English alone when unknown."""
    english = load("en")
    if code in (None, "en") or not has_table(code):
        return english
    return _join(load(code), english)


def _join(own: Language, english: Language) -> Language:
    """Own words first; single values are the own ones."""
    joined: dict[str, object] = {"code": own.code, "name": own.name}
    for field in ("byline", "dates", "credit", "question", "quote", "bio"):
        joined[field] = _join_struct(getattr(own, field), getattr(english, field))
    kinds = {**english.boilerplate, **own.boilerplate}
    joined["boilerplate"] = {
        kind: _join_struct(own.boilerplate.get(kind, Cues()), english.boilerplate.get(kind, Cues()))
        for kind in kinds
    }
    return Language(**joined)  # type: ignore[arg-type]


def _join_struct(own: _S, english: _S) -> _S:
    values: dict[str, object] = {}
    for field in own.__struct_fields__:
        mine, theirs = getattr(own, field), getattr(english, field)
        values[field] = mine
        if isinstance(mine, dict):
            values[field] = _join_words(mine, theirs)
        elif field in ("months", "weekdays"):
            groups = zip(mine or theirs, theirs, strict=True)
            values[field] = tuple(dict.fromkeys(a + b) for a, b in groups)
            values[field] = tuple(tuple(group) for group in values[field])  # type: ignore[attr-defined]
        elif isinstance(mine, tuple):
            values[field] = tuple(dict.fromkeys(mine + theirs))
    return type(own)(**values)


def _join_words(own: Mapping[str, _Words], english: Mapping[str, _Words]) -> dict[str, _Words]:
    return {
        key: tuple(dict.fromkeys(own.get(key, ()) + english.get(key, ())))
        for key in {**english, **own}
    }
