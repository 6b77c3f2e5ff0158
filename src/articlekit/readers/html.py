"""Markup to blocks: a page in, a `Page` out whose source is the text as read.

One pass over lxml's events (start, end, data) with no tree, so that neither nesting nor long text
nodes lose anything. Elements that break lines in a browser end a block; scripts, styles and
templates are not text.
"""

from __future__ import annotations

import re

from lxml import etree

from articlekit.draft import Block, Page
from articlekit.model import Warn

_INLINE = frozenset(
    [
        "a",
        "abbr",
        "acronym",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "img",
        "ins",
        "kbd",
        "label",
        "mark",
        "meter",
        "nobr",
        "output",
        "progress",
        "q",
        "rp",
        "rt",
        "ruby",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
    ]
)
_SILENT = frozenset(
    ["script", "style", "template", "head", "noscript", "svg", "math", "iframe", "object"]
)
_UNREADABLE = re.compile(r"[\ud800-\udfff]")


class _Target:
    """Collects the text of blocks while the parser runs."""

    def __init__(self) -> None:
        self.blocks: list[str] = []
        self.pieces: list[str] = []
        self.silent = 0
        self.language: str | None = None

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag in _SILENT:
            self.silent += 1
        elif tag not in _INLINE:
            self._flush()
        if tag == "html":
            self.language = attributes.get("lang")

    def end(self, tag: str) -> None:
        if tag in _SILENT:
            self.silent = max(0, self.silent - 1)
        elif tag not in _INLINE:
            self._flush()

    def data(self, data: str) -> None:
        if not self.silent:
            self.pieces.append(data)

    def comment(self, text: str) -> None:
        """Comments are not text."""

    def close(self) -> list[str]:
        self._flush()
        return self.blocks

    def _flush(self) -> None:
        if self.pieces:
            text = " ".join("".join(self.pieces).split())
            if text:
                self.blocks.append(text)
            self.pieces = []


def read_html(source: str) -> tuple[Page, str | None]:
    """Read markup into a page; the second value is the language the page states."""
    target = _Target()
    parser = etree.HTMLParser(target=target, encoding="utf-8", huge_tree=True)
    clean = _UNREADABLE.sub("\ufffd", source)
    texts: list[str] = []
    if clean.strip():
        texts = etree.fromstring(clean.encode("utf-8"), parser) or target.blocks
    blocks: list[Block] = []
    at = 0
    for text in texts:
        blocks.append(Block(at, at + len(text), text, gap=True))
        at += len(text) + 2
    warnings = () if blocks else (Warn("empty", "the page holds no text", 0, len(source)),)
    return Page("\n\n".join(texts), tuple(blocks), warnings), target.language
