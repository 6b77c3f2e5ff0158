"""`articlekit view`: which page is written, where, and with which exit code."""

import io
import sys
from pathlib import Path

import pytest
from reading import check, find, fixture, report, text

from articlekit.cli import main

README = fixture("readme")


@pytest.fixture(autouse=True)
def in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def give(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    """Put bytes on standard input, which can be read once only."""

    class Pipe(io.BytesIO):
        def seekable(self) -> bool:
            return False

    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(Pipe(data))))


def test_the_page_goes_where_it_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["view", str(README), "-o", "wall.html"]) == 0

    assert Path("wall.html").read_text("utf-8") == report("readme").replace(
        "<p>readme</p>", f"<p>{README}</p>"
    )
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize("more", [[], ["-o", "-"]])
def test_into_a_pipe_it_goes_as_utf_8(
    more: list[str], capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert main(["view", str(fixture("html-he")), *more]) == 0

    out, err = capsysbinary.readouterr()
    assert out.startswith(b"<!doctype html>")
    check(out.decode())
    assert err == b""
    assert list(Path().iterdir()) == []


@pytest.mark.parametrize(
    ("files", "written"),
    [
        ([str(README)], "source.view.html"),
        (["-"], "article.view.html"),
        ([str(README), str(fixture("html-he"))], "articles.view.html"),
    ],
)
def test_on_a_terminal_it_becomes_a_file_that_is_named(
    files: list[str],
    written: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    give(monkeypatch, README.read_bytes())
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)

    assert main(["view", *files]) == 0
    assert capsys.readouterr() == (f"wrote {written}\n", "")
    assert len(list(check(Path(written).read_text("utf-8")).iter("article"))) == len(files)


def test_standard_input_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    give(monkeypatch, README.read_bytes())

    assert main(["view", "-", "-o", "page.html"]) == 0
    tree = check(Path("page.html").read_text("utf-8"))
    assert len(find(tree, "losers")) == len(find(check(report("readme")), "losers"))
    assert "standard input" in text(tree)


def test_what_a_limit_cuts_is_said_on_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    give(monkeypatch, README.read_bytes())

    assert main(["view", "-", "-o", "page.html", "--max-bytes", "100"]) == 0
    (told,) = find(check(Path("page.html").read_text("utf-8")), "warnings")
    assert text(told) == "max_bytes: the source was cut after 100 bytes: what follows was not read"


def test_options_of_a_source_are_handed_on() -> None:
    Path("a.html").write_text("<p>Ein Absatz</p>", "utf-8")
    options = ["--format", "text", "--language", "de", "--url", "https://example.org/a"]

    assert main(["view", "a.html", *options, "-o", "page.html"]) == 0
    said = text(check(Path("page.html").read_text("utf-8")))
    assert "<p>Ein Absatz</p>" in said
    assert "urlhttps://example.org/a" in said
    assert "languagede" in said


def test_files_that_cannot_be_read_are_told_and_the_others_shown(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["view", "none.txt", str(README), "-o", "page.html"]) == 1

    assert capsys.readouterr().err == "articlekit: none.txt: No such file or directory\n"
    assert len(list(check(Path("page.html").read_text("utf-8")).iter("article"))) == 1


def test_without_any_article_no_page_is_written() -> None:
    assert main(["view", "none.txt", "-o", "page.html"]) == 1
    assert not Path("page.html").exists()


def test_a_page_that_cannot_be_written_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["view", str(README), "-o", "none/page.html"]) == 1
    assert capsys.readouterr().err == "articlekit: none/page.html: No such file or directory\n"


def test_no_page_overwrites_its_source(capsys: pytest.CaptureFixture[str]) -> None:
    Path("story.txt").write_bytes(README.read_bytes())

    assert main(["view", str(README), "story.txt", "-o", "./story.txt"]) == 2
    assert "would overwrite" in capsys.readouterr().err
    assert Path("story.txt").read_bytes() == README.read_bytes()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--url", "https://example.com", str(README), str(README)], "give one FILE with it"),
        (["--language", "x", str(README)], "possible are ISO 639-1 codes"),
        (["--max-bytes", "0", str(README)], "possible are whole numbers from 1"),
    ],
)
def test_what_is_impossible_is_2(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["view", *arguments, "-o", "page.html"]) == 2
    assert said in capsys.readouterr().err
    assert not Path("page.html").exists()
