"""How much of a source is read: what a caller may set, with documented defaults.

Bounds that nobody needs to set (how many tags metadata may name, how long a stated title is) are
constants where they hold; what they cut is a warning too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, get_args

from msgspec import Struct

from articlekit.errors import LimitError, OptionError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from articlekit.model import Warn

OnLimit = Literal["cut", "raise"]


class Limits(Struct, frozen=True, kw_only=True):
    """How much of a source is read, and what happens to more.

    What a limit cuts is one of the article's `warnings`, whose `kind` is the name of the limit.
    Every limit is a whole number from 1; other values raise `OptionError`.
    """

    max_bytes: int = 50 * 1024 * 1024
    """How many bytes of a source are read, of a str how many characters; what follows is left out.
    Compressed files are unpacked to as many."""
    max_compression_ratio: int = 100
    """How many times its own size a compressed file is unpacked to."""
    max_blocks: int = 50_000
    """How many lines and paragraphs are told apart; what follows is kept as one."""
    max_elements: int = 1_000_000
    """How many elements of markup are read as such; of the others the text is kept."""
    max_script_length: int = 2 * 1024 * 1024
    """How many characters of one script of data (JSON) in a page are read."""
    on_limit: OnLimit = "cut"
    """Whether to go on with what is within the limits, or to raise `LimitError`."""

    def __post_init__(self) -> None:
        """Refuse what is no limit."""
        for name in MAXIMA:
            value = getattr(self, name)
            if type(value) is not int or value < 1:
                raise OptionError(f"{name} is {value!r}; possible are whole numbers from 1")
        if self.on_limit not in get_args(OnLimit):
            raise OptionError(f"on_limit is {self.on_limit!r}; possible are 'cut' and 'raise'")

    def enforce(self, warnings: Iterable[Warn]) -> None:
        """Raise `LimitError` for the first warning that a limit gave, where that is asked for."""
        if self.on_limit == "raise":
            for warning in warnings:
                if warning.kind in MAXIMA:
                    raise LimitError(warning.message, warning.kind, warning.at, warning.amount)


MAXIMA = tuple(name for name in Limits.__struct_fields__ if name.startswith("max_"))
DEFAULTS = Limits()
