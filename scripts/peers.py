"""How right articlekit is beside other extractors that are installed, on pages whose truth is known.

    python scripts/peers.py                    the project's own pages
    python scripts/peers.py FOLDER             pages of yours: see `gold_of`
    python scripts/peers.py --json FILE        what the table says, as JSON

The project's own pages were written for it and learned from: they flatter articlekit. What they show
is what each library keeps, loses and tells apart; how right it is on pages of others, only those say.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from datetime import datetime
from pathlib import Path
from statistics import fmean
from typing import TYPE_CHECKING, Any, NamedTuple

from extractors import EXTRACTORS, Answer
from truth import FOLDERS, truth_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence


class Gold(NamedTuple):
    """A page and what is known of it; `None` or empty where nothing is."""

    page: bytes
    url: str | None
    headline: str | None
    authors: list[str] | None
    published: str | None
    body: str
    boilerplate: list[str]
    """Lines that stand on the page and are no part of its story."""


def own_gold() -> Iterator[Gold]:
    """The pages of `tests/fixtures/html-*`, by their `truth.toml`."""
    for folder in FOLDERS:
        truth = truth_of(folder)
        yield Gold(
            (folder / "source.html").read_bytes(),
            truth["url"],
            truth["headline"],
            truth["authors"],
            truth["published"],
            "\n".join(truth["paragraphs"]),
            [line for _, line in truth["boilerplate"]],
        )


def gold_of(folder: Path) -> Iterator[Gold]:
    """The pages of a folder with a `gold.jsonl`: a row of JSON a page.

    `input` is the page's file in the folder, `url` its address or null, `gold` what is known of it:
    `headline`, `authors` (a list), `published` (ISO 8601), `body`, `boilerplate` (a list of lines).
    Each may be left out.
    """
    with (folder / "gold.jsonl").open(encoding="utf-8") as rows:
        for row in map(json.loads, rows):
            gold = row["gold"]
            yield Gold(
                (folder / row["input"]).read_bytes(),
                row.get("url"),
                gold.get("headline"),
                gold.get("authors"),
                gold.get("published"),
                gold.get("body") or "",
                gold.get("boilerplate") or [],
            )


def words(text: str | None) -> Counter[str]:
    """The words of a text, in lower case; in scripts without spaces, its signs."""
    told = (text or "").casefold()
    spaced = "".join(f" {sign} " if sign > "\u2e7f" else sign for sign in told)
    return Counter("".join(sign if sign.isalnum() else " " for sign in spaced).split())


def f1(wanted: Counter[str], got: Counter[str]) -> float:
    """How far two bags agree: 1 where they are the same."""
    both = wanted.total() + got.total()
    return 2 * (wanted & got).total() / both if both else 1.0


def day_of(stamp: str | None) -> str | None:
    """The day of a moment, as it is stated."""
    if not stamp:
        return None
    try:
        return datetime.fromisoformat(stamp).date().isoformat()
    except ValueError:
        return stamp[:10]


def squeezed(text: str | None) -> str:
    """A text by its letters and figures alone."""
    return "".join(filter(str.isalnum, (text or "").casefold()))


def shares(gold: Gold, answer: Answer) -> Iterator[tuple[str, float]]:
    """How right an answer is, by field, of the fields that are known and that the extractor has."""
    if gold.body:
        yield "body, F1 of words", f1(words(gold.body), words(answer.body))
    if gold.boilerplate:
        held = squeezed(answer.body)
        lines = [line for line in map(squeezed, gold.boilerplate) if len(line) > _SHORTEST]
        if lines:
            yield "boilerplate kept out", fmean(line not in held for line in lines)
    if gold.headline is not None:
        yield "headline", float(squeezed(gold.headline) == squeezed(answer.headline))
    if gold.authors is not None and answer.authors is not None:
        names = (Counter(map(squeezed, found)) for found in (gold.authors, answer.authors))
        yield "authors, F1", f1(*names)
    if gold.published is not None and answer.published is not None:
        yield "day", float(day_of(gold.published) == day_of(answer.published))


_SHORTEST = 12
"""Shorter lines of boilerplate ("Share") may stand in any story."""


def judge(
    golds: Sequence[Gold], extract: Callable[[bytes, str | None], Answer]
) -> dict[str, float]:
    """The means of all fields, in per cent; an extractor that raises has said nothing."""
    found: dict[str, list[float]] = {}
    for gold in golds:
        try:
            answer = extract(gold.page, gold.url)
        except Exception as error:  # noqa: BLE001 - whatever it is, the answer is missing
            print(f"   ! {type(error).__name__}: {str(error)[:80]}", file=sys.stderr)
            answer = Answer(authors=(), published="")
        for field, share in shares(gold, answer):
            found.setdefault(field, []).append(share)
    return {field: round(100 * fmean(values), 1) for field, values in found.items()}


def table(found: dict[str, dict[str, float]]) -> Iterator[str]:
    """The figures as lines, an extractor a column."""
    yield f"{'':22}" + "".join(f"{name:>14}" for name in found)
    for field in dict.fromkeys(field for figures in found.values() for field in figures):
        row = [figures.get(field) for figures in found.values()]
        yield f"{field:22}" + "".join(f"{'-' if one is None else one:>14}" for one in row)


def main() -> int:
    """Judge every extractor that is installed."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    golds = list(gold_of(options.folder) if options.folder else own_gold())
    found: dict[str, dict[str, Any]] = {}
    for name, make in EXTRACTORS.items():
        try:
            found[name] = judge(golds, make())
        except ImportError:
            print(f"   {name} is not installed", file=sys.stderr)
    print(f"{len(golds)} pages")
    print("\n".join(table(found)))
    if options.json:
        options.json.write_text(json.dumps(found, indent=1), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
