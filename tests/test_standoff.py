"""From what a page tells beside its text to the marks and pictures of the article."""

from articlekit import Image
from articlekit.model import Caption, Mark, Paragraph, PhotoCredit, Span
from articlekit.page import Block, Elements, Head, Markup, Page, Picture
from articlekit.page import Mark as PageMark
from articlekit.standoff import images_of, marks_of

SOURCE = "The quay. Photo: Bo\n\nThe story."
BLOCKS = (Block(0, 19, SOURCE[:19], gap=True), Block(21, 31, SOURCE[21:], gap=True))
NODES = (
    Caption(text="The quay.", span=Span(0, 9)),
    PhotoCredit(text="Photo: Bo", span=Span(10, 19)),
    Paragraph(text="The story.", span=Span(21, 31)),
)


def page_of(marks: tuple[PageMark, ...] = (), pictures: tuple[Picture, ...] = ()) -> Page:
    markup = Markup(Elements([], [], []), Head(), marks, pictures)
    return Page(SOURCE, BLOCKS, markup=markup)


def test_text_has_neither() -> None:
    page = Page(SOURCE, BLOCKS)

    assert (marks_of(page), images_of(page, NODES)) == ((), ())


def test_marks_are_sorted_and_known() -> None:
    given = (
        PageMark(25, 30, "strong"),
        PageMark(21, 31, "link", "/a"),
        PageMark(4, 4, "code"),
        PageMark(0, 3, "blink"),
    )

    assert marks_of(page_of(given)) == (
        Mark(Span(21, 31), "link", "/a"),
        Mark(Span(25, 30), "strong"),
    )


def test_pictures_stand_before_nodes() -> None:
    given = (
        Picture(0, 1, "/a.jpg", "quay"),
        Picture(1, 2, "/b.jpg"),
        Picture(2, 3, "/c.jpg"),
        Picture(1, 4, None, "no address"),
    )

    assert images_of(page_of((), given), NODES) == (
        Image("/a.jpg", "quay", 0),
        Image("/b.jpg", None, 2),
        Image("/c.jpg", None, 3),
    )
