"""The promises of the architecture, checked of any article."""

from __future__ import annotations

import json
import re

from articlekit import Article

RENDERED = frozenset(("thead", "tbody", "th", "hr"))
"""Elements that renderers of Markdown make of their own."""


def hold(article: Article) -> None:
    """Raise where an article is no partition of its source or does not survive JSON."""
    at = 0
    for node in article.nodes:
        start, end = node.span.start, node.span.end
        if not at <= start < end <= len(article.source):
            raise AssertionError(f"{node.span} does not follow {at}")
        if article.source[at:start].strip():
            raise AssertionError(f"text before {node.span} is in no node")
        if solid(article.source[start:end]) != solid(node.text):
            raise AssertionError(f"{node.span} does not give {node.text!r}")
        at = end
    if article.source[at:].strip():
        raise AssertionError("text at the end is in no node")
    written = article.to_json()
    if Article.from_json(written) != article:
        raise AssertionError("JSON does not give the article back")


def solid(text: str) -> str:
    """A text without its white space."""
    return "".join(text.split())


def safe(article: Article) -> None:
    """Raise where a document holds more than the exporters' own elements and addresses."""
    import html5lib
    from markdown_it import MarkdownIt

    from articlekit.exporters.html import ATTRIBUTES, TAGS

    renderer = MarkdownIt("commonmark", {"html": True}).enable("table")
    renderer.validateLink = lambda _: True
    shown = renderer.render(article.to_markdown())
    for document, own in ((article.to_html(boilerplate=True), True), (shown, False)):
        document.encode()
        for element in html5lib.parseFragment(document, namespaceHTMLElements=False).iter():
            name = element.tag if isinstance(element.tag, str) else "comment"
            if name != "DOCUMENT_FRAGMENT" and name not in (TAGS if own else TAGS | RENDERED):
                raise AssertionError(f"<{name}> in {document!r}")
            if own and not set(element.attrib) <= ATTRIBUTES:
                raise AssertionError(f"{element.attrib} in {document!r}")
            for key, value in element.attrib.items():
                if key.startswith("on") or (key in ("href", "src") and is_code(value)):
                    raise AssertionError(f"{key}={value!r} in {document!r}")


def parsable(article: Article) -> None:
    """Raise where a record is no JSON for every reader, or a document no XML."""
    from lxml import etree

    for record in (article.to_jsonld(), article.to_ninjs()):
        json.dumps(record, ensure_ascii=False, allow_nan=False).encode()
    for document in (article.to_nitf(), article.to_tei(boilerplate=True)):
        root = etree.fromstring(document.encode())
        for element in root.iter():
            for key in ("href", "source", "target", "url"):
                if is_code(element.get(key, "")):
                    raise AssertionError(f"{key} in {document!r}")


def is_code(address: str) -> bool:
    """Whether a browser would do something else than go there (the rule of the URL standard)."""
    bare = address.lstrip("".join(map(chr, range(33))))
    bare = bare.replace("\t", "").replace("\n", "").replace("\r", "").lower()
    scheme = re.match(r"([a-z][a-z0-9+.-]*):", bare)
    return scheme is not None and scheme[1] not in ("http", "https", "mailto", "tel")
