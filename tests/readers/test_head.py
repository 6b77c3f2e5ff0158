"""What a page says out of sight."""

from articlekit.limits import DEFAULTS
from articlekit.page import Head
from articlekit.readers import head as heads
from articlekit.readers.html import read_html


def head_of(markup: str) -> Head:
    page = read_html(markup)
    assert page.markup is not None
    return page.markup.head


def test_the_head_is_recorded_unread() -> None:
    head = head_of(
        "<html lang=en-GB><head><title> A \n title </title><title>another</title>"
        "<base href=/a/><base href=/b/>"
        "<meta name=Author content='Jane Roe'><meta property=og:title content=T>"
        "<meta name=d property=og:d content=x><meta http-equiv=Refresh content=5>"
        "<meta charset=utf-8><meta name=empty>"
        "<link rel=Canonical href=/c><link rel=icon></head>"
        "<body lang=de><svg><title>no</title></svg><link rel=next href=/n></body>"
    )

    assert head.title == "A title"
    assert head.language == "en-GB"
    assert head.base == "/a/"
    assert head.metas == [
        ("author", "Jane Roe"),
        ("og:title", "T"),
        ("d", "x"),
        ("og:d", "x"),
        ("refresh", "5"),
    ]
    assert head.links == [("canonical", "/c"), ("next", "/n")]


def test_scripts_that_are_data_are_kept() -> None:
    head = head_of(
        "<script type=' Application/LD+JSON; charset=utf-8'>{\"a\": 1}</script><p>text</p>"
        "<script>program()</script><script type=application/ld+json> </script>"
        '<script id=__NEXT_DATA__>{"b": 2}</script><script type=application/json>3</script>'
    )

    assert head.linked_data == ['{"a": 1}']
    assert head.states == ['{"b": 2}', "3"]


def test_the_body_states_the_language_where_html_does_not() -> None:
    assert head_of("<html class=x><body lang=fr>a").language == "fr"
    assert head_of("<p>a").language is None


def test_microdata_and_moments_carry_their_element() -> None:
    page = read_html(
        "<article itemscope><meta itemprop=datePublished content=2024-05-03>"
        "<span itemprop=name>Jane</span><a itemprop=url href=/jane>x</a><p property=dc:title>y</p>"
        "<link itemprop=image href=/i.jpg><time datetime=2024-05-04 itemprop=dateModified>4 May</time>"
        "<time>no moment</time></article>"
    )
    assert page.markup is not None
    tags = page.markup.elements.tags

    assert [
        (name, value, tags[element]) for name, value, element in page.markup.head.properties
    ] == [
        ("datePublished", "2024-05-03", "article"),
        ("name", None, "span"),
        ("url", "/jane", "a"),
        ("dc:title", None, "p"),
        ("image", "/i.jpg", "article"),
        ("dateModified", "2024-05-04", "time"),
    ]
    assert [(moment, tags[element]) for moment, element in page.markup.head.times] == [
        ("2024-05-04", "time")
    ]


def test_limits_of_data_are_named() -> None:
    script = "<script type=application/ld+json>{}</script>"
    page = read_html("<p>a</p>" + script * (heads.MOST_LINKED_DATA + 5))
    assert page.markup is not None

    assert len(page.markup.head.linked_data) == heads.MOST_LINKED_DATA
    assert [(w.kind, w.amount) for w in page.warnings] == [("linked_data", 5)]

    long = "x" * (DEFAULTS.max_script_length + 7)
    page = read_html(f"<p>a</p><script type=application/json>{long}</script>")
    assert page.markup is not None

    assert [len(text) for text in page.markup.head.states] == [DEFAULTS.max_script_length]
    assert [(w.kind, w.at, w.amount) for w in page.warnings] == [
        ("max_script_length", DEFAULTS.max_script_length, 7)
    ]
