"""The line that says who wrote the article: one line in, its authors out (conventions 2).

A line is read in this order: brackets off, times and addresses out (`tail`), parts at bars
and dashes, by-phrases at the start of each part, then the parties (`parties`). What cannot
be explained is `leftover`; too much of it, and the line is no byline.
"""

# ruff: noqa: PLR0911

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from msgspec import Struct
from msgspec.structs import replace

from articlekit.grammar.byline.clause import Clause, read_clauses
from articlekit.grammar.byline.screen import may_name, may_open
from articlekit.grammar.byline.tail import Cut, cut_tails
from articlekit.grammar.byline.words import byline_lexis, fold, is_organisation, is_wide
from articlekit.grammar.names import ALONE, name_strength
from articlekit.language import lexicon
from articlekit.model import Author
from articlekit.pattern import lazy

if TYPE_CHECKING:
    from articlekit.grammar.byline.words import BylineLexis
    from articlekit.language import Language

Form = Literal[
    "phrase", "name", "name_tail", "names", "organisation", "role", "contributors", "initials"
]

_LONGEST = 300
_BRACKETS = {"(": ")", "（": "）", "[": "]", "〔": "〕", "【": "】"}
_INITIALS = lazy(r"[a-z]{2,4}")
_ANYWHERE = ("phrase", "contributors", "name_tail", "initials")
"""Forms that are bylines below the story, too."""
_INITIALS_MARK = lazy(r"[/,;]")
_PICTURES = ("photo", "video", "illustration")
"""A line that names no one else is a credit."""
_SUPPLIED = lazy(r"\S/\S")
"""A slash without spaces between a name and an agency makes a credit, not a byline."""
_ABBREVIATED = ("Jr.", "Sr.", "D.", "A.", "Co.", "Inc.")


class BylineReading(Struct, frozen=True):
    """What a line says about who wrote the article.

    `form` says on what grounds it was read: `phrase` names an author after a by-phrase, and
    `contributors` others only; `name` and `names` are shapes, which the document must confirm;
    `role` names no one.
    """

    authors: tuple[Author, ...]
    form: Form
    phrase: str | None = None
    """The by-phrase as printed."""
    date_text: str | None = None
    """A date found beside the names, verbatim."""
    leftover: str = ""
    """What could not be explained."""


def read_byline(text: str, words: Language, *, head: bool = True) -> BylineReading | None:
    """Read one line as a byline; `None` when it is none (conventions 2.1 to 2.7).

    `head` says whether the line stands above the story, where bare names and job titles are
    bylines; below it they need brackets, a phrase or a slash.
    """
    text = text.strip()
    if not 2 <= len(text) <= _LONGEST or _is_prose(text):
        return None
    reading = _read(text, words.code)
    if reading is None or head or reading.form in _ANYWHERE or _is_bracketed(text):
        return reading
    return _read_initials(text, byline_lexis(words.code), bracketed=False)


def _is_bracketed(text: str) -> bool:
    return _BRACKETS.get(text[0]) == text[-1] and text.count(text[0]) == 1


@lru_cache(maxsize=2048)
def _read(text: str, code: str) -> BylineReading | None:
    """The work of `read_byline`; the rules of bylines and sign-offs ask about the same lines."""
    words, lexis = lexicon(code), byline_lexis(code)
    bracketed = _is_bracketed(text)
    if bracketed:
        text = text[1:-1].strip()
        if not text:
            return None
    if initials := _read_initials(text, lexis, bracketed=bracketed):
        return initials
    if not (text and may_open(text) and may_name(text, lexis)):
        return None
    cut = cut_tails(text, words, lexis)
    clauses = read_clauses(cut.rest, words, lexis, dated=cut.date_text is not None)
    return _judge(clauses, cut, lexis, words)


def _is_prose(text: str) -> bool:
    """Whether a line ends as sentences do, or is too long to be names."""
    if text[-1] in "?!？！。؟":
        return True
    return text[-1] == "." and len(text) > 60 and not text.endswith(_ABBREVIATED)


def _read_initials(text: str, lexis: BylineLexis, *, bracketed: bool) -> BylineReading | None:
    """Read "(jse/dpa)", "jse, dpa": desk initials and agencies only, one agency or brackets."""
    if not bracketed and _INITIALS_MARK.search(text) is None:
        return None
    parts = [part.strip() for part in _INITIALS_MARK.split(text)]
    if len(parts) > 5 or len(text) > 60 or not (bracketed or len(parts) > 1):
        return None
    authors: list[Author] = []
    for part in parts:
        if is_organisation(part, lexis):
            authors.append(Author(part, "organisation"))
        elif _INITIALS.fullmatch(part) and part not in lexis.not_names:
            authors.append(Author(part, "initials"))
        else:
            return None
    agency = any(author.kind == "organisation" for author in authors)
    if not agency and len(parts) > 1 and not bracketed:
        return None
    if all(author.kind == "organisation" for author in authors):
        return BylineReading(tuple(authors), "organisation")
    if not agency and (len(parts) == 1 and len(text) > 3):
        return None
    return BylineReading(tuple(authors), "initials")


def _judge(
    clauses: list[Clause], cut: Cut, lexis: BylineLexis, words: Language
) -> BylineReading | None:
    """Weigh what the parts of the line say together."""
    phrased = [clause for clause in clauses if clause.phrase is not None]
    authors = [author for clause in clauses for author in clause.authors]
    leftover = [rest for clause in clauses for rest in clause.leftover]
    if not authors:
        return _lone_role(clauses, leftover, cut)
    authors = _with_contacts(authors, cut)
    rest = " ".join(leftover)
    if phrased:
        if all(author.contribution in _PICTURES for author in authors):
            return None
        if any(not clause.authors for clause in phrased) or not _is_minor(leftover, lexis):
            return None
        own = any(author.contribution == "text" for author in authors)
        form: Form = "phrase" if own else "contributors"
        return BylineReading(tuple(authors), form, phrased[0].phrase, cut.date_text, rest)
    if any(not _is_interface(part, lexis) for part in leftover):
        return None
    return _without_phrase(authors, cut, rest, words)


def _lone_role(clauses: list[Clause], leftover: list[str], cut: Cut) -> BylineReading | None:
    """A line that is only a job title says nothing of who; it belongs to the name beside it."""
    roles = [clause.role for clause in clauses if clause.role is not None]
    if len(roles) == len(clauses) == 1 and not leftover and not cut.handles:
        return BylineReading((), "role", date_text=cut.date_text)
    return None


def _without_phrase(
    authors: list[Author], cut: Cut, rest: str, words: Language
) -> BylineReading | None:
    people = [author for author in authors if author.kind == "person"]
    if not people:
        if any("." in author.name for author in authors):
            return None
        form: Form = "organisation"
        if len(authors) > 4 or any(author.kind == "initials" for author in authors):
            return None
        return BylineReading(tuple(authors), form, None, cut.date_text, rest)
    for author in people:
        titled = author.role is not None and is_wide(author.name[0])
        if not titled and name_strength(author.name, words) < ALONE and not author.email:
            return None
    if _SUPPLIED.search(cut.rest) and any(author.organisation for author in people):
        return None
    told = any(a.role or a.organisation or a.email or a.handle or a.location for a in people)
    if told or len(people) < len(authors) or cut.date_text or cut.reading:
        form = "name_tail"
    else:
        form = "name" if len(authors) == 1 else "names"
    return BylineReading(tuple(authors), form, None, cut.date_text, rest)


def _with_contacts(authors: list[Author], cut: Cut) -> list[Author]:
    """Give addresses to the authors in order; a single one to the only or last person."""
    people = [at for at, author in enumerate(authors) if author.kind == "person"]
    for field, values in (("email", cut.emails), ("handle", cut.handles)):
        at = people if len(values) == len(people) else people[-1:]
        for index, value in zip(at, values, strict=False):
            authors[index] = replace(authors[index], **{field: value})
    return authors


def _is_minor(leftover: list[str], lexis: BylineLexis) -> bool:
    """Whether what is left after a by-phrase is little enough: interface words, a section, a desk.

    Two words at most that begin in lower case would be prose.
    """
    for part in leftover:
        if _is_interface(part, lexis):
            continue
        tokens = part.split()
        small = sum(token[0].islower() and len(token) > 3 for token in tokens)
        if len(tokens) > 6 or small > 1 or (len(tokens) > 1 and tokens[0][0].islower()):
            return False
    return sum(len(part.split()) for part in leftover) <= 14


def _is_interface(part: str, lexis: BylineLexis) -> bool:
    """Whether a part is words of pages ("Follow", "0 Comments"), figures and marks only."""
    folded = [token for token in map(fold, part.split()) if token and not token.isdigit()]
    return len(folded) <= 5 and all(token in lexis.not_names for token in folded)
