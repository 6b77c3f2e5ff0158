"""The commands of the guides do what is shown: every block `console` that calls articlekit is run.

`<!-- file: NAME -->` before a block of code is a file of that name in the folder where the commands
of its page run. A line "..." of shown output stands for any lines, "..." within one for any signs.
"""

import re
from pathlib import Path

import pytest

from articlekit.cli import main

DOCS = Path(__file__).parent.parent / "docs"
FENCE = re.compile(r"(?:^<!-- file: (\S+) -->\n)?^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"^\$ articlekit (.+)$", re.MULTILINE)
COMMANDS = re.findall(
    r"^## `articlekit (\w+)", (DOCS / "command-line.md").read_text(encoding="utf-8"), re.MULTILINE
)
PAGES = [page for page in DOCS.rglob("*.md") if COMMAND.search(page.read_text(encoding="utf-8"))]


def matched(text: str, shown: str) -> None:
    pattern = "".join(
        r"(?:.*\n)*?" if line == "..." else re.escape(line).replace(r"\.\.\.", ".*") + "\n"
        for line in shown.splitlines()
    )
    assert re.fullmatch(pattern, text), text


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_commands_print_what_is_shown(
    page: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    for name, language, text in FENCE.findall(page.read_text(encoding="utf-8")):
        if name:
            Path(name).write_text(text, encoding="utf-8")
        if language == "console":
            parts = COMMAND.split(text)[1:]
            for command, shown in zip(parts[::2], parts[1::2], strict=True):
                assert main(command.split()) == 0
                printed = capsys.readouterr()
                matched(printed.err + printed.out, shown.removeprefix("\n"))


def test_there_are_commands(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])

    assert f"{{{','.join(COMMANDS)}}}" in capsys.readouterr().out
    assert {page.name for page in PAGES} >= {"command-line.md", "how-decisions-are-made.md"}


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_is_told(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main([command, "--help"])
    said = capsys.readouterr().out
    page = (DOCS / "command-line.md").read_text(encoding="utf-8")

    for option in set(re.findall(r"(?<![\w-])--?[a-z][a-z-]*", said)) - {"-h", "--help"}:
        assert f"`{option}" in page, option
