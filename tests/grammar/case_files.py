"""Reads the case files: lines of `input => expected` under headings that name the language."""

from __future__ import annotations

import re
from pathlib import Path

CASES = Path(__file__).parents[1] / "cases"
_AUTHOR = re.compile(r"([^{}]+?)(?: \{([^{}]*)\})?")
FIELDS = {
    "role": "role",
    "org": "organisation",
    "place": "location",
    "work": "contribution",
    "kind": "kind",
    "degree": "credentials",
    "email": "email",
    "handle": "handle",
}


def read_cases(file: str) -> list[tuple[str, str, str]]:
    """All cases of a file: language, input, expected."""
    cases, language = [], ""
    for line in (CASES / file).read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            language = line[3:].strip()
        elif line.startswith("- "):
            text, _, expected = line[2:].rpartition(" => ")
            cases.append((language, text, expected))
    return cases


def read_authors(expected: str) -> list[tuple[str, dict[str, str]]]:
    """Names with the fields that must hold."""
    authors = []
    for part in expected.split("; "):
        match = _AUTHOR.fullmatch(part.strip())
        assert match is not None, part
        fields = (pair.split("=", 1) for pair in (match[2] or "").split("|") if pair)
        authors.append((match[1], {FIELDS[key]: value for key, value in fields}))
    return authors
