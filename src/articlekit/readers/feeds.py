"""Whole feeds: the text of RSS, Atom or JSON Feed in, a `Feed` out; nothing is fetched or expanded.

What stands before the root element is cut off, and with it everything that could declare an entity.
References are written out beforehand, as HTML knows them, for feeds use those of HTML everywhere.
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from articlekit.entry import Feed
from articlekit.model import Warn
from articlekit.pattern import lazy
from articlekit.readers.feed_elements import (
    LANGUAGE,
    address_of,
    authors_of,
    fields_of,
    is_entry,
    name_of,
    read_element,
    text_of,
)
from articlekit.readers.feed_mapping import authors_of as read_authors
from articlekit.readers.feed_mapping import read_mapping
from articlekit.readers.lenient_json import read_json
from articlekit.readers.stated_text import clean
from articlekit.readers.urls import resolve

if TYPE_CHECKING:
    from typing import Literal

_ROOT = lazy(r"<(?:[\w.-]{1,40}:)?(?:rss|feed|RDF|channel)(?=[\s>])")
_FORMATS: dict[str, Literal["rss", "atom"]] = {
    "rss": "rss",
    "RDF": "rss",
    "channel": "rss",
    "feed": "atom",
}
# A section that never closes reaches to the end: so no pattern begins again inside it.
_TO_MEND = lazy(
    r"<!\[CDATA\[.*?(?:\]\]>|\Z)|&(?:#?\w{1,32};)?|<(?![\w/!?])"
    r"|[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]",
    re.DOTALL,
)
_CONTROL = lazy(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_OWN = frozenset(("&amp;", "&lt;", "&gt;", "&quot;", "&apos;"))
_NONE = Feed(warnings=(Warn("feed", "the source is no feed"),))


def read_feed_text(text: str, url: str | None = None) -> Feed:
    """Read the text of a feed; `url` is what relative addresses start from.

    Never raises because of content: what is no feed has no format and a warning.
    """
    if text.lstrip("\ufeff \t\r\n")[:1] == "{":
        return _read_json(text, url)
    root = _ROOT.search(text)
    if root is None:
        return _NONE
    tree, warnings = _parse(text, root.start())
    return read_feed_tree(tree, url, warnings)


def read_feed_tree(
    root: Any,  # noqa: ANN401 - lxml has no types
    url: str | None = None,
    warnings: tuple[Warn, ...] = (),
) -> Feed:
    """Read a feed from its root element, or from its tree."""
    root = root.getroot() if hasattr(root, "getroot") else root
    kind = None if root is None else _FORMATS.get(name_of(root.tag).rpartition(":")[2])
    if kind is None:
        return replace(_NONE, warnings=(*warnings, *_NONE.warnings))
    fields = fields_of(root)
    fields = fields_of(fields["channel"][0]) if "channel" in fields else fields
    feed = Feed(
        format=kind,
        title=text_of(fields, "title"),
        url=address_of(fields, url),
        language=root.get(LANGUAGE) or text_of(fields, "language", "dc:language"),
        authors=tuple(authors_of(fields)) if kind == "atom" else (),
        warnings=warnings,
    )
    base = feed.url or url
    found = (read_element(one, feed, base) for one in root.iter() if is_entry(one))
    return replace(feed, entries=tuple(found))


def _parse(text: str, start: int) -> tuple[Any, tuple[Warn, ...]]:
    """The tree from `start` on, as far as lxml recovers it, and what was damaged."""
    from lxml import etree

    parser = etree.XMLParser(
        encoding="utf-8",
        recover=True,
        huge_tree=True,
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        remove_comments=True,
        remove_pis=True,
    )
    data = _TO_MEND.sub(_mended, text[start:]).encode()
    try:
        tree = etree.fromstring(data, parser)
    except etree.XMLSyntaxError:  # nothing at all could be recovered
        tree = None
    damage = [one for one in parser.error_log if one.domain_name != "NAMESPACE"]
    if not damage:
        return tree, ()
    line = text.count("\n", 0, start) + damage[0].line
    message = f"the feed is damaged from line {line} on: {damage[0].message}"
    return tree, (Warn("feed", message, 0, len(damage)),)


def _mended(found: re.Match[str]) -> str:
    """A section as it is, a reference as the character that it stands for, signs as references."""
    text = found[0]
    if len(text) > 1 and text[1] == "!":
        closed = text if text.endswith("]]>") else f"{text}]]>"
        return _CONTROL.sub("\ufffd", closed)
    if text in _OWN:
        return text
    if text[0] not in "&<":
        return "\ufffd"
    return html.escape(_CONTROL.sub("\ufffd", html.unescape(text)), quote=False)


def _read_json(text: str, url: str | None) -> Feed:
    """Read a JSON Feed; what only looks like one has no format."""
    whole = next(iter(read_json(text, len(text))), None)
    items = whole.get("items") if isinstance(whole, dict) else None
    if not isinstance(whole, dict) or not isinstance(items, list):
        return _NONE
    feed = Feed(
        format="json",
        title=clean(whole.get("title")) or None,
        url=resolve(clean(whole.get("home_page_url")), url),
        language=clean(whole.get("language")) or None,
        authors=tuple(read_authors(whole)),
    )
    base = feed.url or url
    held = (one for one in items if isinstance(one, dict))
    return replace(feed, entries=tuple(read_mapping(one, feed, base) for one in held))
