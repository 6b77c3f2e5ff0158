"""The file beside a saved page that says what is expected of it.

`wall.html` has `wall.html.article.json`: an object with what is pinned by the names of
`snapshot.PINS`, and under "parse" what `articlekit.parse` is given beside the page. What is not
pinned is not compared. One author and one node have one line each, so that a diff of the file is
one by author and node.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from articlekit.errors import DataError
from articlekit.testing.snapshot import NODE_LISTS, PINS, snapshot

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from articlekit.article import Article

_SUFFIX = ".article.json"
_OPTIONS = ("url", "format", "language")
"""The arguments of `articlekit.parse` that an expectation may give."""


class Expectation(NamedTuple):
    """What is expected of one page; `pinned` is empty where nothing is saved."""

    path: Path
    """The file."""
    options: dict[str, Any]
    """Arguments for `articlekit.parse`, by name."""
    pinned: dict[str, Any]
    """The expected values by the names of `PINS`."""

    def renew(self, article: Article, pins: Iterable[str]) -> Expectation:
        """The same with the values of an article: of what it pins, of `pins` if it pins nothing."""
        names = set(self.pinned or pins)
        return self._replace(pinned=snapshot(article, (name for name in PINS if name in names)))

    def write(self) -> None:
        """Write the file; an `OSError` says why it cannot be written."""
        parts = {"parse": self.options} if self.options else {}
        text = _written(parts | self.pinned)
        self.path.write_text(text, encoding="utf-8", newline="\n")


def expectation_path(page: Path) -> Path:
    """The file that says what is expected of a saved page: its whole name and `.article.json`."""
    return page.with_name(page.name + _SUFFIX)


def read_expectation(path: Path) -> Expectation:
    """Read an expectation; one that does not exist pins nothing.

    `DataError` says what does not fit; `OSError` why a file that exists cannot be read.
    """
    try:
        held = json.loads(path.read_bytes())
    except FileNotFoundError:
        return Expectation(path, {}, {})
    except (ValueError, RecursionError) as error:
        raise DataError(f"not JSON: {error}") from error
    if not isinstance(held, dict):
        raise DataError("not an object of JSON")
    options = held.pop("parse", {})
    _check_options(options)
    _check_pinned(held)
    return Expectation(path, options, held)


def _check_options(options: object) -> None:
    if not isinstance(options, dict) or not all(
        name in _OPTIONS and isinstance(value, str) for name, value in options.items()
    ):
        raise DataError(f'"parse" is an object of strings by {", ".join(_OPTIONS)}')


def _check_pinned(pinned: dict[str, Any]) -> None:
    """The names are known, and lists of nodes are such that they can be compared by node."""
    if unknown := [name for name in pinned if name not in PINS]:
        raise DataError(f"nothing can be pinned as {unknown[0]!r}; {', '.join(PINS)} can")
    for name in NODE_LISTS:
        nodes = pinned.get(name, [])
        if not isinstance(nodes, list):
            raise DataError(f'"{name}" is a list of nodes')
        for number, node in enumerate(nodes, 1):
            if not isinstance(node, dict) or not all(
                isinstance(node.get(part), str) for part in ("type", "text")
            ):
                raise DataError(f'"{name}": node {number} has no "type" or no "text"')


def _written(parts: dict[str, Any]) -> str:
    """The JSON of an expectation; lone surrogates, which UTF-8 cannot hold, are escaped."""
    text = _laid_out(parts, ascii_only=False)
    try:
        text.encode()
    except UnicodeEncodeError:
        return _laid_out(parts, ascii_only=True)
    return text


def _laid_out(parts: dict[str, Any], *, ascii_only: bool) -> str:
    """One line a value; in lists of objects one line an object."""

    def line(value: object) -> str:
        return json.dumps(value, ensure_ascii=ascii_only)

    lines = []
    for name, value in parts.items():
        held = line(value)
        if isinstance(value, list) and any(isinstance(item, dict) for item in value):
            items = ",\n".join(f"  {line(item)}" for item in value)
            held = f"[\n{items}\n ]"
        lines.append(f" {line(name)}: {held}")
    return "{\n" + ",\n".join(lines) + "\n}\n"
