"""Entries as callers hold them, and the pages that their content makes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from articlekit.entry import Entry
from articlekit.errors import InputTypeError
from articlekit.limits import DEFAULTS
from articlekit.model import Warn
from articlekit.readers.text import read_text

if TYPE_CHECKING:
    from articlekit.limits import Limits
    from articlekit.page import Page

_POSSIBLE = (
    "give an Entry of read_feed, an entry of feedparser, an item of a JSON Feed as a dict, or an "
    "<item> or <entry> of lxml or ElementTree"
)


def read_entry(source: Any) -> Entry:  # noqa: ANN401 - told by its shape
    """Read an entry, whatever holds it; `InputTypeError` for what holds none."""
    if isinstance(source, Entry):
        return source
    if isinstance(source, Mapping):
        from articlekit.readers.feed_mapping import read_mapping

        return read_mapping(source)
    if isinstance(getattr(source, "tag", None), str) and hasattr(source, "attrib"):
        from articlekit.readers.feed_elements import is_entry, read_element

        if is_entry(source):
            return read_element(source, base=getattr(source, "base", None))
        raise InputTypeError(f"cannot read a <{source.tag[:80]}> as an entry: {_POSSIBLE}")
    raise InputTypeError(f"cannot read a {type(source).__name__} as an entry: {_POSSIBLE}")


def read_page(entry: Entry, limits: Limits = DEFAULTS) -> Page:
    """Read the content of an entry into a page that knows what the entry states."""
    content, cut = entry.content, entry.warnings
    if len(content) > limits.max_bytes:
        left = len(content) - limits.max_bytes
        message = f"the content was cut after {limits.max_bytes} characters: {left} left out"
        cut = (*cut, Warn("max_bytes", message, limits.max_bytes, left))
        content = content[: limits.max_bytes]
    if entry.form == "html":
        from articlekit.readers.html import read_html

        page = read_html(content, limits)
    else:
        sent = entry.origin == "mail"
        page = read_text(content, max_blocks=limits.max_blocks, sent=sent)
    return replace(page, entry=entry, warnings=(*cut, *page.warnings))
