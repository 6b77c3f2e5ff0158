"""The pages of `tests/fixtures/html-*` and what readers say about them.

`source.html` is a page as a kind of system prints it; `truth.toml` beside it is written by hand:

- `language`, `family` (what the page shows), `url`, `site_name`, `section`, `lead_image`;
- `kicker`, `headline`, `standfirst`, `byline`, `time_line`: the printed lines; `authors`: the names;
- `published`, `modified` (ISO, as the page's metadata states them), `dateline` (as printed);
- `paragraphs`: the story's paragraphs in order, quotations included, the dateline with its paragraph;
- `subheadings`: all of them in order, and of these `questions`; `list_items`, `captions`, `credits`,
  `pull_quotes`, `attributions`, `corrections`: in order of the page;
- `boilerplate`: pairs of a kind and a line, a selection.

Keys that a page has nothing for may be missing. White space is collapsed in all texts.
"""

import sys
import tomllib
from pathlib import Path
from typing import get_args

import html5lib
import pytest

from articlekit import parse_html
from articlekit.model import BoilerplateKind

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "scripts"))

from truth import against_truth, report, text_and_page  # noqa: E402 - the scripts are no package

# Shares that may grow; `python scripts/truth.py --misses all` prints them and what differs,
# `--bounds` these tables anew.
READERS = {
    "language": 0.94,
    "headline": 0.94,
    "authors": 0.86,
    "dateline": 0.65,
    "kicker": 0.94,
    "standfirst": 0.89,
    "byline": 0.89,
    "time_line": 0.65,
    "published": 0.89,
    "modified": 0.88,
    "lead_image": 0.82,
    "site_name": 0.74,
    "section": 0.7,
    "paragraphs": 0.95,
    "subheadings": 0.89,
    "questions": 0.91,
    "list_items": 0.87,
    "captions": 0.72,
    "credits": 0.66,
    "pull_quotes": 0.79,
    "attributions": 0.62,
    "corrections": 0.5,
    "boilerplate": 0.83,
    "boilerplate kept out": 0.97,
}
TEXT = {
    "headline": 0.86,
    "authors": 0.62,
    "dateline": 0.89,
    "subheadings": 0.7,
    "paragraphs": 0.89,
}

FOLDERS = sorted((Path(__file__).parent / "fixtures").glob("html-*"))
ONE = ("kicker", "headline", "standfirst", "byline", "time_line", "dateline")
SEVERAL = ("authors", "paragraphs", "subheadings", "questions", "list_items", "captions", "credits")
SEVERAL += ("pull_quotes", "attributions", "corrections")
FACTS = ("language", "family", "url", "published", "modified", "lead_image", "site_name", "section")


def truth_of(folder: Path) -> dict[str, object]:
    return tomllib.loads((folder / "truth.toml").read_text(encoding="utf-8"))


def solid(text: str) -> str:
    return "".join(text.split())


def visible(folder: Path) -> str:
    page = html5lib.parse((folder / "source.html").read_bytes(), namespaceHTMLElements=False)
    for name in ("script", "style", "noscript"):
        for element in page.iter(name):
            element.clear()
    return solid("".join(page.find("body").itertext()))


def test_there_are_enough() -> None:
    assert len(FOLDERS) >= 24


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_the_truth_stands_in_the_page(folder: Path) -> None:
    truth, page = truth_of(folder), visible(folder)

    assert set(truth) <= {*ONE, *SEVERAL, *FACTS, "boilerplate"}
    lines = [truth[name] for name in ONE if name in truth]
    lines += [line for name in SEVERAL for line in truth.get(name, [])]
    lines += [line for _, line in truth["boilerplate"]]
    assert [line for line in lines if solid(line) not in page] == []
    assert {kind for kind, _ in truth["boilerplate"]} <= set(get_args(BoilerplateKind))
    assert set(truth["questions"]) <= set(truth["subheadings"])
    assert len(truth["paragraphs"]) >= 6
    if "dateline" in truth:
        assert any(line.startswith(truth["dateline"]) for line in truth["paragraphs"])


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_paragraphs_stand_in_order(folder: Path) -> None:
    page, at = visible(folder), 0
    for paragraph in truth_of(folder)["paragraphs"]:
        found = page.find(solid(paragraph), at)
        assert found >= 0, paragraph
        at = found


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_no_paragraph_is_lost(folder: Path) -> None:
    truth = truth_of(folder)
    text = solid(parse_html((folder / "source.html").read_bytes()).source)

    assert [line for line in truth["paragraphs"] if solid(line) not in text] == []


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_case_and_truth_speak_of_one_page(folder: Path) -> None:
    case, truth = (
        tomllib.loads((folder / "case.toml").read_text(encoding="utf-8")),
        truth_of(folder),
    )

    assert (case["url"], case["language"]) == (truth["url"], truth["language"])


def held(title: str, tallies: dict[str, object], bounds: dict[str, float]) -> list[str]:
    """The fields whose share is below its bound; `pytest -s` shows them all."""
    print("\n" + report(title, tallies))  # noqa: T201 - see above
    assert set(tallies) == set(bounds)
    return [
        f"{name}: {tallies[name].right} of {tallies[name].total}, bound {bound}"
        for name, bound in bounds.items()
        if tallies[name].share < bound
    ]


def test_articles_of_pages_are_what_readers_say() -> None:
    assert held("page against readers", against_truth(), READERS) == []


def test_a_page_and_the_text_it_shows_give_the_same_article() -> None:
    assert held("page against its text", text_and_page(), TEXT) == []
