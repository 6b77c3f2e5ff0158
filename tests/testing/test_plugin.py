"""The pytest plugin, in runs of pytest of its own."""

import gzip
import json
from importlib.metadata import entry_points
from pathlib import Path

import pytest
from pytest import Pytester  # noqa: PT013 - a type

PAGE = """<!doctype html><html lang="en"><head><title>Canal opens to small boats</title></head><body>
<nav class="menu"><a href="/">Home</a></nav><article><h1>Canal opens to small boats</h1>
<p class="byline">By Jane Roe</p>
<p>The canal is open to small boats again from June, and the harbour office expects more visitors
than in any summer since the locks were rebuilt.</p>
<p>Whoever comes with a boat of their own needs a sticker, which costs nothing and can be picked up
at the harbour office on every day of the week.</p></article></body></html>
"""
TEXT = """Council votes for new flood wall

By Jane Roe

The council voted on Monday evening for a wall that will keep the river out of the lower town.
"""
TEST = """
    import articlekit
    from pathlib import Path

    PAGE = Path(__file__).parent / "pages" / "canal.html"

    def test_canal(article_golden):
        article_golden(articlekit.parse(PAGE), PAGE)
"""


@pytest.fixture
def pages(pytester: Pytester) -> Path:
    """A project whose folder of pages holds one."""
    pytester.makeini("[pytest]\narticlekit_pages = pages\n")
    folder = pytester.mkdir("pages")
    (folder / "canal.html").write_text(PAGE, encoding="utf-8")
    return folder


def expected(page: Path) -> Path:
    return page.with_name(page.name + ".article.json")


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_the_entry_point_is_installed() -> None:
    (point,) = entry_points(group="pytest11", name="articlekit")

    assert point.value == "pytest_articlekit", "install the project again: pip install -e ."


# Pages of a folder


def test_a_page_without_an_expected_article_fails_and_writes_nothing(
    pytester: Pytester, pages: Path
) -> None:
    result = pytester.runpytest()

    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(
        [
            "pages/canal.html.article.json: no expected article is saved",
            "*to save what was found: pytest --articlekit-update pages/canal.html::article",
        ]
    )
    assert not expected(pages / "canal.html").exists()


def test_an_expected_article_is_written_once(pytester: Pytester, pages: Path) -> None:
    first = pytester.runpytest("--articlekit-update")
    written = expected(pages / "canal.html").read_bytes()
    second = pytester.runpytest("--articlekit-update")

    first.assert_outcomes(passed=1)
    first.stdout.fnmatch_lines(
        ["=* expected articles =*", "pages/canal.html.article.json: written: 5 nodes", "1 written"]
    )
    second.stdout.fnmatch_lines(["none was to be written"])
    assert expected(pages / "canal.html").read_bytes() == written
    pytester.runpytest().assert_outcomes(passed=1)


def test_a_page_that_is_not_as_expected_is_told_by_node(pytester: Pytester, pages: Path) -> None:
    pytester.runpytest("--articlekit-update")
    change(pages / "canal.html", "on every day of the week", "on Mondays")

    result = pytester.runpytest()

    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(
        [
            "pages/canal.html.article.json: not as expected: nodes",
            "  nodes: 1 differ of 5 expected, 5 found",
            "  ~    5  paragraph *",
            "        - text: *every day of the week.",
            "        + text: *Mondays.",
            "  (- expected, + found, ~ changed, > moved)",
            "FAILED pages/canal.html::article - pages/canal.html.article.json: not as*",
        ]
    )
    assert "runtest" not in result.stdout.str(), "the code that found it says nothing"


def test_an_update_shows_what_it_changes(pytester: Pytester, pages: Path) -> None:
    pytester.runpytest("--articlekit-update")
    change(pages / "canal.html", "By Jane Roe", "By Ann Lee")

    result = pytester.runpytest("--articlekit-update")

    result.assert_outcomes(passed=1)
    result.stdout.fnmatch_lines(
        [
            "pages/canal.html.article.json: renewed: authors, nodes",
            "  - authors: Jane Roe",
            "  + authors: Ann Lee",
            "1 written",
        ]
    )
    pytester.runpytest().assert_outcomes(passed=1)


def test_every_form_of_a_page_is_collected(pytester: Pytester, pages: Path) -> None:
    below = pages / "2026"
    below.mkdir()
    (below / "an old page.HTM").write_text(PAGE, encoding="utf-8")
    (below / "canal.html.gz").write_bytes(gzip.compress(PAGE.encode()))
    (below / "Brücke 桥.txt").write_text(TEXT, encoding="utf-8")
    (below / "notes.md").write_text("no page", encoding="utf-8")

    pytester.runpytest("--articlekit-update").assert_outcomes(passed=4)

    pytester.runpytest().assert_outcomes(passed=4)
    for name in ("an old page.HTM", "canal.html.gz"):
        assert json.loads(expected(below / name).read_bytes())["language"] == "en"
    pytester.runpytest("-k", "Brücke").assert_outcomes(passed=1, deselected=3)
    pytester.runpytest(below / "Brücke 桥.txt").assert_outcomes(passed=1)


def test_a_text_is_no_markup_whatever_it_holds(pytester: Pytester, pages: Path) -> None:
    (pages / "about.txt").write_text("<p>One</p>\n<p>Two</p>\n<p>Three</p>\n", encoding="utf-8")

    pytester.runpytest("--articlekit-update", pages / "about.txt")

    nodes = json.loads(expected(pages / "about.txt").read_bytes())["nodes"]
    assert any("<p>" in node["text"] for node in nodes)


def test_what_parse_is_given_stands_in_the_file(pytester: Pytester, pages: Path) -> None:
    (pages / "canal.html").write_text(
        PAGE.replace("<p>", '<img src="/lock.jpg"><p>').replace(
            "<head>", '<head><meta property="og:image" content="/lock.jpg">'
        ),
        encoding="utf-8",
    )
    path = expected(pages / "canal.html")
    path.write_text('{"parse": {"url": "https://example.com/news/canal", "language": "de"}}')

    pytester.runpytest().assert_outcomes(failed=1)
    pytester.runpytest("--articlekit-update").assert_outcomes(passed=1)

    held = json.loads(path.read_bytes())
    assert held["parse"] == {"url": "https://example.com/news/canal", "language": "de"}
    assert held["lead_image"] == "https://example.com/lock.jpg"
    assert held["language"] == "de"
    pytester.runpytest().assert_outcomes(passed=1)


def test_an_option_that_parse_refuses_fails_the_test(pytester: Pytester, pages: Path) -> None:
    expected(pages / "canal.html").write_text('{"parse": {"format": "pdf"}}')

    result = pytester.runpytest("--articlekit-update")

    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["pages/canal.html: format is 'pdf'; possible are *"])


@pytest.mark.parametrize("update", [(), ("--articlekit-update",)])
def test_a_broken_expected_article_fails_and_is_left(
    pytester: Pytester, pages: Path, update: tuple[str, ...]
) -> None:
    path = expected(pages / "canal.html")
    path.write_text('{"headline": "Canal"')

    result = pytester.runpytest(*update)

    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["pages/canal.html.article.json: not JSON: *line 1*"])
    assert path.read_text() == '{"headline": "Canal"'


def test_a_page_that_cannot_be_read_fails(pytester: Pytester, pages: Path) -> None:
    pytester.makeconftest(
        """
        def pytest_collection_finish(session):
            (session.config.rootpath / "pages" / "canal.html").unlink()
        """
    )

    result = pytester.runpytest("--articlekit-update")

    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["pages/canal.html: *No such file*"])
    assert not expected(pages / "canal.html").exists()


def test_damaged_data_do_not_pass_for_an_article(pytester: Pytester, pages: Path) -> None:
    (pages / "torn.html.gz").write_bytes(gzip.compress(PAGE.encode())[:60])
    expected(pages / "torn.html.gz").write_text('{"headline": "Canal opens to small boats"}')

    result = pytester.runpytest(pages / "torn.html.gz")
    update = pytester.runpytest("--articlekit-update", pages / "torn.html.gz")

    result.assert_outcomes(failed=1)
    update.stdout.fnmatch_lines(["*torn.html.gz.article.json: renewed: headline*"])


def test_an_expected_article_that_cannot_be_written_fails(pytester: Pytester, pages: Path) -> None:
    expected(pages / "canal.html").mkdir()

    result = pytester.runpytest("--articlekit-update")

    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["pages/canal.html.article.json: *directory*"])


def test_new_expected_articles_pin_what_the_project_wants(pytester: Pytester, pages: Path) -> None:
    pytester.makeini("[pytest]\narticlekit_pages = pages\narticlekit_pin = authors headline\n")

    pytester.runpytest("--articlekit-update").assert_outcomes(passed=1)

    assert json.loads(expected(pages / "canal.html").read_bytes()) == {
        "headline": "Canal opens to small boats",
        "authors": [{"name": "Jane Roe"}],
    }
    change(pages / "canal.html", "on every day of the week", "on Mondays")
    pytester.runpytest().assert_outcomes(passed=1)


def test_pages_outside_of_what_is_collected_are_tested_too(pytester: Pytester) -> None:
    pytester.makeini("[pytest]\ntestpaths = tests\narticlekit_pages = saved tests/pages\n")
    for folder in ("saved", "tests/pages"):
        pytester.path.joinpath(folder).mkdir(parents=True)
        (pytester.path / folder / "wall.txt").write_text(TEXT, encoding="utf-8")
    pytester.path.joinpath("tests/test_other.py").write_text("def test_other(): pass\n")

    pytester.runpytest("--articlekit-update").assert_outcomes(passed=3)
    pytester.runpytest("tests").assert_outcomes(passed=2)
    pytester.runpytest("saved/wall.txt").assert_outcomes(passed=1)
    pytester.runpytest("tests/test_other.py").assert_outcomes(passed=1)


def test_folders_may_be_named_on_the_command_line(pytester: Pytester) -> None:
    pytester.mkdir("saved").joinpath("wall.txt").write_text(TEXT, encoding="utf-8")
    pytester.makepyfile("def test_other(): pass")

    pytester.runpytest().assert_outcomes(passed=1)
    pytester.runpytest("--articlekit-pages=saved").assert_outcomes(passed=1, failed=1)
    (test,) = pytester.path.glob("test_*.py")
    pytester.runpytest(test).assert_outcomes(passed=1)
    pytester.runpytest("--articlekit-pages=saved", test).assert_outcomes(passed=1, failed=1)


# Refusals


@pytest.mark.parametrize(
    ("options", "ini", "message"),
    [
        (["--articlekit-pages=nowhere"], "", "*there is no folder *nowhere"),
        ([], "articlekit_pages = nowhere", "*there is no folder *nowhere"),
        (["--articlekit-update"], "articlekit_pin = titel", "*'titel' cannot be pinned; headline*"),
    ],
)
def test_what_cannot_be_meant_is_a_usage_error(
    pytester: Pytester, options: list[str], ini: str, message: str
) -> None:
    pytester.makeini(f"[pytest]\n{ini}\n")

    result = pytester.runpytest(*options)

    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines([f"ERROR: {message}"])


def test_nothing_is_written_in_continuous_integration(
    pytester: Pytester, pages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CI", "true")

    result = pytester.runpytest("--articlekit-update")

    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines(["ERROR: --articlekit-update is refused where CI is set*"])
    assert not expected(pages / "canal.html").exists()
    monkeypatch.setenv("CI", "")
    pytester.runpytest("--articlekit-update").assert_outcomes(passed=1)


# The fixture


@pytest.fixture
def tested(pytester: Pytester) -> Path:
    """A project with a test that uses the fixture, and its page."""
    pytester.makepyfile(TEST)
    page = pytester.mkdir("pages") / "canal.html"
    page.write_text(PAGE, encoding="utf-8")
    return page


def test_the_fixture_fails_writes_and_passes(pytester: Pytester, tested: Path) -> None:
    missing = pytester.runpytest()
    assert not expected(tested).exists()
    written = pytester.runpytest("--articlekit-update")

    missing.assert_outcomes(failed=1)
    missing.stdout.fnmatch_lines(
        [
            ">*article_golden(articlekit.parse(PAGE), PAGE)",
            "E*pages/canal.html.article.json: no expected article is saved",
            "E*to save what was found: pytest --articlekit-update test_*.py::test_canal",
        ]
    )
    written.assert_outcomes(passed=1)
    written.stdout.fnmatch_lines(["pages/canal.html.article.json: written: 5 nodes", "1 written"])
    pytester.runpytest().assert_outcomes(passed=1)


def test_the_fixture_shows_the_test_and_the_differences(pytester: Pytester, tested: Path) -> None:
    pytester.runpytest("--articlekit-update")
    change(tested, "By Jane Roe", "By Ann Lee")

    result = pytester.runpytest()

    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(
        [
            ">*article_golden(articlekit.parse(PAGE), PAGE)",
            "E*- authors: Jane Roe",
            "E*+ authors: Ann Lee",
            "E*~    3  byline*By Ann Lee",
        ]
    )
    assert "check_article" not in result.stdout.str(), "the plugin's own code is hidden"
    shown = [line for line in result.outlines if line.startswith("E     ")]
    assert len(shown) > 9
    assert max(len(line) for line in shown if "pytest --articlekit" not in line) <= 100


@pytest.mark.usefixtures("tested")
def test_a_page_may_be_tested_both_ways(pytester: Pytester) -> None:
    pytester.makeini("[pytest]\narticlekit_pages = pages\n")

    result = pytester.runpytest("--articlekit-update")

    result.assert_outcomes(passed=2)
    result.stdout.fnmatch_lines(["1 written"])
    pytester.runpytest().assert_outcomes(passed=2)


def test_what_a_failing_test_wrote_is_said(pytester: Pytester, tested: Path) -> None:
    pytester.makepyfile(TEST + "        assert False\n")

    result = pytester.runpytest("--articlekit-update")

    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["pages/canal.html.article.json: written*", "1 written"])
    assert expected(tested).exists()


def test_the_fixture_takes_articles_only(pytester: Pytester) -> None:
    pytester.makepyfile("def test_it(article_golden): article_golden('<p>', 'page.html')")

    result = pytester.runpytest("--articlekit-update")

    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["E*TypeError: article_golden takes an Article, not a str"])


def test_the_fixture_tells_a_broken_expected_article(pytester: Pytester, tested: Path) -> None:
    expected(tested).write_text("[]")

    result = pytester.runpytest()

    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["E*pages/canal.html.article.json: not an object of JSON"])


# Other plugins, and none


def test_many_processes_write_and_compare(pytester: Pytester, pages: Path) -> None:
    for number in range(4):
        (pages / f"wall-{number}.txt").write_text(TEXT, encoding="utf-8")

    written = pytester.runpytest_subprocess("-n2", "--articlekit-update")
    change(pages / "canal.html", "By Jane Roe", "By Ann Lee")
    failed = pytester.runpytest_subprocess("-n2")

    written.assert_outcomes(passed=5)
    written.stdout.fnmatch_lines(["pages/canal.html.article.json: written: 5 nodes", "5 written"])
    failed.assert_outcomes(passed=4, failed=1)
    failed.stdout.fnmatch_lines(["  - authors: Jane Roe", "  + authors: Ann Lee"])


@pytest.mark.parametrize("colour", ["yes", "no"])
def test_colours_are_for_terminals(pytester: Pytester, pages: Path, colour: str) -> None:
    pytester.runpytest("--articlekit-update")
    change(pages / "canal.html", "By Jane Roe", "By Ann Lee")

    result = pytester.runpytest(f"--color={colour}", "--junitxml=report.xml")

    assert ("\x1b[31m  - authors: Jane Roe" in result.stdout.str()) == (colour == "yes")
    assert ("\x1b[32m  + authors: Ann Lee" in result.stdout.str()) == (colour == "yes")
    assert "x1B" not in (pytester.path / "report.xml").read_text(encoding="utf-8")


@pytest.mark.usefixtures("tested")
def test_the_plugin_can_be_left_out(pytester: Pytester) -> None:
    result = pytester.runpytest("-p", "no:articlekit")

    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines(["E*fixture 'article_golden' not found"])


@pytest.mark.usefixtures("pages")
def test_its_options_are_known_to_a_strict_project(pytester: Pytester) -> None:
    result = pytester.runpytest("--strict-config", "--strict-markers", "-W", "error", "--co")

    assert result.ret == pytest.ExitCode.OK
    result.stdout.fnmatch_lines(["*<PageFile canal.html>", "*<PageItem article>"])


def test_projects_that_do_not_use_it_pay_almost_nothing(pytester: Pytester) -> None:
    """Pytest and a plugin that is loaded: of the library not a module, and no time to speak of."""
    pytester.makepyfile(
        """
        import sys

        def test_what_is_loaded():
            assert "pytest_articlekit" in sys.modules
            heavy = {"articlekit", "lxml", "msgspec", "bs4", "dateparser"}
            assert not heavy & {name.partition(".")[0] for name in sys.modules}
        """
    )
    code = (
        "import sys, time, pytest; known = set(sys.modules); start = time.process_time(); "
        "import pytest_articlekit; print(time.process_time() - start); "
        "print(sorted(set(sys.modules) - known))"
    )

    runs = [pytester.runpython_c(code).outlines for _ in range(3)]

    pytester.runpytest_subprocess().assert_outcomes(passed=1)
    assert {modules for _, modules in runs} == {"['pytest_articlekit']"}
    assert min(float(seconds) for seconds, _ in runs) < 0.005
