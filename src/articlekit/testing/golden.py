"""Compare an article with what is expected of it, and write that when asked to."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from articlekit.testing.changes import compare
from articlekit.testing.show import safe, show
from articlekit.testing.snapshot import DEFAULT_PINS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from articlekit.article import Article
    from articlekit.testing.changes import FactChange, NodesChange
    from articlekit.testing.expectation import Expectation

_MOST_NAMES = 3


class Outcome(NamedTuple):
    """What came of comparing an article with what is expected of it."""

    as_expected: bool
    """Whether it is, or is by now, what its file says."""
    said: str
    """The differences, and what was written; empty where there is nothing to say."""


def check(
    article: Article,
    expectation: Expectation,
    name: str,
    *,
    update: bool = False,
    pins: Iterable[str] = DEFAULT_PINS,
) -> Outcome:
    """Compare an article with an expectation, which messages call `name`.

    With `update` an expectation that is missing or differs is written: what it pins is renewed, and
    one that pins nothing gets `pins`. An `OSError` says why a file cannot be written.
    """
    renewed = expectation.renew(article, pins)
    if not expectation.pinned:
        if not update:
            return Outcome(as_expected=False, said=f"{name}: no expected article is saved")
        renewed.write()
        return Outcome(as_expected=True, said=f"{name}: written: {_held(article)}")
    changes = compare(expectation.pinned, renewed.pinned)
    if not changes:
        return Outcome(as_expected=True, said="")
    differences = "\n".join([_named(changes), *show(changes)])
    if not update:
        return Outcome(as_expected=False, said=f"{name}: not as expected: {differences}")
    renewed.write()
    return Outcome(as_expected=True, said=f"{name}: renewed: {differences}")


def _held(article: Article) -> str:
    """What there is of an article, so that nobody saves an empty one without noticing."""
    noticed = "".join(f"; warning: {safe(warning.message)}" for warning in article.warnings)
    return f"{len(article.nodes)} nodes{noticed}"


def _named(changes: Sequence[FactChange | NodesChange]) -> str:
    names = [change.name for change in changes]
    more = len(names) - _MOST_NAMES
    return ", ".join(names[:_MOST_NAMES]) + (f" and {more} more" if more > 0 else "")
