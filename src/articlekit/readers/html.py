"""Markup to blocks: a page in, a `Page` out whose source is the text as read.

One pass over lxml's events with no tree, so that neither nesting nor long text nodes lose
anything. What the events do is told in `flatten`; trees that a caller already holds replay the
same events (`tree`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from articlekit.limits import DEFAULTS
from articlekit.model import Warn
from articlekit.page import Markup, Page
from articlekit.readers.capped import capped
from articlekit.readers.flatten import flatten
from articlekit.readers.noscript import without_repeats
from articlekit.readers.sax import feed
from articlekit.readers.tree import replay
from articlekit.readers.unseen import with_unseen_story

if TYPE_CHECKING:
    from articlekit.limits import Limits
    from articlekit.readers.events import Flat

_ADDED = 10
_SURROGATE = re.compile(r"[\ud800-\udfff]")
# Signs that no font shows; those of them that count as white space are spaces already.
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x7f]")
_CONTROL_BYTES = bytes([*range(9), *range(14, 28), 127])


def read_html(source: str | bytes, limits: Limits = DEFAULTS) -> Page:
    """Read markup into a page: `Page.source` is the text as read, `Page.markup` what else it says.

    Bytes must be UTF-8: `decode` finds out what other bytes are. Never raises because of content;
    what a limit cut is named in the page's warnings.
    """
    data = source if isinstance(source, bytes) else _encoded(source)
    events = flatten(limits.max_blocks, limits.max_script_length)
    # An element takes three bytes at least, but for the few that a parser adds: only a large page
    # can hold too many of them.
    if len(data) > 3 * (limits.max_elements - _ADDED):
        events = capped(events, limits.max_elements)
    return _page(feed(data, events), len(source), limits)


def _encoded(source: str) -> bytes:
    try:
        return source.encode()
    except UnicodeEncodeError:
        return _SURROGATE.sub("\ufffd", source).encode()


def read_tree(tree: object, limits: Limits = DEFAULTS) -> Page:
    """Read a tree of lxml or BeautifulSoup, which is left as it is, as `read_html` reads bytes."""
    events = flatten(limits.max_blocks, limits.max_script_length)
    events = capped(events, limits.max_elements)
    replay(tree, events)
    return _page(events.close(), 0, limits)


def _page(flat: Flat, size: int, limits: Limits) -> Page:
    flat = with_unseen_story(flat, limits)
    source, blocks = flat.source, flat.blocks
    # One look at the text as read instead of one at the whole markup; bytes are looked at faster.
    data = source.encode("utf-8", "surrogatepass")
    if len(data.translate(None, _CONTROL_BYTES)) != len(data):
        source = _CONTROL.sub("\ufffd", source)
        for block in blocks:
            block.text = _CONTROL.sub("\ufffd", block.text)
    warnings = flat.warnings
    if not blocks:
        warnings.append(Warn("empty", "the page holds no text", 0, size))
    pictures = without_repeats(flat.pictures, flat.elements)
    markup = Markup(flat.elements, flat.head, tuple(flat.marks), tuple(pictures))
    return Page(source, tuple(blocks), tuple(warnings), markup=markup)
