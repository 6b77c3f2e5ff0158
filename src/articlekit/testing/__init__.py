"""Saved pages against what is expected of them: what the pytest plugin is made of.

    snapshot.py      article ──► the plain values that an expectation may pin
    expectation.py   the file beside a saved page: read, renewed, written
    align.py         which node of one list is which of another
    changes.py       what differs between expected and found
    show.py          the differences as lines for people
    golden.py        all of it: compare an article with its file, and write the file when asked
    plugin.py        what pytest has to do with that: pages as tests, options, reports

pytest loads the module `pytest_articlekit`, outside of this package, in every project that has
articlekit installed; that module imports this package when it is used.
"""

from articlekit.testing.changes import compare
from articlekit.testing.expectation import expectation_path, read_expectation
from articlekit.testing.golden import check
from articlekit.testing.show import show
from articlekit.testing.snapshot import DEFAULT_PINS, PINS, snapshot

__all__ = [
    "DEFAULT_PINS",
    "PINS",
    "check",
    "compare",
    "expectation_path",
    "read_expectation",
    "show",
    "snapshot",
]
