"""States: the data that a page's scripts carry for its programs, scripts in, values out.

They come as JSON of their own (`__NEXT_DATA__`), as JSON that a program assigns or pushes
(`window.__INITIAL_STATE__ = {...}`), as JSON inside a string (`JSON.parse("...")`), and as the rows
that React streams (`readers.flight`). Programs are never run.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from articlekit.readers.flight import is_chunk, read_flight
from articlekit.readers.head import lose
from articlekit.readers.lenient_json import DEEPEST, read_json

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlekit.page import Head

MOST_TRIES = 64
"""In so many places of a program data is looked for; what was read is not looked at again."""
MOST_UNCLOSED = 4
"""After so many brackets that never close, the rest of a program is left."""
MOST_TEXT = 16 * 1024 * 1024
"""So many characters of programs are looked at."""
_STRING = r'"(?:[^"\\]++|\\.)*+"'
_OPENS = re.compile(
    r"""(?:=|\.push\()\s{0,8}(?=\{\s{0,8}"|\[\s{0,8}[\[{"\d]|"\{\\")|\bparse\(\s{0,8}(?=["'])""",
    re.ASCII,
)
_QUOTED = re.compile(rf"{_STRING}|'(?:[^'\\]++|\\.)*+'", re.DOTALL)
_TOKEN = re.compile(rf"[\[\]{{}}]|{_STRING}", re.DOTALL)
_OTHER_ESCAPE = re.compile(r"""\\[^"\\/bfnrtu]""")
_ESCAPE = re.compile(r"""\\(?:(["\\/bfnrtu])|(.))""", re.DOTALL)
_TO_DOUBLE = re.compile(r"\\(.)|\"", re.DOTALL)


def read_states(head: Head) -> Iterator[tuple[str, Any]]:
    """Give what the scripts of a page hold, each with the text of the script it stands in."""
    for text in head.states:
        for value in read_json(text, len(text)):
            yield text, value
    chunks: list[str] = []
    opening = ""
    left = MOST_TEXT
    for number, text in enumerate(head.programs):
        left -= len(text)
        if left < 0:
            lose(head, "programs", len(head.programs) - number)
            break
        for value in _values(text):
            if is_chunk(text, value):
                opening = opening or text
                chunks.append(value[1])
            else:
                yield text, value
    for value in read_flight("".join(chunks)):
        yield opening, value


def _values(program: str) -> Iterator[Any]:
    """What a program assigns, pushes or parses, as far as it is JSON."""
    at = unclosed = 0
    for _ in range(MOST_TRIES):
        found = _OPENS.search(program, at)
        if found is None or unclosed >= MOST_UNCLOSED:
            return
        at = found.end()
        if program[at] in "\"'":
            quoted = _QUOTED.match(program, at)
            end = quoted.end() if quoted else at
            text = _unquoted(program[at:end])
        else:
            end = _end_of(program, at)
            text = _as_json(program[at:end])
        unclosed += end == at
        at = end
        yield from read_json(text)


def _as_json(text: str) -> str:
    """What a program writes as JSON: of escapes that only programs know, the sign stays."""
    if not _OTHER_ESCAPE.search(text):
        return text
    return _ESCAPE.sub(lambda found: found[0] if found[1] else found[2], text)


def _unquoted(literal: str) -> str:
    """The text of a string of a program; nothing where it is none that JSON could hold."""
    if literal.startswith("'"):
        inner = _TO_DOUBLE.sub(_to_double, literal[1:-1])
        literal = f'"{inner}"'
    found = read_json(f"[{literal}]")
    return found[0][0] if found and found[0] and isinstance(found[0][0], str) else ""


def _to_double(found: re.Match[str]) -> str:
    if found[0] == '"':
        return r"\""
    return "'" if found[1] == "'" else found[0]


def _end_of(text: str, at: int) -> int:
    """Where the value that opens at a bracket ends; `at` itself where it does not, or is deep."""
    depth = 0
    for token in _TOKEN.finditer(text, at):
        sign = text[token.start()]
        if sign in "[{":
            depth += 1
            if depth > DEEPEST:
                break
        elif sign in "]}":
            depth -= 1
            if depth <= 0:
                return token.end()
    return at
