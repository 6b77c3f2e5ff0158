"""Closed shapes of datelines (conventions 1.3): those that their form alone gives away.

Chinese, Japanese and Korean datelines, and agencies in brackets at the very start: the first 200
characters of a paragraph in, a reading out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlekit.grammar.dateline.dates import date_matches
from articlekit.grammar.dateline.reading import DatelineReading
from articlekit.language.agency import agency_of
from articlekit.language.places import is_place
from articlekit.model import Place
from articlekit.pattern import lazy

if TYPE_CHECKING:
    from articlekit.language import Language

_HAN = r"\u3400-\u9fff"
_DAY = r"(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}日"
_CHINESE = lazy(
    rf"[据據]?(?P<source>(?:新华|新華|中新|中央|本|[{_HAN}]{{2,3}})[社网網报報台])"
    rf"(?P<place>[{_HAN}·]{{0,10}}?)\s?(?P<date>{_DAY})?"
    rf"(?:综合|專|专)?[电電讯訊]\s?"
    rf"(?:[（(]\s?(?:记者|記者|见习记者|通讯员)\s?(?P<reporters>[^）)]{{2,30}})[）)])?\s{{0,2}}"
)
_TAIWAN = lazy(
    rf"[（(](?P<source>[{_HAN}]{{2,3}}社)(?:[记記]者)?(?P<who>[{_HAN}、·]{{2,14}}?)"
    rf"(?P<date>{_DAY})(?:综合|綜合)?(?:外|專|专)?[电電](?:報導|报道)?[）)]\s{{0,2}}"
)
_LABEL = lazy(r"[【［\[](?P<inside>[^】］\]\n]{2,40})[】］\]]\s?(?:[-–—]\s)?\s{0,2}")
_LOCAL = lazy(rf"【本[{_HAN}]{{1,2}}[訊讯]】\s{{0,2}}")
_KOREAN = lazy(
    r"[(\[【](?P<place>[^=＝)\]】\n]{1,20})\s?[=＝]\s?(?P<inside>[^)\]】\n]{1,40})[)\]】]\s?"
    r"(?:(?P<reporters>[^=＝.,\n]{2,40}?)\s?(?:기자|특파원|통신원|논설위원)\s?(?:[=＝]\s?)?|[=＝]\s)?"
)
_NAMES = lazy(r"[\s·ㆍ、,，]+")


def read_closed(head: str, words: Language) -> DatelineReading | None:
    """Return the dateline of a closed East Asian shape at the start of `head`."""
    first = head[0]
    if first in "（(":
        return _korean(head) or _taiwan(head)
    if first in "【［[":
        return _local(head) or _korean(head) or _japanese(head, words)
    if "\u3400" <= first <= "\u9fff":
        return _chinese(head)
    return None


def _chinese(head: str) -> DatelineReading | None:
    """The agency or paper, place, day and 电: 新华社北京5月3日电（记者…）."""
    match = _CHINESE.match(head)
    if match is None:
        return None
    source, place, date = match.group("source", "place", "date")
    agency = agency_of(source)
    if not (date or is_place(place) or source[0] == "本"):
        return None
    return DatelineReading(
        end=match.end(),
        places=(Place(place),) if place else (),
        date_text=date,
        sources=(agency or source,),
        reporters=_reporters(match["reporters"]),
        style="zh-xinhua" if agency else "zh-local",
    )


def _taiwan(head: str) -> DatelineReading | None:
    """All in one bracket; reporter and place touch, so the gazetteer tells where to cut."""
    match = _TAIWAN.match(head)
    if match is None:
        return None
    who = match["who"]
    reporter, place = "", who
    if "記者" in match.group() or "记者" in match.group():
        cuts = [at for at in (3, 2, 4) if at + 1 < len(who)]
        cut = next((at for at in cuts if is_place(who[at:])), cuts[0] if cuts else 0)
        reporter, place = who[:cut], who[cut:]
    return DatelineReading(
        end=match.end(),
        places=(Place(place),),
        date_text=match["date"],
        sources=(agency_of(match["source"]) or match["source"],),
        reporters=(reporter,) if reporter else (),
        style="zh-cna",
    )


def _local(head: str) -> DatelineReading | None:
    """A paper's own report: 【本報訊】."""
    match = _LOCAL.match(head)
    if match is None:
        return None
    return DatelineReading(
        end=match.end(), sources=(match.group().strip("【】 訊讯"),), style="zh-local"
    )


def _japanese(head: str, words: Language) -> DatelineReading | None:
    """Place＝reporter, or day, place and agency within brackets; topic labels have none of them."""
    match = _LABEL.match(head)
    if match is None or (match["inside"].isascii() and head[0] == "["):
        return None
    inside = match["inside"].strip()
    sign = "＝" if "＝" in inside else "="
    if sign in inside:
        left, _, right = inside.partition(sign)
        names = [agency_of(part) for part in (left, right)]
        found = tuple(name for name in names if name)
        return DatelineReading(
            end=match.end(),
            places=() if names[0] else (Place(left.strip()),),
            sources=found,
            reporters=() if names[1] else _reporters(right),
            style="ja-place",
        )
    date, sources, places = None, [], []
    for part in inside.replace("\u3000", " ").split():
        if date is None and date_matches(part, words):
            date = part
        elif (agency := agency_of(part)) is not None:
            sources.append(agency)
        elif (joined := _place_and_agency(part)) is not None:
            places.append(joined[0])
            sources.append(joined[1])
        else:
            places.append(part)
    if not sources and not (date and places and all(map(is_place, places))):
        return None
    return DatelineReading(
        end=match.end(),
        places=tuple(Place(name) for name in places),
        date_text=date,
        sources=tuple(sources),
        style="ja-afp",
    )


def _place_and_agency(text: str) -> tuple[str, str] | None:
    """Place and agency without a sign between them: ワシントン時事."""
    for length in (2, 4, 3, 5):
        agency = agency_of(text[-length:]) if len(text) > length + 1 else None
        if agency is not None:
            return text[:-length], agency
    return None


def _korean(head: str) -> DatelineReading | None:
    """Place=agency in brackets, the reporter in or behind them: (서울=연합뉴스) 홍길동 기자 =."""
    match = _KOREAN.match(head)
    if match is None or not any("\uac00" <= sign <= "\ud7a3" for sign in match.group()):
        return None
    inside, reporters = match["inside"].strip(), _reporters(match["reporters"])
    if inside.endswith((" 기자", " 특파원")):
        *source, name, _ = inside.split()
        inside, reporters = " ".join(source), (*reporters, name)
    return DatelineReading(
        end=match.end(),
        places=tuple(Place(name) for name in _NAMES.split(match["place"].strip())),
        sources=(agency_of(inside) or inside,) if inside else (),
        reporters=reporters,
        style="ko",
    )


def _reporters(text: str | None) -> tuple[str, ...]:
    return tuple(name for name in _NAMES.split(text.strip()) if name) if text else ()
