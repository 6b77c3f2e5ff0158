"""Messages: the bytes of an `.eml` in, an `Entry` out that holds the part which reads best.

What the headers state is kept beside it: subject, sender, date, list, language, address.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlekit.entry import Entry
from articlekit.model import Author, Warn
from articlekit.pattern import lazy
from articlekit.readers.decode import decode
from articlekit.readers.mail_headers import header, is_forwarded, raw_header, read_words, title_of
from articlekit.readers.mail_parts import attached_message, read_parts
from articlekit.readers.mime import DAMAGE, open_message
from articlekit.readers.moments import read_sent
from articlekit.readers.stated_text import clean
from articlekit.readers.urls import resolve

if TYPE_CHECKING:
    from email.message import Message

    from articlekit.readers.mail_parts import Part

_MOST_SENDERS = 10
_LONGEST_NAME = 200
_LIST_NAME = lazy(r'[\s"\']*([^<>"0-9.]+|[^<>"0-9]+ [^<>"0-9]+?)[\s"\']*(?:<|$)')
"""The name of a list in words; a number or an address is none."""
_ADDRESS = lazy(r"<([^<>\s]+)>")


def read_mail(source: bytes | str) -> Entry:
    """Read a message; what is none is read as a message without headers.

    A `str` is a message whose characters are read already. One without a text of its own that
    carries another message is that one. Content never raises.
    """
    told = isinstance(source, str)
    data = source.encode("utf-8", "replace") if isinstance(source, str) else source
    try:
        message = open_message(data)
        part = read_parts(message, told=told)
        if not part.text and (inner := attached_message(message)) is not None:
            message, part = inner, read_parts(inner, told=told)
        return _entry(message, part)
    except DAMAGE:
        warning = Warn("mail", "the message is damaged: it was read as text", 0, len(data))
        return Entry(content=decode(data).text, origin="mail", warnings=(warning,))


def _entry(message: Message, part: Part) -> Entry:
    """What a message holds and states; of one that was passed on, the sender states nothing."""
    subject = header(message, "Subject")
    title = title_of(subject, listed=bool(raw_header(message, "List-Id")))
    forwarded = is_forwarded(subject)
    return Entry(
        content=part.text,
        form=part.form,
        title=title or None,
        url=_archived(message),
        id=raw_header(message, "Message-Id").strip("<> ") or None,
        authors=() if forwarded else tuple(_senders(message)),
        published=None if forwarded else read_sent(header(message, "Date"), "mail"),
        site_name=_list_name(message),
        language=header(message, "Content-Language") or None,
        origin="mail",
        warnings=_damage(part.text),
    )


def _damage(text: str) -> tuple[Warn, ...]:
    bad = text.count("\ufffd")
    message = f"{bad} characters of the message do not fit its encoding and were replaced"
    return (Warn("decoding", message, text.index("\ufffd"), bad),) if bad else ()


def _senders(message: Message) -> list[Author]:
    """Who sent the message, as it names them; an address without a name is that."""
    from email.utils import getaddresses

    raw = raw_header(message, "From") or raw_header(message, "Sender")
    found: list[Author] = []
    try:
        pairs = getaddresses([raw])
    except DAMAGE:  # brackets without end
        return found
    for name, address in pairs[:_MOST_SENDERS]:
        email = address if "@" in address else None
        if stated := clean(read_words(name)) or clean(address):
            found.append(Author(stated, email=email))
    return found


def _list_name(message: Message) -> str | None:
    """What a list calls itself; its address alone is no name."""
    found = _LIST_NAME.match(read_words(raw_header(message, "List-Id"))[:_LONGEST_NAME])
    return (clean(found[1]) or None) if found else None


def _archived(message: Message) -> str | None:
    """Where the message can be read on the web, if it says so (RFC 5064)."""
    stated = raw_header(message, "Archived-At")
    found = _ADDRESS.search(stated)
    return resolve(found[1] if found else stated)
