"""What an expectation holds, and its file."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import articlekit
from articlekit import Article, DataError
from articlekit.model import Timestamp
from articlekit.testing import (
    DEFAULT_PINS,
    PINS,
    check,
    compare,
    expectation_path,
    read_expectation,
    snapshot,
)

TEXT = """Council votes for new flood wall

By Jane Roe

Published: 3 May 2026, 10:15

GHENT, May 3 (Reuters) - The council voted on Monday evening for a wall that will keep the river
out of the lower town for the next fifty years.

“We had no choice after the last winter,” the mayor said, “and nobody has found a better way.”

Share this article
"""
ARTICLE = articlekit.parse_text(TEXT)


@pytest.mark.parametrize("page", ["wall.html", "wall.html.gz", "old.wall.txt", "桥.html"])
def test_the_file_has_the_whole_name_of_the_page(page: str) -> None:
    assert expectation_path(Path("pages", page)) == Path("pages", page + ".article.json")


def test_a_new_expectation_holds_everything_once(tmp_path: Path) -> None:
    expectation = read_expectation(tmp_path / "wall.txt.article.json")
    expectation.renew(ARTICLE, DEFAULT_PINS).write()

    held = json.loads(expectation.path.read_text(encoding="utf-8"))

    assert tuple(held) == DEFAULT_PINS
    assert held["headline"] == "Council votes for new flood wall"
    assert held["authors"] == [{"name": "Jane Roe"}]
    assert held["published"] == "2026-05-03T10:15"
    assert [node["text"] for node in held["nodes"]] == [node.text for node in ARTICLE.nodes]
    assert held["nodes"][-1] == {
        "type": "boilerplate",
        "kind": "share",
        "text": "Share this article",
    }


def test_what_changes_with_the_weights_is_left_out(tmp_path: Path) -> None:
    expectation = read_expectation(tmp_path / "wall.txt.article.json")
    expectation.renew(ARTICLE, PINS).write()
    written = expectation.path.read_text(encoding="utf-8")

    for name in ("confidence", "evidence", "span", "path"):
        assert f'"{name}"' not in written


def test_a_line_holds_one_node(tmp_path: Path) -> None:
    expectation = read_expectation(tmp_path / "wall.txt.article.json")
    expectation.renew(ARTICLE, DEFAULT_PINS).write()
    lines = expectation.path.read_text(encoding="utf-8").splitlines()

    assert ' "published": "2026-05-03T10:15",' in lines
    assert '  {"type": "headline", "text": "Council votes for new flood wall"},' in lines


@pytest.mark.parametrize(
    ("printed", "moment"),
    [
        ("Published: 3 May 2026", "2026-05-03"),
        ("Published: May 2026", "2026-05"),
        ("Published: 3 May 2026, 10:15:30 UTC", "2026-05-03T10:15:30+00:00"),
        ("Published: 3 May 2026, 10:15 GMT", "2026-05-03T10:15+00:00"),
        ("Published: 3 hours ago", "3 hours ago"),
    ],
)
def test_a_moment_is_as_exact_as_it_is_known(printed: str, moment: str) -> None:
    article = articlekit.parse_text(TEXT.replace("Published: 3 May 2026, 10:15", printed))

    assert snapshot(article, ["published"]) == {"published": moment}


def test_a_day_has_no_time_zone() -> None:
    day = Timestamp("3 May", datetime(2026, 5, 3, tzinfo=UTC), "day")

    assert snapshot(Article("", stated_published=day), ["published"]) == {"published": "2026-05-03"}


@settings(max_examples=60)
@given(st.text(max_size=300))
def test_what_is_written_is_read_as_the_same(tmp_path_factory, text: str) -> None:
    article = articlekit.parse_text(text)
    path = tmp_path_factory.mktemp("pages") / "page.txt.article.json"
    read_expectation(path).renew(article, PINS).write()
    first = path.read_bytes()

    held = read_expectation(path)
    held.renew(article, ()).write()

    assert compare(held.pinned, snapshot(article, PINS)) == []
    assert path.read_bytes() == first


def test_lone_surrogates_are_kept(tmp_path: Path) -> None:
    article = articlekit.parse_text("A wall \ud800 of stone")
    path = tmp_path / "page.txt.article.json"

    read_expectation(path).renew(article, ["nodes"]).write()

    assert check(article, read_expectation(path), "page").as_expected


def test_what_is_not_pinned_is_neither_compared_nor_written(tmp_path: Path) -> None:
    path = tmp_path / "wall.txt.article.json"
    path.write_text('{"parse": {"url": "https://example.com/a"}, "authors": [], "kicker": null}')

    outcome = check(ARTICLE, read_expectation(path), "wall")
    renewed = check(ARTICLE, read_expectation(path), "wall", update=True)

    assert outcome.said == "wall: not as expected: authors\n  + authors: Jane Roe"
    assert not outcome.as_expected
    assert renewed.as_expected
    assert json.loads(path.read_bytes()) == {
        "parse": {"url": "https://example.com/a"},
        "kicker": None,
        "authors": [{"name": "Jane Roe"}],
    }


def test_the_story_may_be_pinned_without_what_stands_around_it(tmp_path: Path) -> None:
    path = tmp_path / "wall.txt.article.json"
    read_expectation(path).renew(ARTICLE, ["body"]).write()
    without = articlekit.parse_text(TEXT.replace("Share this article", "Subscribe now"))
    other = articlekit.parse_text(TEXT.replace("a better way", "another way"))

    assert check(without, read_expectation(path), "wall").as_expected
    assert not check(other, read_expectation(path), "wall").as_expected


def test_a_file_that_is_as_expected_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "wall.txt.article.json"
    path.write_text('{ "headline":\t"Council votes for new flood wall" }')

    assert check(ARTICLE, read_expectation(path), "wall", update=True) == (True, "")
    assert "\t" in path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('{"headline": ', "not JSON: .* line 1"),
        ("\xff", "not JSON"),
        ("[" * 100_000, "not JSON"),
        ("[]", "not an object"),
        ('{"titel": "Wall"}', "nothing can be pinned as 'titel'; headline, "),
        ('{"parse": {"limits": "none"}}', '"parse" is an object of strings by url, format, lang'),
        ('{"parse": {"url": 3}}', '"parse" is an object'),
        ('{"parse": "https://example.com"}', '"parse" is an object'),
        ('{"nodes": {}}', '"nodes" is a list'),
        ('{"body": [{"type": "quote", "text": "A"}, {"type": "quote"}]}', '"body": node 2 has no'),
        ('{"nodes": ["A wall"]}', '"nodes": node 1 has no "type"'),
    ],
)
def test_what_cannot_be_an_expectation_is_refused(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "wall.txt.article.json"
    path.write_bytes(text.encode("latin-1"))

    with pytest.raises(DataError, match=message):
        read_expectation(path)


def test_a_byte_order_mark_is_no_reason_to_refuse(tmp_path: Path) -> None:
    path = tmp_path / "wall.txt.article.json"
    path.write_bytes(b"\xef\xbb\xbf" + b'{"headline": "Wall"}')

    assert read_expectation(path).pinned == {"headline": "Wall"}
