"""Who wrote an article: the visible byline and the metadata, reconciled person by person.

One person is spelled in many ways: in capitals, with initials, without accents, surname first.
People come before organisations; a site that only repeats its own name is no author beside them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from articlekit.choose.folding import bare, squeeze
from articlekit.choose.headline import site_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from articlekit.metadata import Metadata, StatedAuthors
    from articlekit.model import Author

_LAST = ("twitter:creator", "meta:creator")
"""Origins that name accounts of the publisher as often as authors; they never name one alone."""
_FILLED = ("role", "organisation", "location", "email", "handle", "url", "credentials")


def choose_authors(
    visible: Sequence[Author], metadata: Metadata, host: str = ""
) -> tuple[Author, ...]:
    """Choose the authors among those of the visible byline and those that the metadata state.

    Both may be empty. A visible byline wins where it and the metadata share a person or where the
    metadata name only organisations; otherwise the people of the metadata do.
    """
    names = site_names(metadata, host)
    stated = stated_authors(metadata, names)
    seen = _merged(visible)
    if not stated:
        return without_site(seen, names)
    if not seen:
        return stated
    people, own = _people(seen), _people(stated)
    if not own or (people and _shared(people, own)):
        more = () if not own else stated
        return without_site(_merged([*_spelt_like(seen, stated), *more]), names)
    if not people and own:
        houses = [one for one in seen if one.kind != "person" and not _is_site(one, names)]
        return _merged([*stated, *houses])
    return stated


def stated_authors(metadata: Metadata, names: frozenset[str]) -> tuple[Author, ...]:
    """The authors of the origin that names them best: people, then other houses, then the site."""
    best: tuple[Author, ...] = ()
    most = -1
    for one in metadata.authors:
        if one.origin in _LAST:
            continue
        named = [author for author in one.authors if not _is_account(author)] or one.authors
        authors = without_site(_merged(named), names)
        score = _worth(one, authors, names)
        if score > most:
            best, most = authors, score
    return tuple(_spelt_like(best, [a for one in metadata.authors for a in one.authors]))


def without_site(authors: Iterable[Author], names: frozenset[str]) -> tuple[Author, ...]:
    """Authors without the site's own name, where others are left."""
    authors = tuple(authors)
    kept = tuple(author for author in authors if not _is_site(author, names))
    return kept or authors


def is_same(one: Author, other: Author) -> bool:
    """Whether two names are one: accents, case, order, initials and middle names aside."""
    left, right = bare(one.name).split(), bare(other.name).split()
    if sorted(left) == sorted(right) or "".join(left) == "".join(right):
        return True
    if min(len(left), len(right)) < 2 or "person" not in (one.kind, other.kind):
        return False
    if left[-1] != right[-1]:
        return False
    if left[0] == right[0]:
        return len(left) != len(right)
    return left[0][0] == right[0][0] and 1 in (len(left[0]), len(right[0]))


def _worth(stated: StatedAuthors, authors: Sequence[Author], names: frozenset[str]) -> int:
    """How good an origin is: full names of people, then single names, then houses."""
    if not authors or all(_is_site(author, names) for author in authors):
        return 0
    people = [author for author in _people(authors) if not _is_site(author, names)]
    if any(_is_account(author) for author in people):
        return 1
    if not people:
        return 4 if stated.origin == "jsonld" else 3
    if any(_is_odd(author.name) for author in people):
        return 2
    return 6 if all(" " in one.name or not one.name.isascii() for one in people) else 5


def _is_odd(name: str) -> bool:
    return any(sign in name for sign in ",@/0123456789")


def _is_account(author: Author) -> bool:
    """Whether a name is that of an account: "jroe21", "jane-roe", "262588213"."""
    name = author.name
    small = " " not in name and name.isascii() and name == name.lower() and len(name) > 4
    return author.kind == "person" and small and not author.email


def _is_site(author: Author, names: frozenset[str]) -> bool:
    own = squeeze(author.name)
    return own in names or own.removeprefix("the") in names


def _people(authors: Iterable[Author]) -> list[Author]:
    return [author for author in authors if author.kind == "person"]


def _shared(some: Sequence[Author], others: Sequence[Author]) -> bool:
    return any(is_same(one, other) for one in some for other in others)


def _merged(authors: Iterable[Author]) -> tuple[Author, ...]:
    """Each author once, under the best spelling, with all that is said of them."""
    found: list[Author] = []
    for author in authors:
        at = next((at for at, one in enumerate(found) if is_same(one, author)), None)
        if at is None:
            found.append(author)
        else:
            found[at] = _joined(found[at], author)
    return tuple(found)


def _spelt_like(authors: Iterable[Author], others: Iterable[Author]) -> list[Author]:
    """Authors with the better spelling and the details that others give of the same person."""
    others = tuple(others)
    found = []
    for author in authors:
        for other in others:
            if is_same(author, other):
                author = _joined(author, other)  # noqa: PLW2901 - grows with each that knows more
        found.append(author)
    return found


def _joined(author: Author, other: Author) -> Author:
    known = {
        field: getattr(other, field)
        for field in _FILLED
        if getattr(author, field) is None and getattr(other, field) is not None
    }
    return replace(author, name=_better(author.name, other.name), **known)


def _better(name: str, other: str) -> str:
    """The better spelling: not all capitals or small letters, whole given names, accents."""
    if _is_cased(other) != _is_cased(name):
        return other if _is_cased(other) else name
    if any(len(part.strip(".")) == 1 for part in name.split()[:1]) and len(other) > len(name):
        return other
    if bare(name) == bare(other) and name.isascii() and not other.isascii():
        return other
    return name


def _is_cased(name: str) -> bool:
    return name != name.lower() and (name != name.upper() or len(name) < 4)
