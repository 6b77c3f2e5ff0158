"""Breadcrumbs that a page shows, and which of its steps is the section."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from articlekit.folding import likeness, squeeze
from articlekit.metadata import Crumb

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from articlekit.draft import Elements, Page

ORIGIN = "breadcrumbs"
MOST_STEPS = 6
"""What is called breadcrumbs and has more links is the box of a whole page."""
LONGEST_NAME = 60
LIKE_HEADLINE = 0.5
_NAME = "breadcrumb"
_NAMED_BY = ("class", "id", "aria-label", "itemtype", "typeof", "data-testid")
_WHOLE = frozenset(("html", "body", "main", "article", "header"))
"""Elements that hold more than breadcrumbs: `<body class="has-breadcrumbs">`."""
_NO_SECTIONS = frozenset(("", "home", "homepage", "startseite", "uncategorized"))
_HOME = re.compile(
    r"(?:https?://[^/]*)?/?(?:[a-z]{2}(?:[-_][a-z]{2})?/?)?(?:index\.\w{1,5})?(?:[?#].*)?",
    re.IGNORECASE,
)
"""The address of a home page, also of that of a language."""


def find_breadcrumbs(page: Page) -> tuple[Crumb, ...]:
    """The links of the first breadcrumbs that a page shows; none for raw text.

    Breadcrumbs are what `class`, `id`, `aria-label` or the type of microdata calls so.
    """
    if page.markup is None:
        return ()
    boxes = _boxes(page.markup.elements)
    trails: dict[int, list[Crumb]] = {}
    links = (mark for mark in page.markup.marks if mark.kind == "link")
    link = next(links, None)
    for block in page.blocks if boxes else ():
        while link is not None and link.start < block.end:
            if block.element in boxes and link.start >= block.start:
                text = " ".join(page.source[link.start : link.end].split())
                trail = trails.setdefault(boxes[block.element], [])
                trail.append(Crumb(text, link.target, ORIGIN))
            link = next(links, None)
    return next((tuple(trail) for trail in trails.values() if len(trail) <= MOST_STEPS), ())


def section_of(
    trail: Sequence[Crumb], page: str | None, headline: str | None, site_name: str | None
) -> str | None:
    """The last step of breadcrumbs that is neither the home page nor the page itself."""
    names = {squeeze(site_name or ""), *_NO_SECTIONS}
    for crumb in reversed(trail):
        if len(crumb.text) > LONGEST_NAME or squeeze(crumb.text) in names:
            continue
        if crumb.url and (crumb.url == page or _HOME.fullmatch(crumb.url)):
            continue
        if headline is None or likeness(crumb.text, headline) < LIKE_HEADLINE:
            return crumb.text
    return None


def _boxes(elements: Elements) -> dict[int, int]:
    """For each element in breadcrumbs the outermost one that is called so."""
    found: dict[int, int] = {}
    rows = zip(elements.tags, elements.parents, elements.attributes, strict=True)
    for at, (tag, parent, attributes) in enumerate(rows):
        if parent in found:
            found[at] = found[parent]
        elif attributes and tag not in _WHOLE and any(_named(attributes)):
            found[at] = at
    return found


def _named(attributes: dict[str, str]) -> Iterator[bool]:
    return (_NAME in attributes[key].lower() for key in _NAMED_BY if key in attributes)
