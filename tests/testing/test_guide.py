"""The guides to testing are true: files are written, commands run, their output compared."""

import re
from pathlib import Path

import pytest
from pytest import Pytester  # noqa: PT013 - a type

from articlekit.testing import DEFAULT_PINS, PINS

DOCS = Path(__file__).parents[2] / "docs"
GUIDE = (DOCS / "testing.md").read_text(encoding="utf-8")
STEP = re.compile(r"^<!-- (\w+): (.+?) -->\n```\w+\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def matched(text: str, shown: str) -> None:
    """The text has the lines that are shown, one after the other; "..." stands for any."""
    pattern = "".join(
        r"(?:.*\n)*?"
        if line.strip() == "..."
        else re.escape(line).replace(r"\.\.\.", ".*") + " *\n"
        for line in shown.splitlines()
    )
    assert re.search("^" + pattern, text, re.MULTILINE), text


def run(pytester: Pytester, said: str, text: str) -> None:
    command, _, shown = text.partition("\n")
    assert command.startswith("$ pytest")
    result = pytester.runpytest(*command.split()[2:])
    number, outcome = said.split()
    result.assert_outcomes(**{outcome: int(number)})
    matched(result.stdout.str(), shown)


def replace(path: Path, text: str) -> None:
    page = path.read_text(encoding="utf-8")
    lines = text.splitlines()
    for old, new in zip(lines[::2], lines[1::2], strict=True):
        assert old[0] == "-"
        assert new[0] == "+"
        assert old[1:] in page
        page = page.replace(old[1:], new[1:])
    path.write_text(page, encoding="utf-8")


@pytest.mark.parametrize(("name", "runs"), [("testing.md", 7), ("quick-start-tests.md", 2)])
def test_the_guide_is_true(name: str, runs: int, pytester: Pytester) -> None:
    steps = STEP.findall((DOCS / name).read_text(encoding="utf-8"))
    assert [kind for kind, _, _ in steps].count("run") == runs
    for kind, what, text in steps:
        path = pytester.path / what
        if kind == "file":
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        elif kind == "replace":
            replace(path, text)
        elif kind == "shows":
            matched(path.read_text(encoding="utf-8"), text)
        else:
            assert kind == "run"
            run(pytester, what, text)


def test_the_guide_names_all_that_can_be_pinned() -> None:
    table = GUIDE.partition("<!-- pins -->")[2].strip().partition("\n\n")[0]
    named = {
        name for row in table.splitlines() for name in re.findall(r"`(\w+)`", row.split("|")[1])
    }

    assert named == set(PINS)
    assert set(PINS) - set(DEFAULT_PINS) == {"kicker", "standfirst", "body"}
