"""Which node of one list is which of another."""

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlekit.testing.align import Row, align


def node(text: str, type_: str = "paragraph", **parts: object) -> dict[str, object]:
    return {"type": type_, **parts, "text": text}


def nodes(*texts: str) -> list[dict[str, object]]:
    return [node(text) for text in texts]


NODES = st.lists(
    st.builds(
        node,
        st.sampled_from(["Advertisement", "The river rose.", "The river rose again.", "B", ""])
        | st.text(max_size=12),
        st.sampled_from(["paragraph", "boilerplate", "subheading"]),
    ),
    max_size=30,
)

BEFORE = nodes("The mayor spoke.", "The river rose.", "The bridge was closed.", "Buses went round.")


def test_a_lost_node_stands_where_it_stood() -> None:
    assert align(BEFORE, [BEFORE[0], *BEFORE[2:]]) == [
        Row(0, 0),
        Row(1, None),
        Row(2, 1),
        Row(3, 2),
    ]


def test_a_new_node_moves_no_other() -> None:
    rows = align(BEFORE, [*BEFORE[:2], node("Ghent had seen nothing like it."), *BEFORE[2:]])

    assert rows == [Row(0, 0), Row(1, 1), Row(None, 2), Row(2, 3), Row(3, 4)]


def test_the_fewest_nodes_have_moved() -> None:
    rows = align(BEFORE, [*BEFORE[1:], BEFORE[0]])

    assert [row for row in rows if row.moved] == [Row(0, 3, moved=True)]


def test_another_kind_is_the_same_node() -> None:
    after = [BEFORE[0], node("The river rose.", "subheading"), *BEFORE[2:]]

    assert align(BEFORE, after) == [Row(n, n) for n in range(4)]


def test_a_changed_text_is_the_same_node() -> None:
    after = [BEFORE[0], node("GHENT - The river rose."), *BEFORE[2:]]

    assert align(BEFORE, after) == [Row(n, n) for n in range(4)]


def test_a_text_that_is_another_is_lost_and_new() -> None:
    before, after = [*BEFORE[:2], *nodes("One", "Two")], [*BEFORE[:2], *nodes("Three", "Four")]

    assert align(before, after)[2:] == [
        Row(2, None),
        Row(3, None),
        Row(None, 2),
        Row(None, 3),
    ]


def test_the_only_headline_is_the_headline_whatever_it_says() -> None:
    before, after = [node("Wall", "headline"), *BEFORE], [node("Rain", "headline"), *BEFORE]

    assert align(before, after)[0] == Row(0, 0)


def test_changed_texts_are_found_behind_many_new_ones() -> None:
    new = [node(f"{n:b} {n:o} {n:x}") for n in range(1000, 1040)]
    after = [*new, *(node("Later: " + str(one["text"])) for one in BEFORE)]

    rows = align(BEFORE, after)

    assert [row for row in rows if row.before is not None] == [Row(n, 40 + n) for n in range(4)]


def test_lines_that_are_all_alike_change_in_their_order() -> None:
    before = nodes(*["One of many streets"] * 30)
    after = nodes(*["One of many roads"] * 30)

    assert align(before, after) == [Row(n, n) for n in range(30)]


def test_of_repeated_texts_the_one_that_is_gone_is_lost() -> None:
    ad = node("Advertisement", "boilerplate", kind="ads")
    before = [ad, ad, BEFORE[0], ad, ad, BEFORE[1]]
    after = [ad, BEFORE[0], ad, ad, BEFORE[1]]

    assert align(before, after) == [
        Row(0, 0),
        Row(1, None),
        Row(2, 1),
        Row(3, 2),
        Row(4, 3),
        Row(5, 4),
    ]


def test_a_headline_that_a_list_of_links_repeats_is_not_taken_for_the_link() -> None:
    headline, link = node("Wall", "headline"), node("Wall", "boilerplate", kind="related")

    assert align([headline, link], [link]) == [Row(0, None), Row(1, 0)]
    assert align([headline, *BEFORE, link], [*BEFORE, link])[0] == Row(0, None)


@given(NODES, NODES)
def test_every_node_has_one_row(before: list, after: list) -> None:
    rows = align(before, after)

    assert sorted(row.before for row in rows if row.before is not None) == [*range(len(before))]
    assert [row.after for row in rows if row.after is not None] == [*range(len(after))]
    still = [row for row in rows if not row.moved and row.after is not None]
    places = [row.before for row in still if row.before is not None]
    assert places == sorted(places)


@given(NODES)
def test_a_list_is_itself(before: list) -> None:
    assert align(before, before) == [Row(n, n) for n in range(len(before))]


@given(st.permutations([f"Line {n} of the story" for n in range(12)]))
def test_what_only_moved_is_neither_lost_nor_new(order: list[str]) -> None:
    rows = align(nodes(*sorted(order)), nodes(*order))

    assert all(row.before is not None and row.after is not None for row in rows)


SHAPES = {
    "one line again and again": lambda n: (nodes("Ad") * n, nodes("Ad") * (n - 3)),
    "two lines in turn": lambda n: (nodes("Ad", "B") * (n // 2), nodes("B", "Ad") * (n // 2)),
    "the other way round": lambda n: (
        nodes(*(f"Line {k}" for k in range(n))),
        nodes(*(f"Line {k}" for k in reversed(range(n)))),
    ),
    "nothing alike": lambda n: (
        nodes(*(f"{k:b}" for k in range(n))),
        nodes(*(f"{k:o}" * 2 for k in range(n, 2 * n))),
    ),
}


def _calls(count: int, shape: str) -> int:
    """How many functions are called, Python's and C's: the same in every run."""
    before, after = SHAPES[shape](count)
    counted = 0

    def count_call(_frame: object, event: str, _argument: object) -> None:
        nonlocal counted
        counted += event in ("call", "c_call")

    sys.setprofile(count_call)
    try:
        align(before, after)
    finally:
        sys.setprofile(None)
    return counted


@pytest.mark.parametrize("shape", SHAPES)
def test_work_grows_with_the_number_of_nodes(shape: str) -> None:
    assert _calls(4000, shape) < 12 * _calls(500, shape), "linear is 8, the square 64"
