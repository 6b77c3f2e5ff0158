"""Where candidates are put while metadata is read: cleaned, in order, each only once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from articlekit.metadata import Stated, StatedAuthors, StatedImage
from articlekit.model import Warn
from articlekit.readers.moments import read_moment
from articlekit.readers.stated_authors import LONGEST as LONGEST_NAMES
from articlekit.readers.stated_authors import read_names
from articlekit.readers.stated_text import LONGEST, clean, cleaned_body, excess
from articlekit.readers.urls import LONGEST as LONGEST_ADDRESS
from articlekit.readers.urls import resolve

if TYPE_CHECKING:
    from articlekit.language import Language
    from articlekit.model import Author, Timestamp

MOST_TEXTS, MOST_MOMENTS, MOST_AUTHORS, MOST_IMAGES, MOST_TAGS = 50, 200, 50, 50, 200
MOST_ENTRIES = 50
"""So many entries of one list are read."""
LONGEST_BODY = 2 * 1024 * 1024
LONGEST_TAGS, LONGEST_TAG = 8192, 120
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
        self.unread: list[Warn] = []
        """What is stated and cannot be read."""
        self.lost: dict[str, int] = {}
        """How much was left out, by what it was."""

    def lose(self, what: str, amount: int) -> None:
        """Count what is left out of the candidates, none or more of it."""
        if amount > 0:
            self.lost[what] = self.lost.get(what, 0) + amount

    @property
    def warnings(self) -> tuple[Warn, ...]:
        """What was left out, and what could not be read."""
        return *self.unread, *(
            Warn("metadata", f"metadata: {amount} {what} left out", 0, amount)
            for what, amount in self.lost.items()
        )

    def some(self, value: object, what: str) -> list[Any]:
        """A value as a list, of a longer list no more than the first `MOST_ENTRIES`."""
        if isinstance(value, list):
            self.lose(what, len(value) - MOST_ENTRIES)
        return many(value)

    def text(self, field: str, value: object, origin: str) -> None:
        """Add a text to a field."""
        shelf = self.texts.setdefault(field, [])
        longest = LONGEST_BODY if field == "bodies" else LONGEST
        text = cleaned_body(value, longest) if field == "bodies" else clean(value)
        if text and len(shelf) < MOST_TEXTS:
            shelf.append(Stated(text, origin))
            self.lose(f"characters of {field.replace('_', ' ')}", excess(value, longest))

    def names(self, values: list[str], origin: str) -> None:
        """Add strings of names as what one origin says."""
        once = dict.fromkeys(self.some(values, "authors"))
        self.people([author for value in once for author in self.read_names(value)], origin)

    def read_names(self, text: object, kind: str | None = None) -> tuple[Author, ...]:
        """Read a string of names; `kind` is what the page itself calls its owner, if anything."""
        self.lose("characters of authors", excess(text, LONGEST_NAMES))
        return read_names(text, self.words, kind)

    def people(self, authors: list[Author], origin: str) -> None:
        """Add authors as what one origin says."""
        once = tuple({author.name.casefold(): author for author in reversed(authors)}.values())
        if once and len(self.authors) < MOST_AUTHORS:
            self.lose("authors", len(once) - MOST_AUTHORS)
            self.authors.append(StatedAuthors(once[::-1][:MOST_AUTHORS], origin))

    def moment(self, field: str, value: object, origin: str) -> None:
        """Add a moment, where it can be read; a day before 1990 is no day of a web page."""
        shelf = self.moments[field]
        if value and len(shelf) < MOST_MOMENTS:
            stamp = read_moment(value, self.words, origin)
            if stamp is not None:
                shelf.append(stamp)

    def image(
        self,
        value: object,
        origin: str,
        width: object = None,
        height: object = None,
        credit: str | None = None,
    ) -> None:
        """Add a picture by its address, with its size where figures say so."""
        if not isinstance(value, str):
            return
        if not value.startswith("data:"):
            self.lose("characters of an address", excess(value, LONGEST_ADDRESS))
        url = resolve(clean(value, LONGEST_ADDRESS), self.base)
        if url and len(self.images) < MOST_IMAGES and all(url != one.url for one in self.images):
            self.images.append(StatedImage(url, origin, _pixels(width), _pixels(height), credit))

    def tag(self, value: object, *, split: bool = True) -> None:
        """Add tags: one, or several with commas between them."""
        text = clean(value, LONGEST_TAGS)
        self.lose("characters of tags", excess(value, LONGEST_TAGS))
        for part in _SEPARATOR.split(text) if split else (text,):
            if part in self.tags:
                continue
            if len(part) > LONGEST_TAG or len(self.tags) >= MOST_TAGS:
                self.lose("tags", 1)
            elif part:
                self.tags[part] = None


def many(value: object) -> list[Any]:
    """A value as a list: the first of the list that it is, or the only value of one, or nothing."""
    if value is None:
        return []
    return value[:MOST_ENTRIES] if isinstance(value, list) else [value]


def _pixels(value: object) -> int | None:
    if isinstance(value, dict):
        value = value.get("value")
    if isinstance(value, str):
        digits = value.strip().removesuffix("px")
        return int(digits) if digits.isdecimal() and len(digits) < 6 else None
    return value if type(value) is int and 0 < value < 100_000 else None
