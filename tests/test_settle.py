"""Clues to labels."""

import pytest
from msgspec.structs import replace

from articlekit.draft import Clue, Clues, Sign, Traits
from articlekit.settle import gather, settle
from articlekit.weights import Kind, Weights, load_weights

WEIGHTS = Weights(
    labels=("headline", "paragraph", "share"),
    own={
        "first": {"headline": 200},
        "long": {"paragraph": 300},
        "says-share": {"share": 300},
        "short": {"headline": 100, "share": 50},
    },
    above={},
    below={"long": {"headline": 50}},
    follows={"paragraph": {"headline": -500}, "headline": {"headline": -500}},
)


def labels(clues: list[Sign], blocks: int, weights: Weights = WEIGHTS) -> list[str]:
    return [verdict.label for verdict in settle(clues, blocks, weights=weights)]


def test_the_best_sequence_wins_not_the_best_label() -> None:
    """A short line after the story is a headline by its looks, and is none by its place."""
    clues = [Clue(0, "first"), Clue(0, "short"), Clue(1, "long"), Clue(2, "short")]

    assert labels(clues, 3) == ["headline", "paragraph", "share"]


def test_the_order_of_clues_does_not_matter() -> None:
    clues = [Clue(0, "first"), Clue(0, "short"), Clue(1, "long"), Clue(2, "says-share")]

    assert settle(clues, 3, weights=WEIGHTS) == settle(clues[::-1], 3, weights=WEIGHTS)


def test_a_clue_counts_once() -> None:
    [found] = gather([Clue(0, "b"), Clue(0, "a"), Clue(0, "b")], 1)

    assert found.own == {"a", "b"}


def test_no_blocks_no_verdicts() -> None:
    assert settle([], 0, weights=WEIGHTS) == []


def test_a_verdict_tells_its_reasons_and_its_rival() -> None:
    [verdict] = settle([Clue(0, "says-share"), Clue(0, "short")], 1, weights=WEIGHTS)

    assert verdict.label == "share"
    assert verdict.runner_up == "headline"
    assert 0.5 < verdict.confidence < 1
    assert verdict.evidence[0].name == "says-share"


@pytest.mark.parametrize("kind", ["text", "page"])
def test_the_shipped_weights_are_well_formed(kind: Kind) -> None:
    weights = load_weights(kind)
    labels = set(weights.labels)

    assert len(labels) == len(weights.labels)
    for rows in (weights.own, weights.above, weights.below, weights.follows):
        assert all(set(row) <= labels for row in rows.values())


def test_traits_weigh_as_clues() -> None:
    weights = replace(WEIGHTS, own={**WEIGHTS.own, "box": {"share": 400}})
    clues = [Clue(0, "first"), Clue(1, "long"), Clue(2, "short")]
    one_by_one = [*clues, Clue(2, "box"), Clue(2, "of-no-weight")]

    for names in (("box", "of-no-weight"), frozenset(("box", "of-no-weight"))):
        together = [*clues, Traits(2, names)]
        assert settle(together, 3, weights=weights) == settle(one_by_one, 3, weights=weights)
    assert labels(one_by_one, 3, weights) == ["headline", "paragraph", "share"]


def test_blocks_with_the_same_traits_are_decided_alike() -> None:
    """Also at the ends of a run, where what stands beside them differs."""
    rows: list[Sign] = [Traits(at, ("says-share", "short")) for at in range(1, 6)]
    single: list[Sign] = [Clue(at, name) for at in range(1, 6) for name in ("says-share", "short")]
    around: list[Sign] = [Clue(0, "long"), Clue(6, "first")]

    assert settle([*around, *rows], 7, weights=WEIGHTS) == settle(
        [*around, *single], 7, weights=WEIGHTS
    )


def test_traits_stand_among_the_reasons() -> None:
    weights = replace(WEIGHTS, own={**WEIGHTS.own, "box": {"share": 400}})
    traits = Traits(0, frozenset({"box"}))
    [verdict] = settle([traits, Clue(0, "short")], 1, weights=weights)

    assert [reason.name for reason in verdict.evidence] == ["box", "short"]


def test_clues_may_be_stated_together() -> None:
    together: list[Sign] = [Clues(0, ["first", "short"]), Clues(1, ["long"])]
    alone: list[Sign] = [Clue(0, "short"), Clue(0, "first"), Clue(1, "long")]

    assert settle(together, 2, weights=WEIGHTS) == settle(alone, 2, weights=WEIGHTS)


def test_rows_of_one_box_are_one_list() -> None:
    """One line that alone would be a paragraph goes with the others of its menu."""
    box = frozenset({"says-share"})
    clues: list[Sign] = [Traits(at, box) for at in range(4)]
    clues += [Clue(2, "long"), Clue(2, "short"), Clue(2, "first")]
    weights = replace(WEIGHTS, own={**WEIGHTS.own, "long": {"paragraph": 600}})

    assert labels(clues, 4, weights)[2] == "paragraph"
    together = settle(clues, 4, weights=weights, rows=range(4))
    assert [verdict.label for verdict in together] == ["share"] * 4
    assert len({verdict.confidence for verdict in together[1:3]}) == 1


def test_rows_of_other_boxes_and_other_blocks_stay_apart() -> None:
    boxes = [frozenset({"short"}), frozenset({"says-share"}), frozenset({"short"})]
    clues: list[Sign] = [Traits(at, box) for at, box in enumerate(boxes)]
    alone = settle(clues, 3, weights=WEIGHTS)

    assert settle(clues, 3, weights=WEIGHTS, rows=range(3)) == alone
    assert settle(clues, 3, weights=WEIGHTS, rows={0, 2}) == alone


def test_blocks_that_are_decided_alike_keep_reasons_of_their_own() -> None:
    """Two clues of one weight: the decision is the same, what it is told by is not."""
    weights = replace(WEIGHTS, own={**WEIGHTS.own, "asks-to-share": {"share": 300}})
    names = ["says-share", "says-share", "asks-to-share", "asks-to-share"]
    found = settle([Clue(at, name) for at, name in enumerate(names)], 4, weights=weights)

    assert {verdict.label for verdict in found} == {"share"}
    assert [verdict.evidence[0].name for verdict in found] == names


def test_a_block_without_clues_of_its_own_has_no_reasons_of_another() -> None:
    """What another block is told by may come to nothing, so that all else is the same."""
    weights = replace(WEIGHTS, own={**WEIGHTS.own, "said": {"share": 90}, "unsaid": {"share": -90}})
    clues: list[Sign] = [Traits(at, ("says-share",)) for at in range(4)]
    found = settle([*clues, Clue(1, "said"), Clue(1, "unsaid")], 4, weights=weights)

    assert {reason.name for reason in found[1].evidence} == {"says-share", "said", "unsaid"}
    assert [reason.name for reason in found[2].evidence] == ["says-share"]


def test_labels_without_a_headline_or_a_story_are_settled_too() -> None:
    weights = Weights(("share", "other"), {"says-share": {"share": 300}}, {}, {}, {})

    assert labels([Clue(0, "says-share")], 1, weights) == ["share"]


def test_a_page_with_a_story_gets_a_headline_above_it_where_one_is_likely() -> None:
    clues: list[Sign] = [
        Clue(0, "says-share"),
        Clue(1, "short"),
        Clue(1, "share?"),
        Clue(2, "long"),
    ]
    weights = replace(WEIGHTS, own={**WEIGHTS.own, "share?": {"share": 60}}, below={})

    assert labels(clues, 3, weights) == ["share", "headline", "paragraph"]
