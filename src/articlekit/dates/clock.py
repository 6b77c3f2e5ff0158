"""Times of day: a line in, where a clock time stands and what it says out."""

from __future__ import annotations

import re
from datetime import timedelta, timezone

from msgspec import Struct

from articlekit.pattern import lazy

# Arabic, Persian and full-width figures and signs, one for one, so that places stay the same.
# Thai figures stay as they are: Thai pages count years from another era.
_PLAIN = str.maketrans(
    "٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹０１２３４５６７８９：／．，－（）\u3000\u00a0\u2009\u202f\t‐‑",
    "0123456789" * 3 + ":/.,-()     --",
)

_EARLY = r"a\.? ?m\.?|ص|ق\.ظ|π\.?μ\.?|पूर्वाह्न"
_LATE = r"p\.? ?m\.?|م|ب\.ظ|μ\.?μ\.?|अपराह्न"
_EARLY_WIDE, _LATE_WIDE = "오전|午前|上午|凌晨", "오후|午後|下午|晚上"
_CLOCK = lazy(
    r"(?P<hour>[0-9](?<![0-9+].)(?<![0-9][:.,/].)[0-9]?)"
    r"(?:(?:(?:[:.hH]| [hH] )(?P<minute>[0-5][0-9])"
    r"(?::(?P<second>[0-5][0-9])(?:\.[0-9]{1,9})?)?"
    r"|(?P<sign> ?[時时点點시])(?: ?(?P<minute2>[0-5]?[0-9]) ?[分분])?)?"
    r"|(?P<military>[0-5][0-9])(?= (?:GMT|UTC|[A-Z]{1,3}T)\b))"
    r"(?![0-9]|[:.,/][0-9]| ?[%€$£]| ?min)"
    rf"(?: ?(?P<after>(?:{_EARLY}|{_LATE})(?![^\W\d_])))?"
    r"(?P<word> ?(?:uhr|hrs?|h|uur|ч|बजे)(?![^\W\d_])\.?)?",
    re.IGNORECASE,
)
_BEFORE = lazy(rf"(?:(?<![^\W_])(?:{_EARLY}|{_LATE})|{_EARLY_WIDE}|{_LATE_WIDE}) ?$", re.IGNORECASE)
_IS_LATE = lazy(f"{_LATE}|{_LATE_WIDE}", re.IGNORECASE)
_ZONE = lazy(
    r" ?[(\[]?(?:(?P<sign>(?:UTC|GMT) ?[+-](?=[0-9])|[+-](?=[0-9]{2}:?[0-9]{2}))"
    r"(?P<hours>[0-9]{1,2}):?(?P<minutes>[0-9]{2})?(?![0-9])|(?P<name>[A-Z]{1,4})(?![^\W_]))[)\]]?"
    r"(?: \([0-9]{4} [A-Z]{2,4}\))?"
)
_ZONES: dict[str, float | None] = {
    **dict.fromkeys(("Z", "UTC", "UT", "GMT", "WET"), 0),
    **dict.fromkeys(("CET", "MEZ", "WEST"), 1),
    **dict.fromkeys(("CEST", "MESZ", "EET", "SAST", "CAT"), 2),
    **dict.fromkeys(("EEST", "MSK", "EAT", "TRT"), 3),
    **dict.fromkeys(("HKT", "MYT", "SGT", "WITA", "AWST"), 8),
    **dict.fromkeys(("WIB", "ICT"), 7),
    **dict.fromkeys(("JST", "KST"), 9),
    "PKT": 5,
    "NPT": 5.75,
    "AEST": 10,
    "AEDT": 11,
    "NZST": 12,
    "NZDT": 13,
    "BRT": -3,
    "EDT": -4,
    "EST": -5,
    "MDT": -6,
    "PDT": -7,
    "PST": -8,
    # These stand for several zones, or change with the season: the time stays naive.
    **dict.fromkeys(("CST", "CDT", "IST", "BST", "MST", "ET", "CT", "MT", "PT", "GST", "AST")),
}


class Clock(Struct, frozen=True, gc=False):
    """A time of day in a line, at `[start, end)`; `zone` only where it is beyond doubt."""

    start: int
    end: int
    hour: int
    minute: int
    second: int | None = None
    zone: timezone | None = None


def plain(text: str) -> str:
    """Write figures, signs and spaces in their ASCII forms; every character keeps its place."""
    return text if text.isascii() and "\t" not in text else text.translate(_PLAIN)


def find_clock(line: str, start: int = 0, end: int | None = None) -> Clock | None:
    """Find the first time of day in `line[start:end]` (a line from `plain`)."""
    for match in _CLOCK.finditer(line, start, len(line) if end is None else end):
        if clock := _clock(line, match):
            return clock
    return None


def last_clock(line: str, since: int, end: int) -> Clock | None:
    """Find the last time of day in `line[since:end]`."""
    last, clock = None, find_clock(line, since, end)
    while clock:
        last, clock = clock, find_clock(line, clock.end, end)
    return last


def _clock(line: str, match: re.Match[str]) -> Clock | None:
    start, end = match.span()
    before = _BEFORE.search(line, max(0, start - 6), start)
    part = match["after"] or (before and before[0])
    minute = match["minute"] or match["minute2"] or match["military"]
    hour = int(match["hour"])
    if hour > 23 or not (minute or part or match["word"] or match["sign"]):
        return None
    if part and 0 < hour <= 12:
        hour = hour % 12 + (12 if _IS_LATE.match(part) else 0)
    zone = None
    if (found := _ZONE.match(line, end)) and (found["sign"] or found["name"] in _ZONES):
        end, zone = found.end(), _zone(found)
    second = int(match["second"]) if match["second"] else None
    start = before.start() if before else start
    return Clock(start, end, hour, int(minute or 0), second, zone)


def _zone(match: re.Match[str]) -> timezone | None:
    if match["name"]:
        east = _ZONES[match["name"]]
        return None if east is None else timezone(timedelta(hours=east))
    offset = timedelta(hours=int(match["hours"]), minutes=int(match["minutes"] or 0))
    if offset > timedelta(hours=14):
        return None
    return timezone(-offset if match["sign"].endswith("-") else offset)
