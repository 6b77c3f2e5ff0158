"""The one tree of errors. Content never raises; only misuse does.

ArticleKitError
├── InputTypeError (TypeError)    the source is of a type that cannot be read
├── FileError (OSError)           a path or an open file cannot be read
├── OptionError (ValueError)      an argument has a value that is not possible
└── LimitError (ValueError)       the input is larger than a limit; nothing raises it today
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


class LimitError(ArticleKitError, ValueError):
    """The input is larger than a limit.

    Nothing raises it today: what is too long is cut, and the article's warnings say so.
    """
