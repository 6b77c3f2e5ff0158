"""Closed shapes of datelines: rigid forms of agencies and press-release wires (conventions 1.3)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from articlekit.language.agency import agency_of, is_desk
from articlekit.model import Place

if TYPE_CHECKING:
    from articlekit.language import Language


class DatelineReading(Struct, frozen=True):
    """A dateline: where the prose starts in the text, and the parts of the prefix."""

    end: int
    places: tuple[Place, ...] = ()
    date_text: str | None = None
    sources: tuple[str, ...] = ()
    desk: str | None = None
    reporters: tuple[str, ...] = ()
    style: str | None = None


_HAN_AGENCY = r"新华社|新華社|中新社|中新网|本报|本報|澎湃新闻"
_PLACE = r"(?P<place>[^\s\d（）()，。]{2,12}?)"
_DAY = r"(?P<date>(?:\d{1,2}月)?\d{1,2}日)"
_SHAPES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("zh-xinhua", re.compile(rf"(?P<source>{_HAN_AGENCY}){_PLACE}{_DAY}(?:电|電|讯|訊)(?:（记者(?P<who>[^）]{{1,30}})）)?\s*")),
    ("zh-cna", re.compile(rf"[（(](?P<source>中央社)(?:記者(?P<who>[^\s\d]{{2,4}}?)(?=[^\s\d]{{2,4}}\d))?{_PLACE}{_DAY}[^）)]{{0,10}}電[）)]\s*")),
    ("zh-local", re.compile(r"【(?P<source>本報訊|本报讯)】\s*")),
    ("ja-place", re.compile(r"[【［](?P<place>[^＝=】］]{1,12})[＝=](?P<who>[^】］]{1,20})[】］]\s*")),
    ("ja-reuters", re.compile(r"[［【](?P<place>[^\s\d０-９］】]{1,12}?)[ 　]?(?P<date>[\d０-９]{1,2}日)[ 　](?P<source>ロイター|ＡＰ|AFP|共同)[］】]\s?-?\s*")),
    ("ja-afp", re.compile(r"【(?P<date>\d{1,2}月\d{1,2}日)[ 　](?P<source>AFP|ＡＦＰ|時事|共同)】\s*")),
    ("ja-jiji", re.compile(r"【(?P<place>[^】\s]{2,10}?)(?P<source>時事|共同|ＡＦＰ時事)】\s*")),
    ("ko", re.compile(r"[(\[](?P<place>[^=\s()\[\]]{1,10})=(?P<source>[^=()\[\]]{2,24})[)\]]\s*(?:(?P<who>[^\s=]{2,5}(?: [^\s=]{2,5})?) (?:기자|특파원)\s*=\s*)?")),
    ("ru-tass", re.compile(r"(?P<place>[^\W\d_][\w -]{1,30}), (?P<date>\d{1,2} [^\W\d_]{3,9})\. ?/(?P<source>[^/]{2,20})/\.?\s*")),
    ("ru-ria", re.compile(r"(?P<place>[^\W\d_][\w -]{1,30}), (?P<date>\d{1,2} [^\W\d_]{3,9})\s?[—–-]\s?(?P<source>РИА Новости|Интерфакс|ТАСС)\.?\s*")),
    ("ru-interfax", re.compile(r"(?P<place>[^\W\d_][\w -]{1,30})\. (?P<date>\d{1,2} [^\W\d_]{3,9})\. (?P<source>INTERFAX\.RU|ИНТЕРФАКС|Интерфакс)\s?[-–—.]\s*")),
    ("bw", re.compile(r"(?P<place>[^\W\d_][\w .,&'-]{1,60}?)\s?--\s?\((?P<source>BUSINESS WIRE)\)\s?--\s*")),
    ("newsfile", re.compile(r"(?P<place>[^\W\d_][\w .,'-]{1,60}?)\s?--\s?\((?P<source>Newsfile Corp\.) - (?P<date>[^)]{5,25})\)\s?-+\s*")),
    ("gnw", re.compile(r"(?P<place>[^\W\d_][\w .'-]{1,40}(?:, [\w .'-]{2,30})??), (?P<date>[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}) \((?P<source>GLOBE NEWSWIRE|GlobeNewswire|ACCESSWIRE|EZ Newswire)\)\s?-+\s*")),
    ("prn", re.compile(r"(?P<place>[^\W\d_][\w .'-]{1,40}(?:, [\w .'-]{2,30})??),? (?P<date>[A-Z][a-z]{2,8}\.? \d{1,2},? \d{4}) /(?P<source>[\w.-]{3,30})/\s?-+\s*")),
    ("accesswire", re.compile(r"(?P<place>[^\W\d_][\w .'-]{1,40}(?:, [\w .'-]{2,30})?) / (?P<source>ACCESSWIRE|ACCESS Newswire) / (?P<date>[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}) /\s*")),
    ("tr-reporter", re.compile(r"(?P<who>[^\W\d_][\w .]{2,40})/(?P<place>[^\W\d_]{3,20}),? \((?P<source>DHA|İHA|AA|IHA)\)\s?[-–]?\s*")),
    ("id-place-first", re.compile(r"(?P<place>[^\W\d_][\w ]{1,30}), (?P<source>[\w-]{3,20}\.(?:com|id|co\.id|net|TV))\s?[-–—]+\s*", re.IGNORECASE)),
    ("id-source-first", re.compile(r"(?P<source>[\w-]{3,20}\.(?:com|id|co\.id|net)), (?P<place>[^\W\d_][\w ]{1,30}?)\s?[-–—]+\s*", re.IGNORECASE)),
)  # fmt: skip
_OPENERS = frozenset("（([【［新中本澎")
_AGENCY_FIRST = re.compile(r"\((?P<source>[^()]{2,40})\)\s?(?:\.?\s?[-–—]+|\.-)\s*(?:(?P<place>[^\W\d_][\w ./'-]{1,30}?)(?:, (?P<date>\d{1,2} [^\W\d_]{3,9}\.?))? [-–—]+ )?")
_PLACE_ONLY = re.compile(r"\((?P<place>[^\W\d_][\w ./-]{2,30})\)\s?[-–—]\s*")
_DOMAIN = re.compile(r"[\w-]{2,30}(?:\.[\w-]{2,20})?\.[A-Za-z]{2,4}")
_SPLIT = re.compile(r"\s?/\s?|, | [-–] ")


def read_closed_shape(head: str) -> DatelineReading | None:
    """Read one of the rigid forms; None when none fits."""
    first = head[0]
    latin = first < "\u0370"
    for style, pattern in _SHAPES:
        script = style[:2]
        if script in ("zh", "ja", "ko") and first not in _OPENERS:
            continue
        if script == "ru" and latin:
            continue
        if script not in ("zh", "ja", "ko", "ru") and not _hinted(style, head):
            continue
        match = pattern.match(head)
        if match is not None and (style != "ko" or _is_korean(match)):
            return _reading(style, match)
    return None


def _hinted(style: str, head: str) -> bool:
    """Whether the one sign or word that a Latin shape cannot do without is there."""
    signs = {
        "bw": "BUSINESS WIRE", "newsfile": "Newsfile", "gnw": " (", "prn": " /", "accesswire": " / A",
        "tr-reporter": "(", "id-place-first": ".", "id-source-first": ".",
    }  # fmt: skip
    return signs.get(style, "") in head


def _is_korean(match: re.Match[str]) -> bool:
    return "\uac00" <= match["place"][0] <= "\ud7a3"


def _reading(style: str, match: re.Match[str]) -> DatelineReading:
    parts = match.groupdict()
    source, place, who = parts.get("source"), parts.get("place"), parts.get("who")
    city, _, region = (place or "").strip().partition(",")
    names = [name.strip() for name in city.split(" & ")] if city else []
    sources, desk = split_sources(source) if source else ((), None)
    if style in ("zh-local",) or source in ("本报", "本報"):
        sources = ()
    reporters = tuple(who.replace("記者", "").replace("记者", "").split("、")) if who else ()
    return DatelineReading(
        match.end(),
        tuple(Place(name, region.strip() or None) for name in names),
        parts.get("date"),
        sources,
        desk,
        reporters,
        style,
    )


def read_agency_first(head: str, words: Language) -> DatelineReading | None:
    """`(Reuters) -`, `(Site.com) -`, `(ANSA) - ROMA, 03 MAG -`, `(Leipzig) -`."""
    if head[0] != "(":
        return None
    match = _AGENCY_FIRST.match(head)
    if match is None:
        return None
    source, place = match["source"].strip(), match["place"]
    from articlekit.language.places import is_place

    if agency_of(source) or _DOMAIN.fullmatch(source):
        sources, desk = split_sources(source)
        if place is not None and not (place.isupper() or is_place(place)):
            whole = re.match(r"\([^()]{2,40}\)\s?(?:\.?\s?[-–—]+|\.-)\s*", head)
            return DatelineReading(whole.end() if whole else match.end(), (), None, sources, desk, style="agency-only")
        places = (Place(place.strip()),) if place else ()
        return DatelineReading(match.end(), places, match["date"], sources, desk, style="agency-only")
    only = _PLACE_ONLY.match(head)
    if only is not None and is_place(only["place"]):
        return DatelineReading(only.end(), (Place(only["place"]),), style="place-in-brackets")
    return None


def split_sources(printed: str) -> tuple[tuple[str, ...], str | None]:
    """`dpa/lno` to dpa with desk lno; `KNA/epd` to both; unknown names as printed."""
    whole = agency_of(printed)
    parts = [part.strip() for part in _SPLIT.split(printed) if part.strip()]
    desk = next((part for part in parts[1:] if is_desk(part)), None)
    if whole is not None:
        return (whole,), desk
    kept = [part for part in parts if part != desk] if any(map(agency_of, parts)) else [printed]
    return tuple(agency_of(part) or part for part in kept), desk
