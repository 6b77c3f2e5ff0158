"""Promises that need a second opinion: what a page shows is known from how it was made."""

import copy
import random

from bs4 import BeautifulSoup
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from lxml import html as lxml_html
from test_markup_promises import PAGES, held
from test_promises import ANY_TEXT, PASTED, solid

import articlekit
from articlekit.draft import Clue, Clues, Traits
from articlekit.parser import observe, open_draft
from articlekit.readers.html import read_html
from articlekit.readers.text import read_text
from articlekit.rules import RULES
from articlekit.settle import settle

_SHOWING = """
    p div span a b i em strong article section main nav header footer aside h1 h2 h3 h6 ul ol li dl
    dt dd table tr td th caption figure figcaption blockquote time form button label pre code font
    center address details summary select option x-box fieldset legend noscript sup sub mark
"""
_HIDING = "script style template svg iframe object video audio canvas"
WORD = st.integers(0, 10**6).map("w{}".format)
Made = tuple[str, str]
"""Markup, and the words of it that a reader is shown."""


def shown(tag: str, attribute: str, inside: list[Made]) -> Made:
    markup = "".join(markup for markup, _ in inside)
    return f"<{tag}{attribute}>{markup}</{tag}>", "".join(words for _, words in inside)


def hidden(tag: str, word: str) -> Made:
    return f"<{tag}>{word}</{tag}>", ""


SPACES = st.sampled_from(["", " ", "\n", "\t", " \n ", "&nbsp;", "<br>", "<hr>", "<!-- c -->"])
LEAVES = st.one_of(
    WORD.map(lambda word: (word, word)),
    SPACES.map(lambda space: (space, "")),
    st.builds(hidden, st.sampled_from(_HIDING.split()), WORD),
    st.sampled_from([("&lt;p&gt;", "<p>"), ("&amp;amp;", "&amp;"), ("&#x1F600;", "\U0001f600")]),
)
ATTRIBUTES = st.sampled_from(
    ["", ' class="comments"', ' class="byline"', " hidden", ' aria-hidden="true"', ' id="nav"']
)
KNOWN = st.lists(
    st.recursive(
        LEAVES,
        lambda inner: st.builds(
            shown, st.sampled_from(_SHOWING.split()), ATTRIBUTES, st.lists(inner, max_size=5)
        ),
        max_leaves=30,
    ),
    max_size=8,
).map(lambda parts: ("".join(one[0] for one in parts), "".join(one[1] for one in parts)))


@given(KNOWN)
@settings(max_examples=150, deadline=None)
def test_nothing_that_a_page_shows_is_lost(made: Made) -> None:
    """Every word stands in the source once, in order, and in one node; hidden ones do not."""
    markup, words = made

    article = articlekit.parse_html(f"<!doctype html><html><body>{markup}</body></html>")

    held(article)
    assert solid(article.source) == words
    assert "".join(solid(node.text) for node in article.nodes) == words


@given(KNOWN)
@settings(max_examples=60, deadline=None)
def test_every_path_leads_to_the_element_that_holds_the_text(made: Made) -> None:
    markup = f"<!doctype html><html><body>{made[0]}</body></html>"
    tree = etree.HTML(markup)

    for node in articlekit.parse_html(markup).nodes:
        assert node.path is not None
        [element] = tree.xpath(node.path)
        signs = iter(solid("".join(element.itertext())))
        assert all(sign in signs for sign in solid(node.text)), node


@given(KNOWN, st.integers(100, 3000), st.sampled_from(["<b>", "<div>", "<table><tr><td>", "<a>"]))
@settings(max_examples=30, deadline=None)
def test_depth_loses_nothing(made: Made, depth: int, opening: str) -> None:
    markup, words = made

    assert solid(articlekit.parse_html("<html>" + opening * depth + markup).source) == words


@given(ANY_TEXT)
@settings(max_examples=60, deadline=None)
def test_every_character_of_a_text_stands_in_one_node(source: str) -> None:
    article = articlekit.parse_text(source)

    assert "".join(solid(node.text) for node in article.nodes) == solid(source)


@given(PASTED, PAGES, st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_neither_order_of_rules_nor_of_clues_matters(
    text: str, markup: str, shuffle: random.Random
) -> None:
    for page in (read_text(text), read_html(markup)):
        draft = open_draft(page)
        expected = settle(list(observe(draft)), len(draft.blocks), draft.kind)
        rules = list(RULES)
        shuffle.shuffle(rules)
        signs = [sign for rule in rules for sign in rule(draft)]
        shuffle.shuffle(signs)
        turned = [_turned(sign, shuffle) for sign in signs]

        assert settle(turned, len(draft.blocks), draft.kind) == expected


def _turned(sign: Clue | Clues | Traits, shuffle: random.Random) -> Clue | Clues | Traits:
    """A sign with its names in another order, where it has several."""
    if isinstance(sign, Clues):
        return Clues(sign.block, shuffle.sample(list(sign.names), len(sign.names)))
    return sign


@given(PAGES)
@settings(max_examples=40, deadline=None)
def test_reading_a_tree_twice_changes_neither_tree_nor_article(source: str) -> None:
    for tree, write in (
        (BeautifulSoup(source, "lxml"), str),
        (
            lxml_html.fromstring(f"<html><body>{_writable(source)}</body></html>"),
            lxml_html.tostring,
        ),
    ):
        before = write(tree)

        first = articlekit.parse(tree)
        articlekit.explain(tree)

        assert articlekit.parse(tree) == first
        assert articlekit.parse(copy.deepcopy(tree)) == first
        assert write(tree) == before


def _writable(source: str) -> str:
    """Without what lxml does not take in a string."""
    return "".join(sign for sign in source if sign.isprintable())


@given(st.one_of(PASTED, PAGES))
@settings(max_examples=60, deadline=None)
def test_what_was_written_as_text_is_read_as_the_same_words(source: str) -> None:
    """Plain text of an article can be read again, and what comes of it is stable."""
    once = articlekit.parse(source).to_text()

    held(articlekit.parse_text(once))


@given(
    st.one_of(st.text(max_size=200), st.binary(max_size=200)),
    st.one_of(st.none(), st.text(max_size=60)),
    st.sampled_from([None, "auto", "text", "html"]),
    st.one_of(st.none(), st.text(min_size=2, max_size=6)),
)
@settings(max_examples=150, deadline=None)
def test_no_content_address_or_language_raises(
    source: str | bytes, url: str | None, form: str | None, language: str | None
) -> None:
    article = articlekit.parse(source, url, format=form, language=language)

    held(article)
    assert articlekit.Article.from_json(article.to_json()) == article
