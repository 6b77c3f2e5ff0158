"""What is known of an article as a whole, and of a node beside its text, in plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from articlekit.model import Author, Boilerplate, Node, Place, Timestamp

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from articlekit.article import Article

_LONGEST: Final = 300
"""Of longer values the beginning is shown."""
_MOST: Final = 20
"""Of longer lists the first are shown."""
_SHARED: Final = frozenset({"text", "span", "path", "confidence", "evidence"})
"""What every node has; it is shown elsewhere."""


def shorten(text: str, most: int = _LONGEST) -> str:
    """The text with white space collapsed, and its end left out where it is longer than `most`."""
    some = " ".join(text[: 4 * most].split())
    return some if len(some) <= most and len(text) <= 4 * most else some[: most - 1] + "…"


def facts_of(article: Article) -> Iterator[tuple[str, str]]:
    """Name and value of everything that is known; what is not is left out.

    The names are those of the members of `Article`.
    """
    found: tuple[tuple[str, object], ...] = (
        ("kicker", article.kicker and article.kicker.text),
        ("standfirst", article.standfirst and article.standfirst.text),
        ("authors", article.authors),
        ("published", article.published),
        ("modified", article.modified),
        ("language", article.language),
        ("site_name", article.site_name),
        ("section", article.section),
        ("tags", article.tags),
        ("description", article.description),
        ("reading_minutes", article.reading_minutes),
        ("url", article.url),
        ("canonical_url", article.canonical_url),
        ("lead_image", article.lead_image and article.lead_image.url),
        ("paywalled", article.paywalled),
        ("body_origin", article.body_origin),
    )
    for name, value in found:
        if value not in (None, (), False, ""):
            yield name, shorten(_say(value))


def warnings_of(article: Article) -> Iterator[str]:
    """The warnings, each with its kind; of many the first."""
    for warning in article.warnings[:_MOST]:
        yield shorten(f"{warning.kind}: {warning.message}")
    if len(article.warnings) > _MOST:
        yield f"and {len(article.warnings) - _MOST} more"


def parts_of(node: Node) -> Iterator[tuple[str, str]]:
    """Name and value of what was read in a node, as far as there is any."""
    for name in node.__struct_fields__:
        if name in _SHARED or (name == "kind" and isinstance(node, Boilerplate)):
            continue
        value = getattr(node, name)
        if value not in (None, (), False, ""):
            yield name, shorten(_say(value))


def _say(value: object) -> str:
    """A value as one would tell it."""
    match value:
        case True:
            return "yes"
        case tuple():
            return _list(value)
        case Timestamp():
            return _moment(value)
        case Author():
            return _author(value)
        case Place():
            return ", ".join(filter(None, (value.name, value.region, value.country)))
        case _:
            return str(getattr(value, "text", value))


def _list(values: tuple[object, ...]) -> str:
    if isinstance(values[0], tuple):  # the rows of a table, which its text shows
        return f"{len(values)}"
    said: Iterable[str] = map(_say, values[:_MOST])
    more = f" and {len(values) - _MOST} more" if len(values) > _MOST else ""
    return "; ".join(said) + more


def _author(author: Author) -> str:
    known = (author.role, author.organisation, author.location, author.credentials, author.email)
    contribution = None if author.contribution == "text" else author.contribution
    kind = None if author.kind == "person" else author.kind
    more = ", ".join(filter(None, (*known, author.handle, contribution, kind)))
    return f"{author.name} ({more})" if more else author.name


def _moment(moment: Timestamp) -> str:
    """What it is read as, what was printed, and where that stood."""
    value = "no certain date" if moment.value is None else _read(moment.value, moment.precision)
    return f"{value}, printed “{moment.raw}” ({moment.origin})"


def _read(value: datetime, precision: str) -> str:
    """A moment as far as it is known."""
    day = value.date().isoformat()
    known = {"year": day[:4], "month": day[:7], "day": day}
    timespec = "minutes" if precision == "minute" else "seconds"
    return known.get(precision) or value.isoformat(" ", timespec)
