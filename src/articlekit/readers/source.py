"""What a caller may hand in, turned into text: strings, bytes, files, responses and trees.

Nothing is imported to tell what a source is: files, responses and trees are known by their shape.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any, NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from articlekit.entry import Entry  # noqa: TC001 - read at run time
from articlekit.errors import FileError, InputTypeError
from articlekit.limits import DEFAULTS
from articlekit.model import Warn
from articlekit.readers.archives import GZIP, inflate, is_archive, is_mail, page_of
from articlekit.readers.decode import cut_between_characters, decode
from articlekit.readers.responses import read_response
from articlekit.readers.streams import read_stream
from articlekit.readers.tree import kind_of_tree

_POSSIBLE = (
    "give a str, bytes, a path (os.PathLike), an open file, a BeautifulSoup or lxml tree, or an "
    "HTTP response that was read"
)


class Source(Struct, frozen=True):
    """The text of a source, how it was decoded, and what was noticed on the way."""

    text: str
    encoding: str | None = None
    reason: str | None = None
    warnings: tuple[Warn, ...] = ()
    tree: object | None = None
    """The lxml or BeautifulSoup object that was handed in; the text is empty then."""
    url: str | None = None
    """The address that a response or a web archive states."""
    entry: Entry | None = None
    """What a message holds; the text is empty then."""
    data: bytes | None = None
    """The text in UTF-8 where the source came as that: nothing has to be encoded again."""


class _Given(NamedTuple):
    """What was handed in; of what is read here, no more than one sign beyond the limit."""

    content: object
    size: int | None = None
    """How long the whole of it is, where that is known."""
    name: str | None = ""
    """The name of its file; `None` for a response, which is no archive."""
    charset: str | None = None
    url: str | None = None


def read_source(
    source: object,
    *,
    max_bytes: int,
    max_compression_ratio: int = DEFAULTS.max_compression_ratio,
    mail: bool | None = None,
) -> Source:
    """Read a source into text, as much of it as the limits allow.

    `str` is taken as it is, `bytes` are decoded, an `os.PathLike` is read, an open file is read
    to its end (text or binary), a response of requests, httpx or Scrapy gives its content, its
    charset and its address, a tree is passed on. Files whose name ends in `.gz` are inflated, of
    web archives (`.mhtml`) the page is taken, of messages (`.eml`; otherwise where `mail` says so)
    the part that is read, with what its headers state. Anything else raises `InputTypeError`; a
    file that cannot be read raises `FileError`.
    """
    if kind_of_tree(source) is not None:
        return Source("", tree=source)
    given = _give(source, max_bytes)
    content = given.content
    if isinstance(content, str):
        cut = len(content) > max_bytes
        warning = (_cut("characters", max_bytes, given.size),) if cut else ()
        # A subclass may have any `__str__`; its characters are those of the plain str.
        text = str.__str__(content)[:max_bytes]
        if is_mail(given.name) if mail is None else mail:
            return _message(text, warning)
        return Source(text, warnings=warning)
    if not isinstance(content, (bytes, bytearray, memoryview)):
        raise InputTypeError(f"cannot read a {type(content).__name__}: {_POSSIBLE}")
    data, name = bytes(content), given.name
    warnings: list[Warn] = []
    if len(data) > max_bytes:
        data = cut_between_characters(data, max_bytes)
        warnings.append(_cut("bytes", len(data), given.size))
    if name is not None and name.lower().endswith(".gz") and data.startswith(GZIP):
        data, noticed = inflate(data, max_bytes, max_compression_ratio)
        warnings += noticed
        name = name[:-3]
    if is_mail(name) if mail is None else mail:
        return _message(data, tuple(warnings))
    charset, url = given.charset, given.url
    if name is not None and is_archive(data, name):
        page = page_of(data)
        if page is not None:
            data, charset, url = page
    return _decoded(data, charset, url, warnings)


def _give(source: object, most: int) -> _Given:
    """Get hold of the content of a source."""
    response = read_response(source, most)
    if response is not None:
        return _Given(response.content, response.size, None, response.charset, response.url)
    if isinstance(source, os.PathLike):
        return _read_path(Path(source), most)
    if callable(getattr(source, "read", None)):
        name = getattr(source, "name", "")  # files opened by number have a number
        return _Given(_read_file(source, most), None, name if isinstance(name, str) else "")
    if isinstance(source, memoryview):
        return _Given(source, source.nbytes)
    return _Given(source, len(source) if isinstance(source, (str, bytes, bytearray)) else None)


def _read_path(path: Path, most: int) -> _Given:
    """Read the file of a path; one that is not there is not opened."""
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            return _Given(read_stream(file, most), size if size > most else None, path.name)
    except OSError as error:
        raise FileError(error.errno, error.strerror, error.filename) from error
    except ValueError as error:  # a path that no system can hold, as with NUL in it
        raise FileError(str(error)) from error


def _read_file(file: Any, most: int) -> object:  # noqa: ANN401 - whatever has a `read`
    """Read an open file from where it stands on, and put it back there where it can be."""
    try:
        at = file.tell() if file.seekable() else None
    except (AttributeError, OSError):  # a stream, or a file that knows no places
        at = None
    except ValueError as error:
        raise InputTypeError(f"cannot read a closed file: {_POSSIBLE}") from error
    try:
        content = read_stream(file, most)
    except UnicodeDecodeError as error:
        message = f"the file is no text in {error.encoding}, as which it was opened: open it binary"
        raise InputTypeError(message) from error
    except OSError as error:
        raise FileError(error.errno, error.strerror, error.filename) from error
    if at is not None:
        file.seek(at)
    return content


def _decoded(data: bytes, charset: str | None, url: str | None, noticed: list[Warn]) -> Source:
    """Decode; `noticed` is what was noticed before, each of which is a cut at the end."""
    found = decode(data, charset)
    # Where bytes were cut, what is left of the last character is no damage.
    text = found.text.removesuffix("\ufffd") if noticed else found.text
    warnings = [replace(warning, at=len(text)) for warning in noticed]
    if data.startswith(GZIP):
        warnings.append(Warn("compressed", "the bytes look gzip-compressed; give them unpacked"))
    elif b"\0" in data[:4096] and not found.encoding.startswith(("utf-16", "utf-32")):
        warnings.append(Warn("binary", "the bytes hold NUL characters; they may not be text"))
    bad = text.count("\ufffd")
    if bad:
        message = f"{bad} bytes do not fit {found.encoding} and were replaced"
        warnings.append(Warn("decoding", message, text.index("\ufffd"), bad))
    same = found.encoding == "utf-8" and found.reason == "valid UTF-8" and text is found.text
    return Source(
        text, found.encoding, found.reason, tuple(warnings), url=url, data=data if same else None
    )


def _message(content: str | bytes, warnings: tuple[Warn, ...]) -> Source:
    """Read a message; it is imported only for one."""
    from articlekit.readers.mail import read_mail

    entry = read_mail(content)
    return Source("", warnings=warnings, url=entry.url, entry=entry)


def _cut(unit: str, kept: int, size: int | None) -> Warn:
    """Say that a source was cut, and how much was left out where its size is known."""
    lost = size - kept if size is not None else 0
    what = f"{lost} {unit} left out" if lost else "what follows was not read"
    return Warn("max_bytes", f"the source was cut after {kept} {unit}: {what}", kept, lost)
