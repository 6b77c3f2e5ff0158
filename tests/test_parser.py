"""The whole flow: what may be handed in, and what is refused."""

import io
from pathlib import Path

import pytest

import articlekit
from articlekit.parser import looks_like_markup

STORY = """Council votes for new flood wall

By Jane Roe

The council voted on Monday evening for a wall that will keep the river out of the lower town.

Work on the first part is to start in spring, and the mayor said that the money had been set aside.
"""


def test_every_kind_of_source_gives_the_same_article(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_bytes(STORY.encode())
    expected = articlekit.parse(STORY)

    assert articlekit.parse(STORY.encode()) == expected
    assert articlekit.parse(path) == expected
    assert articlekit.parse(io.StringIO(STORY)) == expected
    assert articlekit.parse(io.BytesIO(STORY.encode())) == expected
    assert articlekit.parse(bytearray(STORY.encode())) == expected


@pytest.mark.parametrize("source", [None, 42, 1.5, ["text"], {"text": 1}, object()])
def test_other_types_are_refused_with_what_is_possible(source: object) -> None:
    with pytest.raises(articlekit.InputTypeError, match="give a str, bytes, a path"):
        articlekit.parse(source)


def test_impossible_options_are_refused() -> None:
    with pytest.raises(
        articlekit.OptionError, match="possible are 'auto', 'text', 'html', 'mail' and None"
    ):
        articlekit.parse(STORY, format="pdf")  # type: ignore[arg-type]
    with pytest.raises(articlekit.OptionError, match="url is a int"):
        articlekit.parse(STORY, url=5)  # type: ignore[arg-type]
    with pytest.raises(articlekit.OptionError, match="ISO 639-1"):
        articlekit.parse(STORY, language="x")
    assert issubclass(articlekit.OptionError, articlekit.ArticleKitError)


@pytest.mark.parametrize(
    ("source", "kinds"),
    [
        ("", ["empty"]),
        (" \n\t ", ["empty"]),
        (b"\x1f\x8b\x08\x00rest", ["compressed"]),
        (b"\x00\x01\x02\xff", ["binary"]),
        (b"caf\xe9 \xff\xfe", []),
    ],
)
def test_odd_content_is_an_article_with_a_warning(source: str | bytes, kinds: list[str]) -> None:
    assert [warning.kind for warning in articlekit.parse(source).warnings] == kinds


def test_one_character_and_a_lone_surrogate() -> None:
    assert [node.text for node in articlekit.parse("x").nodes] == ["x"]
    article = articlekit.parse("a \ud800 b")
    assert articlekit.Article.from_json(article.to_json()) == article


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<!DOCTYPE html><p>a", True),
        ("  <html lang='en'><body>", True),
        ("<p>One</p><p>Two</p><p>Three</p>", True),
        ("Plain text", False),
        ("a < b and c > d", False),
        ("BANKAMERICA <BAC> EQUITY OFFER", False),
        ("Use <b> for bold", False),
        ("", False),
    ],
)
def test_markup_is_told_from_text(text: str, *, expected: bool) -> None:
    assert looks_like_markup(text) is expected


def test_public_names_are_sorted_and_importable() -> None:
    assert articlekit.__all__ == sorted(articlekit.__all__)
    assert all(hasattr(articlekit, name) for name in articlekit.__all__)


STORY = "The council voted on Monday for a wall that will keep the river out of the town."


@pytest.mark.parametrize(("stated", "language"), [("de-AT", "de"), ("nb-NO", "no"), ("gr", "el")])
def test_the_language_that_a_page_states_is_a_code(stated: str, language: str) -> None:
    page = f'<html lang="{stated}"><body><h1>Venice 2026</h1><p>Palazzo Grassi</p>'

    assert articlekit.parse_html(page).language == language
    assert articlekit.parse_text(STORY, language=stated).language == language


@pytest.mark.parametrize("stated", ["x-default", "{{lang}}", "", "de"])
def test_the_language_is_detected_where_the_page_states_none_or_another(stated: str) -> None:
    page = f'<html lang="{stated}"><body><h1>Council votes for wall</h1>{f"<p>{STORY}</p>" * 2}'

    assert articlekit.parse_html(page).language == "en"
    assert articlekit.parse_html(page, language="de").language == "de"


def test_auto_is_the_format_that_is_told_by_the_source() -> None:
    page = "<html><body><h1>Council votes for wall</h1></body></html>"

    assert articlekit.parse(page, format="auto") == articlekit.parse(page)
    assert articlekit.parse("Council votes", format="auto") == articlekit.parse("Council votes")
