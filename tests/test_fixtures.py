"""Golden articles: every fixture gives exactly the expected article."""

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "scripts"))

from review import FIXTURES, article_of, views_of  # noqa: E402 - the scripts are no package

FOLDERS = sorted(path for path in FIXTURES.iterdir() if (path / "case.toml").exists())


def test_there_are_enough() -> None:
    assert len(FOLDERS) >= 55


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_the_article_is_the_expected_one(folder: Path) -> None:
    article = article_of(folder)

    assert article.warnings == ()
    for name, now in views_of(article).items():
        assert (folder / name).read_text(encoding="utf-8") == now, f"{folder.name}/{name}"
