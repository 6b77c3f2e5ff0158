"""One labelled page or text, and how its lines are told apart and compared."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from articlekit.page import Page
    from corpus.labels import Labels

WEIGHTS = {"own": 6.0, "exact": 3.0, "aligned": 1.5, "gold": 0.25, "hints": 0.15, "composed": 0.3}
"""How much a document counts, by how its labels were found."""

_BETWEEN_WORDS = re.compile(r"[^\w]+")


class Document(NamedTuple):
    """One page and, by block, the labels that are possible."""

    name: str
    publisher: str
    language: str | None
    page: Page
    allowed: list[Labels]
    url: str | None
    how: str
    """How its labels were found: a key of `WEIGHTS`."""


def document(name: str, case: dict, page: Page, allowed: list[Labels], how: str) -> Document:
    """The document of a case: what states its publisher, language and address."""
    return Document(name, case["publisher"], case.get("lang"), page, allowed, case.get("url"), how)


def fold(text: str) -> str:
    """How texts are compared: letters, figures and underscores only, as `labels.jsonl` has them."""
    return _BETWEEN_WORDS.sub(" ", unicodedata.normalize("NFKC", text).casefold()).strip()


def line_spans(text: str) -> list[tuple[int, int]]:
    """Start and end of every line that is not blank."""
    return [
        (match.start() + len(line) - len(line.lstrip()), match.start() + len(line.rstrip()))
        for match in re.finditer(r"[^\n]+", text)
        if (line := match.group()).strip()
    ]
