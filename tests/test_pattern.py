"""Lazy patterns: they behave as compiled ones do, and are compiled when they are used."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from articlekit.pattern import lazy


def test_behaves_as_a_pattern() -> None:
    pattern = lazy(r"(\w)b", re.IGNORECASE)
    match = pattern.search("xx AB", 1)
    assert match is not None
    assert match.span() == (3, 5)
    assert pattern.match("xx AB") is None
    assert pattern.findall("ab cB") == ["a", "c"]
    assert pattern.sub("-", "ab cb") == "- -"
    assert pattern.pattern == r"(\w)b"


def test_a_wrong_pattern_is_told_at_its_first_use() -> None:
    pattern = lazy("(")
    with pytest.raises(re.error):
        pattern.search("")


def test_import_compiles_next_to_nothing() -> None:
    code = (
        "import re; made = []; compiled = re.compile\n"
        "re.compile = lambda *given: made.append(given) or compiled(*given)\n"
        "import articlekit; print(len(made))"
    )
    run = [sys.executable, "-c", code]
    done = subprocess.run(run, capture_output=True, text=True, check=True)  # noqa: S603 - our own
    assert int(done.stdout) < 60
