"""Credits that a label or a copyright mark opens: a line in, the credit at its end out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from articlekit.grammar.case import lowered
from articlekit.grammar.credit.reading import (
    LONGEST_CREDIT,
    CreditReading,
    Line,
    parties_in,
    reading_of,
)
from articlekit.grammar.credit.words import fold, is_wide
from articlekit.pattern import lazy

if TYPE_CHECKING:
    import re

    from articlekit.grammar.credit.parties import Parties
    from articlekit.model import CreditFlag

_MOST_TRIES = 8
_LONGEST_SHORTENED = 4
"""Letters of a label that may end in a stop: "Fot.", "Abb."."""
_COLONS = frozenset(":：﹕=＝")
_STOPS = frozenset(".!?…。|-–—―)]”»\"'·•）」")
_LINKS = frozenset(",;:/")
_YEAR = lazy(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_LATER_NOTICE = lazy(r"/\s?(?:©|Copyright) ?")


class _Opening(Struct, gc=False):
    """Labels and marks that stand in a row: "CreditCredit", "Foto: ©"."""

    label: str | None
    sep: str
    end: int
    colon: bool
    """Whether more than a space or the stop of a shortened word sets the label off."""
    marks: int
    """How many copyright marks there are."""
    marked: int
    """Where the first copyright mark stands."""
    flags: list[CreditFlag]
    printed: str | None
    """The first label."""


def find_labelled(line: Line) -> CreditReading | None:
    """Find the first label or copyright mark after which only parties stand."""
    if line.lexis.any_opener.search(lowered(line.text), line.low, line.high) is None:
        return None
    for tries, match in enumerate(line.lexis.opener.finditer(line.text, line.low, line.high)):
        if tries == _MOST_TRIES:
            break
        start = _start_of(line, match)
        if start is None or line.high - match.end() > LONGEST_CREDIT:
            continue
        if (found := _read(line, start, match)) is not None:
            return found
    return None


def _start_of(line: Line, match: re.Match[str]) -> int | None:
    """Where the credit starts if the label may stand here; its bracket belongs to it."""
    at, sep = match.start(), match["sep"].strip()
    before, first = line.text[line.low : at], line.text[at]
    if not before:
        return at
    if match["mark"] and not first.isalpha():
        return None if before.rstrip()[-9:].casefold() == "copyright" else at
    if before[-1] in "([（［【〔":
        return at - 1
    ended = before.rstrip()[-1:]
    if ended in _STOPS or (ended in _LINKS and sep):
        return at
    if before[-1].isspace():  # right behind a caption: "... into the river Photo by Ann Lee"
        label = match["label"] or " "
        firm = sep in _COLONS if sep else " " in label and not label.isupper()
        return at if firm and (first.isupper() or is_wide(first)) else None
    return at if is_wide(first) or (before[-1].islower() and first.isupper()) else None


def _open(line: Line, match: re.Match[str]) -> _Opening:
    """Gather the labels and marks from `match` on."""
    opening = _Opening(None, "", 0, False, 0, -1, [], None)  # noqa: FBT003 - nothing gathered
    current: re.Match[str] | None = match
    while current is not None:
        label = current["label"]
        if label and (flag := line.lexis.flags.get(fold(label))):
            opening.flags.append(flag)
        if current["mark"]:
            opening.marks += 1
            opening.marked = current.start() if opening.marked < 0 else opening.marked
        opening.label, opening.sep, opening.end = label, current["sep"], current.end()
        opening.colon = opening.colon or current["sep"].strip() not in ("", ".", ",")
        opening.printed = opening.printed or label
        current = line.lexis.opener.match(line.text, opening.end, line.high)
        if current and current["label"] and opening.sep and not current["sep"].strip():
            break  # "Photo: Image Comics"
    if "courtesy" in opening.flags and " " in (opening.label or ""):
        opening.colon = True  # "Courtesy of" is as good as a colon
    return opening


def _read(line: Line, start: int, match: re.Match[str]) -> CreditReading | None:
    opening = _open(line, match)
    rest = line.text[opening.end : line.high].strip().lstrip("/|-–— ").rstrip(" .")
    if start < match.start() or rest.count(")") > rest.count("("):
        rest = rest.rstrip(")]）］】〕")
    if not _may_precede(opening, rest) or (opening.marks and _is_notice(line, rest)):
        return None
    parties = parties_in(rest, line.words, loose=opening.colon)
    if parties is None or not _is_safe(opening, parties, rest, alone=start <= line.low):
        return None
    flags = [flag for flag in opening.flags if flag != "source" or not parties.known]
    parties.flags = list(dict.fromkeys((*flags, *parties.flags)))
    notice = line.text[opening.marked : line.high].rstrip(" .)]") if opening.marks else None
    return reading_of((start, line.high), parties, "label", opening.printed, notice)


def _may_precede(opening: _Opening, rest: str) -> bool:
    """Whether the label is written as labels are, given what follows it."""
    label = opening.label
    if label is None:
        return True
    if opening.sep.startswith("."):
        return len(label) <= _LONGEST_SHORTENED
    if opening.sep.startswith(","):  # "Image source, Getty Images"
        return " " in label
    first = rest[:1]
    if not opening.sep:  # glued: "CreditAnn Lee"
        return is_wide(first) or (first.isupper() and not label.isupper())
    # "picture alliance" has a label for its first word
    return opening.colon or opening.marks > 0 or " " in label or not first.islower()


def _is_notice(line: Line, rest: str) -> bool:
    """Whether a copyright line follows the mark: a year or "rights" (conventions 3.5)."""
    own = _LATER_NOTICE.split(rest, maxsplit=1)[0]  # "Ann Lee/Copyright 2026 The AP"
    return bool(_YEAR.search(own) or line.lexis.rights.search(own))


def _is_safe(opening: _Opening, parties: Parties, rest: str, *, alone: bool) -> bool:
    """Whether the parties are no prose: a name or agency, or an organisation after a colon."""
    if parties.known:
        return True
    if "source" in opening.flags and _YEAR.search(rest):
        return False  # data of a chart
    if opening.colon or opening.marks == 1:  # "Copyright ©" opens copyright lines
        return True
    # "Video Game Awards" and "Photo Finish Friday" are headings
    worded = " " in (opening.label or "") or not opening.sep
    return bool(parties.photographers) and (worded or not alone)
