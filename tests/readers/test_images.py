"""Pictures: which address, and between which blocks."""

import pytest

from articlekit.page import Picture
from articlekit.readers.html import read_html
from articlekit.readers.images import address_of


def pictures(markup: str) -> tuple[Picture, ...]:
    page = read_html(markup)
    assert page.markup is not None
    return page.markup.pictures


@pytest.mark.parametrize(
    ("attributes", "expected"),
    [
        ({"src": " a.jpg "}, "a.jpg"),
        ({"src": "data:image/gif;base64,R0", "data-src": "a.jpg"}, "a.jpg"),
        ({"src": "small.jpg", "data-original": "a.jpg"}, "a.jpg"),
        ({"src": "a.jpg", "data-lazy-src": "data:,"}, "a.jpg"),
        ({"src": "s.jpg", "srcset": "s.jpg 320w, l.jpg 1280w, m.jpg 640w"}, "l.jpg"),
        ({"src": "s.jpg", "srcset": "s.jpg, l.jpg 2x , m.jpg 1.5x"}, "l.jpg"),
        ({"srcset": "a.jpg"}, "a.jpg"),
        ({"srcset": "a,b.jpg 1w,c.jpg 2w,"}, "c.jpg"),
        ({"srcset": "data:image/gif;base64,R0 1w", "src": "a.jpg"}, "a.jpg"),
        ({"srcset": " , ", "src": "a.jpg"}, "a.jpg"),
        ({"data-srcset": "a.jpg 99999999999999w, b.jpg ²w"}, "a.jpg"),
        ({"src": ""}, None),
        ({}, None),
    ],
)
def test_the_best_address_is_taken(attributes: dict[str, str], expected: str | None) -> None:
    assert address_of(attributes) == expected


def test_pictures_stand_between_blocks() -> None:
    page = read_html(
        "<img src=0.jpg><p>a</p><figure><img src=1.jpg alt='A boat'><figcaption>b</figcaption>"
        "</figure><p>c <img src=2.jpg> d</p><noscript><img src=3.jpg></noscript>"
        "<amp-img src=4.jpg></amp-img><video poster=5.jpg><p>x</p></video><img>"
    )
    assert page.markup is not None
    found = page.markup.pictures

    assert [(picture.before, picture.url) for picture in found] == [
        (0, "0.jpg"),
        (1, "1.jpg"),
        (2, "2.jpg"),
        (3, "3.jpg"),
        (3, "4.jpg"),
        (3, "5.jpg"),
        (3, None),
    ]
    assert found[1].alt == "A boat"
    elements = page.markup.elements
    assert [elements.tags[picture.element] for picture in found] == [
        *("img", "img", "img", "img", "amp-img", "video", "img")
    ]
    assert elements.tags[elements.parents[found[1].element]] == "figure"


def test_sources_fill_in_for_a_placeholder() -> None:
    lazy = "<picture><source srcset='a.jpg 1w, b.jpg 2w'><img src='data:,'></picture><img>"

    assert [picture.url for picture in pictures(lazy)] == ["b.jpg", None]


def test_pixels_that_count_visits_are_no_pictures() -> None:
    assert pictures("<img src=a width=1 height=1><img src=b height=0><img src=c width=1px>") == ()
