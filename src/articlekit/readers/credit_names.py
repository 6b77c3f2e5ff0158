"""Whether an element is named as one that holds the credit of a picture: attributes in, answer out.

Pages of all languages name it alike: `figcaption__credit`, `CaptionCredit`, `c-media-author`,
`itemprop="copyrightHolder"`. Such names say little elsewhere (an author also has a byline), so they
count inside captions only.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from articlekit.pattern import lazy

if TYPE_CHECKING:
    from collections.abc import Mapping

_ATTRIBUTES = ("class", "itemprop", "data-test", "data-testid")
_WORDS = lazy(r"[A-Z][a-z]+|[a-z]{2,}|[A-Z]{2,}(?![a-z])")
_LONGEST_NAME = 120
_SURE_NAMES = """
    credit credits copyright copyrights photographer photographers photographe fotograf fotografo
    photocredit photocredits imagecredit imagecredits fotocredit bildautor bildnachweis bildquelle
    bildrechte
"""
_LIKELY_NAMES = """
    author authors autor auteur autore source sources quelle fuente fonte rights agency agencia
    attribution distributor byline creator
"""
_SURE = frozenset(_SURE_NAMES.split())
_LIKELY = _SURE | frozenset(_LIKELY_NAMES.split())


def names_credit(attributes: Mapping[str, str] | None, *, surely: bool = False) -> bool:
    """Whether the names of an element tell a credit: `surely`, wherever it stands."""
    if attributes is None:
        return False
    words = _SURE if surely else _LIKELY
    return any(name in attributes and _tells(attributes[name], words) for name in _ATTRIBUTES)


@lru_cache(maxsize=2048)
def _tells(name: str, words: frozenset[str]) -> bool:
    return not words.isdisjoint(map(str.lower, _WORDS.findall(name[:_LONGEST_NAME])))
