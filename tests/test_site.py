"""The documentation site: every page in the navigation, every link and anchor leads somewhere.

`zensical build --strict` checks most of it as well, but it needs the site's own tools.
"""

import re
import unicodedata
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

import articlekit
from articlekit import model, testing, trace, values

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
PAGES = sorted(DOCS.rglob("*.md"))
FRONT = {
    "README.md": "index.md",
    "SECURITY.md": "security.md",
    "CHANGELOG.md": "changelog.md",
}
"""What stands outside of docs/, and the page that includes it."""
CONFIG = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
INCLUDE = re.compile(r'^--8<-- "([\w.]+)(?::\w+)?"$', re.MULTILINE)
DEFINITION = re.compile(r"^\[([^\]]+)\]: (\S+)$", re.MULTILINE)


def read(page: Path) -> str:
    """A page with what it includes, as the site shows it."""
    text = page.read_text(encoding="utf-8")
    return INCLUDE.sub(lambda found: section(found[1]), text)


def section(name: str) -> str:
    text = (ROOT / name).read_text(encoding="utf-8")
    parts = re.split(r"<!-- --8<-- \[(?:start|end):page\] -->", text)
    return parts[1] if len(parts) == 3 else text


def tokens(text: str) -> list[Token]:
    parsed = MarkdownIt("commonmark").enable("table").parse(text)
    return [token for block in parsed for token in (block, *(block.children or ()))]


def links(text: str) -> list[str]:
    found = [token.attrGet("href") or token.attrGet("src") for token in tokens(text)]
    return [str(target) for target in found if target]


def anchors(text: str) -> set[str]:
    """The ids of headings, as Python-Markdown makes them of their texts."""
    parsed = MarkdownIt("commonmark").enable("table").parse(text)
    headings = [
        "".join(part.content for part in after.children or ())
        for token, after in pairwise(parsed)
        if token.type == "heading_open"
    ]
    return {slug(heading) for heading in headings}


def slug(heading: str) -> str:
    plain = unicodedata.normalize("NFKD", heading).encode("ascii", "ignore").decode()
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", plain).strip().lower())


def name_of(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


def test_the_navigation_names_every_page_once() -> None:
    nav = CONFIG.partition("\nnav:\n")[2].partition("\n\n")[0]
    named = re.findall(r"(\S+\.md)$", nav, re.MULTILINE)

    assert sorted(named) == sorted(page.relative_to(DOCS).as_posix() for page in PAGES)


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_links_lead_to_pages_of_the_site(page: Path) -> None:
    text = read(page)
    for target in links(text):
        if re.match(r"[a-z]+:", target):
            continue
        path, _, anchor = unquote(target).partition("#")
        there = (page.parent / path).resolve() if path else page
        assert there.is_relative_to(DOCS), f"{target} is no page of the site"
        assert there.is_file(), f"{target} is not there"
        assert not anchor or anchor in anchors(read(there)), f"{target} has no such heading"


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_no_reference_is_left_open(page: Path) -> None:
    """A label in brackets without a definition is shown as it is written."""
    prose = [token.content for token in tokens(read(page)) if token.type == "text"]

    assert [text for text in prose if re.search(r"\]\[|\]\(", text)] == []


@pytest.mark.parametrize("name", FRONT)
def test_what_stands_outside_of_docs_has_the_same_links_there(name: str) -> None:
    outside = (ROOT / name).read_text(encoding="utf-8")
    inside = (DOCS / FRONT[name]).read_text(encoding="utf-8")
    defined = dict(DEFINITION.findall(outside))

    assert INCLUDE.search(inside)[1] == name
    assert {label: place(target) for label, target in defined.items()} == dict(
        DEFINITION.findall(inside)
    )
    assert all((ROOT / target).is_file() for target in defined.values())
    assert "](" not in re.sub(r"\]\(https://[^)]+\)", "", section(name)), "use [label] for links"
    for label in re.findall(r"^\[([^\]]+)\]: ", outside, re.MULTILINE):
        used = re.findall(r"\[([^\]]+)\]", section(name))
        assert label.lower() in {" ".join(one.lower().split()) for one in used}, label


def place(target: str) -> str:
    """Where a file of the repository is in docs/."""
    return FRONT.get(target, target.removeprefix("docs/"))


def test_every_public_name_is_in_the_reference() -> None:
    pages = "".join(page.read_text(encoding="utf-8") for page in (DOCS / "reference").glob("*.md"))
    shown = set(re.findall(r"^::: (\S+)$", pages, re.MULTILINE))
    records = {model.__name__, values.__name__}
    parts = {f"{thing.__module__}.{thing.__name__}" for thing in (trace.Decision, trace.Candidate)}

    tools = {f"articlekit.testing.{name}" for name in testing.__all__}
    shown |= {name.rpartition(".")[0] for name in shown}  # of a file that is named as its function
    names = {f"articlekit.{name}" for name in articlekit.__all__}
    assert names | records | parts | tools <= shown
