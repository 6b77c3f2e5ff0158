"""The project's own fixtures: texts with a label a line, and pages with what a reader says of them."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, NamedTuple

from articlekit.readers.html import read_html
from articlekit.readers.text import read_text
from corpus.alignment import lined, shown_text
from corpus.distant import narrowed
from corpus.document import document, fold, line_spans
from corpus.labels import LABEL_OF_KIND, PROSE, UNMATCHED, Labels

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from corpus.document import Document

FIELDS: dict[str, Labels] = {
    "paragraphs": PROSE,
    "subheadings": frozenset({"subheading"}),
    "list_items": frozenset({"list_item"}),
    "captions": frozenset({"caption"}),
    "credits": frozenset({"credit"}),
    "pull_quotes": frozenset({"pull_quote"}),
    "attributions": frozenset({"attribution"}),
    "corrections": frozenset({"correction"}),
}
"""The lists of a `truth.toml` and the labels of what stands in them."""
LINES = ("kicker", "headline", "standfirst", "byline", "time_line")
"""The single lines of a `truth.toml`, named as their labels are."""
PARTS = frozenset({"caption", "credit", "byline", "time_line"})
"""What often shares its block with something else."""
SHORTEST_PART = 8


class LabelledText(NamedTuple):
    """A text of the fixtures and the label of each of its lines that is not blank."""

    name: str
    language: str
    source: str
    labels: list[str]

    @property
    def lines(self) -> list[str]:
        """The lines that have labels."""
        return [self.source[start:end] for start, end in line_spans(self.source)]


def labelled_texts(folder: Path) -> Iterator[LabelledText]:
    """The texts of which every line has a label."""
    for path in sorted(folder.glob("*/labels.txt")):
        source = (path.parent / "source.txt").read_text(encoding="utf-8")
        case = tomllib.loads((path.parent / "case.toml").read_text(encoding="utf-8"))
        labels = path.read_text(encoding="utf-8").split()
        yield LabelledText(path.parent.name, case["language"], source, labels)


def texts(folder: Path) -> Iterator[Document]:
    """The fixtures that are raw text."""
    for text in labelled_texts(folder):
        case = {"publisher": f"fixture-{text.name}", "lang": text.language}
        page = read_text(text.source)
        allowed = lined(page, text.source, text.labels)
        yield document(f"fixture/{text.name}", case, page, allowed, "own")


def pages(folder: Path) -> Iterator[Document]:
    """The fixtures that are markup, and the texts they show."""
    for path in sorted(folder.glob("*/truth.toml")):
        truth = tomllib.loads(path.read_text(encoding="utf-8"))
        page = read_html((path.parent / "source.html").read_bytes())
        known = _known(truth)
        rest = narrowed(page, [UNMATCHED] * len(page.blocks))
        allowed = [
            _told(fold(block.text), known) or hints
            for block, hints in zip(page.blocks, rest, strict=True)
        ]
        name = path.parent.name
        case = {
            "publisher": f"fixture-{name}",
            "lang": truth["language"][:2],
            "url": truth.get("url"),
        }
        yield document(f"fixture/{name}#page", case, page, allowed, "own")
        yield shown_text(f"fixture/{name}", case, page, allowed, "own")


def _known(truth: dict) -> dict[str, Labels]:
    """The folded lines of a truth, and what they are."""
    known: dict[str, Labels] = {}
    for kind, text in truth.get("boilerplate", ()):
        known[fold(text)] = frozenset({LABEL_OF_KIND.get(kind, kind)})
    for field, labels in FIELDS.items():
        known |= {fold(text): labels for text in truth.get(field, ())}
    known |= {fold(truth[field]): frozenset({field}) for field in LINES if field in truth}
    return known


def _told(key: str, known: dict[str, Labels]) -> Labels | None:
    """The labels of a block that is known, or that holds a known caption, credit, byline or date."""
    if key in known:
        return known[key]
    for text, labels in known.items():
        if (
            labels <= PARTS
            and len(text) > SHORTEST_PART
            and (text in key or (key in text and len(key) > SHORTEST_PART))
        ):
            return labels
    return None
