"""Records of JSON that say nothing where nothing is known."""

from __future__ import annotations

from typing import Any

from articlekit.exporters.inline import clean

Record = dict[str, Any]


def filled(record: Record, needs: str | None = None) -> Record:
    """A record without the fields that hold nothing, its texts fit for any file.

    Where the field that it `needs` holds nothing, the record is empty.

    >>> filled({"@type": "Person", "name": "Jane Roe", "email": None, "url": ""})
    {'@type': 'Person', 'name': 'Jane Roe'}
    >>> filled({"@type": "Person", "name": " "}, needs="name")
    {}
    """
    kept = {key: value for key, given in record.items() if _says(value := _cleaned(given))}
    return kept if needs is None or needs in kept else {}


def _cleaned(value: Any) -> Any:  # noqa: ANN401 - whatever JSON can hold
    if isinstance(value, str):
        return clean(value).strip()
    if isinstance(value, list):
        return [one for one in map(_cleaned, value) if _says(one)]
    return value


def _says(value: Any) -> bool:  # noqa: ANN401 - whatever JSON can hold
    return value is not None and value not in ("", [], {})
