"""The parts of a message: which of them is read, and what it says.

Of alternatives the markup is read where it has any to show, for newsletters are made of it; else
the text is. Attachments are not read; parts that stand one behind the other are one text.
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, Any, NamedTuple

from articlekit.pattern import lazy
from articlekit.readers.decode import decode
from articlekit.readers.mail_headers import raw_header
from articlekit.readers.mime import content_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from email.message import Message

    from articlekit.entry import Form

_FORMS: dict[str, Form] = {
    "text/plain": "text",
    "text/html": "html",
    "application/xhtml+xml": "html",
}
_FEWEST = 0.3
"""Markup that shows less than this of what the text beside it says is a notice, not the story."""
# What never closes reaches to the end: so no pattern begins again inside it.
_UNSEEN = lazy(
    r"<(style|script|title)\b.*?(?:</\1\s*>|\Z)|<!--.*?(?:-->|\Z)|<[^<>]*>|\s+",
    re.DOTALL | re.IGNORECASE,
)
_QUOTED = lazy(r">+ ?| ")
"""Marks of quoting, or the space that is put before a line so that none is read."""
_BLANK = lazy(r"\n\s*\n")
_UNCODED = frozenset(("", "7bit", "8bit", "binary"))
_SIGNATURE = "-- "


class Part(NamedTuple):
    """What a part says, and whether that is markup."""

    text: str
    form: Form


def read_parts(message: Message, *, told: bool) -> Part:
    """The text or markup of a message; empty where it has none.

    `told` says that its characters were told apart before: the charset of a part that is not
    encoded does not count then.
    """
    parts = _parts(message, told=told)
    if all(part.form == "text" for part in parts):
        return Part("\n\n".join(part.text for part in parts), "text")
    if len(parts) == 1:
        return parts[0]
    pages = (part.text if part.form == "html" else _as_markup(part.text) for part in parts)
    return Part("\n".join(pages), "html")


def attached_message(message: Message) -> Message | None:
    """The first message that a message carries."""
    for part in message.walk():
        if part is not message and part.get_content_type() == "message/rfc822":
            held: Any = part.get_payload()
            return held[0] if isinstance(held, list) and held else None
    return None


def _parts(message: Message, *, told: bool) -> list[Part]:
    """The parts that are read, in order."""
    kind = message.get_content_type()
    many = message.get_content_maintype() == "multipart"
    if message.get_content_disposition() == "attachment" or not (many or kind in _FORMS):
        return []
    if not many or not message.is_multipart():  # one part, or parts that cannot be told apart
        text = _text(message, told=told)
        return [Part(text, _FORMS.get(kind, "text"))] if text.strip() else []
    inner = [_parts(part, told=told) for part in message.get_payload() if not isinstance(part, str)]
    held = [parts for parts in inner if parts]
    if held and kind == "multipart/alternative":
        return _best(held)
    if kind == "multipart/related":  # the first one shows the others
        del held[1:]
    return [part for parts in held for part in parts]


def _text(part: Message, *, told: bool) -> str:
    """The text of a part. What is valid UTF-8 beyond ASCII is that, whatever the part says."""
    data = content_of(part) or b""
    charset = part.get_content_charset()
    coding = raw_header(part, "Content-Transfer-Encoding").strip().lower()
    if (told and coding in _UNCODED) or (not data.isascii() and _is_utf8(data)):
        charset = "utf-8"
    text = decode(data, charset).text
    if str(part.get_param("format")).lower() != "flowed":
        return text
    return unflowed(text, joined=str(part.get_param("delsp")).lower() == "yes")


def unflowed(text: str, *, joined: bool = False) -> str:
    r"""A text whose soft line breaks are undone (RFC 3676); `joined` without the space before them.

    >>> unflowed("The council \nvoted.\n\n> A wall \n> it is.\n-- \nJane")
    'The council voted.\n\n> A wall it is.\n-- \nJane'
    """
    lines: list[list[str]] = []
    last, flows = "", False
    for line in text.splitlines():
        marks = _QUOTED.match(line)
        quoted = marks[0].strip() if marks else ""
        rest = line[marks.end() :] if marks else line
        if flows and quoted == last and rest != _SIGNATURE:
            lines[-1].append(rest)
        else:
            lines.append([line])
        last, flows = quoted, rest.endswith(" ") and rest != _SIGNATURE
        if flows and joined:
            lines[-1][-1] = lines[-1][-1][:-1]
    return "\n".join("".join(parts) for parts in lines)


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def _best(alternatives: Sequence[list[Part]]) -> list[Part]:
    """The markup, unless it shows next to nothing of what the text says."""
    texts = [parts for parts in alternatives if all(part.form == "text" for part in parts)]
    pages = [parts for parts in alternatives if any(part.form == "html" for part in parts)]
    page, text = max(pages, key=_shown, default=[]), max(texts, key=_shown, default=[])
    shown = _shown(page)
    return page if shown and shown >= _FEWEST * _shown(text) else text or page


def _shown(parts: Sequence[Part]) -> int:
    """How many characters parts show, white space aside."""
    return sum(
        len(_UNSEEN.sub("", part.text)) if part.form == "html" else len("".join(part.text.split()))
        for part in parts
    )


def _as_markup(text: str) -> str:
    paragraphs = (html.escape(part).splitlines() for part in _BLANK.split(text.strip()))
    return "\n".join(f"<p>{'<br>'.join(lines)}</p>" for lines in paragraphs)
