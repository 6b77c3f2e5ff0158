"""Reads the case files: lines of an input, an arrow and what is expected, under their language."""

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


def read_cases(file: str, arrow: str = " => ") -> list[tuple[str | None, str, str]]:
    """All cases of a file: language (none where it does not matter), input, expected."""
    cases, language = [], None
    for line in (CASES / file).read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            language = None if line[3:].strip() == "any" else line[3:].strip()
        elif line.startswith("- ") and arrow in line:
            text, _, expected = line[2:].rpartition(arrow)
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
