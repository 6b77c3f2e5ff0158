"""What is read from a picture credit, and the line it is read from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from msgspec import Struct

from articlekit.grammar.credit.parties import Parties, read_parties
from articlekit.grammar.credit.words import CreditLexis  # noqa: TC001 - fields of a Struct

if TYPE_CHECKING:
    from articlekit.language import Language
    from articlekit.model import CreditFlag

Strength = Literal["label", "agency", "parties", "bare"]

LONGEST_CREDIT = 130
"""No credit is longer, labels aside: what stands farther from the end is caption or prose."""
OPENING = {")": "(", "]": "[", "）": "（", "］": "［", "】": "【", "〕": "〔"}
"""Closing brackets to opening ones."""

_MOST_WORDS = 20


class CreditReading(Struct, frozen=True):
    """A credit that was read. `text[start:end]` is the credit as printed, label included.

    `start` is 0 when nothing but the credit (and words of the picture viewer) stands in the line;
    else the caption is `text[:start]`. `strength` says what it was recognised by: a label; an
    agency with a person; parties alone, joined as in credits; or a bare agency, which is a credit
    only beside a picture or caption. A reading flagged `source` names where data come from.
    """

    start: int
    end: int
    label: str | None = None
    photographers: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    via: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    flags: tuple[CreditFlag, ...] = ()
    copyright: str | None = None
    license: str | None = None
    strength: Strength = "label"

    def parts(self) -> dict[str, Any]:
        """Who and what is credited, by the names that the node of a credit has for it."""
        return {name: getattr(self, name) for name in _PARTS}


_PARTS = ("photographers", "agencies", "via", "organisations", "flags", "copyright", "license")


class Line(Struct, frozen=True, gc=False):
    """A line of a page, and the stretch `[low, high)` of it that is looked at."""

    text: str
    low: int
    high: int
    words: Language
    lexis: CreditLexis


def parties_in(text: str, words: Language, *, loose: bool = False) -> Parties | None:
    """Read `text` as parties, after the cheap reasons to refuse it."""
    text = text.strip()
    if not text or len(text) > LONGEST_CREDIT or text.count(" ") > _MOST_WORDS:
        return None
    if not (text[0].isalnum() or text[0] in "@©-–—\"“„'(") or text[-1] in "?!:,;":
        return None
    return read_parties(text, words, loose=loose)


def reading_of(
    span: tuple[int, int],
    parties: Parties,
    strength: Strength,
    label: str | None = None,
    notice: str | None = None,
) -> CreditReading:
    """Make the reading of a credit that stands at `span`; `notice` is its copyright notice."""
    return CreditReading(
        start=span[0],
        end=span[1],
        label=label,
        photographers=tuple(dict.fromkeys(parties.photographers)),
        agencies=tuple(parties.agencies),
        via=tuple(parties.via),
        organisations=tuple(dict.fromkeys(parties.organisations)),
        flags=tuple(parties.flags),
        copyright=notice,
        license=parties.license,
        strength=strength,
    )
