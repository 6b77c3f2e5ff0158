"""The command line: what it prints, where, and with which exit code."""

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import articlekit
from articlekit import Article
from articlekit.cli import main
from articlekit.exporters.json import schema

STORY = """Council votes for new flood wall

By Jane Roe

GHENT, May 3 (Reuters) - The council voted on Monday evening for a wall that will keep the river \
out of the lower town for the next fifty years, after a debate that went on past midnight.

Work on the first part is to start in spring, and the mayor said that the money for it had been \
set aside two years ago, when the river last came over the quay and into the market square.

Share this article
"""


@pytest.fixture
def story(tmp_path: Path) -> str:
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    return str(path)


def give(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    """Put a text on standard input."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode()), encoding="utf-8"))


def on_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)


def test_the_tree_has_one_line_a_node(story: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["parse", story, "--as", "tree"]) == 0

    out, err = capsys.readouterr()
    article = articlekit.parse(STORY)
    lines = out.splitlines()
    assert len(lines) == len(article.nodes)
    assert lines[0].startswith("headline ")
    assert lines[0].endswith("  Council votes for new flood wall")
    assert any(line.startswith("dateline ") for line in lines)
    assert lines[-1].startswith("boilerplate:share ")
    assert err == ""


def test_long_texts_are_cut_in_the_tree(story: str, capsys: pytest.CaptureFixture[str]) -> None:
    main(["parse", story, "--as", "tree"])

    paragraphs = [line for line in capsys.readouterr().out.splitlines() if line[:9] == "paragraph"]
    assert all(line.endswith("…") and len(line) <= 131 for line in paragraphs)


def test_json_is_the_article(story: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["parse", story, "--as", "json"]) == 0

    out = capsys.readouterr().out
    assert articlekit.Article.from_json(out) == articlekit.parse(Path(story))


def test_html(story: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["parse", story, "--as", "html"]) == 0
    assert "<h1>Council votes for new flood wall</h1>" in capsys.readouterr().out


def test_markdown(story: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["parse", story, "--as", "markdown"]) == 0

    out = capsys.readouterr().out
    assert out.startswith("# Council votes for new flood wall\n\n")
    assert "**GHENT, May 3 (Reuters) -** The council voted" in out
    assert "Share this article" not in out


def test_text(story: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["parse", story, "--as", "text"]) == 0

    out = capsys.readouterr().out
    assert out.rstrip("\n") == articlekit.parse(Path(story)).to_text()
    assert "Share this article" not in out


@pytest.mark.parametrize(
    ("shape", "door"), [("jsonld", Article.to_jsonld), ("ninjs", Article.to_ninjs)]
)
def test_records_are_printed_as_json(
    shape: str, door: Callable[[Article], object], story: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["parse", story, "--as", shape]) == 0

    assert json.loads(capsys.readouterr().out) == door(articlekit.parse(Path(story)))


@pytest.mark.parametrize(("shape", "door"), [("nitf", Article.to_nitf), ("tei", Article.to_tei)])
def test_documents_are_printed_as_they_are(
    shape: str, door: Callable[[Article], str], story: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["parse", story, "--as", shape]) == 0

    assert capsys.readouterr().out == door(articlekit.parse(Path(story))) + "\n"


def test_linked_data_cannot_end_the_script_that_holds_it(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    give(monkeypatch, STORY.replace("in spring", "</script><!--"))

    assert main(["parse", "--as", "jsonld"]) == 0
    out = capsys.readouterr().out
    assert "<" not in out
    assert "</script><!--" in json.loads(out)["articleBody"]


def test_without_a_shape_it_is_json_in_a_pipe_and_a_tree_on_a_terminal(
    story: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    main(["parse", story])
    assert json.loads(capsys.readouterr().out)["source"] == STORY

    monkeypatch.setenv("NO_COLOR", "1")
    on_terminal(monkeypatch)
    main(["parse", story])
    assert capsys.readouterr().out.startswith("headline ")


def test_colour_on_a_terminal_only_and_not_with_no_color(
    story: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    main(["parse", story, "--as", "tree"])
    assert "\x1b" not in capsys.readouterr().out

    on_terminal(monkeypatch)
    main(["parse", story, "--as", "tree"])
    assert capsys.readouterr().out.startswith("\x1b[36mheadline ")

    monkeypatch.setenv("NO_COLOR", "1")
    main(["parse", story, "--as", "tree"])
    assert "\x1b" not in capsys.readouterr().out


def test_explain_tells_what_won_and_why(story: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["parse", story, "--explain"]) == 0

    out, err = capsys.readouterr()
    assert out.startswith("language: en\n")
    assert "\n[0:32] Council votes for new flood wall\n" in out
    trace = articlekit.explain(Path(story))
    assert sum(line.startswith("  won  ") for line in out.splitlines()) == len(trace.decisions)
    assert "byline=phrase " in out
    assert " ms" in out.splitlines()[-1]
    assert err == ""


def test_explain_says_so_when_the_language_is_not_known(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    give(monkeypatch, "12 345")

    assert main(["parse", "--explain"]) == 0
    assert capsys.readouterr().out.startswith("language: not told\n")


@pytest.mark.parametrize("arguments", [["parse"], ["parse", "-"]])
def test_standard_input(
    arguments: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    give(monkeypatch, STORY)

    assert main([*arguments, "--as", "json"]) == 0
    assert articlekit.Article.from_json(capsys.readouterr().out) == articlekit.parse(STORY)


def test_format_language_and_url_are_handed_on(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    give(monkeypatch, "<p>Ein Absatz</p>")
    options = ["--format", "text", "--language", "de", "--url", "https://example.org/a"]

    assert main(["parse", *options, "--as", "json"]) == 0
    article = articlekit.Article.from_json(capsys.readouterr().out)
    assert article.source == "<p>Ein Absatz</p>"
    assert (article.language, article.url) == ("de", "https://example.org/a")


def test_schema(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema"]) == 0

    out, err = capsys.readouterr()
    assert json.loads(out) == json.loads(json.dumps(schema()))
    assert err == ""


def test_a_missing_file_is_1_and_said_on_standard_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = str(tmp_path / "missing.txt")

    assert main(["parse", path]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err == f"articlekit: {path}: No such file or directory\n"


def test_a_folder_cannot_be_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["parse", str(tmp_path)]) == 1

    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(f"articlekit: {tmp_path}: ")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "required: command"),
        (["print"], "invalid choice"),
        (["parse", "story.txt", "--as", "pdf"], "invalid choice"),
        (["parse", "story.txt", "--format", "pdf"], "invalid choice"),
        (["parse", "story.txt", "more.txt"], "unrecognized arguments"),
    ],
)
def test_a_wrong_command_line_is_2(
    arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stop:
        main(arguments)

    assert stop.value.code == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert message in err


def test_an_impossible_option_is_2(story: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["parse", story, "--language", "x"]) == 2

    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("articlekit: language is 'x'; possible are ISO 639-1 codes")


def test_warnings_go_to_standard_error(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    give(monkeypatch, "")

    assert main(["parse", "--as", "json"]) == 0
    out, err = capsys.readouterr()
    assert json.loads(out)["source"] == ""
    assert err == f"articlekit: {articlekit.parse('').warnings[0].message}\n"


@pytest.mark.parametrize("option", ["--version", "--help"])
def test_version_and_help_are_0(option: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main([option])

    assert stop.value.code == 0
    assert articlekit.__version__ in (out := capsys.readouterr().out) or "usage:" in out


def test_no_more_than_is_wanted_is_read(story: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["parse", story, "--as", "json", "--max-bytes", "30"]) == 0

    out, err = capsys.readouterr()
    assert json.loads(out)["source"] == STORY[:30]
    assert err == (
        f"articlekit: the source was cut after 30 bytes: {len(STORY) - 30} bytes left out\n"
    )


def test_an_impossible_limit_is_told(story: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["parse", story, "--max-bytes", "0"]) == 2
    assert "max_bytes is 0; possible are whole numbers from 1" in capsys.readouterr().err


FEED = """<rss><channel><title>The Herald</title>
<item><title>Council votes for wall</title><link>https://example.com/a</link>
<author>Jane Roe</author><pubDate>Mon, 04 May 2026 10:00:00 +0200</pubDate>
<description>&lt;p&gt;The council voted on Monday for a wall that keeps the river out.&lt;/p&gt;</description>
</item>
<item><pubDate>soon</pubDate><description>The ferry was late today.</description></item>
</channel></rss>"""


def test_the_articles_of_a_feed_are_lines_of_json(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "feed.xml"
    path.write_text(FEED, encoding="utf-8")

    assert main(["feed", str(path)]) == 0
    out, err = capsys.readouterr()
    first, second = map(articlekit.Article.from_json, out.splitlines())
    entries = articlekit.read_feed(path).entries
    assert (first, second) == tuple(map(articlekit.parse_entry, entries))
    assert err == "articlekit: the date 'soon' cannot be read\n"


def test_a_feed_is_a_tree_on_a_terminal(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    give(monkeypatch, FEED)
    monkeypatch.setenv("NO_COLOR", "1")
    on_terminal(monkeypatch)

    assert main(["feed", "-", "--language", "en", "--url", "https://example.com/feed"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[:2] == [
        "Council votes for wall",
        "2026-05-04T10:00:00+02:00 · Jane Roe · https://example.com/a",
    ]
    assert lines[2].startswith("paragraph ")
    assert lines[3:6] == ["", "(no title)", "soon"]
    assert lines[6].startswith("paragraph ")


def test_what_is_no_feed_is_3(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    give(monkeypatch, STORY)

    assert main(["feed"]) == 3
    assert capsys.readouterr() == ("", "articlekit: the source is no feed\n")


def test_a_feed_without_entries_is_0(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    give(monkeypatch, "<rss></rss>")

    assert main(["feed"]) == 0
    assert capsys.readouterr() == ("", "")


def test_a_missing_feed_is_1_and_a_wrong_option_2(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main(["feed", str(tmp_path / "missing.xml")]) == 1
    assert "No such file" in capsys.readouterr().err

    give(monkeypatch, FEED)
    assert main(["feed", "--language", "x"]) == 2
    give(monkeypatch, FEED)
    assert main(["feed", "--max-bytes", "0"]) == 2


def test_a_message_on_standard_input(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    give(monkeypatch, f"Subject: A wall\n\n{STORY}")

    assert main(["parse", "--format", "mail", "--as", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["stated_headline"] == "A wall"
