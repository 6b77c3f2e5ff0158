"""The small form for notebooks: short, safe, and at home in any page."""

import subprocess
import sys

import html5lib
import pytest
from documents import articles
from hostile import documents
from hypothesis import given, settings
from reading import FIXTURES, fixture, text

import articlekit
from articlekit import Article
from articlekit.model import Boilerplate, Headline, Paragraph, Span
from articlekit.view.notebook import to_notebook

TAGS = {"div", "ol", "li", "span"}
MOST = 25_000


def check(article: Article) -> str:
    """Refuse anything in it that could run, ask for something, or meddle with its page."""
    small = article._repr_html_()
    small.encode()
    assert small == to_notebook(article)
    assert len(small) < MOST
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    tree = parser.parseFragment(small, container="div")
    assert {error for _, error, _ in parser.errors} <= {"invalid-codepoint"}
    for one in tree.iter():
        if one is not tree:
            assert one.tag in TAGS
            assert set(one.attrib) <= {"style", "dir"}
            assert "url(" not in one.get("style", "")
    return text(tree)


def test_it_shows_headline_facts_and_nodes() -> None:
    article = articlekit.parse(fixture("readme"))

    said = check(article)

    assert said.startswith("Council votes for new flood wall")
    assert "Jane Roe (political correspondent, The Herald) · en · 13 nodes" in said
    assert "bylin" in said
    assert f"photo_credit{article.photo_credits[0].confidence:.2f}Photo: Ann Lee/Reuters" in said


def test_what_stands_around_the_story_is_told_in_runs() -> None:
    rows = [("Home", "navigation"), ("Sport", "navigation"), ("Share", "share")]
    source, nodes = "", []
    for word, kind in rows:
        span = Span(len(source), len(source) + len(word))
        nodes.append(
            Boilerplate(text=word, span=span, kind=kind, confidence=0.9 - span.start / 100)
        )
        source += word + "\n"

    said = check(Article(source, tuple(nodes)))

    assert "navigation ×20.85Home · Sport" in said
    assert "share0.79Share" in said
    assert said.startswith("no headline")


def test_paragraphs_have_a_row_each() -> None:
    nodes = tuple(Paragraph(text=word, span=Span(0, 3)) for word in ("One", "Two"))

    assert "paragraph1.00Oneparagraph1.00Two" in check(Article("One", nodes))


def test_a_long_article_is_cut() -> None:
    nodes = tuple(Paragraph(text="word " * 5000, span=Span(0, 3)) for _ in range(3000))

    said = check(Article("x", (Headline(text="Wall " * 9999, span=Span(0, 1)), *nodes)))

    assert said.endswith("and 2961 more rows")
    assert said.count("…") == 41


@pytest.mark.parametrize(
    "path", sorted(FIXTURES.glob("*/source.*")), ids=lambda one: one.parent.name
)
def test_every_fixture(path: object) -> None:
    check(articlekit.parse(path))


def test_nothing_of_an_attack_is_more_than_text() -> None:
    for _, source in documents():
        check(articlekit.parse(source, "https://example.com/a"))


@given(articles())
@settings(max_examples=100, deadline=None)
def test_any_article(article: Article) -> None:
    check(article)


def test_it_is_imported_when_it_is_asked_for() -> None:
    code = "import sys, articlekit; print([name for name in sys.modules if 'view' in name])"

    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603
    assert said.stdout.strip() == "[]"
