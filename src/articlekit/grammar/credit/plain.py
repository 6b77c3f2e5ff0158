"""Credits without a label, told by their agencies and slashes: a line in, the credit out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlekit.grammar.credit.parties import Parties, is_person
from articlekit.grammar.credit.reading import (
    LONGEST_CREDIT,
    OPENING,
    CreditReading,
    Line,
    Strength,
    parties_in,
    reading_of,
)
from articlekit.grammar.credit.words import fold, is_wide
from articlekit.pattern import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

_BOUNDARY = lazy(
    r"(?P<stop>[.!?…。！？؟।][\"'”’»)\]）」』]{0,3}\s?)"
    r"|(?P<join>\s[-–—―|]\s|＝|[\"”»]\s)"
    r"|(?P<close>[)\]）］】]\s?)"
)
_GIVEN = frozenset(("courtesy", "handout", "screenshot"))
"""Flags that make a credit of a line with nothing but an organisation beside them."""
_LONGEST_FIRST = 60
_MOST_NAMES = 4


def find_bounded(line: Line) -> CreditReading | None:
    """Find parties that fill the line, or stand after a sentence, dash or bracket."""
    for start, how in _boundaries(line):
        printed = line.text[start : line.high]
        if (parties := parties_in(printed.rstrip("."), line.words)) is None:
            continue
        strength = _strength(parties, printed, whole=start == line.low)
        alone = how != "join" and printed[-1] != "." and fold(printed) not in line.lexis.common
        if strength is not None and (strength != "bare" or alone):
            return reading_of((start, line.high), parties, strength)
    return None


def _boundaries(line: Line) -> Iterator[tuple[int, str]]:
    """Where a credit without label can start, from left to right, and what stands before."""
    yield line.low, "line"
    text, low = line.text, max(line.low, line.high - LONGEST_CREDIT)
    for match in _BOUNDARY.finditer(text, low, line.high - 1):
        start = match.end()
        spaced = match.lastgroup == "stop" and text[start - 1].isspace()
        if spaced or not text[start].islower():  # "dpa" is written small, but not glued
            yield start, match.lastgroup or ""


def find_bracketed(line: Line) -> CreditReading | None:
    """Find parties in brackets at the end of the line."""
    close = line.text[line.high - 1]
    if close not in OPENING:
        return None
    start = line.text.rfind(OPENING[close], line.low, line.high - 1)
    inner = line.text[(start if start >= 0 else line.low - 1) + 1 : line.high - 1]
    if (parties := parties_in(inner, line.words)) is None:
        return None
    strength = _strength(parties, inner, whole=False, bracketed=True)
    if strength is None or (start < 0 and not (parties.known or parties.chained)):
        return None  # without an opening bracket, a line of some broken caption
    return reading_of((max(start, line.low), line.high), parties, strength)


def find_joined(line: Line) -> CreditReading | None:
    """Find parties that nothing but a space parts from the caption: told by their slash."""
    slash = line.text.find("/", max(line.low, line.high - LONGEST_CREDIT), line.high)
    while slash > 0:
        for start in _starts_before(line, slash):
            parties = parties_in(line.text[start : line.high], line.words)
            if parties is None or parties.weak or not parties.agencies:
                continue
            if parties.photographers or len(parties.agencies) > 1:
                strength: Strength = "agency" if parties.photographers else "parties"
                return reading_of((start, line.high), parties, strength)
        slash = line.text.find("/", slash + 1, line.high)
    return None


def _starts_before(line: Line, slash: int) -> Iterator[int]:
    """Where the first party can start: the run of capitalised words before the slash, shortened."""
    text, low = line.text, max(line.low, slash - _LONGEST_FIRST)
    run: list[int] = []
    end = len(text[:slash].rstrip())
    while end > low and len(run) < _MOST_NAMES:
        start = max(low, text.rfind(" ", low, end) + 1)
        ends_sentence = run and not text[end - 1].isalnum() and end - start > 3
        if ends_sentence or not text[start].isupper():
            break
        run.append(start)
        end = len(text[:start].rstrip())
    before = text[low:end].rpartition(" ")[2]
    if run and before.islower() and len(before) < 4:
        run.pop()  # "in Gaza Ann Lee/AFP": the short word wants an object
    for start in run[::-1] if len(run) < _MOST_NAMES else run[1:3]:
        if is_person(text[start:slash].rstrip(), line.words):
            yield start
    yield from run


def _strength(
    parties: Parties, printed: str, *, whole: bool, bracketed: bool = False
) -> Strength | None:
    """What parties without a label are worth; `None` when they could be something else."""
    people, known = parties.photographers, parties.known
    barred = "|" in printed and "/" not in printed
    if barred and not (people and known):
        return None  # the title of a page: "Flood wall approved | Reuters"
    joined = parties.chained and not (whole and barred)
    if people and known and (joined or bracketed or not parties.weak):
        return "agency"
    if _is_chain(parties, bracketed=bracketed):
        return "parties"
    if parties.agencies:
        return "bare" if bracketed or not parties.weak else None
    return "parties" if _is_other(parties, printed, whole=whole) else None


def _is_chain(parties: Parties, *, bracketed: bool) -> bool:
    """Whether an agency or licence stands with others, as in credits only."""
    others = parties.organisations or parties.photographers
    return bool(parties.license or (parties.known and (parties.chained or (bracketed and others))))


def _is_other(parties: Parties, printed: str, *, whole: bool) -> bool:
    """Whether people, organisations and flags make a credit without any agency."""
    people, organisations = parties.photographers, parties.organisations
    if parties.weak:
        return False
    if parties.flags and (people or organisations):
        return not whole or not _GIVEN.isdisjoint(parties.flags)
    if people and organisations and (not whole or any(name[0] == "@" for name in people)):
        return True
    if whole:  # a byline, a path of links
        return False
    # "홍길동 기자", "佐藤花子撮影"
    return bool(people) and is_wide(printed[-1]) and printed.strip() != people[0]
