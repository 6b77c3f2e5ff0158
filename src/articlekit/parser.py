"""The whole flow: source in, article out.

text or markup ──► reader ──► Page ──► Draft ──► rules state clues ──► settle ──► assemble
"""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING, Any, Literal, get_args

from articlekit.about import about
from articlekit.amend import amend
from articlekit.article import Article
from articlekit.assemble import assemble
from articlekit.boxes import Boxes, find_apart
from articlekit.choose.headings import find_headings
from articlekit.choose.headline import choose_headline
from articlekit.draft import Draft
from articlekit.errors import OptionError
from articlekit.language import lexicon
from articlekit.language.code import read_code
from articlekit.language.detect import detect
from articlekit.limits import DEFAULTS, Limits
from articlekit.menus import find_menus, find_rows
from articlekit.page import Head
from articlekit.pattern import lazy
from articlekit.readers.source import read_source
from articlekit.readers.text import read_text
from articlekit.readers.urls import host_of
from articlekit.rules import RULES
from articlekit.settle import settle
from articlekit.shape import measure_all
from articlekit.stretch import find_near, find_stretch
from articlekit.trace import Trace, trace

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from articlekit.draft import Sign
    from articlekit.model import Warn
    from articlekit.page import Page
    from articlekit.shape import Shape

Format = Literal["auto", "text", "html", "mail"]

_SAMPLE_BLOCKS, _SAMPLE_LENGTH = 6, 200
"""The language is told from so many of the longest blocks, so much of each."""
_PAGE = lazy(r"<!doctype html|<\?xml|<(?:html|head|body)[\s>]", re.IGNORECASE)
_MARKUP = lazy(
    r"<(?:p|div|article|section|h[1-6]|br|span|a|b|i|li|ul|img|table)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_HEAD = 20_000
_FEWEST_TAGS = 3


def parse(
    source: Any,  # noqa: ANN401 - what is possible is told by read_source
    url: str | None = None,
    *,
    format: Format | None = None,  # noqa: A002 - the word users look for
    language: str | None = None,
    limits: Limits | None = None,
) -> Article:
    """Parse raw text, HTML or a message into an article.

    `source` is a str, bytes, a path, an open file, a BeautifulSoup or lxml tree, or an HTTP
    response, whose address counts where no `url` is given. `format` says what it is; without it, or
    with "auto", markup is what opens with a doctype or `<html>`, or has three tags of HTML in its
    first 20,000 characters, and a message is what a file named `.eml` holds. `language` (ISO 639-1)
    is detected where it is not stated. `limits` say how much is read; what they cut is named in the
    article's warnings.

    Content never raises unless the limits say so (`LimitError`). Misuse raises `ArticleKitError`:
    `InputTypeError` for a source that cannot be read, `FileError` for a file that cannot,
    `OptionError` for an impossible argument.
    """
    return make_article(*_read(source, url, format, language, limits))


def make_article(
    page: Page, url: str | None, language: str | None, warnings: tuple[Warn, ...]
) -> Article:
    """Make the article of a page; `warnings` are what was noticed while it was read."""
    draft = open_draft(page, language, url)
    clues = tuple(observe(draft))
    verdicts = amend(draft, settle(clues, len(page.blocks), draft.kind, rows=draft.rows))
    nodes, authors = assemble(draft, clues, verdicts)
    facts = about(draft, nodes, authors)
    noticed = (*warnings, *facts.pop("warnings", ()))
    return Article(page.source, nodes, url=url, warnings=noticed, **facts)


def parse_text(
    source: Any,  # noqa: ANN401
    url: str | None = None,
    *,
    language: str | None = None,
    limits: Limits | None = None,
) -> Article:
    """Parse raw text; see `parse`."""
    return parse(source, url, format="text", language=language, limits=limits)


def parse_html(
    source: Any,  # noqa: ANN401
    url: str | None = None,
    *,
    language: str | None = None,
    limits: Limits | None = None,
) -> Article:
    """Parse HTML; see `parse`."""
    return parse(source, url, format="html", language=language, limits=limits)


def looks_like_markup(text: str) -> bool:
    """Whether a text is HTML: it opens as a page, or holds three tags of HTML near its start."""
    head = text[:_HEAD].lstrip("\ufeff \t\r\n")
    if "<" not in head:
        return False
    if _PAGE.match(head):
        return True
    tags = _MARKUP.finditer(head)
    return sum(1 for _, _ in zip(tags, range(_FEWEST_TAGS), strict=False)) == _FEWEST_TAGS


def check_options(form: object, url: object, language: object, limits: object) -> None:
    """Raise `OptionError` for an argument that is not possible."""
    if form not in (None, *get_args(Format)):
        known = ", ".join(map(repr, get_args(Format)))
        raise OptionError(f"format is {form!r}; possible are {known} and None")
    if limits is not None and not isinstance(limits, Limits):
        raise OptionError(f"limits is a {type(limits).__name__}; possible are Limits and None")
    if url is not None and not isinstance(url, str):
        raise OptionError(f"url is a {type(url).__name__}; possible are str and None")
    if language is not None and (not isinstance(language, str) or len(language) < 2):
        raise OptionError(f"language is {language!r}; possible are ISO 639-1 codes such as 'en'")


def _read(
    source: object,
    url: str | None,
    form: object,
    language: str | None,
    limits: Limits | None,
) -> tuple[Page, str | None, str | None, tuple[Warn, ...]]:
    """The page of a source, its address and language where stated, and what was noticed."""
    check_options(form, url, language, limits)
    limits = limits or DEFAULTS
    read = read_source(
        source,
        max_bytes=limits.max_bytes,
        max_compression_ratio=limits.max_compression_ratio,
        mail=None if form in (None, "auto") else form == "mail",
    )
    limits.enforce(read.warnings)
    if read.tree is not None:
        from articlekit.readers.html import read_tree

        page = read_tree(read.tree, limits)
    elif read.entry is not None:
        from articlekit.readers.entries import read_page

        page = read_page(read.entry, limits)
    elif form == "html" or (form in (None, "auto") and looks_like_markup(read.text)):
        from articlekit.readers.html import read_html

        page = read_html(read.text if read.data is None else read.data, limits)
    else:
        page = read_text(read.text, max_blocks=limits.max_blocks)
    limits.enforce(page.warnings)
    return page, url or read.url, language, (*read.warnings, *page.warnings)


def open_draft(page: Page, language: str | None = None, url: str | None = None) -> Draft:
    """Measure the blocks of a page, give it the words of its language, and read its metadata."""
    menus = find_menus(page)
    rows = find_rows(page, menus)
    shapes = measure_all([block.text for block in page.blocks], rows)
    stated = read_code(page.markup.head.language) if page.markup is not None else None
    stated = stated or (read_code(page.entry.language) if page.entry is not None else None)
    code = read_code(language) or detect(_sample(page, shapes), stated)
    words = lexicon(code)
    metadata = headline = None
    if page.markup is not None or page.entry is not None:
        from articlekit.readers.metadata import read_metadata

        head = page.markup.head if page.markup is not None else Head()
        metadata = read_metadata(head, url, words, entry=page.entry)
        headline = choose_headline(find_headings(page), metadata, host_of(url))
    boxes = Boxes(page.markup.elements) if page.markup is not None else None
    apart = find_apart(page, boxes, rows)
    story = find_stretch(shapes, apart)
    around = range(len(shapes))
    if page.markup is not None:
        around = find_near(story, -1 if headline is None else headline.block, len(shapes))
    near = [index for index in around if index not in menus and index not in apart]
    facts = (url, metadata, headline)
    return Draft(page, shapes, words, code, *facts, menus, rows, story, near, boxes, apart)


def _sample(page: Page, shapes: Sequence[Shape]) -> str:
    """The longest blocks: what the language is told from."""
    pairs = sorted(zip(shapes, page.blocks, strict=True), key=lambda pair: -pair[0].words)
    return "\n".join(block.text[:_SAMPLE_LENGTH] for _, block in pairs[:_SAMPLE_BLOCKS])


def observe(draft: Draft) -> Iterator[Sign]:
    """Every clue of every rule."""
    return chain.from_iterable([rule(draft) for rule in RULES])


def explain(
    source: Any,  # noqa: ANN401
    url: str | None = None,
    *,
    format: Format | None = None,  # noqa: A002
    language: str | None = None,
    limits: Limits | None = None,
) -> Trace:
    """Tell how `parse` would decide: for every block the labels in the running and their reasons.

    Takes what `parse` takes and raises what it raises.
    """
    page, url, language, _ = _read(source, url, format, language, limits)
    return trace(open_draft(page, language, url), RULES)
