"""Where candidates are put while metadata is read: cleaned, in order, each only once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from articlekit.metadata import Stated, StatedAuthors, StatedImage
from articlekit.readers.moments import read_moment
from articlekit.readers.stated_authors import read_names
from articlekit.readers.stated_text import clean, cleaned_body
from articlekit.readers.urls import resolve

if TYPE_CHECKING:
    from articlekit.language import Language
    from articlekit.model import Author, Timestamp

MOST_TEXTS, MOST_MOMENTS, MOST_AUTHORS, MOST_IMAGES, MOST_TAGS = 50, 200, 50, 50, 200
LONGEST_BODY = 2 * 1024 * 1024
_SEPARATOR = re.compile(r"\s*[,;|]\s*")


class Gathering:
    """Candidates on their way into a `Metadata`; lists keep the order in which they came."""

    def __init__(self, words: Language, base: str | None) -> None:
        """Begin with nothing; `base` is what relative addresses start from."""
        self.words = words
        self.base = base
        self.texts: dict[str, list[Stated]] = {}
        """By field of `Metadata`: headlines, descriptions, ..."""
        self.authors: list[StatedAuthors] = []
        self.moments: dict[str, list[Timestamp]] = {"published": [], "modified": []}
        self.images: list[StatedImage] = []
        self.tags: dict[str, None] = {}

    def text(self, field: str, value: object, origin: str) -> None:
        """Add a text to a field."""
        shelf = self.texts.setdefault(field, [])
        longest = LONGEST_BODY if field == "bodies" else 1024
        text = cleaned_body(value, longest) if field == "bodies" else clean(value)
        if text and len(shelf) < MOST_TEXTS:
            shelf.append(Stated(text, origin))

    def names(self, values: list[str], origin: str) -> None:
        """Add strings of names as what one origin says."""
        found = [
            author
            for value in dict.fromkeys(values[:MOST_AUTHORS])
            for author in read_names(value, self.words)
        ]
        self.people(found, origin)

    def people(self, authors: list[Author], origin: str) -> None:
        """Add authors as what one origin says."""
        once = tuple({author.name.casefold(): author for author in reversed(authors)}.values())
        if once and len(self.authors) < MOST_AUTHORS:
            self.authors.append(StatedAuthors(once[::-1][:MOST_AUTHORS], origin))

    def moment(self, field: str, value: object, origin: str) -> None:
        """Add a moment, where it can be read; a day before 1990 is no day of a web page."""
        shelf = self.moments[field]
        if value and len(shelf) < MOST_MOMENTS:
            stamp = read_moment(value, self.words, origin)
            if stamp is not None:
                shelf.append(stamp)

    def image(
        self, value: object, origin: str, width: object = None, height: object = None
    ) -> None:
        """Add a picture by its address, with its size where figures say so."""
        url = resolve(clean(value, 8192), self.base) if isinstance(value, str) else None
        if url and len(self.images) < MOST_IMAGES and all(url != one.url for one in self.images):
            self.images.append(StatedImage(url, origin, _pixels(width), _pixels(height)))

    def tag(self, value: object, *, split: bool = True) -> None:
        """Add tags: one, or several with commas between them."""
        text = clean(value, 8192)
        for part in _SEPARATOR.split(text) if split else (text,):
            if part and len(part) <= 120 and len(self.tags) < MOST_TAGS:
                self.tags.setdefault(part)


def _pixels(value: object) -> int | None:
    if isinstance(value, dict):
        value = value.get("value")
    if isinstance(value, str):
        digits = value.strip().removesuffix("px")
        return int(digits) if digits.isdecimal() and len(digits) < 6 else None
    return value if type(value) is int and 0 < value < 100_000 else None
