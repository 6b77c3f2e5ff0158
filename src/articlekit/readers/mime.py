"""Parts of messages as the standard library takes them apart: shared by web archives and mail."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from email.message import Message

DAMAGE = (
    RecursionError,
    ValueError,
    LookupError,
    AssertionError,
    AttributeError,
    TypeError,
)
"""What the standard library raises for parts nested for mischief, and headers that it refuses."""


MOST_OPEN = 50
"""Every line of a message is compared with each boundary that is open: no message needs more."""
_BOUNDARY = re.compile(
    rb"boundary(?:\s{0,8}=\s{0,8}\"?(?P<open>[^\s\";]*)|\*)|^--(?P<close>[^\n]*?)--[ \t\r]*$",
    re.IGNORECASE | re.MULTILINE,
)


def open_message(data: bytes) -> Message:
    """Take a message apart; `ValueError` where its parts are nested for mischief."""
    from email import message_from_bytes

    if _most_open(data) > MOST_OPEN:
        raise ValueError("the parts of the message are nested too deep")
    return message_from_bytes(data)


def _most_open(data: bytes) -> int:
    """How many boundaries are open at once, at most; what only looks like one counts too."""
    by_name: Counter[bytes] = Counter()
    now = most = 0
    for found in _BOUNDARY.finditer(data):
        name = found["close"]
        if name is None:
            by_name[found["open"] or b""] += 1
            now += 1
            most = max(most, now)
        elif by_name[name] > 0:
            by_name[name] -= 1
            now -= 1
    return most


def content_of(part: Message) -> bytes | None:
    """The bytes of a part, its transfer encoding undone; `None` for a part that has parts."""
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else None
