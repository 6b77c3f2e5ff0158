"""Agencies by name: one whole part of a credit, dateline or byline in, its canonical name out.

The table is `agencies.toml`; the names follow CONVENTIONS 3.4.
"""

from __future__ import annotations

from functools import lru_cache

from articlekit.language import agencies

_LONGEST = 48


@lru_cache(maxsize=4096)
def agency_of(name: str) -> str | None:
    """Return the canonical name of the agency that `name` as a whole spells, or `None`.

    A desk after a slash belongs to the agency ("dpa/lno"), another agency does not ("dpa/AFP").
    Parts joined by "via", commas or spaces are for the caller to take apart first.
    """
    if not 1 < len(name) <= _LONGEST:
        return None
    exact, folded = _spellings()
    found = exact.get(name) or folded.get(fold(name))
    if found is None and "/" in name:
        agency, _, desk = name.partition("/")
        if is_desk(desk):
            return agency_of(agency)
    return found


def is_desk(text: str) -> bool:
    """Whether `text` is a desk code or an editor's initials behind an agency's slash: "lno"."""
    if not (2 <= len(text) <= 4 and text.isalpha() and text.islower()):
        return False
    exact, folded = _spellings()
    return text not in exact and text not in folded


def fold(name: str) -> str:
    """Return the key of a name: case, hyphens and the width of spaces do not count."""
    return " ".join(name.casefold().replace("-", " ").split())


@lru_cache(maxsize=1)
def _spellings() -> tuple[dict[str, str], dict[str, str]]:
    """The spellings that count in this very case only, and the folded others."""
    table = agencies()
    only = frozenset(table.exact)
    exact: dict[str, str] = {}
    folded: dict[str, str] = {}
    for group in (table.text, table.wire, table.picture):
        for canonical, others in group.items():
            for spelling in (canonical, *others):
                if spelling in only:
                    exact.setdefault(spelling, canonical)
                else:
                    folded.setdefault(fold(spelling), canonical)
    return exact, folded
