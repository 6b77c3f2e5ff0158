"""Trees that a caller already holds."""

import copy

import pytest
from bs4 import BeautifulSoup, NavigableString
from lxml import etree, html

from articlekit.page import Page
from articlekit.readers.html import read_html, read_tree
from articlekit.readers.tree import kind_of_tree

WHOLE = (
    "<html lang=en><head><title>A page</title><meta name=author content='Jane Roe'>"
    "<script type='application/ld+json'>{\"a\": 1}</script><style>x</style></head><body>"
    "<h1>Head<br>line</h1><!-- not text --><p>One <b>bold</b> and <a href='/x'>a link</a>.</p>tail"
    "<table><tr><td>a</td><td>b</td></tr></table><img src=a.jpg alt=A><time datetime=2024>x</time>"
    "<ul><li>one</li><li itemprop=name>two</li></ul><pre>a\n b</pre></body></html>"
)
PAGES = [
    WHOLE,
    "<p>a<p>b<div>c<span>d",
    "text only",
    "<o:p>x</o:p><DIV CLASS='a b'>y</DIV><template><p>z</p></template>",
    "<p>a<?php x ?>b<!-- c -->d</p>",
    "<!-- x --><html><body>a</body></html><!-- y --><footer>b</footer>",
]


def facts(page: Page) -> tuple[object, ...]:
    assert page.markup is not None
    elements = page.markup.elements
    attributes = [dict(found) if found else None for found in elements.attributes]
    return (
        page.source,
        page.blocks,
        elements.parents,
        elements.tags,
        attributes,
        page.markup.head,
        page.markup.marks,
        page.markup.pictures,
    )


@pytest.mark.parametrize("markup", PAGES)
def test_a_tree_gives_the_page_of_its_bytes(markup: str) -> None:
    expected = facts(read_html(markup))

    assert facts(read_tree(etree.HTML(markup))) == expected
    assert facts(read_tree(etree.HTML(markup).getroottree())) == expected
    assert facts(read_tree(html.document_fromstring(markup))) == expected


@pytest.mark.parametrize("markup", PAGES)
def test_a_soup_gives_the_page_of_its_bytes(markup: str) -> None:
    soup = BeautifulSoup(markup, "lxml")
    found, expected = read_tree(soup), read_html(markup)

    assert found.source == expected.source
    assert found.blocks == expected.blocks
    assert found.markup is not None
    assert expected.markup is not None
    assert found.markup.head == expected.markup.head
    assert found.markup.pictures == expected.markup.pictures


def test_trees_are_left_as_they_are() -> None:
    root, soup = etree.HTML(PAGES[0]), BeautifulSoup(PAGES[0], "html.parser")
    before, twin = etree.tostring(root), copy.copy(soup)

    read_tree(root)
    read_tree(soup)

    assert etree.tostring(root) == before
    assert soup == twin
    assert str(soup) == str(twin)


def test_a_part_of_a_tree_is_read_without_what_surrounds_it() -> None:
    root = etree.HTML("<div>a<section>b</section>c</div>")
    soup = BeautifulSoup("<div>a<section>b</section>c</div>", "html.parser")

    assert read_tree(root.find(".//section")).source == "b"
    assert read_tree(soup.section).source == "b"


def test_deep_trees_are_read_without_recursion() -> None:
    root = node = etree.Element("div")
    for _ in range(20_000):
        node = etree.SubElement(node, "div")
    node.text = "end"

    assert read_tree(root).source == "end"


def test_xhtml_names_lose_their_namespace() -> None:
    root = etree.fromstring(
        '<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="de"><body><P>a<br/>b</P></body></html>'
    )
    page = read_tree(root)

    assert page.source == "a\nb"
    assert page.markup is not None
    assert page.markup.elements.tags == ["html", "body", "p"]
    assert page.markup.head.language == "de"


@pytest.mark.parametrize(
    "source",
    [
        None,
        "text",
        b"bytes",
        5,
        object(),
        etree.HTMLParser(),
        etree.Comment("x"),
        NavigableString("x"),
    ],
)
def test_other_objects_are_no_trees(source: object) -> None:
    assert kind_of_tree(source) is None
