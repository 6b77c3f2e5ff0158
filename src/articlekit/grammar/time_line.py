"""Lines of dates and reading time: a line in, what it says and what else stands in it out.

A line is read piece by piece: dates, the labels that say which date is which, bare clock times
behind a label, and the reading time. All forms: conventions, 2.8. Prose that mentions a date is
no time line; names and places beside a date are left over for the caller to weigh.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from articlekit.dates import (
    LONGEST,
    find_clock,
    find_dates,
    fold,
    has_relative,
    plain,
    read_date,
)
from articlekit.grammar.date_labels import (
    REACH,
    Kind,
    Label,
    are_small,
    by_words,
    find_labels,
    labels_stand_behind,
    leads_to_date,
)
from articlekit.grammar.reading_time import ReadingTime, find_reading_time
from articlekit.model import Timestamp
from articlekit.pattern import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlekit.language import Language

_MOST_WORDS, _LONGEST_WORD = 28, 24
"""Beyond these a line is prose, in scripts with and without spaces."""

_LONGEST_WITHOUT_FIGURES, _LONGEST_GUESS = 60, 40
_MOST_LEFT, _MOST_LEFT_WIDE = 14, 24
"""Words, and characters in scripts without spaces, that may be left over."""

_SIGNS = " \t|•·⋅∙●/–—-―,;:()[]（）［］【】：，、。.»«›<>+*＋~"
_FIGURE = lazy(r"[0-9٠-٩۰-۹０-９]")
_SEPARATOR = lazy(r"[|•·⋅∙●/–—;()]| - ")
_WIDE = lazy(r"[\u3040-\u30ff\u3400-\u9fff]")
_STOPS = (".", "!", "?", "。", "！", "？", "؟", "…", "।")


class TimeLineReading(Struct, frozen=True):
    """What a time line says.

    `labelled` when words of the line say what its date or its minutes are; `leftover` is what is
    neither date, label, reading time nor separator.
    """

    published: Timestamp | None = None
    modified: Timestamp | None = None
    reading_minutes: int | None = None
    labelled: bool = False
    leftover: str = ""


class _Moment(Struct, frozen=True, gc=False):
    """A date with its label; `start` and `end` hold the date alone."""

    start: int
    end: int
    stamp: Timestamp
    weak: bool = False
    label: Label | None = None


def read_time_line(text: str, words: Language, language: str | None) -> TimeLineReading | None:
    """Read a line of dates or reading time; `None` for any other line.

    `text` is one line with white space collapsed. A clock time, a year, a weekday or a month
    alone is no time line.
    """
    spaces = text.count(" ")
    if len(text) > LONGEST or spaces > _MOST_WORDS or spaces * _LONGEST_WORD < len(text) - 80:
        return None
    if _FIGURE.search(text) is None and (
        len(text) > _LONGEST_WITHOUT_FIGURES or not has_relative(text, words.dates)
    ):
        return None
    line = plain(text)
    moments = _moments(line, text, words) or _guessed(text, words, language)
    minutes = find_reading_time(line, words.dates, [(one.start, one.end) for one in moments])
    if not moments and minutes is None:
        return None
    return _reading(text, moments, minutes, words)


def _moments(line: str, text: str, words: Language) -> list[_Moment]:
    """The dates of the line with their labels, and clock times that stand behind a label."""
    dates = find_dates(text, words)
    if not dates and find_clock(line) is None:
        return []
    labels = list(find_labels(line, words))
    behind = labels_stand_behind(line, dates, labels)
    moments: list[_Moment] = []
    since = 0
    for index, date in enumerate(dates):
        until = dates[index + 1].start if index + 1 < len(dates) else len(line)
        if behind:
            near = [x for x in labels if date.end <= x.start <= date.end + 3 and x.end <= until]
        else:
            near = [x for x in labels if since <= x.start and x.end <= date.start][-1:]
            near = [x for x in near if leads_to_date(line[x.end : date.start], words)]
        label = near[0] if near else None
        moments.append(_Moment(date.start, date.end, date.stamp, date.weak, label))
        since = date.end
    used = {moment.label for moment in moments}
    for label in labels:
        clock = find_clock(line, label.end, label.end + REACH)
        if clock and label not in used and leads_to_date(line[label.end : clock.start], words):
            raw = text[clock.start : clock.end]
            moments.append(_Moment(clock.start, clock.end, Timestamp(raw), label=label))
    return moments


def _guessed(text: str, words: Language, language: str | None) -> list[_Moment]:
    """The whole line as a date, in a language whose months no table has."""
    known = language is None or language.partition("-")[0] == words.code
    if known or len(text) > _LONGEST_GUESS or not any(map(str.isalpha, text)):
        return []
    stamp = read_date(text, words, language)
    return [_Moment(0, len(text), stamp)] if stamp else []


def _reading(
    text: str, moments: list[_Moment], minutes: ReadingTime | None, words: Language
) -> TimeLineReading | None:
    """Put the pieces together; `None` when what is left over says that this is no time line."""
    pieces = _left_over(text, moments, minutes)
    if any(moment.weak and not moment.label for moment in moments):
        alone = not pieces and len(moments) == 1
        moments = [one for one in moments if one.label or not one.weak or (alone and _is_day(one))]
        pieces = _left_over(text, moments, minutes)
    published, modified, spare = _assign(moments)
    if spare:
        moments = [one for one in moments if one not in spare]
        pieces = _left_over(text, moments, minutes)
    if not (moments or minutes) or _is_prose(text, pieces, words):
        return None
    labelled = any(one.label for one in moments) or (minutes is not None and minutes.said)
    leftover = " ".join(piece for _, _, piece in pieces)
    return TimeLineReading(
        published, modified, minutes.minutes if minutes else None, labelled, leftover
    )


def _is_day(moment: _Moment) -> bool:
    return moment.stamp.precision != "month" and not moment.stamp.relative


def _assign(
    moments: list[_Moment],
) -> tuple[Timestamp | None, Timestamp | None, list[_Moment]]:
    """Which moment is which; a second one of a kind is to spare, unless it says the same."""
    found: dict[Kind, Timestamp] = {}
    spare: list[_Moment] = []
    for moment in sorted(moments, key=lambda one: one.label is None):
        kind: Kind = moment.label.kind if moment.label else "published"
        if kind not in found:
            found[kind] = moment.stamp
        elif found[kind].value != moment.stamp.value:
            spare.append(moment)
    return found.get("published"), found.get("modified"), spare


def _left_over(
    text: str, moments: list[_Moment], minutes: ReadingTime | None
) -> list[tuple[int, int, str]]:
    """What stands between the spans that were read: where, and its text without signs."""
    spans = [(one.start, one.end) for one in moments]
    spans += [(one.label.start, one.label.end) for one in moments if one.label]
    spans += [(minutes.start, minutes.end)] if minutes else []
    pieces: list[tuple[int, int, str]] = []
    since = 0
    for start, end in [*sorted(spans), (len(text), len(text))]:
        gap = text[since:start]
        leads = start < len(text) and (are_small(gap.strip(" :").split()) or _opens(gap, since))
        if (piece := gap.strip(_SIGNS)) and not leads:
            pieces.append((since, start, piece))
        since = max(since, end)
    return pieces


def _opens(gap: str, at: int) -> bool:
    """Whether a line begins with a word that only leads to its date: "Le", "On", "Am"."""
    return at == 0 and gap.istitle() and len(gap) <= 3 and gap[-1] == " "


def _is_prose(text: str, pieces: list[tuple[int, int, str]], words: Language) -> bool:
    """Whether what is left over reads like a sentence rather than like names and places."""
    if not pieces:
        return False
    rest = " ".join(piece for _, _, piece in pieces)
    parts = rest.split()
    if len(parts) > _MOST_LEFT or len(_WIDE.findall(rest)) > _MOST_LEFT_WIDE:
        return True
    if text[-1] in _STOPS and pieces[-1][1] == len(text) and len(parts) >= 4:
        return True
    by = by_words(words.byline)
    first = fold(parts[0]) in by
    for start, _, piece in pieces:
        # Right behind a date, a word in lower case goes on with a sentence.
        goes_on = start and text[start] == " " and text[start + 1 : start + 2].islower()
        nearest = piece.split()[0]
        if goes_on and nearest.isalpha() and fold(nearest) not in by and len(parts) > 1:
            return True
    near = [part for part in _near(text, pieces) if part.isalpha()]
    lower = sum(map(str.islower, near))
    if lower >= (6 if first else 3) and len(near) >= 5:
        return True
    return sum(map(str.islower, parts)) >= 8


def _near(text: str, pieces: list[tuple[int, int, str]]) -> Iterator[str]:
    """The words that share a stretch between separators with a date."""
    for start, end, _ in pieces:
        parts = _SEPARATOR.split(text[start:end])
        if len(parts) == 1 or end < len(text):
            yield from parts[-1].split()
        if len(parts) > 1 and start > 0:
            yield from parts[0].split()
