"""What tests of several folders need: a real browser, started once."""

from collections.abc import Iterator

import devtools
import pytest


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[devtools.Browser]:
    """A browser; the tests that want one are skipped where none is installed."""
    if devtools.PROGRAM is None:
        pytest.skip("no Chromium is installed (see docs/contributing.md)")
    running = devtools.Browser(devtools.PROGRAM, tmp_path_factory.mktemp("profile"))
    yield running
    running.close()


@pytest.fixture
def page(browser: devtools.Browser) -> Iterator[devtools.Page]:
    """A new page of the browser."""
    with browser.page() as opened:
        yield opened
