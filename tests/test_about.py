"""What a small page says about itself and shows, reconciled; of text, only what it shows."""

import datetime as dt

import pytest
from lxml import etree

import articlekit
from articlekit.article import Article

PROSE = "The council voted on Monday evening for a wall that will keep the river out of the lower town. "
URL = "https://www.example.com/2026/05/03/news/wall"
HEAD = """
<title>Council votes for wall | The Herald</title>
<meta property="og:site_name" content="The Herald">
<meta name="description" content="The wall is to keep the river out.">
<link rel="canonical" href="https://www.example.com/news/wall">
<meta property="og:image" content="/pictures/quay.jpg">
"""
DATA = """
<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Council votes for wall",
"author": {"@type": "Person", "name": "Jane Roe"}, "articleSection": "Local",
"datePublished": "2026-05-03T10:15:00+02:00", "dateModified": "2026-05-04T08:00:00+02:00",
"keywords": ["floods", "Ghent"] %s}</script>
"""


def page(
    head: str = "", *, byline: str = "By Jane Roe", inside: str = "", url: str | None = URL
) -> Article:
    source = f"""<html lang="en"><head>{HEAD}{head}</head><body>
    <nav><a href="/">Home</a> <a href="/news">News</a></nav>
    <article><h1>Council votes for wall</h1><p class="byline">{byline}</p>
    <p>{PROSE * 2}</p>{inside}<p>{PROSE * 3}</p><p>{PROSE}</p></article>
    <footer><p><a href="/about">About us</a></p></footer></body></html>"""
    return articlekit.parse_html(source, url)


def names(article: Article) -> list[str]:
    return [author.name for author in article.authors]


def test_authors_are_the_shown_ones_and_the_stated_ones_alike() -> None:
    assert names(page(DATA % "")) == ["Jane Roe"]
    assert names(page()) == ["Jane Roe"]


def test_stated_authors_stand_in_where_the_page_shows_none() -> None:
    assert names(page(DATA % "", byline="Ghent")) == ["Jane Roe"]


def test_moments_come_from_the_metadata() -> None:
    article = page(DATA % "")

    assert article.published.value == dt.datetime.fromisoformat("2026-05-03T10:15:00+02:00")
    assert article.modified.value == dt.datetime.fromisoformat("2026-05-04T08:00:00+02:00")
    assert article.stated_published is article.published


def test_the_address_dates_a_page_that_says_nothing() -> None:
    article = page()

    assert article.published.value == dt.datetime(2026, 5, 3)  # noqa: DTZ001 - a day is printed
    assert article.published.precision == "day"
    assert article.modified is None
    assert page(url=None).published is None


def test_a_time_line_dates_a_page() -> None:
    article = page(inside="", byline="By Jane Roe</p><p>Published: May 2, 2026, 9:30 am", url=None)

    assert article.published.value.replace(tzinfo=None) == dt.datetime(2026, 5, 2, 9, 30)  # noqa: DTZ001


def test_pictures_have_whole_addresses_and_a_place() -> None:
    article = page(inside='<figure><img src="/pictures/mill.jpg" alt="The mill"></figure>')

    [image] = article.images
    assert (image.url, image.alt) == ("https://www.example.com/pictures/mill.jpg", "The mill")
    assert PROSE.strip() in article.nodes[image.before].text
    assert article.lead_image.url == "https://www.example.com/pictures/quay.jpg"


@pytest.mark.parametrize("source", ["data:image/gif;base64,R0lGOD", "javascript:x", ""])
def test_what_cannot_be_opened_is_no_picture(source: str) -> None:
    assert page(inside=f'<img src="{source}" alt="x">').images == ()


def test_long_descriptions_of_pictures_are_cut() -> None:
    [image] = page(inside=f'<img src="/a.jpg" alt="{"mill " * 999}">').images

    assert len(image.alt) == 1024


def test_facts_of_the_page() -> None:
    article = page(DATA % ', "isAccessibleForFree": false')

    assert article.site_name == "The Herald"
    assert article.canonical_url == "https://www.example.com/news/wall"
    assert (article.section, article.tags) == ("Local", ("floods", "Ghent"))
    assert article.description == "The wall is to keep the river out."
    assert article.stated_headline == article.title == "Council votes for wall"
    assert article.paywalled
    assert not page(DATA % "").paywalled


def test_links_stand_off() -> None:
    article = page(
        inside='<p>The plan of <a href="/plan">the wall</a> is on show in the town hall.</p>'
    )
    marks = [mark for mark in article.marks if mark.target == "/plan"]

    assert [article.source[m.span.start : m.span.end] for m in marks] == ["the wall"]


def test_text_knows_what_it_shows_and_its_address() -> None:
    source = f"Council votes for wall\n\nBy Jane Roe\n\n{PROSE * 2}\n\n{PROSE}"
    article = articlekit.parse_text(source, URL)

    assert names(article) == ["Jane Roe"]
    assert article.published.value == dt.datetime(2026, 5, 3)  # noqa: DTZ001 - a day is printed
    assert (article.images, article.marks, article.stated_headline) == ((), (), None)
    assert (article.site_name, article.canonical_url, article.tags) == (None, None, ())
    assert not article.paywalled


def test_a_printed_date_comes_before_that_of_the_address() -> None:
    source = (
        f"Council votes for wall\n\nBy Jane Roe\n\nPublished: May 2, 2026\n\n{PROSE * 2}\n\n{PROSE}"
    )

    assert articlekit.parse_text(source, URL).published.raw == "May 2, 2026"


def test_without_an_address_pictures_keep_what_is_printed() -> None:
    [image] = page(inside='<img src="a.jpg" alt="x">', url=None).images

    assert image.url == "a.jpg"
    assert page(inside='<img src="javascript:x" alt="x">', url=None).images == ()


def test_nodes_of_a_page_tell_their_element() -> None:
    """As XPath: what stands there has the node's text."""
    source = f"""<html><body><nav><a href="/">Home</a></nav><article><h1>Council votes for wall</h1>
    <p>{PROSE}</p><p><b>{PROSE}</b></p></article></body></html>"""
    tree = etree.fromstring(source, etree.HTMLParser())
    nodes = articlekit.parse_html(source).nodes

    assert len(nodes) == 4
    for node in nodes:
        [found] = tree.xpath(node.path)
        assert " ".join("".join(found.itertext()).split()) == node.text
    assert {node.path for node in articlekit.parse_text(PROSE).nodes} == {None}
