"""The credit of a line that is known to be a caption: more is a credit there than in other lines.

A name in brackets behind the last sentence, or an agency glued to it, could be many things in a
story; under a picture it is who took it. Where the page sets a stretch apart and calls it a credit,
that stretch is one, whatever it says.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from articlekit.grammar.credit.parties import is_person
from articlekit.grammar.credit.reader import is_only_label, read_credit, split_credit
from articlekit.grammar.credit.reading import (
    LONGEST_CREDIT,
    CreditReading,
    parties_in,
    reading_of,
)
from articlekit.language.agency import agency_of
from articlekit.language.places import is_place
from articlekit.pattern import lazy

if TYPE_CHECKING:
    from articlekit.language import Language

_BRACKETED = lazy(
    r"(?P<stop>[.!?…][\"'”’»]{0,2}\s?|[。！？])?"
    r"(?P<printed>[(\[（](?P<inner>[^()\[\]（）]{2,80})[)\]）])\.?$"
)
_JOINED = lazy(r"\w[.\"'”’»)]{0,2}\s[/|]\s(?P<name>[^/|]{4,40})$")
_GLUED = lazy(r"[.!?…][\"'”’»)]{0,2}(?P<agency>[A-Z][^.!?…]{1,30})$")
_TAIL = 120
_MOST_SPACES = 8
_GIVEN = frozenset(("pool", "handout", "private", "third_party"))
"""Flags that tell a credit on their own, in brackets."""


def split_caption(
    text: str, words: Language, marked: tuple[int, int] | None = None
) -> CreditReading | None:
    """Find the credit of a caption; `marked` is the stretch that the page calls one."""
    found = split_credit(text, words)
    if marked is not None and any(map(str.isalpha, text[slice(*marked)])):
        rest = text[: marked[0]] + text[marked[1] :]
        if any(map(str.isalpha, rest)):
            return found if _covers(found, marked) else _read_marked(text, words, marked)
        if found is None and _is_short(text) and not is_only_label(text, words):
            return _read_marked(text, words, (0, len(text)))
    return found or _bracketed(text, words) or _joined(text, words) or _glued(text)


def _is_short(text: str) -> bool:
    """Whether a whole line can be a credit: what is called credit may hold a caption too."""
    return len(text) <= LONGEST_CREDIT and not (
        text.endswith(".") and text.count(" ") > _MOST_SPACES
    )


def _covers(found: CreditReading | None, marked: tuple[int, int]) -> bool:
    """Whether what the words tell takes in what is marked: its label stands before, as a rule."""
    return found is not None and found.start <= marked[0] and marked[1] <= found.end


def _read_marked(text: str, words: Language, marked: tuple[int, int]) -> CreditReading | None:
    """Read what the page calls a credit; where nothing can be read, only its place is known."""
    start, end = marked
    printed = text[start:end]
    if (found := read_credit(printed, words)) is not None:
        return replace(found, start=start, end=end)
    if (parties := parties_in(printed.strip("()[]"), words, loose=True)) is not None:
        return reading_of(marked, parties, "label")
    return CreditReading(start, end) if len(printed) <= LONGEST_CREDIT else None


def _bracketed(text: str, words: Language) -> CreditReading | None:
    """Who stands in brackets behind the last sentence, or how the picture was come by."""
    found = _BRACKETED.search(text, max(0, len(text) - _TAIL))
    parties = parties_in(found["inner"], words, loose=True) if found else None
    if found is None or parties is None:
        return None
    named = bool(parties.photographers or parties.organisations or parties.known)
    behind = found["stop"] and found["inner"][0].isupper() and not is_place(found["inner"])
    if not (named and behind) and (named or _GIVEN.isdisjoint(parties.flags)):
        return None
    return reading_of((found.start("printed"), len(text)), parties, "parties")


def _joined(text: str, words: Language) -> CreditReading | None:
    """A person behind a slash or a bar with spaces around: "The harbour / Ann Lee"."""
    found = _JOINED.search(text, max(0, len(text) - _TAIL))
    if found is None or not is_person(found["name"], words):
        return None
    people = (found["name"],)
    return CreditReading(found.start("name"), len(text), photographers=people, strength="parties")


def _glued(text: str) -> CreditReading | None:
    """An agency right behind the stop of the last sentence."""
    found = _GLUED.search(text, max(0, len(text) - _TAIL))
    agency = agency_of(found["agency"].strip()) if found else None
    if found is None or agency is None:
        return None
    return CreditReading(found.start("agency"), len(text), agencies=(agency,), strength="bare")
