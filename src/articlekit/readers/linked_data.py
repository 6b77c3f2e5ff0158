"""Linked data (JSON-LD): the scripts of a page in, the object that is its article out.

Objects stand alone, in lists, under `@graph`, or as the main entity of a page. What belongs to
other pages (teasers, lists of articles) is passed over. Bounds: `MOST_SCRIPTS` scripts, whose
length `Limits.max_script_length` bounds; `MOST_VALUES` values, `MOST_LISTED` of them in one list,
`MOST_INSIDE` in one object that says nothing of itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec import Struct

from articlekit.model import Warn
from articlekit.readers.lenient_json import read_json
from articlekit.readers.urls import page_of, resolve

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MOST_SCRIPTS = 64
MOST_VALUES = 50_000
MOST_LISTED, MOST_INSIDE = 1000, 50

Thing = dict[str, Any]

_STORIES = frozenset(
    (
        "newsarticle",
        "reportagenewsarticle",
        "analysisnewsarticle",
        "opinionnewsarticle",
        "reviewnewsarticle",
        "backgroundnewsarticle",
        "askpublicnewsarticle",
        "liveblogposting",
        "advertisercontentarticle",
        "satiricalarticle",
    )
)
_TEXTS = frozenset(
    (
        "article",
        "blogposting",
        "socialmediaposting",
        "discussionforumposting",
        "report",
        "scholarlyarticle",
        "techarticle",
        "medicalscholarlyarticle",
        "recipe",
        "review",
        "howto",
        "podcastepisode",
        "interview",
    )
)
_PAGES = frozenset(("webpage", "itempage", "medicalwebpage", "aboutpage", "faqpage", "qapage"))
_MEDIA = frozenset(("videoobject", "audioobject", "imagegallery", "newsmediaobject"))
_OTHERS = frozenset(("url", "@id", "mainEntityOfPage"))
_RANKS = ((_STORIES, 4), (_TEXTS, 3), (_MEDIA, 1), (_PAGES, 1))
_DOORS = ("@graph", "mainEntity", "mainEntityOfPage")


class LinkedData(Struct):
    """The objects of a page: `article` is the one that the page is about, if it can be told."""

    article: Thing | None = None
    pages: list[Thing] = []
    """Objects that describe the page itself, and say less."""
    publishers: list[Thing] = []
    trails: list[Thing] = []
    """Breadcrumbs."""
    named: dict[str, Thing] = {}
    """Objects by `@id`."""
    warnings: list[Warn] = []

    def whole(self, value: object) -> object:
        """A value; in place of a mere reference the object that it refers to."""
        if isinstance(value, dict) and len(value) <= 2 and isinstance(value.get("@id"), str):
            found = self.named.get(value["@id"])
            if found is not None and len(found) > len(value):
                return found
        return value


def read_linked_data(scripts: list[str], addresses: Iterable[str | None]) -> LinkedData:
    """Read the scripts of a page that is known under `addresses` (its own, its canonical one)."""
    data = LinkedData()
    things = list(_things(scripts[:MOST_SCRIPTS], data))
    pages = {page for page in map(page_of, addresses) if page}
    best = 0
    for thing in things:
        kinds = types_of(thing)
        rank = max((rank for group, rank in _RANKS if not group.isdisjoint(kinds)), default=0)
        if not rank:
            if any(kind.endswith(("organization", "website")) for kind in kinds):
                data.publishers.append(thing)
            elif "breadcrumblist" in kinds:
                data.trails.append(thing)
            continue
        if rank == 1 and not _PAGES.isdisjoint(kinds):
            data.pages.append(thing)
            continue
        score = 10 * rank + _belongs(thing, pages) + _fullness(thing)
        if score > best:
            data.article, best = thing, score
    return data


def types_of(thing: Thing) -> frozenset[str]:
    """The types of an object, in lower case and without their vocabulary."""
    stated = thing.get("@type") or thing.get("type")
    many = stated if isinstance(stated, list) else [stated]
    return frozenset(
        kind.rstrip("/").rpartition("/")[2].rpartition(":")[2].casefold()
        for kind in many[:8]
        if isinstance(kind, str)
    )


def _things(scripts: list[str], data: LinkedData) -> Iterator[Thing]:
    """Every object that may be the article, in order; those with an `@id` are recorded."""
    left = MOST_VALUES
    lost = 0
    for script in scripts:
        values = read_json(script, len(script))
        if not values and script.strip():
            data.warnings.append(Warn("linked_data", "a script cannot be read", 0, len(script)))
        stack: list[Any] = values[::-1]
        while stack and left > 0:
            left -= 1
            value = stack.pop()
            inner, most = value, MOST_LISTED
            if isinstance(value, dict):
                yield value
                _register(value, data)
                inner, most = _inside(value), MOST_INSIDE
            if isinstance(inner, list):
                lost += max(0, len(inner) - most)
                stack.extend(inner[:most][::-1])
        lost += len(stack)
    if lost:
        message = f"{lost} values of linked data were not looked at"
        data.warnings.append(Warn("linked_data", message, 0, lost))


def _inside(thing: Thing) -> list[Any]:
    inner = [thing[door] for door in _DOORS if isinstance(thing.get(door), (dict, list))]
    if "@type" not in thing and "type" not in thing and not inner:
        inner = [value for value in thing.values() if isinstance(value, (dict, list))]
    return inner


def _register(thing: Thing, data: LinkedData) -> None:
    for value in (thing, *thing.values()):
        for one in value if isinstance(value, list) else (value,):
            if isinstance(one, dict) and isinstance(name := one.get("@id"), str):
                known = data.named.get(name)
                if known is None or len(known) < len(one):
                    data.named[name] = one


def _belongs(thing: Thing, pages: set[str]) -> int:
    """Whether an object says that it is about this page (+8) or another one (-15)."""
    stated: set[str] = set()
    for key in _OTHERS:
        value = thing.get(key)
        if isinstance(value, dict):
            value = value.get("@id") or value.get("url")
        if isinstance(value, str) and (page := page_of(resolve(value, "https://-.invalid/"))):
            stated.add(page)
    if not stated or not pages:
        return 0
    return 8 if stated & pages else -15


def _fullness(thing: Thing) -> int:
    keys = ("headline", "datePublished", "author", "articleBody", "description")
    return sum(1 for key in keys if thing.get(key))
