"""Pictures that a page has once more in `<noscript>`, and text that stands there."""

import pytest

from articlekit import parse_html
from articlekit.readers.html import read_html

BLANK = "data:image/gif;base64,R0lGOD"
INSIDE = '<noscript><img src="/a/quay.jpg?w=9" alt="The quay"></noscript>'


def pictures(markup: str) -> list[tuple[str | None, str | None]]:
    found = read_html(f"<body><p>a</p>{markup}<p>b</p>").markup
    assert found is not None
    return [(picture.url, picture.alt) for picture in found.pictures]


CASES = {
    "a stand-in before": (f"<img src='{BLANK}'>{INSIDE}", [("/a/quay.jpg?w=9", "The quay")]),
    "a stand-in in an element": (
        f"<span><img src='{BLANK}' alt='Quay'></span>{INSIDE}",
        [("/a/quay.jpg?w=9", "Quay")],
    ),
    "a stand-in of the site": (f"<img src=/pixel.png>{INSIDE}", [("/a/quay.jpg?w=9", "The quay")]),
    "a late address": (
        f"<img src='{BLANK}' data-src='/b/quay.jpg'>{INSIDE}",
        [("/b/quay.jpg", "The quay")],
    ),
    "behind": (
        f"{INSIDE}<img src='{BLANK}' data-src='/b/quay.jpg'>",
        [("/b/quay.jpg", "The quay")],
    ),
    "another picture behind": (
        f"{INSIDE}<img src=/b/wall.jpg>",
        [("/a/quay.jpg?w=9", "The quay"), ("/b/wall.jpg", None)],
    ),
    "the same file farther off": (
        f"<img src=/b/quay.jpg><i></i><i></i><i></i>{INSIDE}",
        [("/b/quay.jpg", "The quay")],
    ),
    "alone": (INSIDE, [("/a/quay.jpg?w=9", "The quay")]),
    "text between": (
        f"<img src=/b/wall.jpg>c{INSIDE}",
        [("/b/wall.jpg", None), ("/a/quay.jpg?w=9", "The quay")],
    ),
    "another picture": (
        f"<img src=/b/wall.jpg><i></i><i></i><i></i>{INSIDE}",
        [("/b/wall.jpg", None), ("/a/quay.jpg?w=9", "The quay")],
    ),
    "each with its own": (
        f"<img src='{BLANK}'>{INSIDE}" * 2,
        [("/a/quay.jpg?w=9", "The quay")] * 2,
    ),
    "both inside": (
        "<noscript><img src=/a.jpg><img src=/b.jpg></noscript>",
        [("/a.jpg", None), ("/b.jpg", None)],
    ),
    "a count of visits": (
        "<noscript><img src=//count.example/1 style='position:absolute; left:-9999px'></noscript>",
        [],
    ),
}


@pytest.mark.parametrize(("markup", "found"), CASES.values(), ids=CASES)
def test_a_picture_is_there_once(markup: str, found: list[tuple[str | None, str | None]]) -> None:
    assert pictures(markup) == found


def test_text_is_kept_and_is_no_part_of_the_story() -> None:
    story = (
        "<p>The ferry came back to Harlow Sound on Monday, after eleven weeks in the yard.</p>" * 3
    )
    article = parse_html(
        f"<body><noscript><p>Please enable JavaScript to read this page.</p></noscript><h1>Ferry</h1>{story}"
    )

    assert [node.text for node in article.boilerplate] == [
        "Please enable JavaScript to read this page."
    ]
    assert "JavaScript" not in article.text
