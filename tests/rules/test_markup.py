"""Elements in, clues out: names of boxes, and how they hold a block."""

import pytest

from articlekit.draft import Traits
from articlekit.parser import open_draft
from articlekit.readers.html import read_html
from articlekit.readers.text import read_text
from articlekit.rules.markup import HOW_FAR, find_markup
from articlekit.settle import gather

PROSE = "The council voted on Monday for a wall that keeps the river out of the lower town. " * 2


def clues(markup: str) -> tuple[list[set[str]], list[frozenset[str]]]:
    """The clues of each block, and its traits."""
    draft = open_draft(read_html(markup), "en")
    found = gather(find_markup(draft), len(draft.blocks))
    return [block.own for block in found], [block.shared for block in found]


NAMES = [
    ("class", '<div class="newsletter">a</div>', {"~newsletter"}),
    (
        "several classes",
        '<div class="box newsletter-form">a</div>',
        {"~box", "~newsletter", "~form"},
    ),
    (
        "capitals part words",
        '<div class="mainMenu PromoBox">a</div>',
        {"~main", "~menu", "~promo", "~box"},
    ),
    ("abbreviations", '<div class="RSSFeed">a</div>', {"~rss", "~feed"}),
    ("id", '<div id="comments_list">a</div>', {"~comments", "~list"}),
    ("role", '<div role="navigation">a</div>', {"~navigation"}),
    ("what it is read as", '<p itemprop="headline">a</p>', {"~headline", "in=p"}),
    ("what hand-written tests name", '<p data-testid="byline">a</p>', {"~byline", "in=p"}),
    ("telling elements", "<nav>a</nav>", {"in=nav"}),
    ("elements around", '<aside class="x"><ul><li>a</ul></aside>', {"in=aside", "in=ul", "in=li"}),
    ("figures are no words", '<div class="c-12 a1b2">a</div>', set()),
    ("single letters are no words", '<div class="a b">a</div>', set()),
    ("boxes of everything", '<div class="page"><p>a</p></div>', {"~page", "in=p"}),
    ("topics are not names", '<div class="post tag-floods category-sea">a</div>', {"~post"}),
    ("a tag is a name all the same", '<div class="tag">a</div>', {"~tag"}),
    ("other attributes", '<div title="newsletter" data-x="menu">a</div>', set()),
    ("elements inside a line", '<p><span class="author">a</span></p>', {"~author", "in=p"}),
    ("empty", '<div class="">a</div>', set()),
]


@pytest.mark.parametrize(
    ("markup", "wanted"), [case[1:] for case in NAMES], ids=[c[0] for c in NAMES]
)
def test_names_of_boxes(markup: str, wanted: set[str]) -> None:
    _, [found] = clues(markup)

    assert found == wanted


def test_the_names_of_the_page_itself_say_nothing() -> None:
    _, [found] = clues(
        '<html class="js"><body class="single-post newsletter"><p>a</p></body></html>'
    )

    assert found == {"in=p"}


def test_names_reach_a_few_elements_down() -> None:
    for depth, there in ((HOW_FAR - 1, True), (HOW_FAR, False)):
        inner = "<div>" * depth
        _, [found] = clues(f'<div class="newsletter">{inner}a')

        assert ("~newsletter" in found) is there


def test_blocks_of_one_box_share_one_set() -> None:
    """So that its weights are added up once for all of them."""
    draft = open_draft(read_html('<ul class="menu"><li>a<li>b<li>c</ul>'), "en")
    shared = [sign.names for sign in find_markup(draft) if isinstance(sign, Traits)]

    assert shared[0] == {"~menu", "in=ul", "in=li"}
    assert shared[0] is shared[1] is shared[2]


LINES = [
    ("heading", "<h2>A line of words</h2>", {"tag=h2"}, {"links=all", "bold=all"}),
    ("paragraph", "<p>A line of words</p>", {"tag=p"}, set()),
    ("inline elements are not the block's own", "<p><em>A line</em></p>", {"tag=p"}, {"tag=em"}),
    ("one link", "<p><a href=x>A line</a></p>", {"tag=p", "links=all"}, set()),
    ("half a link", "<p>A line and <a href=x>more words</a></p>", {"links=<60%"}, {"links=all"}),
    ("some link", "<p>A line of many words <a href=x>more</a></p>", {"links=<25%"}, set()),
    ("an anchor is no link", "<p><a name=x>A line</a></p>", set(), {"links=all"}),
    ("bold", "<p><b>A line</b></p>", {"bold=all"}, {"links=all"}),
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
    [own], _ = clues(markup)

    assert there <= own
    assert not own & missing


def test_plain_lines_have_no_share_of_links_or_bold() -> None:
    [own], _ = clues("<p>A line of words</p>")

    assert not any(name.startswith(("links=", "bold=")) for name in own)


def test_the_element_that_holds_the_prose_tells_story_from_surroundings() -> None:
    story = "".join(f"<p>{PROSE}</p>" for _ in range(4))
    own, _ = clues(
        f"<body><div><a href=x>Menu</a></div><main><div>{story}<div><div><p>Deep</p></div></div></div>"
        f"<div>Beside</div></main><footer>Foot</footer></body>"
    )

    found = [next(name for name in names if name.startswith("core0.8=")) for names in own]
    assert found[0] == found[-1] == "core0.8=outside"
    assert found[1:5] == ["core0.8=child"] * 4
    assert found[5:7] == ["core0.8=inside", "core0.8=beside"]


def test_prose_inside_links_is_no_prose() -> None:
    """Lists of teasers with long texts are not the story."""
    teasers = "".join(f"<p><a href=x>{PROSE}</a></p>" for _ in range(9))
    own, _ = clues(f"<body><div>{teasers}</div><div><p>{PROSE}</p><p>{PROSE}</p></div></body>")

    assert "core0.8=child" in own[-1]
    assert "core0.8=child" not in own[0]


def test_kinds_of_lines_cross_size_and_links() -> None:
    own, _ = clues(
        f"<p>{PROSE}</p><li><a href=x>Three words here</a></li><h3>Three words here</h3>"
    )
    joined = [next(name for name in names if ",words<=" in name) for names in own]

    assert joined[0].startswith("p,words<=40,links=0,")
    assert joined[1].startswith("li,words<=3,links=2,")
    assert joined[2].startswith("h3,words<=3,links=0,")


def test_text_has_no_markup() -> None:
    assert list(find_markup(open_draft(read_text("<div class=menu>\n\nA line")))) == []


def test_pages_without_prose_or_elements_are_no_trouble() -> None:
    assert clues("") == ([], [])
    own, shared = clues("bare text")

    assert len(own) == len(shared) == 1
    assert not any(name.startswith(("links=", "bold=")) for name in own[0])
