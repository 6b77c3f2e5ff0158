"""The last lines of a story: who contributed, and that it ends (conventions 2.7 and 6.2, row 1).

A line in; the people it names and how it was known out. Phrases are the cues of kind `signoff` in
the language tables; here are only the marks that hold in every language.
"""

# ruff: noqa: PLR0911

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from articlekit.grammar.byline.reader import read_byline
from articlekit.grammar.byline.words import byline_lexis, fold, is_organisation
from articlekit.language.agency import agency_of
from articlekit.language.cues import find_cues
from articlekit.pattern import lazy

if TYPE_CHECKING:
    from articlekit.language import Language
    from articlekit.model import Author

_LONGEST, _CUE_WORDS, _MOST_SMALL = 300, 2, 4
_MARK = lazy(
    r"[-–—*<(\[]{0,3}\s?(?:30|ends?|more|xxx|fin|ende|ff|eom)\s?[-–—*>)\]]{0,3}|#\s?#\s?#|x{3,5}"
    r"|\(END\)[^a-z]{0,40}|[(（](?:完|了|끝|終|终|おわり|完了)[)）]|/{2,3}",
    re.IGNORECASE,
)
_BARE_MARKS = frozenset(("30", "fin", "ff", "ende", "end", "more", "//"))
"""These say nothing without the dashes or brackets around them, or in other case."""
_SLASHED = lazy(r"/([^/\s][^/]{0,24})/\.?")
_RIGHTS = lazy(
    r"(?:©|ⓒ|\(c\)|copyright)\s?(?P<holder>[^\W\d][\w .&-]{0,40}?)"
    r"(?:,? (?:dpa|afp|sda):[\w:/,. -]{1,60})?",
    re.IGNORECASE,
)
_SOURCE = lazy(r"[^:：]{3,14}[:：]\s?(.{2,80})")
_WIDE_RIGHTS = (
    "무단 전재",
    "무단전재",
    "無断転載",
    "版权所有",
    "版權所有",
    "RIPRODUZIONE RISERVATA",
)

Form = Literal["mark", "contributors", "agency", "initials", "phrase", "rights"]


class SignOff(Struct, frozen=True):
    """A line that ends a story: how it was known, and whom it names."""

    form: Form
    authors: tuple[Author, ...] = ()


def read_sign_off(text: str, words: Language) -> SignOff | None:
    """Read one line of the tail as a sign-off; `None` when it is none.

    It says nothing of where the line stands: a lone "REUTER" in the head is an author. The forms:
    `mark` ("-ENDS-", "(完)"), `contributors` ("(Reporting by ...)"), `agency` ("REUTER"),
    `initials` ("(jse/dpa)"), `phrase` ("With files from ..."), `rights` ("© dpa-infocom").
    """
    text = text.strip()
    if not 2 <= len(text) <= _LONGEST or text[-1] in "?!":
        return None
    if len(text) <= 48:
        form = _short_form(text, words)
        if form is not None:
            return SignOff(form)
    cue = any(found.kind == "signoff" and found.how != "inside" for found in find_cues(text, words))
    reading = read_byline(text.rstrip(".") if text[-2:] != "r." else text, words, head=False)
    if reading is not None:
        if reading.form in ("contributors", "initials") or (cue and reading.authors):
            return SignOff(
                "initials" if reading.form == "initials" else "contributors", reading.authors
            )
        if reading.form == "organisation" and (text[0] in "([（" or cue):
            return SignOff("agency", reading.authors)
    if any(mark in text for mark in _WIDE_RIGHTS):
        return SignOff("rights")
    small = sum(token[0].islower() for token in text.split()[_CUE_WORDS:])
    if cue and small <= _MOST_SMALL:
        return SignOff("phrase")
    return _read_source(text, words)


def _short_form(text: str, words: Language) -> Form | None:
    if _MARK.fullmatch(text) and not (text.casefold() in _BARE_MARKS and not text.isupper()):
        return "mark" if not text.isdigit() else None
    slashed = _SLASHED.fullmatch(text)
    if slashed and (agency_of(slashed.group(1)) or slashed.group(1).islower()):
        return "agency"
    if text.rstrip(".") == "REUTER" or (text.isupper() and agency_of(text.strip("()."))):
        return "agency"
    rights = _RIGHTS.fullmatch(text)
    if rights and agency_of(rights.group("holder").strip()):
        return "rights"
    joined = text.rstrip(".").strip("()").casefold().split()
    if len(joined) in (2, 3) and joined[0] in byline_lexis(words.code).joiners:
        return (
            "agency"
            if _is_source(" ".join(text.rstrip(".").strip("()").split()[1:]), words)
            else None
        )
    return None


def _read_source(text: str, words: Language) -> SignOff | None:
    """Read "Quelle: ntv.de, ino/dpa": a label before agencies, desks and domains only."""
    match = _SOURCE.fullmatch(text.strip("()"))
    if match is None:
        return None
    label = fold(text.strip("()").split(":")[0].split("：")[0])
    if label not in {fold(word) for word in (*words.credit.flags.get("source", ()), "source")}:
        return None
    parts = re.split(r"[,/;]\s?|\s(?:&|\+)\s", match.group(1).rstrip("."))
    desks = sum(part.strip().islower() and len(part.strip()) <= 4 for part in parts)
    named = sum(_is_source(part.strip(), words) for part in parts)
    return SignOff("phrase") if named and named + desks >= len(parts) else None


def _is_source(name: str, words: Language) -> bool:
    return bool(name) and is_organisation(name, byline_lexis(words.code))
