"""One person of a byline and what is said of them: "Jane Roe News Reporter" in, an author out.

Also the attributes that follow a name after a comma: degree, place, job title, house (2.4).
"""

# ruff: noqa: SIM905

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from articlekit.grammar.byline.words import BEFORE_HOUSES, fold, is_organisation, is_role, is_wide
from articlekit.grammar.names import SHAPE, name_strength, opens_with_article
from articlekit.language.agency import agency_of
from articlekit.language.places import is_place
from articlekit.model import Author

if TYPE_CHECKING:
    from articlekit.grammar.byline.words import BylineLexis
    from articlekit.language import Language
    from articlekit.model import Contribution

_DEGREES = frozenset(
    "md phd ms ma ba bs mba rd rn mph jd dds do np pharmd dvm msc bsc llm cpa cfp rdn ldn cdn facp "
    "edd psyd lcsw esq obe mbe mfa mpp".split()
)
_PLACE_WORDS = 4
_LONGEST_LOCATIVE = 3
_NO_LOCATIVES = BEFORE_HOUSES | {"of", "and"}


def is_titled_house(text: str, lexis: BylineLexis) -> bool:
    """Ask for "Le Quotidien", "The Harbour Herald": an article and capitals, after a by-phrase."""
    tokens = text.split()
    return (
        (3 if tokens[0] == "The" else 2) <= len(tokens) <= 5
        and opens_with_article(text)
        and all(token[0].isupper() for token in tokens)
        and not any(fold(token) in lexis.joiners for token in tokens)
        and not any(fold(token) in lexis.locatives or fold(token) == "of" for token in tokens)
    )


def read_attribute(text: str, authors: list[Author], lexis: BylineLexis) -> bool:
    """Read an item as degree, role or place of the authors before it; say whether it was one."""
    if text.replace(".", "").casefold() in _DEGREES and text[0].isupper():
        before = authors[-1].credentials
        authors[-1] = replace(authors[-1], credentials=f"{before}, {text}" if before else text)
        return True
    place = place_of(text, lexis)
    if place is not None:
        authors[-1] = replace(authors[-1], location=place)
        return True
    if is_role(text, lexis):
        role, at = role_and_place(text, lexis)
        fill_in(authors, "role", role)
        if at:
            authors[-1] = replace(authors[-1], location=at)
        return True
    return False


def read_house(text: str, authors: list[Author]) -> bool:
    """Read "For Dailymail.Com": a house after a comma (2.4)."""
    word, _, house = text.partition(" ")
    if word.casefold() not in BEFORE_HOUSES or not house[:1].isupper():
        return False
    fill_in(authors, "organisation", house)
    return True


def fill_in(authors: list[Author], field: str, value: str) -> None:
    """Set a field of the last author, and of those before who lack everything of the kind."""
    if getattr(authors[-1], field) is not None and field == "organisation":
        return
    for index, author in enumerate(authors):
        if author.kind == "person" and (
            index == len(authors) - 1 or (field == "organisation" and author.organisation is None)
        ):
            authors[index] = replace(author, **{field: value})


def place_of(text: str, lexis: BylineLexis) -> str | None:
    """The place in "in Paris": a locative word, then at most four capitalised words."""
    first, _, rest = text.partition(" ")
    tokens = rest.split()
    if first.casefold() not in lexis.locatives or not 1 <= len(tokens) <= _PLACE_WORDS:
        return None
    capital = all(token[0].isupper() or len(token) <= 3 for token in tokens) and rest[0].isupper()
    caseless = rest[0].isalpha() and not rest[0].isupper() and not rest[0].islower()
    return rest if (capital or caseless) and rest.casefold() != "chief" else None


def role_and_place(text: str, lexis: BylineLexis) -> tuple[str, str | None]:
    """Part "Journalist i Paris" into role and place; a place needs a single-word role before it."""
    tokens = text.split()
    for at in range(1, len(tokens) - 1):
        place = place_of(" ".join(tokens[at:]), lexis) or _place_abroad(*tokens[at:])
        role = " ".join(tokens[:at])
        if place is not None and is_role(role, lexis):
            return role, place
    return text, None


def _place_abroad(word: str, *name: str) -> str | None:
    """The city in "i Paris", "à Oslo": a short word of whatever language, and a city we know."""
    if len(word) > _LONGEST_LOCATIVE or not word.islower() or word in _NO_LOCATIVES:
        return None
    place = " ".join(name)
    return place if place[0].isupper() and is_place(place) else None


def read_person(
    text: str,
    contribution: Contribution,
    words: Language,
    lexis: BylineLexis,
    *,
    loose: bool = False,
) -> Author | None:
    """Read "Jane Roe", "Jane Roe in Paris", "Jane Roe News Reporter", "홍길동 기자" as one author.

    A place without a comma before it counts only when `loose`.
    """
    if is_wide(text[0]):
        return _read_wide(text, contribution, words, lexis)
    tokens = text.split()
    half = len(tokens) // 2
    if half > 1 and len(tokens) % 2 == 0 and tokens[:half] == tokens[half:]:
        text, tokens = " ".join(tokens[:half]), tokens[:half]
    if name_strength(text, words) >= SHAPE:
        return Author(text, contribution=contribution)
    if not 3 <= len(tokens) <= 14:
        return None
    for at in range(2, min(6, len(tokens))):
        name = " ".join(tokens[:at])
        if name_strength(name, words) >= SHAPE:
            author = Author(name, contribution=contribution)
            found = _with_tail(author, " ".join(tokens[at:]), lexis, loose=loose)
            if found is not None:
                return found
    return None


def _with_tail(author: Author, tail: str, lexis: BylineLexis, *, loose: bool) -> Author | None:
    """Read what follows a name without a comma as house, job title or place."""
    if is_organisation(tail, lexis) and (agency_of(tail) or not is_role(tail, lexis)):
        return replace(author, organisation=tail)
    found = [author]
    if read_house(tail, found):
        return found[0]
    if (loose or _is_plain_title(tail, lexis)) and read_attribute(tail, found, lexis):
        return found[0] if loose or found[0].location is None or found[0].role else None
    return None


def _is_plain_title(tail: str, lexis: BylineLexis) -> bool:
    """Whether a title without a comma before it ends in its noun, or goes on in small words."""
    tokens = tail.split()
    return is_role(tokens[-1], lexis) or (len(tokens) > 1 and tokens[1][0].islower())


def _read_wide(
    text: str, contribution: Contribution, words: Language, lexis: BylineLexis
) -> Author | None:
    """Names in Han, kana and Hangul, with a job title glued or spaced before or behind."""
    for role in lexis.wide_roles:
        if text.endswith(role) and len(text) > len(role):
            name = text[: -len(role)].strip(" 　")
        elif text.startswith(role) and len(text) > len(role):
            name = text[len(role) :].strip(" 　")
        else:
            continue
        if name_strength(name, words) >= SHAPE:
            return Author(name, role=role, contribution=contribution)
        parts = name.split()
        if len(parts) > 1 and name_strength(parts[-1], words) >= SHAPE:
            rest = " ".join(parts[:-1])
            known = is_organisation(rest, lexis)
            return Author(
                parts[-1],
                role=role,
                organisation=rest if known else None,
                contribution=contribution,
            )
    return Author(text, contribution=contribution) if name_strength(text, words) >= SHAPE else None
