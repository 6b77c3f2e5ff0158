"""What the elements around a block are called, and which blocks they set apart."""

import pytest

from articlekit.boxes import HOW_FAR, Boxes, find_apart
from articlekit.readers.html import read_html


def around(markup: str) -> list[frozenset[str]]:
    """The names around each block."""
    page = read_html(markup)
    assert page.markup is not None
    boxes = Boxes(page.markup.elements)
    return [boxes.around(block.element) for block in page.blocks]


def near(markup: str) -> list[set[str]]:
    """The same without the boxes that reach deeper."""
    return [{name for name in names if not name.startswith("within=")} for names in around(markup)]


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
    (
        "all that WordPress knows of a post is not its name",
        '<article class="post type-post status-publish author-jane format-video">a</article>',
        {"~hentry", "in=article"},
    ),
    ("a tag is a name all the same", '<div class="tag">a</div>', {"~tag"}),
    ("other attributes", '<div title="newsletter" data-x="menu">a</div>', set()),
    ("elements inside a line", '<p><span class="author">a</span></p>', {"~author", "in=p"}),
    ("empty", '<div class="">a</div>', set()),
]


@pytest.mark.parametrize(
    ("markup", "wanted"), [case[1:] for case in NAMES], ids=[c[0] for c in NAMES]
)
def test_names_of_boxes(markup: str, wanted: set[str]) -> None:
    [found] = near(markup)

    assert found == wanted


def test_the_names_of_the_page_itself_say_nothing() -> None:
    [found] = near('<html class="js"><body class="single-post newsletter"><p>a</p></body></html>')

    assert found == {"in=p"}


def test_names_reach_a_few_elements_down() -> None:
    for depth, there in ((HOW_FAR - 1, True), (HOW_FAR, False)):
        inner = "<div>" * depth
        [found] = near(f'<div class="newsletter">{inner}a')

        assert ("~newsletter" in found) is there


@pytest.mark.parametrize(
    ("box", "name"),
    [
        ("<div id=comments>", "comments"),
        ("<div class=cmplz-banner>", "cookies"),
        ("<form class=newsletter>", "newsletter"),
        ("<form>", "form"),
        ("<nav>", "menu"),
        ("<aside>", "aside"),
        ("<footer>", "footer"),
    ],
)
def test_some_boxes_are_true_of_everything_in_them(box: str, name: str) -> None:
    inner = "<div>" * (HOW_FAR + 3)
    [found] = around(f"{box}{inner}a")

    assert f"within={name}" in found
    assert not any(one.startswith(("in=", "~")) for one in found)


def test_blocks_of_one_box_share_one_set() -> None:
    """So that its weights are added up once for all of them."""
    first, second, third = around('<ul class="menu"><li>a<li>b<li>c</ul>')

    assert first == {"~menu", "in=ul", "in=li", "within=menu"}
    assert first is second is third


def apart(markup: str) -> frozenset[int]:
    page = read_html(markup)
    assert page.markup is not None
    return find_apart(page, Boxes(page.markup.elements))


@pytest.mark.parametrize(
    "markup",
    [
        "<aside><p>a</p></aside>",
        "<ol class=commentlist><li>a</li></ol>",
        "<div id=comments><div><p>a</p></div></div>",
        "<article><footer><p>a</p></footer></article>",
        "<div id=cookie-notice><p>a</p></div>",
    ],
)
def test_boxes_that_stand_apart(markup: str) -> None:
    assert apart(markup) == {0}


@pytest.mark.parametrize(
    "markup", ["<p>a</p>", "<div class=with-sidebar><p>a</p></div>", "<p class=commentary>a</p>"]
)
def test_boxes_of_the_story(markup: str) -> None:
    assert apart(markup) == set()


def test_raw_text_has_no_boxes() -> None:
    assert find_apart(read_html("<p>a</p>"), None) == set()
