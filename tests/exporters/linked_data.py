"""What schema.org says of the types and properties in use, and a document held against it.

Each type: what it inherits from, and its properties with what they may hold (https://schema.org/TYPE).
"""

import re
from datetime import date, datetime
from typing import Any

from standards import SCRIPTS, check_json, is_uri

TYPES: dict[str, tuple[str | None, dict[str, set[str]]]] = {
    "Thing": (
        None,
        {
            "name": {"Text"},
            "alternateName": {"Text"},
            "description": {"Text", "TextObject"},
            "url": {"URL"},
            "image": {"ImageObject", "URL"},
        },
    ),
    "CreativeWork": (
        "Thing",
        {
            "headline": {"Text"},
            "alternativeHeadline": {"Text"},
            "abstract": {"Text"},
            "author": {"Person", "Organization"},
            "editor": {"Person"},
            "translator": {"Person", "Organization"},
            "contributor": {"Person", "Organization"},
            "creator": {"Person", "Organization"},
            "publisher": {"Person", "Organization"},
            "sourceOrganization": {"Organization"},
            "locationCreated": {"Place"},
            "copyrightNotice": {"Text"},
            "creditText": {"Text"},
            "datePublished": {"Date", "DateTime"},
            "dateModified": {"Date", "DateTime"},
            "inLanguage": {"Language", "Text"},
            "keywords": {"DefinedTerm", "Text", "URL"},
            "isAccessibleForFree": {"Boolean"},
            "timeRequired": {"Duration"},
            "correction": {"CorrectionComment", "Text", "URL"},
            "hasPart": {"CreativeWork"},
            "mainEntity": {"Thing"},
            "text": {"Text"},
        },
    ),
    "Article": ("CreativeWork", {"articleBody": {"Text"}, "articleSection": {"Text"}}),
    "NewsArticle": ("Article", {"dateline": {"Text"}}),
    "MediaObject": ("CreativeWork", {}),
    "ImageObject": (
        "MediaObject",
        {"caption": {"MediaObject", "Text"}, "representativeOfPage": {"Boolean"}},
    ),
    "WebPage": ("CreativeWork", {}),
    "FAQPage": ("WebPage", {}),
    "Comment": ("CreativeWork", {}),
    "Question": ("Comment", {"acceptedAnswer": {"Answer", "ItemList"}}),
    "Answer": ("Comment", {}),
    "Person": (
        "Thing",
        {
            "email": {"Text"},
            "honorificSuffix": {"Text"},
            "jobTitle": {"DefinedTerm", "Text"},
            "worksFor": {"Organization"},
            "workLocation": {"ContactPoint", "Place"},
        },
    ),
    "Organization": (
        "Thing",
        {
            "email": {"Text"},
            "location": {"Place", "PostalAddress", "Text", "VirtualLocation"},
            "parentOrganization": {"Organization"},
        },
    ),
    "Place": ("Thing", {"address": {"PostalAddress", "Text"}}),
    "PostalAddress": (
        "Thing",
        {
            "addressLocality": {"Text"},
            "addressRegion": {"Text"},
            "addressCountry": {"Country", "Text"},
        },
    ),
}
SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:")


def check_jsonld(record: dict[str, Any]) -> None:
    assert record["@context"] == "https://schema.org"
    check_json(record)
    check_thing({name: value for name, value in record.items() if name != "@context"})


def check_thing(record: dict[str, Any]) -> None:
    kinds = ancestors(record["@type"])
    for name, value in record.items():
        if name == "@type":
            continue
        ranges = next((TYPES[kind][1][name] for kind in kinds if name in TYPES[kind][1]), None)
        assert ranges, f"{record['@type']} has no {name}"
        for one in value if isinstance(value, list) else [value]:
            assert any(is_of(one, kind) for kind in ranges), (name, one)
            if isinstance(one, dict):
                check_thing(one)


def ancestors(kind: str) -> list[str]:
    """A type and all that it inherits from, the nearest first."""
    found = [kind]
    while (above := TYPES[found[-1]][0]) is not None:
        found.append(above)
    return found


def is_of(value: object, kind: str) -> bool:  # noqa: PLR0911 - one line for each kind
    match kind:
        case "Text":
            return isinstance(value, str)
        case "Boolean":
            return isinstance(value, bool)
        case "URL":
            return (
                isinstance(value, str)
                and not SCRIPTS.match(value)
                and is_uri(value if SCHEME.match(value) else f"x:{value}")
            )
        case "Date":
            return isinstance(value, str) and is_date(value)
        case "DateTime":
            return isinstance(value, str) and is_moment(value)
        case "Duration":
            return isinstance(value, str) and re.fullmatch(r"PT[1-9]\d*M", value) is not None
        case _:
            return (
                isinstance(value, dict)
                and value["@type"] in TYPES
                and kind in ancestors(value["@type"])
            )


def is_date(value: str) -> bool:
    """ISO 8601, whole or cut."""
    if not re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", value, re.ASCII):
        return False
    return date.fromisoformat(value + "0001-01-01"[len(value) :]) is not None


def is_moment(value: str) -> bool:
    shape = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?([+-]\d\d:\d\d)?"
    return (
        re.fullmatch(shape, value, re.ASCII) is not None
        and datetime.fromisoformat(value) is not None
    )
