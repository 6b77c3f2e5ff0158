"""Quotations and their attributions: strings in, what is quoted and who said it out.

Follows conventions 5: opening marks are told by position, never by glyph alone; a quotation that
ends in a comma inside its marks is unfinished, and its attribution is the next block.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from articlekit.grammar.names import is_name
from articlekit.language import lexicon
from articlekit.pattern import lazy

if TYPE_CHECKING:
    from articlekit.language import Language

OPENERS = "\"'“”„«»‘‚‹›「『״”"
CLOSERS = "\"'”“»«’‘›‹」』״"
_PAIRS = {
    '"': '"', "'": "'", "“": "”“", "”": "”", "„": '“”"', "«": "»", "»": "«»", "‘": "’", "‚": "‘’",
    "‹": "›", "›": "‹", "「": "」", "『": "』", "״": "״",
}  # fmt: skip
_INNER_STOPS = ",،，、"
_DASHES = "-–—―~—"
_DASHED = lazy(rf"[{_DASHES}]{{1,3}}\s?(?=\S)")
LONGEST_ATTRIBUTION = 25
"""Words of an attribution with a verb (conventions 5.2); without one at most 14 (5.3)."""
LONGEST_BARE = 14


class Quotation(Struct, frozen=True, gc=False):
    """A text that is nothing but a quotation, or opens one."""

    whole: bool
    """Whether the closing mark ends the text."""
    unfinished: bool
    """Whether the sentence goes on behind it: it ends in a comma, or without a stop."""
    open: bool = False
    """Whether no closing mark stands anywhere: the quotation runs on into the next paragraph."""


class AttributionReading(Struct, frozen=True):
    """Who said it."""

    speaker: str | None
    role: str | None
    form: Literal["dash", "verb", "name", "bracket"]


def read_quotation(text: str) -> Quotation | None:
    """Read a block that opens with a quotation mark; None when it does not."""
    opener = text[0]
    closers = _PAIRS.get(opener)
    if closers is None or len(text) < 3 or (text[1].isspace() and opener in "'\""):
        return None
    body = text[1:].rstrip()
    last = body[-1]
    bare = body.rstrip(".,!?… ") if last in ".," else body
    if not bare or bare[-1] not in closers:
        marks = closers.replace("'", "").replace("’", "")
        running = bool(marks) and not any(mark in body for mark in marks)
        return Quotation(whole=False, unfinished=False, open=running)
    inside = bare[:-1].rstrip()
    if _closes_early(inside, closers):
        return Quotation(whole=False, unfinished=False)
    ended = inside[-1:] in ".!?…。！？" or last == "."
    comma = inside[-1:] in _INNER_STOPS or last == ","
    return Quotation(whole=True, unfinished=comma or (not ended and len(inside) > 60))


def _closes_early(inside: str, closers: str) -> bool:
    """Whether the quotation closes and goes on behind it, as in “a,” she said, “b”.

    A mark closes by its position: nothing but a space or a comma behind it. Apostrophes do not
    count, since words end in them.
    """
    marks = closers.replace("'", "").replace("’", "").replace("‘", "")
    return any(
        mark + follower in inside for mark in marks for follower in (" ", ", ", ",", ";", "，")
    )


def read_attribution(text: str, words: Language) -> AttributionReading | None:
    """Read a line that says whose quotation stands beside it (conventions 5.3)."""
    tokens = text.split()
    if len(tokens) > LONGEST_ATTRIBUTION or text[0] in OPENERS or text[-1] in "?:":
        return None
    dashed = _DASHED.match(text)
    if dashed and len(tokens) <= LONGEST_BARE + 1:
        return _named(text[dashed.end() :], words, "dash")
    if text[0] in "(（" and text[-1] in ")）" and len(tokens) <= LONGEST_BARE:
        return _named(text[1:-1], words, "bracket")
    if (found := _spoken(tokens, words)) is not None:
        return found
    if len(tokens) <= LONGEST_BARE and text[-1] not in ".!;":
        return _named(text, words, "name")
    return None


def _named(
    text: str, words: Language, form: Literal["dash", "bracket", "name"]
) -> AttributionReading | None:
    """`Name`, `Name, title, organisation` or `Name title`."""
    name, comma, rest = text.strip().rstrip(".").partition(",")
    if not comma:
        name, comma, rest = text.strip().rstrip(".").partition("、")
    if is_name(name, words):
        return AttributionReading(name.strip(), rest.strip() or None, form)
    tokens = name.split()
    roles = {role.casefold() for role in words.byline.roles}
    for size in (3, 2):
        if len(tokens) > size and is_name(" ".join(tokens[:size]), words):
            behind = tokens[size].casefold().strip(",(")
            if behind in roles or tokens[size][0].islower() or form == "dash":
                role = " ".join(tokens[size:]) + (f", {rest.strip()}" if rest else "")
                return AttributionReading(" ".join(tokens[:size]), role.strip("() ") or None, form)
    return None


def _spoken(tokens: list[str], words: Language) -> AttributionReading | None:
    """Read `Office Name told journalists` and `sagte Amt Name`."""
    verbs = _verbs(words.code)
    folded = [token.casefold().strip(",.:;") for token in tokens]
    for at, token in enumerate(folded):
        if token not in verbs and " ".join(folded[at : at + 2]) not in verbs:
            continue
        before, behind = tokens[:at], tokens[at + 1 :]
        while before and before[-1].casefold() in ("has", "had", "have", "a", "ha", "hat"):
            before = before[:-1]
        found = _person(before, words, at_end=True) or _person(behind, words, at_end=False)
        if found is not None:
            return AttributionReading(*found, "verb")
    return None


def _person(tokens: list[str], words: Language, *, at_end: bool) -> tuple[str, str | None] | None:
    """The name next to the verb, and what is left of it as the role."""
    cleaned = [token.strip(",.:;") for token in tokens]
    runs: list[tuple[int, int]] = []
    for index, token in enumerate(cleaned):
        if token[:1].isupper():
            if runs and runs[-1][1] == index:
                runs[-1] = (runs[-1][0], index + 1)
            else:
                runs.append((index, index + 1))
    for start, end in reversed(runs) if at_end else runs:
        size = min(3, end - start)
        while size >= 2:
            name = " ".join(cleaned[end - size : end])
            role = (
                " ".join(tokens[: end - size] or tokens[end:]).strip(" ,.")
                if at_end
                else " ".join(tokens[: end - size]).strip(" ,.")
            )
            if is_name(name, words) and (size == 2 or end - size == 0):
                return name, role or None
            size -= 1
    return None


@lru_cache(maxsize=64)
def _verbs(code: str) -> frozenset[str]:
    return frozenset(verb.casefold() for verb in lexicon(code).quote.verbs)


def split_attribution(text: str, words: Language) -> tuple[int, AttributionReading] | None:
    """Where the attribution behind a quotation in the same line starts: `“…” — Ann Lee`.

    None when the line has none, or goes on as prose with a verb (`„…“, sagte Ann Lee.`).
    """
    if text[0] not in OPENERS:
        return None
    for dash in (" — ", " – ", " - ", " -- ", "——", " ― "):
        at = text.rfind(dash)
        if at > 0 and text[at - 1] in CLOSERS:
            reading = read_attribution(text[at:].strip(), words)
            if reading is not None and reading.form == "dash":
                return at, reading
    return None
