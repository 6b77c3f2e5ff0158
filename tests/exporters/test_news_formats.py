"""JSON-LD, ninjs, NITF and TEI: valid, safe, whole and the same each time, whatever the article."""

import json
import sys
from pathlib import Path

import pytest
from documents import NASTY, URLS
from hypothesis import given, settings
from hypothesis import strategies as st
from linked_data import check_jsonld
from lxml import html
from news import in_order, news
from standards import check_ninjs, check_nitf, check_tei, text_of
from test_attacks import documents

import articlekit
from articlekit import Article
from articlekit.exporters.inline import clean
from articlekit.exporters.layout import bare_start, groups, leftover
from articlekit.model import (
    Author,
    Boilerplate,
    Code,
    Dateline,
    ListItem,
    Node,
    Span,
    Table,
    TimeLine,
)

TESTS = Path(__file__).parent.parent
sys.path[:0] = [str(TESTS.parent / "scripts"), str(TESTS / "properties")]

from test_markup_promises import PAGES  # noqa: E402
from test_promises import ANY_TEXT  # noqa: E402

from review import FIXTURES, article_of  # noqa: E402 - the scripts are no package

FOLDERS = sorted(path for path in FIXTURES.iterdir() if (path / "case.toml").exists())
TEI, NITF = "{http://www.tei-c.org/ns/1.0}", "{http://iptc.org/std/NITF/2006-10-18/}"


def check(article: Article) -> None:
    """Every format is valid and safe, and comes out again the same."""
    check_jsonld(article.to_jsonld())
    check_ninjs(article.to_ninjs())
    check_nitf(article.to_nitf())
    check_tei(article.to_tei())
    check_tei(article.to_tei(boilerplate=True))
    again = Article.from_json(article.to_json())
    assert json.dumps(again.to_jsonld()) == json.dumps(article.to_jsonld())
    assert json.dumps(again.to_ninjs()) == json.dumps(article.to_ninjs())
    assert again.to_nitf() == article.to_nitf()
    assert again.to_tei() == article.to_tei()


def solid(text: str) -> str:
    return "".join(clean(text).split())


def shown(node: Node) -> list[str]:
    """What a document shows of a node: bullets and numbers are the list's, rows are cells."""
    if isinstance(node, Table) and node.rows:
        return [clean(cell) for row in node.rows for cell in row]
    if isinstance(node, ListItem) and bare_start(node) is not None:
        return [clean(node.text[len(node.marker or "") :])]
    return [clean(node.text)]


def texts(article: Article, *, head: bool) -> list[str]:
    """The texts of the head or of the rest, block by block; the opening dateline left out."""
    found: list[str] = []
    first = True
    for group in groups(article):
        figure = group.figure
        nodes = group.nodes if figure is None else (figure.caption, figure.credit)
        opens = first and not group.head and figure is None
        first = first and not opens
        if group.head is head:
            kept = nodes[1:] if opens and isinstance(nodes[0], Dateline) else nodes
            found += [text for node in kept if node is not None for text in shown(node)]
    return found


def check_whole(article: Article) -> None:
    """No text is lost where a format has a place for it, and the story's is in order."""
    head = [text for text in texts(article, head=True) if text]
    rest = texts(article, head=False)
    tei = check_tei(article.to_tei(boilerplate=True))
    nitf = check_nitf(article.to_nitf())
    body = text_of(tei.find(f".//{TEI}body"))
    assert in_order([*head, *rest], body)
    back = tei.find(f".//{TEI}back")
    around = [node.text for _, nodes in leftover(article) for node in nodes]
    assert in_order([clean(text) for text in around], text_of(back) if around else "")

    story = nitf.find(f"{NITF}body/{NITF}body.content")
    assert in_order(rest, text_of(story) if story is not None else "")
    everything = text_of(nitf)
    times = {clean(node.text) for node in article.nodes if isinstance(node, TimeLine)}
    assert all(solid(text) in everything for text in head if text not in times)
    for node in article.nodes:
        if isinstance(node, Boilerplate) and node.kind in {"signoff", "author_bio", "copyright"}:
            assert solid(node.text) in everything

    page, plain = "", ""
    for body_of in article.to_ninjs().get("bodies", ()):
        if body_of["contentType"] == "text/html":
            page = solid(html.fromstring(f"<div>{body_of['value']}</div>").text_content())
        else:
            plain = solid(body_of["value"])
    body_texts = [clean(node.text) for node in article.body]
    assert in_order(body_texts, solid(article.to_jsonld().get("articleBody", "")))
    assert in_order(body_texts, plain)
    assert in_order(rest, page)
    told = [text for image in article.to_jsonld().get("image", ()) for text in image.values()]
    pictured = {solid(text) for text in told if isinstance(text, str)}
    for figure in article.figures:
        for node in (figure.caption, figure.credit):
            assert node is None or not solid(node.text) or solid(node.text) in pictured


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_every_fixture_becomes_valid_documents_with_all_its_text(folder: Path) -> None:
    article = article_of(folder)

    check(article)
    check_whole(article)


@given(news())
@settings(max_examples=200, deadline=None)
def test_any_article_becomes_valid_documents(article: Article) -> None:
    check(article)


@given(ANY_TEXT)
@settings(max_examples=60, deadline=None)
def test_any_text_becomes_whole_documents(source: str) -> None:
    article = articlekit.parse_text(source, "https://example.com/a")

    check(article)
    check_whole(article)


@given(PAGES)
@settings(max_examples=60, deadline=None)
def test_any_page_becomes_whole_documents(source: str) -> None:
    article = articlekit.parse_html(source, "https://example.com/a")

    check(article)
    check_whole(article)


@given(st.binary(max_size=200))
@settings(max_examples=40, deadline=None)
def test_any_bytes_become_valid_documents(data: bytes) -> None:
    check(articlekit.parse(data))


@pytest.mark.parametrize("kind", ["markup", "address", "metadata", "linked data", "text"])
def test_attacks_become_valid_documents(kind: str) -> None:
    for source in [source for found, source in documents() if found == kind]:
        check(articlekit.parse(source, "https://example.com/2024/05/03/a"))


@pytest.mark.parametrize("text", NASTY)
def test_hostile_text_stays_text_in_every_format(text: str) -> None:
    line = " ".join(text.split())
    article = Article(source=line, nodes=(Code(text=line, span=Span(0, len(line))),))

    assert solid(line) in text_of(check_nitf(article.to_nitf()))
    assert solid(line) in text_of(check_tei(article.to_tei()))
    if solid(line):
        assert solid(article.to_jsonld()["articleBody"]) == solid(line)


@pytest.mark.parametrize("url", URLS)
def test_hostile_addresses_stand_nowhere(url: str) -> None:
    article = Article(
        source="a",
        url=url,
        canonical_url=url,
        lead_image=articlekit.Image(url),
        authors=(Author("Jane Roe", url=url),),
    )

    check(article)
