"""The headline: what stands on the page, reconciled with what the metadata call it.

The visible headline wins where search engines are told something else. The metadata say which of
several headings it is, what of it is a kicker or the site's name, and stand in where a page shows
no headline at all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from articlekit.choose.titles import (
    BAR,
    SEPARATOR,
    WEAK,
    cut_site,
    cut_tail,
    is_site,
    site_names,
    stated_headlines,
)
from articlekit.folding import fold, likeness, squeeze
from articlekit.metadata import ChosenHeadline
from articlekit.pattern import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from articlekit.metadata import Metadata, Stated

_KICKER = lazy(r"\s*(?::|\s[–—\-/+]|[|•·]|/)\s*$")
_OWN = ("jsonld", "og:title", "twitter:title", "microdata", "parsely", "sailthru", "cxense")
_ALIKE, _RELATED = 0.55, 0.3
_WHOLE = 6
"""A heading of so many words is a headline, whatever the metadata say."""
_MOST_HEADINGS, _LONGEST = 60, 600


class Heading(Struct, frozen=True, gc=False):
    """A visible text that may be the headline: its tag (`h1`, `h2`, other) and its block."""

    text: str
    tag: str = "h1"
    block: int = -1
    confidence: float = 0.0
    """How sure the rules are that it is the headline; decides among equals."""


def choose_headline(
    visible: Sequence[Heading], metadata: Metadata, host: str = ""
) -> ChosenHeadline | None:
    """Choose the headline among visible headings (in order) and what the metadata state.

    `host` is that of the page's address: it names the site where nothing else does.
    """
    names = site_names(metadata, host)
    stated = stated_headlines(metadata, names)
    headings = [
        one for one in visible[:_MOST_HEADINGS] if len(one.text) <= _LONGEST and fold(one.text)
    ]
    own = [one for one in headings if one.tag == "h1" and not is_site(one.text, names)]
    if not stated:
        first = next(iter(own or headings), None)
        return ChosenHeadline(first.text, first.tag, first.block) if first else None
    if stated[0].origin == "entry":
        return _of_entry(headings, stated, names)
    for group in (own, [one for one in headings if one.tag != "h1"]):
        if found := _agreeing(group, stated) or _trimmed(group, stated, names):
            return found
    return _unlike(own, stated)


def _of_entry(
    headings: Sequence[Heading], stated: Sequence[Stated], names: frozenset[str]
) -> ChosenHeadline:
    """The heading that says what the entry of a feed does, or else the title of the entry.

    A heading in an entry that says something else is one of the story's.
    """
    found = _agreeing(headings, stated) or _trimmed(headings, stated, names)
    return found or ChosenHeadline(stated[0].text, stated[0].origin, confidence=0.9)


def _unlike(own: Sequence[Heading], stated: Sequence[Stated]) -> ChosenHeadline:
    """No heading says what a candidate says: the nearest one, or the best candidate."""
    alike = max(own, key=lambda one: _likeness(one, stated), default=None)
    if alike is not None:
        nearness = _likeness(alike, stated)
        whole = len(fold(alike.text).split()) >= _WHOLE
        if nearness >= _RELATED or whole or (len(own) == 1 and not _agreed(stated)):
            sure = 0.8 if nearness >= _ALIKE else 0.6
            return ChosenHeadline(alike.text, alike.tag, alike.block, confidence=sure)
    best = stated[0]
    shorter = [one for one in stated if best.text.startswith(one.text) and one.origin in _OWN]
    text = cut_tail(min((one.text for one in shorter), key=len, default=best.text), BAR)
    return ChosenHeadline(text, best.origin, confidence=0.7)


def _agreeing(group: Sequence[Heading], stated: Sequence[Stated]) -> ChosenHeadline | None:
    """The heading that most candidates repeat; spelt as they do where only they part it."""
    said = [squeeze(one.text) for one in stated]
    best = max(group, key=lambda one: _agreement(one, said), default=None)
    if best is None or _agreement(best, said)[0] == 0:
        return None
    same = [one for one in stated if squeeze(one.text) == squeeze(best.text)]
    if all(one.origin in WEAK for one in same) and (
        inner := _behind_kicker(best, [one for one in stated if one.origin not in WEAK])
    ):
        return inner
    own = _parts(best.text)
    parted = [one.text for one in same if one.origin not in WEAK and _parts(one.text) > own]
    text = parted[0] if parted else best.text
    return ChosenHeadline(text, best.tag, best.block, confidence=0.98)


def _parts(text: str) -> int:
    return len(SEPARATOR.split(text))


def _agreement(heading: Heading, said: Sequence[str]) -> tuple[int, float]:
    """How many candidates say the same, then how sure the rules are."""
    return said.count(squeeze(heading.text)), heading.confidence


def _likeness(heading: Heading, stated: Sequence[Stated]) -> float:
    return max((likeness(heading.text, one.text) for one in stated), default=0.0)


def _agreed(stated: Sequence[Stated]) -> bool:
    """Whether two origins state the best candidate."""
    best = squeeze(stated[0].text)
    return sum(squeeze(one.text) == best for one in stated) > 1


def _trimmed(
    headings: Iterable[Heading], stated: Sequence[Stated], names: frozenset[str]
) -> ChosenHeadline | None:
    """A heading that a candidate repeats but for a kicker in front or a site's name behind."""
    for heading in headings:
        if found := _behind_kicker(heading, stated):
            return found
        cut = cut_site(heading.text, names)
        if cut != heading.text and any(squeeze(cut) == squeeze(one.text) for one in stated):
            return ChosenHeadline(cut, heading.tag, heading.block, confidence=0.9)
        if found := _within(heading, stated, names):
            return found
    return None


def _behind_kicker(heading: Heading, stated: Sequence[Stated]) -> ChosenHeadline | None:
    """A heading that is a kicker and a candidate, or that shares all but its kicker with one."""
    text = heading.text
    for one in stated:
        at = text.casefold().find(one.text.casefold())
        if at > 0 and at + len(one.text) >= len(text) - 1 and len(fold(one.text).split()) > 2:
            kicker = text[:at]
            if _KICKER.search(kicker):
                kicker = _KICKER.sub("", kicker).strip()
                return ChosenHeadline(text[at:], heading.tag, heading.block, kicker, 0.9)
    mark = SEPARATOR.search(text)
    tail = text[mark.end() :] if mark else ""
    if mark and len(fold(tail).split()) > 2:
        for one in stated:
            other = SEPARATOR.search(one.text)
            if other and squeeze(one.text[other.end() :]) == squeeze(tail):
                kicker = text[: mark.start()]
                return ChosenHeadline(tail, heading.tag, heading.block, kicker, 0.85)
    return None


def _within(
    heading: Heading, stated: Sequence[Stated], names: frozenset[str]
) -> ChosenHeadline | None:
    """A heading that candidates hold whole, with a kicker in front or more behind."""
    own = fold(heading.text)
    if heading.tag != "h1" or not own:
        return None
    behind = [one for one in stated if fold(one.text).endswith(f" {own}") and " " in own]
    if len({one.origin for one in behind}) > 1:
        kicker = behind[0].text[: len(behind[0].text) - len(heading.text)]
        text = heading.text if is_site(kicker, names) else behind[0].text
        if _KICKER.search(kicker):
            return ChosenHeadline(text, heading.tag, heading.block, None, 0.85)
    longer = (one for one in stated if fold(one.text).startswith(f"{own} "))
    if len(own.split()) > 2 and any(longer):
        return ChosenHeadline(heading.text, heading.tag, heading.block, confidence=0.9)
    return None
