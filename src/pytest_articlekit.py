"""The pytest plugin of articlekit: saved pages against the articles expected of them.

It gives the fixture `article_golden`, and one test for each saved page of the folders that the ini
option `articlekit_pages` or `--articlekit-pages` name; see docs/testing.md.

pytest imports this module in every project that has articlekit installed. So it stands outside of
the package, whose import takes a hundred times as long; what it does when it is used stands in
`articlekit.testing.plugin`.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from articlekit import Article


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the options."""
    group = parser.getgroup("articlekit", "saved pages and the articles expected of them")
    group.addoption(
        "--articlekit-pages",
        metavar="DIR",
        action="append",
        default=[],
        help="test each saved page (*.html, *.htm, *.html.gz, *.txt) below DIR; may be repeated",
    )
    group.addoption(
        "--articlekit-update",
        action="store_true",
        help="write expected articles that are missing or differ, instead of failing",
    )
    parser.addini("articlekit_pages", "folders of saved pages to test", type="paths", default=[])
    parser.addini(
        "articlekit_pin", "what new expected articles hold (default: all)", type="args", default=[]
    )


def pytest_configure(config: pytest.Config) -> None:
    """Look for saved pages where any are to be tested; refuse what cannot be meant."""
    if config.getoption("articlekit_update"):
        if os.environ.get("CI"):
            raise pytest.UsageError(
                "--articlekit-update is refused where CI is set, as what is expected is for people "
                "to review (to write it all the same: CI= pytest --articlekit-update)"
            )
        from articlekit.testing.plugin import check_pins

        check_pins(config)
    if config.getoption("articlekit_pages") or config.getini("articlekit_pages"):
        from articlekit.testing.plugin import Pages

        config.pluginmanager.register(Pages(config), "articlekit-pages")


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """Say which expected articles were written, and how they differ from what stood there."""
    if config.getoption("articlekit_update"):
        from articlekit.testing.plugin import show_written

        show_written(terminalreporter)


@pytest.fixture
def article_golden(request: pytest.FixtureRequest) -> Callable[[Article, str | Path], None]:
    """Compare an article with what is saved as expected of a page.

    `article_golden(article, page)` fails the test with the differences where the article is not
    what the file beside the page says (`wall.html.article.json` for `wall.html`), or where there is
    none; with `--articlekit-update` that file is written instead. The page itself is not read, and
    need not exist: `page` only says where the expected article is.
    """
    item = request.node

    def article_golden(article: Article, page: str | Path) -> None:
        __tracebackhide__ = True
        from articlekit.testing.plugin import check_article

        check_article(item, article, Path(page))

    return article_golden
