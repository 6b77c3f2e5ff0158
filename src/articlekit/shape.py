"""How a line looks, apart from what it says: a string in, a `Shape` out.

Everything here holds in every script: words are counted in scripts without spaces too, and case
is asked of Unicode. `Shape.clues` are the names of evidence that the looks alone give.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from msgspec import Struct

from articlekit.pattern import lazy

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

PROSE_WORDS = 12
"""From this many words on, a line with a final stop is prose (conventions 6.3)."""

_STEPS = (1, 2, 3, 5, 8, 12, 17, 25, 40, 70)
_ENDS = {
    **dict.fromkeys(".!。！।۔…‥", "stop"),
    **dict.fromkeys("?？؟", "question"),
    **dict.fromkeys(":：", "colon"),
    **dict.fromkeys(",;،、，；", "comma"),
    **dict.fromkeys("\"'”’“»«‹›‘」』״", "quote"),
    **dict.fromkeys(")]}）］】〕", "bracket"),
    **dict.fromkeys("-–—|/+>›→", "mark"),
}
_STARTS = {
    **dict.fromkeys("\"'”’“»«„‚‘「『״‹", "quote"),
    **dict.fromkeys("([{（［【〔", "bracket"),
    **dict.fromkeys("•·●▪■◆►▶▸‣○*✓✔→›»|", "bullet"),
    **dict.fromkeys("-–—―", "dash"),
    **dict.fromkeys("#@", "tag"),
    **dict.fromkeys("©ⓒ", "copyright"),
}
_STARTS["»"] = _STARTS["›"] = "quote"
_CLOSERS = "\"'”’“»«‹›‘」』״)]）"
_WIDE = lazy(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
_URL = lazy(r"https?:|www\.|\w\.(?:com|org|net|de|at|ch|fr|es|it|co|uk|no|se|jp|tv)\b")
_NUMBERED = lazy(r"\(?\d{1,3}[.):] |\d{1,2}\. ?\D|[①-⑳]|[一二三四五六七八九十]+、")


class Shape(Struct, frozen=True, gc=False):
    """How one line looks."""

    words: int
    """Words; in scripts without spaces, two characters count as one."""
    end: str
    """What it ends in: stop, question, colon, comma, quote, bracket, mark, digit or none."""
    prose: bool
    """Whether it is long enough, and ends as sentences end."""
    clues: tuple[str, ...]
    """Names of evidence, one each for length, end, start and what is telling inside."""


@cache
def _outline(words: int, end: str, start: str) -> tuple[str, ...]:
    """The clues that every line has: length, end, start, and length with end."""
    step = next((f"words<={step}" for step in _STEPS if words <= step), "words>70")
    return (step, "end=" + end, "start=" + start, step + "," + end)


def measure(text: str) -> Shape:
    """Measure one line (white space collapsed, not empty)."""
    words = text.count(" ") + 1
    if not text.isascii():
        words += len(_WIDE.findall(text)) // 2
    end = _end_of(text)
    sentence = end in ("stop", "question") or (end in ("quote", "bracket") and _stops_inside(text))
    prose = words >= PROSE_WORDS and sentence
    clues = _outline(min(words, _STEPS[-1] + 1), end, _start_of(text))
    if words <= 25:
        clues += tuple(_details(text, words))
    return Shape(words, end, prose, clues)


def measure_all(texts: Iterable[str], rows: Container[int] = ()) -> tuple[Shape, ...]:
    """Measure the lines of a page; of the rows of menus only the words are counted."""
    return tuple([glance(text) if at in rows else measure(text) for at, text in enumerate(texts)])


@cache
def _plain(words: int) -> Shape:
    return Shape(words, "none", False, ())  # noqa: FBT003 - no prose


def glance(text: str) -> Shape:
    """Count the words of a line whose looks do not matter."""
    words = text.count(" ") + 1
    if not text.isascii():
        words += len(_WIDE.findall(text)) // 2
    return _plain(min(words, _STEPS[-1] + 1))


def _end_of(text: str) -> str:
    last = text[-1]
    if last in _ENDS:
        return _ENDS[last]
    return "digit" if last.isdigit() else "none"


def _stops_inside(text: str) -> bool:
    """Whether a sentence stops before the closing marks at the end."""
    bare = text[-4:].rstrip(_CLOSERS)
    return bare == "" or bare[-1] in ".!?。！？…,،"


def _start_of(text: str) -> str:
    first = text[0]
    if first.isalpha():
        return "upper" if first.isupper() else "lower" if first.islower() else "letter"
    if first.isdigit():
        return "number" if _NUMBERED.match(text) else "digit"
    return _STARTS.get(first, "sign")


def _details(text: str, words: int) -> list[str]:
    """What is telling in a line of at most 25 words."""
    # Most lines of menus are letters alone: nothing has to be looked for in them.
    found = [] if text.replace(" ", "").isalpha() else _marks(text)
    if not text[0].isalpha() and not any(map(str.isalpha, text)):
        found.append("no-letters")
    elif text.isupper() and sum(map(str.isalpha, text)) > 3:
        found.append("capitals")
    elif words > 2 and _is_titled(text):
        found.append("titled")
    return found


def _marks(text: str) -> list[str]:
    """The marks, figures and pictures in a line."""
    signs = set(_TELLING.findall(text))
    found = [name for sign, name in _TELLING_SIGNS if sign in signs] if signs else []
    if "." in signs and _URL.search(text):
        found.append("address")
    if ":" in signs and ":" in text[1:-1]:
        found.append("colon-inside")
    if not signs.isdisjoint("-–—") and (" - " in text or " – " in text or " — " in text):
        found.append("dash-inside")
    if not signs.isdisjoint(".?。") and (". " in text or "? " in text or "。" in text[:-1]):
        found.append("sentences")
    if not text.isascii() and _PICTOGRAM.search(text):
        found.append("emoji")
    if _FIGURE.search(text):
        letters, digits = sum(map(str.isalpha, text)), sum(map(str.isdigit, text))
        found.append("digits>half" if digits * 2 > letters + digits else "digits")
        if len(_NUMBER.findall(text)) > 1:
            found.append("figures")
    return found


_TELLING = lazy(r"[@|©…,:.?。–—-]")
_TELLING_SIGNS = (
    ("@", "at-sign"),
    ("|", "bar"),
    ("©", "copyright-sign"),
    ("…", "ellipsis"),
    (",", "comma-inside"),
)
_FIGURE = lazy(r"[\d²³¹⁰⁴-⁹₀-₉①-⑨❶-❾]")
_NUMBER = lazy(r"\d+(?:[.,:/-]\d+)*")
_PICTOGRAM = lazy(r"[\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]")


def _is_titled(text: str) -> bool:
    """Whether nearly all long words begin in upper case."""
    long = 0
    for word in text.split():
        if len(word) > 3:
            if not word[0].isupper() and word[0].isalpha():
                return False
            long += 1
    return long > 1
