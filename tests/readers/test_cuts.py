"""What the bounds that nobody sets leave out is named too."""

from __future__ import annotations

import json
from typing import Any

import pytest

import articlekit
from articlekit import Limits
from articlekit.readers import head as heads
from articlekit.readers.cuts import DEEPEST_INLINE
from articlekit.readers.gathering import MOST_ENTRIES, MOST_TAGS
from articlekit.readers.html import read_html
from articlekit.readers.linked_data import MOST_LISTED, MOST_VALUES, read_linked_data
from articlekit.readers.metadata import MOST_METAS
from articlekit.readers.stated_text import clean, excess

URL = "https://www.herald.example/town/wall-1"
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def warned(markup: str) -> list[tuple[str, str, int]]:
    found = articlekit.parse_html(f"{markup}<p>The council voted on Monday.", URL).warnings
    return [(warning.kind, warning.message, warning.amount) for warning in found]


def linked(**data: Any) -> str:
    data = {"@type": "NewsArticle", "headline": "Wall", **data}
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


def people(count: int) -> list[str]:
    return [
        f"{a.upper()}nn {b.upper()}ee{c}" for a in LETTERS for b in LETTERS[:4] for c in LETTERS[:2]
    ][:count]


@pytest.mark.parametrize(
    ("markup", "what", "amount"),
    [
        (f"<meta name=description content='{'word ' * 300}'>", "characters of descriptions", 475),
        (linked(headline="w" * 1030), "characters of headlines", 6),
        (linked(author=people(MOST_ENTRIES + 3)), "authors", 3),
        (linked(author={"@type": "Person", "name": "J" * 310}), "characters of authors", 10),
        (f"<meta name=author content='{'J' * 304}'>", "characters of authors", 4),
        (linked(keywords=[f"tag {n}" for n in range(MOST_ENTRIES + 5)]), "tags", 5),
        (f"<meta name=keywords content='{'t' * 121}, wall'>", "tags", 1),
        (
            f"<meta name=keywords content='{','.join(f't{n}' for n in range(MOST_TAGS + 2))}'>",
            "tags",
            2,
        ),
        (linked(image=f"https://a.example/{'i' * 9000}"), "characters of an address", 826),
        ("<meta name=a content=b>" * (MOST_METAS + 4), "meta elements", 4),
        ("<p itemprop=name>a</p>" * (MOST_METAS + 2), "properties", 2),
    ],
)
def test_metadata_that_are_left_out_are_named(markup: str, what: str, amount: int) -> None:
    assert warned(markup) == [("metadata", f"metadata: {amount} {what} left out", amount)]


@pytest.mark.parametrize(
    "markup",
    [
        linked(author=people(MOST_ENTRIES), keywords=["t" * 120] * MOST_ENTRIES),
        linked(headline="&amp;" * 1024, image="data:image/gif;base64," + "A" * 9000),
        f"<meta name=description content='{' ' * 3000}word'>",
        f"<meta name=keywords content='{','.join(['wall'] * 1000)}'>",
        f"<img src='data:image/gif;base64,{'A' * 9000}'><img src=/a.jpg alt='{'a' * 1024}'>",
        f"<script>{'a' * (heads.LONGEST_PROGRAM + 1)}</script>" + "<p>" + "The wall stands. " * 90,
    ],
)
def test_what_is_kept_whole_gives_no_warning(markup: str) -> None:
    assert warned(markup) == []


def test_the_excess_of_a_text_is_what_is_cut() -> None:
    text = "<b>one</b> &amp; two  three"

    assert clean(text, 50) == "one & two three"
    assert (excess(text, 10), excess(text, 15), excess(None), excess(["a" * 2000])) == (5, 0, 0, 0)


def test_values_of_linked_data_that_are_not_looked_at_are_counted() -> None:
    def lost(value: object) -> list[tuple[str, int]]:
        data = read_linked_data([json.dumps(value)] if value is not None else [], ())
        return [(warning.kind, warning.amount) for warning in data.warnings]

    assert lost([1] * MOST_LISTED) == []
    assert lost([1] * (MOST_LISTED + 7)) == [("linked_data", 7)]
    assert lost({str(n): [] for n in range(52)}) == [("linked_data", 2)]
    full = [[1] * (MOST_LISTED - 1)] * (MOST_VALUES // MOST_LISTED)
    assert lost([full[:-1], [1] * (MOST_LISTED - 3)]) == []
    assert lost([full, [1] * 5]) == [("linked_data", 3)]


def test_scripts_that_cannot_be_read_are_named_in_the_article() -> None:
    for script in ("no data", '{"a": [}', "[" * 300):
        found = warned(f'<script type="application/ld+json">{script}</script>')
        assert found == [("linked_data", "a script cannot be read", len(script))]


def test_links_of_elements_too_far_out_are_named() -> None:
    def of(depth: int) -> list[tuple[str, int, int]]:
        page = read_html("<a href=/x>" + "<i>" * (depth - 1) + "a<div>b</div>c")
        return [(warning.kind, warning.at, warning.amount) for warning in page.warnings]

    assert of(DEEPEST_INLINE - 1) == []  # the block that is inside counts as well
    assert of(DEEPEST_INLINE) == [("nesting", 0, 1)]
    assert of(DEEPEST_INLINE + 1) == [("nesting", 0, 2)]


def test_what_stands_behind_the_last_block_counts_for_it() -> None:
    markup = "<p>one<p><b>two</b><p><a href=/x>three</a><p><b>four</b> <a href=/y>five</a>"
    page = read_html(markup, Limits(max_blocks=2))

    assert page.source == "one\n\ntwo\n\nthree four five"
    last = page.blocks[-1]
    assert (last.text, last.start, last.end) == ("two three four five", 5, len(page.source))
    assert (last.linked, last.strong) == (len("three" + "five"), len("two" + "four"))
    [warning] = page.warnings
    assert (warning.kind, warning.at, warning.amount) == ("max_blocks", 5, len(page.source) - 5)


def test_what_is_cut_off_scripts_stands_where_it_was_cut() -> None:
    script = f'<script type="application/ld+json">"{"a" * 98}"</script>'
    many = script * (heads.MOST_LINKED_DATA + 2)
    page = read_html(f"{many}<p>The council voted.", Limits(max_script_length=150))
    found = {warning.kind: (warning.at, warning.amount) for warning in page.warnings}

    assert found["linked_data"] == (0, 2)
    page = read_html(f"{script}<p>The council voted.", Limits(max_script_length=40))
    assert [(w.kind, w.at, w.amount) for w in page.warnings] == [("max_script_length", 40, 60)]


def test_pictures_with_endless_addresses_are_left_out() -> None:
    long = f"https://a.example/{'i' * 9000}"
    article = articlekit.parse_html(f"<p>a<img src={long}><img src=/b.jpg alt={'b' * 1030}>", URL)

    assert [image.url for image in article.images] == ["https://www.herald.example/b.jpg"]
    assert [(w.kind, w.amount) for w in article.warnings] == [("images", 1), ("images", 6)]


@pytest.mark.parametrize(
    ("scripts", "amount"),
    [
        (f"<script>a = {{{'a' * heads.LONGEST_PROGRAM}}}</script><script>{'b' * 900}</script>", 1),
        (f"<script>{'b' * 900}</script>" * (heads.MOST_PROGRAMS + 3), 3),
        (f"<script>{'b' * heads.LONGEST_PROGRAM}</script>" * 9, 1),
    ],
)
def test_programs_that_are_not_searched_are_named(scripts: str, amount: int) -> None:
    assert [(kind, lost) for kind, _, lost in warned(scripts)] == [("programs", amount)]
