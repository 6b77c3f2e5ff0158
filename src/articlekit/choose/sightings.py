"""Dates that are visible on a page, each with how much speaks for it being the article's.

What counts: the label before it, the names of the elements around it, how near it stands to the
headline, and how little else is on its line. Comments, teasers and footers speak against.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, Literal

from msgspec import Struct
from msgspec.structs import replace

from articlekit.dates import LONGEST, find_dates, read_machine_date
from articlekit.grammar.time_line import read_time_line
from articlekit.model import Timestamp  # noqa: TC001 - read at run time
from articlekit.pattern import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from articlekit.language import Language
    from articlekit.page import Block, Elements, Page

_FIGURES = lazy(
    r"(?:19|20)[0-9]{2}|[0-9][./-] ?(?:[0-9]{1,2}|[^\W\d_]{3,9})[./-] ?[0-9]{2}|[٠-٩۰-۹０-９]{2}"
)
"""What every date with a year holds: most lines are passed over by it."""
_KIND = lazy(
    r"date|datum|publi|time|zeit|posted|byline|entry-meta|postmeta|post-meta|post-info|updated"
    r"|meta|dateline|fecha|pubdate|created|author|autor",
    re.IGNORECASE,
)
_STRONG_KIND = lazy(
    r"entry-date|post-?date|publi|article-?date|date-?pub|pubdate|newsdat|posted-on|art.*date",
    re.IGNORECASE,
)
_ASIDE = lazy(
    r"comment|kommentar|leserbrief|sidebar|widget|related|teaser|recent|popular|calendar|archiv"
    r"|(?<!post-)(?<!entry-)(?<!article-)(?<!article_)footer|menu|navi|breadcrumb|tweet|latest|more-|list-?item|newslist|carousel|slider|ticker"
    r"|social|copyright|promo|recommend|trending|similar|weitere|upcoming|event|caption|caroufre",
    re.IGNORECASE,
)
_ASIDE_TAGS = frozenset(("aside", "footer", "nav", "figcaption", "blockquote"))
_SHELLS = frozenset(("html", "body"))
_UPDATED = lazy(r"updated|modified|lastmod|aktualis", re.IGNORECASE)
_MOST_BLOCKS, _MOST_ANCESTORS, _MOST_SIGHTINGS = 20_000, 8, 200

_LISTED = 2.0

Side = Literal["published", "modified"]


class Sighting(Struct, frozen=True, gc=False):
    """A visible date: the block (-1 for an attribute alone), and what speaks for it."""

    stamp: Timestamp
    block: int
    weight: float
    kind: Side = "published"


class _Surroundings(Struct, frozen=True, gc=False):
    """What the elements around a text say."""

    dated: float = 0.0
    aside: float = 0.0
    inside: float = 0.0
    updated: bool = False


def find_sightings(page: Page, words: Language, headline: int | None = None) -> list[Sighting]:
    """Every date of a page that may be the article's, in order.

    `headline` is the block of the headline, if it is known. Blocks longer than a line of dates
    are passed over.
    """
    found: list[Sighting] = []
    for at, block in enumerate(page.blocks[:_MOST_BLOCKS]):
        if len(found) >= _MOST_SIGHTINGS:
            break
        if len(block.text) <= LONGEST and _FIGURES.search(block.text):
            found += _in_block(page, at, block, words, headline)
    found += _in_attributes(page, headline)
    return _without_lists(page, found[: 2 * _MOST_SIGHTINGS])


def _without_lists(page: Page, found: list[Sighting]) -> list[Sighting]:
    """Take weight from dates that stand in a row of entries: alike elements, different days."""
    markup = page.markup
    if markup is None:
        return found
    elements = markup.elements
    days: dict[tuple[str, ...], set[object]] = {}
    looks: list[tuple[str, ...]] = []
    for one in found:
        element = page.blocks[one.block].element if one.block >= 0 else -1
        look: list[str] = []
        while element >= 0 and len(look) < 6:
            look += (elements.tags[element], _name_of(elements.attributes[element]))
            element = elements.parents[element]
        looks.append(tuple(look))
        if look and one.stamp.value is not None:
            days.setdefault(looks[-1], set()).add(one.stamp.value.date())
    return [
        replace(one, weight=one.weight - _LISTED) if len(days.get(look, ())) > 2 else one
        for one, look in zip(found, looks, strict=True)
    ]


def _in_block(
    page: Page, at: int, block: Block, words: Language, headline: int | None
) -> Iterator[Sighting]:
    dates = [one for one in find_dates(block.text, words) if one.stamp.value is not None]
    if not dates or dates[0].stamp.precision in ("year", "month", "none"):
        return
    around = _surroundings(page, block.element)
    weight = around.dated + around.aside + around.inside + _nearness(at, headline)
    line = read_time_line(block.text, words, words.code)
    if line is None:
        rest = len(block.text) - (dates[0].end - dates[0].start)
        weight += 0.5 if rest < 40 and dates[0].start < 30 else -1.0 if rest < 90 else -2.5
        weight -= 1.0 if dates[0].weak else 0.0
        yield Sighting(dates[0].stamp, at, weight)
        return
    weight += 1.0 if len(line.leftover) < 20 else 0.5
    if line.published is not None and line.published.value is not None:
        labelled = 2.5 if line.labelled else 0.0
        kind: Side = "modified" if around.updated and not line.labelled else "published"
        yield Sighting(line.published, at, weight + labelled, kind)
    if line.modified is not None and line.modified.value is not None:
        yield Sighting(line.modified, at, weight + 1.0, "modified")


def _nearness(at: int, headline: int | None) -> float:
    """Nearer to the headline is better, behind it more than before it."""
    if headline is None or headline < 0:
        return max(0.0, 1.0 - at / 200)
    if at == headline:  # the day of an event, as a rule
        return 0.0
    if at > headline:
        return max(0.0, 3.0 - (at - headline) / 4) + (0.2 if at - headline < 60 else 0.0)
    return max(-2.0, 2.0 - (headline - at) / 2)


def _surroundings(page: Page, element: int) -> _Surroundings:
    """Weigh an element and those around it by their names."""
    markup = page.markup
    if markup is None or element < 0:
        return _Surroundings()
    elements = markup.elements
    dated = aside = inside = 0.0
    updated = False
    for step in range(_MOST_ANCESTORS):
        if element < 0 or elements.tags[element] in _SHELLS:
            break
        tag, name = elements.tags[element], _name_of(elements.attributes[element])
        if step < 3:
            dated = max(dated, _datedness(tag, name))
            updated = updated or bool(step < 2 and _UPDATED.search(name))
        if tag in _ASIDE_TAGS or _ASIDE.search(name):
            aside -= 1.5 if step < 5 else 0.75
        if tag in ("article", "main", "header") or "content" in name:
            inside = 0.5
        element = elements.parents[element]
    return _Surroundings(dated, max(aside, -3.0), inside, updated)


def _datedness(tag: str, name: str) -> float:
    if _STRONG_KIND.search(name):
        return 2.0
    return 1.5 if tag == "time" or _KIND.search(name) else 0.0


def _name_of(attributes: Mapping[str, str] | None) -> str:
    if not attributes:
        return ""
    name = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
    return f"{name} {attributes.get('itemprop') or ''}"[:300]


def _in_attributes(page: Page, headline: int | None) -> Iterator[Sighting]:
    """Dates in `datetime` of time elements, and in the titles of abbr elements."""
    markup = page.markup
    if markup is None:
        return
    blocks = _blocks_by_element(page)
    order = sorted(blocks)
    places = (*markup.head.times[:_MOST_SIGHTINGS], *_titles(markup.elements))
    for raw, element in places[: 2 * _MOST_SIGHTINGS]:
        stamp = read_machine_date(" ".join(raw.split())[:40])
        if stamp is None or stamp.value is None or stamp.precision == "month":
            continue
        around = _surroundings(page, element)
        at = blocks.get(element, -1)
        before = order[bisect_right(order, element) - 1] if order and order[0] <= element else -1
        near = _nearness(blocks[before], headline) if before >= 0 else 0.0
        weight = around.dated + around.aside + around.inside + near + 1.5
        kind: Side = "modified" if around.updated else "published"
        name = _name_of(markup.elements.attributes[element])
        if "published" in name and "updated" in name:
            kind = "published"
        yield Sighting(replace(stamp, origin="time"), at, weight, kind)


def _titles(elements: Elements) -> Iterator[tuple[str, int]]:
    """Titles of elements that are machine dates: "3 hours ago" with the moment behind it."""
    for at, attributes in enumerate(elements.attributes):
        title = attributes.get("title") if attributes else None
        if title and title[:4].isdigit() and _KIND.search(_name_of(attributes)):
            yield title, at


def _blocks_by_element(page: Page) -> dict[int, int]:
    found: dict[int, int] = {}
    for at, block in enumerate(page.blocks[:_MOST_BLOCKS]):
        if block.element >= 0:
            found.setdefault(block.element, at)
    return found
