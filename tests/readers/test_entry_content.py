"""Which text of an entry is its story: escaped once, twice or not at all, markup or text."""

import pytest

from articlekit.readers.entry_content import (
    Content,
    choose_story,
    form_of,
    is_read,
    read_content,
)

PARAGRAPH = "<p>The council voted on Monday.</p>"
ONCE = "&lt;p&gt;The council voted on Monday.&lt;/p&gt;"
TWICE = "&amp;lt;p&amp;gt;The council voted on Monday.&amp;lt;/p&amp;gt;"


@pytest.mark.parametrize("text", [PARAGRAPH, ONCE, TWICE])
def test_markup_is_unescaped_as_often_as_it_was_escaped(text: str) -> None:
    assert read_content(text) == (PARAGRAPH, "html")


def test_markup_in_a_wrapper_is_unescaped_too() -> None:
    text, form = read_content(f"<div>{ONCE}{ONCE}</div>")

    assert (text, form) == (f"<div>{PARAGRAPH}{PARAGRAPH}</div>", "html")


@pytest.mark.parametrize(
    "text",
    [
        "<p>Write <code>&lt;p&gt;</code> before and <code>&lt;/p&gt;</code> behind it.</p>",
        "<p>One.</p><p>Two: &lt;p&gt;a&lt;/p&gt;&lt;p&gt;b&lt;/p&gt;.</p>",
    ],
)
def test_markup_that_a_story_shows_stays_escaped(text: str) -> None:
    assert read_content(text) == (text, "html")


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("R&amp;D for 3 &lt; 4 people", "R&D for 3 < 4 people"),
        ("Fish &amp; chips", "Fish & chips"),
        ("a < b and c > d", "a < b and c > d"),
        ("AT&T", "AT&T"),
        ("if x <b and c> y", "if x <b and c> y"),
    ],
)
def test_text_is_no_markup(text: str, read: str) -> None:
    assert read_content(text) == (read, "text")


def test_what_is_stated_as_text_is_left_as_it_is() -> None:
    assert read_content("Not <b>bold</b> &amp; new", "text") == (
        "Not <b>bold</b> &amp; new",
        "text",
    )


def test_the_longest_text_is_the_content_and_tags_do_not_count() -> None:
    short = Content("<div class='very long name of a class that says nothing at all'>Short.</div>")
    story = choose_story([Content(" \n"), short, Content(PARAGRAPH)])

    assert (story.content, story.form, story.summary) == (PARAGRAPH, "html", "Short.")


def test_of_equals_the_first_is_the_content_and_no_summary_repeats_it() -> None:
    story = choose_story([Content("The council voted."), Content("<p>The council voted.</p>")])

    assert (story.content, story.form, story.summary) == ("The council voted.", "text", None)


def test_nothing_is_an_empty_text() -> None:
    assert choose_story([]) == choose_story([Content(""), Content("\n")]) == ("", "text", None)


def test_a_summary_ends_where_its_program_begins() -> None:
    summary = (
        "<p>The council voted. [&#8230;]</p>\n<p>The post <a href='x'>A wall</a> appeared first on"
        " <a href='y'>The Herald</a>.</p>\n"
    )
    contents = [Content(summary), Content("<p>The council voted on Monday.</p>" * 8)]

    assert choose_story(contents, "A wall").summary == "The council voted. […]"
    assert choose_story(contents, "A bridge").summary.endswith("appeared first on The Herald .")


@pytest.mark.parametrize(
    ("kind", "form", "read"),
    [
        ("html", "html", True),
        ("xhtml", "html", True),
        ("text/html; charset=utf-8", "html", True),
        ("application/xhtml+xml", "html", True),
        ("text/plain", None, True),
        ("text", None, True),
        (None, None, True),
        (7, None, True),
        ("image/png", None, False),
        ("application/octet-stream", None, False),
    ],
)
def test_media_types(kind: object, form: str | None, *, read: bool) -> None:
    assert (form_of(kind), is_read(kind)) == (form, read)
