"""What the article object of linked data says: its properties in, candidates out.

Any property may hold a text, an object, or a list of either; what is of another type is nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from articlekit.readers.gathering import many
from articlekit.readers.linked_data import LinkedData, Thing, types_of
from articlekit.readers.stated_text import clean
from articlekit.readers.urls import resolve

if TYPE_CHECKING:
    from articlekit.model import Author
    from articlekit.readers.gathering import Gathering

ORIGIN = "jsonld"
_MEDIA = ("video", "audio")
_PROPERTIES = (
    ("headlines", "headline", ""),
    ("headlines", "name", ":name"),
    ("headlines", "title", ""),
    ("alternatives", "alternativeHeadline", ""),
    ("published", "datePublished", ""),
    ("published", "uploadDate", ""),
    ("published", "dateCreated", ":created"),
    ("modified", "dateModified", ""),
    ("descriptions", "description", ""),
    ("descriptions", "abstract", ""),
    ("sections", "articleSection", ""),
    ("bodies", "articleBody", ""),
)
"""Field, property, and what the origin ends in where the property says it less surely."""


def gather_article(data: LinkedData, into: Gathering) -> None:
    """Put what the article says of itself among the candidates."""
    thing = data.article
    if thing is None:
        return
    media = any(kind.startswith(_MEDIA) for kind in types_of(thing))
    origin = "jsonld:media" if media else ORIGIN
    _gather_people(data, thing, into, origin)
    for field, key, tail in _PROPERTIES:
        for value in many(thing.get(key))[:10]:
            if field in into.moments:
                into.moment(field, _inner(value, "@value"), origin + tail)
            else:
                into.text(field, _inner(value, "name"), origin + tail)
    for value in into.some(thing.get("keywords"), "tags"):
        into.tag(_inner(value, "name"))
    _gather_images(data, thing, into, origin)


def gather_page(data: LinkedData, into: Gathering) -> None:
    """Put what objects about the page say behind the article's: dates, picture, names."""
    for page in data.pages[:4]:
        into.text("headlines", page.get("headline") or page.get("name"), "jsonld:page")
        into.moment("published", _inner(page.get("datePublished"), "@value"), "jsonld:page")
        into.moment("modified", _inner(page.get("dateModified"), "@value"), "jsonld:page")
        into.text("descriptions", page.get("description"), "jsonld:page")
        if page.get("author"):
            _gather_people(data, page, into, "jsonld:page")
        _gather_images(data, page, into, "jsonld:page")


def publisher_of(data: LinkedData) -> str | None:
    """The name of who publishes the article."""
    for thing in (data.article, *data.pages):
        for value in many(thing.get("publisher") if thing else None):
            if name := clean(_inner(data.whole(value), "name")):
                return name
    for kind in ("newsmediaorganization", "website", "organization"):
        for thing in data.publishers:
            if kind in types_of(thing) and (name := clean(_inner(thing, "name"))):
                return name
    return None


def is_paywalled(data: LinkedData) -> bool:
    """Whether the article says that it is not free to read."""
    free = data.article.get("isAccessibleForFree") if data.article else None
    return free is False or (isinstance(free, str) and free.strip().casefold() in ("false", "no"))


def _inner(value: object, key: str) -> object:
    """A text, or the text that an object carries under a key."""
    if isinstance(value, dict):
        value = value.get(key, value.get("@value"))
    if isinstance(value, list):
        value = next((one for one in value if isinstance(one, str)), None)
    return value


def _gather_people(data: LinkedData, thing: Thing, into: Gathering, origin: str) -> None:
    for key in ("author", "creator"):
        found = [
            author
            for value in into.some(thing.get(key), "authors")
            for author in _authors_of(data.whole(value), into)
        ]
        if found:
            into.people(found, origin if key == "author" else f"{origin}:{key}")
            return


def _authors_of(value: object, into: Gathering) -> list[Author]:
    """The authors that one entry names: with role, employer and address where they are given."""
    if not isinstance(value, dict):
        return list(into.read_names(value))
    kind = "person"
    kinds = types_of(value)
    if any(k.endswith(("organization", "corporation", "website")) for k in kinds):
        kind = "organisation"
    names = [name for name in many(value.get("name")) if isinstance(name, str)]
    if not names and isinstance(value.get("name"), dict):
        names = [str(_inner(value["name"], "name") or "")]
    if not names:
        parts = (clean(value.get(part)) for part in ("givenName", "familyName"))
        names = [" ".join(filter(None, parts))]
    stated = kind if kinds else None
    found = [author for name in names for author in into.read_names(name, stated)]
    if len(found) == 1:
        found[0] = replace(
            found[0],
            role=found[0].role or clean(_inner(value.get("jobTitle"), "name")) or None,
            url=_address(value, into.base),
            email=found[0].email or clean(value.get("email")).removeprefix("mailto:") or None,
        )
    return found


def _address(value: Thing, base: str | None) -> str | None:
    for key in ("url", "@id"):
        for one in many(value.get(key)):
            if isinstance(one, str) and not one.startswith("#") and (url := resolve(one, base)):
                return url
    return None


def _gather_images(data: LinkedData, thing: Thing, into: Gathering, origin: str) -> None:
    for key in ("image", "primaryImageOfPage", "thumbnailUrl"):
        for value in many(thing.get(key))[:10]:
            picture = data.whole(value)
            if isinstance(picture, dict):
                address = picture.get("url") or picture.get("contentUrl") or picture.get("@id")
                for one in many(address)[:3]:
                    into.image(one, origin, picture.get("width"), picture.get("height"))
            else:
                into.image(picture, origin)
