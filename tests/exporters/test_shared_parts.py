"""What formats share: moments, addresses, and printed lines with what was read in them."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from news import NOWHERE, article_of

from articlekit import Article
from articlekit.exporters.facts import address_of, biographies_of, iso_date, language_of, summary_of
from articlekit.exporters.nitf_head import normal_date
from articlekit.exporters.parts import parts_of
from articlekit.exporters.records import filled
from articlekit.exporters.urls import strict_url, web_address
from articlekit.model import Boilerplate, Standfirst, Timestamp

MORNING = datetime(2026, 5, 3, 10, 15)  # noqa: DTZ001 - printed without a zone
WEST = timezone(timedelta(hours=-5))
ODD = timezone(timedelta(hours=1, seconds=1))
FAR = timezone(timedelta(hours=15))


@pytest.mark.parametrize(
    ("value", "precision", "iso", "norm"),
    [
        (MORNING, "year", "2026", None),
        (MORNING, "month", "2026-05", None),
        (MORNING, "day", "2026-05-03", "20260503T000000"),
        (MORNING, "minute", "2026-05-03T10:15:00", "20260503T101500"),
        (
            MORNING.replace(tzinfo=UTC),
            "second",
            "2026-05-03T10:15:00+00:00",
            "20260503T101500+0000",
        ),
        (
            MORNING.replace(tzinfo=WEST),
            "minute",
            "2026-05-03T10:15:00-05:00",
            "20260503T101500-0500",
        ),
        (
            MORNING.replace(tzinfo=ODD),
            "minute",
            "2026-05-03T09:14:59+00:00",
            "20260503T091459+0000",
        ),
        (
            MORNING.replace(tzinfo=FAR),
            "minute",
            "2026-05-02T19:15:00+00:00",
            "20260502T191500+0000",
        ),
        (MORNING.replace(tzinfo=FAR), "day", "2026-05-03", "20260503T000000"),
        (datetime(1, 1, 1, tzinfo=FAR), "minute", None, None),
        (datetime(1, 1, 1, tzinfo=FAR), "year", "0001", None),
        (MORNING.replace(microsecond=5), "second", "2026-05-03T10:15:00.000005", "20260503T101500"),
        (MORNING, "none", None, None),
        (None, "day", None, None),
    ],
)
def test_moments(value: datetime | None, precision: str, iso: str | None, norm: str | None) -> None:
    stamp = Timestamp("printed", value, precision)

    assert iso_date(stamp) == iso
    assert normal_date(stamp) == norm


def test_no_stamp_is_no_moment() -> None:
    assert iso_date(None) is normal_date(None) is None


@pytest.mark.parametrize(
    ("url", "strict", "web"),
    [
        ("https://example.com/a?b=1#c", "https://example.com/a?b=1#c", True),
        ("HTTP://example.com", "HTTP://example.com", True),
        ("https://example.com/é[1]#a#b", "https://example.com/%C3%A9%5B1%5D#a%23b", True),
        ("https://jane@example.com:80/%zz%41", "https://jane@example.com:80/%25zz%41", True),
        ("//example.com/a", "//example.com/a", False),
        ("/a b", "/a%20b", False),
        ("a:b", None, False),
        ("1:b/c", "./1:b/c", False),
        ("?a:b", "?a:b", False),
        ("mailto:desk@example.com", "mailto:desk@example.com", False),
        ("https://example.com:port/", None, False),
        ("https://", None, False),
        ("https://[::1]/", None, False),
        ("javascript:alert(1)", None, False),
        (None, None, False),
    ],
)
def test_strict_addresses(url: str | None, strict: str | None, web: bool) -> None:  # noqa: FBT001
    assert strict_url(url) == strict
    assert web_address(url) == (strict if web else None)


@pytest.mark.parametrize(
    ("canonical", "given", "address"),
    [
        ("https://example.com/a", "https://example.com/b", "https://example.com/a"),
        ("/a", "https://example.com/b", "https://example.com/b"),
        (None, "ftp://example.com/b", None),
    ],
)
def test_the_address_is_the_page_s_own(canonical: str | None, given: str, address: str) -> None:
    assert address_of(Article("", canonical_url=canonical, url=given)) == address


@pytest.mark.parametrize(
    ("stated", "tag"), [("de", "de"), ("pt-BR", "pt-BR"), ("en_GB", None), ("", None), (None, None)]
)
def test_only_tags_of_languages_are_languages(stated: str | None, tag: str | None) -> None:
    assert language_of(Article("", language=stated)) == tag


def test_blocks_of_one_thing_are_joined() -> None:
    article = article_of(
        Standfirst(text="A wall.", span=NOWHERE),
        Standfirst(text="Its cost.", span=NOWHERE),
        Boilerplate(text="About the author", span=NOWHERE, kind="author_bio"),
        Boilerplate(text="Jane Roe covers", span=NOWHERE, kind="author_bio", name="Jane Roe"),
        Boilerplate(text="the courts.", span=NOWHERE, kind="author_bio", name="Jane Roe"),
        Boilerplate(text="Jane Roe", span=NOWHERE, kind="tags", name="Jane Roe"),
    )

    assert summary_of(article) == "A wall. Its cost."
    assert biographies_of(article) == {"Jane Roe": "Jane Roe covers the courts."}


@pytest.mark.parametrize(
    ("line", "known", "found"),
    [
        ("By Ann Lee", ["Ann Lee"], ["Ann Lee"]),
        ("By Ann Leeds and Ann Lee", ["Ann Lee"], ["Ann Lee"]),
        ("ByAnn Lee", ["Ann Lee"], []),
        ("By Ann  Lee", ["Ann Lee"], []),
        ("Editor Ann Lee, editor", ["Ann Lee", "editor"], ["Ann Lee", "editor"]),
        ("Reuters/Reuters", ["Reuters", "Reuters"], ["Reuters", "Reuters"]),
        ("Ann Lee Roe", ["Lee Roe", "Ann Lee"], ["Lee Roe"]),
        ("記者林晚秋電", ["林晚秋"], ["林晚秋"]),
        ("표하늘 기자", ["표하늘", "기자"], ["표하늘", "기자"]),
        ("By Ann Lee", [None, "", " ", "Ann Lee"], ["Ann Lee"]),
        ("", ["Ann Lee"], []),
        ("aaaaaaaaaaaaaaaaaaa a", ["a"], []),  # looked for a few times, no more
    ],
)
def test_parts_of_a_line(line: str, known: list[str | None], found: list[str]) -> None:
    parts = list(parts_of(line, ((words, "known") for words in known)))

    assert "".join(text for text, _ in parts) == line
    assert [text for text, kind in parts if kind] == found


def test_a_record_says_nothing_of_what_is_not_known() -> None:
    said = {"a": "\x00 x\ud800", "b": ["", {}, " y ", None], "c": False, "d": 0, "e": [""]}

    assert filled(said) == {"a": "x\ufffd", "b": ["y"], "c": False, "d": 0}
    assert filled({"a": "x", "b": "\x00"}, needs="b") == {}
