"""Linked data as pages write it, and which of its objects is the article."""

import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlekit.readers.lenient_json import DEEPEST, LONGEST, read_json
from articlekit.readers.linked_data import MOST_SCRIPTS, read_linked_data

PAGE = "https://herald.example/town/wall-1"


@pytest.mark.parametrize(
    "text",
    [
        '{"a": 1}',
        ' \ufeff{"a": 1}; ',
        '<!-- {"a": 1} -->',
        '//<![CDATA[\n{"a": 1}\n//]]>',
        '/* <![CDATA[ */ {"a": 1} /* ]]> */',
        '{"a": 1,}',
        '{"a": 1, , }',
        '{"a": 1',
        '{"a": 1}}',
        "{&quot;a&quot;: 1}",
    ],
)
def test_broken_texts_are_mended(text: str) -> None:
    assert read_json(text) == [{"a": 1}]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ('{"a": "one\ntwo"}', [{"a": "one\ntwo"}]),
        (r'{"a": "it\'s"}', [{"a": r"it\'s"}]),
        ('{"a": "x,}"}', [{"a": "x,}"}]),
        ('{"a": "x,}",}', [{"a": "x,}"}]),
        ('{"a": 1}{"b": 2}', [{"a": 1}, {"b": 2}]),
        ('{"a": [1, {"b": 2', [{"a": [1, {"b": 2}]}]),
        ('{"a": NaN}', [{"a": None}]),
        ("", []),
        ("var x = 1", []),
        ("[" * (DEEPEST + 1) + "]" * (DEEPEST + 1), []),
        ('{"a": "' + "x" * LONGEST + '"}', []),
    ],
)
def test_what_a_text_holds(text: str, values: list[object]) -> None:
    assert read_json(text) == values


@pytest.mark.parametrize(
    "part", ['"\\', "[", "{", '{"a":', " ", ",", ", ", "<!-- ", "\\", '"', "//", "]", "/* "]
)
def test_hostile_texts_take_no_time(part: str) -> None:
    text = '{"a": 1' + part * 100_000
    started = time.process_time()
    read_json(text)
    assert time.process_time() - started < 2


def test_brackets_inside_texts_are_not_depth() -> None:
    text = json.dumps({"a": "[" * 500})
    assert read_json(text) == [{"a": "[" * 500}]


def article(**properties: object) -> dict[str, object]:
    return {"@type": "NewsArticle", "headline": "Wall"} | properties


@pytest.mark.parametrize(
    "value",
    [
        article(),
        [article()],
        {"@graph": [{"@type": "WebSite", "name": "Herald"}, article()]},
        {"@type": "WebPage", "mainEntity": article()},
        {"@type": "WebPage", "mainEntityOfPage": [article()]},
        {"0": article()},
        article(**{"@type": ["Thing", "http://schema.org/ReportageNewsArticle"]}),
        [{"@type": "Article", "headline": "Other"}, article()],
        [{"@type": "VideoObject", "name": "Clip"}, article(**{"@type": "BlogPosting"})],
        [article(headline="Elsewhere", url="/sport/match-2"), article(url=PAGE)],
        [article(headline="Elsewhere", mainEntityOfPage={"@id": "/x"}), article()],
    ],
)
def test_the_article_is_found(value: object) -> None:
    found = read_linked_data([json.dumps(value)], (PAGE, None)).article
    assert found is not None
    assert found["headline"] == "Wall"


@pytest.mark.parametrize(
    "value",
    [
        "text",
        [[], {}, None, 3],
        {"@type": "ItemList", "itemListElement": [article()]},
        {"@type": 5, "headline": "Wall"},
        {"@type": "Organization", "name": "Herald"},
    ],
)
def test_no_article(value: object) -> None:
    assert read_linked_data([json.dumps(value)], (PAGE,)).article is None


def test_references_are_followed_once() -> None:
    graph = [article(author={"@id": "#jane"}), {"@type": "Person", "@id": "#jane", "name": "Jane"}]
    data = read_linked_data([json.dumps({"@graph": graph})], (PAGE,))
    assert data.article is not None
    assert data.whole(data.article["author"]) == graph[1]
    assert data.whole({"@id": "#nobody"}) == {"@id": "#nobody"}


def test_limits_are_told() -> None:
    data = read_linked_data(["{broken", '"' * 10], ())
    assert {warning.kind for warning in data.warnings} == {"linked_data"}
    scripts = ["{}"] * MOST_SCRIPTS + [json.dumps(article())]
    assert read_linked_data(scripts, ()).article is None


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=12),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["@type", "@id", "@graph", "mainEntity", "author", "url"]), inner
        )
    ),
    max_leaves=12,
)


@given(JSON, st.text(max_size=30))
def test_nothing_raises(value: object, noise: str) -> None:
    text = json.dumps(value)
    read_linked_data([text, text[:-1] + noise, noise], (noise, PAGE))
