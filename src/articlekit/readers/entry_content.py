"""Which text of an entry is its story, and whether that is markup: the stated texts in, one out.

Feeds escape markup once for XML, some of them once more, and some say of markup that it is text.
"""

from __future__ import annotations

import html
import re
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from articlekit.folding import squeeze
from articlekit.pattern import lazy
from articlekit.readers.stated_text import clean

if TYPE_CHECKING:
    from collections.abc import Sequence

    from articlekit.entry import Form

_BLOCKS = "p|div|br|h[1-6]|ul|ol|li|table|blockquote|section|article|figure|hr|pre"
_NAMES = rf"{_BLOCKS}|a|b|i|em|strong|span|u|s|sub|sup|small|img|picture|iframe|video|code|tr|td|th"
_TAG = lazy(rf"</?(?:{_NAMES})(?:\s[^<>=]*=[^<>]*|\s*)/?>", re.IGNORECASE)
_ESCAPED = lazy(
    rf"&lt;/?(?:{_NAMES})(?=[\s/&])(?:[^<>&]|&(?!lt;|gt;))*+&gt;",
    re.IGNORECASE,
)
_ESCAPED_BLOCK = lazy(rf"&lt;/?(?:{_BLOCKS})\b", re.IGNORECASE)
_ANY_TAG = lazy(r"<[A-Za-z/!][^<>]*>")
_MOST_WRAPPERS = 2
"""So many tags may stand around markup that was escaped once more."""
_HTML_TYPES = ("html", "xhtml", "xml")


class Content(NamedTuple):
    """A text of an entry, and what the feed says that it is; `None` where it does not say."""

    text: str
    form: Form | None = None


class Story(NamedTuple):
    """The content of an entry, and what it says in short beside it."""

    content: str = ""
    form: Form = "text"
    summary: str | None = None


def form_of(kind: object) -> Form | None:
    """What a media type or an Atom `type` says of a text: only markup is believed.

    >>> form_of("application/xhtml+xml"), form_of("text/plain")
    ('html', None)
    """
    if not isinstance(kind, str):
        return None
    return "html" if kind.partition(";")[0].strip().lower().endswith(_HTML_TYPES) else None


def is_read(kind: object) -> bool:
    """Whether a content of a media type can be read: text and markup, and what states no type."""
    plain = not isinstance(kind, str) or "/" not in kind or kind.lower().startswith("text/")
    return plain or form_of(kind) is not None


def choose_story(contents: Sequence[Content], title: str | None = None) -> Story:
    """The longest text is the content, the first of equals; of the others the first is the summary.

    Tags do not count. A summary that is the content again is none; its last paragraph is cut off
    where it only says from where it is, with the title once more.
    """
    held = [one for one in contents if one.text and not one.text.isspace()]
    if not held:
        return Story()
    best = max(held, key=lambda one: len(_ANY_TAG.sub("", one.text)))
    text, form = read_content(best.text, best.form)
    others = (_summary(one.text, title) for one in held if one is not best)
    summary = next((other for other in others if other), None)
    return Story(text, form, None if summary == clean(text) else summary)


def _summary(text: str, title: str | None) -> str:
    """A text as a summary: plain, without what a program puts under it."""
    text, _ = read_content(text)
    head, _, last = text.rstrip().removesuffix("</p>").rpartition("<p>")
    footer = title and head and "<a " in last and squeeze(title) in squeeze(clean(last))
    return clean(head if footer else text)


def read_content(text: str, stated: Form | None = None) -> tuple[str, Form]:
    """A text as it is to be read: unescaped as often as it was escaped, markup told from text."""
    if stated == "text":
        return text, "text"
    if "&amp;lt;" in text and _is_escaped(once := html.unescape(text)):
        text = once
    if _is_escaped(text):
        text = html.unescape(text)
    if _TAG.search(text):
        return text, "html"
    return html.unescape(text) if "&" in text else text, "text"


def _is_escaped(text: str) -> bool:
    """Whether a text is markup that was escaped: tags, and none but a wrapper beside them."""
    if "&lt;" not in text or not (found := _count(_ESCAPED, text)):
        return False
    if real := _count(_TAG, text):
        blocks = _ESCAPED_BLOCK.search(text) is not None
        return real <= _MOST_WRAPPERS and blocks and found > real
    return found > 1 or text.lstrip()[:4] == "&lt;"


def _count(pattern: re.Pattern[str], text: str) -> int:
    """How often a pattern stands in a text, or that it does more often than wrappers do."""
    return sum(1 for _ in islice(pattern.finditer(text), _MOST_WRAPPERS + 1))
