"""Short articles composed from the project's own material: fixtures, case files, language tables.

They teach what pages of publishers show too rarely: printed forms of many languages, and phrases
of boilerplate in articles of a few lines. Everything in them is invented.
"""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, NamedTuple

from articlekit.language import codes, load
from articlekit.readers.text import read_text
from corpus.case_lines import case_lines
from corpus.document import document
from corpus.fixtures import labelled_texts
from corpus.labels import ANY, HEADLINE, LABEL_OF_KIND, SURROUNDING, Labels

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from corpus.case_lines import CaseLine
    from corpus.document import Document
    from corpus.fixtures import LabelledText

PARAGRAPH = frozenset({"paragraph"})
MOVABLE = SURROUNDING - {"tools", "navigation", "other"} | {"subheading"}
"""Labels of lines that can be set into another article."""
PER_RUN = 3
"""How many articles for each run of lines of the fixtures that is set into another article."""
LONGEST_RUN = 6
PER_KIND = 2
"""How many articles for each kind of boilerplate in each language."""
INSIDE = ("share", "ads", "related", "newsletter", "tools", "paywall")
"""Kinds that stand inside stories as often as after them (conventions 6.1)."""
SPACELESS = ("zh", "ja", "ko")
PROSE_LENGTH = 110
"""A paragraph of so many signs is one of a story; a text without any is hard-wrapped."""
SEED = 7

UNCERTAIN = ("section", "reading_time")
"""Kinds of phrases that are no boilerplate by themselves."""

Row = tuple[str, Labels]
"""A line and the labels it may have."""
Phrase = tuple[str, bool]
"""A phrase of boilerplate, and whether it opens a longer line."""


def documents(own: Path) -> Iterator[Document]:
    """Every composed article; `own` holds the fixtures, the case files are beside it."""
    texts = list(labelled_texts(own))
    composer = Composer(texts)
    for case in case_lines(own.parent / "cases"):
        yield from _composed(f"case/{case.kind}", case.language, composer.with_case(case))
    for language in codes():
        for kind, phrases in _phrases(language):
            for _ in range(PER_KIND):
                rows = composer.with_phrases(language, kind, phrases)
                yield from _composed(f"cue/{kind}", language, rows)
    for text in texts:
        for run in _runs(text):
            for _ in range(PER_RUN):
                rows = composer.with_run(text.language, run)
                yield from _composed(f"run/{run[0][1]}", text.language, rows)


def _composed(name: str, language: str, rows: list[Row]) -> Iterator[Document]:
    """The document of some lines, where the reader sees them as they were set."""
    kept = [(" ".join(line.split()), labels) for line, labels in rows if line.strip()]
    page = read_text("\n\n".join(line for line, _ in kept))
    if len(page.blocks) == len(kept):
        code = language if len(language) == 2 else "en"
        case = {"publisher": f"composed-{code}", "lang": code}
        yield document(name, case, page, [labels for _, labels in kept], "composed")


class Filler(NamedTuple):
    """A headline and paragraphs of one language."""

    headline: str
    paragraphs: list[str]


def _fillers(texts: Sequence[LabelledText]) -> dict[str, list[Filler]]:
    """Headlines and long paragraphs of the fixtures, by language."""
    found: dict[str, list[Filler]] = {}
    for text in texts:
        pairs = list(zip(text.lines, text.labels, strict=True))
        heads = [line for line, label in pairs if label == "headline"]
        prose = [line for line, label in pairs if label == "paragraph" and len(line) > PROSE_LENGTH]
        if heads and len(prose) >= 3:
            found.setdefault(text.language, []).append(Filler(heads[0], prose))
    return found


class Composer:
    """Sets lines into articles of the fixtures; the same calls in order give the same articles."""

    def __init__(self, texts: Sequence[LabelledText]) -> None:
        self._random = random.Random(SEED)
        self._fillers = _fillers(texts)

    def with_case(self, case: CaseLine) -> list[Row]:
        """One line of a case file at the place where such a line stands."""
        chance = self._random
        filler = self._filler(case.language)
        rows = _story(filler, chance.sample(filler.paragraphs, 3))
        if chance.random() < 0.5:
            rows.pop()
        labels = frozenset({case.label}) if case.label else ANY
        if case.kind == "dateline":
            rows[1] = (f"{case.line} {rows[1][0]}", labels)
        elif case.kind == "bio":
            rows.append((case.line, labels))
        elif case.kind == "question" or (case.kind == "credit" and chance.random() < 0.5):
            rows.insert(2, (case.line, labels))
        else:
            rows.insert(1, (case.line, labels))
        return rows

    def with_phrases(self, language: str, kind: str, phrases: list[Phrase]) -> list[Row]:
        """A story with one to three phrases of a kind of boilerplate, most often behind it."""
        chance = self._random
        filler, rows = self._some_story(language)
        label = frozenset({LABEL_OF_KIND.get(kind, kind)})
        for phrase, opens in chance.sample(phrases, min(len(phrases), chance.choice((1, 1, 2, 3)))):
            line = phrase[:1].upper() + phrase[1:]
            if opens and language not in SPACELESS:
                words = chance.choice(filler.paragraphs).split()
                line = " ".join((line, *words[: chance.choice((4, 6, 9, 14))]))
            behind = kind not in INSIDE or chance.random() < 0.5
            place = len(rows) if behind else chance.randint(2, len(rows) - 1)
            rows.insert(place, (line, label))
        return rows

    def with_run(self, language: str, run: list[tuple[str, str]]) -> list[Row]:
        """A run of lines behind another story, or in it where it stands inside stories."""
        chance = self._random
        _, rows = self._some_story(language)
        label = run[0][1]
        inside = label == "subheading" or (label in INSIDE and chance.random() < 0.4)
        place = chance.randint(2, len(rows) - 1) if inside and len(rows) > 2 else len(rows)
        rows[place:place] = [(line, frozenset({label})) for line, label in run]
        return rows

    def _filler(self, language: str) -> Filler:
        return self._random.choice(self._fillers.get(language) or self._fillers["en"])

    def _some_story(self, language: str) -> tuple[Filler, list[Row]]:
        """A headline with two to four paragraphs, and the filler they are of."""
        filler = self._filler(language)
        most = self._random.choice((2, 2, 3, 4))
        paragraphs = self._random.sample(filler.paragraphs, min(len(filler.paragraphs), most))
        return filler, _story(filler, paragraphs)


def _story(filler: Filler, paragraphs: list[str]) -> list[Row]:
    return [(filler.headline, HEADLINE), *((text, PARAGRAPH) for text in paragraphs)]


def _phrases(language: str) -> Iterator[tuple[str, list[Phrase]]]:
    """The kinds of boilerplate of a language, with the phrases that are or open a line."""
    for kind, cues in sorted(load(language).boilerplate.items()):
        phrases = [(phrase, False) for phrase in cues.whole] + [(p, True) for p in cues.start]
        if phrases and kind not in UNCERTAIN:
            yield kind, phrases


def _runs(text: LabelledText) -> Iterator[list[tuple[str, str]]]:
    """Runs of neighbouring lines of a text with one movable label."""
    if max(map(len, text.lines)) < PROSE_LENGTH:
        return  # hard-wrapped: lines are no blocks
    run: list[tuple[str, str]] = []
    for line, label in [*zip(text.lines, text.labels, strict=True), ("", "")]:
        if run and run[-1][1] != label:
            yield run[:LONGEST_RUN]
            run = []
        if label in MOVABLE:
            run.append((line, label))
