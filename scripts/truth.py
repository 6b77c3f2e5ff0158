"""How much of what readers say about the pages of `tests/fixtures/html-*` the library says too.

    python scripts/truth.py                 the shares, field by field
    python scripts/truth.py --misses FIELD  the shares, and what differs in one field (or `all`)
    python scripts/truth.py --bounds        a little less than the shares, as the test states them

What stands in a `truth.toml` is told in `tests/test_truth.py`, which holds the shares above bounds.
The second half sets the article of each page against the article of the text that the page shows.
"""

from __future__ import annotations

import argparse
import sys
import tomllib
from collections import Counter
from datetime import datetime
from typing import TYPE_CHECKING, Any

import articlekit
from articlekit.model import (
    Attribution,
    Byline,
    Caption,
    Correction,
    Dateline,
    Kicker,
    ListItem,
    Paragraph,
    PhotoCredit,
    PullQuote,
    Quote,
    Standfirst,
    TimeLine,
)
from review import FIXTURES, article_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from articlekit import Article

AROUND = "()[]【】—–-."
SPARE, SPARE_LINES, MOST_SPARE = 0.02, 1.5, 0.5
"""How far below a share its bound is set: so much, so many lines where there are few, and no more
than half, so that every bound can be missed."""
FOLDERS = sorted(FIXTURES.glob("html-*"))
HEAD = {"kicker": Kicker, "standfirst": Standfirst, "byline": Byline, "time_line": TimeLine}
"""Lines that a page prints once, by field: right is if nodes of the kind hold that text."""
LINES = {
    "list_items": ListItem,
    "captions": Caption,
    "credits": PhotoCredit,
    "pull_quotes": PullQuote,
    "attributions": Attribution,
    "corrections": Correction,
}
"""Printed lines by field, and the nodes that should hold them."""
Pair = tuple[str, str]
"""What was said: by readers, by the library; empty where one of them says nothing."""


class Tally:
    """Rights and wrongs of one field."""

    def __init__(self) -> None:
        self.right = 0
        self.misses: list[tuple[str, Pair]] = []

    @property
    def total(self) -> int:
        return self.right + len(self.misses)

    @property
    def share(self) -> float:
        return self.right / self.total if self.total else 1.0

    @property
    def bound(self) -> float:
        """A little less than the share, for tests."""
        spare = min(MOST_SPARE, max(SPARE, SPARE_LINES / max(1, self.total)))
        return max(0, int(100 * (self.share - spare))) / 100

    def note(self, where: str, wanted: object, got: object) -> None:
        """Count one answer: right if it is the wanted one, white space and order aside."""
        if _plain(wanted) == _plain(got):
            self.right += 1
        else:
            self.misses.append((where, (_shown(wanted), _shown(got))))

    def note_lines(self, where: str, wanted: Iterable[str], got: Iterable[str]) -> None:
        """Count lines: right is each that both have; wrong what only one has."""
        mine, theirs = Counter(map(solid, got)), Counter(map(solid, wanted))
        self.right += (mine & theirs).total()
        self.misses += [(where, (line, "")) for line in (theirs - mine).elements()]
        self.misses += [(where, ("", line)) for line in (mine - theirs).elements()]


def solid(text: str) -> str:
    """A text without its white space, and without the brackets and dashes around it."""
    return "".join(text.split()).strip(AROUND)


def truth_of(folder: Path) -> dict[str, Any]:
    """What readers say about a page."""
    return tomllib.loads((folder / "truth.toml").read_text(encoding="utf-8"))


def text_of(article: Article) -> Article:
    """The article of the text that a page shows."""
    return articlekit.parse_text(article.source, article.url)


def paragraphs_of(article: Article) -> list[str]:
    """The paragraphs and quotations in order, the dateline with its paragraph."""
    found, lead = [], ""
    for node in article.nodes:
        if isinstance(node, Dateline):
            lead = node.text
        elif isinstance(node, (Paragraph, Quote)):
            found.append(f"{lead} {node.text}".strip())
            lead = ""
    return found


def against_truth(folders: Iterable[Path] = FOLDERS) -> dict[str, Tally]:
    """Each field of each page against what readers say."""
    tallies: dict[str, Tally] = {}
    for folder in folders:
        article, truth = article_of(folder), truth_of(folder)
        for name, wanted, got in _facts(article, truth):
            tallies.setdefault(name, Tally()).note(folder.name, wanted, got)
        for name, lines, found in _lines(article, truth):
            tallies.setdefault(name, Tally()).note_lines(folder.name, lines, found)
        kinds = tallies.setdefault("boilerplate", Tally())
        inside = tallies.setdefault("boilerplate kept out", Tally())
        for kind, line in truth["boilerplate"]:
            told = _told(article, line)
            kinds.note(folder.name, f"{kind}: {line}", f"{told}: {line}")
            inside.note(folder.name, line, line if told != "story" else f"story: {line}")
    return tallies


def text_and_page(folders: Iterable[Path] = FOLDERS) -> dict[str, Tally]:
    """Each field of the article of a page against that of the text which the page shows."""
    tallies: dict[str, Tally] = {}
    for folder in folders:
        page = article_of(folder)
        text = text_of(page)
        for name, one, other in (
            ("headline", page.title, text.title),
            ("authors", _names(page), _names(text)),
            ("dateline", page.dateline, text.dateline),
            ("subheadings", page.subheadings, text.subheadings),
        ):
            tallies.setdefault(name, Tally()).note(folder.name, one, other)
        lines = tallies.setdefault("paragraphs", Tally())
        lines.note_lines(folder.name, paragraphs_of(page), paragraphs_of(text))
    return tallies


def _facts(article: Article, truth: dict[str, Any]) -> Iterator[tuple[str, object, object]]:
    """The facts that readers state, what they say, and what the library says."""
    yield "language", truth["language"], article.language
    yield "headline", truth["headline"], article.title
    yield "authors", truth["authors"], _names(article)
    yield "dateline", truth.get("dateline"), article.dateline
    for name, kind in HEAD.items():
        texts = [node.text for node in article.nodes if isinstance(node, kind)]
        line = truth.get(name)
        found = bool(line) and solid(line) in solid(" ".join(texts))
        yield name, line, line if found else " ".join(texts) or None
    for name in ("published", "modified"):
        stamp = getattr(article, name)
        wanted = truth.get(name)
        if wanted:
            got = stamp.value if stamp else None
            yield name, datetime.fromisoformat(wanted), _zoned(got, wanted)
    yield "lead_image", truth["lead_image"], article.lead_image.url if article.lead_image else None
    yield "site_name", truth["site_name"], article.site_name
    if "section" in truth:
        yield "section", truth["section"], article.section


def _zoned(moment: datetime | None, wanted: str) -> datetime | None:
    """A moment in the time zone in which readers state it."""
    zone = datetime.fromisoformat(wanted).tzinfo
    return moment.astimezone(zone) if moment and moment.tzinfo and zone else moment


def _lines(article: Article, truth: dict[str, Any]) -> Iterator[tuple[str, list[str], list[str]]]:
    """The printed lines of each field, and the texts of the nodes that should hold them."""
    yield "paragraphs", truth["paragraphs"], paragraphs_of(article)
    yield "subheadings", truth["subheadings"], [node.text for node in article.subheadings]
    yield "questions", truth["questions"], [part.subheading.text for part in article.questions]
    for name, kind in LINES.items():
        yield name, truth.get(name, []), [n.text for n in article.nodes if isinstance(n, kind)]


def _told(article: Article, line: str) -> str:
    """What the library takes a line of the surroundings for."""
    wanted = solid(line)
    for node in article.boilerplate:
        if wanted in solid(node.text):
            return node.kind
    story = any(wanted in solid(node.text) for node in article.body)
    return "story" if story else "elsewhere"


def _names(article: Article) -> list[str]:
    return [author.name for author in article.authors]


def _plain(value: object) -> object:
    """What is compared of an answer."""
    if isinstance(value, str):
        return solid(value)
    if isinstance(value, (list, tuple)):
        return sorted(str(_plain(part)) for part in value)
    text = getattr(value, "text", None)
    return solid(text) if isinstance(text, str) else value


def _shown(value: object) -> str:
    """How an answer is printed."""
    if isinstance(value, (list, tuple)):
        return " | ".join(map(_shown, value))
    return str(getattr(value, "text", value) or "")


def report(title: str, tallies: dict[str, Tally], wanted: str | None = None) -> str:
    """The shares as lines, and what differs in the field that is asked for."""
    out = [title]
    for name, tally in tallies.items():
        out.append(f"  {name:22}{tally.right:5} of {tally.total:4}  {tally.share:6.3f}")
        if wanted in (name, "all"):
            out += [f"      {where}: {one!r} / {other!r}" for where, (one, other) in tally.misses]
    return "\n".join(out)


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--misses", help="a field, or `all`")
    parser.add_argument("--bounds", action="store_true")
    options = parser.parse_args()
    for title, tallies in (
        ("page against readers", against_truth()),
        ("page against its text", text_and_page()),
    ):
        if options.bounds:
            print(f"# {title}")
            for name, tally in tallies.items():
                print(f'    "{name}": {tally.bound},')
        else:
            print(report(title, tallies, options.misses))
    return 0


if __name__ == "__main__":
    sys.exit(main())
