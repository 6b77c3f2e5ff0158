"""Labels of dates: a line in, which of its words say "published" or "updated" out."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from articlekit.dates import WORD, fold
from articlekit.grammar.case import lowered

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlekit.dates import FoundDate
    from articlekit.language import BylineWords, DateWords, Language

REACH = 24
"""How far behind its label a date may begin."""

_LAST_SPACED = "\u2fff"
"""Letters behind this one belong to scripts that put no spaces between words."""

Kind = Literal["published", "modified"]


class Label(Struct, frozen=True, gc=False):
    """A label at `[start, end)`."""

    start: int
    end: int
    kind: Kind


def labels_stand_behind(line: str, dates: list[FoundDate], labels: list[Label]) -> bool:
    """Whether the line names its dates after them: "2024年5月3日更新", "May 3 (updated)"."""
    if not dates or not labels or labels[0].start < dates[0].end:
        return False
    rest = line[labels[-1].end :].lstrip()
    return labels[-1].start >= dates[-1].end and (not rest or rest[0] in ")|/·•")


def leads_to_date(gap: str, words: Language) -> bool:
    """Whether a label reaches its date over what stands between: "on", "by Jane Roe on"."""
    if len(gap) > REACH or any(map(str.isdigit, gap)):
        return False
    parts = WORD.findall(gap)
    return are_small(parts) or fold(parts[0]) in by_phrases(words.byline)


def are_small(parts: list[str]) -> bool:
    """Whether these are words that only lead to a date: "on", "le", "den", "kl"."""
    return len(parts) <= 2 and all(
        part == part.lower() and len(part) <= (1 if part > _LAST_SPACED else 4) for part in parts
    )


@lru_cache(maxsize=128)
def by_phrases(words: BylineWords) -> frozenset[str]:
    """By-phrases as `fold` writes words."""
    return frozenset(map(fold, words.text))


@lru_cache(maxsize=128)
def by_words(words: BylineWords) -> frozenset[str]:
    """By-phrases, and what stands before a place: after them, what is left over is names."""
    return by_phrases(words) | frozenset(map(fold, words.locatives))


def find_labels(line: str, words: Language) -> Iterator[Label]:
    """Find the labels of a line (from `dates.plain`), in order."""
    pattern, modified = _label_pattern(words.dates)
    last: Label | None = None
    for match in pattern.finditer(lowered(line)):
        start, end = match.span()
        if not (_may_begin(line, start) and _may_end(line, end)):
            continue
        kind: Kind = "modified" if fold(line[start:end]) in modified else "published"
        if last and line[last.end : start] == " ":  # two words of one label: "Modified date"
            last = Label(last.start, end, last.kind)
            continue
        if last:
            yield last
        last = Label(start, end, kind)
    if last:
        yield last


def _may_begin(line: str, at: int) -> bool:
    """Whether a word can begin here: after no letter, or glued to a lower-case one."""
    before = line[at - 1] if at else " "
    glued = before.islower() and line[at].isupper()
    return not before.isalpha() or before > _LAST_SPACED or glued


def _may_end(line: str, at: int) -> bool:
    behind = line[at] if at < len(line) else " "
    return not behind.isalpha() or behind > _LAST_SPACED or behind.isupper()


@lru_cache(maxsize=128)
def _label_pattern(words: DateWords) -> tuple[re.Pattern[str], frozenset[str]]:
    phrases = {phrase.strip(" .:：") for phrase in words.published + words.modified}
    # A word such as "on" leads to a date, but does not say which one it is.
    phrases = {phrase for phrase in phrases if len(phrase) > 2 or phrase > _LAST_SPACED}
    longest_first = sorted(map(lowered, phrases), key=len, reverse=True)
    pattern = "|".join(map(re.escape, longest_first)) or r"(?!)"
    return re.compile(pattern), frozenset(fold(p.strip(" :：")) for p in words.modified)
