"""The promises of the architecture, on generated markup."""

import copy

from bs4 import BeautifulSoup
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from lxml import html as lxml_html
from msgspec.structs import replace
from test_promises import LINES, solid

import articlekit
from articlekit.article import Article
from articlekit.parser import observe, open_draft
from articlekit.readers.html import read_html
from articlekit.settle import settle

TAGS = st.sampled_from(
    [
        "p",
        "div",
        "span",
        "a",
        "b",
        "i",
        "em",
        "article",
        "section",
        "main",
        "nav",
        "header",
        "footer",
        "aside",
        "h1",
        "h2",
        "h3",
        "ul",
        "ol",
        "li",
        "table",
        "tr",
        "td",
        "figure",
        "figcaption",
        "blockquote",
        "time",
        "form",
        "button",
        "label",
        "pre",
        "font",
        "x-box",
    ]
)
VOID = st.sampled_from(
    [
        "<br>",
        "<hr>",
        '<img src="/a.jpg" alt="The quay">',
        '<img src="data:x">',
        "<!-- a -->",
        "<script>var a = '<p>';</script>",
        "<style>p { color: red }</style>",
    ]
)
NAMES = st.sampled_from(
    [
        "",
        "entry-content",
        "newsletterSignup",
        "byline author",
        "menu",
        "comments",
        "tag-a",
        "ünï",
        "1",
    ]
)
ATTRIBUTES = st.builds(
    lambda key, name: f' {key}="{name}"',
    st.sampled_from(["class", "id", "href", "role", "itemprop", "datetime", "data-x", "hidden"]),
    NAMES,
)
TEXT = st.one_of(
    LINES.map(lambda line: line.replace("<", "&lt;")),
    st.text(max_size=30).map(lambda text: text.replace("<", "&lt;")),
)


def element(tag: str, attributes: list[str], inside: list[str], *, closed: bool) -> str:
    return f"<{tag}{''.join(attributes)}>{''.join(inside)}" + (f"</{tag}>" if closed else "")


NESTED = st.recursive(
    st.one_of(TEXT, VOID),
    lambda inner: st.builds(
        element,
        TAGS,
        st.lists(ATTRIBUTES, max_size=2),
        st.lists(inner, max_size=4),
        closed=st.sampled_from([True, True, True, False]),
    ),
    max_leaves=25,
)
BROKEN = st.sampled_from(
    [
        "</p>",
        "</div></b>",
        "<p",
        "<a href='x",
        "<",
        "&",
        "&#0;",
        "</",
        "<!",
        "<table><p>",
        "]]>",
        "<p/ class>",
    ]
)
HEADS = st.sampled_from(
    [
        "",
        "<title>Council votes for new flood wall</title>",
        '<meta name="author" content="Jane Roe"><meta property="og:title" content="Else">',
        '<html lang="de"><base href="//x/"><link rel=canonical href="/a">',
        (
            '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Council votes for new'
            ' flood wall","author":"Jane Roe","datePublished":"2024-05-03"}</script>'
        ),
        '<script type="application/ld+json">{"@type": [}</script>',
    ]
)
PAGES = st.builds(
    lambda head, parts: head + "<body>" + "".join(parts),
    HEADS,
    st.lists(st.one_of(NESTED, BROKEN), max_size=8),
)


def held(article: Article) -> None:
    """Nodes part the source, in order, and spans give their text back."""
    at = 0
    for node in article.nodes:
        assert at <= node.span.start < node.span.end <= len(article.source)
        assert not article.source[at : node.span.start].strip()
        assert solid(article.source[node.span.start : node.span.end]) == solid(node.text)
        at = node.span.end
    assert not article.source[at:].strip()
    starts = [mark.span.start for mark in article.marks]
    assert starts == sorted(starts)
    assert all(
        0 <= mark.span.start < mark.span.end <= len(article.source) for mark in article.marks
    )
    places = [image.before for image in article.images]
    assert places == sorted(places)
    assert all(0 <= place <= len(article.nodes) for place in places)


@given(PAGES)
@settings(max_examples=120, deadline=None)
def test_nodes_are_a_partition_of_the_text_that_a_page_shows(source: str) -> None:
    held(articlekit.parse_html(source, "https://example.com/2024/05/03/a"))


@given(PAGES)
@settings(max_examples=60, deadline=None)
def test_json_round_trip_of_pages_is_identity(source: str) -> None:
    article = articlekit.parse_html(source)
    written = article.to_json()

    assert Article.from_json(written) == article
    assert Article.from_json(written).to_json() == written


@given(PAGES)
@settings(max_examples=60, deadline=None)
def test_a_page_can_be_written_and_explained(source: str) -> None:
    article = articlekit.parse_html(source)

    article.to_markdown()
    article.to_text()
    written = article.to_html(boilerplate=True)
    assert "<script" not in written
    decisions = articlekit.explain(source, format="html").decisions
    assert len(decisions) == len(read_html(source).blocks)


@given(PAGES)
@settings(max_examples=60, deadline=None)
def test_bytes_and_text_give_the_same_article(source: str) -> None:
    source = source.encode("utf-8", "replace").decode()

    assert articlekit.parse_html(source.encode()).nodes == articlekit.parse_html(source).nodes


@given(PAGES)
@settings(max_examples=60, deadline=None)
def test_a_tree_gives_what_its_markup_gives(source: str) -> None:
    """The tree is written out and read again: markup that one parser has repaired."""
    soup = BeautifulSoup(source, "lxml")
    markup = str(soup)
    before = copy.copy(soup)

    article = articlekit.parse_html(soup)

    held(article)
    assert str(soup) == markup
    assert soup == before
    assert solid(article.source) == solid(articlekit.parse_html(markup).source)


@given(PAGES)
@settings(max_examples=60, deadline=None)
def test_a_tree_of_lxml_is_left_as_it_is(source: str) -> None:
    try:
        tree = lxml_html.document_fromstring(source)
    except (etree.ParserError, ValueError):  # empty for lxml, or no characters that it takes
        return
    markup = lxml_html.tostring(tree)

    article = articlekit.parse_html(tree)

    held(article)
    assert lxml_html.tostring(tree) == markup
    of_bytes = articlekit.parse_html(source.encode("utf-8", "replace"))
    assert replace(article, warnings=()) == replace(of_bytes, warnings=())


@given(PAGES)
@settings(max_examples=60, deadline=None)
def test_the_order_of_signs_changes_nothing(source: str) -> None:
    draft = open_draft(read_html(source))
    signs = list(observe(draft))

    found = settle(signs, len(draft.blocks), draft.kind)

    assert found == settle(signs[::-1], len(draft.blocks), draft.kind)
    assert len(found) == len(draft.blocks)


@given(st.binary(max_size=200), st.sampled_from([b"<html>", b"<p>", b"<!doctype html>", b""]))
@settings(max_examples=80, deadline=None)
def test_any_bytes_are_a_page(data: bytes, opening: bytes) -> None:
    held(articlekit.parse_html(opening + data))
