r"""articlekit: raw article text or HTML in, one typed document out.

>>> import articlekit
>>> article = articlekit.parse("Council votes for wall\n\nBy Jane Roe\n\nThe council voted.")
>>> article.headline.text
'Council votes for wall'
"""

from articlekit.article import Article, Section
from articlekit.entry import Entry, Feed
from articlekit.errors import (
    ArticleKitError,
    DataError,
    FileError,
    InputTypeError,
    LimitError,
    OptionError,
)
from articlekit.feeds import parse_entry, read_feed
from articlekit.figures import Figure, Image
from articlekit.limits import Limits
from articlekit.parser import explain, parse, parse_html, parse_text
from articlekit.trace import Trace

__version__ = "0.1.0"

__all__ = [
    "Article",
    "ArticleKitError",
    "DataError",
    "Entry",
    "Feed",
    "Figure",
    "FileError",
    "Image",
    "InputTypeError",
    "LimitError",
    "Limits",
    "OptionError",
    "Section",
    "Trace",
    "explain",
    "parse",
    "parse_entry",
    "parse_html",
    "parse_text",
    "read_feed",
]
