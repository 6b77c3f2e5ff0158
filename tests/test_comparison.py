"""What comparisons of models rest on: groups of evidence, what is left out, chance, trees."""

import sys
from collections import Counter
from pathlib import Path

import pytest

np = pytest.importorskip("numpy", reason="numpy is of the dependency group `train`")
pytest.importorskip("scipy", reason="scipy is of the dependency group `train`")

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "scripts"))

from ablation import EVIDENCE, SHIFTS, group_of, table, trials  # noqa: E402 - the scripts are no package
from articlekit.weights import load_weights  # noqa: E402
from chain import Course, Prior, Sample  # noqa: E402
from folds import Fold, Told, chance, narrowed, together  # noqa: E402


@pytest.mark.parametrize("kind", ["text", "page"])
def test_every_clue_of_the_weights_is_in_a_group(kind: str) -> None:
    weights = load_weights(kind)
    clues = {*weights.own, *weights.above, *weights.below} - {"bias", "edge"}
    assert sorted(clue for clue in clues if group_of(clue) == "other") == []


def test_clues_are_of_the_group_that_names_them() -> None:
    assert group_of("word=river") == "words of longer lines"
    assert group_of("words<=3") == "looks"
    assert group_of("other,words<=3,links=2,inside") == "tag, length, links and place"
    assert group_of("opens-quotation-unfinished") == "quotation"
    assert group_of("opens-cookie") == "phrases"
    assert group_of("within") == "region"
    assert group_of("within=cookies") == "names of boxes"
    assert group_of("never-heard-of") == "other"


def test_groups_that_go_together_are_groups() -> None:
    assert {name for names in EVIDENCE["together"].values() for name in names} <= set(
        EVIDENCE["groups"]
    )


def a_fold() -> Fold:
    number = {("own", "dateline"): 0, ("own", "bias"): 1, ("above", "dateline"): 2}
    columns = [np.array([0, 1]), np.array([1, 2])]
    sample = Sample(columns, np.ones((2, 2)), 1.0)
    return Fold(
        number,
        [sample],
        Prior(np.arange(6.0).reshape(3, 2), np.ones(3), 0.3, np.zeros(3)),
        [],
        Course(1, (7,)),
    )


def test_features_that_are_left_out_are_gone() -> None:
    less = narrowed(a_fold(), lambda _, clue: clue != "dateline")
    assert less.number == {("own", "bias"): 0}
    assert [at.tolist() for at in less.samples[0].columns] == [[0], [0]]
    assert less.prior.mean.tolist() == [[2.0, 3.0]]


def test_features_that_stay_keep_their_blocks() -> None:
    less = narrowed(a_fold(), lambda side, _: side == "own", chained=False)
    assert [at.tolist() for at in less.samples[0].columns] == [[0, 1], [1]]
    assert less.prior.follows_spread == 0


def test_a_group_is_left_out_on_every_side_and_nothing_else_is() -> None:
    number = {("own", "dateline"): 0, ("own", "bias"): 1, ("above", "dateline"): 2}
    left = {trial.name: {pair for pair in number if trial.has(*pair)} for trial in trials(number)}
    assert left["nothing"] == set(number)
    assert left["dateline"] == {("own", "bias")}
    assert left["clues of the block above"] == {("own", "dateline"), ("own", "bias")}
    assert "whole labels" not in left


def told(right: int, wrong: int) -> Told:
    met = Counter({("paragraph", "paragraph"): right, ("paragraph", "ads"): wrong})
    return Told({"The Herald": met, "The Echo": Counter({("ads", "ads"): 10})})


def test_figures_are_of_all_publishers() -> None:
    figures = told(30, 10).figures()
    assert figures["lines"] == 80.0
    assert figures["story precision"] == 100.0
    assert figures["story recall"] == 75.0
    assert figures["story F1"] == pytest.approx(85.7)


def test_the_same_answers_differ_by_no_chance() -> None:
    assert set(chance(told(30, 10), told(30, 10)).values()) == {0.0}


def test_publishers_that_differ_make_a_difference_uncertain() -> None:
    assert chance(told(30, 10), told(20, 20))["lines"] > 1


def test_the_table_has_the_greatest_loss_first() -> None:
    kept = {name: [(0, told(30, 10))] for name in SHIFTS}
    kept |= {"tag": [(3, told(28, 12))], "dateline": [(1, told(20, 20))]}
    rows = table(kept).splitlines()
    assert [row.split(" | ")[0].strip("| ") for row in rows[-2:]] == ["dateline", "tag"]
    assert "| 3 | −4.0" in rows[-1]


def test_folds_are_joined() -> None:
    other = Told({"The Star": Counter({("ads", "ads"): 1})})
    assert set(together([told(1, 0), other]).met) == {"The Herald", "The Echo", "The Star"}
