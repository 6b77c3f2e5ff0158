"""Elements in, clues out: how they hold a block."""

import pytest

from articlekit.parser import open_draft
from articlekit.readers.html import read_html
from articlekit.readers.text import read_text
from articlekit.rules.markup import find_markup
from articlekit.settle import gather

PROSE = "The council voted on Monday for a wall that keeps the river out of the lower town. " * 2


def clues(markup: str) -> list[set[str]]:
    """The clues of each block."""
    draft = open_draft(read_html(markup), "en")
    found = gather(find_markup(draft), len(draft.blocks))
    return [block.own.union(*block.groups) for block in found]


LINES = [
    ("heading", "<h2>A line of words</h2>", {"tag=h2"}, {"links=all", "bold=all"}),
    ("paragraph", "<p>A line of words</p>", {"tag=p"}, set()),
    ("inline elements are not the block's own", "<p><em>A line</em></p>", {"tag=p"}, {"tag=em"}),
    ("one link", "<p><a href=x>A line</a></p>", {"tag=p", "links=all"}, set()),
    ("half a link", "<p>A line and <a href=x>more words</a></p>", {"links=<60%"}, {"links=all"}),
    ("some link", "<p>A line of many words <a href=x>more</a></p>", {"links=<25%"}, set()),
    ("an anchor is no link", "<p><a name=x>A line</a></p>", set(), {"links=all"}),
    ("bold", "<p><b>A line</b></p>", {"bold=all"}, {"links=all"}),
    ("a place in the page", "<p><a href='#when'>When?</a></p>", {"link=in-page"}, set()),
    ("no place", "<p><a href='#'>Menu</a></p>", set(), {"link=in-page"}),
    ("a telephone", "<a href='tel:0123'>0123</a>", {"link=mail-or-phone"}, set()),
    ("a mail address", "<a href='mailto:a@b.cd'>Ann</a>", {"link=mail-or-phone"}, set()),
    ("another page", "<a href='/a#b'>Ann</a>", set(), {"link=in-page", "link=mail-or-phone"}),
    ("a picture above", "<img src=a.jpg><p>Ships in the harbour</p>", {"under-picture"}, set()),
    ("a picture below", "<p>Ships in the harbour</p><img src=a.jpg>", set(), {"under-picture"}),
    (
        "a label and a link",
        "<p>See also: <a href=x>The river is rising</a></p>",
        {"label-then-link"},
        set(),
    ),
    (
        "prose that ends in a link",
        "<p>He said so to <a href=x>the town's newspaper</a></p>",
        set(),
        {"label-then-link"},
    ),
    (
        "some bold",
        "<p>A line of <strong>many</strong> words and more of them</p>",
        {"bold=<25%"},
        set(),
    ),
]


@pytest.mark.parametrize(
    ("markup", "there", "missing"), [case[1:] for case in LINES], ids=[case[0] for case in LINES]
)
def test_how_a_block_is_held(markup: str, there: set[str], missing: set[str]) -> None:
    [own] = clues(markup)

    assert there <= own
    assert not own & missing


def test_plain_lines_have_no_share_of_links_or_bold() -> None:
    [own] = clues("<p>A line of words</p>")

    assert not any(name.startswith(("links=", "bold=")) for name in own)


def test_the_element_that_holds_the_prose_tells_story_from_surroundings() -> None:
    story = "".join(f"<p>{PROSE}</p>" for _ in range(4))
    own = clues(
        f"<body><div><a href=x>Menu</a></div><main><div>{story}<div><div><p>Deep</p></div></div></div>"
        f"<div>Beside</div></main><footer>Foot</footer></body>"
    )

    found = [next(name for name in names if name.startswith("core0.8=")) for names in own]
    assert found[0] == found[-1] == "core0.8=outside"
    assert found[1:5] == ["core0.8=child"] * 4
    assert found[5:7] == ["core0.8=inside", "core0.8=beside"]


def test_prose_that_stands_apart_does_not_make_the_core() -> None:
    comments = "".join(f"<p>{PROSE}</p>" for _ in range(9))
    own = clues(
        f"<body><div><p>{PROSE}</p><p>{PROSE}</p></div><div class=comments>{comments}</div></body>"
    )

    assert "core0.8=child" in own[0]
    assert "core0.8=child" not in own[-1]


def test_rows_of_menus_are_told_by_their_boxes_alone() -> None:
    rows = "".join(f"<li><a href=/{at}>Topic {at}</a></li>" for at in range(6))
    own = clues(f"<body><ul class=menu>{rows}</ul><main><p>{PROSE}</p></main></body>")

    boxes = {"~menu", "in=ul", "in=li", "within=menu"}
    assert own[0] == {*boxes, "in-menu", "li,words<=3,links=2,outside"}
    assert own[5] == own[0]


def test_prose_inside_links_is_no_prose() -> None:
    """Lists of teasers with long texts are not the story."""
    teasers = "".join(f"<p><a href=x>{PROSE}</a></p>" for _ in range(9))
    own = clues(f"<body><div>{teasers}</div><div><p>{PROSE}</p><p>{PROSE}</p></div></body>")

    assert "core0.8=child" in own[-1]
    assert "core0.8=child" not in own[0]


def test_kinds_of_lines_cross_size_and_links() -> None:
    own = clues(f"<p>{PROSE}</p><li><a href=x>Three words here</a></li><h3>Three words here</h3>")
    joined = [next(name for name in names if ",words<=" in name) for names in own]

    assert joined[0].startswith("p,words<=40,links=0,")
    assert joined[1].startswith("li,words<=3,links=2,")
    assert joined[2].startswith("h3,words<=3,links=0,")


def test_text_has_no_markup() -> None:
    assert list(find_markup(open_draft(read_text("<div class=menu>\n\nA line")))) == []


def test_pages_without_prose_or_elements_are_no_trouble() -> None:
    assert clues("") == []
    own = clues("bare text")

    assert len(own) == 1
    assert not any(name.startswith(("links=", "bold=")) for name in own[0])
