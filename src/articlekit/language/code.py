"""The two-letter code in what callers and pages say about a language: `de-AT`, `nb_NO`, `eng`."""

from __future__ import annotations

import re

_CODE = re.compile(r"([A-Za-z]{2,3})(?:[-_].*)?")
_ALIASES = {"nb": "no", "nn": "no", "iw": "he", "in": "id", "gr": "el", "jp": "ja", "cn": "zh"}
"""Codes of the same language, and codes of countries that pages write for it."""
_LONG = {"eng": "en", "deu": "de", "ger": "de", "fra": "fr", "fre": "fr", "spa": "es", "ita": "it"}


def read_code(stated: str | None) -> str | None:
    """The two-letter code of a stated language; `None` where it is not one.

    >>> read_code("de-AT"), read_code("nb_NO"), read_code("x-default"), read_code("{{lang}}")
    ('de', 'no', None, None)
    """
    found = _CODE.fullmatch(stated.strip()) if stated else None
    if found is None:
        return None
    code = found[1].lower()
    code = _LONG.get(code, code)
    return _ALIASES.get(code, code) if len(code) == 2 else None
