"""The seam between what parses markup and what reads its text."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from articlekit.model import Warn
    from articlekit.page import Block, Elements, Head, Mark, Picture


class Flat(NamedTuple):
    """What the events of a page came to."""

    source: str
    blocks: list[Block]
    elements: Elements
    head: Head
    marks: list[Mark]
    pictures: list[Picture]
    warnings: list[Warn]


class Events(NamedTuple):
    """The seam between a front end and the reader: what a parser is to call.

    `start` and `end` must balance; void elements end too.
    """

    start: Callable[[str, dict[str, str]], None]
    end: Callable[[str], None]
    data: Callable[[str], None]
    close: Callable[[], Flat]
