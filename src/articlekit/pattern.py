"""Regular expressions that are compiled at their first use.

The package has some two hundred of them. Compiling all takes longer than importing everything
else, and one text needs a few dozen.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from collections.abc import Callable

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub")


class _Lazy:
    """Stands for a pattern; from the first use on, its methods are those of the pattern."""

    def __init__(self, make: Callable[[], re.Pattern[str]]) -> None:
        self._make = make

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever the pattern has
        if name.startswith("_"):
            raise AttributeError(name)
        compiled = self._make()
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def lazy(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return what behaves as `re.compile(pattern, flags)` does, and is compiled when it is used."""
    return cast("re.Pattern[str]", _Lazy(lambda: re.compile(pattern, flags)))
