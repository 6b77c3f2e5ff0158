"""Labels carried from one form of an article to another: by what a line says, or where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlekit.readers.text import read_text
from corpus.document import document, fold, line_spans
from corpus.labels import ANY, HEADLINE, PROSE, STORY, SURROUNDING, Labels

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlekit.page import Page
    from corpus.document import Document

ByLine = dict[str, list[str]]
"""The labels of the lines of an article, by the folded line; a line may come again as another."""
PAST_END = 40
"""So many lines past the last paragraph belong to a pasted article, as in the benchmark's texts."""


def labels_by_line(text: str, labels: list[str]) -> ByLine:
    """What the lines of a text are, of which each has its label."""
    known: ByLine = {}
    for (start, end), label in zip(line_spans(text), labels, strict=True):
        known.setdefault(fold(text[start:end]), []).append(label)
    return known


def labels_by_block(page: Page, allowed: list[Labels]) -> ByLine:
    """What the blocks of a page are, as far as they are known well enough to be carried on."""
    known: ByLine = {}
    for block, labels in zip(page.blocks, allowed, strict=True):
        known.setdefault(fold(block.text), []).extend(labels if len(labels) < 3 else ())
    return {key: labels for key, labels in known.items() if labels}


def aligned(page: Page, known: ByLine) -> list[Labels]:
    """A page whose article was labelled: its lines take their labels along, others surround it."""
    return [
        frozenset(known[key]) if (key := fold(block.text)) in known else SURROUNDING
        for block in page.blocks
    ]


def lined(page: Page, text: str, labels: list[str]) -> list[Labels]:
    """The labels of a text's lines for the blocks that they were joined to."""
    pairs = list(zip(line_spans(text), labels, strict=True))
    return [
        frozenset(label for (start, end), label in pairs if start < block.end and end > block.start)
        or ANY
        for block in page.blocks
    ]


def shown_text(name: str, case: dict, page: Page, allowed: list[Labels], how: str) -> Document:
    """The text that a page shows, with the labels of the page."""
    text = read_text(page.source)
    return document(f"{name}#text", case, text, _over(text, page, allowed), how)


def pasted_piece(
    name: str, case: dict, page: Page, allowed: list[Labels], how: str
) -> Iterator[Document]:
    """The piece of a page that somebody would paste, where it can be told."""
    piece = _piece(page, allowed)
    if piece is not None:
        start, end = piece
        text = read_text(page.source[start:end])
        yield document(f"{name}#piece", case, text, _over(text, page, allowed, start), how)


def _over(text: Page, page: Page, allowed: list[Labels], start: int = 0) -> list[Labels]:
    """The labels of a page's blocks for the blocks of its text that begins at `start`."""
    found = []
    at = 0
    for block in text.blocks:
        while at < len(page.blocks) and page.blocks[at].end <= block.start + start:
            at += 1
        over: list[Labels] = []
        ahead = at
        while ahead < len(page.blocks) and page.blocks[ahead].start < block.end + start:
            over.append(allowed[ahead])
            ahead += 1
        found.append(frozenset().union(*over) or ANY)
    return found


def _piece(page: Page, allowed: list[Labels]) -> tuple[int, int] | None:
    """Where an article would be copied from its page: headline to some lines past its end."""
    story = [at for at, labels in enumerate(allowed) if labels <= STORY and labels & PROSE]
    heads = [at for at, labels in enumerate(allowed) if labels == HEADLINE]
    if len(story) < 3 or not heads or heads[0] > story[0]:
        return None
    first = max(at for at in heads if at < story[0])
    last = min(len(page.blocks), story[-1] + 1 + PAST_END)
    return page.blocks[first].start, page.blocks[last - 1].end
