"""The rows that React streams into a page (`__next_f`): chunks of text in, values out.

A row is `number:value` and a line break, or `number:Tlength,text` with the length in bytes. Chunks
end anywhere, so rows are read from all chunks joined.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from articlekit.readers.lenient_json import read_json

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_ROWS = 5000
_HEAD = re.compile(rb"[0-9a-f]{1,8}:(?:T([0-9a-f]{1,8}),)?")


def is_chunk(program: str, value: object) -> bool:
    """Whether a value that a program pushes is a chunk of such rows."""
    return (
        isinstance(value, list)
        and len(value) == 2
        and isinstance(value[1], str)
        and "__next_f" in program[:200]
    )


def read_flight(rows: str) -> Iterator[Any]:
    """Give the value of each row: JSON read, text as it is."""
    data = rows.encode("utf-8", "replace")
    at = 0
    for _ in range(MOST_ROWS):
        head = _HEAD.match(data, at)
        if head is not None and head[1] is not None:
            end = head.end() + int(head[1], 16)
            yield data[head.end() : end].decode("utf-8", "replace")
            at = end
            continue
        end = data.find(b"\n", at)
        end = len(data) if end < 0 else end
        if head is not None and data[head.end() : head.end() + 1] in (b"[", b"{"):
            yield from read_json(data[head.end() : end].decode("utf-8", "replace"))
        at = end + 1
        if at >= len(data):
            return
