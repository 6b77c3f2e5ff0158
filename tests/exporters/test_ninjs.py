"""What an article says as a news object of ninjs 3.1."""

from datetime import UTC, datetime

import pytest
from msgspec.structs import replace
from news import NOWHERE, article_of, headlined
from standards import check_ninjs, ninjs

from articlekit import Article, Image
from articlekit.model import (
    Author,
    Boilerplate,
    Byline,
    Caption,
    Dateline,
    Paragraph,
    PhotoCredit,
    Place,
    Standfirst,
    Timestamp,
)

NODES = (
    *headlined(),
    Standfirst(text="It will cost 48 million.", span=NOWHERE),
    Byline(text="By Jane Roe", span=NOWHERE),
    Dateline(
        text="SPRINGFIELD, Ill. (AP) —",
        span=NOWHERE,
        places=(Place("SPRINGFIELD", region="Ill."),),
        sources=("AP",),
    ),
    Paragraph(text="The council voted.", span=NOWHERE),
    Caption(text="The quay.", span=NOWHERE),
    PhotoCredit(
        text="Photo: Bo/AP, Herald",
        span=NOWHERE,
        photographers=("Bo",),
        agencies=("AP",),
        organisations=("Herald",),
        copyright="© AP",
        license="CC BY 4.0",
    ),
    Boilerplate(text="© 2026 The Herald", span=NOWHERE, kind="copyright"),
)
JANE = Author(
    "Jane Roe",
    role="reporter",
    email="jane@example.com",
    handle="@jane",
    url="https://example.com/j",
)


def told(*nodes: object, **facts: object) -> dict[str, object]:
    record = article_of(*nodes, **facts).to_ninjs()
    check_ninjs(record)
    return record


def test_everything_that_has_a_place() -> None:
    moment = Timestamp("3 May 2026, 10:15", datetime(2026, 5, 3, 10, 15, tzinfo=UTC), "minute")
    record = told(
        *NODES,
        authors=(JANE, Author("Bea", contribution="editing")),
        language="en",
        url="https://example.com/wall",
        site_name="The Herald",
        section="News",
        tags=("river",),
        description="On the wall.",
        stated_published=moment,
        stated_modified=moment,
        images=(Image("https://example.com/quay.jpg", "A quay", 6),),
    )

    figure = '<figure><img src="https://example.com/quay.jpg" alt="A quay"><figcaption>The quay. <small>Photo: Bo/AP, Herald</small></figcaption></figure>'
    assert record == {
        "standard": {
            "name": "ninjs",
            "version": "3.1",
            "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#",
        },
        "uri": "https://example.com/wall",
        "type": "text",
        "language": "en",
        "firstCreated": "2026-05-03T10:15:00+00:00",
        "versionCreated": "2026-05-03T10:15:00+00:00",
        "headlines": [
            {"role": "main", "value": "Town votes for wall"},
            {"role": "kicker", "value": "Ghent"},
        ],
        "descriptions": [
            {"role": "standfirst", "value": "It will cost 48 million."},
            {"role": "summary", "value": "On the wall."},
        ],
        "by": "By Jane Roe",
        "located": "SPRINGFIELD, Ill.",
        "places": [{"name": "SPRINGFIELD, Ill.", "rel": "dateline"}],
        "infoSources": [
            {
                "name": "Jane Roe",
                "role": "author",
                "uri": "https://example.com/j",
                "contactInfo": [
                    {"type": "email", "value": "jane@example.com"},
                    {"type": "handle", "value": "@jane"},
                ],
            },
            {"name": "Bea", "role": "editor"},
            {"name": "AP", "role": "agency"},
            {"name": "The Herald", "role": "publisher"},
        ],
        "subjects": [{"name": "News", "rel": "section"}, {"name": "river", "rel": "keyword"}],
        "copyrightNotice": "© 2026 The Herald",
        "bodies": [
            {
                "role": "main",
                "contentType": "text/html",
                "value": f"<p><b>SPRINGFIELD, Ill. (AP) —</b> The council voted.</p>\n{figure}",
            },
            {
                "role": "main",
                "contentType": "text/plain",
                "value": "SPRINGFIELD, Ill. (AP) — The council voted.",
            },
        ],
        "associations": [
            {
                "name": "picture 1",
                "uri": "https://example.com/quay.jpg",
                "type": "picture",
                "descriptions": [
                    {"role": "caption", "value": "The quay."},
                    {"role": "alternative text", "value": "A quay"},
                ],
                "by": "Photo: Bo/AP, Herald",
                "infoSources": [
                    {"name": "Bo", "role": "photographer"},
                    {"name": "AP", "role": "agency"},
                ],
                "copyrightHolder": "Herald",
                "copyrightNotice": "© AP",
                "usageTerms": "CC BY 4.0",
                "renditions": [{"name": "main", "href": "https://example.com/quay.jpg"}],
            }
        ],
    }


def test_a_text_without_address_is_named_by_its_hash() -> None:
    """The name of the empty text is that of SHA-256 of nothing (RFC 6920)."""
    assert told()["uri"] == "ni:///sha-256;47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU"
    assert told(*NODES)["uri"] == told(*NODES)["uri"] != told()["uri"]
    assert Article("\ud800").to_ninjs()["uri"] != told()["uri"]


def test_pictures_without_address_are_named_by_their_lines() -> None:
    first, second = (
        told(Caption(text=text, span=NOWHERE))["associations"][0] for text in ("One.", "Two.")
    )

    assert first["uri"].startswith("ni:///sha-256;")
    assert first["uri"] != second["uri"]
    assert "renditions" not in first


def test_relative_pictures_have_no_rendition() -> None:
    (found,) = told(
        *headlined(), Caption(text="A.", span=NOWHERE), images=(Image("/a.jpg", None, 2),)
    )["associations"]

    assert found["uri"].startswith("ni:")
    assert "renditions" not in found


def test_the_lead_picture_stands_first_even_where_the_page_does_not_show_it() -> None:
    lead = Image("https://example.com/lead.jpg", "A quay")
    found = told(Caption(text="A.", span=NOWHERE), lead_image=lead)["associations"]

    assert [(one["name"], one.get("rel"), one["uri"][:7]) for one in found] == [
        ("picture 1", "lead", "https:/"),
        ("picture 2", None, "ni:///s"),
    ]


@pytest.mark.parametrize(
    ("precision", "zone", "written"),
    [
        ("minute", UTC, "2026-05-03T10:15:00+00:00"),
        ("minute", None, None),
        ("day", UTC, None),
        ("none", UTC, None),
    ],
)
def test_only_moments_with_an_offset_are_dates_of_creation(
    precision: str, zone: object, written: str | None
) -> None:
    value = datetime(2026, 5, 3, 10, 15, tzinfo=zone)
    record = told(stated_published=Timestamp("printed", value, precision))

    assert record.get("firstCreated") == written


def test_names_stand_for_a_byline_that_is_not_printed() -> None:
    assert told(authors=(JANE, replace(JANE, name="Bea")))["by"] == "Jane Roe, Bea"
    assert "by" not in told()


def test_the_validator_sees_what_ninjs_does_not_know() -> None:
    good = told()
    for bad in (
        {"kicker": "x"},
        {"uri": "no uri"},
        {"firstCreated": "2026-05-03"},
        {"type": "story"},
    ):
        assert not ninjs().is_valid({**good, **bad})
