"""What an article says as a `NewsArticle` of schema.org."""

import json
from datetime import datetime

import pytest
from linked_data import check_jsonld
from msgspec.structs import replace
from news import NOWHERE, article_of, headlined

from articlekit import Article, Image
from articlekit.model import (
    Attribution,
    Author,
    Boilerplate,
    Caption,
    Correction,
    Dateline,
    Paragraph,
    PhotoCredit,
    Place,
    Quote,
    Span,
    Standfirst,
    Subheading,
    TimeLine,
    Timestamp,
)

JANE = Author(
    "Jane Roe",
    role="court reporter",
    organisation="The Herald",
    location="Ghent",
    email="jane@example.com",
    handle="@jane",
    url="/jane",
    credentials="PhD",
)
NODES = (
    *headlined(),
    Standfirst(text="It will cost 48 million.", span=NOWHERE),
    TimeLine(text="4 min read", span=NOWHERE, reading_minutes=4),
    Caption(text="The quay.", span=NOWHERE),
    PhotoCredit(
        text="Photo: Bo/AP",
        span=NOWHERE,
        photographers=("Bo",),
        agencies=("AP",),
        via=("Getty Images",),
        copyright="© AP",
    ),
    Dateline(
        text="GHENT, Belgium (AP) —",
        span=NOWHERE,
        places=(Place("GHENT", country="Belgium"),),
        sources=("AP",),
    ),
    Paragraph(text="The council voted.", span=NOWHERE),
    Subheading(text="Why now?", span=NOWHERE, question="direct"),
    Quote(text="“We had no choice.”", span=NOWHERE),
    Attribution(text="Ann Lee said.", span=NOWHERE, speaker="Ann Lee"),
    Subheading(text="What next?", span=NOWHERE, question="direct"),
    Correction(text="An earlier version was wrong.", span=NOWHERE),
    Correction(text="Names were changed.", span=NOWHERE, kind="editors_note"),
    Boilerplate(text="Jane Roe knows Ghent.", span=NOWHERE, kind="author_bio", name="Jane Roe"),
    Boilerplate(text="© 2026 The Herald", span=NOWHERE, kind="copyright"),
    Boilerplate(text="Share this", span=NOWHERE, kind="share"),
)


def told(*nodes: object, **facts: object) -> dict[str, object]:
    record = article_of(*nodes, **facts).to_jsonld()
    check_jsonld(record)
    return record


def test_everything_that_has_a_place() -> None:
    printed = datetime(2026, 5, 3, 10, 15)  # noqa: DTZ001 - without a zone
    moment = Timestamp("3 May 2026, 10:15", printed, "minute")
    record = told(
        *NODES,
        authors=(JANE,),
        language="en",
        canonical_url="https://example.com/wall",
        site_name="The Herald",
        section="News",
        tags=("river", "wall"),
        description="On the wall.",
        lead_image=Image("https://example.com/quay.jpg", "A quay"),
        stated_published=moment,
        stated_modified=replace(moment, precision="day"),
        paywalled=True,
    )

    ap = {"@type": "Organization", "name": "AP"}
    assert record == {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "url": "https://example.com/wall",
        "headline": "Town votes for wall",
        "alternativeHeadline": "Ghent",
        "description": "On the wall.",
        "abstract": "It will cost 48 million.",
        "dateline": "GHENT, Belgium (AP) —",
        "locationCreated": [
            {
                "@type": "Place",
                "name": "GHENT",
                "address": {
                    "@type": "PostalAddress",
                    "addressLocality": "GHENT",
                    "addressCountry": "Belgium",
                },
            }
        ],
        "sourceOrganization": [ap],
        "author": [
            {
                "@type": "Person",
                "name": "Jane Roe",
                "alternateName": "@jane",
                "url": "/jane",
                "email": "jane@example.com",
                "description": "Jane Roe knows Ghent.",
                "honorificSuffix": "PhD",
                "jobTitle": "court reporter",
                "worksFor": {"@type": "Organization", "name": "The Herald"},
                "workLocation": {"@type": "Place", "name": "Ghent"},
            }
        ],
        "publisher": {"@type": "Organization", "name": "The Herald"},
        "copyrightNotice": "© 2026 The Herald",
        "datePublished": "2026-05-03T10:15:00",
        "dateModified": "2026-05-03",
        "inLanguage": "en",
        "articleSection": "News",
        "keywords": ["river", "wall"],
        "isAccessibleForFree": False,
        "timeRequired": "PT4M",
        "image": [
            {
                "@type": "ImageObject",
                "url": "https://example.com/quay.jpg",
                "description": "A quay",
                "representativeOfPage": True,
            },
            {
                "@type": "ImageObject",
                "caption": "The quay.",
                "creditText": "Photo: Bo/AP",
                "creator": [{"@type": "Person", "name": "Bo"}],
                "sourceOrganization": [ap, {"@type": "Organization", "name": "Getty Images"}],
                "copyrightNotice": "© AP",
            },
        ],
        "articleBody": "GHENT, Belgium (AP) — The council voted.\n\nWhy now?\n\n“We had no choice.”"
        "\n\nAnn Lee said.\n\nWhat next?",
        "correction": ["An earlier version was wrong."],
        "hasPart": {
            "@type": "FAQPage",
            "mainEntity": [
                {
                    "@type": "Question",
                    "name": "Why now?",
                    "acceptedAnswer": {
                        "@type": "Answer",
                        "text": "“We had no choice.”\n\nAnn Lee said.",
                    },
                }
            ],
        },
    }


def test_nothing_known_is_nothing_said() -> None:
    assert told() == {"@context": "https://schema.org", "@type": "NewsArticle"}


def test_the_standfirst_describes_where_the_metadata_do_not() -> None:
    record = told(Standfirst(text="A wall.", span=NOWHERE))

    assert record["description"] == "A wall."
    assert "abstract" not in record


@pytest.mark.parametrize(
    ("contribution", "kind", "name"),
    [
        ("text", "person", "author"),
        ("reporting", "initials", "author"),
        ("writing", "organisation", "author"),
        ("editing", "person", "editor"),
        ("editing", "organisation", "contributor"),
        ("translation", "organisation", "translator"),
        ("photo", "person", "contributor"),
        ("additional_reporting", "person", "contributor"),
    ],
)
def test_what_somebody_did_names_the_property(contribution: str, kind: str, name: str) -> None:
    record = told(authors=(Author("Roe", kind=kind, contribution=contribution),))
    party = "Organization" if kind == "organisation" else "Person"

    assert record[name] == [{"@type": party, "name": "Roe"}]


def test_an_organisation_has_no_job() -> None:
    desk = replace(JANE, kind="organisation", name="Courts desk", credentials=None)
    found = told(authors=(desk,))["author"][0]

    assert found["parentOrganization"] == {"@type": "Organization", "name": "The Herald"}
    assert found["location"] == {"@type": "Place", "name": "Ghent"}
    assert not {"jobTitle", "worksFor", "workLocation"} & set(found)


def test_the_lead_picture_stands_first_and_once() -> None:
    article = replace(
        article_of(
            *headlined(), *(Paragraph(text=text, span=NOWHERE) for text in ("One.", "Two."))
        ),
        images=(
            Image("https://example.com/1.jpg", "1", 3),
            Image("https://example.com/2.jpg", "2", 2),
        ),
        lead_image=Image("https://example.com/1.jpg"),
    )

    assert [
        (one["url"][-5:], "representativeOfPage" in one) for one in article.to_jsonld()["image"]
    ] == [
        ("1.jpg", True),
        ("2.jpg", False),
    ]


def test_a_vessel_has_no_address() -> None:
    node = Dateline(text="ABOARD —", span=NOWHERE, places=(Place("ABOARD", kind="vessel"),))

    assert told(node)["locationCreated"] == [{"@type": "Place", "name": "ABOARD"}]


def test_what_is_no_question_is_no_page_of_questions() -> None:
    rows = [Subheading(text="The wall", span=NOWHERE), Paragraph(text="It stands.", span=NOWHERE)]

    assert "hasPart" not in told(*rows)
    assert "hasPart" not in told(replace(rows[0], question="indirect"), rows[1])
    assert "hasPart" in told(replace(rows[0], question="direct"), rows[1])


def test_the_checker_sees_what_schema_org_does_not_know() -> None:
    """A checker that lets everything pass would be none."""
    for bad in (
        {"kicker": "x"},
        {"author": "Jane"},
        {"datePublished": "3 May"},
        {"isAccessibleForFree": "no"},
        {"url": "https://example.com/a b"},
        {"timeRequired": "4 minutes"},
        {"headline": ""},
        {"editor": [{"@type": "Organization", "name": "x"}]},
        {"articleBody": "\ud800"},
    ):
        with pytest.raises((AssertionError, UnicodeEncodeError, ValueError)):
            check_jsonld({"@context": "https://schema.org", "@type": "NewsArticle", **bad})


def test_it_can_be_written_as_json() -> None:
    article = Article("\ud800", (Paragraph(text="\ud800\x00", span=Span(0, 1)),))

    assert json.loads(json.dumps(article.to_jsonld(), ensure_ascii=False).encode()) == {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "articleBody": "\ufffd",
    }
