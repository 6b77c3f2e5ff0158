"""The lines of the project's case files (`tests/cases`), and what a line of each kind is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


class CaseLine(NamedTuple):
    """One line of a case file, and its label; none where the case is a near miss."""

    kind: str
    """The name of the case file."""
    language: str
    line: str
    label: str


def case_lines(cases: Path) -> Iterator[CaseLine]:
    """The lines that can stand in an article, file by file."""
    for kind, read in READERS.items():
        language = "en"
        for row in (cases / f"{kind}.md").read_text(encoding="utf-8").splitlines():
            if row.startswith("## "):
                language = row[3:].strip()
            elif (found := read(row)) is not None:
                if kind == "dateline":  # its rows name their language
                    language = row[2:].split(maxsplit=1)[0]
                yield CaseLine(kind, language, *found)


def _byline(row: str) -> tuple[str, str] | None:
    found = _case(row, " => ")
    if found is None or "[contributors]" in row or "[role]" in row:
        return None
    line, expected = found
    return line, "" if expected.startswith("none") else "byline"


def _credit(row: str) -> tuple[str, str] | None:
    found = _case(row, " → ")
    if found is None or found[1] == "none" or "⟦" not in found[0]:
        return None
    line = found[0]
    whole = line.startswith("⟦") and line.endswith("⟧")
    return line.replace("⟦", "").replace("⟧", ""), "credit" if whole else "caption"


def _time_line(row: str) -> tuple[str, str] | None:
    if not row.startswith("| ") or row.startswith("| line"):
        return None
    line = row.strip("| ").split(" | ")[0].replace("\\|", "|").strip("` ")
    return (line, "time_line") if any(map(str.isdigit, line)) else None


def _question(row: str) -> tuple[str, str] | None:
    found = _case(row, " → ")
    return (found[0], "subheading") if found and found[1].startswith("direct") else None


def _bio(row: str) -> tuple[str, str] | None:
    found = _case(row, " => ")
    return (found[0], "author_bio") if found and found[1] != "none" else None


def _dateline(row: str) -> tuple[str, str] | None:
    match = re.fullmatch(r"- (\w\w) (?:\(.*?\) )?`([^`]+)` ?(.+)", row)
    if match is None or " no:" in row:
        return None
    return f"{match[2].rstrip()} {match[3]}", "paragraph"


def _case(row: str, arrow: str) -> tuple[str, str] | None:
    """The line of a case and what is expected of it."""
    line, found, expected = row.removeprefix("- ").rpartition(arrow)
    return (line, expected) if found and row.startswith("- ") else None


READERS: dict[str, Callable[[str], tuple[str, str] | None]] = {
    "byline": _byline,
    "credit": _credit,
    "time_line": _time_line,
    "question": _question,
    "bio": _bio,
    "dateline": _dateline,
}
"""How a row of each case file is read: its line and label, or nothing."""
