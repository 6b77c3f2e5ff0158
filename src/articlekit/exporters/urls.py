"""Which addresses may be written into a document, and how."""

from __future__ import annotations

import re
from typing import Final

_ENDS = "".join(map(chr, range(0x21)))  # C0 and space, as the URL standard cuts them
_INSIDE = str.maketrans("", "", "\t\n\r")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.\-]*):")
_AUTHORITY = re.compile(r"(?:[A-Za-z]+:)?//([^/?#]*)")
_UNPRINTED = re.compile(
    r"[\s\x00-\x20\"<>\\^`{|}\x7f-\xa0\u00ad\u061c\u200b-\u200f\u2028-\u202f"
    r"\u2060-\u206f\ufeff\ufff9-\uffff\ud800-\udfff\U000e0000-\U000e0fff]"
)
_MOST = 8192
LINKS: Final = frozenset({"http", "https", "mailto", "tel"})
"""Where links may lead; besides, relative addresses."""
PICTURES: Final = frozenset({"http", "https"})
"""Where pictures may come from; besides, relative addresses."""


def safe_url(url: str | None, schemes: frozenset[str] = LINKS) -> str | None:
    r"""An address as a browser reads it, or `None` when it must not be written.

    What cannot be seen (controls, spaces, direction marks) and what could end an attribute or a
    Markdown link is percent-encoded; `&`, quotes and brackets are left to the exporter.

    >>> safe_url("https://example.com/a b?x=1&y=2")
    'https://example.com/a%20b?x=1&y=2'
    >>> safe_url(" java\nscript:alert(1)") is None
    True
    >>> safe_url("/news/1")
    '/news/1'
    """
    if url is None:
        return None
    bare = url.strip(_ENDS).translate(_INSIDE)
    if not bare or len(bare) > _MOST:
        return None
    scheme = _SCHEME.match(bare)
    if scheme is not None and scheme[1].lower() not in schemes:
        return None
    authority = _AUTHORITY.match(bare)
    if authority is not None and authority[1].count("[") != authority[1].count("]"):
        return None
    return _UNPRINTED.sub(_percent, bare)


def _percent(found: re.Match[str]) -> str:
    data = found[0].encode("utf-8", "replace")
    return "".join(f"%{byte:02X}" for byte in data)
