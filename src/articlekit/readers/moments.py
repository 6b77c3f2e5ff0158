"""Moments as metadata states them: machine formats in all their spellings, then printed dates.

Feeds and messages state theirs in the format of mail (RFC 822), in the spellings that it has there.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from msgspec.structs import replace

from articlekit.dates import find_dates, read_machine_date
from articlekit.model import Timestamp
from articlekit.readers.stated_text import clean

if TYPE_CHECKING:
    from articlekit.entry import Origin
    from articlekit.language import Language

LONGEST = 100
_LOOSE = re.compile(
    r"(?P<year>(?:1[5-9]|2[01])[0-9]{2})(?P<sign>[-/.])(?P<month>[0-9]{1,2})(?P=sign)"
    r"(?P<day>[0-9]{1,2})"
    r"(?:[T ,]+(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})"
    r"(?::(?P<second>[0-9]{1,2})(?:[.,:][0-9]+)?)?"
    r" ?(?P<half>[AaPp][Mm])?"
    r"(?P<zone> ?(?:Z|UTC|GMT)| ?(?:UTC|GMT)?[+-][0-9]{1,2}:?(?:[0-9]{2})?)?)?"
)
_SCRIPT = re.compile(
    r"[A-Z][a-z]{2} ([A-Z][a-z]{2} [0-9]{2} [0-9]{4} [0-9:]{8}) (?:GMT|UTC)([+-][0-9]{4})?.*"
)
_SECONDS = re.compile(r"[0-9]{10}(?:[0-9]{3})?(?:\.0+)?")
_COMPACT = re.compile(r"([12][0-9]{3})([0-9]{2})([0-9]{2})(?:T?([0-9]{2})([0-9]{2})([0-9]{2}))?")
_SENT = re.compile(
    r"(?:[^\W\d_]{2,9}\.?,? ?)?[0-9]{1,2}[ -][A-Za-z]{3,9}\.?[ -](?:[0-9]{2}|[0-9]{4}),? "
    r"[0-9]{1,2}:[0-9]{2}(?P<second>:[0-9]{2})?(?: .{0,40})?"
)
_ZONE_NAME = re.compile(r"\[[A-Za-z_/+-]+\]$")


def read_moment(raw: object, words: Language, origin: str) -> Timestamp | None:
    """Read a moment as metadata states it; `None` when it is none.

    Figures that do not tell day from month stay unread; nothing is asked of the clock.
    """
    if isinstance(raw, (int, float)) and not isinstance(raw, bool):
        raw = str(int(raw)) if abs(raw) < 1e15 else ""
    if not isinstance(raw, str) or not 4 <= len(raw) <= LONGEST * 2:
        return None
    text = _ZONE_NAME.sub("", " ".join(raw.split()))
    if not 8 <= len(text) <= LONGEST:
        return None
    stamp = read_machine_date(text) or _read_loose(text) or _read_count(text)
    if stamp is None:
        found = [date for date in find_dates(text, words) if date.stamp.value is not None]
        stamp = found[0].stamp if len(found) == 1 else None
    if stamp is None or stamp.value is None:
        return None
    return replace(stamp, raw=text, origin=origin)


def read_sent(raw: object, origin: Origin, parsed: object = None) -> Timestamp | None:
    """Read a moment as feeds and messages state it; what cannot be read is kept as it is.

    `parsed` are year, month, day, hour, minute and second in UTC, as feedparser gives them beside
    the text: they hold where the text itself cannot be read. No words of a language are needed. A
    zone that is not known leaves the moment without one. `None` where nothing is stated.
    """
    if isinstance(raw, (int, float)) and not isinstance(raw, bool):
        raw = str(int(raw)) if abs(raw) < 1e15 else ""
    text = clean(raw, LONGEST)
    stamp = None
    if len(text) >= 8:
        stamp = read_machine_date(text) or _read_loose(text) or _read_count(text) or _sent(text)
    stamp = stamp or _counted(parsed)
    if stamp is None:
        return Timestamp(text, origin=origin) if text else None
    return replace(stamp, raw=text or stamp.raw, origin=origin)


def _sent(text: str) -> Timestamp | None:
    """Read the format of mail in its old and careless spellings: two figures, names of zones."""
    from email.utils import parsedate_to_datetime

    parts = _SENT.fullmatch(text)
    if parts is None:
        return None
    try:
        value = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return Timestamp(text, value, "second" if parts["second"] else "minute")


def _counted(parsed: object) -> Timestamp | None:
    """A moment of UTC by its numbers, as in `time.struct_time`."""
    if not isinstance(parsed, (tuple, list)) or len(parsed) < 6:
        return None
    try:
        year, month, day, hour, minute, second = parsed[:6]
        value = datetime(year, month, day, hour, minute, second, tzinfo=UTC)
    except (ValueError, TypeError, OverflowError):
        return None
    return Timestamp(value.isoformat(), value, "second")


def _read_loose(text: str) -> Timestamp | None:
    """Read what is nearly ISO 8601: one figure for a month, a space before the zone."""
    if compact := _COMPACT.fullmatch(text):
        date, clock = "-".join(compact.group(1, 2, 3)), compact.group(4, 5, 6)
        return read_machine_date(f"{date}T{':'.join(clock)}" if clock[0] else date)
    parts = _LOOSE.match(text)
    if parts is not None and (parts.end() == len(text) or not text[parts.end()].isdigit()):
        line = f"{parts['year']}-{int(parts['month']):02}-{int(parts['day']):02}"
        if parts["hour"]:
            hour = int(parts["hour"])
            if parts["half"]:
                hour = hour % 12 + 12 * (parts["half"].lower() == "pm")
            line += f"T{hour:02}:{parts['minute']}"
            line += f":{parts['second'].zfill(2)}" if parts["second"] else ""
            line += _zone(parts["zone"])
        return read_machine_date(line)
    if script := _SCRIPT.fullmatch(text):
        try:
            value = datetime.strptime(script[1] + (script[2] or "+0000"), "%b %d %Y %H:%M:%S%z")
        except ValueError:
            return None
        return Timestamp(text, value, "second")
    return None


def _zone(zone: str | None) -> str:
    if zone is None:
        return ""
    zone = zone.strip().removeprefix("UTC").removeprefix("GMT").replace(":", "")
    if zone in ("", "Z"):
        return "+00:00"
    digits = zone[1:].zfill(2).ljust(4, "0") if len(zone) <= 3 else zone[1:].zfill(4)
    return f"{zone[0]}{digits[:2]}:{digits[2:]}"


def _read_count(text: str) -> Timestamp | None:
    """Read the seconds or milliseconds since 1970, from 2001 on."""
    if not _SECONDS.fullmatch(text):
        return None
    seconds = int(text.partition(".")[0])
    if seconds >= 10**11:
        seconds //= 1000
    return Timestamp(text, datetime.fromtimestamp(seconds, UTC), "second")
