"""Breadcrumbs that a page shows, and which of its steps is the section."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from articlekit.folding import likeness, squeeze
from articlekit.metadata import Crumb
from articlekit.pattern import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from articlekit.page import Block, Elements, Mark, Page

ORIGIN = "breadcrumbs"
MOST_STEPS = 6
"""What is called breadcrumbs and has more links is the box of a whole page."""
LONGEST_NAME = 60
LIKE_HEADLINE = 0.5
_NAME = lazy(r"breadcrumb|crumbs?(?![a-z])", re.IGNORECASE)
_NAMED_BY = ("class", "id", "aria-label", "itemtype", "typeof", "data-testid")
_WHOLE = frozenset(("html", "body", "main", "article", "header"))
"""Elements that hold more than breadcrumbs: `<body class="has-breadcrumbs">`."""
_BETWEEN = frozenset("› » > / → · • ‹ « ｜ ＞ ⟩ >> /".split())  # noqa: SIM905
_LONGEST_ADDRESS = _LONGEST_VALUE = 200
_NO_SECTIONS = frozenset(("", "home", "homepage", "startseite", "uncategorized"))
_HOME = lazy(
    r"(?:https?://[^/]*)?/?(?:[a-z]{2}(?:[-_][a-z]{2})?/?)?(?:index\.\w{1,5})?(?:[?#].*)?",
    re.IGNORECASE,
)
"""The address of a home page, also of that of a language."""


def find_breadcrumbs(page: Page) -> tuple[Crumb, ...]:
    """The links of the first breadcrumbs that a page shows; none for raw text.

    Breadcrumbs are what `class`, `id`, `aria-label` or the type of microdata calls so, else a line
    that goes from the home page on: "Home › Town › Quay".
    """
    if page.markup is None:
        return ()
    boxes = _boxes(page.markup.elements)
    named: dict[int, list[Crumb]] = {}
    lines: list[list[Crumb]] = []
    for block, links in _linked(page):
        crumbs = [Crumb(_text(page, link), link.target, ORIGIN) for link in links]
        if block.element in boxes:
            named.setdefault(boxes[block.element], []).extend(crumbs)
        elif len(links) > 1 and _leads_on(page, links):
            lines.append(crumbs)
    trails = (*named.values(), *lines)
    return next((tuple(trail) for trail in trails if len(trail) <= MOST_STEPS), ())


def _linked(page: Page) -> Iterator[tuple[Block, list[Mark]]]:
    """The blocks that hold links, each with its links."""
    marks = page.markup.marks if page.markup else ()
    links = (mark for mark in marks if mark.kind == "link")
    link = next(links, None)
    for block in page.blocks:
        found = []
        while link is not None and link.start < block.end:
            found.append(link)
            link = next(links, None)
        if found:
            yield block, found


def _text(page: Page, link: Mark) -> str:
    return " ".join(page.source[link.start : link.end].split())


def _leads_on(page: Page, links: Sequence[Mark]) -> bool:
    """Whether a line of links leads on from the home page: only signs stand between them."""
    if not _HOME.fullmatch((links[0].target or "x")[:_LONGEST_ADDRESS]):
        return False
    pairs = pairwise(links)
    return all(page.source[one.end : two.start].strip() in _BETWEEN for one, two in pairs)


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
        elif attributes and _is_named(attributes) and tag not in _WHOLE:
            found[at] = at
    return found


def _is_named(attributes: dict[str, str]) -> bool:
    for key, value in attributes.items():
        if "rumb" in value and key in _NAMED_BY and _NAME.search(value[:_LONGEST_VALUE]):
            return True
    return False
