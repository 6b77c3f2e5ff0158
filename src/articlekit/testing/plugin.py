"""What the pytest plugin does when it is used: collect saved pages, compare, say what was written.

There is no state but the files: whatever a test has to say is in its report, so that tests may run
in many processes.
"""

from __future__ import annotations

import os
import shlex
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, cast

import pytest

import articlekit
from articlekit.errors import ArticleKitError, DataError
from articlekit.testing.expectation import expectation_path, read_expectation
from articlekit.testing.golden import check
from articlekit.testing.snapshot import DEFAULT_PINS, PINS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from _pytest._code.code import TerminalRepr
    from _pytest._io import TerminalWriter

    from articlekit.article import Article
    from articlekit.testing.expectation import Expectation

_PAGES = (".html", ".htm", ".html.gz", ".txt")
_TEXT = ".txt"
_SECTION = "articlekit"
_LEGEND = "\n  (- expected, + found, ~ changed, > moved)"
_COLOURS = {"-": "red", "+": "green", "~": "yellow", ">": "cyan"}


class Pages:
    """Finds the saved pages in the folders that the options name."""

    def __init__(self, config: pytest.Config) -> None:
        """Raise `pytest.UsageError` where a folder does not exist."""
        here = config.invocation_params.dir
        named = [_absolute(here / folder) for folder in config.getoption("articlekit_pages")]
        self.folders = [*named, *config.getini("articlekit_pages")]
        for folder in self.folders:
            if not folder.is_dir():
                raise pytest.UsageError(f"articlekit_pages: there is no folder {folder}")
        chosen = config.args_source is pytest.Config.ArgsSource.ARGS
        _reach(config, named if chosen else self.folders)

    def pytest_collect_file(
        self, file_path: Path, parent: pytest.Collector
    ) -> pytest.Collector | None:
        """A saved page is collected as a file with one test."""
        if not file_path.name.lower().endswith(_PAGES):
            return None
        if not any(file_path.is_relative_to(folder) for folder in self.folders):
            return None
        return PageFile.from_parent(parent, path=file_path)


def _reach(config: pytest.Config, folders: Sequence[Path]) -> None:
    """Have folders collected, too, that lie outside of what is collected anyway."""
    here = config.invocation_params.dir
    args = [_absolute(here / arg.split("::")[0]) for arg in config.args]
    for folder in folders:
        if not any(arg.is_relative_to(folder) or folder.is_relative_to(arg) for arg in args):
            config.args.append(str(folder))


class PageFile(pytest.File):
    """A saved page."""

    def collect(self) -> Iterator[PageItem]:
        """Its one test."""
        yield PageItem.from_parent(self, name="article")


class PageItem(pytest.Item):
    """The test that a saved page is parsed as expected."""

    def runtest(self) -> None:
        """Parse the page and compare the article."""
        expectation = _expectation_of(self, self.path)
        form = "text" if self.path.name.lower().endswith(_TEXT) else "html"
        try:
            article = articlekit.parse(self.path, **{"format": form, **expectation.options})
        except ArticleKitError as error:
            pytest.fail(f"{_name(self, self.path)}: {error}")
        _check(self, article, expectation)

    def repr_failure(
        self,
        excinfo: pytest.ExceptionInfo[BaseException],
        style: Any = None,  # noqa: ANN401 - pytest has no public name for it
    ) -> str | TerminalRepr:
        """The differences alone: the code that found them says nothing."""
        if isinstance(excinfo.value, pytest.fail.Exception):
            return cast("TerminalRepr", _Shown(self, str(excinfo.value)))
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, None, str]:
        """Where it stands, and its heading."""
        return self.path, None, self.nodeid


class _Shown:
    """The message of a page that failed, as pytest shows it: coloured on a terminal only."""

    def __init__(self, item: PageItem, message: str) -> None:
        self.message = message
        self.reprcrash = _Crash(str(item.path), 0, message.partition("\n")[0])

    def __str__(self) -> str:
        return self.message

    def toterminal(self, to: TerminalWriter) -> None:
        _print(to, self.message)


class _Crash(NamedTuple):
    """What pytest shows of a failure in its summary."""

    path: str
    lineno: int
    message: str


def check_article(item: pytest.Item, article: Article, page: Path) -> None:
    """Fail a test where an article is not what is expected of a page, or write that when asked."""
    __tracebackhide__ = True
    if not isinstance(article, articlekit.Article):
        raise TypeError(f"article_golden takes an Article, not a {type(article).__name__}")
    _check(item, article, _expectation_of(item, page))


def _expectation_of(item: pytest.Item, page: Path) -> Expectation:
    """What is expected of a page; the test fails where that cannot be read."""
    __tracebackhide__ = True
    path = expectation_path(page)
    try:
        return read_expectation(path)
    except (DataError, OSError) as error:
        pytest.fail(f"{_name(item, path)}: {error}")


def _check(item: pytest.Item, article: Article, expectation: Expectation) -> None:
    __tracebackhide__ = True
    update = item.config.getoption("articlekit_update")
    pins = item.config.getini("articlekit_pin") or DEFAULT_PINS
    name = _name(item, expectation.path)
    try:
        outcome = check(article, expectation, name, update=update, pins=pins)
    except OSError as error:
        pytest.fail(f"{name}: {error}")
    if not outcome.as_expected:
        legend = _LEGEND if expectation.pinned else ""
        command = f"pytest --articlekit-update {shlex.quote(item.nodeid)}"
        pytest.fail(f"{outcome.said}\n{legend}\n  to save what was found: {command}")
    if outcome.said:
        item.add_report_section("call", _SECTION, outcome.said)


def check_pins(config: pytest.Config) -> None:
    """Refuse an `articlekit_pin` that names what there is not."""
    if unknown := [name for name in config.getini("articlekit_pin") if name not in PINS]:
        raise pytest.UsageError(
            f"articlekit_pin: {unknown[0]!r} cannot be pinned; {', '.join(PINS)} can"
        )


def show_written(reporter: pytest.TerminalReporter) -> None:
    """Print what the reports of all tests say about expected articles that were written."""
    reports = [report for group in reporter.stats.values() for report in group]
    sections = [part for report in reports for part in getattr(report, "sections", ())]
    written = dict.fromkeys(text for name, text in sections if _SECTION in name.split())
    reporter.section("expected articles")
    for text in written:
        _print(reporter, text)
    reporter.line(f"{len(written)} written" if written else "none was to be written")


def _print(to: TerminalWriter | pytest.TerminalReporter, text: str) -> None:
    """Print lines, on a terminal in the colour of their sign."""
    for line in text.split("\n"):
        colour = _COLOURS.get(line.lstrip().partition(" ")[0]) if line.startswith(" ") else None
        to.line(line, **({colour: True} if colour else {}))


def _name(item: pytest.Item, path: Path) -> str:
    """A path as messages show it: from the project's folder on."""
    root = item.config.rootpath
    path = _absolute(path)
    return str(path.relative_to(root) if path.is_relative_to(root) else path)


def _absolute(path: Path) -> Path:
    """The whole path as pytest has it: no links followed."""
    return Path(os.path.abspath(path))  # noqa: PTH100
