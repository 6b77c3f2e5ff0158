"""The lead image: the picture that the metadata name, unless it is the site's logo."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from articlekit.article import Image
from articlekit.pattern import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from articlekit.metadata import Metadata, StatedImage

_SITE = lazy(
    r"(?<![a-z])(?:logos?|placeholder|fallback|favicon|icons?|sprite|avatar|blank|spacer"
    r"|no[-_]?image|apple[-_]touch|og[-_]?image|social[-_]?share)(?=[-_.0-9]|$)|^default|\.svg$",
    re.IGNORECASE,
)
"""Names of files that belong to the site rather than to the article."""
_SMALL = 100
_ORDER = ("jsonld", "og:image", "twitter:image", "parsely", "sailthru", "cxense", "microdata")
_NAME = lazy(r"([^/?#]+?)(?:[-_]\d{2,4}x\d{2,4}|[-_]scaled)?(?:\.[A-Za-z]{3,4})?(?:[?#].*)?$")
_LONG_ID = lazy(r"[0-9]{6,}|[0-9a-f]{12,}")


def choose_image(metadata: Metadata, pictures: Sequence[Image] = ()) -> Image | None:
    """Choose the picture that stands for the article.

    `pictures` are those of the story in order, their addresses made absolute. A stated picture
    that also stands in the story goes before one that does not; without any the first one of the
    story is it. Logos and placeholders are none.
    """
    ranked = _ordered(metadata.images)
    stated = [one for one in ranked if not _is_of_site(one)]
    shown = [one for one in pictures if not _SITE.search(_file(one.url))]
    keys = {key: one for one in reversed(shown) for key in keys_of(one.url)} if stated else {}
    for one in stated:
        for key in sorted(keys_of(one.url), key=lambda key: (-len(key), key)):  # surest first
            if key in keys:
                return Image(one.url, keys[key].alt)
    if stated:
        return Image(stated[0].url)
    if shown:
        return shown[0]
    return Image(ranked[0].url) if ranked else None


def keys_of(url: str) -> frozenset[str]:
    """What names a picture whatever its size and crop: its file name, and long numbers."""
    path = _path(url)
    mark = min((at for at in map(path.find, "?#") if at >= 0), default=len(path))
    name = _NAME.search(path, path.rfind("/", 0, mark) + 1)  # nothing before can reach the end
    found = set(_LONG_ID.findall(path.lower()))
    if name and len(name[1]) > 5:
        found.add(name[1].lower())
    return frozenset(found)


def _ordered(images: Iterable[StatedImage]) -> list[StatedImage]:
    ranks = {origin: rank for rank, origin in enumerate(_ORDER)}
    return sorted(images, key=lambda one: ranks.get(one.origin, len(ranks)))


def _is_of_site(image: StatedImage) -> bool:
    small = image.width is not None and image.width < _SMALL
    return small or bool(_SITE.search(_file(image.url)))


def _file(url: str) -> str:
    return _path(url).partition("?")[0].partition("#")[0].rstrip("/").rpartition("/")[2]


def _path(url: str) -> str:
    return url.partition("://")[2].partition("/")[2]
