"""Settled labels to the nodes of the article and to its authors."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, TypeVar

from msgspec.structs import replace

from articlekit.build import build
from articlekit.draft import Clue
from articlekit.grammar.bio import BioReading
from articlekit.grammar.dateline.reader import DatelineReading
from articlekit.grammar.sign_off import SignOff
from articlekit.model import Author, Byline, Dateline, Node
from articlekit.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from articlekit.draft import Draft, Sign
    from articlekit.settle import Verdict

_FEWEST_ENTRIES = 3
"""From so many datelines on, a story is a roundup: every entry may have one (conventions 1.4)."""
_name = attrgetter("name")
_R = TypeVar("_R")
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
    """Everyone who is named once; role and employer from a biography filled in."""
    named: dict[str, Author] = {}
    for author in _named(sheet, nodes):
        named.setdefault(author.name.casefold(), author)
    for bio in _read_at(sheet, "author_bio", BioReading):
        if known := named.get(bio.name.casefold()):
            named[bio.name.casefold()] = replace(
                known,
                role=known.role or bio.role,
                organisation=known.organisation or bio.organisation,
            )
    return tuple(named.values())


def _named(sheet: Sheet, nodes: Sequence[Node]) -> Iterator[Author]:
    """Who is named in bylines, in datelines and in sign-offs.

    Agencies of Asia name their reporters in the dateline: "新华社北京5月3日电（记者…）".
    """
    for node in nodes:
        if isinstance(node, Byline):
            yield from node.authors
    for node in nodes:
        if isinstance(node, Dateline):
            yield from map(Author, node.reporters)
    for note in _read_at(sheet, "signoff", SignOff):
        yield from note.authors


def _read_at(sheet: Sheet, label: str, kind: type[_R]) -> Iterator[_R]:
    """What was read at the blocks of a label."""
    for index, verdict in enumerate(sheet.verdicts):
        reading = sheet.reading(index, kind) if verdict.label == label else None
        if reading is not None:
            yield reading
