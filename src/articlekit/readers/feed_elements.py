"""Entries of RSS and Atom: an `<item>` or `<entry>` of lxml or ElementTree in, an `Entry` out.

Elements are known by their usual prefix, whatever a feed calls it, and also where it forgot to
declare it. Nothing is changed in them.
"""

from __future__ import annotations

import html
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from articlekit.entry import NO_FEED, Entry
from articlekit.metadata import StatedImage
from articlekit.model import Author
from articlekit.readers.elements import KINDS, VOID
from articlekit.readers.entry_content import Content, choose_story, form_of, is_read
from articlekit.readers.moments import read_sent
from articlekit.readers.stated_text import clean
from articlekit.readers.urls import LONGEST as LONGEST_ADDRESS
from articlekit.readers.urls import resolve

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlekit.entry import Feed, Form
    from articlekit.model import Timestamp

Fields = dict[str, list[Any]]
"""Elements by name, each list in the order of the feed."""

_ENTRIES = ("item", "entry")
_STRANGE = "?:"
"""The prefix of names in a namespace that nobody knows."""
_PREFIXES = {
    "purl.org/rss/1.0/modules/content": "content:",
    "purl.org/dc/elements/": "dc:",
    "purl.org/dc/terms": "dcterms:",
    "search.yahoo.com/mrss": "media:",
    "itunes.com/dtds": "itunes:",
    "feedburner.org": "feedburner:",
    "rssnamespace.org/feedburner": "feedburner:",
    "w3.org/1999/xhtml": "xhtml:",
    "news.yandex.ru": "yandex:",
    "w3.org/2005/atom": "",
    "purl.org/atom": "",
    "purl.org/rss/1.0": "",
    "netscape.com/rdf": "",
    "userland.com/rss": "",
}
"""The usual prefix of what stands in the name of a namespace; feeds vary the rest of it."""
_TEXTS = (
    ("content:encoded", None),
    ("content", "type"),
    ("yandex:full-text", None),
    ("xhtml:body", "html"),
    ("description", None),
    ("summary", "type"),
    ("dc:description", None),
    ("media:description", None),
    ("itunes:summary", None),
)
"""What may hold the story, and the attribute that says whether it is markup."""
_PUBLISHED = ("pubDate", "published", "issued", "dc:date", "dcterms:issued", "dcterms:created")
_MODIFIED = ("updated", "modified", "dcterms:modified")
_TAGS = ("category", "dc:subject", "media:keywords", "itunes:keywords")
_PICTURES = (".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif")
_CREDITED = frozenset(("", "photographer", "photo", "provider", "copyright holder", "owner"))
"""The roles of those who made or supplied a picture, and not what is seen in it."""
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def is_entry(element: Any) -> bool:  # noqa: ANN401 - lxml has no types
    """Whether an element is an entry of a feed."""
    tag = element.tag
    return isinstance(tag, str) and name_of(tag).removeprefix(_STRANGE) in _ENTRIES


@lru_cache(maxsize=512)
def name_of(tag: str) -> str:
    """The name of an element under its usual prefix, `?` for a namespace that nobody knows.

    >>> name_of("{http://search.yahoo.com/mrss/}credit"), name_of("media:credit")
    ('media:credit', 'media:credit')
    """
    space, brace, local = tag.rpartition("}")
    if brace:
        low = space.lower()
        return next((pre for part, pre in _PREFIXES.items() if part in low), _STRANGE) + local
    prefix, colon, local = tag.rpartition(":")
    if not colon:
        return tag
    return local if prefix in ("atom", "rss") else f"{prefix}:{local}"


def fields_of(element: Any) -> Fields:  # noqa: ANN401 - as above
    """What stands right in an element, by name; a group of media counts as part of it.

    A feed that calls its own namespace something unknown is read as if it had none.
    """
    found: Fields = {}
    strange = name_of(element.tag).startswith(_STRANGE)
    own = element.tag.rpartition("}")[0]
    children = [child for child in element if isinstance(child.tag, str)]
    groups = [child for child in children if name_of(child.tag) == "media:group"]
    inner = [child for group in groups for child in group if isinstance(child.tag, str)]
    for child in (*children, *inner):
        name = name_of(child.tag)
        if strange and child.tag.rpartition("}")[0] == own:
            name = name.removeprefix(_STRANGE)
        found.setdefault(name, []).append(child)
    return found


def read_element(
    element: Any,  # noqa: ANN401 - as above
    feed: Feed = NO_FEED,
    base: str | None = None,
) -> Entry:
    """Read an entry, and what its feed says of all; relative addresses start from `base`."""
    fields = fields_of(element)
    title = text_of(fields, "title", "dc:title", "media:title")
    story = choose_story(list(_contents(fields)), title)
    link = address_of(fields, base)
    sources = fields_of(fields["source"][0]) if "source" in fields else {}
    named = text_of(sources, "title") or text_of(fields, "source")
    own = (element, *fields.get("content", ()), *fields.get("title", ()))
    spoken = next((one.get(LANGUAGE) for one in own if one.get(LANGUAGE)), None)
    images = tuple(_images(fields, link or base))
    return Entry(
        content=story.content,
        form=story.form,
        summary=story.summary,
        title=title,
        url=link,
        id=text_of(fields, "guid", "id"),
        authors=tuple(authors_of(fields)) or feed.authors,
        published=_moment(fields, _PUBLISHED),
        modified=_moment(fields, _MODIFIED),
        tags=tuple(_tags(fields)),
        images=images,
        credit=_credit(fields),
        site_name=named or feed.title,
        language=spoken or text_of(fields, "dc:language") or feed.language,
    )


def text_of(fields: Fields, *names: str) -> str | None:
    """The first text under one of the names, plain."""
    texts = (clean(markup_of(one)) for name in names for one in fields.get(name, ()))
    return next((text for text in texts if text), None)


def markup_of(element: Any) -> str:  # noqa: ANN401 - as above
    """What an element holds, as its feed means it: its text, or its children as markup."""
    if len(element) == 0:
        return element.text or ""
    parts = [html.escape(element.text or "", quote=False)]
    open_: list[tuple[Iterator[Any], str]] = [(iter(element), "")]
    while open_:
        children, end = open_[-1]
        child = next(children, None)
        if child is None:
            open_.pop()
            parts.append(end)
            continue
        tail = html.escape(child.tail or "", quote=False)
        if not isinstance(child.tag, str):  # a comment, or an entity that nobody declared
            text = child.text or ""
            parts.append((text if text[:1] == "&" else "") + tail)
            continue
        name = child.tag.rpartition("}")[2].rpartition(":")[2]
        attributes = "".join(
            f' {key.rpartition("}")[2]}="{html.escape(value)}"' for key, value in child.items()
        )
        parts.append(f"<{name}{attributes}>{html.escape(child.text or '', quote=False)}")
        void = KINDS.get(name.lower()) == VOID
        open_.append((iter(child), ("" if void else f"</{name}>") + tail))
    return "".join(parts)


def address_of(fields: Fields, base: str | None = None) -> str | None:
    """The address of the story: that behind a counter, the link, or the name that is an address."""
    found = [one.text for one in fields.get("feedburner:origLink", ())]
    links = fields.get("link", ())
    found += [one.get("href") for one in links if one.get("rel", "alternate") == "alternate"]
    found += [one.text for one in links]
    found += [one.text for one in fields.get("guid", ()) if one.get("isPermaLink") != "false"]
    for address in found:
        cleaned = clean(address, LONGEST_ADDRESS)
        resolved = resolve(cleaned, base) if "/" in cleaned else None
        if resolved:
            return resolved
    return None


def _contents(fields: Fields) -> Iterator[Content]:
    for name, says in _TEXTS:
        for one in fields.get(name, ()):
            kind = one.get(says) if says == "type" else None
            form: Form | None = "html" if len(one) or says == "html" else form_of(kind)
            if form is not None or is_read(kind):
                yield Content(markup_of(one), form)


def authors_of(fields: Fields) -> Iterator[Author]:
    """Give the authors of the first place that names any: Dublin Core, then its own."""
    for name in ("dc:creator", "author", "creator", "itunes:author"):
        found = [author for one in fields.get(name, ()) if (author := _author(one)) is not None]
        if found:
            yield from found
            return


def _author(element: Any) -> Author | None:  # noqa: ANN401 - as above
    parts = fields_of(element)
    if not parts:
        name = clean(element.text)
        return Author(name) if name else None
    email = text_of(parts, "email")
    stated = text_of(parts, "name") or email
    url = resolve(text_of(parts, "uri", "url"))
    return Author(stated, email=email, url=url) if stated else None


def _moment(fields: Fields, names: tuple[str, ...]) -> Timestamp | None:
    """The first moment that can be read, or else the first one that is stated."""
    raw = [one.text for name in names for one in fields.get(name, ())]
    stamps = [stamp for one in raw[:8] if (stamp := read_sent(one, "entry")) is not None]
    return next((one for one in stamps if one.value is not None), next(iter(stamps), None))


def _tags(fields: Fields) -> Iterator[str]:
    for name in _TAGS:
        for one in fields.get(name, ()):
            if text := one.get("label") or one.get("term") or one.text:
                yield text


def _images(fields: Fields, base: str | None) -> Iterator[StatedImage]:
    """The pictures of media elements and enclosures; films and recordings are none."""
    for one in fields.get("media:content", ()):
        inner = fields_of(one)
        if _is_picture(one):
            yield from _image(one, "url", base, _credit(inner))
        for small in inner.get("media:thumbnail", ()):
            yield from _image(small, "url", base, _credit(inner))
    for one in fields.get("enclosure", ()):
        if _is_picture(one):
            yield from _image(one, "url", base)
    for one in fields.get("link", ()):
        if one.get("rel") == "enclosure" and _is_picture(one):
            yield from _image(one, "href", base)
    for one in fields.get("media:thumbnail", ()):
        yield from _image(one, "url", base)
    for one in fields.get("itunes:image", ()):
        yield from _image(one, "href", base)


def _is_picture(element: Any) -> bool:  # noqa: ANN401 - as above
    kind = element.get("medium") or element.get("type") or ""
    address = (element.get("url") or element.get("href") or "").partition("?")[0].lower()
    return kind.startswith("image") or (not kind and address.endswith(_PICTURES))


def _image(
    element: Any,  # noqa: ANN401 - as above
    attribute: str,
    base: str | None,
    credit: str | None = None,
) -> Iterator[StatedImage]:
    sizes = (element.get(side) or "" for side in ("width", "height"))
    width, height = (int(size) if size.isdecimal() and len(size) < 6 else None for size in sizes)
    if url := resolve(element.get(attribute), base):
        yield StatedImage(url, "entry", width, height, credit)


def _credit(fields: Fields) -> str | None:
    """Those who made and supplied a picture, as a printed credit joins them."""
    credits_ = fields.get("media:credit", ())
    named = (clean(one.text) for one in credits_ if (one.get("role") or "").lower() in _CREDITED)
    return "/".join(dict.fromkeys(name for name in named if name)) or None
