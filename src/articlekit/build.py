"""From a settled block to its nodes: one function for each label, in one table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from articlekit.dates import read_date
from articlekit.grammar.bio import BioReading
from articlekit.grammar.byline.reader import BylineReading, read_byline
from articlekit.grammar.dateline.reader import DatelineReading
from articlekit.grammar.heading import number_of, question_of
from articlekit.grammar.headline import status_of
from articlekit.grammar.quotation import AttributionReading, Quotation, split_attribution
from articlekit.grammar.time_line import TimeLineReading, read_time_line
from articlekit.language.cues import Cue
from articlekit.model import (
    Attribution,
    Boilerplate,
    Byline,
    Correction,
    Dateline,
    Embed,
    Headline,
    Kicker,
    ListItem,
    Node,
    Paragraph,
    PullQuote,
    Quote,
    Standfirst,
    Subheading,
    Table,
    TimeLine,
    Timestamp,
)
from articlekit.pattern import lazy
from articlekit.pictures import build_picture

if TYPE_CHECKING:
    from collections.abc import Callable

    from articlekit.model import BoilerplateKind
    from articlekit.sheet import Sheet

# The kinds for which a label is the general word; the phrase that was found says which it is.
_KINDS = {
    "newsletter": ("app_promo",),
    "about_publisher": ("pr_about",),
    "contact": ("tip_line", "media_contact"),
    "disclaimer": ("cookie", "forward_looking"),
    "navigation": ("logo_alt",),
}
_CELLS = lazy(r"\t+| {2,}")
_MARKER = lazy(r"([•·●▪■◆►▶▸‣○*✓✔→›–—-]|\(?\d{1,3}[.):]|[①-⑳])\s*")


_HEADINGS = frozenset(("h2", "h3", "h4", "h5", "h6"))


def build(sheet: Sheet, index: int) -> list[Node]:
    """Make the nodes of one block: one, or several where it is split."""
    return _BUILDERS.get(sheet.verdicts[index].label, _boilerplate)(sheet, index)


def _headline(sheet: Sheet, index: int) -> list[Node]:
    """The headline, with the kicker cut off that the metadata do not count to it."""
    chosen, text = sheet.draft.headline, sheet.draft.blocks[index].text
    start = 0
    if chosen is not None and chosen.block == index and chosen.kicker:
        start = max(0, text.find(chosen.text))
    facts = sheet.facts(index, start)
    headline = Headline(status=status_of(facts["text"]), **facts)
    return [Kicker(**sheet.facts(index, 0, start)), headline] if start else [headline]


def _kicker(sheet: Sheet, index: int) -> list[Node]:
    return [Kicker(**sheet.facts(index))]


def _standfirst(sheet: Sheet, index: int) -> list[Node]:
    nodes, start = _dateline(sheet, index)
    if start >= len(sheet.draft.blocks[index].text):
        return nodes
    return [*nodes, Standfirst(**sheet.facts(index, start))]


def _byline(sheet: Sheet, index: int) -> list[Node]:
    text, words = sheet.draft.blocks[index].text, sheet.draft.words
    reading = sheet.reading(index, BylineReading) or read_byline(text, words)
    authors = reading.authors if reading else ()
    date = reading.date_text if reading else None
    moments = read_time_line(date, words, sheet.draft.language) if date else None
    return [
        Byline(
            authors=authors,
            published=moments.published if moments else None,
            modified=moments.modified if moments else None,
            **sheet.facts(index),
        )
    ]


def _time_line(sheet: Sheet, index: int) -> list[Node]:
    reading = sheet.reading(index, TimeLineReading)
    if reading is None:
        return [TimeLine(**sheet.facts(index))]
    return [
        TimeLine(
            published=reading.published,
            modified=reading.modified,
            reading_minutes=reading.reading_minutes,
            **sheet.facts(index),
        )
    ]


def _dateline(sheet: Sheet, index: int) -> tuple[list[Node], int]:
    """The dateline of a block and where the text behind it starts; nothing and 0 without one."""
    reading = sheet.reading(index, DatelineReading) if index in sheet.datelined else None
    if reading is None:
        return [], 0
    node = Dateline(
        places=reading.places,
        date_text=reading.date_text,
        date=_moment(sheet, reading.date_text),
        sources=reading.sources,
        desk=reading.desk,
        reporters=reading.reporters,
        style=reading.style,
        **sheet.facts(index, 0, reading.end),
    )
    return [node], reading.end


def _moment(sheet: Sheet, printed: str | None) -> Timestamp | None:
    """The date of a dateline as far as it is stated; without a year it has no value."""
    if printed is None:
        return None
    return read_date(printed, sheet.draft.words, sheet.draft.language)


def _paragraph(sheet: Sheet, index: int) -> list[Node]:
    nodes, start = _dateline(sheet, index)
    text = sheet.draft.blocks[index].text
    if start >= len(text):
        return nodes
    quotation = sheet.reading(index, Quotation)
    if start == 0 and quotation is not None and quotation.whole:
        return _quote(sheet, index)
    return [*nodes, Paragraph(**sheet.facts(index, start))]


def _quote(sheet: Sheet, index: int) -> list[Node]:
    """A quotation; set for display when it has an attribution of its own (conventions 5.1)."""
    text, words = sheet.draft.blocks[index].text, sheet.draft.words
    quotation = sheet.reading(index, Quotation)
    unfinished = quotation is not None and quotation.unfinished
    repeated = any(clue.name == "repeats-story" for clue in sheet.readings[index])
    below = index + 1
    reading = (
        sheet.reading(below, AttributionReading) if sheet.label(below) == "attribution" else None
    )
    attribution = (
        _attributed(sheet, below, reading) if sheet.label(below) == "attribution" else None
    )
    own = split_attribution(text, words) if attribution is None else None
    if own is not None:
        start, reading = own
        attribution = _attributed(sheet, index, reading, start)
    said: dict[str, Any] = {
        "speaker": reading.speaker if reading else None,
        "speaker_role": reading.role if reading else None,
        "attribution": attribution,
        "unfinished": unfinished,
    }
    if attribution is not None or repeated or sheet.label(index) == "pull_quote":
        return [PullQuote(repeated=repeated, **said, **sheet.facts(index))]
    return [Quote(**said, **sheet.facts(index))]


def _attributed(
    sheet: Sheet, index: int, reading: AttributionReading | None, start: int = 0
) -> Attribution:
    return Attribution(
        speaker=reading.speaker if reading else None,
        speaker_role=reading.role if reading else None,
        **sheet.facts(index, start),
    )


def _attribution(sheet: Sheet, index: int) -> list[Node]:
    return [_attributed(sheet, index, sheet.reading(index, AttributionReading))]


def _subheading(sheet: Sheet, index: int) -> list[Node]:
    text, draft = sheet.draft.blocks[index].text, sheet.draft
    question = question_of(text, draft.words, draft.language)
    level = _level(sheet, index)
    return [
        Subheading(level=level, question=question, number=number_of(text), **sheet.facts(index))
    ]


def _level(sheet: Sheet, index: int) -> int:
    """The level of a heading: that of its element, 2 where no element tells."""
    tags = sheet.draft.around(index, 4)
    return next((int(tag[1]) for tag in tags if tag in _HEADINGS), 2)


def _list_item(sheet: Sheet, index: int) -> list[Node]:
    marker = _MARKER.match(sheet.draft.blocks[index].text)
    lists = [tag for tag in sheet.draft.around(index, 40) if tag in ("ol", "ul")]
    return [
        ListItem(
            marker=marker[1] if marker else None,
            ordered=lists[:1] == ["ol"],
            depth=max(0, len(lists) - 1),
            **sheet.facts(index),
        )
    ]


def _table(sheet: Sheet, index: int) -> list[Node]:
    block = sheet.draft.blocks[index]
    lines = sheet.draft.source[block.start : block.end].splitlines()
    rows = tuple(tuple(_CELLS.split(line.strip())) for line in lines if line.strip())
    return [Table(rows=rows, **sheet.facts(index))]


def _embed(sheet: Sheet, index: int) -> list[Node]:
    return [Embed(**sheet.facts(index))]


def _correction(sheet: Sheet, index: int) -> list[Node]:
    kinds = {clue.reading.kind for clue in sheet.readings[index] if isinstance(clue.reading, Cue)}
    note = "editors_note" in kinds and "correction" not in kinds
    return [Correction(kind="editors_note" if note else "correction", **sheet.facts(index))]


def _boilerplate(sheet: Sheet, index: int) -> list[Node]:
    label = sheet.verdicts[index].label
    kind, closer = label, _KINDS.get(label, ())
    if closer and sheet.readings[index]:
        readings = [clue.reading for clue in sheet.readings[index]]
        kinds = {reading.kind for reading in readings if isinstance(reading, Cue)}
        kind = next((kind for kind in closer if kind in kinds), label)
    bio = sheet.reading(index, BioReading) if kind == "author_bio" else None
    return [
        Boilerplate(
            kind=cast("BoilerplateKind", kind), name=bio.name if bio else None, **sheet.facts(index)
        )
    ]


_BUILDERS: dict[str, Callable[[Sheet, int], list[Node]]] = {
    "headline": _headline,
    "kicker": _kicker,
    "standfirst": _standfirst,
    "byline": _byline,
    "time_line": _time_line,
    "paragraph": _paragraph,
    "quote": _quote,
    "pull_quote": _quote,
    "attribution": _attribution,
    "subheading": _subheading,
    "list_item": _list_item,
    "table": _table,
    "caption": build_picture,
    "credit": build_picture,
    "embed": _embed,
    "correction": _correction,
}
