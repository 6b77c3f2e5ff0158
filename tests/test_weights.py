"""Rows of weights packed into numbers: what is added up packed is the sum of the weights."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlekit.settle import Gathered, _options
from articlekit.weights import Kind, Row, Table, Weights, load_weights, shipped

LABELS = ("headline", "paragraph", "share", "other")
ROWS = st.dictionaries(st.sampled_from(LABELS), st.integers(-2000, 2000))
TABLES = st.dictionaries(st.sampled_from("abcdefg"), ROWS)
PAGES = st.lists(
    st.tuples(st.sets(st.sampled_from("abcde")), st.frozensets(st.sampled_from("fgh"))),
    max_size=6,
)

Blocks = list[tuple[set[str], frozenset[str]]]


def weights(
    own: dict[str, Row] | None = None,
    above: dict[str, Row] | None = None,
    below: dict[str, Row] | None = None,
) -> Weights:
    return Weights(LABELS, own or {}, above or {}, below or {}, {})


def scores(found: Weights, blocks: Blocks) -> list[list[int]]:
    """What the packed rows come to at each block, against a page that shows no clue."""
    gathered = [Gathered(set(own), [group]) for own, group in blocks]
    [(zero, _)] = _options([Gathered(set(), [])], Table(weights()))
    return [
        [score - none for score, none in zip(row, zero, strict=True)]
        for row, _ in _options(gathered, Table(found))
    ]


def at_one(found: Weights, *names: str) -> list[int]:
    """The scores of a block that stands alone and shows these clues."""
    return scores(found, [(set(names), frozenset())])[0]


def added(found: Weights, blocks: Blocks) -> list[list[int]]:
    """The same as `scores`, added up weight by weight."""

    def weigh(side: dict[str, Row], names: set[str], label: str) -> int:
        return sum(side.get(name, {}).get(label, 0) for name in names)

    rows = []
    for index, (own, group) in enumerate(blocks):
        above = set().union(*blocks[index - 1]) if index else {"edge"}
        below = set().union(*blocks[index + 1]) if index + 1 < len(blocks) else {"edge"}
        rows.append(
            [
                weigh(found.own, {"bias"}, label)
                + weigh(found.own, own, label)
                + weigh(found.own, set(group), label)
                + weigh(found.above, above, label)
                + weigh(found.below, below, label)
                for label in LABELS
            ]
        )
    return rows


@given(TABLES, TABLES, TABLES, ROWS, PAGES)
def test_packed_sums_are_sums_of_weights(
    own: dict[str, Row], above: dict[str, Row], below: dict[str, Row], more: Row, blocks: Blocks
) -> None:
    """At every block, of its own clues, its neighbours' and the ends of the page."""
    found = weights(
        {**own, "bias": more}, {**above, "edge": more}, {**below, "edge": own.get("a", {})}
    )

    assert scores(found, blocks) == added(found, blocks)


@given(st.lists(ROWS, max_size=60))
def test_many_rows_add_up(rows: list[Row]) -> None:
    found = weights({f"clue{number}": row for number, row in enumerate(rows)})

    assert at_one(found, *found.own) == [sum(row.get(label, 0) for row in rows) for label in LABELS]


def test_borrows_of_negative_lanes_do_not_reach_the_next() -> None:
    found = weights({"a": {"headline": -1, "other": 5}, "b": {"headline": -700, "paragraph": -1}})

    assert at_one(found, "a") == [-1, 0, 0, 5]
    assert at_one(found, "b") == [-700, -1, 0, 0]
    assert at_one(found, "a", "b") == [-701, -1, 0, 5]


def test_a_clue_that_was_not_learned_weighs_nothing() -> None:
    found = weights({"a": {"headline": 3}})

    assert at_one(found, "b") == [0, 0, 0, 0]
    assert at_one(found, "a", "b") == at_one(found, "a") == [3, 0, 0, 0]
    assert scores(found, [(set(), frozenset({"b"}))]) == [[0, 0, 0, 0]]


def test_unknown_clues_are_not_kept() -> None:
    """Words of pages are without end: a table that kept them would grow with every page."""
    table = Table(weights({"a": {"headline": 3}}))
    names = {f"word={number}" for number in range(100)}
    _options([Gathered({"a", *names}, frozenset(names))], table)

    assert len(table) <= 1


def test_each_side_has_its_own_row() -> None:
    """What stands above a block, at it, and below it."""
    found = weights({"a": {"paragraph": 8}}, {"a": {"headline": 7}}, {"a": {"share": 9}})
    blocks: Blocks = [(set(), frozenset()), ({"a"}, frozenset()), (set(), frozenset())]

    assert scores(found, blocks) == [[0, 0, 9, 0], [0, 8, 0, 0], [7, 0, 0, 0]]


def test_groups_speak_of_their_neighbours_as_single_clues_do() -> None:
    found = weights(own={"a": {"share": 5}}, below={"a": {"headline": 7}})
    single: Blocks = [(set(), frozenset()), ({"a"}, frozenset())]
    grouped: Blocks = [(set(), frozenset()), (set(), frozenset({"a"}))]

    assert scores(found, grouped) == scores(found, single) == [[7, 0, 0, 0], [0, 0, 5, 0]]


def test_steps_from_label_to_label() -> None:
    table = Table(Weights(LABELS, {}, {}, {}, {"headline": {"paragraph": 7}}))

    assert table.follows[0] == (0, 7, 0, 0)
    assert table.follows[1] == (0, 0, 0, 0)


@pytest.mark.parametrize("kind", ["text", "page"])
def test_the_shipped_table_is_made_once(kind: Kind) -> None:
    assert shipped(kind) is shipped(kind)
    assert shipped(kind).labels == load_weights(kind).labels


@pytest.mark.parametrize("kind", ["text", "page"])
def test_no_block_can_overflow_a_lane(kind: Kind) -> None:
    """A block with the thousand heaviest clues of each side is far from the width of a lane."""
    found = load_weights(kind)
    for label in found.labels:
        for side in (found.own, found.above, found.below):
            heaviest = sorted((abs(row.get(label, 0)) for row in side.values()), reverse=True)
            assert sum(heaviest[:1000]) < 2**22
