"""Author biographies: one paragraph in, whom it is about and what they do out (conventions 6.3).

"Jane Roe is a reporter at The Herald, covering courts." names a person, a job and an employer.
The reading says nothing of where the paragraph stands; in the body such a sentence introduces a
source, so callers ask for the tail, the author's name, or two words of biographies.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct

from articlekit.grammar.byline.people import role_and_place
from articlekit.grammar.byline.words import byline_lexis, fold, is_role, is_wide
from articlekit.grammar.names import SHAPE, is_particle, may_open_name, name_strength
from articlekit.language import lexicon
from articlekit.pattern import lazy

if TYPE_CHECKING:
    from articlekit.language import Language

_LONGEST, _FURTHEST = 1500, 60
_HEADING_LONGEST = 40
_HEADING_MARK = lazy(r"[:：–—]| - ")
_STOP = lazy(r"[.!?](?:\s|$)|[,;:(–—](?:\s|$)|。|，|、")
_HOUSE = lazy(r"^(?P<house>[^.;:]{2,50}?)(?:['’]s|s['’]) (?P<role>\S.*)$")
_AT = lazy(r"\s(?:at|for|with|of|bei|der|beim|chez|à|au|en|de|del|di|da|do|bij|van|på|i|hos|w|в)\s")
_LINKS = (
    " who ",
    " and ",
    " based ",
    " covering ",
    " where ",
    " from ",
    " und ",
    " et ",
    " y ",
    " e ",
)
_ARTICLE_WORDS = frozenset(
    ("a", "an", "the", "ein", "eine", "une", "una", "un", "uma", "een", "en")
)
_ARTICLES = lazy(
    r"^(?:an?|the|our|ein|eine|der|die|une?|la|le|el|il|een|de|en|ett)\s", re.IGNORECASE
)
_BRACKET = lazy(r"\s?[(（][^()（）]{1,40}[)）]")


class BioReading(Struct, frozen=True):
    """Whom a paragraph is about; `vocabulary_hits` counts the telling words in it."""

    name: str
    role: str | None = None
    organisation: str | None = None
    vocabulary_hits: int = 0
    heading: str | None = None
    """The heading on the same line as printed: "About the author:"."""


class _BioLexis(Struct, frozen=True):
    copula: re.Pattern[str]
    """Any of them, the shortest first: an article after the verb belongs to the job."""
    vocabulary: tuple[str, ...]
    headings: tuple[str, ...]


@lru_cache(maxsize=64)
def _bio_lexis(code: str) -> _BioLexis:
    words = lexicon(code)
    printed = {fold(word) or word for word in words.bio.copulas}
    stems = {word.split()[0] for word in printed if word.rsplit(" ", 1)[-1] in _ARTICLE_WORDS}
    copulas = sorted(printed | stems, key=len)
    cues = words.boilerplate.get("author_bio")
    headings = {fold(word) for word in (*cues.whole, *cues.start)} if cues else set()
    return _BioLexis(
        _one_of(copulas),
        tuple(sorted({word.casefold() for word in words.bio.vocabulary})),
        tuple(sorted(filter(None, headings), key=len, reverse=True)),
    )


def _one_of(copulas: list[str]) -> re.Pattern[str]:
    """A pattern for the copulas: between spaces, in scripts that set them."""
    wide = [re.escape(word) for word in copulas if is_wide(word[0])]
    spaced = [re.escape(word) for word in copulas if not is_wide(word[0])]
    return re.compile(
        "|".join(filter(None, (f" (?:{'|'.join(spaced)}) " if spaced else "", *wide)))
    )


def read_bio(text: str, words: Language) -> BioReading | None:
    """Read a paragraph that begins with a person's name, a copula and what the person does.

    `None` when no name stands first, no copula within 60 characters, or neither a job title nor
    a word of biographies after it. Names, roles and houses keep their printed spelling.
    """
    if len(text) < 10 or not (text[0].isalpha() or text[0] in "-–—*"):
        return None
    if text[0].islower() or len(text) > _LONGEST:
        return None
    if not _may_be_bio(text, words.code):
        return None
    lexis = _bio_lexis(words.code)
    text = text.lstrip("-–—* ")
    heading, text = _part_heading(text, lexis)
    found = _find_copula(text, words, lexis)
    if found is None:
        return None
    name, copula, rest = found
    hits = _hits(text, lexis)
    copula = copula.strip()
    named = bool(copula) and is_role(copula, byline_lexis(words.code))  # "Jane Roe, reporter and"
    role, house = _read_job(f"{copula} {rest}" if named else rest, words)
    if role is None and named:
        role = copula
    if role is None and hits == 0 and heading is None:
        return None
    return BioReading(name, role, house, hits, heading)


def _may_be_bio(text: str, code: str) -> bool:
    """Whether the line opens as names do, or with a heading and its mark."""
    if not text[0].isupper() or _HEADING_MARK.search(text, 0, _HEADING_LONGEST):
        return True
    first, *behind = text[:_FURTHEST].split(None, 2)
    if not behind or (behind[0][0].islower() and not is_particle(behind[0])):
        return False
    return may_open_name(first, code)


def _part_heading(text: str, lexis: _BioLexis) -> tuple[str | None, str]:
    """Part "About the author: Jane Roe is ..." at the colon or dash."""
    if _HEADING_MARK.search(text, 0, _HEADING_LONGEST + 2) is None:
        return None, text
    for mark in (":", "：", " – ", " — ", " - "):
        at = text.find(mark, 0, _HEADING_LONGEST)
        if at > 0 and fold(text[:at]) in lexis.headings:
            return text[: at + len(mark)].strip(), text[at + len(mark) :].strip()
    return None, text


def _find_copula(text: str, words: Language, lexis: _BioLexis) -> tuple[str, str, str] | None:
    """The first copula, with the name before it and the rest of the paragraph after it."""
    window = text[: _FURTHEST + 40]
    folded = window.lower()
    if len(folded) != len(window):
        return None
    match = lexis.copula.search(folded, 2)
    if match is None or match.start() > _FURTHEST:
        return None
    start, end = match.span()
    name = _BRACKET.sub("", text[:start]).strip(" ,　–—-")
    if name_strength(name, words) < SHAPE:
        return None
    return name, text[start:end], text[end:].strip()


def _hits(text: str, lexis: _BioLexis) -> int:
    folded = text.casefold()
    return sum(_stands(word, folded) for word in lexis.vocabulary)


def _stands(word: str, folded: str) -> bool:
    at = folded.find(word)
    if at < 0:
        return False
    return is_wide(word[0]) or (
        (at == 0 or not folded[at - 1].isalnum())
        and not folded[at + len(word) : at + len(word) + 1].isalnum()
    )


def _read_job(rest: str, words: Language) -> tuple[str | None, str | None]:
    """Part "a reporter at The Herald" or "The Herald's Senior Editor" into role and house."""
    lexis = byline_lexis(words.code)
    stop = _STOP.search(rest)
    phrase = _ARTICLES.sub("", rest[: stop.start()] if stop else rest[:160]).strip()
    if not phrase or len(phrase.split()) > 20:
        return None, None
    owned = _HOUSE.match(phrase)
    if owned and owned["house"][0].isupper() and is_role(_head(owned["role"]), lexis):
        return _trim(owned["role"]), owned["house"]
    for at in _AT.finditer(phrase):
        role, house = phrase[: at.start()], _trim(phrase[at.end() :])
        if not house[:1].isupper():
            house = _ARTICLES.sub("", house)
        if is_role(role, lexis) and house[:1].isupper():
            if at.group().strip() == "of" and not house.startswith("The "):
                continue
            return role, house
    role, place = role_and_place(_trim(phrase), lexis)
    if place is not None:
        return role, None
    tokens = role.split()
    for size in range(min(len(tokens), 9), 0, -1):
        if is_role(" ".join(tokens[:size]), lexis):
            return " ".join(tokens[:size]), None
    return None, None


def _head(role: str) -> str:
    """The job title without what it is to: "Senior Correspondent"."""
    return re.split(r"\s(?:to|for|in|on|of|at|and)\s", role, maxsplit=1)[0]


def _trim(text: str) -> str:
    """Cut off what begins another clause."""
    cut = min((at for link in _LINKS if (at := text.find(link)) > 0), default=len(text))
    return text[:cut].strip()
