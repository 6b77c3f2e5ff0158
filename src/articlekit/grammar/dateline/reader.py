"""Datelines (conventions 1): the text of a first paragraph in, its dateline or `None` out.

A dateline is a prefix that says where, when and for whom a text was filed. Closed shapes are
accepted on their form (rule 2); all others name an agency, a date or a place we know (3 to 6).
Most paragraphs have none and are turned away by their first words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from articlekit.grammar.dateline.brackets import read_agency_first, read_bracketed, read_slashed
from articlekit.grammar.dateline.dash import read_dashed, read_lone
from articlekit.grammar.dateline.parts import PARTICLES
from articlekit.grammar.dateline.reading import LONGEST, DatelineReading
from articlekit.grammar.dateline.shapes import read_closed
from articlekit.pattern import lazy

if TYPE_CHECKING:
    from articlekit.language import Language

__all__ = ["DatelineReading", "read_dateline"]

_HEAD = 200
"""How far a dateline is looked for."""
_ENDS = ".:,;)]-–—/"
_FIGURE = lazy(r"\d")
_MOST_PLAIN = 2
"""Words in small letters that a date has at most: "3 de mayo", "3. května"."""
_MARK = lazy(r"[(（/:：.–—―−]|--|\s[-=]|-(?:\s|$)")
_STATUS = lazy(
    r"(?:(?:UPDATE|WRAPUP|CORRECTED|REFILE|RPT|EXCLUSIVE|LEAD|RECAST|BREAKING|DRINGEND|URGENTE?|"
    r"URGENT)(?: ?\d{1,2})?(?:\s?[-–—:]{1,2}\s?| )|\+\+\+\s?)(?=[^\W\d_])"
)
_DATE_LEAD = lazy(r"(\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{4}-\d{2}-\d{2})\s?[|–—/-]\s?")


def read_dateline(
    text: str,
    words: Language,
    publishers: frozenset[str] = frozenset(),
    language: str | None = None,
) -> DatelineReading | None:
    """Return the dateline that `text`, the first block of a story, begins with.

    `publishers` are the names of the document's publisher found elsewhere, case folded (rule 3c);
    `language` is the code of the text where it is known, else that of `words`.
    """
    head = text[:_HEAD].rstrip()
    if not head or not _may_open(head):
        return None
    skipped = _STATUS.match(head) if head[0].isupper() or head[0] == "+" else None
    start = skipped.end() if skipped else 0
    found = _read(head[start:], words, publishers, (language or words.code)[:2])
    if found is None or start == 0:
        return found
    return _moved(found, start)


def _may_open(head: str) -> bool:
    """Whether a mark that ends datelines stands near, with names and figures alone before it."""
    first = head[0]
    if first.islower() or first in "\"“”„«»‘'’‚…•*#@-–—":
        return first == "'" and head[1:3] == "s-"
    if not first.isalpha():
        return True
    if "\u3400" <= first <= "\u9fff":
        return True
    opening = head.split(None, 2)
    if len(opening) > 1 and _is_plain(opening[1]) and opening[0][-1] not in _ENDS:
        figure = _FIGURE.search(head, 0, LONGEST)
        if figure is None:
            return False
    mark = _MARK.search(head, 0, LONGEST)
    if mark is None:
        return False
    front = head[: mark.start()].split()
    plain = sum(map(_is_plain, front))
    return plain == 0 or (
        plain <= _MOST_PLAIN and _FIGURE.search(head, 0, mark.start()) is not None
    )


def _is_plain(word: str) -> bool:
    """Whether a word is in small letters and no particle of names."""
    return word[0].islower() and word not in PARTICLES


def _read(
    head: str, words: Language, publishers: frozenset[str], language: str
) -> DatelineReading | None:
    """Try the shapes in order: closed ones, a date first, brackets, slashes, dashes, names."""
    first = head[0]
    if first in "（(【［[" or "\u3400" <= first <= "\u9fff":
        closed = read_closed(head, words)
        if closed is not None or first not in "（(":
            return closed or read_bracketed(head, words, publishers)
        return read_agency_first(head, words, publishers)
    if first.isdigit():
        lead = _DATE_LEAD.match(head)
        if lead is None or lead.end() == len(head):
            return None
        found = _read(head[lead.end() :], words, publishers, language)
        return _moved(found, lead.end(), lead.group(1)) if found and found.places else None
    return (
        read_slashed(head, words)
        or read_bracketed(head, words, publishers)
        or read_dashed(head, words)
        or read_lone(head, words, language)
    )


def _moved(found: DatelineReading, by: int, date: str | None = None) -> DatelineReading:
    """The same reading behind a prefix of `by` signs."""
    return msgspec.structs.replace(found, end=found.end + by, date_text=found.date_text or date)
