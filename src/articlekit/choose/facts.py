"""Single facts about a page: its site, section, tags, language, address, description."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from articlekit.folding import squeeze
from articlekit.language.code import read_code
from articlekit.pattern import lazy

if TYPE_CHECKING:
    from articlekit.metadata import Metadata

_LONGEST_SECTION = 80
_HOME = lazy(r"home(?:page)?|root|index|startseite|news|uncategorized", re.IGNORECASE)


def choose_description(metadata: Metadata) -> str | None:
    """What the page says the article is about: the longest of those that begin alike."""
    first = next(iter(metadata.descriptions), None)
    if first is None:
        return None
    stem = squeeze(first.text.rstrip(".… "))
    alike = (one.text for one in metadata.descriptions if squeeze(one.text).startswith(stem))
    return max(alike, key=len, default=first.text)


def choose_site_name(metadata: Metadata, host: str = "") -> str | None:
    """The name of the site: as stated for sharing, then the publisher's."""
    names = [one.text for one in metadata.site_names if one.origin == "og:site_name"]
    names += [metadata.publisher] if metadata.publisher else []
    names += [one.text for one in metadata.site_names]
    return next(iter(names), None) or host or None


def choose_section(metadata: Metadata, site_name: str | None = None) -> str | None:
    """The section that the metadata state; the home page and the site are none."""
    site = squeeze(site_name or "")
    stated = (one.text for one in metadata.sections if len(one.text) < _LONGEST_SECTION)
    named = (text for text in stated if not _HOME.fullmatch(text) and squeeze(text) != site)
    return next(named, None)


def choose_tags(metadata: Metadata, section: str | None = None) -> tuple[str, ...]:
    """The tags, each once whatever its case, without the section."""
    known = squeeze(section or "")
    once = {squeeze(tag): tag for tag in reversed(metadata.tags) if squeeze(tag) != known}
    return tuple(once.values())[::-1]


def choose_language(metadata: Metadata) -> str | None:
    """The two-letter code of the stated language; `None` where it is not one."""
    return read_code(metadata.language)
