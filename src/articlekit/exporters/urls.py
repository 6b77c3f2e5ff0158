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
_HOSTED = re.compile(r"(?:[A-Za-z]+:)?//")
_HOST = re.compile(
    r"(?:(https?):)?//(?:[^/?#@\[\]]*@)?[^/?#@:\[\]]+(?::[0-9]*)?(?=[/?#]|\Z)", re.IGNORECASE
)
_NO_URI = re.compile(r"[^A-Za-z0-9\-._~:/?@!$&'()*+,;=%]+|%(?![0-9A-Fa-f]{2})")
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


def strict_url(url: str | None, schemes: frozenset[str] = LINKS) -> str | None:
    """An address that `safe_url` lets pass, as RFC 3986 spells it: in ASCII, for strict formats.

    >>> strict_url("/a b?q=ü#[1]")
    '/a%20b?q=%C3%BC#%5B1%5D'
    >>> strict_url("https://example.com:port/") is None
    True
    """
    bare = safe_url(url, schemes)
    if bare is None or (_HOSTED.match(bare) and not _HOST.match(bare)):
        return None
    rest, mark, fragment = bare.partition("#")
    if not _SCHEME.match(rest) and ":" in rest.partition("/")[0].partition("?")[0]:
        rest = f"./{rest}"  # what stands before the colon would be a scheme
    return _NO_URI.sub(_percent, rest) + mark + _NO_URI.sub(_percent, fragment)


def web_address(url: str | None) -> str | None:
    """A whole address of the web as RFC 3986 spells it, or `None` when it is none.

    >>> web_address("HTTPS://example.com/ü")
    'HTTPS://example.com/%C3%BC'
    >>> web_address("/news/1") is None
    True
    """
    strict = strict_url(url, PICTURES) or ""
    host = _HOST.match(strict)
    return strict if host is not None and host[1] else None


def _percent(found: re.Match[str]) -> str:
    data = found[0].encode("utf-8", "replace")
    return "".join(f"%{byte:02X}" for byte in data)
