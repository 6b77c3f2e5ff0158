"""Labelled texts for learning: folders of a benchmark in, documents with their labels out.

A document is a text and, for every block, the set of labels it may have: one label where a reader
labelled it, several where only part is known.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import re
import tomllib
import unicodedata
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from lxml import etree

from articlekit.readers.decode import decode
from articlekit.readers.text import read_text
from composed import compose

if TYPE_CHECKING:
    from collections.abc import Iterator

LABELS = (
    "headline",
    "kicker",
    "standfirst",
    "byline",
    "time_line",
    "paragraph",
    "subheading",
    "list_item",
    "quote",
    "pull_quote",
    "attribution",
    "caption",
    "credit",
    "table",
    "embed",
    "correction",
    "author_bio",
    "about_publisher",
    "signoff",
    "newsletter",
    "paywall",
    "share",
    "follow",
    "related",
    "comments",
    "tags",
    "ads",
    "copyright",
    "tools",
    "disclaimer",
    "navigation",
    "contact",
    "donate",
    "other",
)
STORY = frozenset(
    {"paragraph", "subheading", "list_item", "quote", "pull_quote", "attribution", "table", "embed"}
)
PROSE = frozenset({"paragraph", "quote", "list_item"})
SURROUNDING = (
    frozenset(LABELS)
    - STORY
    - {"headline", "kicker", "standfirst", "byline", "time_line", "caption", "credit"}
)
UNMATCHED = frozenset(LABELS) - {"headline", "paragraph", "quote", "subheading", "list_item"}
ANY = frozenset(LABELS)
NO_MARKUP = re.compile(r"[^\w]+")


class Document(NamedTuple):
    """One text and, by block, the labels that are possible."""

    name: str
    publisher: str
    language: str | None
    text: str
    allowed: list[frozenset[str]]
    exact: bool
    weight: float = 0.15
    """How much the document counts in learning; one that is fully labelled counts 1."""


def fold(text: str) -> str:
    """How texts are compared: letters and figures only."""
    return NO_MARKUP.sub(" ", unicodedata.normalize("NFKC", text).casefold()).strip()


def documents(folder: Path, fixtures: Path, pages: int) -> Iterator[Document]:
    """Every labelled text there is, and so many pages of markup as the text they show."""
    yield from _fixtures(fixtures)
    yield from _composed(fixtures)
    yield from _pages(folder, pages)
    cases = {case["id"]: case for case in _rows(folder / "fundus-text")}
    roles = {row["id"]: row["labels"] for row in _lines(folder / "roles" / "labels.jsonl")}
    for name, case in cases.items():
        text = _text(folder / "fundus-text", case)
        if name in roles:
            yield _exact(name, case["publisher"], case["lang"], text, roles[name])
            continue
        sister = roles.get(name.replace("/inner/", "/article/"))
        if sister is not None:
            other = _text(folder / "fundus-text", cases[name.replace("/inner/", "/article/")])
            yield _aligned(name, case, text, other, sister)
        else:
            yield _partial(name, case, text)
    for data, step in (("reuters", 13), ("reuters-wire", 4)):
        for case in list(_rows(folder / data))[::step]:
            yield _partial(case["id"], case, _text(folder / data, case))


def _composed(fixtures: Path) -> Iterator[Document]:
    table = tomllib.loads((Path(__file__).parent / "strengths.toml").read_text(encoding="utf-8"))
    for found in compose(fixtures, fixtures.parent / "cases", table["cues"]["labels"]):
        blocks = read_text(found.text).blocks
        if len(blocks) == len(found.labels):
            allowed = [labels or ANY for labels in found.labels]
            yield Document(
                found.name,
                f"composed-{found.language}",
                found.language,
                found.text,
                allowed,
                exact=False,
            )


def _pages(folder: Path, most: int) -> Iterator[Document]:
    """Pages whose body text is known: their visible text, with story and surroundings told apart."""
    cases = [(data, case) for data in ("wcxb", "abe") for case in _rows(folder / data)]
    cases.sort(key=lambda pair: hashlib.sha1(pair[1]["id"].encode()).digest())
    seen: Counter[str] = Counter()
    for data, case in cases:
        body = case["gold"].get("body") or ""
        if len(body) < 800 or seen[case["publisher"]] >= 2 or sum(seen.values()) >= most:
            continue
        text = visible_text(_text_of(folder / data, case))
        if 10 <= text.count("\n") <= 900:
            document = _bodied(case, text, body)
            if document is not None:
                seen[case["publisher"]] += 1
                yield document


def _text_of(folder: Path, case: dict) -> str:
    raw = (folder / case["input"]).read_bytes()
    return decode(gzip.decompress(raw) if case["input"].endswith(".gz") else raw).text


_WIDE_GAP = frozenset(
    [
        "p",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "ul",
        "ol",
        "table",
        "blockquote",
        "figure",
        "section",
        "article",
        "header",
        "footer",
        "nav",
    ]
)
_RUNS_ON = frozenset(
    [
        "a",
        "abbr",
        "b",
        "bdi",
        "cite",
        "code",
        "em",
        "font",
        "i",
        "img",
        "ins",
        "kbd",
        "label",
        "mark",
        "q",
        "s",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "time",
        "u",
        "var",
    ]
)


class _Visible:
    """What select-all and copy gives: blank lines round paragraphs and headings, line breaks else."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.silent = 0

    def start(self, tag: str, _: object) -> None:
        self._edge(tag, 1)

    def end(self, tag: str) -> None:
        self._edge(tag, -1)

    def _edge(self, tag: str, step: int) -> None:
        if tag in ("script", "style", "template", "noscript", "head", "svg", "iframe"):
            self.silent += step
        elif tag in _WIDE_GAP:
            self.parts.append("\n\n")
        elif tag not in _RUNS_ON:
            self.parts.append("\n")

    def data(self, data: str) -> None:
        if self.silent <= 0:
            self.parts.append(re.sub(r"\s+", " ", data))

    def close(self) -> str:
        text = re.sub(r" *\n *", "\n", "".join(self.parts))
        return re.sub(r"\n{3,}", "\n\n", text).strip()


def visible_text(markup: str) -> str:
    """The text of a page as a reader copies it."""
    parser = etree.HTMLParser(target=_Visible(), encoding="utf-8", huge_tree=True)
    return etree.fromstring(re.sub(r"[\ud800-\udfff]", "\ufffd", markup).encode("utf-8"), parser)


def _bodied(case: dict, text: str, body: str) -> Document | None:
    whole, headline = f" {fold(body)} ", fold(case["gold"].get("headline") or "")
    blocks = read_text(text).blocks
    inside = [len(b.text) > 40 and f" {fold(b.text)} " in whole for b in blocks]
    if sum(inside) < 4:
        return None
    first, last = inside.index(True), len(inside) - 1 - inside[::-1].index(True)
    allowed = []
    for at, block in enumerate(blocks):
        key = fold(block.text)
        if inside[at]:
            label = PROSE if len(key.split()) > 14 else STORY | {"caption", "standfirst"}
        elif headline and key == headline and at < first:
            label = frozenset({"headline"})
        elif first <= at <= last:
            label = ANY - PROSE if len(key.split()) > 14 else ANY - {"headline"}
            if f" {key} " in whole:
                label = ANY - SURROUNDING
        else:
            label = ANY - STORY
        allowed.append(frozenset(label))
    return Document(case["id"], case["publisher"], case.get("lang"), text, allowed, exact=False)


def _lines(path: Path) -> Iterator[dict]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _rows(folder: Path) -> Iterator[dict]:
    return (row for row in _lines(folder / "gold.jsonl") if row["split"] == "dev")


def _text(folder: Path, case: dict) -> str:
    raw = (folder / case["input"]).read_bytes()
    return (gzip.decompress(raw) if case["input"].endswith(".gz") else raw).decode("utf-8")


def line_spans(text: str) -> list[tuple[int, int]]:
    """Start and end of every line that is not blank."""
    found = []
    for match in re.finditer(r"[^\n]+", text):
        line = match.group()
        if line.strip():
            found.append(
                (match.start() + len(line) - len(line.lstrip()), match.start() + len(line.rstrip()))
            )
    return found


def _exact(
    name: str, publisher: str, language: str | None, text: str, labels: list[str]
) -> Document:
    spans = line_spans(text)
    allowed = []
    for block in read_text(text).blocks:
        inside = {
            label
            for (start, end), label in zip(spans, labels, strict=True)
            if start < block.end and end > block.start
        }
        allowed.append(frozenset(inside) or ANY)
    return Document(name, publisher, language, text, allowed, exact=True, weight=1.0)


def _fixtures(folder: Path) -> Iterator[Document]:
    for path in sorted(folder.glob("*/labels.txt")):
        text = (path.parent / "source.txt").read_text(encoding="utf-8")
        labels = path.read_text(encoding="utf-8").split()
        case = (path.parent / "case.toml").read_text(encoding="utf-8")
        found = re.search(r'language = "(\w+)"', case)
        if len(labels) == len(line_spans(text)):
            yield _exact(
                f"fixture/{path.parent.name}",
                f"fixture-{path.parent.name}",
                found and found[1],
                text,
                labels,
            )


def _aligned(name: str, case: dict, text: str, other: str, labels: list[str]) -> Document:
    """A whole page whose article text was labelled: its lines take their labels along."""
    known: dict[str, list[str]] = {}
    for (start, end), label in zip(line_spans(other), labels, strict=True):
        known.setdefault(fold(other[start:end]), []).append(label)
    allowed = []
    for block in read_text(text).blocks:
        found = known.get(fold(block.text))
        allowed.append(frozenset(found) if found else SURROUNDING)
    return Document(name, case["publisher"], case["lang"], text, allowed, exact=False, weight=0.5)


def _partial(name: str, case: dict, text: str) -> Document:
    gold = case["gold"]
    blocks = read_text(text).blocks
    paragraphs = {fold(p) for p in gold.get("paragraphs", ())}
    whole = " ".join(fold(p) for p in gold.get("paragraphs", ()))
    heads = {fold(p) for p in gold.get("subheadings", ()) or ()}
    captions = {fold(p) for p in gold.get("captions", ()) or ()}
    credited = {fold(p) for p in gold.get("credits", ()) or ()}
    summary = {fold(p) for p in gold.get("summary", ()) or ()}
    boiler = {fold(p) for p in gold.get("boilerplate_snippets", ()) or ()}
    authors = [fold(a) for a in gold.get("authors", ()) or ()]
    headline = fold(gold.get("headline") or "")
    wire = name.startswith("reuters")
    allowed: list[frozenset[str]] = []
    story_begun = False
    for block in blocks:
        key = fold(block.text)
        words = block.text.split()
        if key == headline:
            label = frozenset({"headline"})
        elif key in heads:
            label = frozenset({"subheading"})
        elif key in credited:
            label = frozenset({"credit"})
        elif key in captions or any(
            c and c in key and len(c) > 20 and len(key) < len(c) + 80 for c in captions
        ):
            label = frozenset({"caption"})
        elif key in summary:
            label = frozenset({"standfirst"}) if not story_begun else PROSE
        elif (
            key in paragraphs
            or (len(words) > 5 and key in whole)
            or any(p and p in key and len(p) > 40 for p in paragraphs)
        ):
            story_begun = story_begun or key in paragraphs or len(words) > 20
            label = frozenset({"paragraph", "quote"}) if wire else PROSE
        elif not story_begun and len(words) <= 16 and any(a and a in key for a in authors):
            label = (
                frozenset({"byline", "related", "caption", "credit"})
                if not wire
                else frozenset({"byline"})
            )
        elif wire:
            label = ANY - {"headline", "related", "navigation", "byline"}
            if key in boiler or key in ("reuter", "reuters"):
                label = frozenset({"signoff"})
        else:
            label = UNMATCHED - ({"standfirst"} if story_begun else frozenset())
            if key in boiler and len(words) > 2:
                label = SURROUNDING
        allowed.append(frozenset(label))
    told = [at for at, labels in enumerate(allowed) if labels & PROSE and "other" not in labels]
    for at in range(told[0], told[-1]) if told else ():
        if len(blocks[at].text.split()) >= 12 and "other" in allowed[at]:
            allowed[at] = ANY  # the gold leaves out paragraphs now and then
    return Document(name, case["publisher"], case["lang"], text, allowed, exact=False)
