"""The one tree of errors. Content never raises unless the caller's limits say so; misuse does.

ArticleKitError
├── InputTypeError (TypeError)    the source is of a type that cannot be read
├── FileError (OSError)           a path or an open file cannot be read
├── OptionError (ValueError)      an argument has a value that is not possible
├── DataError (ValueError)        what is to be read back is not the JSON of an article
└── LimitError (ValueError)       the source is larger than a limit, and the limits say "raise"
"""

from __future__ import annotations


class ArticleKitError(Exception):
    """The root of every error that articlekit raises on purpose."""


class InputTypeError(ArticleKitError, TypeError):
    """The source is of a type that cannot be read; the message lists those that can."""


class FileError(ArticleKitError, OSError):
    """A path or an open file cannot be read; `errno` and `filename` say why and which."""


class OptionError(ArticleKitError, ValueError):
    """An argument has a value that is not possible; the message lists those that are."""


class DataError(ArticleKitError, ValueError):
    """What is to be read back is not the JSON of an article; the message says what does not fit."""


class LimitError(ArticleKitError, ValueError):
    """The source is larger than a limit; raised only where `Limits.on_limit` is "raise".

    `kind` is the name of the limit; `at` and `amount` say where it would have cut, and how much, as
    in the warning that stands in its place otherwise.
    """

    def __init__(self, message: str, kind: str, at: int = 0, amount: int = 0) -> None:
        """Say what was too large in `message`."""
        super().__init__(message)
        self.kind = kind
        self.at = at
        self.amount = amount

    def __reduce__(self) -> tuple[type[LimitError], tuple[str, str, int, int]]:
        """Pickle all of it: errors go from one process to another."""
        return type(self), (str(self), self.kind, self.at, self.amount)
