"""What an article says as a document of NITF 3.6."""

import pytest
from lxml import etree
from news import MOMENT, NOWHERE, article_of, filed_story, headlined, mark
from standards import check_nitf, nitf

from articlekit import Image
from articlekit.model import (
    Attribution,
    Author,
    Boilerplate,
    Byline,
    Caption,
    Code,
    Correction,
    Dateline,
    Embed,
    Kicker,
    ListItem,
    Paragraph,
    PhotoCredit,
    PullQuote,
    Quote,
    Subheading,
    Table,
)

ROOT = '<nitf xmlns="http://iptc.org/std/NITF/2006-10-18/" version="-//IPTC//DTD NITF 3.6//EN" change.date="September 11, 2009" change.time="12:26"'
JANE = Author("Jane Roe", role="reporter", organisation="The Herald", email="j@example.com")


def story(*nodes: object, **facts: object) -> str:
    """What stands in `body.content`, or the whole body where nothing does."""
    document = article_of(*nodes, **facts).to_nitf()
    check_nitf(document)
    _, _, inside = document.partition("<body.content>\n")
    return inside.partition("\n</body.content>")[0] or document.partition("<body")[2]


def head(*nodes: object, **facts: object) -> list[str]:
    document = article_of(*nodes, **facts).to_nitf()
    check_nitf(document)
    return document.partition("<body.head>\n")[2].partition("\n</body.head>")[0].split("\n")


def test_a_whole_document() -> None:
    article = article_of(
        *filed_story(JANE),
        Boilerplate(text="(Editing by Bea)", span=NOWHERE, kind="signoff"),
        Boilerplate(text="Jane Roe covers courts.", span=NOWHERE, kind="author_bio"),
        Boilerplate(text="© 2026 The Herald", span=NOWHERE, kind="copyright"),
        Boilerplate(text="Share this", span=NOWHERE, kind="share"),
        authors=(JANE, Author("Bea", contribution="editing")),
        language="en",
        url="https://example.com/wall",
        site_name="The Herald",
        section="News",
        tags=("river", "wall"),
        description="On the wall.",
        stated_published=MOMENT,
        stated_modified=MOMENT,
    )
    written = article.to_nitf()

    check_nitf(written)
    assert (
        written
        == f"""<?xml version="1.0"?>
{ROOT} baselang="en">
<head>
<title type="main">Town votes for wall</title>
<meta content="On the wall." name="description"/>
<docdata><doc-id id-string="https://example.com/wall"/><date.issue norm="20260503T101500+0200"/>\
<key-list><keyword key="river"/><keyword key="wall"/></key-list></docdata>
<pubdata name="The Herald" position.section="News" date.publication="20260503T101500+0200" \
ex-ref="https://example.com/wall" type="web"/>
<revision-history name="Jane Roe" function="writer-author"/>
<revision-history name="Bea" function="editor"/>
<revision-history norm="20260503T101500+0200"/>
</head>
<body>
<body.head>
<hedline><hl1>Town votes for wall</hl1><hl2 class="kicker">Ghent</hl2></hedline>
<byline>By <person>Jane Roe</person>, <byttl>reporter</byttl></byline>
<distributor><org>AP</org></distributor>
<dateline><location><city>GHENT</city></location>, <location><country>Belgium</country></location>, \
<story.date norm="20260503T000000">May 3</story.date> (AP) —</dateline>
<abstract><p>It will cost 48 million.</p></abstract>
</body.head>
<body.content>
<p>The council voted.</p>
<note noteclass="cpyrt"><body.content><p>© 2026 The Herald</p></body.content></note>
</body.content>
<body.end>
<tagline>(Editing by Bea)<br/>Jane Roe covers courts.</tagline>
</body.end>
</body>
</nitf>"""
    )


def test_the_least_document() -> None:
    written = article_of().to_nitf()

    check_nitf(written)
    assert written == f'<?xml version="1.0"?>\n{ROOT}>\n<body/>\n</nitf>'


CASES = [
    ([Subheading(text="Why?", span=NOWHERE, level=3)], '<hl2 class="level3">Why?</hl2>'),
    (
        [
            ListItem(text="3. One", span=NOWHERE, marker="3."),
            ListItem(text="Two", span=NOWHERE, depth=1),
        ],
        '<ol seqnum="3">\n<li>One<ul>\n<li>Two</li></ul></li></ol>',
    ),
    ([ListItem(text="One", span=NOWHERE, ordered=True)], "<ol>\n<li>One</li></ol>"),
    (
        [Quote(text="“We stay.”", span=NOWHERE), Attribution(text="Ann Lee", span=NOWHERE)],
        "<bq><block><p>“We stay.”</p></block><credit>Ann Lee</credit></bq>",
    ),
    (
        [PullQuote(text="“We stay.”", span=NOWHERE)],
        '<bq class="pullquote"><block><p>“We stay.”</p></block></bq>',
    ),
    ([Attribution(text="Ann Lee", span=NOWHERE)], "<p>Ann Lee</p>"),
    (
        [Table(text="Ghent 12", span=NOWHERE, rows=(("Ghent", "1 < 2"), ()))],
        "<table>\n<tr><td>Ghent</td><td>1 &lt; 2</td></tr>\n<tr><td/></tr>\n</table>",
    ),
    ([Table(text="Ghent 12", span=NOWHERE)], "<p>Ghent 12</p>"),
    ([Code(text="a\n  <b>", span=NOWHERE)], "<pre>a\n  &lt;b&gt;</pre>"),
    ([Embed(text="A post", span=NOWHERE)], '<block class="embed"><p>A post</p></block>'),
    (
        [Correction(text="It was wrong.", span=NOWHERE)],
        '<note noteclass="editorsnote"><body.content><p>It was wrong.</p></body.content></note>',
    ),
    (
        [
            Caption(text="The quay.", span=NOWHERE),
            PhotoCredit(text="Photo: Bo/AP", span=NOWHERE, photographers=("Bo",), agencies=("AP",)),
        ],
        (
            '<media media-type="image"><media-reference/><media-caption>The quay.</media-caption>'
            "<media-producer>Photo: <person>Bo</person>/<org>AP</org></media-producer></media>"
        ),
    ),
]


@pytest.mark.parametrize(("nodes", "written"), CASES)
def test_a_block(nodes: list[object], written: str) -> None:
    assert story(Paragraph(text="One.", span=NOWHERE), *nodes) == f"<p>One.</p>\n{written}"


def test_a_picture() -> None:
    image = Image("https://example.com/a b.jpg", 'A "quay"', 1)
    rows = (Paragraph(text=text, span=NOWHERE) for text in ("One.", "Two."))

    assert story(*rows, images=(image,)) == (
        '<p>One.</p>\n<media media-type="image"><media-reference source="https://example.com/a%20b.jpg"'
        ' alternate-text="A &quot;quay&quot;"/></media>\n<p>Two.</p>'
    )


def test_later_datelines_open_blocks_of_their_own() -> None:
    rows = [
        node
        for place in ("GHENT —", "LIMA —")
        for node in (Dateline(text=place, span=NOWHERE), Paragraph(text="A vote.", span=NOWHERE))
    ]

    assert story(*rows) == (
        "<p>A vote.</p>\n<block><dateline>LIMA —</dateline><p>A vote.</p></block>"
    )
    assert head(*rows) == ["<dateline>GHENT —</dateline>"]


def test_a_dateline_behind_the_first_paragraph_opens_no_story() -> None:
    rows = (
        Paragraph(text="One.", span=NOWHERE),
        Dateline(text="LIMA —", span=NOWHERE),
        Quote(text="“Two.”", span=NOWHERE),
    )

    assert head(*rows) == [""]
    assert story(*rows) == (
        "<p>One.</p>\n<block><dateline>LIMA —</dateline><bq><block><p>“Two.”</p></block></bq></block>"
    )


def test_bylines_within_the_story_are_blocks() -> None:
    rows = (Paragraph(text="One.", span=NOWHERE), Byline(text="By Bea", span=NOWHERE))

    assert story(*rows).endswith("<block><byline>By Bea</byline></block>")


def test_authors_whom_no_byline_names_have_one() -> None:
    desk = Author("AP", kind="organisation")
    editor = Author("Bea", contribution="editing")

    assert head(authors=(JANE, desk, editor)) == [
        (
            "<byline><person>Jane Roe</person>, <byttl>reporter</byttl>, <byttl><org>The Herald</org>"
            "</byttl>, <virtloc>j@example.com</virtloc></byline>"
        ),
        "<byline><byttl><org>AP</org></byttl></byline>",
    ]
    printed = Byline(text="By Jane Roe", span=NOWHERE, authors=(JANE,))
    assert head(printed, authors=(JANE,)) == ["<byline>By <person>Jane Roe</person></byline>"]


def test_a_kicker_needs_a_headline_above_it() -> None:
    assert head(Kicker(text="Ghent", span=NOWHERE)) == [
        '<hedline><hl1/><hl2 class="kicker">Ghent</hl2></hedline>'
    ]


def test_links_and_emphasis_nest() -> None:
    article = article_of(Paragraph(text="See the plan now", span=NOWHERE))
    article = mark(article, "the plan", "link", "https://example.com/p")
    article = mark(mark(article, "plan now", "strong"), "See", "link", "javascript:x")

    assert (
        'See <a href="https://example.com/p">the <em class="strong">plan</em></a>'
        '<em class="strong"> now</em>'
    ) in article.to_nitf()


def test_lists_in_lists_end_somewhere() -> None:
    """Readers of XML refuse what is nested some hundred times."""
    items = [ListItem(text=f"{depth}", span=NOWHERE, depth=depth) for depth in range(500)]
    written = story(*items)

    assert written.count("<ul>") == 17
    assert written.count("<li>") == 500


def test_the_schema_sees_what_nitf_does_not_know() -> None:
    written = article_of(*headlined()).to_nitf()
    for good, bad in (
        ("hl1", "h1"),
        ("<head>", "<head><docdata/>"),
        ('class="kicker"', 'rend="kicker"'),
        ("3.6//EN", "3.5//EN"),
    ):
        assert good in written
        assert not nitf().validate(etree.fromstring(written.replace(good, bad)))
