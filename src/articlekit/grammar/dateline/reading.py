"""What a dateline says (conventions 1.1), and what its rules share: limits, prose, style ids."""

# ruff: noqa: PLR0911
from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from articlekit.language import agencies
from articlekit.pattern import lazy

if TYPE_CHECKING:
    from articlekit.model import Place

LONGEST, LONGEST_RELEASE = 90, 120
"""Signs of a dateline at most; press releases list more places (conventions 1.2)."""
FEWEST_WORDS = 6
"""Words of the sentence behind a bare place (rule 6)."""
STRONG_DASH = lazy(r"\s[-–—]{1,2}\s|—|--")
_NO_LETTERS = "\"'“”„«»‘’‚›‹「『(（[【$€£¥#@¿¡…"


class DatelineReading(Struct, frozen=True):
    """A dateline at the start of a text: `text[:end]` is it, with its separator and spaces.

    `sources` are canonical names of agencies, else names as printed; `style` is an id of the
    table in conventions 1.3.
    """

    end: int
    places: tuple[Place, ...] = ()
    date_text: str | None = None
    sources: tuple[str, ...] = ()
    desk: str | None = None
    reporters: tuple[str, ...] = ()
    style: str | None = None


def opens_prose(text: str) -> bool:
    """Whether `text` can begin a sentence: no small letter first; figures and quotes may stand."""
    letter = text.lstrip(_NO_LETTERS)[:1]
    if not letter or not letter.islower():
        return bool(letter)
    word = text.lstrip(_NO_LETTERS).split(maxsplit=1)[0]
    return not word.islower() or text[:2] in ("'n", "'s", "'t", "’n", "’s", "’t")


def is_sentence(text: str, fewest: int) -> bool:
    """Whether `text` begins like a sentence of at least `fewest` words that goes on or ends."""
    if not opens_prose(text) or text[:1].isdigit():
        return False
    return len(text.split(maxsplit=fewest)) >= fewest


def style_of(
    source: str | None,
    places: tuple[Place, ...],
    date: str | None,
    desk: str | None = None,
    sign: str = "-",
) -> str:
    """Return the id in the table of conventions 1.3 for a dateline of these parts."""
    if any(place.kind != "city" for place in places):
        return "aboard"
    if source is None:
        return "place-date"
    if source in agencies().wire:
        return _RELEASES.get(source, "prn")
    if source in _HOUSES:
        return _HOUSES[source]
    if source[0] in "KW" and source.isupper() and source not in agencies().text:
        return "call-sign"
    if desk is not None or source in ("dpa", "epd", "KNA", "ots", "dts", "SID"):
        return "agency-full-stop" if sign == "." else "de-agency"
    return "place-date-agency" if date else "place-agency-dash"


_RELEASES = {
    "PR Newswire": "prn",
    "EIN Presswire": "prn",
    "Business Wire": "bw",
    "GlobeNewswire": "gnw",
    "ACCESS Newswire": "accesswire",
    "Newsfile": "newsfile",
}
_HOUSES = {
    "CNW": "prn", "EFE": "es-efe", "Europa Press": "es-ep", "ANSA": "it-ansa",
    "askanews": "it-other", "AGI": "it-other", "Adnkronos": "it-other", "LaPresse": "it-other",
    "Lusa": "pt-lusa", "Folhapress": "pt-lusa", "Agência Brasil": "pt-lusa", "ANP": "nl",
    "Belga": "nl", "NTB": "nordic", "TT": "nordic", "Ritzau": "nordic", "STT": "nordic",
    "ČTK": "central-eu", "MTI": "central-eu", "PAP": "central-eu", "Hina": "central-eu",
    "Agerpres": "central-eu", "TASR": "central-eu", "SITA": "central-eu", "Anadolu": "tr",
    "DHA": "tr", "İHA": "tr", "TASS": "ru-tass", "RIA Novosti": "ru-ria", "Interfax": "ru-ria",
    "Antara": "id", "KOMPAS.com": "id",
}  # fmt: skip
