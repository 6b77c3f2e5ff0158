"""Entries that are mappings: of feedparser and of JSON Feed, both under their own names.

A mapping may come from anywhere: what is not of the expected type is passed over. feedparser is not
imported; its dictionaries answer for names that they do not have, so they are copied first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from articlekit.entry import NO_FEED, Entry
from articlekit.metadata import StatedImage
from articlekit.model import Author
from articlekit.readers.entry_content import Content, choose_story, form_of, is_read
from articlekit.readers.gathering import many
from articlekit.readers.moments import read_sent
from articlekit.readers.stated_text import clean
from articlekit.readers.urls import LONGEST as LONGEST_ADDRESS
from articlekit.readers.urls import resolve

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from articlekit.entry import Feed
    from articlekit.model import Timestamp

Fields = dict[str, Any]

_ADDRESSES = ("feedburner_origlink", "link", "url", "external_url")
_PUBLISHED = ("published", "date_published", "pubDate", "created", "date")
_MODIFIED = ("updated", "date_modified", "modified")
_PLAIN = ("content", "description", "fulltext", "body")
_IMAGES = ("media_content", "media_thumbnail", "enclosures", "links", "attachments")
_PICTURES = ("image", "banner_image")
_CREDITED = frozenset(("", "photographer", "photo", "provider", "copyright holder", "owner"))


def read_mapping(
    mapping: Mapping[Any, Any],
    feed: Feed = NO_FEED,
    base: str | None = None,
) -> Entry:
    """Read an entry, and what its feed says of all; relative addresses start from `base`."""
    fields: Fields = {str(name): value for name, value in mapping.items()}
    title = _text(fields.get("title")) or None
    story = choose_story(list(_contents(fields)), title)
    url = _address(fields, base)
    return Entry(
        content=story.content,
        form=story.form,
        summary=story.summary,
        title=title,
        url=url,
        id=_text(fields.get("id")) or _text(fields.get("guid")) or None,
        authors=tuple(authors_of(fields)) or feed.authors,
        published=_moment(fields, _PUBLISHED),
        modified=_moment(fields, _MODIFIED),
        tags=tuple(_tags(fields)),
        images=tuple(_images(fields, url or base)),
        credit=_credit(fields),
        site_name=_text(_under(fields.get("source"), "title")) or feed.title,
        language=_language(fields) or feed.language,
    )


def _text(value: object) -> str:
    """A text or a number as plain text, or the text of a detail of feedparser's."""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return str(value)
    return clean(_under(value, "value") if isinstance(value, dict) else value)


def _under(value: object, name: str) -> object:
    """What a mapping holds under a name, of feedparser as it was read."""
    return dict.get(value, name) if isinstance(value, dict) else None


def _contents(fields: Fields) -> Iterator[Content]:
    """Every text that may be the story."""
    for one in many(fields.get("content")):
        value, kind = _under(one, "value"), _under(one, "type")
        if isinstance(value, str) and is_read(kind):
            yield Content(value, form_of(kind))
    if isinstance(markup := fields.get("content_html"), str):
        yield Content(markup, "html")
    elif isinstance(text := fields.get("content_text"), str):
        yield Content(text, "text")
    for name in _PLAIN:
        if isinstance(text := fields.get(name), str):
            yield Content(text)
    if isinstance(text := fields.get("summary"), str):
        yield Content(text, form_of(_under(fields.get("summary_detail"), "type")))


def _address(fields: Fields, base: str | None) -> str | None:
    """The address of the story; an identifier is one where nothing else is."""
    for name in (*_ADDRESSES, "id"):
        address = clean(fields.get(name), LONGEST_ADDRESS)
        resolved = resolve(address, base) if "/" in address else None
        if resolved:
            return resolved
    return None


def authors_of(fields: Fields) -> Iterator[Author]:
    """Give the authors, by the strings or the mappings that name them."""
    people = [one for one in many(fields.get("authors")) if one] or many(fields.get("author"))
    for one in people or many(fields.get("creator")):
        name, email = _text(_under(one, "name")), _text(_under(one, "email"))
        address = _under(one, "href") or _under(one, "url")
        stated = _text(one) if isinstance(one, str) else name or email
        if stated:
            url = resolve(address) if isinstance(address, str) else None
            yield Author(stated, email=email or None, url=url)


def _moment(fields: Fields, names: Iterable[str]) -> Timestamp | None:
    """The first moment that can be read, or else the first one that is stated."""
    pairs = ((fields.get(name), fields.get(f"{name}_parsed")) for name in names)
    stamps = [stamp for pair in pairs if (stamp := read_sent(pair[0], "entry", pair[1]))]
    return next((one for one in stamps if one.value is not None), next(iter(stamps), None))


def _tags(fields: Fields) -> Iterator[str]:
    for one in (*many(fields.get("tags")), *many(fields.get("categories"))):
        text = _text(one) or _text(_under(one, "label")) or _text(_under(one, "term"))
        if text:
            yield text
    if keywords := _text(fields.get("media_keywords")):
        yield keywords


def _images(fields: Fields, base: str | None) -> Iterator[StatedImage]:
    """The pictures of JSON Feed, then those of media elements and enclosures."""
    for name in _PICTURES:
        value = fields.get(name)
        address = value if isinstance(value, str) else _under(value, "href") or _under(value, "url")
        if isinstance(address, str) and (url := resolve(address, base)):
            yield StatedImage(url, "entry")
    for name in _IMAGES:
        for one in many(fields.get(name)):
            address = _under(one, "url") or _under(one, "href")
            if not isinstance(address, str) or not _is_picture(one, name):
                continue
            if url := resolve(address, base):
                yield StatedImage(url, "entry", _pixels(one, "width"), _pixels(one, "height"))


def _is_picture(one: object, name: str) -> bool:
    if name == "links" and _under(one, "rel") != "enclosure":
        return False
    kinds = (_under(one, kind) for kind in ("medium", "type", "mime_type"))
    return name == "media_thumbnail" or any(str(kind).startswith("image") for kind in kinds if kind)


def _pixels(one: object, side: str) -> int | None:
    size = _text(_under(one, side))
    return int(size) if size.isdecimal() and len(size) < 6 else None


def _credit(fields: Fields) -> str | None:
    """Those who made and supplied a picture, as a printed credit joins them."""
    held = many(fields.get("media_credit"))
    roles = (str(_under(one, "role") or "").lower() in _CREDITED for one in held)
    names = [_text(_under(one, "content")) for one, made in zip(held, roles, strict=True) if made]
    return "/".join(dict.fromkeys(name for name in names if name)) or None


def _language(fields: Fields) -> str | None:
    """The language of the entry, or as feedparser has it, that of its content or its title."""
    held = (*many(fields.get("content")), fields.get("title_detail"), fields.get("summary_detail"))
    stated = (fields.get("language"), *(_under(one, "language") for one in held))
    return next((text for one in stated if (text := clean(one))), None)
