"""Rows of weights packed into one number each: sums of them are sums of weights."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlekit.weights import Kind, Table, Weights, load_weights, shipped

LABELS = ("headline", "paragraph", "share", "other")
ROWS = st.dictionaries(st.sampled_from(LABELS), st.integers(-2000, 2000))


def table(**own: dict[str, int]) -> Table:
    return Table(Weights(LABELS, own, {}, {}, {}))


def lanes(found: Table, packed: int) -> list[int]:
    """The weights of a sum, by label."""
    zero = found.unpack(0)
    return [value - none for value, none in zip(found.unpack(packed), zero, strict=True)]


@given(st.lists(ROWS, max_size=40))
def test_a_sum_of_packed_rows_is_the_sum_of_their_weights(rows: list[dict[str, int]]) -> None:
    found = table(**{f"clue{number}": row for number, row in enumerate(rows)})

    packed = sum(found[f"clue{number}"][1] for number in range(len(rows)))

    assert lanes(found, packed) == [sum(row.get(label, 0) for row in rows) for label in LABELS]


def test_borrows_of_negative_lanes_do_not_reach_the_next() -> None:
    found = table(a={"headline": -1, "other": 5}, b={"headline": -700, "paragraph": -1})

    assert lanes(found, found["a"][1]) == [-1, 0, 0, 5]
    assert lanes(found, found["b"][1]) == [-700, -1, 0, 0]
    assert lanes(found, found["a"][1] + found["b"][1]) == [-701, -1, 0, 5]


def test_a_clue_that_was_not_learned_weighs_nothing() -> None:
    found = table(a={"headline": 3})

    assert found["b"] == (0, 0, 0)
    assert lanes(found, found["a"][1] + found["b"][1]) == [3, 0, 0, 0]


def test_unknown_clues_are_not_kept() -> None:
    """Words of pages are without end: a table that kept them would grow with every page."""
    found = table(a={"headline": 3})
    known = len(found)
    for number in range(100):
        _ = found[f"word={number}"]

    assert len(found) == known


def test_each_side_has_its_own_row() -> None:
    """What a clue says of the block above it, of its own, and of the block below it."""
    rows = [{"a": {label: weight}} for label, weight in zip(LABELS, (7, 8, 9), strict=False)]
    found = Table(Weights(LABELS, rows[1], rows[0], rows[2], {}))

    below, own, above = (lanes(found, packed) for packed in found["a"])

    assert own == [0, 8, 0, 0]
    assert {tuple(below), tuple(above)} == {(7, 0, 0, 0), (0, 0, 9, 0)}
    assert above == [7, 0, 0, 0]


def test_steps_and_edges_are_read_once() -> None:
    found = Table(
        Weights(
            LABELS,
            {"bias": {"other": 4}},
            {"edge": {"headline": 5}},
            {"edge": {"share": 6}},
            {"headline": {"paragraph": 7}},
        )
    )

    assert lanes(found, found.bias) == [0, 0, 0, 4]
    assert [lanes(found, edge) for edge in found.edges] == [[5, 0, 0, 0], [0, 0, 6, 0]]
    assert found.follows[0] == (0, 7, 0, 0)
    assert found.follows[1] == (0, 0, 0, 0)


@pytest.mark.parametrize("kind", ["text", "page"])
def test_no_page_is_long_enough_to_overflow_a_lane(kind: Kind) -> None:
    """Every weight of the file at one block would still fit."""
    weights = load_weights(kind)
    whole = [
        sum(
            abs(row.get(label, 0))
            for side in (weights.own, weights.above, weights.below)
            for row in side.values()
        )
        for label in weights.labels
    ]

    assert max(whole) < 2**31
    assert shipped(kind) is shipped(kind)
