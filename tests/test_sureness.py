"""Log-odds to confidence."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlekit.draft import Clue
from articlekit.settle import settle
from articlekit.sureness import MOST, Sureness, margin_of
from articlekit.weights import Kind, Weights, load_weights


def test_without_calibration_log_odds_are_what_they_say() -> None:
    assert Sureness().of("share", 0.0) == 0.5
    assert Sureness().of("share", math.log(9)) == 0.9
    assert Sureness().of("share", -math.log(9)) == 0.1


def test_slope_and_offset_make_surer_or_less_sure() -> None:
    found = Sureness(0.5, {"embed": -1.0})

    assert found.of("share", math.log(81)) == 0.9
    assert found.of("embed", 0.0) < found.of("share", 0.0)


@given(st.floats(), st.floats(-10, 10))
def test_every_margin_gives_a_share(margin: float, offset: float) -> None:
    if not math.isnan(margin):
        assert 0 <= Sureness(0.7, {"a": offset}).of("a", margin) <= 1


def test_margins_end_where_nothing_more_is_told() -> None:
    found = Sureness()

    assert found.of("a", 1e9) == found.of("a", MOST) < 1
    assert found.of("a", -1e9) == found.of("a", -MOST) > 0


@pytest.mark.parametrize(
    ("odds", "own", "margin"),
    [([1.0], 1.0, 0.0), ([1.0, 1.0], 2.0, 0.0), ([], 1.0, MOST), ([1.0], 0.0, -MOST)],
)
def test_the_lead_over_all_rivals(odds: list[float], own: float, margin: float) -> None:
    assert margin_of(odds, own) == margin


def test_settle_states_calibrated_confidence() -> None:
    rows = {"a": {"share": 200, "other": 100}}
    raw = Weights(("share", "other"), rows, {}, {}, {})
    calibrated = Weights(("share", "other"), rows, {}, {}, {}, Sureness(0.5, {"share": -0.2}))
    [plain] = settle([Clue(0, "a")], 1, weights=raw)
    [found] = settle([Clue(0, "a")], 1, weights=calibrated)

    assert plain.confidence == Sureness().of("share", 1.0)
    assert found.confidence == Sureness(0.5, {"share": -0.2}).of("share", 1.0)
    assert (plain.label, plain.evidence) == (found.label, found.evidence)


@pytest.mark.parametrize("kind", ["text", "page"])
def test_surer_decisions_are_stated_surer(kind: Kind) -> None:
    sureness = load_weights(kind).sureness

    assert sureness.slope > 0
    assert set(sureness.offsets) <= set(load_weights(kind).labels)
