"""Places by name: a string in, whether it is a city, region or country we know out.

The list is `places.txt`, made by `scripts/places.py`; its header names the sources. It is a list
of names, not a gazetteer: it knows nothing of where a place lies, and small places are missing.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from articlekit.language.tables import read_data

_LONGEST = 60
_SIGNS = str.maketrans({"-": " ", "‐": " ", "‑": " ", "’": "'", "ʻ": "'", "`": "'", ".": " "})
_LETTERS = str.maketrans({"ı": "i", "ø": "o", "đ": "d", "ł": "l", "æ": "ae", "œ": "oe"})


def is_place(name: str) -> bool:
    """Whether `name` as a whole is a city we know, in any case: "MOSKVA", "Köln", "東京"."""
    return 0 < len(name) <= _LONGEST and fold_place(name) in _names("city")


def is_country(text: str) -> bool:
    """Whether `text` as a whole is a country or a part of one that is printed like it."""
    return 0 < len(text) <= _LONGEST and fold_place(text) in _names("country")


def is_region(text: str) -> bool:
    """Whether `text` is a state or province as printed after a city (conventions 1.6).

    Full names and the usual abbreviations count in any case with a capital first ("Calif.",
    "N.Y.", "ALBERTA"), postal codes only in capitals without stops ("NY", "ON").
    """
    if len(text) > _LONGEST or not text[:1].isupper():
        return False
    return text in _names("code") or fold_place(text) in _names("region")


def fold_place(name: str) -> str:
    """Return the key of a place name: case, accents, hyphens and stops do not count."""
    folded = name.casefold().translate(_SIGNS)
    if not folded.isascii():
        bare = unicodedata.normalize("NFKD", folded.translate(_LETTERS))
        bare = "".join(sign for sign in bare if not "\u0300" <= sign <= "\u036f")
        folded = unicodedata.normalize("NFC", bare)
    return " ".join(folded.split())


@lru_cache(maxsize=8)
def _names(section: str) -> frozenset[str]:
    """The keys of one section of the file: city, country, region or (unfolded) code."""
    _, _, rest = _file().partition(f"\n[{section}]\n")
    return frozenset(rest.partition("\n[")[0].split("\n"))


@lru_cache(maxsize=1)
def _file() -> str:
    return read_data("places.txt").decode()
