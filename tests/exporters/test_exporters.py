"""Articles as JSON, Markdown and text."""

import json
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace

import articlekit
from articlekit.exporters.json import schema
from articlekit.exporters.markdown import escape

STORY = """Council votes for *new* wall

By Jane Roe

GHENT, May 3 (Reuters) - The council voted on Monday evening for a wall that will keep the river out.

Share this article
"""


def test_json_round_trip() -> None:
    article = articlekit.parse(STORY)

    assert articlekit.Article.from_json(article.to_json()) == article
    assert articlekit.Article.from_json(article.to_json(indent=2)) == article
    assert article.to_dict() == json.loads(article.to_json())


def test_what_does_not_fit_is_refused() -> None:
    with pytest.raises(msgspec.ValidationError):
        articlekit.Article.from_json('{"source": 5}')


def test_markdown_leaves_boilerplate_out_and_escapes() -> None:
    markdown = articlekit.parse(STORY).to_markdown()

    assert markdown.startswith("# Council votes for \\*new\\* wall\n")
    assert "**GHENT, May 3 (Reuters) -** The council voted" in markdown
    assert "Share" not in markdown


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("<script>alert(1)</script>", "\\<script\\>alert(1)\\</script\\>"),
        ("[a](javascript:b)", "\\[a\\](javascript:b)"),
        ("- item", "\\- item"),
        ("12. May", "12\\. May"),
        ("a & b", "a \\& b"),
    ],
)
def test_escape(text: str, escaped: str) -> None:
    assert escape(text) == escaped


def test_text_begins_with_the_headline() -> None:
    text = articlekit.parse(STORY).to_text()

    assert text.startswith(
        "Council votes for *new* wall\n\nBy Jane Roe\n\nGHENT, May 3 (Reuters) - The"
    )


def test_the_committed_schema_is_current() -> None:
    committed = Path(__file__).parent.parent.parent / "docs" / "article.schema.json"

    assert json.loads(committed.read_text(encoding="utf-8")) == schema()


def test_a_headline_is_written_as_often_as_the_article_has_one() -> None:
    """Once: where it is spelt as the metadata spell it, and where only the metadata know it."""
    page = (
        "<title>{}</title><body><h1>Council votes: new “flood” wall</h1>"
        "<p>The council voted on Monday evening for a wall that keeps the river out of town.</p>"
    )
    for title in ("Council votes: new “flood” wall", 'Council votes: new "flood" wall', "Else"):
        article = articlekit.parse_html(page.format(title))
        article = replace(article, stated_headline=title)

        assert article.to_html().count("<h1>") == 1
        assert article.to_markdown().count("# ") == 1
        assert article.to_text().startswith(title)


@pytest.mark.parametrize("data", ['{"a":' * 100_000, '{"source":"","nodes":[{"a":' + "[" * 100_000])
def test_json_that_is_nested_for_mischief_is_a_value_error(data: str) -> None:
    with pytest.raises(ValueError, match=r"nested|malformed|truncated|missing"):
        articlekit.Article.from_json(data)
