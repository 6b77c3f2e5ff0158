"""Markup to blocks: what stands in which block, and where."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articlekit.readers.html import read_html


def texts(markup: str) -> list[str]:
    return [block.text for block in read_html(markup).blocks]


def solid(text: str) -> str:
    return "".join(text.split())


CASES = [
    ("no space is made up", "<p><b>a</b>b <i>c</i>.</p>", ["ab c."]),
    ("no space is lost", "<p><b>a </b>b<span> c</span></p>", ["a b c"]),
    ("space collapses across elements", "<p>a <b> b </b>\n c</p>", ["a b c"]),
    ("blocks", "<div>a<div>b</div>c</div>", ["a", "b", "c"]),
    ("text outside of elements", "a<p>b</p>c", ["a", "b", "c"]),
    ("one line break ends a block", "<p>a<br>b<br/>c</p>", ["a", "b", "c"]),
    ("a heading goes on", "<h1>a<br>b</h1>", ["a b"]),
    ("an inline element in a heading", "<h2><span>a<br>b</span></h2>", ["a b"]),
    ("two breaks end a heading", "<h1>a<br> <br>b</h1>", ["a", "b"]),
    ("a caption goes on", "<figure><figcaption>a<br>b</figcaption></figure>", ["a b"]),
    ("a block in a cell is no cell", "<td><p>a<br>b</p></td>", ["a", "b"]),
    ("list", "<ul><li>a<li>b<ul><li>c</ul></ul>", ["a", "b", "c"]),
    ("rows", "<table><tr><th>a<th>b<tr><td>c<td>d</table>", ["a b", "c d"]),
    ("blocks in cells", "<tr><td><p>a</p><td><p>b</p>c</tr>", ["a", "b", "c"]),
    ("lines of preformatted text", "<pre>a\n  b\n</pre>c", ["a b", "c"]),
    ("script and style", "<p>a<script>x</script>b<style>y</style></p>", ["ab"]),
    ("drawings", "<p>a<svg><title>x</title><text>y</text></svg>b</p>", ["ab"]),
    ("formulas", "<p>a <math><mi>x</mi><annotation>y</annotation></math></p>", ["a x"]),
    ("frames", "<p>a</p><iframe><p>x</p></iframe><object>y</object>", ["a"]),
    ("films", "<p>a</p><video>Get a new browser<source src=a></video>", ["a"]),
    ("without scripts", "<p>a</p><noscript><p>b</p></noscript>", ["a", "b"]),
    ("templates", "<p>a</p><template><p>x</p><template>y</template></template>b", ["a", "b"]),
    ("shadow roots", "<x-a>a<template shadowrootmode=open><p>b</p></template></x-a>", ["a", "b"]),
    ("choices", "<select><option>a<option>b</select>", ["a", "b"]),
    ("buttons and fields", "a<button>b</button><textarea>c</textarea>", ["a", "b", "c"]),
    ("labels run on", "<label>a</label> b", ["a b"]),
    ("unknown elements run on", "<p>a<my-tag>b</my-tag></p>", ["ab"]),
    ("hidden text is kept", "<div hidden>a</div><p style='display:none'>b</p>", ["a", "b"]),
    ("title", "<title>x</title><p>a</p>", ["a"]),
    ("comments", "<p>a<!-- x -->b<?php y ?>c</p>", ["abc"]),
    ("entities", "<p>a&nbsp;&amp;&#8217;&unknown;</p>", ["a &’&unknown;"]),
    ("a block in an inline element", "<a href=x>a<div>b</div>c</a>", ["a", "b", "c"]),
    ("nothing", "", []),
    ("white space", "<p> \n</p> ", []),
    ("NUL", "<p>a\0b</p>", ["a\ufffdb"]),
    ("controls", "<p>a\x01b\x7f</p>", ["a\ufffdb\ufffd"]),
    ("surrogates", "<p>a\ud800b</p>c", ["a\ufffdb", "c"]),
    ("never closed", "<div><p>a<b>b<table><tr><td>c<i>d", ["ab", "cd"]),
    ("never opened", "</div></b>a</section>b</span></td>c", ["abc"]),
    ("cut off", "<p>a</p><p class='x", ["a"]),
]


@pytest.mark.parametrize(("name", "markup", "expected"), CASES)
def test_text_is_as_a_browser_shows_it(name: str, markup: str, expected: list[str]) -> None:
    assert texts(markup) == expected, name


def test_the_source_is_what_select_all_and_copy_gives() -> None:
    page = read_html(
        "<h1>Title</h1><div>one</div><div>two<br>three<br><br>four</div><ul><li>five<li>six</ul>"
        "<table><tr><td>a  b<td><td>c</table><pre>x\n  y</pre>"
    )

    assert page.source == ("Title\n\none\ntwo\nthree\n\nfour\n\nfive\nsix\n\na b\t\tc\n\nx\n  y")
    for block in page.blocks:
        assert solid(page.source[block.start : block.end]) == solid(block.text)
        assert page.source[block.start : block.end].strip() == page.source[block.start : block.end]
    assert [block.gap for block in page.blocks] == [
        *(True, True, False, False, True),
        *(True, False, True, True),
    ]


def test_characters_in_links_and_in_bold_are_counted() -> None:
    blocks = read_html(
        "<p><a href=x>all</a></p><p>one <a href=x><b> two</b> </a> three</p><p><a>none</a></p>"
        "<a href=x>a<div>b</div>c</a><p><b>one <strong>two</strong></b></p>"
    ).blocks

    assert [block.linked for block in blocks] == [3, 3, 0, 1, 1, 1, 0]
    assert [block.strong for block in blocks] == [0, 3, 0, 0, 0, 0, 7]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<p>a</p>", "p"),
        ("<div>a <span class=x>b</span></div>", "div"),
        ("<div>\n<span class=x>a <i>b</i></span> </div>", "span"),
        ("<li><a href=x><span>a</span></a></li>", "span"),
        ("<section>a<p></p></section>", "section"),
        ("<div><a href=x>a<p></p></a></div>", "a"),
        ("<div>a<a href=x>b<p></p></a></div>", "div"),
        ("<table><tr><td>a<td>b</table>", "tr"),
        ("<table><tr><td>a</table>", "tr"),
        ("a", "body"),
    ],
)
def test_a_block_knows_the_innermost_element_round_it(markup: str, expected: str) -> None:
    page = read_html(markup)

    assert page.markup is not None
    assert page.markup.elements.tags[page.blocks[0].element] in (
        expected,
        "p" if markup == "a" else expected,
    )


def test_empty_pages_say_so() -> None:
    assert [warning.kind for warning in read_html("<html></html>").warnings] == ["empty"]


HOSTILE = {
    "deep": ("<div>" * 100_000 + "end", "end"),
    "deep inline": ("<b>" * 20_000 + "x<p>y" * 20_000 + "<p>end", "end"),
    "attributes": ("<p " + " ".join(f"a{n}=1" for n in range(30_000)) + ">end", "end"),
    "long text": ("<p>" + "x" * 11_000_000 + "<p>end", "end"),
    "long attribute": ("<p a='" + "x" * 11_000_000 + "'>end", "end"),
    "inline in one line": ("<p>" + "<i>x</i> " * 50_000 + "<p>end", "end"),
    "rows": ("<table>" + "<tr><td>x" * 20_000 + "</table><p>end", "end"),
    "items": ("<ul><li>x" * 120_000 + "<p>end", "end"),
    "breaks": ("<h1>" + "<br>" * 20_000 + "<p>end", "end"),
    "unclosed fonts": ("<font>" * 300 + "<p>end", "end"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_nothing_is_lost_in_strange_markup(name: str) -> None:
    markup, expected = HOSTILE[name]
    page = read_html(markup)

    assert page.blocks[-1].text.endswith(expected)
    assert solid(page.source) == solid("".join(block.text for block in page.blocks))


PIECES = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<div>",
        "</div>",
        "<b>",
        "</b>",
        "<a/href=x>",
        "</a>",
        "<span/class=y>",
        "</span>",
        "<br>",
        "<br/>",
        "<h1>",
        "</h1>",
        "<table>",
        "<tr>",
        "<td>",
        "</td>",
        "</table>",
        "<ul>",
        "<li>",
        "</ul>",
        "<pre>",
        "</pre>",
        "<i>",
        "</i>",
        "<strong>",
        "<my-tag>",
        "</my-tag>",
        "<img/src=x>",
        "<hr>",
        "<noscript>",
        "</noscript>",
        "<option>",
        "<button>",
        "<time/datetime=2024>",
        "<script>~</script>",
        "<style>~</style>",
        "<template>~</template>",
        "<!--~-->",
        "<svg><text>~</text></svg>",
    ]
)
# No entity is spelt with these letters, wherever the ampersand stands.
WORDS = st.text(st.sampled_from("xyz é中\t\n \xa0&;.\x01\x1f\u200b"), max_size=6)


@given(st.lists(st.one_of(PIECES, WORDS), max_size=40))
@settings(max_examples=300, deadline=None)
def test_every_visible_character_is_in_one_block(pieces: list[str]) -> None:
    page = read_html("".join(pieces))
    visible = "".join(piece for piece in pieces if not piece.startswith("<"))

    at = 0
    for block in page.blocks:
        assert not page.source[at : block.start].strip()
        assert at <= block.start < block.end
        assert solid(page.source[block.start : block.end]) == solid(block.text)
        assert block.text == " ".join(block.text.split())
        at = block.end
    assert at == len(page.source)
    assert solid(page.source) == solid(re.sub("\x01", "\ufffd", visible))
    assert page.markup is not None
    for mark in page.markup.marks:
        text = page.source[mark.start : mark.end]
        assert text
        assert text == text.strip()
    for block in page.blocks:
        assert 0 <= block.linked <= len(block.text)
        assert 0 <= block.strong <= len(block.text)
