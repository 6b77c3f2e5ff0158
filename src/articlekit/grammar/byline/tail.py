"""What stands beside the names of a byline and is cut out first: times, contacts, lost spaces.

A line in, the line without them and what they were out (conventions 0.2 and 2.4).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from articlekit.grammar.byline.words import fold, is_role
from articlekit.grammar.names import SHAPE, name_strength
from articlekit.pattern import lazy

if TYPE_CHECKING:
    from articlekit.grammar.byline.words import BylineLexis
    from articlekit.language import Language

CUT = "|"
"""What stands where something was cut out; it separates as a bar does."""

_EMAIL = lazy(r"[(<\[]?(?:mailto:)?([\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4})[)>\]]?")
_HANDLE = lazy(r"(?<![\w@.])[(]?(@[A-Za-z0-9_]{2,30})\b[)]?")
_CJK_DATE = lazy(r"[\d年月日時时分秒年월일시분:：./-]+")
_CLOCK = lazy(r"\d{1,2}[:.h]\d{2}(?:am|pm)?|\d{1,2}(?:am|pm|h)", re.IGNORECASE)
_JOINT = lazy(r"[^\W\d_A-Z](?=[^\W\d_a-z])")
"""Two letters that ASCII does not keep from being a small one and a capital."""
_ORDINALS = frozenset(("st", "nd", "rd", "th", "er", "e", "º", "ª", "h", "am", "pm", "uhr"))


class Cut(Struct, frozen=True):
    """A line without what was cut out of it, and what that was."""

    rest: str
    date_text: str | None
    emails: tuple[str, ...]
    handles: tuple[str, ...]
    reading: bool


def cut_tails(text: str, words: Language, lexis: BylineLexis) -> Cut:
    """Cut times, addresses and handles out of a line; a bar marks where each stood."""
    emails: tuple[str, ...] = ()
    handles: tuple[str, ...] = ()
    if "@" in text:
        emails = tuple(_EMAIL.findall(text))
        text = _EMAIL.sub(f" {CUT} ", text)
        handles = tuple(_HANDLE.findall(text))
        text = _HANDLE.sub(f" {CUT} ", text)
    text = part_glued(text, words, lexis)
    date_text, reading = None, False
    if any(map(str.isdigit, text)):
        text, date_text, reading = _cut_times(text, lexis)
    return Cut(text, date_text, emails, handles, reading)


def _cut_times(text: str, lexis: BylineLexis) -> tuple[str, str | None, bool]:
    """Cut the runs of words of time that hold a figure."""
    spans: list[tuple[int, int]] = []
    run: list[tuple[int, int]] = []
    figure = False
    for match in [*re.finditer(r"\S+", text), None]:
        kind = time_kind(match.group(), lexis) if match else ""
        if match and kind:
            figure = figure or kind == "figure"
            run.append(match.span())
            continue
        if run and figure and _is_time(text[run[0][0] : run[-1][1]]):
            spans.append((run[0][0], run[-1][1]))
        run, figure = [], False
    if not spans:
        return text, None, False
    dates: list[str] = []
    reading = False
    for start, end in spans:
        piece = text[start:end].strip(" ,|•·-–—/()")
        if _is_reading_time(piece, lexis):
            reading = True
        elif piece:
            dates.append(piece)
    for start, end in reversed(spans):
        text = f"{text[:start]} {CUT} {text[end:]}"
    return text, dates[0] if dates else None, reading


def _is_time(run: str) -> bool:
    """Whether a run is more than a bare number ("3. Liga"): words, or figures as dates have."""
    return any(map(str.isalpha, run)) or any(sign in run.strip(" .,") for sign in ":./-")


def time_kind(token: str, lexis: BylineLexis) -> str:
    """What a word is in a time: a figure, a word or a mark; the empty string for none of them."""
    bare = token.strip("(),.|•·:[]")
    if not bare:
        return "mark"
    if bare[0].isdigit():
        letters = "".join(filter(str.isalpha, bare)).casefold()
        timely = not letters or letters in _ORDINALS or letters in lexis.time_words
        return "figure" if timely or _CLOCK.fullmatch(bare) or _CJK_DATE.fullmatch(bare) else ""
    if all(not sign.isalnum() for sign in bare):
        return "mark" if bare in "–—-/&" else ""
    folded = fold(bare)
    known = (
        folded in lexis.time_words
        or folded in lexis.reading_words
        or bare.casefold() in lexis.time_words
    )
    return "word" if known else ""


def _is_reading_time(piece: str, lexis: BylineLexis) -> bool:
    """A number and a unit, with nothing that makes it a date or an age."""
    figures = [token for token in piece.split() if token[0].isdigit()]
    if len(figures) != 1 or len(figures[0].strip("~()")) > 3:
        return False
    rest = {fold(token) for token in piece.split()} - {fold(figures[0])}
    if rest & lexis.relative:
        return False
    return bool(rest & lexis.reading_words) or (bool(rest) and rest <= lexis.minutes)


def part_glued(text: str, words: Language, lexis: BylineLexis) -> str:
    """Put a bar where the space between a name and a role or label was lost (0.2)."""
    joints = [
        at
        for at in (match.end() for match in _JOINT.finditer(text, 1))
        if text[at].isupper() and text[at - 1].islower() and text[at - 2] != "@"
    ]
    for at in joints[-4:]:
        left, right = text[:at], text[at:]
        head = right.split(None, 1)[0].rstrip(":.,")
        known = fold(head) in lexis.labels or fold(head) in lexis.phrases
        role = right.split("|", 1)[0].split(",", 1)[0].strip()
        if known or is_role(role, lexis):
            before = left.rsplit("|", 1)[-1].strip()
            tail = " ".join(before.split()[-3:])
            if name_strength(tail, words) >= SHAPE or name_strength(before, words) >= SHAPE:
                return f"{left} {CUT} {right}"
    return text
