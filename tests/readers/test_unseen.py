"""A story that only a script holds becomes blocks of the page; one that is shown does not."""

import html
import json
from typing import Any

import pytest
from lxml import html as lxml_html
from test_state_story import HTML, TEXTS, TITLE

import articlekit
from articlekit.readers.html import read_html

SHELL = (
    "<html><head><title>{title}</title>{head}</head><body><nav><a href=/>Home</a></nav>"
    "<h1>{title}</h1>{body}<div id=root></div>{scripts}<footer>© Harlow Post</footer></body></html>"
)
SHOWN = ["Home", TITLE, "© Harlow Post"]


def linked(body: Any) -> str:
    data = {"@type": "NewsArticle", "headline": TITLE, "articleBody": body}
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


def state(body: Any) -> str:
    data = json.dumps({"props": {"article": {"body": body}}}).replace("<", "\\u003c")
    return (
        f'<script>one()</script><script id="__NEXT_DATA__" type="application/json">{data}</script>'
    )


def page(head: str = "", body: str = "", scripts: str = "") -> str:
    return SHELL.format(title=TITLE, head=head, body=body, scripts=scripts)


def texts(source: str) -> list[str]:
    return [block.text for block in read_html(source).blocks]


BODIES: list[tuple[str, Any]] = [
    ("lines", "\n".join(TEXTS)),
    ("wide spaces", "   ".join(TEXTS)),
    ("markup", HTML),
    ("escaped markup", html.escape(HTML)),
    (
        "inline markup in lines",
        "\r\n\r\n".join(text.replace("said", "<i>said</i>") for text in TEXTS),
    ),
    (
        "escaped signs",
        "\n".join(text.replace("“", "&ldquo;").replace("”", "&amp;rdquo;") for text in TEXTS),
    ),
    ("a list", TEXTS),
]


@pytest.mark.parametrize("body", dict(BODIES).values(), ids=dict(BODIES))
def test_the_body_that_linked_data_state(body: Any) -> None:
    assert texts(page(head=linked(body))) == SHOWN + TEXTS


def test_the_body_in_a_state() -> None:
    assert texts(page(scripts=state(HTML))) == SHOWN + TEXTS


def test_the_state_has_the_paragraphs_that_linked_data_lack() -> None:
    assert texts(page(head=linked(" ".join(TEXTS)), scripts=state(HTML))) == SHOWN + TEXTS


def test_linked_data_win_over_the_state_of_another_story() -> None:
    other = "".join(f"<p>{text.replace('ferry', 'Sound ferry of Brent')}</p>" for text in TEXTS)
    joined = " ".join(TEXTS)

    assert texts(page(head=linked(joined), scripts=state(other.replace("o", "0")))) == [
        *SHOWN,
        joined,
    ]


SHOWING = [
    ("the story", "".join(f"<p>{text}</p>" for text in TEXTS)),
    ("the story in one", f"<div>{' '.join(TEXTS)}</div>"),
    ("half of it", "".join(f"<p>{text} {text}</p>" for text in TEXTS[:3])),
    ("another text", "<p>The council met on Tuesday and spoke of pigeons at some length.</p>" * 6),
]


@pytest.mark.parametrize("body", dict(SHOWING).values(), ids=dict(SHOWING))
def test_a_page_that_shows_prose_is_left_as_it_is(body: str) -> None:
    assert texts(page(head=linked("\n".join(TEXTS)), body=body, scripts=state(HTML))) == texts(
        page(body=body)
    )


def test_the_opening_that_is_shown_does_not_come_again() -> None:
    found = texts(page(head=linked("\n".join(TEXTS)), body=f"<p>{TEXTS[0]}</p>"))

    assert found == [*SHOWN[:2], TEXTS[0], SHOWN[2], *TEXTS[1:]]


def test_an_excerpt_is_no_story() -> None:
    assert texts(page(head=linked("\n".join(TEXTS)[:-1] + " [&hellip;]"))) == SHOWN


@pytest.mark.parametrize(
    ("source", "origin", "path"),
    [
        (page(head=linked("\n".join(TEXTS))), "jsonld", "/html/head/script"),
        (page(scripts=state(HTML)), "state", "/html/body/script[2]"),
    ],
    ids=["jsonld", "state"],
)
def test_the_article_tells_where_its_body_stands(source: str, origin: str, path: str) -> None:
    article = articlekit.parse_html(source)

    assert article.body_origin == origin
    assert article.text == "\n\n".join(TEXTS)
    assert {node.path for node in article.paragraphs} == {path}
    assert lxml_html.fromstring(source).getroottree().xpath(path)[0].tag == "script"
    for node in article.nodes:
        assert article.source[node.span.start : node.span.end].split() == node.text.split()
    assert articlekit.Article.from_json(article.to_json()) == article


def test_a_body_that_is_shown_has_no_other_origin() -> None:
    assert articlekit.parse_html(page(body=HTML)).body_origin is None
    assert articlekit.parse_text(TITLE).body_origin is None


def test_links_and_pictures_of_the_story_have_their_places() -> None:
    body = HTML.replace("bread", '<a href="/bread">bread</a>', 1)
    body = body.replace("</p>", '</p><img src="/pier.jpg" alt="The pier">', 1)
    article = articlekit.parse_html(page(scripts=state(body)), url="https://example.com/a")
    link = article.marks[-1]

    assert (link.target, article.source[link.span.start : link.span.end]) == ("/bread", "bread")
    assert [(image.url, article.nodes[image.before or 0].text) for image in article.images] == [
        ("https://example.com/pier.jpg", TEXTS[1])
    ]


HOSTILE = [
    linked("x" * 100_000),
    linked("<" * 100_000 + ". a. b"),
    linked("<p>" * 50_000),
    linked(" " * 200_000),
    linked(["[" * 50_000, 1, None]),
    linked({"@value": "a"}),
    '<script type="application/ld+json">{"@type":"Article","articleBody":'
    + "[" * 100_000
    + "</script>",
    '<script type="application/json">' + '{"body":' * 100_000 + "</script>",
    "<script>" + 'window.a={"body":"' * 50_000 + "</script>",
    '<script>self.__next_f.push([1,"1:T7fffffff,a"])</script>' * 2000,
    state([HTML] * 2000),
    state([[[[[[[[[[HTML] * 9] * 9] * 3] * 3] * 3]]]]]),
]


@pytest.mark.parametrize("scripts", HOSTILE, ids=range(len(HOSTILE)))
def test_no_script_does_harm(scripts: str) -> None:
    found = read_html(page(scripts=scripts))

    assert [block.text for block in found.blocks[:3]] == SHOWN
    for block in found.blocks:
        assert " ".join(found.source[block.start : block.end].split()) == block.text
