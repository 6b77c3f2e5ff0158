"""Stated titles without the name of the site: the metadata's titles in, the story's own out.

A title ends in the site's name behind a bar or dash; the names of the site and the other
candidates say where.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlekit.folding import fold, squeeze
from articlekit.metadata import Stated
from articlekit.pattern import lazy

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

    from articlekit.metadata import Metadata

SEPARATOR = lazy(r"\s+[|–—\-·•:»«/~+]{1,3}\s+|\s*[|｜ㅣ│]\s*|:\s+|\s+[|–—\-]")
"""What stands between the parts of a title."""
BAR = lazy(r"\s*[|｜│]\s*")
_DASH = lazy(r"\s+[-–—•·»]\s+")
WEAK = ("title", "meta", "jsonld:page", "jsonld:name", "jsonld:media")
"""Origins that are written for search engines or about something else."""
_MOST_TAIL_WORDS = 5


def site_names(metadata: Metadata, host: str = "") -> frozenset[str]:
    """The names of the site as they may stand behind a title, squeezed."""
    stated = [one.text for one in metadata.site_names]
    if metadata.publisher:
        stated.append(metadata.publisher)
    names = set(map(squeeze, stated))
    names |= {squeeze(name.partition("|")[0]) for name in stated}
    if host:
        names.add(squeeze(host))
        names.update(squeeze(label) for label in host.split(".")[:-1] if len(label) > 3)
    return frozenset(name for name in names if name)


def is_site(text: str, names: frozenset[str]) -> bool:
    """Whether a text is the site's name, or begins with it and says little more."""
    own = squeeze(text)
    if own in names or own.removeprefix("the") in names:
        return True
    return len(own) < 24 and any(len(name) > 4 and own.startswith(name) for name in names)


def stated_headlines(metadata: Metadata, names: frozenset[str]) -> list[Stated]:
    """The stated headlines without the site's name, most trusted first, weak origins last."""
    strong = [one for one in metadata.headlines if one.origin not in WEAK]
    weak = [one for one in metadata.headlines if one.origin in WEAK]
    kept = [one for one in (*strong, *weak) if not is_site(one.text, names)]
    found: list[Stated] = []
    folded = [fold(one.text) for one in kept]
    for one in kept:
        text = cut_site(one.text, names)
        if text == one.text:
            text = _cut_by_others(text, folded)
        if text == one.text and one.origin in ("title", "meta"):
            text = cut_tail(text, BAR, _DASH)
        if fold(text) and not is_site(text, names):
            found.append(Stated(text, one.origin))
    return found


def cut_site(text: str, names: frozenset[str]) -> str:
    """A title without the site's name behind or before a separator, if it has it there."""
    for _ in range(4):
        marks = list(SEPARATOR.finditer(text))[-8:]
        for mark in reversed(marks):
            tail = squeeze(text[mark.end() :])
            if tail in names or tail.removeprefix("the") in names:
                break
        else:
            break
        text = text[: mark.start()].rstrip()
    first = SEPARATOR.search(text)
    if first is not None and squeeze(text[: first.start()]) in names:
        rest = text[first.end() :]
        return rest if len(rest.split()) > 1 else text
    return text


def _cut_by_others(text: str, others: Sequence[str]) -> str:
    """A title cut at the separator where another candidate ends."""
    for mark in reversed(list(SEPARATOR.finditer(text))[-8:]):
        head = text[: mark.start()]
        if len(head.split()) > 1 and fold(head) in others:
            return head
    return text


def cut_tail(text: str, *signs: re.Pattern[str]) -> str:
    """A title without what stands behind its last bar, or else its last spaced dash."""
    for sign in signs:
        marks = list(sign.finditer(text))
        if marks:
            head, tail = text[: marks[-1].start()], text[marks[-1].end() :]
            short = len(tail.split()) <= _MOST_TAIL_WORDS and len(tail) < len(head)
            return head if short and len(head.split()) > 2 else text
    return text
