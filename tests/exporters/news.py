"""Articles with everything that a page may tell, of any text."""

from datetime import datetime, timedelta, timezone
from itertools import pairwise
from typing import Any, get_args

from documents import ADDRESSES, TEXTS, articles
from hypothesis import strategies as st
from msgspec.structs import replace

from articlekit import Article, Image
from articlekit.model import (
    Author,
    Boilerplate,
    BoilerplateKind,
    Byline,
    Contribution,
    Correction,
    Dateline,
    Headline,
    Kicker,
    Mark,
    Node,
    Paragraph,
    PhotoCredit,
    Place,
    Span,
    Standfirst,
    Subheading,
    TimeLine,
    Timestamp,
)

MAYBE = st.none() | TEXTS
OFFSETS = st.builds(lambda minutes: timezone(timedelta(minutes=minutes)), st.integers(-1439, 1439))
MOMENTS = st.datetimes(timezones=st.none() | OFFSETS) | st.sampled_from(
    [
        datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=15))),
        datetime(9999, 12, 31, 23, 59, tzinfo=timezone(timedelta(hours=-15))),
    ]
)
STAMPS = st.builds(
    Timestamp,
    raw=TEXTS,
    value=st.none() | MOMENTS,
    precision=st.sampled_from(["year", "month", "day", "minute", "second", "none"]),
)
AUTHORS = st.builds(
    Author,
    name=TEXTS | st.sampled_from(["Jane Roe", "Reuters"]),
    kind=st.sampled_from(["person", "organisation", "initials"]),
    role=MAYBE,
    organisation=MAYBE,
    location=MAYBE,
    email=MAYBE,
    handle=MAYBE,
    url=st.none() | ADDRESSES,
    credentials=MAYBE,
    contribution=st.sampled_from(get_args(Contribution)),
)
PLACES = st.builds(Place, TEXTS, MAYBE, MAYBE, st.sampled_from(["city", "vessel", "none"]))
SOME_TEXTS = st.lists(TEXTS, max_size=3).map(tuple)
SOME_AUTHORS = st.lists(AUTHORS, max_size=3).map(tuple)
FIELDS: dict[type, dict[str, st.SearchStrategy[Any]]] = {
    Byline: {"authors": SOME_AUTHORS},
    TimeLine: {
        "published": st.none() | STAMPS,
        "modified": st.none() | STAMPS,
        "reading_minutes": st.none() | st.integers(-3, 90),
    },
    Dateline: {
        "places": st.lists(PLACES, max_size=2).map(tuple),
        "date_text": MAYBE,
        "date": st.none() | STAMPS,
        "sources": SOME_TEXTS,
        "reporters": SOME_TEXTS,
    },
    PhotoCredit: {
        "photographers": SOME_TEXTS,
        "agencies": SOME_TEXTS,
        "via": SOME_TEXTS,
        "organisations": SOME_TEXTS,
        "copyright": MAYBE,
        "license": MAYBE,
    },
    Subheading: {"question": st.sampled_from([None, "direct", "indirect"])},
    Correction: {"kind": st.sampled_from(["correction", "editors_note"])},
    Boilerplate: {"kind": st.sampled_from(get_args(BoilerplateKind)), "name": MAYBE},
}


@st.composite
def news(draw: st.DrawFn) -> Article:
    """What `articles` draws, with parts read in its lines and facts beside them."""
    bare = draw(articles())
    nodes = tuple(
        replace(node, **{name: draw(some) for name, some in FIELDS.get(type(node), {}).items()})
        for node in bare.nodes
    )
    facts = {
        "authors": SOME_AUTHORS,
        "url": st.none() | ADDRESSES,
        "canonical_url": st.none() | ADDRESSES,
        "site_name": MAYBE,
        "section": MAYBE,
        "tags": SOME_TEXTS,
        "description": MAYBE,
        "lead_image": st.none() | st.builds(Image, ADDRESSES, MAYBE),
        "stated_headline": st.none() | TEXTS,
        "stated_published": st.none() | STAMPS,
        "stated_modified": st.none() | STAMPS,
        "paywalled": st.booleans(),
    }
    return replace(bare, nodes=nodes, **{name: draw(some) for name, some in facts.items()})


def article_of(*rows: Node, **facts: Any) -> Article:
    """Nodes whose places are set here, one below the other; spans inside them move along."""
    nodes, source = [], ""
    for node in rows:
        nodes.append(replace(node, span=Span(len(source), len(source) + len(node.text))))
        source += node.text + "\n\n"
    return Article(source=source, nodes=tuple(nodes), **facts)


def mark(article: Article, words: str, kind: str, target: str | None = None) -> Article:
    """The article with one stretch of its source marked."""
    start = article.source.index(words)
    found = Mark(Span(start, start + len(words)), kind, target)
    marks = sorted((*article.marks, found), key=lambda one: one.span.start)
    return replace(article, marks=tuple(marks))


NOWHERE = Span(0, 0)
"""For nodes whose place is set by `article_of`."""


def headlined(text: str = "Town votes for wall", kicker: str = "Ghent") -> tuple[Kicker, Headline]:
    return Kicker(text=kicker, span=NOWHERE), Headline(text=text, span=NOWHERE)


def in_order(texts: list[str], whole: str) -> bool:
    """Whether texts stand in another one after the other, white space aside."""
    places = [0]
    for text in texts:
        at = whole.find("".join(text.split()), places[-1])
        if at < 0:
            return False
        places.append(at)
    return all(left <= right for left, right in pairwise(places))


MOMENT = Timestamp(
    "3 May 2026, 10:15", datetime(2026, 5, 3, 10, 15, tzinfo=timezone(timedelta(hours=2))), "minute"
)


def filed_story(author: Author) -> tuple[Node, ...]:
    """Everything that stands over a story of an agency, and its first paragraph."""
    return (
        *headlined(),
        Standfirst(text="It will cost 48 million.", span=NOWHERE),
        Byline(text="By Jane Roe, reporter", span=NOWHERE, authors=(author,)),
        TimeLine(text="3 May 2026, 10:15", span=NOWHERE, published=MOMENT),
        Dateline(
            text="GHENT, Belgium, May 3 (AP) —",
            span=NOWHERE,
            places=(Place("GHENT", country="Belgium"),),
            date_text="May 3",
            date=replace(MOMENT, precision="day"),
            sources=("AP",),
        ),
        Paragraph(text="The council voted.", span=NOWHERE),
    )
