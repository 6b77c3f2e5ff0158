"""Who wrote an article: the visible byline and the metadata, reconciled person by person.

One person is spelled in many ways: in capitals, with initials, without accents, surname first.
People come before organisations; a site that only repeats its own name is no author beside them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from articlekit.choose.titles import site_names
from articlekit.folding import bare, squeeze
from articlekit.language.agency import agency_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from articlekit.metadata import Metadata, StatedAuthors
    from articlekit.model import Author

_LAST = ("twitter:creator", "meta:creator")
"""Origins that name accounts of the publisher as often as authors; they never name one alone."""
_PLAIN = ("meta", "dc", "og:author", "sailthru", "entry")
"""Origins that hold one string, often with the first author only."""
MOST_SEEN = 100
"""So many names of a page are compared with each other; a page with more of them is a directory."""
_FILLED = ("role", "organisation", "location", "email", "handle", "url", "credentials")


def choose_authors(
    visible: Sequence[Author], metadata: Metadata, host: str = ""
) -> tuple[Author, ...]:
    """Choose the authors among those of the visible byline and those that the metadata state.

    Both may be empty. Where the metadata name people in a list of their own, those are they: a
    page shows the names of photographers and of other stories, too. A plain string may leave
    names out, so the byline adds to it; who sent a message is its author where no byline names one.
    Where they name only organisations, the byline wins.
    Of the visible authors the first `MOST_SEEN` count.
    """
    names = site_names(metadata, host)
    best = stated_authors(metadata, names)
    stated = best.authors if best is not None else ()
    seen = _merged(visible[:MOST_SEEN])
    if not seen or best is None:
        return stated or without_site(seen, names)
    people = [author for author in _people(stated) if not _is_site(author, names)]
    agencies = [one for one in seen if agency_of(one.name) and not _is_site(one, names)]
    if not people:
        telling = _people(seen) or agencies or all(one.kind == "initials" for one in seen)
        return without_site(_spelt_like(seen, stated), names) if telling else stated
    if best.origin == "mail" and _people(seen):
        return without_site(_spelt_like(seen, stated), names)
    if not _people(seen):
        return _merged([*stated, *agencies])
    if best.origin in _PLAIN and _shared(_people(seen), people):
        return without_site(_merged([*_spelt_like(seen, stated), *stated]), names)
    return tuple(_as_printed(author, seen) for author in stated)


def stated_authors(metadata: Metadata, names: frozenset[str]) -> StatedAuthors | None:
    """The origin that names the authors best: people, then other houses, then the site.

    `names` are those of the site, as `choose.titles.site_names` gives them.
    """
    best: StatedAuthors | None = None
    most = -1
    for one in metadata.authors:
        if one.origin in _LAST:
            continue
        named = [author for author in one.authors if not _is_account(author)] or one.authors
        authors = without_site(_merged(named), names)
        score = _worth(one, authors, names)
        if score > most:
            best, most = replace(one, authors=authors), score
    if best is None:
        return None
    others = [author for one in metadata.authors for author in one.authors]
    return replace(best, authors=tuple(_spelt_like(best.authors, others)))


def without_site(authors: Iterable[Author], names: frozenset[str]) -> tuple[Author, ...]:
    """Authors without the site's own name, where others are left."""
    authors = tuple(authors)
    kept = tuple(author for author in authors if not _is_site(author, names))
    return kept or authors


def is_same(one: Author, other: Author) -> bool:
    """Whether two names are one: accents, case, order, initials and middle names aside."""
    left = bare(one.name).removeprefix("the ").split()
    right = bare(other.name).removeprefix("the ").split()
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


def _as_printed(author: Author, seen: Iterable[Author]) -> Author:
    """A stated author as the byline prints the name, which knows what is the surname."""
    printed = next((one for one in seen if is_same(one, author)), None)
    return author if printed is None else _joined(printed, author)


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
