"""Settled labels to the nodes of the article and to its authors."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from msgspec.structs import replace

from articlekit.build import build
from articlekit.draft import Clue
from articlekit.grammar.bio import BioReading
from articlekit.grammar.dateline import DatelineReading
from articlekit.grammar.sign_off import SignOff
from articlekit.model import Author, Byline, Node
from articlekit.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from articlekit.draft import Draft, Sign
    from articlekit.settle import Verdict

_FEWEST_ENTRIES = 3
"""From so many datelines on, a story is a roundup: every entry may have one (conventions 1.4)."""
_name = attrgetter("name")
_KEEP_NAMES = ("repeats-story",)


def assemble(
    draft: Draft, clues: Iterable[Sign], verdicts: Sequence[Verdict]
) -> tuple[tuple[Node, ...], tuple[Author, ...]]:
    """Make the nodes of the article in reading order, and name its authors."""
    found: list[list[Clue]] = [[] for _ in draft.blocks]
    for clue in clues:
        if type(clue) is Clue and (clue.reading is not None or clue.name in _KEEP_NAMES):
            found[clue.block].append(clue)
    readings = tuple([tuple(sorted(row, key=_name)) if row else () for row in found])
    sheet = Sheet(draft, tuple(verdicts), readings, _datelined(verdicts, readings))
    nodes = tuple([node for index in range(len(verdicts)) for node in build(sheet, index)])
    return nodes, _authors(sheet, nodes)


def _datelined(verdicts: Sequence[Verdict], readings: Sequence[Sequence[Clue]]) -> frozenset[int]:
    """The first paragraph or the standfirst, where it has a dateline; in a roundup every entry."""
    story = [at for at, verdict in enumerate(verdicts) if verdict.label in ("paragraph", "quote")]
    first = story[0] if story else len(verdicts)
    head = [at for at, verdict in enumerate(verdicts[:first]) if verdict.label == "standfirst"]
    found = [
        at
        for at in (*head, *story)
        if any(isinstance(clue.reading, DatelineReading) for clue in readings[at])
    ]
    if len(found) >= _FEWEST_ENTRIES:
        return frozenset(found)
    return frozenset(found) & {first, *head}


def _authors(sheet: Sheet, nodes: Sequence[Node]) -> tuple[Author, ...]:
    """Everyone in the bylines and sign-offs once; role and employer from a biography filled in."""
    named: dict[str, Author] = {}
    for node in nodes:
        if isinstance(node, Byline):
            for author in node.authors:
                named.setdefault(author.name.casefold(), author)
    for index, verdict in enumerate(sheet.verdicts):
        note = sheet.reading(index, SignOff) if verdict.label == "signoff" else None
        if note is not None:
            for author in note.authors:
                named.setdefault(author.name.casefold(), author)
    for index, verdict in enumerate(sheet.verdicts):
        bio = sheet.reading(index, BioReading) if verdict.label == "author_bio" else None
        if bio is not None and bio.name.casefold() in named:
            author = named[bio.name.casefold()]
            named[bio.name.casefold()] = replace(
                author,
                role=author.role or bio.role,
                organisation=author.organisation or bio.organisation,
            )
    return tuple(named.values())
