"""Pages of markup of the benchmark: each as it is, as the text it shows, and often as a piece."""

from __future__ import annotations

import hashlib
from collections import Counter
from typing import TYPE_CHECKING

from articlekit.boxes import Boxes
from articlekit.readers.html import read_html
from corpus.alignment import aligned, pasted_piece, shown_text
from corpus.benchmark import cases, markup_of
from corpus.distant import narrowed
from corpus.document import document
from corpus.gold import labels_of_body, labels_of_fields, labels_of_snippets
from corpus.labels import ANY, STORY, Labels
from corpus.marks import marked

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from articlekit.page import Page
    from corpus.alignment import ByLine
    from corpus.document import Document
    from corpus.marks import Marks

SETS = ("fundus", "wcxb", "abe", "trafeval", "htmldate", "postlight")
PER_PUBLISHER = 2
SHORTEST, LONGEST = 6, 2500
"""Pages of fewer blocks show nothing; of more, they are lists of everything."""
FARTHEST = 150
"""So many blocks before and after the story are kept of a page; menus say little that is new."""
TRAIL = frozenset(("tags", "navigation"))
"""What readers call breadcrumbs: some the one, some the other."""
WHOLE_BODY = 400
"""A body of so many signs is the whole one."""


def pages(
    folder: Path, articles: dict[str, ByLine], marks: dict[str, Marks], most: int
) -> Iterator[Document]:
    """Pages with what the benchmark and what their own markup say of each block.

    `articles` are labelled articles by address, `marks` labelled pages by case; beyond fundus there
    are at most so many pages, and two of a publisher.
    """
    seen: Counter[str] = Counter()
    left = most
    for data, case in _ordered(folder, marks):
        if data != "fundus" and (seen[case["publisher"]] >= PER_PUBLISHER or left <= 0):
            continue
        page = read_html(markup_of(folder / data, case))
        if not SHORTEST <= len(page.blocks) <= LONGEST:
            continue
        seen[case["publisher"]] += 1
        left -= data != "fundus"
        name = f"{data}/{case['id']}"
        if case["id"] in marks:
            yield from _read(name, case, page, marked(page, marks[case["id"]]))
        else:
            known = articles.get(case["url"]) if data == "fundus" else None
            yield from _unread(name, case, page, known)


def _ordered(folder: Path, marks: dict[str, Marks]) -> list[tuple[str, dict]]:
    """Set and case, those of which most is known first, else as their names' digests fall."""
    return sorted(
        ((data, case) for data in SETS for case in cases(folder / data)),
        key=lambda pair: (
            pair[0] != "fundus",
            pair[1]["id"] not in marks,
            pair[0] not in ("wcxb", "abe"),
            hashlib.sha1(pair[1]["id"].encode()).digest(),
        ),
    )


def _read(name: str, case: dict, page: Page, read: list[Labels]) -> Iterator[Document]:
    """A page of which every line was labelled by a reader."""
    hints = narrowed(page, [ANY] * len(read))
    allowed = [labels or hint for labels, hint in zip(read, hints, strict=True)]
    allowed = [
        TRAIL if trail and labels <= TRAIL else labels
        for labels, trail in zip(allowed, _trails(page), strict=True)
    ]
    yield document(f"{name}#page", case, page, allowed, "exact")
    yield shown_text(name, case, page, allowed, "exact")
    yield from pasted_piece(name, case, page, allowed, "exact")


def _trails(page: Page) -> Iterator[bool]:
    """Which blocks stand in breadcrumbs, by the names of their boxes."""
    boxes = Boxes(page.markup.elements) if page.markup is not None else None
    for block in page.blocks:
        names = boxes.around(block.element) if boxes is not None and block.element >= 0 else ()
        yield any("breadcrumb" in name for name in names)


def _unread(name: str, case: dict, page: Page, known: ByLine | None) -> Iterator[Document]:
    """A page that no reader labelled line by line."""
    allowed, how = _possible(page, case["gold"], known)
    page, allowed = _near(page, narrowed(page, allowed))
    yield document(f"{name}#page", case, page, allowed, how)
    yield shown_text(name, case, page, allowed, how)
    if how == "gold":
        yield from pasted_piece(name, case, page, allowed, how)


def _possible(page: Page, gold: dict, known: ByLine | None) -> tuple[list[Labels], str]:
    """The labels that the best there is to know of a page allows, and how they were found."""
    if known is not None:
        return aligned(page, known), "aligned"
    if gold.get("paragraphs"):
        return labels_of_fields(page, gold), "gold"
    if len(gold.get("body") or "") >= WHOLE_BODY:
        return labels_of_body(page, gold), "gold"
    return labels_of_snippets(page, gold), "hints"


def _near(page: Page, allowed: list[Labels]) -> tuple[Page, list[Labels]]:
    """The page without blocks that are far from its story, as if it began and ended there."""
    story = [at for at, labels in enumerate(allowed) if labels <= STORY]
    if not story:
        story = [len(allowed) // 2]
    low, high = max(0, story[0] - FARTHEST), story[-1] + 1 + FARTHEST
    blocks = page.blocks[low:high]
    begin, end = blocks[0].start, blocks[-1].end
    for block in blocks:
        block.start -= begin
        block.end -= begin
    cut = type(page)(page.source[begin:end], blocks, (), page.wrapped, page.markup)
    return cut, allowed[low:high]
