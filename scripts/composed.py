"""Short articles composed from the project's own material: fixtures, case files, language tables.

They teach what pages of publishers show too rarely: printed forms of many languages, and phrases
of boilerplate in articles of a few lines. Everything in them is invented.
"""

from __future__ import annotations

import random
import re
import tomllib
from typing import TYPE_CHECKING, NamedTuple

from articlekit.language import codes, load

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PER_RUN = 3
"""How many articles for each run of lines of the fixtures that is set into another article."""
MOVABLE = frozenset(
    [
        "subheading",
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
        "disclaimer",
        "contact",
        "donate",
    ]
)
PER_KIND = 2
"""How many articles for each kind of boilerplate in each language."""
INSIDE = ("share", "ads", "related", "newsletter", "tools", "paywall")
"""Kinds that stand inside stories as often as after them (conventions 6.1)."""
SPACELESS = ("zh", "ja", "ko")


class Composed(NamedTuple):
    """A text and, for each of its lines, the labels it may have (empty: any)."""

    name: str
    language: str
    text: str
    labels: list[frozenset[str]]


class Filler(NamedTuple):
    """A headline and paragraphs of one language."""

    headline: str
    paragraphs: list[str]


def fillers(fixtures: Path) -> dict[str, list[Filler]]:
    """Headlines and long paragraphs of the fixtures, by language."""
    found: dict[str, list[Filler]] = {}
    for path in sorted(fixtures.glob("*/labels.txt")):
        source = (path.parent / "source.txt").read_text(encoding="utf-8")
        lines = [line.strip() for line in source.splitlines() if line.strip()]
        labels = path.read_text(encoding="utf-8").split()
        case = tomllib.loads((path.parent / "case.toml").read_text(encoding="utf-8"))
        if len(lines) != len(labels):
            continue
        pairs = list(zip(lines, labels, strict=True))
        heads = [line for line, label in pairs if label == "headline"]
        long = [line for line, label in pairs if label == "paragraph" and len(line) > 110]
        if heads and len(long) >= 3:
            found.setdefault(case["language"], []).append(Filler(heads[0], long))
    return found


def compose(fixtures: Path, cases: Path, kinds: dict[str, str]) -> Iterator[Composed]:
    """Every composed article; `kinds` names the label of a kind where it is another word."""
    stock = fillers(fixtures)
    rng = random.Random(7)
    for kind, language, line, labels in _lines(cases):
        yield _article(kind, language, line, labels, stock, rng)
    for code in codes():
        yield from _boilerplate(code, kinds, stock, rng)
    for language, run in _runs(fixtures):
        for _ in range(PER_RUN):
            yield _transplanted(language, run, stock, rng)


def _lines(cases: Path) -> Iterator[tuple[str, str, str, frozenset[str]]]:
    """Kind of the case file, language, line and what it may be."""
    for kind, read in (
        ("byline", _byline),
        ("credit", _credit),
        ("time_line", _time_line),
        ("question", _question),
        ("bio", _bio),
        ("dateline", _dateline),
    ):
        language = "en"
        for row in (cases / f"{kind}.md").read_text(encoding="utf-8").splitlines():
            if row.startswith("## "):
                language = row[3:].strip()
            elif (found := read(row)) is not None:
                line, label = found
                if kind == "dateline":
                    language = row[2:].split(maxsplit=1)[0]
                yield kind, language, line, frozenset({label} if label else ())


def _byline(row: str) -> tuple[str, str] | None:
    line, arrow, expected = row.removeprefix("- ").rpartition(" => ")
    if not arrow or not row.startswith("- ") or "[contributors]" in row or "[role]" in row:
        return None
    return line, "" if expected.startswith("none") else "byline"


def _credit(row: str) -> tuple[str, str] | None:
    line, arrow, expected = row.removeprefix("- ").partition(" → ")
    if not arrow or not row.startswith("- ") or expected == "none" or "⟦" not in line:
        return None
    whole = line.startswith("⟦") and line.endswith("⟧")
    return line.replace("⟦", "").replace("⟧", ""), "credit" if whole else "caption"


def _time_line(row: str) -> tuple[str, str] | None:
    if not row.startswith("| ") or row.startswith("| line"):
        return None
    line = row.strip("| ").split(" | ")[0].replace("\\|", "|").strip("` ")
    return (line, "time_line") if any(map(str.isdigit, line)) else None


def _question(row: str) -> tuple[str, str] | None:
    line, arrow, expected = row.removeprefix("- ").partition(" → ")
    if not arrow or not row.startswith("- ") or not expected.startswith("direct"):
        return None
    return line, "subheading"


def _bio(row: str) -> tuple[str, str] | None:
    line, arrow, expected = row.removeprefix("- ").rpartition(" => ")
    if not arrow or not row.startswith("- ") or expected == "none":
        return None
    return line, "author_bio"


def _dateline(row: str) -> tuple[str, str] | None:
    match = re.fullmatch(r"- (\w\w) (?:\(.*?\) )?`([^`]+)` ?(.+)", row)
    if match is None or " no:" in row:
        return None
    return f"{match[2].rstrip()} {match[3]}", "paragraph"


def _article(
    kind: str,
    language: str,
    line: str,
    labels: frozenset[str],
    stock: dict[str, list[Filler]],
    rng: random.Random,
) -> Composed:
    """One line of a case file at the place where such a line stands."""
    filler = rng.choice(stock.get(language) or stock["en"])
    first, second, third = rng.sample(filler.paragraphs, 3)
    head, prose = frozenset({"headline"}), frozenset({"paragraph"})
    own = (line, labels)
    rows = [(filler.headline, head), (first, prose), (second, prose), (third, prose)]
    if rng.random() < 0.5:
        rows.pop()
    if kind == "bio":
        rows.append(own)
    elif kind == "question" or (kind == "credit" and rng.random() < 0.5):
        rows.insert(2, own)
    elif kind == "dateline":
        rows[1] = (f"{line} {first}", labels)
    else:
        rows.insert(1, own)
    return _joined(f"case/{kind}", language, rows)


def _boilerplate(
    code: str, kinds: dict[str, str], stock: dict[str, list[Filler]], rng: random.Random
) -> Iterator[Composed]:
    head, prose = frozenset({"headline"}), frozenset({"paragraph"})
    for kind, cues in sorted(load(code).boilerplate.items()):
        label = frozenset({kinds.get(kind, kind)})
        phrases = [(phrase, False) for phrase in cues.whole] + [(p, True) for p in cues.start]
        if not phrases or kind in ("section", "reading_time"):
            continue
        for _ in range(PER_KIND):
            filler = rng.choice(stock.get(code) or stock["en"])
            paragraphs = rng.sample(
                filler.paragraphs, min(len(filler.paragraphs), rng.choice((2, 2, 3, 4)))
            )
            rows = [(filler.headline, head), *((text, prose) for text in paragraphs)]
            for phrase, opens in rng.sample(phrases, min(len(phrases), rng.choice((1, 1, 2, 3)))):
                line = phrase[:1].upper() + phrase[1:]
                if opens and code not in SPACELESS:
                    line += " " + " ".join(
                        rng.choice(filler.paragraphs).split()[: rng.choice((4, 6, 9, 14))]
                    )
                place = (
                    len(rows)
                    if kind not in INSIDE or rng.random() < 0.5
                    else rng.randint(2, len(rows) - 1)
                )
                rows.insert(place, (line, label))
            yield _joined(f"cue/{kind}", code, rows)


def _runs(fixtures: Path) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Runs of neighbouring lines with one movable label, from all fixtures, with their language."""
    for path in sorted(fixtures.glob("*/labels.txt")):
        source = (path.parent / "source.txt").read_text(encoding="utf-8")
        lines = [line.strip() for line in source.splitlines() if line.strip()]
        labels = path.read_text(encoding="utf-8").split()
        language = tomllib.loads((path.parent / "case.toml").read_text(encoding="utf-8"))[
            "language"
        ]
        if len(lines) != len(labels) or max(map(len, lines)) < 110:
            continue  # hard-wrapped: lines are no blocks
        run: list[tuple[str, str]] = []
        for line, label in [*zip(lines, labels, strict=True), ("", "")]:
            if run and run[-1][1] != label:
                yield language, run[:6]
                run = []
            if label in MOVABLE:
                run.append((line, label))


def _transplanted(
    language: str, run: list[tuple[str, str]], stock: dict[str, list[Filler]], rng: random.Random
) -> Composed:
    """A run of lines behind another story, or in it where it stands inside stories."""
    filler = rng.choice(stock.get(language) or stock["en"])
    head, prose = frozenset({"headline"}), frozenset({"paragraph"})
    paragraphs = rng.sample(
        filler.paragraphs, min(len(filler.paragraphs), rng.choice((2, 2, 3, 4)))
    )
    rows = [(filler.headline, head), *((text, prose) for text in paragraphs)]
    label = run[0][1]
    inside = label == "subheading" or (label in INSIDE and rng.random() < 0.4)
    place = rng.randint(2, len(rows) - 1) if inside and len(rows) > 2 else len(rows)
    rows[place:place] = [(line, frozenset({label})) for line, label in run]
    return _joined(f"run/{label}", language, rows)


def _joined(name: str, language: str, rows: list[tuple[str, frozenset[str]]]) -> Composed:
    code = language if len(language) == 2 else "en"
    kept = [(" ".join(line.split()), labels) for line, labels in rows if line.strip()]
    return Composed(
        name, code, "\n\n".join(line for line, _ in kept), [labels for _, labels in kept]
    )
