"""Datelines with a source in brackets or slashes (conventions 1.4, rules 2 and 3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from articlekit.grammar.dateline.dash import read_dashed
from articlekit.grammar.dateline.dates import split_date
from articlekit.grammar.dateline.parts import (
    Sources,
    all_known,
    is_organisation,
    read_front,
    read_sources,
)
from articlekit.grammar.dateline.reading import (
    FEWEST_WORDS,
    LONGEST_RELEASE,
    STRONG_DASH,
    DatelineReading,
    is_sentence,
    opens_prose,
    style_of,
)
from articlekit.language.agency import agency_of
from articlekit.language.places import is_country, is_place, is_region
from articlekit.model import Place
from articlekit.pattern import lazy

if TYPE_CHECKING:
    from articlekit.language import Language

_DASHES = ("-", "–", "—", "―", "−")
_BRACKET = lazy(r"(?P<front>[^()（）\n]{0,100}?)\s?[(（](?P<inside>[^()（）\n]{1,60})[)）]")
_SLASHED = lazy(r"(?P<front>[^\n]{2,80}?)\s?(?<!\w)/\s?(?P<inside>[^/\n]{2,30}?)\s?/(?!\w)")
_SEPARATOR = lazy(r",?\s{0,2}(?:[.:]?\s?(?:-{1,3}|[–—―−]{1,2})|[:：=]|\.(?=\s|$))\s{0,4}")


def read_agency_first(
    head: str, words: Language, publishers: frozenset[str]
) -> DatelineReading | None:
    """Return a dateline with an agency first: "(Reuters) - ", "(ANSA) - ROMA, 03 MAG - "."""
    bracket = _BRACKET.match(head)
    if bracket is None or bracket["front"]:
        return None
    inside = bracket["inside"].strip()
    sources = read_sources(inside, words, publishers)
    separator = _SEPARATOR.match(head, bracket.end())
    end = separator.end() if separator else bracket.end()
    rest = head[end:]
    if separator is None or separator.group().strip() in (":", "=", "."):
        # Broadcasters' pages lose the space: "(CNN)Three trains".
        glued = separator is None and rest[:1].isupper() and sources is not None
        if not glued:
            return None
    if sources is not None and sources.names:
        place = read_dashed(rest, words) if rest else None
        if place is not None:
            return msgspec.structs.replace(
                place, end=end + place.end, sources=sources.names, style="it-ansa"
            )
        if opens_prose(rest) or not rest:
            return DatelineReading(
                end, (), sources.date_text, sources.names, sources.desk, style="agency-only"
            )
    if is_place(inside) and is_sentence(rest, FEWEST_WORDS - 1):
        return DatelineReading(end, (Place(inside),), style="place-in-brackets")
    return None


def read_slashed(head: str, words: Language) -> DatelineReading | None:
    """Return a dateline of place, date and agency in slashes: "МОСКВА, 29 июня. /ТАСС/. "."""
    if "/" not in head:
        return None
    match = _SLASHED.match(head)
    agency = agency_of(match["inside"]) if match else None
    if match is None or agency is None:
        return None
    end, rest_date = match.end(), None
    after = head[end:].lstrip()
    if agency == "ACCESS Newswire":
        dated = after.partition("/")
        if not dated[1] or split_date(dated[0].strip(), words) is None:
            return None
        rest_date = dated[0].strip()
        end = len(head) - len(dated[2].lstrip())
    elif (separator := _SEPARATOR.match(head, end)) is not None:
        end = separator.end()
    else:
        return None
    found = read_front(match["front"].rstrip(" .-–—"), words)
    if found is None or end > LONGEST_RELEASE:
        return None
    places, date, _ = found
    date = rest_date or date
    return DatelineReading(end, places, date, (agency,), style=style_of(agency, places, date))


def read_bracketed(
    head: str, words: Language, publishers: frozenset[str]
) -> DatelineReading | None:
    """Return a dateline of place, perhaps a date, a bracket, a separator (rule 3)."""
    bracket = _BRACKET.match(head)
    if bracket is None or not bracket["front"]:
        return None
    front, inside = bracket["front"], bracket["inside"].strip()
    if is_place(f"{front} ({inside})") and head[bracket.end() :].lstrip()[:1] == "(":
        second = _BRACKET.match(head, bracket.end())
        if second is None:
            return None
        front, inside, bracket = f"{front} ({inside})", second["inside"].strip(), second
    separator = _SEPARATOR.match(head, bracket.end())
    sign = separator.group().strip(" ,") if separator else ""
    end = separator.end() if separator else len(head) - len(head[bracket.end() :].lstrip())
    sources = read_sources(inside, words, publishers)
    reporters, front = _reporter_first(front) if sources and sources.names else ((), front)
    found = read_front(front, words, loose=bool(sources and sources.names))
    if found is None or end > LONGEST_RELEASE:
        return None
    places, date, _ = found
    if sources is None:
        return _unknown_bracket(head[end:], end, sign, places, date, inside)
    if not _bracket_counts(head[end:], sign, places, date, sources):
        return None
    first = sources.names[0] if sources.names else None
    return DatelineReading(
        end=end,
        places=places,
        date_text=date or sources.date_text,
        sources=sources.names,
        desk=sources.desk,
        reporters=reporters,
        style=style_of(first, places, date, sources.desk, sign),
    )


def _bracket_counts(
    rest: str, sign: str, places: tuple[Place, ...], date: str | None, sources: Sources
) -> bool:
    """Whether place and known bracket are a dateline, by the separator and the prose behind."""
    if not sources.names:
        return sign[-1:] in _DASHES and all_known(places) and opens_prose(rest)
    if not rest:
        return bool(sign)
    if not sign:
        return (date is not None or all_known(places)) and opens_prose(rest)
    if opens_prose(rest):
        return True
    # Small letters may follow in careless wire copy; a second dash makes it a parenthesis.
    capitals = all(place.name.isupper() for place in places)
    return capitals and sign != ":" and STRONG_DASH.search(rest) is None


def _unknown_bracket(
    rest: str, end: int, sign: str, places: tuple[Place, ...], date: str | None, inside: str
) -> DatelineReading | None:
    """A country ("Rostow (Russland) - ") or an unknown publisher behind a place we know."""
    if sign[-1:] not in _DASHES or not places or not opens_prose(rest):
        return None
    country, region = is_country(inside), len(inside) > 2 and is_region(inside)
    if (country or region) and len(places) == 1:
        name = places[0].name
        fits = is_place(name) or is_sentence(rest, FEWEST_WORDS - 1)
        place = Place(name, None if country else inside, inside if country else None)
        return DatelineReading(end, (place,), date, style="de-country") if fits else None
    if all_known(places) and is_organisation(inside, places[0].name):
        return DatelineReading(end, places, date, (inside,), style="mixed-publisher")
    return None


def _reporter_first(front: str) -> tuple[tuple[str, ...], str]:
    """Reporter and place of "Ad SOYAD/İZMİR": a full name, a slash, a place in capitals."""
    name, slash, place = front.partition("/")
    names = name.split()
    if not slash or len(names) < 2 or is_place(name):
        return (), front
    found = names[-1].isupper() and not names[0].isupper() and place[:1].isupper()
    return ((name.strip(),), place) if found else ((), front)
