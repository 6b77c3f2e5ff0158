"""Documents held against the schemas of their standards; nothing is fetched."""

import json
import re
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker
from lxml import etree
from referencing import Registry

SCHEMAS = Path(__file__).parent.parent / "schemas"
FORMATS = FormatChecker(formats=())
SCRIPTS = re.compile(r"^[\x00-\x20]*(?:javascript|data|vbscript|file|blob):", re.IGNORECASE)
RFC_3986 = re.compile(
    r"[A-Za-z][A-Za-z0-9+.\-]*:"
    r"(?://(?:[\w\-.~!$&'()*+,;=:]|%[0-9A-Fa-f]{2})*(?:@(?:[\w\-.~!$&'()*+,;=:]|%[0-9A-Fa-f]{2})*)?)?"
    r"(?:[\w\-.~!$&'()*+,;=:@/]|%[0-9A-Fa-f]{2})*"
    r"(?:\?(?:[\w\-.~!$&'()*+,;=:@/?]|%[0-9A-Fa-f]{2})*)?"
    r"(?:\#(?:[\w\-.~!$&'()*+,;=:@/?]|%[0-9A-Fa-f]{2})*)?",
    re.ASCII,
)
RFC_3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)", re.ASCII)


@FORMATS.checks("uri")
def is_uri(value: object) -> bool:
    return not isinstance(value, str) or RFC_3986.fullmatch(value) is not None


@FORMATS.checks("date-time", raises=ValueError)
def is_date_time(value: object) -> bool:
    if not isinstance(value, str):
        return True
    return RFC_3339.fullmatch(value) is not None and datetime.fromisoformat(value) is not None


@cache
def ninjs() -> Draft202012Validator:
    schema = json.loads((SCHEMAS / "ninjs-schema_3.1.json").read_text("utf-8"))
    return Draft202012Validator(schema, registry=Registry(), format_checker=FORMATS)


@cache
def nitf() -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(SCHEMAS / "nitf-3-6.xsd"))


@cache
def tei() -> etree.RelaxNG:
    return etree.RelaxNG(etree.parse(SCHEMAS / "tei-subset.rng"))


def check_ninjs(record: dict[str, Any]) -> None:
    errors = [error.message for error in ninjs().iter_errors(record)]
    assert not errors, errors
    check_json(record)


def check_nitf(document: str) -> etree._Element:
    return check_xml(document, nitf())


def check_tei(document: str) -> etree._Element:
    return check_xml(document, tei())


def check_xml(document: str, schema: etree.XMLSchema | etree.RelaxNG) -> etree._Element:
    """Well-formed as text and as UTF-8, valid, with no address that runs."""
    root = etree.fromstring(document, etree.XMLParser(resolve_entities=False, no_network=True))
    assert etree.tostring(etree.fromstring(document.encode())) == etree.tostring(root)
    assert schema.validate(root), (schema.error_log.last_error, document)
    assert root.getroottree().docinfo.doctype == ""
    assert not any(
        callable(element.tag) for element in root.iter()
    )  # comments, processing instructions
    for element in root.iter():
        for name in ("href", "source", "target", "url", "ex-ref", "id-string"):
            assert not SCRIPTS.match(element.get(name, "")), document
    return root


def check_json(record: Any) -> None:
    """JSON that any reader takes: no lone surrogates, no controls; no empty values."""
    json.dumps(record, ensure_ascii=False, allow_nan=False).encode()
    match record:
        case dict():
            for value in record.values():
                assert value not in (None, "", [], {}), record
                check_json(value)
        case list():
            for value in record:
                assert value not in (None, "", [], {}), record
                check_json(value)
        case str():
            assert not re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]", record)


def text_of(root: etree._Element) -> str:
    """All text of a document without white space."""
    return "".join("".join(root.itertext()).split())
