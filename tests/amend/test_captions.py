"""Captions and credits of pages: the labels are given here, so that nothing learned has a say."""

import pytest

from articlekit.amend.captions import amend_captions
from articlekit.article import Article
from articlekit.assemble import assemble
from articlekit.parser import observe, open_draft
from articlekit.readers.html import read_html
from articlekit.readers.text import read_text
from articlekit.settle import Verdict

CAPTION = "The crew and its boat before the long row."


def amended(markup: str, label: str, confidence: float = 0.5) -> str:
    """What the only block of a page is amended to when it was settled as `label`."""
    draft = open_draft(read_html(f"<body>{markup}"), "en")
    assert len(draft.blocks) == 1
    return amend_captions(draft, [Verdict(label, confidence, ())])[0].label


def nodes(markup: str, label: str = "caption") -> list[tuple[str, str]]:
    """The nodes of a page whose only block is settled as `label`, by kind and text."""
    draft = open_draft(read_html(f"<body>{markup}"), "en")
    assert len(draft.blocks) == 1
    found, _ = assemble(draft, observe(draft), [Verdict(label, 1.0, ())])
    article = Article(draft.source, found)
    for node in article.nodes:
        assert article.source[node.span.start : node.span.end] == node.text
    return [(type(node).__name__, node.text) for node in article.nodes]


FIGCAPTION = f"<figure><img src=a.jpg><figcaption>{CAPTION}</figcaption></figure>"
NAMED = f'<div><img src=a.jpg><p class="imageCaption">{CAPTION}</p></div>'
AMENDED = [
    ("a figcaption", FIGCAPTION, "paragraph", 0.99, "caption"),
    ("called a caption", NAMED, "standfirst", 0.99, "caption"),
    ("called a caption, among teasers", NAMED, "related", 0.4, "caption"),
    ("surely a teaser", NAMED, "related", 0.9, "related"),
    ("who speaks, under a portrait", FIGCAPTION, "attribution", 0.5, "attribution"),
    (
        "the number of a picture",
        "<figure><img src=a.jpg><figcaption>2/7</figcaption></figure>",
        "caption",
        0.9,
        "tools",
    ),
    ("no picture above", f"<p class=caption>{CAPTION}</p>", "paragraph", 0.5, "paragraph"),
    (
        "a link to another story",
        f"<a href=/b><img src=a.jpg><p class=caption>{CAPTION}</p></a>",
        "paragraph",
        0.5,
        "paragraph",
    ),
    ("reads as a credit", "<img src=a.jpg><p>Photo: Ann Lee</p>", "subheading", 0.4, "credit"),
    (
        "reads as one, but is sure",
        "<img src=a.jpg><p>Photo: Ann Lee</p>",
        "related",
        0.9,
        "related",
    ),
    ("an agency alone", "<img src=a.jpg><p>Reuters</p>", "byline", 0.5, "byline"),
    (
        "called a credit",
        "<img src=a.jpg><p class=img__credits>Tidewater</p>",
        "tools",
        0.4,
        "credit",
    ),
    ("a labelled copyright line", "<p>Photo: Ann Lee</p>", "copyright", 0.99, "credit"),
    (
        "a copyright line in a figure",
        "<figure><footer>AFP/Ann Lee</footer></figure>",
        "copyright",
        0.99,
        "credit",
    ),
    ("a copyright line", "<p>© 2026 The Herald</p>", "copyright", 0.99, "copyright"),
    ("a mark without a label", "<p>© Ann Lee/AFP</p>", "copyright", 0.99, "copyright"),
    (
        "a caption that is a link",
        "<p><a href=/b>Why ferries are late</a>",
        "caption",
        0.9,
        "related",
    ),
    (
        "a link in a figure",
        f"<figure><a href=/b>{CAPTION}</a></figure>",
        "caption",
        0.9,
        "caption",
    ),
]


@pytest.mark.parametrize(
    ("markup", "label", "confidence", "expected"),
    [case[1:] for case in AMENDED],
    ids=[case[0] for case in AMENDED],
)
def test_what_the_page_says_is_heard(
    markup: str, label: str, confidence: float, expected: str
) -> None:
    assert amended(markup, label, confidence) == expected


def beside(markup: str, *verdicts: Verdict) -> list[str]:
    """What the blocks of a page are amended to."""
    draft = open_draft(read_html(f"<body>{markup}"), "en")
    return [verdict.label for verdict in amend_captions(draft, verdicts)]


SHOWN = Verdict("caption", 0.6, (), "paragraph")
SHOWS = [
    ("nothing to show", f"<p>{CAPTION}", SHOWN, "paragraph"),
    ("a picture right above", f"<img src=a.jpg><p>{CAPTION}", SHOWN, "caption"),
    ("a figure", f"<figure><p>{CAPTION}</p></figure>", SHOWN, "caption"),
    ("a name", f"<div class=photo-caption><p>{CAPTION}</p></div>", SHOWN, "caption"),
    ("a credit", f"<p>{CAPTION} Photo: Ann Lee", SHOWN, "caption"),
    ("nothing came next", f"<p>{CAPTION}", Verdict("caption", 1.0, ()), "caption"),
    ("the source of a story", "<p>Source: The Herald", Verdict("credit", 1.0, ()), "signoff"),
    (
        "the source of a picture",
        "<figure><p>Source: The Herald</p></figure>",
        Verdict("credit", 1.0, ()),
        "credit",
    ),
    ("a credit at the end", "<p>Photo: Ann Lee", Verdict("credit", 1.0, ()), "credit"),
]


@pytest.mark.parametrize(
    ("markup", "verdict", "expected"), [case[1:] for case in SHOWS], ids=[case[0] for case in SHOWS]
)
def test_a_caption_shows_a_picture(markup: str, verdict: Verdict, expected: str) -> None:
    assert beside(markup, verdict) == [expected]


def test_a_credit_may_stand_between_picture_and_caption() -> None:
    markup = f"<img src=a.jpg><p>Photo: Ann Lee</p><p>{CAPTION}</p><p>{CAPTION}</p>"
    found = beside(markup, Verdict("credit", 1.0, ()), SHOWN, SHOWN)
    assert found == ["credit", "caption", "paragraph"]


def test_what_was_amended_is_told() -> None:
    draft = open_draft(read_html(FIGCAPTION), "en")
    verdict = amend_captions(draft, [Verdict("paragraph", 0.9, ())])[0]
    assert verdict.evidence[0].name == "called-caption"
    assert verdict.runner_up == "paragraph"


def test_raw_text_stays_as_it_is() -> None:
    draft = open_draft(read_text("Photo: Ann Lee"), "en")
    verdicts = [Verdict("copyright", 0.5, ())]
    assert amend_captions(draft, verdicts) == verdicts


def figure(inside: str) -> str:
    return f"<figure><img src=a.jpg><figcaption>{inside}</figcaption></figure>"


SPLIT = [
    ("class", f"{CAPTION} <span class=credit>Tidewater Club</span>", "Tidewater Club"),
    ("class in parts", f"{CAPTION}<span class=c-media__credit>Tidewater</span>", "Tidewater"),
    ("class in capitals", f"{CAPTION} <em class='CaptionCredit-x1'>Tidewater</em>", "Tidewater"),
    (
        "author",
        f"{CAPTION}<strong class='author ml-1'>Lent by a friend</strong>",
        "Lent by a friend",
    ),
    ("itemprop", f"{CAPTION} <span itemprop=copyrightHolder>the club</span>", "the club"),
    (
        "two neighbours",
        f"{CAPTION} <span class=copyright>Rights of </span><span class=credit>Tidewater</span>",
        "Rights of Tidewater",
    ),
    (
        "one in the other",
        f"{CAPTION}<span class=source><span class=author>AFP</span></span>",
        "AFP",
    ),
]


@pytest.mark.parametrize(
    ("inside", "credit"), [case[1:] for case in SPLIT], ids=[case[0] for case in SPLIT]
)
def test_a_marked_credit_is_split_off(inside: str, credit: str) -> None:
    assert nodes(figure(inside)) == [("Caption", CAPTION), ("PhotoCredit", credit)]


def test_a_credit_may_stand_first() -> None:
    found = nodes(figure(f"<span class=credit>Tidewater Club</span> {CAPTION}"))
    assert found == [("PhotoCredit", "Tidewater Club"), ("Caption", CAPTION)]


def test_other_stretches_are_no_credits() -> None:
    inside = f"<span class=place>The pier.</span> {CAPTION} <span class=more>All about it</span>"
    assert [kind for kind, _ in nodes(figure(inside))] == ["Caption"]


def test_words_of_the_viewer_are_tools() -> None:
    found = nodes(figure(f"{CAPTION} Photo: Ann Lee/AFP <span role=button>Show more</span>"))
    assert found == [
        ("Caption", CAPTION),
        ("PhotoCredit", "Photo: Ann Lee/AFP"),
        ("Boilerplate", "Show more"),
    ]


UNREAD = [
    ("under a picture", figure("Peter Wood"), "Caption"),
    ("called one", "<p class=image-credit>the rowing club", "PhotoCredit"),
    ("in brackets", figure("(the rowing club)"), "PhotoCredit"),
    ("with a label", figure("Photo: taken by one of the two"), "PhotoCredit"),
    ("the label of a credit in pieces", figure("Image:"), "PhotoCredit"),
    ("a label called one", "<p class=image-credit>Photo credit", "Boilerplate"),
    ("a bracket alone", figure("("), "Boilerplate"),
    ("anywhere else", "<p>the rowing club", "Boilerplate"),
]


@pytest.mark.parametrize(
    ("markup", "kind"), [case[1:] for case in UNREAD], ids=[case[0] for case in UNREAD]
)
def test_a_credit_that_does_not_read_as_one(markup: str, kind: str) -> None:
    assert [found for found, _ in nodes(markup, "credit")] == [kind]
