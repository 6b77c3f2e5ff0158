"""Datelines without brackets: place, date and dash, or a place alone (rules 4 to 6)."""

# ruff: noqa: PLR0911
from __future__ import annotations

import re
from typing import TYPE_CHECKING

from articlekit.grammar.dateline.dates import date_matches
from articlekit.grammar.dateline.parts import all_known, read_front
from articlekit.grammar.dateline.reading import (
    FEWEST_WORDS,
    LONGEST,
    STRONG_DASH,
    DatelineReading,
    is_sentence,
    opens_prose,
    style_of,
)
from articlekit.language.agency import agency_of
from articlekit.language.places import is_place
from articlekit.model import Place
from articlekit.pattern import lazy

if TYPE_CHECKING:
    from articlekit.language import Language

_DASH = lazy(
    r"\s{1,3}(?:-{1,3}|[–—―−=]{1,2})\s{0,4}|\s?(?:--|—|\.[-–—])\s{0,4}|(?<=\d)[-–](?:\s{1,4}|$)"
)
_CLOCK = lazy(r"\d{1,2}[:.h]\d\d\b")
_NAME_NEXT = lazy(
    r"(?P<name>[^.,\n]{2,25}(?:\.[a-zA-Z]{2,3})?)(?:,\s(?P<reporter>[^.,\n]{4,40}))?\.\s{1,2}"
)
_LONE = lazy(r"(?P<name>[^.:：;!?()\n]{2,40})(?P<sign>[.:：])\s{1,2}(?=\S)")
_STOP_LANGUAGES = ("de", "sv", "hu", "no", "nb", "nn", "da", "fi")
"""Where regional papers set a place and a full stop (conventions 1.3)."""


def read_dashed(head: str, words: Language) -> DatelineReading | None:
    """Return a dateline of place, perhaps a date or an agency, and a dash."""
    dash = _DASH.search(head, 0, LONGEST + 6)
    if dash is None or dash.start() == 0:
        return None
    front, end = head[: dash.start()], dash.end()
    dated = _date_behind(head, end, words)
    if dated is not None:
        front, end = f"{front}, {dated[0]}", dated[1]
    found = read_front(front, words)
    if found is None:
        return None
    places, date, sources = found
    if not sources and places and (named := _agency_behind(head, end)) is not None:
        agency, reporters, end = named
        style = style_of(agency, places, date)
        return DatelineReading(end, places, date, (agency,), None, reporters, style)
    rest = head[end:]
    if not places or not (rest or date):
        return None
    if sources:
        fits = opens_prose(rest) and (date is not None or all_known(places))
        style = style_of(sources[0], places, date)
        return DatelineReading(end, places, date, sources, style=style) if fits else None
    if date is not None:
        capitals = all(place.name.isupper() for place in places)
        fits = (capitals or all_known(places)) and _CLOCK.match(rest) is None
        return DatelineReading(end, places, date, style="place-date") if fits else None
    style = "aboard" if places[0].kind != "city" else "place-dash"
    return DatelineReading(end, places, style=style) if _bare(places, rest, dash.group()) else None


def _bare(places: tuple[Place, ...], rest: str, dash: str) -> bool:
    """Whether places alone before a dash are a dateline (rule 5): known, and a sentence behind."""
    if not all_known(places) or not is_sentence(rest, FEWEST_WORDS - 1):
        return False
    if all(place.name.isupper() for place in places):
        return True
    sentence = re.split(r"(?<=[.!?])\s", rest, maxsplit=1)[0]
    paired = STRONG_DASH.search(sentence) is not None
    return dash != "-" and not paired


def _date_behind(head: str, at: int, words: Language) -> tuple[str, int] | None:
    """A date between two dashes: "KANSAS CITY, Mo. - March 13 - "."""
    second = _DASH.search(head, at, at + 30)
    if second is None:
        return None
    between = head[at : second.start()].strip()
    return (between, second.end()) if date_matches(between, words) else None


def _agency_behind(head: str, at: int) -> tuple[str, tuple[str, ...], int] | None:
    """An agency, perhaps a reporter, a stop behind the dash: "МОСКВА, 3 мая — РИА Новости. "."""
    match = _NAME_NEXT.match(head, at)
    agency = agency_of(match["name"].strip()) if match else None
    if match is None or agency is None:
        return None
    return agency, (match["reporter"],) if match["reporter"] else (), match.end()


def read_lone(head: str, words: Language, language: str) -> DatelineReading | None:
    """Return a dateline of a known place with a colon or a full stop (rule 6)."""
    match = _LONE.match(head)
    if match is None:
        return None
    name, sign, rest = match["name"].strip(), match["sign"], head[match.end() :]
    if not is_sentence(rest, FEWEST_WORDS):
        return None
    if sign == ".":
        if language not in _STOP_LANGUAGES or not is_place(name):
            return None
        return DatelineReading(match.end(), (Place(name),), style="full-stop")
    found = read_front(name, words)
    if found is None or not found[0] or not all_known(found[0]):
        return None
    if "," in name and found[1] is None:
        return None  # a list of cities, or a person and a town
    return DatelineReading(match.end(), found[0], found[1], style="colon")
