"""The page as people meet it: in a real browser, by mouse, keyboard and finger.

Skipped where no Chromium is installed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hostile import documents
from reading import FIXTURES, fixture, view

import articlekit
from articlekit.view.report import View, to_report

if TYPE_CHECKING:
    from pathlib import Path

    from devtools import Page

TABLOID = "html-tabloid"
SCHEMES = ("light", "dark")
SIZES = {
    "desk": {"width": 1280, "height": 900},
    "phone": {"width": 360, "height": 740, "phone": True},
}
LIT = "[...document.querySelectorAll('.lit')].map(one => one.id)"
FAINT = """(() => {
  const parts = colour => colour.match(/[0-9.]+/g).map(Number);
  const light = colour => parts(colour).slice(0, 3).map(part => part / 255)
    .map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
    .reduce((sum, part, at) => sum + part * [0.2126, 0.7152, 0.0722][at], 0);
  const ground = one => {
    for (; one; one = one.parentElement) {
      const [, , , alpha = 1] = parts(getComputedStyle(one).backgroundColor);
      if (alpha) return getComputedStyle(one).backgroundColor;
    }
    return matchMedia("(prefers-color-scheme: dark)").matches ? "rgb(18, 18, 18)" : "rgb(255, 255, 255)";
  };
  const found = new Set(), walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let seen = 0;
  while (walk.nextNode()) {
    const one = walk.currentNode.parentElement;
    if (!walk.currentNode.data.trim() || one.closest("script, .unseen")) continue;
    seen += 1;
    const [low, high] = [light(getComputedStyle(one).color), light(ground(one))].sort((a, b) => a - b);
    if ((high + 0.05) / (low + 0.05) < 4.5) found.add(one.outerHTML.slice(0, 120));
  }
  return [seen, ...found];
})()"""
"""How many texts there are, and those whose contrast with what is behind them is below AA."""


LAID_OUT = """(() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(".chunk { content-visibility: visible; }");
  document.adoptedStyleSheets = [sheet];
})()"""
"""Has all of the page laid out at once, so that asking for thousands of styles is quick."""


def put(path: Path, text: str) -> str:
    path.write_text(text, "utf-8")
    return path.as_uri()


@pytest.fixture
def tabloid(tmp_path: Path) -> str:
    return put(tmp_path / "page.html", to_report([view(fixture(TABLOID))]))


@pytest.fixture
def everything(tmp_path: Path) -> str:
    views = [view(path) for path in sorted(FIXTURES.glob("*/source.*"))]
    return put(tmp_path / "page.html", to_report(views))


def check_quiet(page: Page, address: str) -> None:
    """Nothing was complained of, and nothing asked for but the page."""
    assert page.complaints == []
    assert {asked for _, asked in page.asked} == {address}


def is_shown(page: Page, selector: str) -> bool:
    """Whether an element is visible and inside the window and the pane it stands in."""
    return bool(
        page.tell(
            f"""(() => {{
  const one = document.querySelector({selector!r}), box = one.getBoundingClientRect();
  const frame = (one.closest(".pane") ?? document.body).getBoundingClientRect();
  const [top, bottom] = [Math.max(frame.top, 0), Math.min(frame.bottom, innerHeight)];
  return one.checkVisibility() && box.bottom > top && box.top < bottom;
}})()"""
        )
    )


def number(page: Page, selector: str) -> str:
    """The number of the node that a card or stretch is of."""
    return str(page.tell(f"document.querySelector({selector!r}).id")).removeprefix("a0")[1:]


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("size", SIZES)
def test_it_opens_in_peace_and_fits(page: Page, everything: str, size: str, scheme: str) -> None:
    page.show(**SIZES[size], scheme=scheme)
    page.open(everything)
    page.tell(LAID_OUT)
    page.tell("document.querySelectorAll('details').forEach(one => one.open = true)")

    assert page.tell("document.documentElement.scrollWidth") == SIZES[size]["width"]
    assert page.tell("document.querySelectorAll('.node').length") > 1000
    assert page.tell(
        "[...document.querySelectorAll('.pane')].every(one => one.scrollWidth <= one.clientWidth)"
    )
    check_quiet(page, everything)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_text_can_be_read(page: Page, tabloid: str, scheme: str) -> None:
    page.show(scheme=scheme)
    page.open(tabloid)
    page.tell(LAID_OUT)
    page.tell("document.querySelectorAll('details').forEach(one => one.open = true)")
    seen, *faint = page.tell(FAINT)
    page.tell("document.querySelector('#show-story').click()")
    page.tell("document.querySelectorAll('.node').forEach(one => one.classList.add('lit'))")
    faint += page.tell(FAINT)[1:]

    assert seen > 1000
    assert faint == []


def test_light_and_dark_differ(page: Page, tabloid: str) -> None:
    grounds = []
    for scheme in SCHEMES:
        page.show(scheme=scheme)
        page.open(tabloid)
        grounds.append(page.tell("getComputedStyle(document.body).backgroundColor"))

    assert grounds == ["rgb(251, 250, 247)", "rgb(23, 22, 20)"]


def test_pointing_at_a_node_shows_its_place_and_the_other_way_round(
    page: Page, tabloid: str
) -> None:
    page.show(motion="reduce")
    page.open(tabloid)

    page.hover(".node.k-byline .text")
    at = number(page, ".node.k-byline")
    assert page.tell(LIT) == [f"a0n{at}", f"a0s{at}"]

    page.hover(".stretch.k-tags")
    at = number(page, ".stretch.k-tags")
    assert page.tell(LIT) == [f"a0n{at}", f"a0s{at}"]
    assert is_shown(page, ".node.k-tags")
    check_quiet(page, tabloid)


def test_the_keyboard_reaches_and_shows_everything(page: Page, tabloid: str) -> None:
    page.show(motion="reduce")
    page.open(tabloid)
    stops: list[str] = []
    while len(stops) < 2 or stops[-1] != stops[0]:
        page.press("Tab")
        stop = page.tell(
            "(one => one.id || one.hash || `${one.tagName} ${one.parentElement.className}`)"
            "(document.activeElement)"
        )
        stops.append(stop)
    page.press("Tab", shift=True)

    count = page.tell("document.querySelectorAll('.node').length")
    assert stops[0] == "#articles"
    assert stops.index("show-head") < stops.index("show-k-headline") < stops.index("#a0s0")
    assert [stop for stop in stops if stop[:4] == "#a0s"] == [f"#a0s{at}" for at in range(count)]
    assert [stop for stop in stops if stop[:3] == "a0s"] == [f"a0s{at}" for at in range(count)]
    assert any(stop == "SUMMARY losers" for stop in stops)
    assert page.tell(LIT) == [f"a0n{count - 1}", f"a0s{count - 1}"]
    assert is_shown(page, f"#a0n{count - 1}")


def test_focus_can_be_seen(page: Page, tabloid: str) -> None:
    page.open(tabloid)
    page.press("Tab")

    assert page.tell("document.activeElement.className") == "skip"
    assert page.tell("document.activeElement.getBoundingClientRect().left") >= 0
    assert page.tell("getComputedStyle(document.activeElement).outlineStyle") == "solid"


def test_a_link_leads_from_the_node_to_its_place_and_back(page: Page, tabloid: str) -> None:
    page.show(motion="reduce")
    page.open(tabloid)
    at = number(page, ".node.k-byline")

    page.tell("document.querySelector('.node.k-byline a').focus()")
    assert page.tell(LIT) == [f"a0n{at}", f"a0s{at}"]
    page.press("Enter")
    page.wait(f"document.activeElement.id === 'a0s{at}'")
    assert is_shown(page, f"#a0s{at}")
    page.press("Enter")
    page.wait(f"location.hash === '#a0n{at}'")
    assert is_shown(page, f"#a0n{at}")


def test_a_finger_does_the_same(page: Page, tabloid: str) -> None:
    page.show(**SIZES["phone"], motion="reduce")
    page.open(tabloid)
    at = number(page, ".node.k-byline")

    assert not page.tell("document.querySelector('.kinds').open")
    page.tap(".node.k-byline .text")
    page.wait(f"{LIT}.length === 2")
    assert page.tell(LIT) == [f"a0n{at}", f"a0s{at}"]
    page.tap(".node.k-byline a")
    page.wait(f"location.hash === '#a0s{at}'")
    assert is_shown(page, f"#a0s{at}")
    page.tap(f"#a0s{at}")
    page.wait(f"location.hash === '#a0n{at}'")
    assert is_shown(page, f"#a0n{at}")


@pytest.mark.parametrize("scripts", [True, False])
def test_kinds_are_switched_off_and_on(page: Page, tabloid: str, scripts: bool) -> None:  # noqa: FBT001
    page.show(motion="reduce")
    if not scripts:
        page.without_scripts()
    page.open(tabloid)
    ground = "getComputedStyle(document.querySelector('.stretch.k-navigation')).backgroundColor"
    shown = "document.querySelector('.node.k-navigation').checkVisibility()"
    before = page.tell(ground)

    page.click("#show-k-navigation")
    assert not page.tell(shown)
    assert page.tell(ground) == "rgba(0, 0, 0, 0)" != before
    assert page.tell("document.querySelector('.node.k-share').checkVisibility()")
    if scripts:
        assert page.tell("document.querySelector('.stretch.k-navigation').tabIndex") == -1
    scrolled = "document.querySelector('.pane').scrollTop"
    page.tell("document.querySelector('.pane').scrollBy({top: 400, behavior: 'instant'})")
    at = page.tell(scrolled)
    page.hover(".stretch.k-navigation")  # its node is not there to be shown
    assert page.tell(scrolled) == at > 0
    page.tell("document.querySelector('#show-k-navigation').focus()")
    page.press("Space")
    assert page.tell(shown)
    assert page.tell(ground) == before
    page.click("#show-around")
    assert page.tell(
        "[...document.querySelectorAll('.node')].filter(one => one.checkVisibility())"
        ".every(one => !one.classList.contains('around'))"
    )
    check_quiet(page, tabloid)


def test_losers_are_opened_by_mouse_and_keyboard(page: Page, tabloid: str) -> None:
    page.open(tabloid)
    table = "document.querySelector('.losers table').checkVisibility()"

    assert not page.tell(table)
    page.click(".losers summary")
    assert page.tell(table)
    page.press("Enter")
    assert not page.tell(table)


def test_without_scripts_all_is_there(page: Page, tabloid: str) -> None:
    page.show(**SIZES["phone"])
    page.without_scripts()
    page.open(tabloid)
    at = number(page, ".node.k-byline")

    assert not page.tell("document.documentElement.classList.contains('scripted')")
    assert page.tell("document.querySelector('.kinds').open")
    page.tap(".node.k-byline a")
    page.wait(f"location.hash === '#a0s{at}'")
    assert (
        page.tell(f"getComputedStyle(document.querySelector('#a0s{at}')).outlineStyle") == "solid"
    )
    check_quiet(page, tabloid)


def test_names_and_roles_are_what_a_screen_reader_needs(page: Page, tabloid: str) -> None:
    page.show()
    page.open(tabloid)
    page.tell(LAID_OUT)
    found = [
        (one["role"]["value"], one.get("name", {}).get("value", ""))
        for one in page.call("Accessibility.getFullAXTree")["nodes"]
        if not one["ignored"]
    ]

    for role in ("banner", "main"):
        assert [role for one, _ in found if one == role] == [role]
    assert ("region", "Nodes 67") in found
    assert ("region", "Source 3643 characters") in found
    assert ("checkbox", "navigation 17") in found
    assert ("group", "Around the headline 6") in found
    assert found.count(("list", "Reasons")) == 67
    assert ("link", "characters 0–12") in found
    assert ("article", articlekit.parse(fixture(TABLOID)).title) in found
    assert [name for role, name in found if role == "link" and not name] == []


def test_nothing_of_an_attack_runs_or_asks(page: Page, tmp_path: Path) -> None:
    address = "https://example.com/2024/05/03/a"
    views = [
        View(source[:200], articlekit.parse(source, address), articlekit.explain(source, address))
        for _, source in documents()
    ]
    opened = put(tmp_path / "page.html", to_report(views))
    page.open(opened)
    page.tell(
        "document.querySelectorAll('*').forEach(one => ['click', 'mouseover', 'focus', 'toggle']"
        ".forEach(kind => one.dispatchEvent(new Event(kind))))"
    )

    assert page.tell("document.scripts.length") == 1
    check_quiet(page, opened)


def test_the_policy_would_stop_what_slipped_through(page: Page, tabloid: str) -> None:
    page.open(tabloid)
    page.tell(
        "document.body.insertAdjacentHTML('beforeend', '<img src=https://example.com/a.png"
        ' onerror="window.ran=1"><p id=styled style="color:red">x</p>\')'
    )
    page.tell(
        "document.body.append(Object.assign(document.createElement('script'),"
        " {textContent: 'window.ran = 1'}))"
    )

    assert page.tell("window.ran") is None
    assert page.tell("document.querySelector('#styled').style.color") == ""
    assert len([said for said in page.complaints if "Content Security Policy" in said]) >= 3


@pytest.mark.parametrize("motion", ["reduce", "no-preference"])
def test_a_long_page_is_still_of_use(page: Page, tmp_path: Path, motion: str) -> None:
    share = "Share this article\n" * 4  # short lines: a browser takes them for fewer than they are
    source = "Wall\n\n" + "".join(
        f"The council voted on Monday for wall {at} that keeps the river out.\n\n{share}"
        for at in range(1000)
    )
    one = View("long", articlekit.parse_text(source), articlekit.explain(source, format="text"))
    page.show(motion=motion)
    page.open(put(tmp_path / "page.html", to_report([one])))

    page.hover("#a0n4000 .text")
    page.wait(f"{LIT}.length === 2")
    assert is_shown(page, "#a0s4000")
    page.click("#show-around")
    assert not page.tell("document.querySelector('.node.around').checkVisibility()")


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_small_form_fits_a_notebook(page: Page, tmp_path: Path, scheme: str) -> None:
    made = [articlekit.parse(path)._repr_html_() for path in sorted(FIXTURES.glob("*/source.*"))]
    opened = put(
        tmp_path / "page.html",
        "<!doctype html><meta charset=utf-8><meta name=viewport content='width=device-width'>"
        f"<style>:root{{color-scheme:light dark}}</style>{''.join(made)}",
    )
    page.show(**SIZES["phone"], scheme=scheme)
    page.open(opened)

    seen, *faint = page.tell(FAINT)
    assert seen > 500
    assert faint == []
    assert page.tell("document.documentElement.scrollWidth") == SIZES["phone"]["width"]
    check_quiet(page, opened)
