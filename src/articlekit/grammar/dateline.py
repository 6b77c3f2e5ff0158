"""Datelines: the prefix of a first paragraph in, places, date, sources and its end out.

Follows the procedure of conventions 1.4: closed shapes first (`dateline_shapes`), then place with
parenthesis, then place with date, then capitals with a dash, then `City:` and `City.`. Precision
comes first: two sentences in three that look like a dateline are none.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from articlekit.grammar.dateline_shapes import (
    DatelineReading,
    read_agency_first,
    read_closed_shape,
    split_sources,
)
from articlekit.language import lexicon
from articlekit.language.agency import agency_of
from articlekit.language.places import is_place, is_region
from articlekit.model import Place

if TYPE_CHECKING:
    from articlekit.language import Language

WINDOW = 160
"""Characters that are looked at; no dateline is longer (conventions 1.2)."""
_LONGEST = 90
_DASH = r"(?:--+|[-–—―−=:]|\.\s?[-–—])"
_BRACKETED = re.compile(rf"([^()（）/]{{2,70}}?)\s?[(（/]([^()（）/][^()（）]{{0,60}})[)）/]\s?(\.?\s?{_DASH}|\.(?=\s))\s*")
_DASHED = re.compile(r"([^()]{2,80}?)(?:\s?(--+|—|―)\s?|\s([-–=])(?:\s|$)|(?<=\d)([-–—])\s)")
_COLON = re.compile(r"([^():.,]{2,40}(?:, ?[^():.]{2,25})?):\s+(?=\S)")
_STOP = re.compile(r"([^():.,!?]{2,40})\.\s+(?=\S)")
_CALL_SIGN = re.compile(r"[KW][A-Z]{2,3}(?:-?TV)?")
_ABOARD = re.compile(r"(?:ABOARD|ON BOARD|AT SEA|EN ROUTE|NEAR|WITH)\b")
_STATUS = re.compile(r"(?:CORRECTED|UPDATE \d+|WRAPUP \d+|REFILE|RPT|EXCLUSIVE|BREAKING|LEAD|URGENTE?|ECONOMIC SPOTLIGHT|COLUMN|ANALYSIS|INTERVIEW|FILE PHOTO|PHOTOS|WATCH|SEE ALSO|MORE|LIVE|NEWS)\b")
_ONE_PLACE = ("frankfurt/main", "frankfurt/oder", "dallas/fort worth", "minneapolis/st. paul", "raleigh/durham")
_FULL_STOP_LANGUAGES = ("de", "sv", "hu")
_FEWEST_WORDS_BEHIND = 6


def read_dateline(
    text: str,
    words: Language,
    publishers: frozenset[str] = frozenset(),
    language: str | None = None,
) -> DatelineReading | None:
    """Read the dateline that opens `text`; None when it opens with prose.

    `publishers` are names of the publisher learned elsewhere in the document, lower case.
    `language` allows the shapes that only some languages have (`Berlin. Der …`).
    """
    head = text[:WINDOW]
    first = head[0]
    if first.islower() or first in "\"“”„«»‚‘'*#@•":
        return None
    closed = read_closed_shape(head) or read_agency_first(head, words)
    if closed is not None:
        return closed
    if first.isalpha() and not _STATUS.match(head):
        return (
            _read_bracketed(head, words, publishers)
            or _read_dashed(head, text, words)
            or _read_marked(head, text, language)
        )
    return None


def _read_bracketed(
    head: str, words: Language, publishers: frozenset[str]
) -> DatelineReading | None:
    """`CITY[, Reg.][, date] (AGENCY) -`: procedure step 3."""
    match = _BRACKETED.match(head)
    if match is None or match.end() > _LONGEST + 40:
        return None
    printed, inside, separator = match[1].strip(), match[2].strip(), match[3].strip()
    if separator == ":" and agency_of(inside) is None:
        return None
    places, date = split_places(printed, words)
    if not places:
        return None
    if (bracket_date := _is_date(inside, words)) or (inside and is_place(inside) and separator != "."):
        if not (all(is_place(place.name) for place in places) or printed.isupper()):
            return None
        country = None if bracket_date else inside
        places = tuple(Place(p.name, p.region, country or p.country) for p in places)
        return DatelineReading(match.end(), places, inside if bracket_date else date, style="place-bracket")
    sources, desk = split_sources(inside)
    known = any(agency_of(part) for part in re.split(r"[/,]| - ", inside)) or agency_of(inside)
    ours = inside.casefold() in publishers
    if known or ours or _CALL_SIGN.fullmatch(inside):
        style = "place-date-agency" if date else "place-agency-dash"
        return DatelineReading(match.end(), places, date, sources, desk, style=style)
    if separator != "." and _is_organisation(inside) and all(is_place(p.name) for p in places):
        return DatelineReading(match.end(), places, date, (inside,), style="mixed-publisher")
    return None


def _is_organisation(text: str) -> bool:
    """A phrase of at most six words in title case that is no acronym, figure or party tag."""
    parts = text.split()
    if not 1 <= len(parts) <= 6 or any(map(str.isdigit, text)) or len(text) < 4:
        return False
    if not all(part[0].isupper() or part in ("of", "the", "de", "and", "&") for part in parts):
        return False
    return len(parts) > 1 or "." in text[1:-1] or (not text.isupper() and len(text) > 5)


def _read_dashed(head: str, text: str, words: Language) -> DatelineReading | None:
    """`CITY, Month D -` and `CITY -`: procedure steps 4 and 5."""
    match = _DASHED.match(head)
    if match is None:
        return None
    printed = match[1].strip()
    if len(printed) > _LONGEST or printed[-1] in ".!?;" and not _ends_in_abbreviation(printed):
        return None
    agency = None
    front, comma, last = printed.rpartition(",")
    if comma and agency_of(last.strip()):
        printed, agency = front, last.strip()
    places, date = split_places(printed, words)
    if not places:
        return None
    sources, desk = split_sources(agency) if agency else ((), None)
    capitals = _is_capitals(places[0].name)
    known = all(is_place(place.name) for place in places)
    behind = text[match.end() : match.end() + 60]
    if date is not None and (capitals or known):
        return DatelineReading(match.end(), places, date, sources, desk, style="place-date")
    if behind[:1].islower() and not capitals:
        return None
    suffixed = places[0].region is not None and is_region(places[0].region)
    aboard = places[0].kind == "vessel"
    if agency or (capitals and (known or suffixed or aboard)):
        return DatelineReading(match.end(), places, None, sources, desk, style="place-dash")
    spaced = match[2] is not None or match[3] is not None
    twice = any(dash in behind for dash in (" – ", " — ", " - "))
    if known and spaced and not twice and len(printed.split()) <= 3 and behind[:1].isupper():
        return DatelineReading(match.end(), places, None, style="place-dash")
    return None


def _is_capitals(name: str) -> bool:
    letters = [sign for sign in name if sign.isalpha()]
    return len(letters) > 1 and sum(map(str.isupper, letters)) >= len(letters) - 1 and name[0].isupper()


def _ends_in_abbreviation(text: str) -> bool:
    return text[-1] == "." and len(text.split()[-1]) <= 7


def _read_marked(head: str, text: str, language: str | None) -> DatelineReading | None:
    """`CITY:`, `City:` and `City.`: procedure step 6."""
    match = _COLON.match(head)
    style = "colon"
    if match is None and language in _FULL_STOP_LANGUAGES:
        match, style = _STOP.match(head), "full-stop"
    if match is None:
        return None
    city, _, rest = match[1].partition(",")
    behind = text[match.end() :]
    if len(behind.split(maxsplit=_FEWEST_WORDS_BEHIND)) < _FEWEST_WORDS_BEHIND or behind[0].islower():
        return None
    names = [part.strip() for part in re.split(r"/| and ", city)]
    if not all(is_place(name) for name in names) or len(names) > 3:
        return None
    if style == "colon" and not city.isupper():
        return None
    places = tuple(Place(name, rest.strip() or None) for name in names)
    return DatelineReading(match.end(), places, style=style)


def split_places(printed: str, words: Language) -> tuple[tuple[Place, ...], str | None]:
    """Split `LA CROSSE, Wis., March 3` into its places and its date; no places when it is neither."""
    date = None
    cut = _date_start(printed, words)
    if cut is not None:
        date, printed = printed[cut:].strip(" ,."), printed[:cut].strip(" ,.;")
        date = date or None
    if not printed or any(map(str.isdigit, printed)) or any(sign in printed for sign in "!?;:\"“"):
        return (), None
    if (aboard := _ABOARD.match(printed)) is not None and aboard[0] not in ("NEAR", "WITH"):
        return (Place(printed, kind="vessel"),), date
    city, _, rest = printed.partition(",")
    region = rest.strip() or None
    if region is not None and ("," in region or len(region.split()) > 3 or not region[0].isupper()):
        return (), None
    names = [city] if city.casefold() in _ONE_PLACE else re.split(r"\s?/\s?| (?:and|und|y|et|e) | & ", city)
    if len(names) > 3 or not all(_is_place_like(name) for name in names):
        return (), None
    return tuple(Place(name.strip(), region) for name in names), date


def _is_place_like(name: str) -> bool:
    """At most five words, each capitalised or a particle, none longer than a word is."""
    parts = name.split()
    if not 1 <= len(parts) <= 5 or len(name) > 40:
        return False
    return all(not part[0].islower() or part in _PARTICLES for part in parts) and parts[0][0].isalpha()


_PARTICLES = frozenset("de del la las los le am an der im in bei ob do da di of the on upon sur".split())


def _date_start(printed: str, words: Language) -> int | None:
    """Where the date of a prefix begins: at its month, weekday, or the figure before them."""
    match = _date_pattern(words.code).search(printed)
    return match.start() if match else None


def _is_date(text: str, words: Language) -> bool:
    match = _date_pattern(words.code).search(text)
    return match is not None and match.start() == 0


@lru_cache(maxsize=64)
def _date_pattern(code: str) -> re.Pattern[str]:
    dates = lexicon(code).dates
    months = {m.strip(".") for group in dates.months for m in group}
    days = {d.strip(".") for group in dates.weekdays for d in group if len(d) > 2}
    month = "|".join(sorted(map(re.escape, months), key=len, reverse=True))
    day = "|".join(sorted(map(re.escape, days), key=len, reverse=True))
    return re.compile(
        rf"(?<![^\s,(])(?:(?:le |el )?\d{{1,2}}\.?(?:er|º|-)? ?(?:de )?(?:{month})\b\.?.*"
        rf"|(?:{month})\b\.? ?\d{{1,2}}(?:st|nd|rd|th)?\b.*|(?:{day})\b\.?,?.*"
        rf"|\d{{1,2}}[./]\d{{1,2}}[./](?:\d{{2,4}})?.*|\d{{4}}\. .*)$",
        re.IGNORECASE,
    )
