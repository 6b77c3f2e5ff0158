"""An article as JSON and back, without loss, and the JSON Schema of it."""

from __future__ import annotations

import json
from inspect import cleandoc
from typing import Any

import msgspec

from articlekit.article import Article
from articlekit.errors import DataError, InputTypeError

_ENCODER = msgspec.json.Encoder()
_DECODER = msgspec.json.Decoder(Article)


def to_dict(article: Article) -> dict[str, Any]:
    """The article as plain dicts, lists, strings and numbers, as in its JSON."""
    found: dict[str, Any] = json.loads(to_json(article))
    return found


def to_json(article: Article, *, indent: int = 0) -> str:
    r"""The article as JSON; `indent` spaces a level, 0 for one line.

    Text with lone surrogates is not valid Unicode; it is written with `\\u` escapes throughout.
    """
    try:
        data = _ENCODER.encode(article)
    except UnicodeEncodeError:
        return json.dumps(msgspec.to_builtins(article), indent=indent or None)
    return msgspec.json.format(data, indent=indent).decode() if indent else data.decode()


def from_json(data: str | bytes) -> Article:
    """Read an article from its JSON; `DataError` says what does not fit and where.

    Fields that are not known are passed over: a later version may have written them.
    """
    if not isinstance(data, (str, bytes)):
        raise InputTypeError(f"JSON is read from str or bytes, not from {type(data).__name__}")
    try:
        return _DECODER.decode(data)
    except (msgspec.ValidationError, RecursionError) as error:
        raise DataError(_reason(error)) from error
    except (msgspec.DecodeError, UnicodeEncodeError):  # perhaps only for its lone surrogates
        pass
    try:
        return msgspec.convert(json.loads(data, parse_constant=_refuse), Article)
    except (ValueError, RecursionError) as error:
        raise DataError(_reason(error)) from error


def _reason(error: Exception) -> str:
    found = "nested too deeply" if isinstance(error, RecursionError) else error
    return f"not the JSON of an article: {found}"


def _refuse(constant: str) -> float:
    """JSON has no NaN and no Infinity, though Python reads them."""
    raise ValueError(f"{constant} is no value of JSON")


def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of an article's JSON."""
    written = msgspec.json.encode(msgspec.json.schema(Article))
    found: dict[str, Any] = json.loads(written, object_hook=_settled)
    return found


def _settled(part: dict[str, Any]) -> dict[str, Any]:
    """A part of the schema as every Python and msgspec is to give it.

    Docstrings keep their indentation up to Python 3.12; the order of alternatives says nothing.
    """
    found = dict(part)
    if isinstance(text := part.get("description"), str):
        found["description"] = cleandoc(text)
    if isinstance(ways := part.get("anyOf"), list):
        found["anyOf"] = sorted(ways, key=json.dumps)
    return found
