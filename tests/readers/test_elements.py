"""The elements of a page, and the paths to them."""

from lxml import etree

from articlekit.paths import DEEPEST
from articlekit.readers.capped import capped
from articlekit.readers.flatten import flatten
from articlekit.readers.html import read_html
from articlekit.readers.tree import replay

PAGE = (
    "<html><head><meta name=a content=b><title>x</title></head><body><script>s</script>"
    "<div><p>a<p>b <span>c</span> <span class=d>e</span></div><div><svg><g/></svg><img src=a>"
    "<img src=b><p>f</div><o:p>g</o:p><o:p>h</o:p><template><p>x</template><p>i<br>j</p></body></html>"
)


def test_paths_are_those_of_lxml() -> None:
    page = read_html(PAGE)
    root = etree.HTML(PAGE)
    assert page.markup is not None
    elements = page.markup.elements

    for element, tag in enumerate(elements.tags):
        path = elements.path(element)
        (node,) = root.xpath(path)
        assert node.tag == tag
        assert ":" in path or path == root.getroottree().getpath(node)
    assert elements.path(page.blocks[0].element) == "/html/body/div[1]/p[1]"


def test_parents_come_first() -> None:
    page = read_html(PAGE)
    assert page.markup is not None
    elements = page.markup.elements

    assert elements.parents[0] == -1
    assert all(parent < at for at, parent in enumerate(elements.parents))
    assert len(elements.parents) == len(elements.tags) == len(elements.attributes)


def test_paths_stop_where_nesting_is_too_deep() -> None:
    page = read_html("<div>" * 5_000 + "a")
    assert page.markup is not None
    path = page.markup.elements.path(page.blocks[0].element)

    assert path.count("/") == DEEPEST


def test_beyond_the_limit_of_elements_text_is_kept() -> None:
    events = capped(flatten(), max_elements=4)
    replay(
        etree.HTML("<p>a</p><p>b <b>c</b><div>d<script>x</script></div><svg><p>y</p></svg>e"),
        events,
    )
    flat = events.close()

    assert [block.text for block in flat.blocks] == ["a", "b c", "d", "e"]
    assert flat.elements.tags == ["html", "body", "p", "p"]
    assert [(w.kind, w.amount) for w in flat.warnings] == [("max_elements", 5)]


def test_beyond_the_limit_of_elements_lines_break_where_blocks_do_alone() -> None:
    events = capped(flatten(), max_elements=3)
    replay(
        etree.HTML("<p>a <b>b</b> c<div>d</div>e<svg><g>x</g><g>y</g></svg> f<i> g</i></p>"),
        events,
    )
    flat = events.close()

    assert [block.text for block in flat.blocks] == ["a b c", "d", "e f g"]
    assert {flat.elements.tags[block.element] for block in flat.blocks} <= {"p", "body"}
    assert flat.elements.tags == ["html", "body", "p"]


def test_beyond_the_limit_of_blocks_text_is_kept_in_the_last_one() -> None:
    events = flatten(max_blocks=3)
    replay(etree.HTML("<p>a<p>b<p>c <b>d</b><p><b>e</b> f"), events)
    flat = events.close()

    assert [block.text for block in flat.blocks] == ["a", "b", "c d e f"]
    assert [flat.source[mark.start : mark.end] for mark in flat.marks] == ["d", "e"]
    assert [(w.kind, w.at, w.amount) for w in flat.warnings] == [("max_blocks", 6, 8)]
