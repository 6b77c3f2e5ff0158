"""Nothing that a text, an address or a mark says can become markup of its own."""

from pathlib import Path

import pytest
from documents import NASTY, URLS, articles, check_html, check_markdown
from hypothesis import given, settings
from hypothesis import strategies as st

import articlekit
from articlekit import Article, Image
from articlekit.exporters.inline import clean
from articlekit.exporters.urls import safe_url
from articlekit.model import Caption, Mark, Paragraph, Span, Table

PAGES = sorted((Path(__file__).parent.parent / "fixtures").glob("html-*/source.html"))


def linked(text: str, url: str) -> Article:
    """A paragraph that is a link and a picture with a caption, both of one address."""
    source = f"{text}\n\n{text}"
    span = Span(0, len(text))
    return Article(
        source=source,
        nodes=(
            Paragraph(text=" ".join(text.split()), span=span),
            Caption(text=text, span=Span(len(text) + 2, len(source))),
            Table(text=text, span=span, rows=((text, url), (url,))),
        ),
        marks=(Mark(span, "link", url), Mark(span, "strong"), Mark(span, "code")),
        images=(Image(url, text, 1),),
    )


@pytest.mark.parametrize("text", NASTY)
def test_text_stays_text(text: str) -> None:
    article = linked(text, "https://example.com/")

    check_html(article.to_html(boilerplate=True))
    check_markdown(article.to_markdown())


@pytest.mark.parametrize("url", URLS)
def test_addresses_are_checked(url: str) -> None:
    article = linked("text", url)

    check_html(article.to_html())
    check_markdown(article.to_markdown())


@pytest.mark.parametrize(
    ("url", "written"),
    [
        ("https://example.com/a?x=1&y=2#z", "https://example.com/a?x=1&y=2#z"),
        ("  https://example.com/\n ", "https://example.com/"),
        ("HTTPS://EXAMPLE.COM", "HTTPS://EXAMPLE.COM"),
        ("https://exam\tple.com", "https://example.com"),
        ("/a b", "/a%20b"),
        ("/\u202ea", "/%E2%80%AEa"),
        ("/<b>", "/%3Cb%3E"),
        ("/вести", "/вести"),
        ("mailto:desk@example.com", "mailto:desk@example.com"),
        ("tel:+3212345", "tel:+3212345"),
        ("javascript:alert(1)", None),
        ("\x01 javascript:alert(1)", None),
        ("java\r\nscript:alert(1)", None),
        ("data:text/html,x", None),
        ("vbscript:x", None),
        ("file:///etc/passwd", None),
        ("https://[", None),
        ("https://example.com/" + "a" * 9000, None),
        ("/" + "a" * 8191, "/" + "a" * 8191),
        ("/" + "a" * 8192, None),
        ("/wall!", "/wall!"),
        ("!wall", "!wall"),
        ("", None),
        (None, None),
    ],
)
def test_safe_url(url: str | None, written: str | None) -> None:
    assert safe_url(url) == written


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a\x00b\x08c\x0bd\x7fe\x9f", "abcde"),
        ("a\tb\nc", "a\tb\nc"),
        ("\ud800 \udfff", "\ufffd \ufffd"),
        ("\ufffe\uffff", "\ufffd\ufffd"),
        ("\ud7ff\ue000", "\ud7ff\ue000"),
    ],
)
def test_what_no_document_can_hold_is_left_out_or_replaced(text: str, written: str) -> None:
    assert clean(text) == written


@given(articles(), st.booleans())
@settings(max_examples=150, deadline=None)
def test_any_article_is_safe_html(article: Article, boilerplate: bool) -> None:  # noqa: FBT001
    check_html(article.to_html(boilerplate=boilerplate))


@given(articles())
@settings(max_examples=150, deadline=None)
def test_any_article_is_safe_markdown(article: Article) -> None:
    check_markdown(article.to_markdown())


@given(articles())
@settings(max_examples=50, deadline=None)
def test_any_article_survives_json(article: Article) -> None:
    written = article.to_json()

    assert Article.from_json(written) == article
    assert article.to_html() == Article.from_json(written).to_html()


@given(st.text(max_size=300))
@settings(max_examples=60, deadline=None)
def test_any_parsed_text_is_safe(text: str) -> None:
    article = articlekit.parse_text(text)

    check_html(article.to_html(boilerplate=True))
    check_markdown(article.to_markdown())


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.parent.name)
def test_pages_become_safe_documents(page: Path) -> None:
    article = articlekit.parse_html(page.read_bytes())

    check_html(article.to_html(boilerplate=True))
    check_markdown(article.to_markdown())
