"""The promises of the architecture, on generated text."""

import os
import pickle
import random
from concurrent.futures import ThreadPoolExecutor

from hypothesis import given, settings
from hypothesis import strategies as st

import articlekit
from articlekit.draft import Clue  # noqa: TC001
from articlekit.parser import observe, open_draft
from articlekit.readers.text import read_text
from articlekit.rules import RULES
from articlekit.settle import settle

LINES = st.sampled_from(
    [
        "Council votes for new flood wall",
        "By Jane Roe, political correspondent",
        "Jane Roe",
        "Published: May 3, 2024 10:15 am",
        "Photo: Ann Lee/Reuters",
        "The crowd on the quay. Ann Lee / Getty Images",
        "GHENT, May 3 (Reuters) - The council voted on Monday for a wall that will keep the river out of the town.",
        "“We had no choice,”",
        "mayor Ann Lee told reporters.",
        "Why does the wall cost so much?",
        "The council voted on Monday evening for a wall that will keep the river out for fifty years.",
        "Share this article",
        "Sign up for our newsletter",
        "About Us",
        "Jane Roe is a reporter at The Herald, covering courts.",
        "© 2024 The Herald. All rights reserved.",
        "(Reporting by Jane Roe; Editing by John Doe)",
        "Der Rat hat am Montagabend für eine Mauer gestimmt, die den Fluss fernhalten soll.",
        "Lesen Sie auch: Was die Mauer kostet",
        "市議会は月曜日の夜、壁の建設を決めた。",
        "صوت المجلس مساء الاثنين لصالح جدار يبعد النهر عن المدينة.",
        "> quoted line of a mail",
        "1. First point",
        "• bullet",
        "   indented line of a wire that runs on to the next one and",
        "",
        " ",
    ]
)
PASTED = st.lists(st.one_of(LINES, st.text(max_size=80)), max_size=25).map("\n".join)
ANY_TEXT = st.one_of(PASTED, st.text(max_size=400), st.text(alphabet=st.characters(), max_size=200))


def solid(text: str) -> str:
    return "".join(text.split())


@given(ANY_TEXT)
@settings(max_examples=150, deadline=None)
def test_nodes_are_a_partition_of_the_source(source: str) -> None:
    """Every non-space character belongs to one node, and each span gives its node's text back."""
    article = articlekit.parse_text(source)

    at = 0
    for node in article.nodes:
        assert at <= node.span.start < node.span.end <= len(source)
        assert not source[at : node.span.start].strip()
        assert solid(source[node.span.start : node.span.end]) == solid(node.text)
        at = node.span.end
    assert not source[at:].strip()
    assert article.source == source


@given(ANY_TEXT)
@settings(max_examples=80, deadline=None)
def test_json_round_trip_is_identity(source: str) -> None:
    article = articlekit.parse_text(source)
    written = article.to_json()

    assert articlekit.Article.from_json(written) == article
    assert articlekit.Article.from_json(written).to_json() == written
    assert pickle.loads(pickle.dumps(article)) == article  # noqa: S301 - our own bytes


@given(PASTED, st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_the_order_of_the_rules_changes_nothing(source: str, shuffle: random.Random) -> None:
    draft = open_draft(read_text(source))
    clues: list[Clue] = list(observe(draft))
    rules = list(RULES)
    shuffle.shuffle(rules)
    shuffled = [clue for rule in rules for clue in rule(draft)]

    assert settle(clues, len(draft.blocks)) == settle(shuffled, len(draft.blocks))


@given(PASTED)
@settings(max_examples=20, deadline=None)
def test_threads_and_second_runs_give_the_same(source: str) -> None:
    first = articlekit.parse_text(source)
    with ThreadPoolExecutor(4) as pool:
        assert set(pool.map(lambda _: articlekit.parse_text(source).to_json(), range(8))) == {
            first.to_json()
        }


@given(st.binary(max_size=300))
@settings(max_examples=100, deadline=None)
def test_any_bytes_give_an_article(data: bytes) -> None:
    article = articlekit.parse(data)

    article.to_json()
    article.to_markdown()
    article.to_text()
    articlekit.explain(data)


@given(PASTED)
@settings(max_examples=40, deadline=None)
def test_views_hold_only_nodes_of_the_article(source: str) -> None:
    article = articlekit.parse_text(source)
    nodes = list(article.nodes)

    for view in (article.body, article.boilerplate, article.paragraphs, article.subheadings):
        assert all(node in nodes for node in view)
    assert {node for section in article.sections for node in section.nodes} <= set(article.body)


def test_the_time_zone_does_not_matter(monkeypatch) -> None:
    source = (
        "Title of it\n\nPublished: May 3, 2024 10:15 am\n\nThe council voted on Monday for a wall."
    )
    first = articlekit.parse_text(source).to_json()
    monkeypatch.setitem(os.environ, "TZ", "Asia/Tokyo")

    assert articlekit.parse_text(source).to_json() == first
