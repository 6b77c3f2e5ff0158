"""Labels that readers gave to every line of some texts and pages: `scripts/labels.jsonl`.

The file holds a digest and a label for each line, and no text: that is no part of the project.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.benchmark import rows
from corpus.document import fold

if TYPE_CHECKING:
    from articlekit.page import Page
    from corpus.labels import Labels

Marks = list[tuple[str, str]]
"""For each line of a text, in order: a digest of it, and the label that a reader gave it."""


def digest(text: str) -> str:
    """Eight signs that stand for a line of somebody's text."""
    return hashlib.sha1(fold(text).encode()).hexdigest()[:8]


def read_marks() -> dict[str, Marks]:
    """The labels of lines that readers gave for this project, by case."""
    path = Path(__file__).parent.parent / "labels.jsonl"
    return {row["id"]: [tuple(mark) for mark in row["lines"]] for row in rows(path)}


def marked(page: Page, marks: Marks) -> list[Labels]:
    """The readers' labels for the blocks of a page, line by line where lines come again.

    A block of which no line was labelled has none.
    """
    waiting: dict[str, list[str]] = {}
    for sign, label in marks:
        waiting.setdefault(sign, []).append(label)
    wanted = Counter(digest(block.text) for block in page.blocks)
    found = []
    for block in page.blocks:
        sign = digest(block.text)
        labels = waiting.get(sign, [])
        if labels and wanted[sign] == len(labels):
            wanted[sign] -= 1
            found.append(frozenset({labels.pop(0)}))
        else:
            found.append(frozenset(labels))
    return found
