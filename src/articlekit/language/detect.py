"""The language of a text: a sample in, its ISO 639-1 code out, or None when too little speaks.

The script comes first (most scripts leave one language, or a few); function words and telling
letters decide between the rest. The words, letters and scripts are data: `detect.toml`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import lru_cache
from unicodedata import normalize

from msgspec import Struct

from articlekit.language.tables import read_table

_LONGEST = 3000
"""Characters looked at: more would not change the answer, only take time."""

_LETTER = 0.25
"""Weight of a telling letter beside a telling word: names carry letters into other languages."""

_LEAST = 0.5
"""The least evidence for an answer: a word that two languages share, or two letters of one."""

_THIN = 0.04
"""The least evidence per word: a language that is not in the table shares a few words with some."""

_PLAIN, _FEWEST = 0.08, 30
"""The least evidence per word against a language that is stated, as if there were so many words."""

_FOREIGN = 0.3
"""Share of the letters that makes another script than Latin the script of the text."""

_MARKS = ".,:;?!'’\"“”„«»()،؛؟۔।"
"""What stands at words without being part of them (an elided article is a word of its own)."""

_Clues = dict[str, tuple[tuple[str, float], ...]]


class _Script(Struct, frozen=True, forbid_unknown_fields=True):
    """A script: its letters, the languages written in it, what one letter counts beside Latin."""

    ranges: tuple[tuple[str, str], ...]
    languages: tuple[str, ...]
    weight: float = 1.0
    certain: bool = False
    """Whether the script is evidence enough, the first language being the usual one."""


class _Tables(Struct, frozen=True, forbid_unknown_fields=True):
    """The file of data: scripts, and each language's function words and telling letters."""

    scripts: dict[str, _Script]
    words: dict[str, tuple[str, ...]]
    letters: dict[str, str]


def detect(sample: str, stated: str | None = None) -> str | None:
    """Return the ISO 639-1 code of the language of `sample`, None when the evidence is too thin.

    `stated` is what a page says: templates come with `lang="en"` and keep it under any text, so
    that it holds unless another language has clearly more evidence.

    Only the first 3,000 characters count. The code may name a language without word table: such
    languages are known so that they are not taken for their neighbours.
    """
    text = normalize("NFC", sample[:_LONGEST]).lower()
    letters: Counter[str] = Counter() if text.isascii() else Counter(text)
    script = _script(letters) if letters else _tables().scripts["latin"]
    if script is None:
        return stated
    if len(script.languages) == 1:
        return script.languages[0]
    for mark in _MARKS:
        text = text.replace(mark, " ")
    words = text.split()
    scores = _scores(words, letters)
    best = max(script.languages, key=lambda code: scores.get(code, 0.0))
    evidence, needed = scores.get(best, 0.0), max(_LEAST, _THIN * len(words))
    if stated is not None:
        needed = max(2 * scores.get(stated, 0.0), _PLAIN * len(words), _PLAIN * _FEWEST)
    certain = script.certain and stated not in script.languages
    return best if certain or evidence >= needed else stated


def _scores(words: list[str], letters: Counter[str]) -> dict[str, float]:
    """Evidence by language: every telling word and letter, split among those that share it."""
    scores: defaultdict[str, float] = defaultdict(float)
    for clues, counted in ((_word_clues(), Counter(words)), (_letter_clues(), letters)):
        for mark in clues.keys() & counted.keys():
            times = counted[mark]
            for code, weight in clues[mark]:
                scores[code] += weight * times
    return scores


def _script(letters: Counter[str]) -> _Script | None:
    """Return the script of most letters; Latin only where hardly any other letters stand."""
    tables = _tables()
    totals: defaultdict[str, float] = defaultdict(float)
    for letter, count in letters.items():
        name = _script_of(letter)
        if name is not None:
            totals[name] += count * tables.scripts[name].weight if name in tables.scripts else count
    everything = sum(totals.values())
    latin = totals.pop("latin", 0.0)
    name = max(totals, key=totals.__getitem__, default="latin")
    if totals.get(name, 0.0) < max(_FOREIGN * everything, 3):
        return tables.scripts["latin"] if latin else None
    return tables.scripts.get(name)


@lru_cache(maxsize=4096)
def _script_of(letter: str) -> str | None:
    """Name a letter's script: "other" for scripts without entry, None for what is no letter."""
    for name, script in _tables().scripts.items():
        if any(first <= letter <= last for first, last in script.ranges):
            return name
    return "other" if letter.isalpha() else None


@lru_cache(maxsize=1)
def _tables() -> _Tables:
    return read_table("detect.toml", _Tables)


@lru_cache(maxsize=1)
def _word_clues() -> _Clues:
    return _clues(_tables().words, 1.0)


@lru_cache(maxsize=1)
def _letter_clues() -> _Clues:
    return _clues({code: tuple(marks) for code, marks in _tables().letters.items()}, _LETTER)


def _clues(table: dict[str, tuple[str, ...]], weight: float) -> _Clues:
    """Turn the table over: mark to languages, each with the weight that is left when all share."""
    owners: dict[str, list[str]] = {}
    for code, marks in table.items():
        for mark in marks:
            owners.setdefault(normalize("NFC", mark), []).append(code)
    return {
        mark: tuple((code, weight / len(codes)) for code in codes) for mark, codes in owners.items()
    }
