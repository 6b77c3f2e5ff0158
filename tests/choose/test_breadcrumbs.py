"""The section by the way from the home page: in linked data, or as the page shows it."""

import json
from typing import Any

import pytest

import articlekit
from articlekit.choose.breadcrumbs import find_breadcrumbs, section_of
from articlekit.language import lexicon
from articlekit.metadata import Crumb
from articlekit.page import Head
from articlekit.readers.html import read_html
from articlekit.readers.metadata import read_metadata

URL = "https://example.com/town/quay/wall.html"
HEADLINE = "The quay gets its wall"


def shown(markup: str) -> list[str]:
    return [crumb.text for crumb in find_breadcrumbs(read_html(markup))]


def section(*steps: tuple[str, str | None]) -> str | None:
    trail = [Crumb(text, url, "breadcrumbs") for text, url in steps]
    return section_of(trail, URL, HEADLINE, "Harlow Post")


SHOWN = {
    "a list": (
        '<nav aria-label="Breadcrumb"><ol><li><a href=/>Home</a><li><a href=/town>Town</a><li>Wall</ol></nav>',
        ["Home", "Town"],
    ),
    "a line": (
        "<div class='c-breadcrumbs'><a href=/>Home</a> › <a href=/town>Town</a> › Wall</div>",
        ["Home", "Town"],
    ),
    "microdata": (
        "<ul itemtype='https://schema.org/BreadcrumbList'><li><a href=/town><span>Town</span></a></ul>",
        ["Town"],
    ),
    "boxes in boxes": (
        (
            "<div class=breadcrumb><span class=breadcrumb-item><a href=/a>A</a></span>"
            "<span class=breadcrumb-item><a href=/b>B</a></span></div>"
        ),
        ["A", "B"],
    ),
    "a page that is called so": (
        "<body class=has-breadcrumbs><a href=/a>A</a><p id=breadcrumb><a href=/b>B</a></p>",
        ["B"],
    ),
    "too many": (
        "<div class=breadcrumbs-page>"
        + "<a href=/a>A</a> " * 9
        + "</div><p class=breadcrumb><a href=/b>B</a>",
        ["B"],
    ),
    "a line that nothing calls so": (
        "<div class=path>You are here: <a href=/>Home</a> &gt; <a href=/town>Town</a> &gt; Wall</div>",
        ["Home", "Town"],
    ),
    "other words": (
        "<p id=apple-crumble><a href=/a>A</a></p><p class=rumble><a href=/b>B</a></p>",
        [],
    ),
    "a menu": ("<div><a href=/>Home</a> <a href=/town>Town</a> <a href=/x>X</a></div>", []),
    "a line from elsewhere": ("<p><a href=/a>A</a> / <a href=/b>B</a></p>", []),
    "no links": ("<p class=breadcrumb>Home › Town</p>", []),
    "nothing": ("<p>Town</p>", []),
}


@pytest.mark.parametrize(("markup", "found"), SHOWN.values(), ids=SHOWN)
def test_breadcrumbs_that_a_page_shows(markup: str, found: list[str]) -> None:
    assert shown(markup) == found


@pytest.mark.parametrize(
    ("steps", "found"),
    [
        ([("Home", "/"), ("Town", "/town"), ("Quay", "/town/quay")], "Quay"),
        ([("Town", "/town"), (HEADLINE, None)], "Town"),
        ([("Town", "/town"), ("This page", URL)], "Town"),
        ([("Town", "/town"), ("A name that goes on and on " * 3, "/x")], "Town"),
        ([("Accueil", "https://example.com/")], None),
        ([("Start", "https://example.com/de/?a=b")], None),
        ([("Home", "/index.html"), ("Harlow Post", "/x")], None),
        ([("Uncategorized", "/uncategorized")], None),
        ([], None),
    ],
)
def test_the_step_that_is_the_section(
    steps: list[tuple[str, str | None]], found: str | None
) -> None:
    assert section(*steps) == found


STEPS = [
    {"@type": "ListItem", "position": 1, "name": "Home", "item": "https://example.com/"},
    {"@type": "ListItem", "position": 2, "item": {"@id": "/town", "name": "Town &amp; Quay"}},
    {"@type": "ListItem", "position": 3, "name": HEADLINE},
]
LIST = {"@type": "BreadcrumbList", "itemListElement": STEPS}
STATED: dict[str, tuple[Any, list[str]]] = {
    "alone": (LIST, ["Home", "Town & Quay", HEADLINE]),
    "in a graph": ({"@graph": [{"@type": "WebPage"}, LIST]}, ["Home", "Town & Quay", HEADLINE]),
    "of the page": ({"@type": "WebPage", "breadcrumb": LIST}, ["Home", "Town & Quay", HEADLINE]),
    "by reference": (
        {"@graph": [{"@type": "WebPage", "breadcrumb": {"@id": "#b"}}, LIST | {"@id": "#b"}]},
        ["Home", "Town & Quay", HEADLINE],
    ),
    "one step": (LIST | {"itemListElement": STEPS[0]}, ["Home"]),
    "wrong types": (
        LIST | {"itemListElement": [None, 3, "a", {"name": 5}, {"item": [1]}, STEPS[0]]},
        ["Home"],
    ),
    "empty": (LIST | {"itemListElement": None}, []),
    "a text": ({"@type": "WebPage", "breadcrumb": "Home > Town"}, []),
}


@pytest.mark.parametrize(("thing", "found"), STATED.values(), ids=STATED)
def test_breadcrumbs_in_linked_data(thing: Any, found: list[str]) -> None:
    metadata = read_metadata(Head(linked_data=[json.dumps(thing)]), URL, lexicon("en"))

    assert [crumb.text for crumb in metadata.breadcrumbs] == found


PAGE = (
    "<head><title>{title}</title>{head}</head><nav class=breadcrumb><a href=/>Home</a> "
    "<a href=/quay>Quay</a></nav><h1>{title}</h1><p>The wall is there.</p>"
)


@pytest.mark.parametrize(
    ("head", "found"),
    [
        ("", "Quay"),
        (f'<script type="application/ld+json">{json.dumps(LIST)}</script>', "Town & Quay"),
        ('<meta property="article:section" content="Works">', "Works"),
        (
            (
                '<meta property="og:site_name" content="Harlow Post">'
                '<meta property="article:section" content="Harlow Post">'
            ),
            "Quay",
        ),
    ],
    ids=["shown", "linked data", "stated", "the site is none"],
)
def test_the_section_of_an_article(head: str, found: str) -> None:
    assert articlekit.parse_html(PAGE.format(title=HEADLINE, head=head), url=URL).section == found
