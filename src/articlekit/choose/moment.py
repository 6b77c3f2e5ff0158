"""When an article was published and changed: what metadata, page and address say, weighed.

Each origin has a trust. The most trusted day wins; of several candidates for that day the most
precise one is given. Days before the web are no days of publication.
"""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from articlekit.choose.address_date import read_address
from articlekit.model import Timestamp  # noqa: TC001 - read at run time

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import tzinfo

    from articlekit.choose.sightings import Sighting
    from articlekit.metadata import Metadata

_TRUST = {
    "jsonld": 9.0,
    "entry": 8.5,
    "mail": 8.0,
    "article:published_time": 8.5,
    "og:article:published_time": 8.5,
    "datepublished": 8.0,
    "microdata": 8.0,
    "parsely-pub-date": 8.0,
    "jsonld:page": 6.5,
    "jsonld:created": 6.0,
    "jsonld:media": 4.5,
    "date": 4.4,
    "dc.date": 4.4,
    "dcterms.date": 4.4,
    "dc:date": 4.4,
    "dcterms.created": 5.0,
    "dc.date.created": 5.0,
    "timestamp": 4.0,
    "created": 4.0,
    "microdata:created": 5.0,
    "datecreated": 5.0,
}
_SENT = ("entry", "mail")
"""Origins that write moments as mail does, "Mon, 4 May", and keep those that cannot be read."""
_OTHER = 7.0
_PRINTED = 4.0
"""A printed form in the metadata is what a template filled in, often the day of a change."""
_ADDRESS, _ADDRESS_DAY_FIRST = 6.2, 3.0
_LEAST_SIGHTING = 0.1
_MUCH_SURER = 3.0
_NEAR_TRUST = 2.0
"""What a candidate needs to tell the time zone of another one."""
_WIDEST = timedelta(hours=14)
_EARLIEST, _LATEST = 1990, 2100
_PRECISIONS = ("none", "year", "month", "day", "minute", "second")


class Moments(Struct, frozen=True):
    """When an article was published and changed, as far as it is stated.

    `published` has the origin `modified` where only a change is stated. Neither has a value where
    an entry states it in a form that cannot be read, and nothing else does.
    """

    published: Timestamp | None = None
    modified: Timestamp | None = None


def choose_moments(
    metadata: Metadata, sightings: Sequence[Sighting] = (), url: str | None = None
) -> Moments:
    """Choose both moments; `sightings` may be left out where `is_sure` says so."""
    trust, published = _choose(
        [*_weighed(metadata.published), *_seen(sightings, "published"), *_addressed(url)]
    )
    surer, modified = _choose([*_weighed(metadata.modified), *_seen(sightings, "modified")])
    if modified is not None and (published is None or surer > trust + _MUCH_SURER):
        published = replace(modified, origin="modified")
    published = published or _unread(metadata.published)
    modified = modified or _unread(metadata.modified)
    return Moments(published, modified)


def _unread(stamps: Iterable[Timestamp]) -> Timestamp | None:
    """What an entry states and nobody can read: the text alone."""
    stamp = next((one for one in stamps if one.origin in _SENT), None)
    return replace(stamp, value=None, precision="none") if stamp else None


def is_sure(metadata: Metadata, url: str | None = None) -> bool:
    """Whether the metadata state the moment of publication so well that no page need be read.

    A day in the address that differs says that the moment is not told in the page's own zone.
    """
    address = read_address(url)
    day = address.value.date() if address and address.value else None
    return any(
        _trust(stamp) >= 8.0 and _precision(stamp) >= 4 and (day is None or day == value.date())
        for stamp in metadata.published
        if _is_sane(stamp) and (value := stamp.value) is not None
    )


def _weighed(stamps: Iterable[Timestamp]) -> list[tuple[float, Timestamp]]:
    return [(_trust(stamp), stamp) for stamp in stamps]


def _trust(stamp: Timestamp) -> float:
    trust = _TRUST.get(stamp.origin, _OTHER)
    if stamp.origin in _SENT:
        return trust
    printed = stamp.raw[:1].isalpha() and "GMT" not in stamp.raw and "+" not in stamp.raw
    return min(trust, _PRINTED) if printed else trust


def _seen(sightings: Iterable[Sighting], kind: str) -> list[tuple[float, Timestamp]]:
    """Visible dates: their weight is their trust, up to that of good metadata."""
    return [
        (min(one.weight, 7.5), one.stamp)
        for one in sightings
        if one.kind == kind and one.weight >= _LEAST_SIGHTING
    ]


def _addressed(url: str | None) -> list[tuple[float, Timestamp]]:
    stamp = read_address(url)
    if stamp is None:
        return []
    year_first = stamp.raw[:4].isdigit() and stamp.raw.startswith(("19", "20"))
    return [(_ADDRESS if year_first else _ADDRESS_DAY_FIRST, stamp)]


def _choose(candidates: list[tuple[float, Timestamp]]) -> tuple[float, Timestamp | None]:
    """The best moment and its trust."""
    sane = [(trust, stamp) for trust, stamp in candidates if _is_sane(stamp)]
    if not sane:
        return 0.0, None
    trust, best = max(sane, key=lambda pair: pair[0])
    same = [stamp for _, stamp in sorted(sane, key=lambda pair: -pair[0]) if _agree(stamp, best)]
    precise = max(same, key=_precision)
    if _precision(best) in (4, 5, _precision(precise)):
        precise = best
    precise = _with_zone(precise, same)
    near = [stamp for other, stamp in sane if other >= _NEAR_TRUST]
    return trust, _in_own_zone(precise, near)


def _is_sane(stamp: Timestamp) -> bool:
    return stamp.value is not None and _EARLIEST <= stamp.value.year <= _LATEST


def _precision(stamp: Timestamp) -> int:
    """How precise a moment is; midnight to the second, as programs fill in, is a day."""
    value = stamp.value
    if value is not None and value.hour == value.minute == value.second == 0:
        return min(3, _PRECISIONS.index(stamp.precision))
    return _PRECISIONS.index(stamp.precision)


def _agree(stamp: Timestamp, best: Timestamp) -> bool:
    """Whether two moments may be one: the same day, or the same instant."""
    one, other = stamp.value, best.value
    if one is None or other is None:
        return False
    if one.tzinfo is not None and other.tzinfo is not None and _precision(best) >= 4:
        return abs(one - other) < timedelta(minutes=2) or one.date() == other.date()
    return one.date() == other.date()


def _with_zone(stamp: Timestamp, others: Iterable[Timestamp]) -> Timestamp:
    """The same time of day with a zone, where another candidate prints one beside it."""
    value = stamp.value
    if value is None or value.tzinfo is not None or _precision(stamp) < 4:
        return stamp
    for other in others:
        zoned = other.value
        if zoned is None or not zoned.utcoffset():
            continue
        if zoned.replace(tzinfo=None, second=0) == value.replace(second=0, microsecond=0):
            return replace(stamp, value=value.replace(tzinfo=zoned.tzinfo))
    return stamp


def _in_own_zone(stamp: Timestamp, others: Iterable[Timestamp]) -> Timestamp:
    """The same instant in the page's own time zone, where another candidate states it."""
    value = stamp.value
    if value is None or value.tzinfo is None or value.utcoffset() != timedelta():
        return stamp
    for other in others:
        zone = _zone_between(value, other) if _precision(other) >= 4 else None
        if zone is not None:
            return replace(stamp, value=value.astimezone(zone))
    return stamp


def _zone_between(value: datetime, other: Timestamp) -> tzinfo | None:
    """The zone of a moment that is the same instant, or the same minute some hours away."""
    printed = other.value
    if printed is None:
        return None
    if printed.tzinfo is not None:
        same = printed.utcoffset() and abs(printed - value) < timedelta(minutes=2)
        return printed.tzinfo if same else None
    apart = printed.replace(second=0, microsecond=0) - value.replace(
        tzinfo=None, second=0, microsecond=0
    )
    if not apart or abs(apart) > _WIDEST or apart % timedelta(minutes=30):
        return None
    return timezone(apart)
