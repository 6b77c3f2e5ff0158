"""The language of a text: a sample in, its ISO 639-1 code out.

The script decides first; within a script, function words do, each weighted by how few languages
share it, and letters that only some languages have.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from importlib import resources

import msgspec
from msgspec import Struct

SAMPLE = 3_000
"""Characters that are looked at."""
_FEWEST = 1.2
_MARGIN = 1.08

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_SCRIPTS = (
    ("ja", "\u3040", "\u30ff"),
    ("ko", "\uac00", "\ud7a3"),
    ("zh", "\u4e00", "\u9fff"),
    ("he", "\u05d0", "\u05ea"),
    ("el", "\u0370", "\u03ff"),
    ("th", "\u0e00", "\u0e7f"),
    ("bn", "\u0980", "\u09ff"),
    ("hi", "\u0900", "\u097f"),
    ("arabic", "\u0621", "\u06d3"),
    ("cyrillic", "\u0400", "\u052f"),
)


class _Words(Struct, frozen=True, forbid_unknown_fields=True):
    words: dict[str, str]
    """By code: the commonest words, separated by spaces."""
    letters: dict[str, str]
    """By code: letters that tell it from its neighbours."""
    scripts: dict[str, tuple[str, ...]]
    """By script: the languages that share it."""


def detect(sample: str) -> str | None:
    """Tell the language of a text; None when the evidence is too thin."""
    sample = sample[:SAMPLE]
    if not sample.isascii():
        found = _script_of(sample)
        if found is not None:
            shared = _table().scripts.get(found)
            return _best(sample, shared) if shared else found
    return _best(sample, _table().scripts["latin"])


def _script_of(sample: str) -> str | None:
    """The script of most letters; kana and Hangul decide over Han, which both borrow."""
    counts: Counter[str] = Counter()
    latin = 0
    for sign in sample:
        if sign < "\u0370":
            latin += sign.isalpha()
            continue
        for name, low, high in _SCRIPTS:
            if low <= sign <= high:
                counts[name] += 1
                break
    if not counts:
        return None
    if counts["ja"] * 8 > counts["zh"] > 0 or counts["ja"] > counts["zh"]:
        counts["ja"] += counts.pop("zh", 0)
    name, count = counts.most_common(1)[0]
    weight = 2.5 if name in ("ja", "zh", "ko") else 1.0
    return name if count * weight > latin * 0.5 else None


def _best(sample: str, codes: tuple[str, ...]) -> str | None:
    weights = _weights()
    scores: dict[str, float] = dict.fromkeys(codes, 0.0)
    folded = sample.casefold()
    for word in _WORD.findall(folded):
        for code, weight in weights.get(word, ()):
            if code in scores:
                scores[code] += weight
    if not sample.isascii():
        present = set(folded)
        for code, letters in _table().letters.items():
            if code in scores and scores[code]:
                scores[code] *= 1 + 0.25 * sum(letter in present for letter in letters)
    ranked = sorted(scores.items(), key=lambda pair: (-pair[1], pair[0]))
    best, second = ranked[0], ranked[1]
    if best[1] < _FEWEST or best[1] < second[1] * _MARGIN:
        return best[0] if best[1] >= 3 * _FEWEST else None
    return best[0]


@lru_cache(maxsize=1)
def _table() -> _Words:
    path = resources.files(__package__) / "detect.toml"
    return msgspec.toml.decode(path.read_bytes(), type=_Words)


@lru_cache(maxsize=1)
def _weights() -> dict[str, tuple[tuple[str, float], ...]]:
    """By word: the languages that have it, each with the weight of the word."""
    owners: dict[str, list[str]] = {}
    for code, words in _table().words.items():
        for word in words.split():
            owners.setdefault(word, []).append(code)
    return {word: tuple((code, 1 / len(codes)) for code in codes) for word, codes in owners.items()}
