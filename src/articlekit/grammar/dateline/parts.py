"""The parts of datelines (conventions 1.2, 1.6): strings in; places, dates and sources out."""

# ruff: noqa: SIM905
from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from articlekit.grammar.dateline.dates import (
    DATE_HERE,
    date_in,
    date_matches,
    hide_date,
    split_date,
)
from articlekit.language.agency import agency_of, fold, is_desk
from articlekit.language.places import is_country, is_place, is_region
from articlekit.model import Place
from articlekit.pattern import lazy

if TYPE_CHECKING:
    from articlekit.language import Language

LONGEST_PLACE, MOST_PLACES = 5, 3
"""Words of one place and places of one dateline (conventions 1.2)."""

PARTICLES = frozenset(
    "a al am an and auf aan bei cum d' da dal das de del della den der des di do dos du e el en et "
    "i im in la las le les los na nad nas ob of on op og och oder or pe pod pri près sobre sub sur "
    "the to ter u un und upon van vom von y zu zum".split()
)
_VESSELS = ("ABOARD ", "ON BOARD ", "À BORD ", "A BORDO ", "AN BORD ")
_NOWHERE = ("AT SEA", "EN ROUTE TO ", "IN FLIGHT")
_COMMA = lazy(r"\s?[,،、]\s?")
_SLASH = lazy(r"\s?/\s?")
_AMONG = lazy(r"\s?[/,،、&+]\s?|\s[-–—]\s|\s(?:and|und|et|y|e|en|og|och)\s|[–—]")
_CALL_SIGN = lazy(r"[KW][A-Z]{2,3}(?:-?(?:TV|FM|AM|DT))?(?: \d{1,2})?")
_DOMAIN = lazy(r"[\w-]{2,30}(?:\.[\w-]{2,20})?\.[a-zA-Z]{2,4}")
_NO_SOURCE = lazy(r"\d|[DRI]-[A-Z]|(?:page|pages|ages|aged|class of)\b", re.IGNORECASE)
_LOOSE_DATE = lazy(
    r"[,،]?\s(?P<date>(?:le\s|el\s|am\s)?\d{1,2}\.?\s[^\s\d,.()/]{2,12}\.?(?:\s\d{4})?)$|"
    r"[,،]\s(?P<word_first>[^\s\d,.()/]{3,10}\.?\s\d{1,2}(?:,?\s\d{4})?)\.?$"
)


class Sources(Struct, frozen=True, gc=False):
    """What brackets name: agencies, stations and publishers, the desk of one, a date."""

    names: tuple[str, ...] = ()
    desk: str | None = None
    date_text: str | None = None


def read_sources(text: str, words: Language, publishers: frozenset[str]) -> Sources | None:
    """Return whom `text` names, "dpa/lno", "awp/sda", "WIVB", "Newsfile Corp. - May 3, 2025".

    Accepted are agencies with or without a desk, American call signs, web domains, the document's
    own publisher, and a date alone (conventions 1.4, rules 3a to 3c; 1.5).
    """
    whole = agency_of(text) or _station(text)
    if whole is not None:
        desk = text.partition("/")[2] or None
        return Sources((whole,), desk if desk and is_desk(desk) else None)
    if publishers and (text.casefold() in publishers or fold(text) in publishers):
        return Sources((text,))
    if date_matches(text, words):
        return Sources(date_text=text)
    names: list[str] = []
    desk = date = None
    for part in _AMONG.split(hide_date(text, words)):
        if part == DATE_HERE:
            date = date_in(text, words)
        elif (source := agency_of(part) or _station(part)) is not None:
            names.append(source)
        elif names and is_desk(part):
            desk = part
        else:
            return None
    return Sources(tuple(dict.fromkeys(names)), desk, date) if names else None


def is_organisation(text: str, place: str) -> bool:
    """Whether `text` may be an unknown publisher's name behind a place (rule 3d).

    Up to six words that begin in capitals, or the short small-letter label of a German desk;
    never figures, party tags or the acronym of the words before it.
    """
    words = text.split()
    if not 1 <= len(words) <= 6 or _NO_SOURCE.match(text) or not text[0].isalpha():
        return False
    initials = "".join(word[0] for word in re.split(r"[\s-]+", place) if word)
    if initials.casefold() == text.casefold() and len(initials) > 1:
        return False
    if is_desk(text):
        return len(text) == 3
    if any(mark in text for mark in ":;!?%€$") or is_place(text):
        return False
    if len(words) == 1 and not place.isupper() and text[1:].islower():
        return False  # "Berlin (Mitte) - ": a part of the town
    return all(word[0].isupper() or word in PARTICLES for word in words) and len(text) > 2


def is_web_domain(text: str) -> bool:
    """Whether `text` as a whole is a web domain."""
    return "." in text and _DOMAIN.fullmatch(text) is not None


def _station(text: str) -> str | None:
    """A web domain or an American station's call sign, verbatim."""
    found = is_web_domain(text) or (text[:1] in ("K", "W") and _CALL_SIGN.fullmatch(text))
    return text if found else None


def read_places(text: str, words: Language) -> tuple[Place, ...] | None:
    """Return the places of "ST. JOSEPH, Mich." or "PARIS/BERLIN", `None` when it cannot be any.

    The shape decides, not the gazetteer: at most three places of at most five words that begin
    in capitals. Region and country stand after commas; joint names keep their slash (rule 7).
    """
    city, *after = _COMMA.split(text)
    if not city or len(after) > MOST_PLACES:
        return None
    if not after and (split := _region_without_comma(city)):
        city, after = split[0], [split[1]]
    if city.startswith(_VESSELS) or city.startswith(_NOWHERE):
        kind = "vessel" if city.startswith(_VESSELS) else "none"
        return (Place(text, kind=kind),)  # type: ignore[arg-type]
    names = _split_cities(city, words)
    if len(names) > MOST_PLACES or not all(_place_shaped(name) for name in names):
        return None
    region = country = None
    more: list[str] = []
    for part in after:
        if is_region(part) and region is None:
            region = part
        elif is_country(part) and country is None:
            country = part
        elif is_place(part) and region is None and is_place(names[-1]):
            more.append(part)
        elif region is None and _place_shaped(part) and len(part.split()) <= MOST_PLACES:
            region = part
        else:
            return None
    names += more
    last = Place(names[-1], region, country)
    return (*(Place(name) for name in names[:-1]), last) if len(names) <= MOST_PLACES else None


def all_known(places: tuple[Place, ...]) -> bool:
    """Whether there are places and the gazetteer or a region vouches for each."""
    return bool(places) and all(map(_known, places))


def _known(place: Place) -> bool:
    if place.kind != "city" or is_place(place.name):
        return True
    return bool(
        (place.region and is_region(place.region)) or (place.country and place.name.isupper())
    )


def _region_without_comma(city: str) -> tuple[str, str] | None:
    """City and region of "FARMINGTON Conn.": capitals, then an abbreviation in another case."""
    name, _, region = city.rpartition(" ")
    if name.isupper() and not region.isupper() and region[:1].isupper() and is_region(region):
        return name, region
    return None


def _split_cities(text: str, words: Language) -> list[str]:
    """The cities of a pair; joint names ("DALLAS/FORT WORTH") and names with "and" stay whole."""
    if "/" in text:
        return [text] if is_place(text) else _SLASH.split(text)
    if "&" in text:
        return [part.strip() for part in text.split("&")]
    tokens = text.split()
    for at in range(1, len(tokens) - 1):
        if tokens[at].casefold() in words.byline.conjunctions:
            left, right = " ".join(tokens[:at]), " ".join(tokens[at + 1 :])
            if is_place(left) and is_place(right):
                return [left, right]
    if "-" in text and text.isupper() and not is_place(text):
        parts = text.split("-")
        if all(is_place(part) for part in parts):
            return parts
    return [text]


def _place_shaped(text: str) -> bool:
    """At most five words, each in capitals at its start or a particle; no figures but one."""
    words = text.split()
    if not 1 <= len(words) <= LONGEST_PLACE or any(mark in text for mark in ':;!?"“”»«…<>%*'):
        return False
    if words[-1] in PARTICLES or any(word.isdigit() for word in words):
        return False
    return (all(map(_opens_name, words)) and words[0] not in PARTICLES) or is_place(text)


def _opens_name(word: str) -> bool:
    first = word.lstrip("'’‘(`")[:1]
    return first.isalpha() and (not first.islower() or word in PARTICLES or word[0] in "'’")


def read_front(
    text: str, words: Language, *, loose: bool = False
) -> tuple[tuple[Place, ...], str | None, tuple[str, ...]] | None:
    """Return places, date and agencies of what stands before brackets, slashes or a dash.

    With `loose` a figure and an unknown word behind a comma are a date, too: misprints, and
    months of other languages. It takes an agency beside it to believe that.
    """
    text = text.strip(" ,،-–—")
    figures = any(map(str.isdigit, text))
    dated = split_date(text, words) if figures or ", " in text else None
    if dated is None and loose and figures and (match := _LOOSE_DATE.search(text)) is not None:
        dated = text[: match.start()], match["date"] or match["word_first"], ""
    before, date, after = dated or (text, None, "")
    if before.endswith(".") and is_place(before[:-1]):
        before = before[:-1]
    sources: list[str] = []
    names: list[str] = []
    for part in ", ".join(part for part in (before, after) if part).split(", "):
        agency = agency_of(part) or (part if is_web_domain(part) else None)
        if agency is None or (part.isupper() and is_place(part)):
            names.append(part)
        else:
            sources.append(agency)
    place_text = ", ".join(names).rstrip(" -–—")
    places = read_places(place_text, words) if place_text else ()
    if places is None or not (places or sources):
        return None
    return places, date, tuple(sources)
