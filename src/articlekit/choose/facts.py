"""Single facts about a page: its site, section, tags, language, address, description."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from articlekit.folding import squeeze
from articlekit.language.code import read_code

if TYPE_CHECKING:
    from collections.abc import Sequence

    from articlekit.metadata import Metadata, Stated

_HOME = re.compile(r"home(?:page)?|root|index|startseite|news", re.IGNORECASE)


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


def choose_section(metadata: Metadata) -> str | None:
    """The section that the article stands in; the home page is none."""
    return _first(
        [one for one in metadata.sections if not _HOME.fullmatch(one.text) and len(one.text) < 80]
    )


def choose_tags(metadata: Metadata) -> tuple[str, ...]:
    """The tags, each once whatever its case, without the section."""
    section = squeeze(choose_section(metadata) or "")
    once = {squeeze(tag): tag for tag in reversed(metadata.tags) if squeeze(tag) != section}
    return tuple(once.values())[::-1]


def choose_language(metadata: Metadata) -> str | None:
    """The two-letter code of the stated language; `None` where it is not one."""
    return read_code(metadata.language)


def _first(stated: Sequence[Stated]) -> str | None:
    return stated[0].text if stated else None
