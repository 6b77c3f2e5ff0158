"""Every public name says what it is, and stands in an example that runs as a test."""

import ast
import inspect
import re
from doctest import DocTestParser
from pathlib import Path

import pytest

import articlekit
from articlekit import Article, Entry, Feed, Figure, Image, Limits, Section, Trace
from articlekit.model import Boilerplate, Node

ROOT = Path(__file__).parent.parent
PAGES = (ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md")))
EXAMPLES = "".join(
    example.source + example.want
    for page in PAGES
    for example in DocTestParser().get_examples(page.read_text(encoding="utf-8"))
)
RECORDS = (Article, Section, Figure, Image, Entry, Feed, Trace, Limits)


def own_members(record: type) -> dict[str, str | None]:
    """The public fields, properties and methods of a class, with what is said of each."""
    source = inspect.getsource(record)
    body = ast.parse(source).body[0].body
    found = {}
    for statement, following in zip(body, [*body[1:], None], strict=True):
        if isinstance(statement, ast.FunctionDef):
            found[statement.name] = ast.get_docstring(statement)
        elif isinstance(statement, ast.AnnAssign):
            said = isinstance(following, ast.Expr) and isinstance(following.value, ast.Constant)
            found[statement.target.id] = following.value.value if said else None
    return {name: said for name, said in found.items() if not name.startswith("_")}


def sections_in(pattern: str, *texts: str) -> set[str]:
    """The numbers of sections where texts have a run of them."""
    runs = (run for text in texts for run in re.findall(pattern, text, re.MULTILINE))
    return {section for run in runs for section in re.findall(r"[0-9](?:\.[0-9])?", run)}


def test_sections_that_the_code_names_are_in_the_conventions() -> None:
    code = [path.read_text(encoding="utf-8") for path in (ROOT / "src").rglob("*.py")]
    conventions = (ROOT / "docs" / "conventions.md").read_text(encoding="utf-8")
    named = sections_in(r"conventions,? ([0-9][0-9., andto]*)", *code)

    assert len(named) > 10
    assert named <= sections_in(r"^(?:## |- \*\*)([0-9., ]+)", conventions)


@pytest.mark.parametrize("name", articlekit.__all__)
def test_a_public_name_is_explained_and_shown(name: str) -> None:
    thing = getattr(articlekit, name)

    assert vars(thing).get("__doc__") if inspect.isclass(thing) else thing.__doc__
    assert re.search(rf"\b{name}\b", EXAMPLES), "stands in no example of the docs"


@pytest.mark.parametrize("name", own_members(Article))
def test_a_member_of_the_article_is_shown(name: str) -> None:
    assert re.search(rf"\b(?:[Aa]rticle|page|small)\.{name}\b", EXAMPLES), "stands in no example"


@pytest.mark.parametrize("record", RECORDS)
def test_members_are_explained(record: type) -> None:
    assert [name for name, said in own_members(record).items() if not said] == []


def test_what_users_of_other_libraries_are_told_to_write_can_be_written() -> None:
    page = (ROOT / "docs" / "migrating.md").read_text(encoding="utf-8")
    html = (
        "<h1>Canal opens</h1><p>Published: 3 May 2026</p><p>The canal is open to small boats.</p>"
    )
    article = articlekit.parse_html(html, "https://www.example.com/")
    written = set(re.findall(r"`(\[?[^`\n]*\barticle\.[^`\n]+)`", page))

    assert len(written) > 30
    for expression in written:
        eval(expression, {"article": article})  # noqa: S307 - from our own page


def test_the_tree_of_the_readme_is_what_is_printed() -> None:
    """Kinds and texts; the confidence of a line may change whenever something is learned."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    source = (ROOT / "tests/fixtures/readme/source.txt").read_text(encoding="utf-8")
    printed = re.findall(r"^([a-z_:]+) +[01]\.[0-9]{2}  (.+?)…?$", readme, re.MULTILINE)
    nodes = articlekit.parse_text(source).nodes

    assert source.strip() in readme
    assert [kind for kind, _ in printed] == [kind_of(node) for node in nodes]
    assert all(node.text.startswith(text) for node, (_, text) in zip(nodes, printed, strict=True))


def kind_of(node: Node) -> str:
    tag = str(node.__struct_config__.tag)
    return f"{tag}:{node.kind}" if isinstance(node, Boilerplate) else tag
