"""Golden articles: every fixture gives exactly the expected article."""

import sys
from pathlib import Path
from shutil import copytree

import pytest

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "scripts"))

from review import FIXTURES, article_of, differences  # noqa: E402 - the scripts are no package

FOLDERS = sorted(path for path in FIXTURES.iterdir() if (path / "case.toml").exists())


def test_there_are_enough() -> None:
    assert len(FOLDERS) >= 55


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_the_article_is_the_expected_one(folder: Path) -> None:
    article = article_of(folder)

    assert article.warnings == ()
    lines = differences(folder, article)
    if lines:
        pytest.fail("\n".join(lines))


def test_what_differs_is_told_by_node(tmp_path: Path) -> None:
    folder = tmp_path / "readme"
    copytree(FIXTURES / "readme", folder)
    for name in ("expected.json", "expected.md"):
        text = (folder / name).read_text(encoding="utf-8")
        (folder / name).write_text(text.replace("Why is", "What was"), encoding="utf-8")

    lines = differences(folder, article_of(folder))

    assert lines[0] == "readme: expected.json, expected.md"
    assert any("subheading" in line and line.startswith("  ~") for line in lines), lines
    assert any("- text: What was the wall needed?" in line for line in lines), lines
