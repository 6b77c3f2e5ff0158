"""Raw texts of the benchmark: articles pasted from pages, and items of news wires."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlekit.readers.text import read_text
from corpus.alignment import aligned, labels_by_block, labels_by_line, lined
from corpus.benchmark import cases, rows, text_of
from corpus.document import document
from corpus.gold import labels_of_fields, labels_of_wire
from corpus.labels import ANY
from corpus.marks import marked

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from corpus.alignment import ByLine
    from corpus.document import Document
    from corpus.marks import Marks

ARTICLES = "fundus-text"
WIRES = {"reuters": 13, "reuters-wire": 4}
"""Sets of wire items, and of how many one is taken: they are all alike."""


def labelled_articles(data: Path) -> dict[str, ByLine]:
    """By address, what the lines of each article are of which the benchmark labels every line."""
    by_name = {case["id"]: case for case in cases(data / ARTICLES)}
    known = {}
    for name, labels in _roles(data).items():
        case = by_name[name]
        known[case["url"]] = labels_by_line(text_of(data / ARTICLES, case), labels)
    return known


def articles(data: Path, known: dict[str, ByLine], marks: dict[str, Marks]) -> Iterator[Document]:
    """Articles as they are pasted, labelled by readers, by another form of them, or by their gold.

    What `marks` tell of an article is added to `known`, for its other forms.
    """
    roles = _roles(data)
    read = {}
    for case in cases(data / ARTICLES):
        if case["id"] in marks:
            page = read_text(text_of(data / ARTICLES, case))
            allowed = [labels or ANY for labels in marked(page, marks[case["id"]])]
            known[case["url"]] = labels_by_block(page, allowed)
            read[case["id"]] = page, allowed
    for case in cases(data / ARTICLES):
        name = case["id"]
        if name in read:
            yield document(name, case, *read[name], "exact")
            continue
        text = text_of(data / ARTICLES, case)
        page = read_text(text)
        if name in roles:
            allowed, how = lined(page, text, roles[name]), "exact"
        elif case["url"] in known:
            allowed, how = aligned(page, known[case["url"]]), "aligned"
        else:
            allowed, how = labels_of_fields(page, case["gold"]), "gold"
        yield document(name, case, page, allowed, how)


def wires(data: Path) -> Iterator[Document]:
    """Items of news wires."""
    for name, step in WIRES.items():
        for case in cases(data / name)[::step]:
            page = read_text(text_of(data / name, case))
            yield document(case["id"], case, page, labels_of_wire(page, case["gold"]), "gold")


def _roles(data: Path) -> dict[str, list[str]]:
    """The labels of every line that the benchmark has, by case."""
    return {row["id"]: row["labels"] for row in rows(data / "roles" / "labels.jsonl")}
