"""Names as metadata states them: one string or object in, authors out.

A string may hold a by-phrase, several names, a role, an address; people and organisations are
told apart by the same grammar that reads visible bylines.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from articlekit.grammar.byline.reader import read_byline
from articlekit.grammar.byline.words import byline_lexis, is_organisation, is_role, is_wide
from articlekit.grammar.names import SHAPE, name_strength
from articlekit.model import Author
from articlekit.readers.stated_text import clean

if TYPE_CHECKING:
    from articlekit.language import Language

LONGEST = 300
MOST_AUTHORS = 50

_ADDRESS = re.compile(r"(?:https?:)?//|www\.|[^\s@]+\.(?:html?|php|aspx?)\b", re.IGNORECASE)
_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,24}){1,4}")
_HANDLE = re.compile(r"@\w{2,30}")
_JOINTS = re.compile(r"\s*[;|/•·\n]\s*|\s+[–—-]\s+|\s*,\s+|\s+(?:and|und|et|y|e|og|och|en|i|&)\s+")
_SIMPLE = re.compile(r"(?!.*\s[–—-]\s)[^,;|/&@:•·()\[\]0-9<>]+")
_SURNAME_FIRST = re.compile(r"([^\s,]+(?: [^\s,]+)?), ?([^\s,]+(?: [^\s,]+)?)")
_NOBODY = frozenset(
    ("admin", "administrator", "anonymous", "author", "guest", "root", "test", "unknown", "user")
)
_CREDIT = re.compile(r"\((?:image|photo|picture|foto|bild)\b|image:|photo:", re.IGNORECASE)
_EDGES = " \t,;:|/-–—•·"


def read_names(text: object, words: Language, kind: str | None = None) -> tuple[Author, ...]:
    """Read a string of names; `kind` is what the page itself calls its owner, if anything.

    Addresses and the names of accounts that stand for nobody ("admin") give no author.
    """
    name = clean(text, LONGEST).strip(_EDGES)
    if len(name) < 2 or _is_nobody(name):
        return ()
    if _HANDLE.fullmatch(name):
        return (Author(name, handle=name),)
    if kind == "organisation":
        return (Author(name, "organisation"),)
    if _is_inverted(name, words):
        return (Author(turned(name)),)
    if _is_plain(name, words, kind):
        return (_one(name, words, kind),)
    return _take_apart(name, words, kind)[:MOST_AUTHORS]


def _is_nobody(name: str) -> bool:
    return (
        name.casefold() in _NOBODY
        or not any(map(str.isalpha, name))
        or _ADDRESS.match(name.lstrip("@")) is not None
        or _CREDIT.match(name) is not None
    )


def _is_plain(name: str, words: Language, kind: str | None) -> bool:
    """Whether a string is one name: nothing in it joins two or says more."""
    if is_wide(name[0]) or not _SIMPLE.fullmatch(name) or _opens_with_phrase(name, words):
        return False
    if _JOINTS.search(name) is None:
        return True
    if kind != "person" or len(name.split()) > 4 or name_strength(name, words) == 0:
        return False
    parts = [part for part in _JOINTS.split(name) if part]
    return not all(name_strength(part, words) >= SHAPE for part in parts)


def turned(name: str) -> str:
    """Write "Roe, Jane" as "Jane Roe"; a name without a comma stays."""
    parts = _SURNAME_FIRST.fullmatch(name.strip())
    return f"{parts[2]} {parts[1]}" if parts else name


def _is_inverted(name: str, words: Language) -> bool:
    """Whether "A, B" is one name, surname first: neither part is a name or a house alone."""
    if name.count(",") != 1 or turned(name) == name:
        return False
    lexis = byline_lexis(words.code)
    parts = [part.strip() for part in name.split(",")]
    return all(part and " " not in part and part[0].isupper() for part in parts) and not any(
        is_organisation(part, lexis) or is_role(part, lexis) for part in parts
    )


def _opens_with_phrase(name: str, words: Language) -> bool:
    first, _, rest = name.casefold().partition(" ")
    phrases = byline_lexis(words.code).phrases
    return bool(rest) and first in phrases


def _one(name: str, words: Language, kind: str | None) -> Author:
    """One name without marks: the name of an organisation where its words say so."""
    doubtful = kind != "person" or name_strength(name, words) < SHAPE
    if doubtful and is_organisation(name, byline_lexis(words.code)):
        return Author(name, "organisation")
    return Author(name)


def _take_apart(name: str, words: Language, kind: str | None) -> tuple[Author, ...]:
    for line in (name, f"By {name}"):
        reading = read_byline(line, words)
        if reading is not None and reading.authors and not reading.leftover:
            own = [author for author in reading.authors if author.contribution == "text"]
            return tuple(own or reading.authors)
    email = _EMAIL.search(name)
    if email is not None:
        rest = (name[: email.start()] + name[email.end() :]).strip(_EDGES + "()<>[]")
        if not rest:
            return (Author(email[0], email=email[0]),)
        return tuple(
            Author(author.name, author.kind, email=email[0])
            for author in read_names(rest, words, kind)[:1]
        )
    return _split(name, words, kind)


def _split(name: str, words: Language, kind: str | None) -> tuple[Author, ...]:
    """The parts between the joints, where all but the last are names or houses."""
    lexis = byline_lexis(words.code)
    parts = [part for part in _JOINTS.split(name) if len(part) > 1]
    known = [
        part
        for part in parts
        if name_strength(part, words) >= SHAPE or is_organisation(part, lexis)
    ]
    if len(parts) > 1 and len(known) >= max(1, len(parts) - 1) and known[0] == parts[0]:
        return tuple(_one(part, words, kind) for part in known)
    return (_one(name, words, kind),)
