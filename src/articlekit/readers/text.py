"""Raw text to blocks: a string in, a `Page` out whose offsets point into that very string.

Breaks follow the conventions of pasted text: a blank line always breaks; a single newline breaks
unless the text is hard-wrapped (mail, wire copy), where lines are joined up to a blank line or an
indented line. Every non-space character of the source ends up in exactly one block.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from articlekit.limits import DEFAULTS
from articlekit.model import Warn
from articlekit.page import Block, Page
from articlekit.pattern import lazy

# CR LF is one break; NEL, LS, PS, VT and FF break lines in text that came from other systems.
_LINE = lazy(r"[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+|\r\n|.", re.DOTALL)
_QUOTED = lazy(r"(?:> ?)+")
_CELLS = lazy(r"\S(?: {3,}|\t+)\S")
_FIGURES = lazy(r"[\d.,%/+\-]+|nil|n\.?a\.?", re.IGNORECASE)

WIDEST_WRAP = 100
"""Lines of hard-wrapped text are not longer than this (conventions 0.1)."""
RAGGED = 15
"""How much shorter than the longest a line of hard-wrapped text may be."""
WRAPPED_SHARE = 0.6
RUN_ON = 60
"""From this length on, a line that the next one continues in lower case was wrapped."""
INDENTED = 2
"""From how many columns on a line counts as set in."""
ENDED = 2 / 3
"""A line of a message that is shorter than this share of the longest was not broken but ended."""
FEWEST_LINES = 4
"""With fewer inner lines nothing can be said about wrapping."""


class _Line(NamedTuple):
    start: int
    end: int
    indent: int
    depth: int
    blank_before: bool


def read_text(source: str, *, max_blocks: int = DEFAULTS.max_blocks, sent: bool = False) -> Page:
    """Split `source` into blocks.

    `sent` says that it is a message: programs of mail break a line where it is full, so that a much
    shorter one was ended by hand.

    Text beyond `max_blocks` blocks is kept as one last block and named in the page's warnings.
    """
    lines = _lines(source)
    warnings: list[Warn] = []
    if len(lines) > max_blocks:
        first, last = lines[max_blocks - 1], lines[-1]
        message = f"more than {max_blocks} lines: the rest is kept as one block"
        warnings.append(Warn("max_blocks", message, first.start, last.end - first.start))
        lines[max_blocks - 1 :] = [first._replace(end=last.end)]
    opens = _opens_indented(lines)
    groups = _groups(lines, opens=opens)
    wrapped = _is_wrapped(groups, opens=opens)
    longest = max((line.end - line.start for line in lines), default=0) if sent else 0
    blocks: list[Block] = []
    for group in groups:
        if len(group) > 1 and (wrapped or _is_wrapped_group(group, source)):
            for part in _parted(group, longest) if sent and wrapped else (group,):
                blocks.extend(_joined(part, source))
        else:
            blocks.extend(_block(line, line.end, source) for line in group)
    if not blocks:
        warnings.append(Warn("empty", "the source holds no text", 0, len(source)))
    return Page(source, tuple(blocks), tuple(warnings), wrapped)


def _lines(source: str) -> list[_Line]:
    """Every line that holds a non-space character, without the white space around it."""
    found: list[_Line] = []
    blank, after_break = True, True
    for match in _LINE.finditer(source):
        text = match.group()
        if text.isspace() and (len(text) == 1 or text == "\r\n") and text not in " \t\xa0":
            blank = blank or after_break
            after_break = True
            continue
        after_break = False
        bare = text.lstrip()
        if not bare:
            blank = True
            continue
        start = match.start() + len(text) - len(bare)
        depth = 0
        if bare[0] == ">" and (quoted := _QUOTED.match(bare)):
            depth = quoted.group().count(">")
            if quoted.end() >= len(bare):
                blank = True  # a quoted blank line: its marks go to the next line's block
        indent = len(text[: len(text) - len(bare)].expandtabs(4)) if bare is not text else 0
        found.append(_Line(start, match.start() + len(text.rstrip()), indent, depth, blank))
        blank = False
    return found


def _opens_indented(lines: list[_Line]) -> bool:
    """Whether paragraphs open with an indented line and run on flush, as on the wire."""
    return any(a.indent >= INDENTED > b.indent and not b.blank_before for a, b in pairwise(lines))


def _groups(lines: list[_Line], *, opens: bool) -> list[list[_Line]]:
    """Lines between blank lines; an indented line or a change of quoting starts a new group."""
    groups: list[list[_Line]] = []
    for line in lines:
        last = groups[-1][-1] if groups else None
        if (
            last is None
            or line.blank_before
            or line.depth != last.depth
            or line.indent > last.indent
            or (opens and line.indent >= INDENTED)
        ):
            groups.append([line])
        else:
            groups[-1].append(line)
    return groups


def _is_wrapped(groups: list[list[_Line]], *, opens: bool) -> bool:
    """Whether the whole text is hard-wrapped (the rule of conventions 0.1)."""
    longest = max((line.end - line.start for group in groups for line in group), default=0)
    if longest > WIDEST_WRAP or longest < RAGGED * 2:
        return False
    inner = [line.end - line.start for group in groups for line in group[:-1]]
    if opens or len(inner) < FEWEST_LINES:
        return opens
    return sum(length > longest - RAGGED for length in inner) >= WRAPPED_SHARE * len(inner)


def _is_wrapped_group(group: list[_Line], source: str) -> bool:
    """Whether one paragraph of a mixed text is hard-wrapped: even lines that run on."""
    if len(group) == 2:
        first, second = group
        long = RUN_ON <= first.end - first.start <= WIDEST_WRAP
        return long and source[second.start].islower() and source[first.end - 1] not in ".!?:;"
    lengths = [line.end - line.start for line in group]
    longest = max(lengths)
    if not 40 <= longest <= WIDEST_WRAP or min(lengths[:-1]) <= longest - RAGGED:
        return False
    return sum(source[line.start].islower() for line in group[1:]) * 3 >= len(group) - 1


def _parted(group: list[_Line], longest: int) -> list[list[_Line]]:
    """A wrapped group, parted behind lines that were ended where more would have fitted."""
    parts: list[list[_Line]] = [[]]
    for line in group:
        parts[-1].append(line)
        if line.end - line.start < ENDED * longest:
            parts.append([])
    return [part for part in parts if part]


def _joined(group: list[_Line], source: str) -> list[Block]:
    """One block for the lines of a hard-wrapped paragraph; rows of tables stay on their own."""
    blocks: list[Block] = []
    run: list[_Line] = []
    for line in group:
        row = _is_row(source[line.start : line.end])
        if run and row:
            blocks.append(_block(run[0], run[-1].end, source))
            run = []
        run.append(line)
        if row:
            blocks.append(_block(line, line.end, source))
            run = []
    if run:
        blocks.append(_block(run[0], run[-1].end, source))
    return blocks


def _is_row(text: str) -> bool:
    """Whether a line is a row of a table: cells set apart, or mostly figures."""
    if _CELLS.search(text):
        return True
    words = text.split()
    figures = sum(_FIGURES.fullmatch(word) is not None for word in words)
    return len(words) >= 3 and figures * 2 > len(words)


def _block(first: _Line, end: int, source: str) -> Block:
    text = " ".join(source[first.start : end].split())
    return Block(first.start, end, text, first.blank_before, first.indent, first.depth)
