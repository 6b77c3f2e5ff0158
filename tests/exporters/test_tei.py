"""What an article says as a document of TEI P5."""

import pytest
from lxml import etree
from news import MOMENT, NOWHERE, article_of, filed_story, headlined, mark
from standards import check_tei, tei

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
    ListItem,
    Paragraph,
    PhotoCredit,
    PullQuote,
    Quote,
    Standfirst,
    Subheading,
    Table,
    TimeLine,
    Timestamp,
)

JANE = Author(
    "Jane Roe",
    role="reporter",
    organisation="The Herald",
    location="Ghent",
    email="j@example.com",
    handle="@jane",
    url="https://example.com/j",
    credentials="PhD",
)


def body(*nodes: object, **facts: object) -> str:
    """What stands in `body`."""
    document = article_of(*nodes, **facts).to_tei()
    check_tei(document)
    return document.partition("<body>\n")[2].partition("\n</body>")[0]


def test_a_whole_document() -> None:
    article = article_of(
        *filed_story(JANE),
        Boilerplate(text="© 2026 The Herald", span=NOWHERE, kind="copyright"),
        Boilerplate(text="Share this", span=NOWHERE, kind="share"),
        authors=(
            JANE,
            Author("Bea", contribution="editing"),
            Author("AP", kind="organisation", contribution="additional_reporting"),
        ),
        language="en",
        url="https://example.com/wall",
        site_name="The Herald",
        section="News",
        tags=("river", "wall"),
        description="On the wall.",
        stated_published=MOMENT,
        stated_modified=Timestamp("Feb 26"),
        paywalled=True,
    )
    written = article.to_tei(boilerplate=True)

    check_tei(written)
    assert (
        written
        == """<?xml version="1.0"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0">
<teiHeader>
<fileDesc>
<titleStmt>
<title type="main">Town votes for wall</title>
<author><persName>Jane Roe<addName type="credentials">PhD</addName></persName>\
<roleName>reporter</roleName><affiliation>The Herald</affiliation><placeName>Ghent</placeName>\
<email>j@example.com</email><idno type="handle">@jane</idno><ptr target="https://example.com/j"/></author>
<editor><persName>Bea</persName></editor>
<respStmt><resp>additional reporting</resp><orgName>AP</orgName></respStmt>
</titleStmt>
<publicationStmt>
<publisher>The Herald</publisher>
<idno type="URI">https://example.com/wall</idno>
<availability status="restricted"><p>© 2026 The Herald</p></availability>
<date when="2026-05-03T10:15:00+02:00">3 May 2026, 10:15</date>
</publicationStmt>
<sourceDesc><bibl><title level="a">Town votes for wall</title><title level="j">The Herald</title>\
<biblScope unit="section">News</biblScope>\
<date type="published" when="2026-05-03T10:15:00+02:00">3 May 2026, 10:15</date>\
<date type="modified">Feb 26</date><ptr target="https://example.com/wall"/></bibl></sourceDesc>
</fileDesc>
<profileDesc>
<abstract><p>On the wall.</p></abstract>
<langUsage><language ident="en"/></langUsage>
<textClass><keywords><term>river</term><term>wall</term></keywords></textClass>
</profileDesc>
</teiHeader>
<text xml:lang="en">
<body>
<head type="kicker">Ghent</head>
<head type="main">Town votes for wall</head>
<argument><p>It will cost 48 million.</p></argument>
<byline>By <persName>Jane Roe</persName>, <roleName>reporter</roleName></byline>
<docDate when="2026-05-03T10:15:00+02:00">3 May 2026, 10:15</docDate>
<dateline><placeName>GHENT</placeName>, <country>Belgium</country>, <date when="2026-05-03">May 3</date> \
(<orgName>AP</orgName>) —</dateline>
<p>The council voted.</p>
</body>
<back>
<div type="copyright">
<p>© 2026 The Herald</p>
</div>
<div type="share">
<p>Share this</p>
</div>
</back>
</text>
</TEI>"""
    )


def test_the_least_document() -> None:
    written = article_of().to_tei()

    check_tei(written)
    assert written.endswith("<text>\n<body>\n<p/>\n</body>\n</text>\n</TEI>")
    assert "<publisher/>" in written
    assert article_of().to_tei(boilerplate=True) == written


CASES = [
    (
        [
            ListItem(text="3. One", span=NOWHERE, marker="3."),
            ListItem(text="Two", span=NOWHERE, depth=1),
        ],
        '<list rend="numbered">\n<item n="3.">One<list rend="bulleted">\n<item>Two</item></list></item></list>',
    ),
    (
        [Quote(text="“We stay.”", span=NOWHERE), Attribution(text="Ann Lee", span=NOWHERE)],
        "<cit><quote>“We stay.”</quote><bibl>Ann Lee</bibl></cit>",
    ),
    ([PullQuote(text="“We stay.”", span=NOWHERE)], '<quote type="pull">“We stay.”</quote>'),
    ([Attribution(text="Ann Lee", span=NOWHERE)], "<p>Ann Lee</p>"),
    (
        [Table(text="Ghent 12", span=NOWHERE, rows=(("Ghent", "1 < 2"), ()))],
        "<table>\n<row><cell>Ghent</cell><cell>1 &lt; 2</cell></row>\n<row><cell/></row>\n</table>",
    ),
    ([Table(text="Ghent 12", span=NOWHERE)], "<p>Ghent 12</p>"),
    (
        [Code(text="a\n  <b>", span=NOWHERE)],
        '<ab xml:space="preserve"><code>a\n  &lt;b&gt;</code></ab>',
    ),
    ([Embed(text="A post", span=NOWHERE)], '<ab type="embed">A post</ab>'),
    ([Standfirst(text="A wall.", span=NOWHERE)], '<ab type="standfirst">A wall.</ab>'),
    ([Byline(text="By Bea", span=NOWHERE)], '<ab type="byline">By Bea</ab>'),
    ([TimeLine(text="10:15", span=NOWHERE)], "<p><date>10:15</date></p>"),
    (
        [Correction(text="It was wrong.", span=NOWHERE, kind="editors_note")],
        '<note type="editors_note">It was wrong.</note>',
    ),
    (
        [
            Caption(text="The quay.", span=NOWHERE),
            PhotoCredit(text="Photo: Bo/AP", span=NOWHERE, photographers=("Bo",), agencies=("AP",)),
        ],
        (
            '<figure><head>The quay.</head><ab type="credit">Photo: <persName>Bo</persName>/'
            "<orgName>AP</orgName></ab></figure>"
        ),
    ),
    (
        [Dateline(text="LIMA —", span=NOWHERE), Paragraph(text="A vote.", span=NOWHERE)],
        '<p><seg type="dateline">LIMA —</seg> A vote.</p>',
    ),
    (
        [Dateline(text="LIMA —", span=NOWHERE), Quote(text="“No.”", span=NOWHERE)],
        '<p><seg type="dateline">LIMA —</seg> <quote>“No.”</quote></p>',
    ),
    ([Dateline(text="LIMA —", span=NOWHERE)], '<p><seg type="dateline">LIMA —</seg></p>'),
]


@pytest.mark.parametrize(("nodes", "written"), CASES)
def test_a_block(nodes: list[object], written: str) -> None:
    assert body(Paragraph(text="One.", span=NOWHERE), *nodes) == f"<p>One.</p>\n{written}"


def test_a_picture() -> None:
    image = Image("https://example.com/a[b].jpg", "A quay", 1)
    rows = (Paragraph(text=text, span=NOWHERE) for text in ("One.", "Two."))

    assert body(*rows, images=(image,)) == (
        '<p>One.</p>\n<figure><graphic url="https://example.com/a%5Bb%5D.jpg"/>'
        "<figDesc>A quay</figDesc></figure>\n<p>Two.</p>"
    )


def test_divisions_nest_as_the_subheadings_do() -> None:
    levels = [2, 3, 9, 3, 2, -1]
    rows = (Subheading(text=f"{level}", span=NOWHERE, level=level) for level in levels)
    root = etree.fromstring(article_of(*rows).to_tei())

    def outline(element: etree._Element) -> list[object]:
        divisions = element.findall("{*}div")
        return [[division.findtext("{*}head"), *outline(division)] for division in divisions]

    assert outline(root.find(".//{*}body")) == [["2", ["3", ["9"]], ["3"]], ["2"], ["-1"]]
    check_tei(article_of(*headlined()).to_tei())


@pytest.mark.parametrize(
    "node", [Correction(text="A.", span=NOWHERE), Caption(text="A.", span=NOWHERE)]
)
def test_a_body_of_notes_and_figures_has_a_paragraph(node: object) -> None:
    """TEI wants one that may stand for the text."""
    assert body(node).endswith("\n<p/>")


def test_links_emphasis_and_code_nest() -> None:
    article = article_of(Paragraph(text="See the plan now", span=NOWHERE))
    article = mark(article, "the plan", "link", "https://example.com/p")
    article = mark(mark(article, "plan now", "strong"), "now", "code")
    article = mark(mark(article, "the", "emphasis"), "See", "link", "javascript:x")
    written = article.to_tei()

    check_tei(written)
    assert (
        'See <ref target="https://example.com/p"><hi rend="italic">the</hi> <hi rend="bold">plan</hi>'
        '</ref><hi rend="bold"> <code>now</code></hi>'
    ) in written


def test_the_schema_sees_what_tei_does_not_know() -> None:
    rows = (
        *headlined(),
        Paragraph(text="One.", span=NOWHERE),
        Subheading(text="Why?", span=NOWHERE),
    )
    written = article_of(*rows, language="en").to_tei()
    for good, bad in (
        ("<p>One.</p>", "<para>One.</para>"),
        ("<p>One.</p>", "One."),
        ("<p>One.</p>", "<p>One.</p><byline>By</byline>"),
        ("</div>", "</div><p>Two.</p>"),
        ('type="main"', 'kind="main"'),
        ('xml:lang="en"', 'xml:lang="en_GB"'),
        ("<publisher/>", ""),
    ):
        assert good in written
        assert not tei().validate(etree.fromstring(written.replace(good, bad)))
