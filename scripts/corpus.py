"""Labelled texts and pages for learning: folders of a benchmark in, documents with labels out.

A document is a page and, for every block, the set of labels it may have: one label where a reader
labelled it, several where only part is known. Pages of markup come twice: as they are, and as the
text they show.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import re
import tomllib
import unicodedata
from collections import Counter
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from articlekit.readers.decode import decode
from articlekit.readers.html import read_html
from articlekit.readers.text import read_text
from composed import compose
from distant import labels_by_markup, tag_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlekit.page import Page

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
ANY = frozenset(LABELS)
STORY = frozenset(
    {"paragraph", "subheading", "list_item", "quote", "pull_quote", "attribution", "table", "embed"}
)
PROSE = frozenset({"paragraph", "quote", "list_item"})
HEAD = frozenset({"headline", "kicker", "standfirst", "byline", "time_line"})
SURROUNDING = ANY - STORY - HEAD - {"caption", "credit"}
UNMATCHED = ANY - {"headline", "paragraph", "quote", "subheading", "list_item"}
LABEL_OF_KIND = {
    "app_promo": "newsletter",
    "pr_about": "about_publisher",
    "tip_line": "contact",
    "media_contact": "contact",
    "cookie": "disclaimer",
    "forward_looking": "disclaimer",
    "logo_alt": "navigation",
    "reading_time": "time_line",
}
"""Kinds of boilerplate that are settled under another label."""
BY_TAG = {
    **dict.fromkeys(("h2", "h3", "h4", "h5", "h6"), frozenset({"subheading"})),
    **dict.fromkeys(("td", "th", "tr"), frozenset({"table"})),
    "li": frozenset({"list_item"}),
    "p": frozenset({"paragraph", "quote", "subheading"}),
    "blockquote": frozenset({"quote", "pull_quote", "paragraph", "embed"}),
}
"""What a block of the known body is, by its element."""
NO_MARKUP = re.compile(r"[^\w]+")
PER_PUBLISHER = 2
FARTHEST = 150
"""So many blocks before and after the story are kept of a page; menus say little that is new."""
PAST_END = 40
"""So many lines past the last paragraph belong to a pasted article, as in the benchmark's texts."""
WEIGHTS = {"exact": 3.0, "aligned": 1.5, "gold": 0.25, "hints": 0.15, "composed": 0.3}
"""How much a document counts, by how its labels were found."""


class Document(NamedTuple):
    """One page and, by block, the labels that are possible."""

    name: str
    publisher: str
    language: str | None
    page: Page
    allowed: list[frozenset[str]]
    url: str | None
    how: str
    """How its labels were found: a key of `WEIGHTS`."""


def fold(text: str) -> str:
    """How texts are compared: letters and figures only."""
    return NO_MARKUP.sub(" ", unicodedata.normalize("NFKC", text).casefold()).strip()


def documents(folder: Path, fixtures: Path, most: int) -> Iterator[Document]:
    """Every labelled text and page there is, and at most so many pages of the open benchmarks."""
    yield from _fixtures(fixtures)
    yield from _truths(fixtures)
    yield from _composed(fixtures)
    roles = {row["id"]: row["labels"] for row in _lines(folder / "roles" / "labels.jsonl")}
    texts = {case["id"]: case for case in _rows(folder / "fundus-text")}
    labelled: dict[str, dict[str, list[str]]] = {}
    for name, labels in roles.items():
        text = _text(folder / "fundus-text", texts[name])
        labelled[texts[name]["url"]] = _by_line(text, labels)
    marked = read_marks()
    for name, case in texts.items():
        text = _text(folder / "fundus-text", case)
        if name in marked:
            page = read_text(text)
            allowed = [labels or ANY for labels in _marked(page, marked[name])]
            labelled[case["url"]] = _known(page, allowed)
            yield _document(name, case, page, allowed, "exact")
        elif name in roles:
            yield _exact(name, case, text, roles[name])
        elif case["url"] in labelled:
            page = read_text(text)
            yield _document(name, case, page, _aligned(page, labelled[case["url"]]), "aligned")
        else:
            page = read_text(text)
            yield _document(name, case, page, _partial(page, case["gold"]), "gold")
    for data, step in (("reuters", 13), ("reuters-wire", 4)):
        for case in list(_rows(folder / data))[::step]:
            page = read_text(_text(folder / data, case))
            yield _document(case["id"], case, page, _wire(page, case["gold"]), "gold")
    yield from _pages(folder, labelled, marked, most)


def _document(
    name: str, case: dict, page: Page, allowed: list[frozenset[str]], how: str
) -> Document:
    url = case.get("url")
    return Document(name, case["publisher"], case.get("lang"), page, allowed, url, how)


def _known(page: Page, allowed: list[frozenset[str]]) -> dict[str, list[str]]:
    known: dict[str, list[str]] = {}
    for block, labels in zip(page.blocks, allowed, strict=True):
        known.setdefault(fold(block.text), []).extend(labels if len(labels) < 3 else ())
    return {key: labels for key, labels in known.items() if labels}


Marks = list[tuple[str, str]]
"""For each line of a text, in order: a digest of it, and the label that a reader gave it."""


def digest(text: str) -> str:
    """Eight signs that stand for a line of somebody's text, which is no part of the project."""
    return hashlib.sha1(fold(text).encode()).hexdigest()[:8]


def read_marks() -> dict[str, Marks]:
    """The labels of lines that readers gave for this project, by case."""
    rows = _lines(Path(__file__).parent / "labels.jsonl")
    return {row["id"]: [tuple(mark) for mark in row["lines"]] for row in rows}


def _marked(page: Page, marks: Marks) -> list[frozenset[str]]:
    """The readers' labels for the blocks of a page: line by line where lines come again."""
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


def _pages(
    folder: Path,
    labelled: dict[str, dict[str, list[str]]],
    marked: dict[str, Marks],
    most: int,
) -> Iterator[Document]:
    """Pages of markup, with what the benchmark and what their own markup say of each block."""
    sets = ("fundus", "wcxb", "abe", "trafeval", "htmldate", "postlight")
    cases = [(data, case) for data in sets for case in _rows(folder / data)]
    cases.sort(
        key=lambda pair: (
            pair[0] != "fundus",
            pair[1]["id"] not in marked,
            pair[0] not in ("wcxb", "abe"),
            hashlib.sha1(pair[1]["id"].encode()).digest(),
        )
    )
    seen: Counter[str] = Counter()
    left = most
    for data, case in cases:
        if data != "fundus" and (seen[case["publisher"]] >= PER_PUBLISHER or left <= 0):
            continue
        page = read_html(_markup(folder / data, case))
        if not 6 <= len(page.blocks) <= 2500:
            continue
        seen[case["publisher"]] += 1
        left -= data != "fundus"
        if case["id"] in marked:
            yield from _read(data, case, page, _marked(page, marked[case["id"]]))
        else:
            known = labelled.get(case["url"]) if data == "fundus" else None
            yield from _of_page(data, case, page, known)


def _read(data: str, case: dict, page: Page, allowed: list[frozenset[str]]) -> Iterator[Document]:
    """A page of which every line was labelled by a reader: itself, its text, and its article's."""
    hints = _narrowed(page, [ANY] * len(allowed))
    allowed = [labels or hint for labels, hint in zip(allowed, hints, strict=True)]
    name = f"{data}/{case['id']}"
    yield _document(f"{name}#page", case, page, allowed, "exact")
    text = read_text(page.source)
    yield _document(f"{name}#text", case, text, _over(text, page, allowed), "exact")
    if (piece := _article(page, allowed)) is not None:
        start, end = piece
        text = read_text(page.source[start:end])
        yield _document(f"{name}#piece", case, text, _over(text, page, allowed, start), "exact")


def _of_page(
    data: str, case: dict, page: Page, labelled: dict[str, list[str]] | None
) -> Iterator[Document]:
    gold, how = case["gold"], "gold"
    if labelled is not None:
        allowed, how = _aligned(page, labelled), "aligned"
    elif gold.get("paragraphs"):
        allowed = _partial(page, gold)
    elif len(gold.get("body") or "") >= 400:
        allowed = _bodied(page, gold)
    else:
        allowed, how = _snippets(page, gold), "hints"
    allowed = _narrowed(page, allowed)
    page, allowed = _near(page, allowed)
    name = f"{data}/{case['id']}"
    yield _document(f"{name}#page", case, page, allowed, how)
    text = read_text(page.source)
    yield _document(f"{name}#text", case, text, _over(text, page, allowed), how)
    if how == "gold" and (piece := _article(page, allowed)) is not None:
        start, end = piece
        text = read_text(page.source[start:end])
        yield _document(f"{name}#piece", case, text, _over(text, page, allowed, start), how)


def _narrowed(page: Page, allowed: list[frozenset[str]]) -> list[frozenset[str]]:
    """Possible labels narrowed by what the markup says, wherever the two agree at all."""
    found = []
    for index, (labels, hints) in enumerate(zip(allowed, labels_by_markup(page), strict=True)):
        kept = labels
        if labels <= STORY | {"caption", "standfirst"} and labels & PROSE:
            kept = (labels & BY_TAG.get(tag_of(page, index), ANY)) or labels
        elif hints is not None and len(labels) > 1:
            kept = (labels & hints) or labels
        found.append(kept)
    return found


def _near(page: Page, allowed: list[frozenset[str]]) -> tuple[Page, list[frozenset[str]]]:
    """The page without blocks that are far from its story; offsets stay as they are."""
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


def _over(
    text: Page, page: Page, allowed: list[frozenset[str]], start: int = 0
) -> list[frozenset[str]]:
    """The labels of a page's blocks for the blocks of the text that it shows."""
    found = []
    at = 0
    for block in text.blocks:
        while at < len(page.blocks) and page.blocks[at].end <= block.start + start:
            at += 1
        over: list[frozenset[str]] = []
        ahead = at
        while ahead < len(page.blocks) and page.blocks[ahead].start < block.end + start:
            over.append(allowed[ahead])
            ahead += 1
        found.append(frozenset().union(*over) or ANY)
    return found


def _article(page: Page, allowed: list[frozenset[str]]) -> tuple[int, int] | None:
    """Where an article would be copied from its page: headline to some lines past its end."""
    story = [at for at, labels in enumerate(allowed) if labels <= STORY and labels & PROSE]
    heads = [at for at, labels in enumerate(allowed) if labels == {"headline"}]
    if len(story) < 3 or not heads or heads[0] > story[0]:
        return None
    first = max(at for at in heads if at < story[0])
    last = min(len(page.blocks), story[-1] + 1 + PAST_END)
    return page.blocks[first].start, page.blocks[last - 1].end


def _bodied(page: Page, gold: dict) -> list[frozenset[str]]:
    """Labels where the whole body is known as one text."""
    body = gold["body"]
    whole, headline = f" {fold(body)} ", fold(gold.get("headline") or "")
    blocks = page.blocks
    keys = [fold(block.text) for block in blocks]
    inside = [len(b.text) > 40 and f" {key} " in whole for b, key in zip(blocks, keys, strict=True)]
    if sum(inside) < 3:
        return [ANY] * len(blocks)
    first, last = inside.index(True), len(inside) - 1 - inside[::-1].index(True)
    allowed = []
    for at, key in enumerate(keys):
        words = key.count(" ") + 1
        if headline and key == headline and at < first + 3:
            label = frozenset({"headline"})
        elif inside[at]:
            label = PROSE if words > 14 else STORY | {"caption", "standfirst"}
        elif first <= at <= last:
            label = ANY - PROSE if words > 14 else ANY - {"headline"}
            if key and f" {key} " in whole:
                label = STORY | {"caption", "credit"} if words > 1 else ANY
        else:
            label = ANY - STORY
        allowed.append(frozenset(label))
    return allowed


def _snippets(page: Page, gold: dict) -> list[frozenset[str]]:
    """Labels where only some sentences are known to belong to the story or not."""
    kept = [fold(text) for text in gold.get("with") or () if len(text) > 15]
    out = [fold(text) for text in gold.get("without") or () if len(text) > 3]
    headline = fold(gold.get("headline") or "")
    allowed = []
    for block in page.blocks:
        key = fold(block.text)
        label = ANY
        if headline and key == headline:
            label = frozenset({"headline"})
        elif any(text in key for text in kept):
            label = STORY | {"standfirst"}
        elif any(text in key for text in out):
            label = ANY - STORY
        allowed.append(label)
    return allowed


def _aligned(page: Page, known: dict[str, list[str]]) -> list[frozenset[str]]:
    """A page whose article text was labelled: its lines take their labels along."""
    return [
        frozenset(known[key]) if (key := fold(block.text)) in known else SURROUNDING
        for block in page.blocks
    ]


def _by_line(text: str, labels: list[str]) -> dict[str, list[str]]:
    known: dict[str, list[str]] = {}
    for (start, end), label in zip(line_spans(text), labels, strict=True):
        known.setdefault(fold(text[start:end]), []).append(label)
    return known


def _wire(page: Page, gold: dict) -> list[frozenset[str]]:
    """Labels of a wire item: headline, byline, paragraphs and sign-off are known."""
    paragraphs, whole = _paragraphs(gold)
    boiler = {fold(p) for p in gold.get("boilerplate_snippets", ()) or ()} | {"reuter", "reuters"}
    authors = [fold(a) for a in gold.get("authors", ()) or ()]
    headline = fold(gold.get("headline") or "")
    allowed = []
    begun = False
    for block in page.blocks:
        key, words = fold(block.text), block.text.count(" ") + 1
        if key == headline:
            label = frozenset({"headline"})
        elif _is_prose(key, words, paragraphs, whole):
            begun = True
            label = frozenset({"paragraph", "quote"})
        elif not begun and words <= 16 and any(a and a in key for a in authors):
            label = frozenset({"byline"})
        elif key in boiler:
            label = frozenset({"signoff"})
        else:
            label = ANY - {"headline", "related", "navigation", "byline"}
        allowed.append(label)
    return _forgiving(page, allowed)


def _paragraphs(gold: dict) -> tuple[frozenset[str], str]:
    folded = [fold(p) for p in gold.get("paragraphs", ()) or ()]
    return frozenset(folded), f" {' '.join(folded)} "


def _is_prose(key: str, words: int, paragraphs: frozenset[str], whole: str) -> bool:
    if not key:
        return False
    if key in paragraphs or (words > 5 and f" {key} " in whole):
        return True
    return words > 8 and any(len(p) > 40 and p in key for p in paragraphs)


def _partial(page: Page, gold: dict) -> list[frozenset[str]]:
    """Labels of an article of which the fields are known, but not every line."""
    paragraphs, whole = _paragraphs(gold)
    heads, captions, credited, summary, boiler = (
        {fold(text) for text in gold.get(field, ()) or ()}
        for field in ("subheadings", "captions", "credits", "summary", "boilerplate_snippets")
    )
    pulled = {fold(text) for text in gold.get("pull_quotes", ()) or ()}
    authors = [fold(a) for a in gold.get("authors", ()) or ()]
    headline = fold(gold.get("headline") or "")
    allowed = []
    begun = False
    for block in page.blocks:
        key, words = fold(block.text), block.text.count(" ") + 1
        if key == headline:
            label = frozenset({"headline"})
        elif key in heads:
            label = frozenset({"subheading"})
        elif key in credited:
            label = frozenset({"credit"})
        elif key in pulled:
            label = frozenset({"pull_quote"})
        elif key in captions or any(
            len(c) > 20 and c in key and len(key) < len(c) + 80 for c in captions
        ):
            label = frozenset({"caption"})
        elif key in summary:
            label = frozenset({"standfirst"}) if not begun else PROSE
        elif _is_prose(key, words, paragraphs, whole):
            begun = begun or key in paragraphs or words > 20
            label = PROSE
        elif not begun and words <= 16 and any(a and a in key for a in authors):
            label = frozenset({"byline", "related", "caption", "credit"})
        else:
            label = UNMATCHED - ({"standfirst"} if begun else frozenset())
            if key in boiler and words > 2:
                label = SURROUNDING
        allowed.append(label)
    return _forgiving(page, allowed)


def _forgiving(page: Page, allowed: list[frozenset[str]]) -> list[frozenset[str]]:
    """Inside the story, long lines that the gold leaves out may be anything: it forgets some."""
    told = [at for at, labels in enumerate(allowed) if labels & PROSE and "other" not in labels]
    for at in range(told[0], told[-1]) if told else ():
        if page.blocks[at].text.count(" ") >= 11 and "other" in allowed[at]:
            allowed[at] = ANY
    return allowed


def _exact(name: str, case: dict, text: str, labels: list[str]) -> Document:
    spans = line_spans(text)
    page = read_text(text)
    allowed = []
    for block in page.blocks:
        inside = {
            label
            for (start, end), label in zip(spans, labels, strict=True)
            if start < block.end and end > block.start
        }
        allowed.append(frozenset(inside) or ANY)
    return _document(name, case, page, allowed, "exact")


def _fixtures(folder: Path) -> Iterator[Document]:
    for path in sorted(folder.glob("*/labels.txt")):
        text = (path.parent / "source.txt").read_text(encoding="utf-8")
        labels = path.read_text(encoding="utf-8").split()
        case = tomllib.loads((path.parent / "case.toml").read_text(encoding="utf-8"))
        if len(labels) == len(line_spans(text)):
            name = path.parent.name
            facts = {"publisher": f"fixture-{name}", "lang": case.get("language")}
            yield _exact(f"fixture/{name}", facts, text, labels)


_TRUTHS = {
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
_PARTS = frozenset({"caption", "credit", "byline", "time_line"})
"""What often shares its block with something else."""
_TRUTH_LINES = ("kicker", "headline", "standfirst", "byline", "time_line")


def _truths(folder: Path) -> Iterator[Document]:
    """The project's own pages of markup with what a reader says of them, and the texts they show."""
    for path in sorted(folder.glob("*/truth.toml")):
        truth = tomllib.loads(path.read_text(encoding="utf-8"))
        page = read_html((path.parent / "source.html").read_bytes())
        known: dict[str, frozenset[str]] = {}
        for kind, text in truth.get("boilerplate", ()):
            known[fold(text)] = frozenset({LABEL_OF_KIND.get(kind, kind)})
        for field, labels in _TRUTHS.items():
            known |= {fold(text): labels for text in truth.get(field, ())}
        known |= {
            fold(truth[field]): frozenset({field}) for field in _TRUTH_LINES if field in truth
        }
        rest = _narrowed(page, [UNMATCHED] * len(page.blocks))
        allowed = [
            _in_part(fold(block.text), known) or hints
            for block, hints in zip(page.blocks, rest, strict=True)
        ]
        name = path.parent.name
        facts = {
            "publisher": f"fixture-{name}",
            "lang": truth["language"][:2],
            "url": truth.get("url"),
        }
        yield _document(f"fixture/{name}#page", facts, page, allowed, "exact")
        text = read_text(page.source)
        yield _document(f"fixture/{name}#text", facts, text, _over(text, page, allowed), "exact")


def _in_part(key: str, known: dict[str, frozenset[str]]) -> frozenset[str] | None:
    """The labels of a block that is known, or that holds a known caption, credit, byline or date."""
    if key in known:
        return known[key]
    for text, labels in known.items():
        if labels <= _PARTS and len(text) > 8 and (text in key or (key in text and len(key) > 8)):
            return labels
    return None


def _composed(fixtures: Path) -> Iterator[Document]:
    table = tomllib.loads((Path(__file__).parent / "strengths.toml").read_text(encoding="utf-8"))
    for found in compose(fixtures, fixtures.parent / "cases", table["cues"]["labels"]):
        page = read_text(found.text)
        if len(page.blocks) == len(found.labels):
            facts = {"publisher": f"composed-{found.language}", "lang": found.language}
            allowed = [labels or ANY for labels in found.labels]
            yield _document(found.name, facts, page, allowed, "composed")


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


def _lines(path: Path) -> Iterator[dict]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


@cache
def _rows(folder: Path) -> tuple[dict, ...]:
    return tuple(row for row in _lines(folder / "gold.jsonl") if row["split"] == "dev")


def _raw(folder: Path, case: dict) -> bytes:
    raw = (folder / case["input"]).read_bytes()
    return gzip.decompress(raw) if case["input"].endswith(".gz") else raw


def _text(folder: Path, case: dict) -> str:
    return _raw(folder, case).decode("utf-8")


def _markup(folder: Path, case: dict) -> str:
    return decode(_raw(folder, case)).text
