"""Labelled texts and pages to learn from: folders of a benchmark in, documents with labels out.

A document is a page and, for every block, the set of labels it may have: one label where a reader
labelled it, several where only part is known. Sources:

- `fixtures`: the project's own texts and pages, and `composed`: short articles made of them;
- `texts`: articles and wire items of the benchmark as raw text;
- `pages`: its pages of markup, each as it is and as the text it shows.

How labels are found: `marks` (readers gave them), `alignment` (a labelled form of the same article
has them), `gold` (the benchmark's fields allow them), `distant` (the markup names its boxes).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus import composed, fixtures, pages, texts
from corpus.marks import read_marks

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from corpus.document import Document


def documents(own: Path, data: Path | None, most: int) -> Iterator[Document]:
    """Every labelled text and page there is, and at most so many pages of the open benchmarks.

    `own` holds the fixtures of the project, `data` the sets of the benchmark, if they are there.
    """
    yield from fixtures.texts(own)
    yield from fixtures.pages(own)
    yield from composed.documents(own)
    if data is not None:
        marks = read_marks()
        known = texts.labelled_articles(data)
        yield from texts.articles(data, known, marks)
        yield from texts.wires(data)
        yield from pages.pages(data, known, marks, most)
