"""The folders of the benchmark: which cases there are to learn from, and what each one reads.

A set is a folder with `gold.jsonl`: a row a case, with its publisher, its input file, and what is
known of it. Only the development half is ever read.
"""

from __future__ import annotations

import gzip
import json
from functools import cache
from typing import TYPE_CHECKING

from articlekit.readers.decode import decode

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def rows(path: Path) -> Iterator[dict]:
    """The rows of a file of JSON lines."""
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


@cache
def cases(folder: Path) -> tuple[dict, ...]:
    """The cases of a set that may be learned from."""
    return tuple(row for row in rows(folder / "gold.jsonl") if row["split"] == "dev")


def text_of(folder: Path, case: dict) -> str:
    """The text of a case."""
    return _bytes_of(folder, case).decode("utf-8")


def markup_of(folder: Path, case: dict) -> str:
    """The markup of a case, decoded as the library does."""
    return decode(_bytes_of(folder, case)).text


def _bytes_of(folder: Path, case: dict) -> bytes:
    raw = (folder / case["input"]).read_bytes()
    return gzip.decompress(raw) if case["input"].endswith(".gz") else raw
