"""Articles as JSON, Markdown and text."""

import json
from pathlib import Path
from typing import Any, get_args

import pytest
from msgspec.structs import replace

import articlekit
from articlekit import Article, DataError, InputTypeError
from articlekit.exporters.json import schema
from articlekit.exporters.markdown import escape
from articlekit.model import Node

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


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        ('{"source": 5}', r"Expected `str`, got `int` - at `\$.source`"),
        ("{}", "missing required field `source`"),
        ("[]", "Expected `object`"),
        ("", "Expecting value"),
        ("{", "Expecting property name"),
        (b"\xff\xfe\xfa", "can't decode"),
        ('{"source": "", "nodes": [{"type": "poem", "text": "", "span": {}}]}', "poem"),
        ('{"source": "\\ud800", "marks": NaN}', "NaN is no value of JSON"),
        ('{"source": "\\ud800", "marks": 1}', "Expected `array`"),
        ('{"source": "", "nodes": [' + "[" * 100_000, "nested too deeply|Expected `object`"),
        ('{"a":' * 100_000, "nested too deeply"),
        ('{"source":"","nodes":[{"a":' + "[" * 100_000, "nested too deeply"),
    ],
)
def test_what_is_no_article_is_refused_with_a_reason(data: str | bytes, reason: str) -> None:
    with pytest.raises(DataError, match=reason) as refused:
        Article.from_json(data)

    assert str(refused.value).startswith("not the JSON of an article: ")
    assert isinstance(refused.value, ValueError)


@pytest.mark.parametrize("data", [None, 5, {"source": ""}, bytearray(b"{}")])
def test_what_is_neither_str_nor_bytes_is_misuse(data: object) -> None:
    with pytest.raises(InputTypeError, match=type(data).__name__):
        Article.from_json(data)


def test_what_version_0_1_wrote_is_read_and_kept() -> None:
    """The file has every kind of node with every field; it is never written again."""
    written = (Path(__file__).parent / "article-0.1.json").read_text("utf-8")
    article = Article.from_json(written)

    assert {type(node) for node in article.nodes} == set(get_args(Node))
    assert_within(json.loads(written), article.to_dict())


def assert_within(part: Any, whole: Any) -> None:
    """Whatever stands in the first stands in the second; that may have more fields."""
    if isinstance(part, dict):
        for name, value in part.items():
            assert_within(value, whole[name])
    elif isinstance(part, list):
        for one, other in zip(part, whole, strict=True):
            assert_within(one, other)
    else:
        assert part == whole


def test_fields_that_a_later_version_may_write_are_passed_over() -> None:
    article = articlekit.parse(STORY)
    record = article.to_dict()
    record["mood"] = "calm"
    record["nodes"][0]["colour"] = {"name": "red"}

    assert Article.from_json(json.dumps(record)) == article


def test_nothing_but_what_is_needed_is_required() -> None:
    """A field that were required later would refuse all that was written before."""
    required = {name: part["required"] for name, part in schema()["$defs"].items()}
    nodes = {kind.__name__: ["type", "text", "span"] for kind in get_args(Node)}

    assert required == {
        **nodes,
        "Article": ["source"],
        "Author": ["name"],
        "Evidence": ["name"],
        "Image": ["url"],
        "Mark": ["span", "kind"],
        "Place": ["name"],
        "Span": ["start", "end"],
        "Timestamp": ["raw"],
        "Warn": ["kind", "message"],
    }


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
