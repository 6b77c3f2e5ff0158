"""Links and emphasis as Markdown, and the escapes that keep text from being read as either.

CommonMark reads `**` as emphasis only beside the right neighbours, which fails within words and in
Chinese and Japanese. Where it would be shown as asterisks, the emphasis is left out.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import groupby
from typing import TYPE_CHECKING

from articlekit.exporters.inline import clean
from articlekit.exporters.urls import safe_url

if TYPE_CHECKING:
    from collections.abc import Sequence

    from articlekit.exporters.inline import Piece

_SPECIAL = re.compile(r"([\\`*_\[\]<>&#|~])")
_LINE_START = re.compile(r"^(\d*)([-+=.)])(?=\s|$)|^(?=[-=]+\s*$)()(.)")
_TICKS = re.compile(r"`+")
_ASTERISKS = {"strong": "**", "emphasis": "*"}


def escape(text: str) -> str:
    """Text that Markdown shows as it is: marks escaped, also those at the start of the line."""
    return _at_start(_SPECIAL.sub(r"\\\1", clean(text)))


def marked(pieces: Sequence[Piece], *, opens: bool = True) -> str:
    """Pieces with their links and emphasis; `opens` says that they begin a line."""
    written: list[str] = []
    last = ""
    runs = [(target, list(run)) for target, run in groupby(pieces, key=_target)]
    for number, (target, run) in enumerate(runs):
        following = "]" if target else _first(runs[number + 1 : number + 2])
        inside = _run(run, "[" if target else last, following)
        written.append(_link(inside, target) if target else inside)
        last = written[-1][-1:] or last
    line = "".join(written)
    return _at_start(line) if opens else line


def _run(run: Sequence[Piece], last: str, following: str) -> str:
    """Pieces of one link, or between links; `last` and `following` are the signs around them."""
    inside: list[str] = []
    for number, (text, marks) in enumerate(run):
        behind = run[number + 1][0][:1] if number + 1 < len(run) else following
        inside.append(_piece(text, [mark.kind for mark in marks], last, behind))
        last = inside[-1][-1:] or last
    return "".join(inside)


def _first(runs: Sequence[tuple[str | None, list[Piece]]]) -> str:
    """The first sign of the run that follows."""
    return "".join("[" if target else run[0][0][:1] for target, run in runs)


def whole(pieces: Sequence[Piece], asterisks: str) -> str:
    """A line set apart as a whole: links stay, other emphasis within it does not."""
    plain = [(text, tuple(m for m in marks if m.kind == "link")) for text, marks in pieces]
    text = marked(plain, opens=False).strip()
    return f"{asterisks}{text}{asterisks}" if text else ""


def _at_start(line: str) -> str:
    return _LINE_START.sub(lambda m: f"{m[1] or ''}\\{m[2] or m[4]}", line, count=1)


def _target(piece: Piece) -> str | None:
    links = (mark.target for mark in piece[1] if mark.kind == "link")
    return safe_url(next(links, None))


def _link(inside: str, target: str) -> str:
    bare = inside.strip()
    if not bare:
        return inside
    space = inside[: len(inside) - len(inside.lstrip())], inside[len(inside.rstrip()) :]
    return f"{space[0]}[{bare}](<{target.replace('&', '&amp;')}>){space[1]}"


def _piece(text: str, kinds: Sequence[str], before: str, behind: str) -> str:
    """One piece, spaces moved out of its emphasis; plain where emphasis would not be read."""
    bare = text.strip()
    if not bare:
        return text
    left, right = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    # Two runs of backticks side by side would be read as one.
    is_code = "code" in kinds and not (left or before).endswith("`")
    inside = _code(bare) if is_code else _SPECIAL.sub(r"\\\1", bare)
    asterisks = "".join(_ASTERISKS[kind] for kind in _ASTERISKS if kind in kinds)
    opens = _flanks(left or before, inside[0])
    closes = _flanks(right or behind, inside[-1])
    if asterisks and opens and closes:
        inside = f"{asterisks}{inside}{asterisks}"
    return f"{left}{inside}{right}"


def _flanks(outside: str, inside: str) -> bool:
    """Whether asterisks between these two characters are read as the edge of emphasis."""
    if outside.endswith("*") or inside == "*":
        return False
    return not _is_mark(inside) or not outside or outside.isspace() or _is_mark(outside[-1])


def _is_mark(character: str) -> bool:
    return unicodedata.category(character)[0] in "PS"


def _code(text: str) -> str:
    longest = max((len(found[0]) for found in _TICKS.finditer(text)), default=0)
    ticks = "`" * (longest + 1)
    pad = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{ticks}{pad}{text}{pad}{ticks}"
