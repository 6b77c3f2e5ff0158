"""What an article looks like as HTML and as Markdown, block by block."""

from datetime import UTC, datetime

import pytest

import articlekit
from articlekit import Article, Image
from articlekit.model import (
    Attribution,
    Boilerplate,
    Byline,
    Caption,
    Code,
    Correction,
    Dateline,
    Headline,
    Kicker,
    ListItem,
    Mark,
    Node,
    Paragraph,
    PhotoCredit,
    PullQuote,
    Quote,
    Span,
    Subheading,
    Table,
    TimeLine,
    Timestamp,
)


def article_of(
    *rows: tuple[type[Node], str] | tuple[type[Node], str, dict[str, object]], **more: object
) -> Article:
    nodes, source = [], ""
    for kind, text, *fields in rows:
        span = Span(len(source), len(source) + len(text))
        nodes.append(kind(text=text, span=span, **(fields[0] if fields else {})))
        source += text + "\n\n"
    return Article(source=source, nodes=tuple(nodes), **more)


def html_of(*rows: object, **more: object) -> str:
    found = article_of(*rows, **more).to_html().splitlines()
    return "\n".join(found[1:-1])


LIST = [
    (ListItem, "• One", {"marker": "•"}),
    (ListItem, "Two", {"depth": 1, "ordered": True}),
    (ListItem, "Three", {"depth": 1, "ordered": True}),
    (ListItem, "Four"),
]
QUOTED = "“We will stay.” — Ann Lee, mayor"
OWN = Attribution(text="— Ann Lee, mayor", span=Span(16, len(QUOTED)))
CASES = [
    ([(Subheading, "Why?", {"level": 3})], "<h3>Why?</h3>", "### Why?"),
    (
        LIST,
        "<ul>\n<li>One<ol>\n<li>Two</li>\n<li>Three</li></ol></li>\n<li>Four</li></ul>",
        "- One\n  1. Two\n  2. Three\n- Four",
    ),
    (
        [(ListItem, "3. One", {"marker": "3."}), (ListItem, "4. Two", {"marker": "4."})],
        "<ol>\n<li>One</li>\n<li>Two</li></ol>",
        "3. One\n4. Two",
    ),
    (
        [(Quote, "“We stay.”"), (Attribution, "Ann Lee")],
        "<blockquote><p>“We stay.”</p><footer><cite>Ann Lee</cite></footer></blockquote>",
        "> “We stay.”\n>\n> — Ann Lee",
    ),
    (
        [(PullQuote, QUOTED, {"attribution": OWN})],
        "<aside><blockquote><p>“We will stay.”</p><footer><cite>— Ann Lee, mayor</cite></footer></blockquote></aside>",
        "> “We will stay.”\n>\n> — Ann Lee, mayor",
    ),
    (
        [(Dateline, "GHENT (AP) —"), (Paragraph, "The council voted.")],
        "<p><b>GHENT (AP) —</b> The council voted.</p>",
        "**GHENT (AP) —** The council voted.",
    ),
    (
        [(Dateline, "GHENT —"), (Quote, "“We stay.”"), (Attribution, "Ann Lee")],
        "<p><b>GHENT —</b> “We stay.”</p>\n<p><cite>Ann Lee</cite></p>",
        "**GHENT —** “We stay.”\n\n> — Ann Lee",
    ),
    (
        [(Caption, "The quay."), (PhotoCredit, "Photo: Ann Lee")],
        "<figure><figcaption>The quay. <small>Photo: Ann Lee</small></figcaption></figure>",
        "*The quay. Photo: Ann Lee*",
    ),
    (
        [(Table, "a b", {"rows": (("a", "b"), ("c|d",))})],
        "<table><tbody>\n<tr><td>a</td><td>b</td></tr>\n<tr><td>c|d</td></tr>\n</tbody></table>",
        "| a | b |\n| --- | --- |\n| c\\|d |  |",
    ),
    ([(Code, "x = 1\n```")], "<pre><code>x = 1\n```</code></pre>", "````\nx = 1\n```\n````"),
    ([(Correction, "Corrected.")], "<aside><p>Corrected.</p></aside>", "*Corrected.*"),
    ([(Paragraph, "---")], "<p>---</p>", "\\---"),
    ([(Boilerplate, "Share")], "", ""),
]


@pytest.mark.parametrize(("rows", "html", "markdown"), CASES, ids=lambda case: str(case)[:30])
def test_blocks(rows: list[object], html: str, markdown: str) -> None:
    assert html_of(*rows) == html
    assert article_of(*rows).to_markdown().rstrip("\n") == markdown


MARKED = "The council voted today."
MARKS = [
    (
        (("strong", 4, 11),),
        "The <strong>council</strong> voted today.",
        "The **council** voted today.",
    ),
    (
        (("link", 4, 17),),
        'The <a href="/c?a=1&amp;b=2">council voted</a> today.',
        "The [council voted](</c?a=1&amp;b=2>) today.",
    ),
    (
        (("strong", 0, 11), ("emphasis", 4, 17)),
        "<strong>The <em>council</em></strong><em> voted</em> today.",
        "**The** ***council*** *voted* today.",
    ),
    (
        (("strong", 5, 9),),
        "The c<strong>ounc</strong>il voted today.",
        "The c**ounc**il voted today.",
    ),
    ((("code", 4, 11),), "The <code>council</code> voted today.", "The `council` voted today."),
    ((("superscript", 4, 11),), "The <sup>council</sup> voted today.", "The council voted today."),
    (
        (("link", 0, 24), ("emphasis", 4, 11)),
        '<a href="/c?a=1&amp;b=2">The <em>council</em> voted today.</a>',
        "[The *council* voted today.](</c?a=1&amp;b=2>)",
    ),
]


@pytest.mark.parametrize(("marks", "html", "markdown"), MARKS)
def test_marks(marks: tuple[tuple[str, int, int], ...], html: str, markdown: str) -> None:
    found = tuple(Mark(Span(start, end), kind, "/c?a=1&b=2") for kind, start, end in marks)
    article = article_of((Paragraph, MARKED), marks=found)

    assert article.to_html().splitlines()[1] == f"<p>{html}</p>"
    assert article.to_markdown() == markdown + "\n"


def test_marks_hold_where_white_space_differs() -> None:
    source = "The  \n council\n voted."
    article = Article(
        source=source,
        nodes=(Paragraph(text="The council voted.", span=Span(0, len(source))),),
        marks=(Mark(Span(7, 14), "strong"),),
    )

    assert "The <strong>council</strong> voted." in article.to_html()


def test_code_right_behind_code_is_no_longer_run_of_backticks() -> None:
    marks = (Mark(Span(0, 1), "code"), Mark(Span(1, 2), "code"))

    assert article_of((Paragraph, "ab"), marks=marks).to_markdown().strip() == "`a`b"


def test_emphasis_that_markdown_would_not_read_is_left_out() -> None:
    article = article_of((Paragraph, "这是「重要」的"), marks=(Mark(Span(2, 6), "strong"),))

    assert article.to_markdown() == "这是「重要」的\n"
    assert "这是<strong>「重要」</strong>的" in article.to_html()


def test_the_head_and_the_language() -> None:
    html = articlekit.parse_text(
        "מועצה אישרה קיר\n\nמאת דנה לוי\n\nהמועצה אישרה ביום שני."
    ).to_html()

    assert html.startswith('<article lang="he" dir="rtl">\n<header>\n<h1>')


def test_what_belongs_to_the_head_stands_above_the_story() -> None:
    """Kicker and headline wherever they stood, other lines only where they stood above it."""
    article = article_of(
        (TimeLine, "May 3"),
        (Paragraph, "One."),
        (Byline, "By Ann Lee"),
        (Kicker, "Ghent"),
        (Headline, "Wall"),
    )

    assert article.to_html().splitlines() == [
        "<article>",
        "<header>",
        "<p>Ghent</p>",
        "<h1>Wall</h1>",
        "<p>May 3</p>",
        "</header>",
        "<p>One.</p>",
        "<address>By Ann Lee</address>",
        "</article>",
    ]


def test_plain_text_keeps_every_dateline_before_its_paragraph() -> None:
    article = article_of(
        (Headline, "Weather"),
        (Paragraph, "Rain."),
        (Dateline, "OSLO —"),
        (Paragraph, "Snow."),
        (Dateline, "ROME —"),
        (Paragraph, "Sun."),
    )

    assert article.to_text() == "Weather\n\nRain.\n\nOSLO — Snow.\n\nROME — Sun."


def test_boilerplate_when_asked_for() -> None:
    article = article_of(
        (Paragraph, "Story."), (Boilerplate, "Ann writes.", {"kind": "author_bio"})
    )

    assert "Ann" not in article.to_html()
    assert article.to_html(boilerplate=True).endswith(
        '<footer>\n<section title="author bio">\n<p>Ann writes.</p>\n</section>\n</footer>\n</article>'
    )


STORY = (
    (Headline, "Wall"),
    (Byline, "By Ann Lee"),
    (Caption, "The quay."),
    (PhotoCredit, "Photo: Bo"),
    (Paragraph, "One."),
    (Paragraph, "Two."),
    (Boilerplate, "Read more", {"kind": "related"}),
)


def figures_of(
    *images: Image, rows: object = STORY, **more: object
) -> list[tuple[str | None, ...]]:
    article = article_of(*rows, images=images, **more)
    return [
        (one.url, one.alt, one.caption and one.caption.text, one.credit and one.credit.text)
        for one in article.figures
    ]


def test_a_picture_takes_what_stands_below_or_above_it() -> None:
    whole = ("/q.jpg", "quay", "The quay.", "Photo: Bo")

    assert figures_of(Image("/q.jpg", "quay", 2)) == [whole]
    assert figures_of(Image("/q.jpg", "quay", 4)) == [whole]
    assert figures_of() == [(None, None, "The quay.", "Photo: Bo")]


def test_of_two_pictures_the_nearer_one_takes_the_caption() -> None:
    assert figures_of(Image("/1.jpg", None, 2), Image("/2.jpg", None, 2)) == [
        ("/1.jpg", None, None, None),
        ("/2.jpg", None, "The quay.", "Photo: Bo"),
    ]


@pytest.mark.parametrize(
    ("before", "shown"), [(0, False), (1, False), (5, True), (6, False), (7, False), (None, False)]
)
def test_a_picture_without_caption_counts_inside_the_story(before: int | None, shown: bool) -> None:  # noqa: FBT001
    assert (("/x.jpg", None, None, None) in figures_of(Image("/x.jpg", None, before))) is shown


def test_the_first_line_may_be_the_caption() -> None:
    rows = ((Caption, "The quay."), (Paragraph, "One."))

    assert figures_of(Image("/q.jpg", "quay", 1), rows=rows) == [
        ("/q.jpg", "quay", "The quay.", None)
    ]


@pytest.mark.parametrize(("kind", "shown"), [("ads", True), ("related", False)])
def test_teasers_have_pictures_of_their_own_and_advertisements_do_not(
    kind: str,
    shown: bool,  # noqa: FBT001
) -> None:
    rows = (
        (Headline, "Wall"),
        (Paragraph, "One."),
        (Boilerplate, "Else", {"kind": kind}),
        (Paragraph, "Two."),
    )

    assert bool(figures_of(Image("/x.jpg", None, 2), rows=rows)) is shown


def test_the_lead_image_counts_everywhere() -> None:
    found = figures_of(Image("/x.jpg", None, 1), lead_image=Image("/x.jpg"))

    assert ("/x.jpg", None, None, None) in found


def test_pictures_stand_where_they_stood() -> None:
    article = article_of(
        *STORY, images=(Image("/q.jpg", "quay", 2), Image("javascript:x", "bad", 5))
    )

    assert article.to_html().splitlines()[5:] == [
        '<figure><img src="/q.jpg" alt="quay"><figcaption>The quay. <small>Photo: Bo</small></figcaption></figure>',
        "<p>One.</p>",
        "<p>Two.</p>",
        "</article>",
    ]
    assert "![quay](</q.jpg>)\n\n*The quay. Photo: Bo*\n\nOne." in article.to_markdown()


def test_lists_in_lists_close_where_they_end_and_where_they_change() -> None:
    rows = [("a", 0, False), ("b", 1, False), ("c", 2, True), ("d", 1, True), ("e", 0, False)]
    items = [
        (ListItem, text, {"depth": depth, "ordered": ordered}) for text, depth, ordered in rows
    ]

    written = article_of(*items).to_html().replace("\n", "")

    assert written == (
        "<article><ul><li>a<ul><li>b<ol><li>c</li></ol></li></ul><ol><li>d</li></ol></li>"
        "<li>e</li></ul></article>"
    )


def test_a_moment_is_written_for_machines_as_precise_as_it_is_known() -> None:
    value = datetime(2024, 5, 3, 10, 15, tzinfo=UTC)
    for precision, machine in (
        ("year", "2024"),
        ("month", "2024-05"),
        ("day", "2024-05-03"),
        ("second", "2024-05-03T10:15:00+00:00"),
    ):
        moment = Timestamp(raw="printed", value=value, precision=precision)
        written = article_of((TimeLine, "printed", {"published": moment})).to_html()

        assert f'<time datetime="{machine}">printed</time>' in written


@pytest.mark.parametrize(("level", "signs"), [(-1, 2), (1, 2), (2, 2), (3, 3), (6, 6), (7, 6)])
def test_headings_of_markdown_stand_between_the_second_and_the_sixth_level(
    level: int, signs: int
) -> None:
    written = article_of((Paragraph, "Told."), (Subheading, "Why", {"level": level})).to_markdown()

    assert written.splitlines()[-1] == "#" * signs + " Why"
