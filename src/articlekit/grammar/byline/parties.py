"""The parties of a byline clause: "A and B in Paris, Reporter" in, authors out (2.4 to 2.6)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from articlekit.grammar.byline.people import (
    fill_in,
    is_titled_house,
    read_attribute,
    read_house,
    read_person,
)
from articlekit.grammar.byline.words import fold, is_organisation, is_role
from articlekit.grammar.names import is_chinese_name
from articlekit.language.agency import agency_of
from articlekit.model import Author
from articlekit.pattern import lazy

if TYPE_CHECKING:
    from articlekit.grammar.byline.words import BylineLexis
    from articlekit.language import Language
    from articlekit.model import Contribution

_LIST = lazy(r"\s?[,،、，·•]\s?|\s?/\s?|\s&\s|\s?&$")
_BRACKET = lazy(r"\s?[(（]([^()（）]{1,60})[)）]\s?")
_SURNAME_JOINTS = ("y", "i", "e")
"""These join two names of one person, too: "Puig i Cadafalch"."""


class Item(Struct, frozen=True):
    """One part of a list, and the word such as "and" or "with" before it, or nothing."""

    text: str
    joined: str


class Parties(Struct):
    """What a clause names so far; `leftover` is what could not be read."""

    authors: list[Author]
    leftover: list[str]


def read_parties(
    text: str,
    contribution: Contribution,
    words: Language,
    lexis: BylineLexis,
    *,
    after_phrase: bool,
) -> Parties:
    """Read the names, roles, places and organisations of one clause, in order."""
    parties = Parties([], [])
    whole = text.strip()
    if is_organisation(whole, lexis) or fold(whole) in lexis.organisations:
        parties.authors.append(Author(whole, "organisation", contribution=contribution))
        return parties
    reader = _Reader(parties, contribution, words, lexis, after_phrase=after_phrase)
    items = _items(whole, lexis)
    for item in items:
        reader.read(item)
    if items and after_phrase:
        reader.settle_first(items[0].text)
    return parties


def _items(text: str, lexis: BylineLexis) -> list[Item]:
    """Split at list marks and joining words; brackets stay with what they follow."""
    items: list[Item] = []
    for part in _split_list(text):
        tokens, start, joined = part.split(), 0, ""
        if len(tokens) > 1 and all(map(is_chinese_name, tokens)):
            items.extend(Item(token, "") for token in tokens)
            continue
        at = 0
        while at < len(tokens):
            size = _conjunction_at(tokens, at, lexis)
            if not size or (at + size >= len(tokens) and at):
                at += 1
                continue
            if at > start:
                items.append(Item(" ".join(tokens[start:at]), joined))
            joined = " ".join(tokens[at : at + size])
            at += size
            start = at
        if start < len(tokens):
            items.append(Item(" ".join(tokens[start:]), joined))
    return items


def _split_list(text: str) -> list[str]:
    """Split at list marks outside brackets."""
    held = _BRACKET.sub(
        lambda m: f" ({m.group(1).replace(',', chr(1)).replace('/', chr(2))}) ", text
    )
    parts = [part.replace("\x01", ",").replace("\x02", "/").strip() for part in _LIST.split(held)]
    return [part for part in parts if part]


def _conjunction_at(tokens: list[str], at: int, lexis: BylineLexis) -> int:
    """How many words of a conjunction stand at a place; "y" or "i" between two names only."""
    for conjunction in lexis.conjunctions.get(tokens[at].casefold(), ()):
        size = len(conjunction)
        if tuple(token.casefold() for token in tokens[at : at + size]) == conjunction:
            return 0 if tokens[at].isupper() and len(tokens[at]) == 1 and at == 0 else size
    return 0


class _Reader:
    """Reads the items of one clause into `parties`, each in the light of those before it."""

    def __init__(
        self,
        parties: Parties,
        contribution: Contribution,
        words: Language,
        lexis: BylineLexis,
        *,
        after_phrase: bool,
    ) -> None:
        self._authors, self._leftover = parties.authors, parties.leftover
        self._work: Contribution = contribution
        self._words, self._lexis = words, lexis
        self._after_phrase = after_phrase

    def read(self, item: Item) -> None:
        """Read an item and the brackets in it."""
        text, notes = _without_brackets(item.text.strip(" ,;:"))
        if text:
            self._read_bare(Item(text, item.joined))
        for note in notes:
            if not (self._authors and self._read_note(note, text)):
                self._leftover.append(note)

    def settle_first(self, text: str) -> None:
        """Read "By Euronews with agencies": a single word beside organisations is one of them."""
        others = self._authors and all(author.kind == "organisation" for author in self._authors)
        if others and self._leftover == [text] and text[0].isupper() and text.isalnum():
            self._leftover.clear()
            self._authors.insert(0, Author(text, "organisation", contribution=self._work))

    def _read_note(self, note: str, text: str) -> bool:
        """Read a note in brackets as work, part of the role before it, role or house."""
        last = self._authors[-1]
        work = _work_of(note, self._lexis)
        if work is not None:
            self._authors[-1] = replace(last, contribution=work)
        elif last.role is not None and text.endswith(last.role):
            self._authors[-1] = replace(last, role=f"{last.role} ({note})")
        elif is_role(note, self._lexis):
            self._authors[-1] = replace(last, role=note)
        elif is_organisation(note, self._lexis) or (note[0].isupper() and len(note) > 2):
            self._authors[-1] = replace(last, organisation=note)
        else:
            return False
        return True

    def _read_bare(self, item: Item) -> None:
        """Read an item without brackets; the surest readings come first."""
        text, authors, lexis = item.text, self._authors, self._lexis
        person = bool(authors) and authors[-1].kind == "person"
        if person and agency_of(text) is None and read_attribute(text, authors, lexis):
            return
        if is_organisation(text, lexis):
            if not item.joined and any(author.kind == "person" for author in authors):
                fill_in(authors, "organisation", text)
            else:
                authors.append(Author(text, "organisation", contribution=self._work))
            return
        if person and read_house(text, authors):
            return
        named = read_person(text, self._work, self._words, lexis, loose=self._after_phrase)
        if named is not None:
            authors.append(named)
        elif person and item.joined in _SURNAME_JOINTS and text[0].isupper() and text.isalpha():
            whole = f"{authors[-1].name} {item.joined} {text}"
            authors[-1] = replace(authors[-1], name=whole)
        elif not (self._after_phrase and self._read_single(item)):
            self._leftover.append(text)

    def _read_single(self, item: Item) -> bool:
        """After a by-phrase: a house with its article, initials, an acronym, a bare place."""
        text, authors = item.text, self._authors
        if (not authors or item.joined) and is_titled_house(text, self._lexis):
            authors.append(Author(text, "organisation", contribution=self._work))
            return True
        if not authors or not text.isalpha():
            return False
        if text.islower() and 2 <= len(text) <= 4:
            authors.append(Author(text, "initials", contribution=self._work))
            return True
        if not text[0].isupper() or fold(text) in self._lexis.not_names:
            return False
        if authors[-1].kind == "person":
            fill_in(authors, "organisation" if text.isupper() else "location", text)
        elif not text.isupper():
            return False
        return True


def _without_brackets(text: str) -> tuple[str, list[str]]:
    notes = _BRACKET.findall(text)
    return (_BRACKET.sub(" ", text).strip(), notes) if notes else (text, notes)


def _work_of(text: str, lexis: BylineLexis) -> Contribution | None:
    """The contribution that a bare word in brackets names: "(reporting)"."""
    folded = fold(text)
    for phrase in lexis.phrases.get(folded.split(" ")[0], ()):
        if phrase.contribution != "text" and " ".join(phrase.words) in (folded, f"{folded} by"):
            return phrase.contribution
    return next((found for stem, found in _WORK if folded.startswith(stem)), None)


# The stems of the activity nouns of English bylines, which tables write with "by".
_WORK: tuple[tuple[str, Contribution], ...] = (
    ("report", "reporting"),
    ("photo", "photo"),
    ("edit", "editing"),
    ("writing", "writing"),
    ("video", "video"),
    ("illustration", "illustration"),
)
