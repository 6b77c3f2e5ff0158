"""Addresses of pages: made absolute, cleaned, compared; without the network modules.

An address comes out only when it is http or https: everything else (`javascript:`, `data:`, what
cannot be read) is `None`.
"""

from __future__ import annotations

import re

from articlekit.pattern import lazy

LONGEST = 8192
"""Longer addresses are dropped."""

_EDGES = "".join(map(chr, range(33)))
_DROPPED = lazy(r"[\t\r\n]")
_SCHEME = lazy(r"([A-Za-z][A-Za-z0-9+.-]*):")
_PARTS = lazy(r"(https?):/*([^/?#\\]*)([^?#]*)(\?[^#]*)?", re.IGNORECASE)
_UNSAFE = lazy(r"[\x00-\x20\x7f<>\"\ud800-\udfff]")
_HOST = lazy(r"[^\x00-\x20<>\"^`{|}@]+(?::[0-9]{1,5})?")


def resolve(address: str | None, base: str | None = None) -> str | None:
    """Make an address absolute against `base`; `None` when no http or https address comes out.

    >>> resolve("../a.png", "https://example.org/news/today/page.html")
    'https://example.org/news/a.png'
    """
    if not address or len(address) > LONGEST:
        return None
    address = _DROPPED.sub("", address.strip(_EDGES))
    if not address:
        return None
    if not (_SCHEME.match(address) and not address.startswith((".", "/"))):
        joined = _join(address, base)
        if joined is None:
            return None
        address = joined
    parts = _PARTS.match(address)
    if parts is None or not _HOST.fullmatch(parts[2].rpartition("@")[2]):
        return None
    return _UNSAFE.sub(lambda sign: _escape(sign[0]), address)


def _escape(sign: str) -> str:
    return "".join(f"%{byte:02X}" for byte in sign.encode("utf-8", "replace"))


def _join(address: str, base: str | None) -> str | None:
    """Put an address without a scheme behind what its base has."""
    parts = _PARTS.match(base.strip(_EDGES)) if base else None
    if parts is None:
        return f"https:{address}" if address.startswith("//") else None
    scheme, host, path, query = parts[1].lower(), parts[2], parts[3], parts[4] or ""
    if address.startswith("//"):
        return f"{scheme}:{address}"
    root = f"{scheme}://{host}"
    if address.startswith("#"):
        return f"{root}{path}{query}"
    if address.startswith("?"):
        return f"{root}{path or '/'}{address}"
    if not address.startswith("/"):
        address = f"{path.rpartition('/')[0]}/{address}"
    at = min((place for place in map(address.find, "?#") if place >= 0), default=len(address))
    return root + _without_dots(address[:at]) + address[at:]


def _without_dots(path: str) -> str:
    if "/." not in path:
        return path
    kept: list[str] = []
    steps = path.split("/")
    for step in steps:
        if step == "..":
            del kept[max(1, len(kept) - 1) :]
        elif step != ".":
            kept.append(step)
    if steps[-1] in (".", ".."):
        kept.append("")
    return "/".join(kept)


def host_of(address: str | None) -> str:
    """The host of an address in lower case, without `www.` and port; empty when it has none."""
    parts = _PARTS.match(address) if address else None
    if parts is None:
        return ""
    host = parts[2].rpartition("@")[2].partition(":")[0].lower()
    return host.removeprefix("www.")


def page_of(address: str | None) -> str:
    """What two addresses of one page share: the path, folded, without slashes at its end."""
    parts = _PARTS.match(address) if address else None
    return "" if parts is None else parts[3].rstrip("/").casefold()
