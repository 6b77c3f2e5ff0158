"""The page that shows articles: what stands on it, and that nothing else does."""

import time
from itertools import pairwise
from pathlib import Path
from typing import get_args

import pytest
from documents import articles
from hostile import documents
from hypothesis import given, settings
from hypothesis import strategies as st
from reading import FIXTURES, check, find, fixture, only, read, report, text, view

import articlekit
from articlekit import Article, Image
from articlekit.model import (
    Attribution,
    Author,
    Boilerplate,
    Byline,
    Dateline,
    Evidence,
    Node,
    Paragraph,
    Place,
    Quote,
    Span,
    Table,
    Timestamp,
    Warn,
)
from articlekit.trace import Candidate, Decision, Trace
from articlekit.values import BoilerplateKind
from articlekit.view.families import FAMILIES, FAMILY_OF, TITLES, kind_of
from articlekit.view.report import MOST_NODES, MOST_TEXT, View, to_report

README = fixture("readme")


def test_every_node_is_a_card_in_reading_order() -> None:
    article = articlekit.parse(README)
    cards = find(check(report("readme")), "node")

    assert len(cards) == len(article.nodes)
    for card, node in zip(cards, article.nodes, strict=True):
        label = text(only(card, "label"))
        assert label.startswith(f"{kind_of(node)} confidence {node.confidence:.2f}")
        assert label.endswith(f"{node.span.start}–{node.span.end}")
        assert text(only(card, "text")) == node.text
        assert {f"k-{kind_of(node)}", FAMILY_OF[kind_of(node)]} < set(card.get("class").split())
        for evidence in node.evidence:
            assert evidence.name in text(only(card, "because"))


def test_cards_and_stretches_lead_to_each_other() -> None:
    tree = check(report("html-tabloid"))
    article = articlekit.parse(fixture("html-tabloid"))
    cards = {card.get("id"): card for card in find(tree, "node")}

    for stretch in find(tree, "stretch"):
        card = cards[stretch.get("href")[1:]]
        (link,) = card.iter("a")
        assert link.get("href") == f"#{stretch.get('id')}"
        node = article.nodes[int(card.get("id").removeprefix("a0n"))]
        assert text(stretch).split() == node.text.split()
        assert stretch.get("title") == kind_of(node)
    assert len(find(tree, "stretch")) == len(cards)


@pytest.mark.parametrize("slug", ["readme", "en-wire-wrapped", "html-he", "en-newsletter-mail"])
def test_the_source_is_shown_whole(slug: str) -> None:
    article = articlekit.parse(fixture(slug))

    assert text(only(check(report(slug)), "source")) == article.source


def test_the_path_of_a_node_of_a_page() -> None:
    article = articlekit.parse(fixture("html-tabloid"))
    cards = find(check(report("html-tabloid")), "node")

    assert all(node.path in text(card) for node, card in zip(article.nodes, cards, strict=True))


def test_what_was_read_in_a_node() -> None:
    cards = {card.get("class").split()[-1]: card for card in find(check(report("readme")), "node")}

    credit = text(only(cards["k-photo_credit"], "parts"))
    assert "photographersAnn Lee" in credit
    assert "agenciesReuters" in credit
    assert "questiondirect" in text(only(cards["k-subheading"], "parts"))
    assert "dateno certain date, printed “May 3” (text)" in text(cards["k-dateline"])
    assert find(cards["k-paragraph"], "parts") == []


def test_what_lost_is_there_to_be_opened_as_explain_tells_it() -> None:
    trace = articlekit.explain(README)
    opened = find(check(report("readme")), "losers")
    disputed = [decision for decision in trace.decisions if len(decision.candidates) > 1]

    assert len(opened) == len(disputed) > 2
    for details, decision in zip(opened, disputed, strict=True):
        assert details.tag == "details"
        assert details.get("open") is None
        rows = [row for row in details.iter("tr") if row.find("td") is not None]
        shown = decision.candidates[:6]
        for row, candidate in zip(rows, shown, strict=False):
            assert text(row).startswith(candidate.label + (" won" if candidate.won else ""))
            assert f"{abs(candidate.score):.2f}" in text(row)
            assert candidate.evidence[0].name in text(row)
        assert sum("won" in row.get("class", "") for row in rows) == 1


def test_who_came_next() -> None:
    trace = articlekit.explain(README)
    page = report("readme")
    nexts = [text(one) for one in find(read(page), "next")]

    wanted = [
        f"rather than {decision.runner_up}" for decision in trace.decisions if decision.runner_up
    ]
    assert [said for said in nexts if "rather" in said] == wanted
    assert nexts.count("decided with the node above") == 1  # the paragraph behind the dateline


def test_without_a_trace_nothing_is_said_of_losers() -> None:
    tree = check(to_report([View("x", articlekit.parse(README))]))

    assert find(tree, "losers") == []
    assert find(tree, "next") == []
    assert len(find(tree, "because")) > 5


def test_facts_stand_on_top() -> None:
    moment = Timestamp(raw="May 2026", precision="month", origin="jsonld")
    article = Article(
        "By Jane Roe",
        (Byline(text="By Jane Roe", span=Span(0, 11)),),
        authors=(Author("Jane Roe", role="reporter"), Author("PA", kind="organisation")),
        language="en",
        stated_headline="A wall",
        stated_published=moment,
        tags=("walls", "towns"),
        paywalled=True,
        warnings=(Warn("max_bytes", "the source was cut"),),
    )
    tree = check(to_report([View("wall.txt", article)]))

    assert text(next(tree.iter("h2"))) == "Kinds"
    assert [text(one) for one in tree.iter("h2")][1:] == ["A wall"]
    facts = {text(row[0]): text(row[1]) for row in only(tree, "facts")}
    assert facts == {
        "authors": "Jane Roe (reporter); PA (organisation)",
        "published": "no certain date, printed “May 2026” (jsonld)",
        "language": "en",
        "tags": "walls; towns",
        "paywalled": "yes",
    }
    assert text(only(tree, "warnings")) == "max_bytes: the source was cut"


@pytest.mark.parametrize(
    ("precision", "shown"),
    [
        ("year", "2026"),
        ("month", "2026-05"),
        ("day", "2026-05-03"),
        ("minute", "2026-05-03 10:15+02:00"),
        ("second", "2026-05-03 10:15:07+02:00"),
    ],
)
def test_a_moment_is_shown_as_far_as_it_is_known(precision: str, shown: str) -> None:
    source = (
        '<meta property="article:published_time" content="2026-05-03T10:15:07+02:00"><p>One.</p>'
    )
    found = articlekit.parse_html(source).published
    moment = Timestamp(raw="May", value=found.value, precision=precision)
    page = to_report([View("x", Article("", stated_published=moment))])

    assert f'<dd dir="auto">{shown}, printed “May” (text)</dd>' in page


def test_an_article_of_nothing() -> None:
    tree = check(to_report([View("empty.txt", articlekit.parse(""), articlekit.explain(""))]))

    assert find(tree, "node") == []
    assert [text(one) for one in tree.iter("h2")][1:] == ["empty.txt"]
    assert text(only(tree, "warnings")).startswith("empty: ")
    check(to_report([]))


def test_several_articles_have_a_list_that_leads_to_them() -> None:
    tree = check(report("readme", "html-he", "de-interview"))

    (contents,) = tree.iter("nav")
    links = list(contents.iter("a"))
    sections = list(tree.iter("article"))
    assert [link.get("href")[1:] for link in links] == [one.get("id") for one in sections]
    assert text(links[0]) == "Council votes for new flood wall"
    assert text(links[2]) == "de-interview"  # it has no headline
    assert list(check(report("readme")).iter("nav")) == []


def test_switches_have_counts_and_there_are_none_without_nodes() -> None:
    articles = [view(fixture(slug)) for slug in ("readme", "html-tabloid")]
    kinds = [kind_of(node) for one in articles for node in one.article.nodes]
    tree = check(to_report(articles))
    shown = {one.get("value"): one for one in tree.iter("input")}

    assert shown.keys() == {f"k-{kind}" for kind in kinds} | {FAMILY_OF[kind] for kind in kinds}
    for label in tree.iter("label"):
        mark = next(label.iter("input")).get("value")
        count = sum(mark in (f"k-{kind}", FAMILY_OF[kind]) for kind in kinds)
        title = TITLES.get(mark, mark.removeprefix("k-"))
        assert text(label).split() == [*title.split(), str(count)]


def test_every_kind_has_one_family() -> None:
    tags = {str(kind.__struct_config__.tag) for kind in get_args(Node)} - {"boilerplate"}
    kinds = set(get_args(BoilerplateKind))

    assert tags | kinds == FAMILY_OF.keys()
    assert not tags & kinds
    assert sum(map(len, FAMILIES.values())) == len(FAMILY_OF)
    assert not FAMILY_OF.keys() & FAMILIES.keys()


def test_a_kind_that_is_none_is_unknown() -> None:
    node = Boilerplate(text="x", span=Span(0, 1), kind='"></style><script>')  # type: ignore[arg-type]

    assert kind_of(node) == "unknown"
    check(to_report([View("x", Article("x", (node,)))]))


def test_headings_and_landmarks() -> None:
    tree = check(report("readme", "html-he"))

    levels = [int(one.tag[1]) for one in tree.iter() if one.tag in ("h1", "h2", "h3")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert len(list(tree.iter("main"))) == 1
    assert all(one.get("aria-labelledby") for one in tree.iter("section"))
    assert next(tree.iter("body"))[0].get("href") == "#articles"


def test_texts_say_which_language_they_are_in() -> None:
    tree = check(report("html-he"))

    assert only(tree, "source").get("lang") == "he"
    assert {one.get("lang") for one in find(tree, "text")} == {"he"}
    assert {one.get("dir") for one in find(tree, "text")} == {"auto"}


@pytest.mark.parametrize(
    "path", sorted(FIXTURES.glob("*/source.*")), ids=lambda one: one.parent.name
)
def test_every_fixture(path: Path) -> None:
    tree = check(to_report([view(path)]))

    assert len(find(tree, "node")) == len(articlekit.parse(path).nodes)


@pytest.mark.parametrize("kind", ["markup", "address", "metadata", "linked data", "text"])
def test_nothing_of_an_attack_is_more_than_text(kind: str) -> None:
    address = "https://example.com/2024/05/03/a"
    sources = [source for found, source in documents() if found == kind]
    views = [
        View(source[:300], articlekit.parse(source, address), articlekit.explain(source, address))
        for source in sources
    ]

    check(to_report(views))


@given(articles(), st.text(max_size=30))
@settings(max_examples=100, deadline=None)
def test_any_article_is_a_safe_page(article: Article, name: str) -> None:
    tree = check(to_report([View(name, article)]))

    assert len(find(tree, "node")) == len(article.nodes)


@given(st.text(max_size=200))
@settings(max_examples=50, deadline=None)
def test_any_text_is_a_safe_page(source: str) -> None:
    check(
        to_report(
            [View("x", articlekit.parse_text(source), articlekit.explain(source, format="text"))]
        )
    )


def test_every_string_is_only_text() -> None:
    bad = "<i>&quot;</i><script>alert(1)</script>"
    moment = Timestamp(raw=bad, origin=bad)
    shared = {"text": bad, "span": Span(0, len(bad)), "path": bad, "evidence": (Evidence(bad, 1),)}
    author = Author(bad, role=bad, organisation=bad, email=bad)
    nodes = (
        Byline(authors=(author,), published=moment, **shared),
        Dateline(places=(Place(bad, bad, bad),), date_text=bad, sources=(bad, bad), **shared),
        Quote(speaker=bad, attribution=Attribution(text=bad, span=Span(0, 1)), **shared),
        Table(rows=((bad, bad),), **shared),
        Boilerplate(kind="author_bio", name=bad, **shared),
    )
    facts = dict.fromkeys(
        ("url", "canonical_url", "site_name", "section", "description", "stated_headline"), bad
    )
    article = Article(
        bad,
        nodes,
        (author,),
        language=bad,
        tags=(bad,),
        lead_image=Image(bad),
        stated_published=moment,
        warnings=(Warn(bad, bad),),
        **facts,
    )
    rows = tuple(Candidate(bad, 1.0, shared["evidence"], won) for won in (True, False))
    decision = Decision(
        Span(0, 9), bad, bad, 1.0, beaten_by_order=True, candidates=rows, runner_up=bad
    )
    tree = check(to_report([View(bad, article, Trace(bad, (decision,), {}))] * 2))

    assert text(only(next(tree.iter("article")), "source")) == bad
    assert text(tree).count(bad) > 80
    assert list(tree.iter("i")) == []


def test_nodes_that_overlap_show_the_source_once() -> None:
    source = "One two three four"
    spans = [(0, 7), (4, 13), (5, 6), (13, 13), (14, 99)]
    nodes = tuple(Paragraph(text="x", span=Span(*span)) for span in spans)
    tree = check(to_report([View("x", Article(source, nodes))]))

    assert text(only(tree, "source")) == source
    assert [text(one) for one in find(tree, "stretch")] == ["One two", " three", "four"]
    assert [one.get("id") for one in find(tree, "stretch")] == ["a0s0", "a0s1", "a0s4"]
    assert [len(list(card.iter("a"))) for card in find(tree, "node")] == [1, 1, 0, 0, 1]


def test_of_many_candidates_the_best_and_the_winner_are_shown() -> None:
    rows = tuple(
        Candidate(f"label{at}", 9.0 - at, (Evidence("seen", -1.0),) * 9, at == 8)
        for at in range(10)
    )
    decision = Decision(Span(0, 3), "One", "label8", 0.5, beaten_by_order=True, candidates=rows)
    article = Article("One", (Paragraph(text="One", span=Span(0, 3)),))
    (opened,) = find(check(to_report([View("x", article, Trace("en", (decision,), {}))])), "losers")

    shown = [text(row.find("th")) for row in opened.iter("tr")][1:]
    assert shown == [*(f"label{at}" for at in range(6)), "label8 won"]
    assert text(opened).startswith("9 other labels in the running")
    assert "A label with a better score lost to the order of the page." in text(opened)
    assert text(opened).endswith("and 3 more")
    assert text(opened).count("seen \N{MINUS SIGN}1.00") == 7 * 5


def test_the_same_article_gives_the_same_page() -> None:
    one = view(README)
    again = View(one.name, one.article, Trace(one.trace.language, one.trace.decisions, {"x": 1.0}))

    assert to_report([one]) == to_report([again]) == report("readme")


def story(count: int) -> str:
    return "Wall\n\n" + "".join(f"The council voted for wall {i}.\n\n" for i in range(count))


def test_of_a_long_article_the_beginning_is_shown_and_the_rest_is_counted() -> None:
    source = story(MOST_NODES + 10)
    article = articlekit.parse_text(source)
    tree = check(to_report([View("x", article)]))

    assert len(find(tree, "node")) == len(find(tree, "stretch")) == MOST_NODES
    left = [text(one) for one in find(tree, "left")]
    end = article.nodes[MOST_NODES - 1].span.end
    assert left == [
        f"{len(article.nodes) - MOST_NODES} more nodes are not shown.",
        f"{len(source) - end} more characters are not shown.",
    ]
    assert text(only(tree, "source")) == source[:end]


def test_of_a_long_text_the_beginning_is_shown() -> None:
    source = "word " * (MOST_TEXT // 4)
    article = Article(source, (Paragraph(text=source.strip(), span=Span(0, len(source))),))
    page = to_report([View("x", article)])

    assert len(page) < MOST_TEXT + 50_000
    assert "250000 more characters are not shown." in page


def test_a_page_has_a_bounded_size_per_node() -> None:
    source = story(500)
    one = View("x", articlekit.parse_text(source), articlekit.explain(source, format="text"))

    assert len(to_report([one])) < 15_000 + 4_000 * len(one.article.nodes)


def test_time_grows_with_the_number_of_nodes() -> None:
    def seconds(count: int) -> float:
        source = story(count)
        one = View("x", articlekit.parse_text(source), articlekit.explain(source, format="text"))
        found = []
        for _ in range(3):
            start = time.process_time()
            to_report([one])
            found.append(time.process_time() - start)
        return min(found)

    assert seconds(3200) < 20 * max(seconds(400), 0.01)
