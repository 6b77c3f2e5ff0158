"""The style sheet alone: colours that can be read, and nothing that moves unasked."""

import re
from itertools import product
from pathlib import Path

import pytest
from reading import contrast, luminance

import articlekit.view
from articlekit.view.families import FAMILIES
from articlekit.view.notebook import HUES

STYLE = (Path(articlekit.view.__file__).parent / "style.css").read_text("utf-8")
LIGHT, DARK = (
    dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", block))
    for block in re.findall(r":root \{(.*?)\}", STYLE, re.DOTALL)
)
TEXT, LARGE_OR_DRAWN = 4.5, 3.0
"""The least contrast of text and of everything else that tells something (WCAG 2.2, AA)."""


def test_contrast_is_computed_as_the_standard_says() -> None:
    assert luminance("#ffffff") == pytest.approx(1)
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_dark_names_every_colour_that_light_does() -> None:
    assert LIGHT.keys() == DARK.keys()
    assert {f"{family}{part}" for family, part in product(FAMILIES, ("", "-tint"))} < LIGHT.keys()


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_text_can_be_read_on_every_ground(colours: dict[str, str]) -> None:
    grounds = ["paper", "panel"]
    pairs = list(product(("ink", "quiet", "bad"), grounds))
    for family in FAMILIES:
        pairs += product((family,), [*grounds, f"{family}-tint"])
        pairs += product(("ink", "quiet"), (f"{family}-tint",))

    faint = {pair: contrast(colours[pair[0]], colours[pair[1]]) for pair in pairs}
    assert {pair: ratio for pair, ratio in faint.items() if ratio < TEXT} == {}


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_the_ring_of_focus_can_be_seen(colours: dict[str, str]) -> None:
    grounds = ("paper", "panel", *(f"{family}-tint" for family in FAMILIES))

    assert all(contrast(colours["focus"], colours[one]) >= LARGE_OR_DRAWN for one in grounds)


def test_every_colour_stands_at_the_top() -> None:
    rules = STYLE.split(".head {", 1)[1]

    assert re.findall(r"#[0-9a-f]{3,8}\b|rgb|hsl", rules) == []
    assert set(re.findall(r"var\(--([a-z-]+)\)", STYLE)) <= {*LIGHT, "hue", "tint", "sure"}


def test_nothing_moves_for_those_who_want_it_still() -> None:
    unasked = re.sub(
        r"@media \(prefers-reduced-motion: no-preference\) \{.*?\n\}", "", STYLE, flags=re.DOTALL
    )

    assert "scroll-behavior: smooth" in STYLE
    assert not re.search(r"smooth|transition|animation", unasked)


def test_a_notebook_may_be_light_or_dark() -> None:
    assert HUES.keys() == FAMILIES.keys()
    for hue, ground in product(HUES.values(), ("#ffffff", "#111111")):
        assert contrast(hue, ground) >= LARGE_OR_DRAWN
