"""`articlekit view FILE...`: one page of HTML that shows articles node by node."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import articlekit
from articlekit.cli.source import add_options, arguments_of, tell, tell_file

if TYPE_CHECKING:
    import argparse

    from articlekit.cli.source import Commands
    from articlekit.view.report import View


def add(commands: Commands) -> None:
    """Say what the command takes."""
    command = commands.add_parser("view", help="show articles as one page of HTML")
    command.set_defaults(run=run)
    command.add_argument("files", nargs="+", metavar="FILE", help="a file, or - for standard input")
    command.add_argument(
        "-o",
        "--output",
        metavar="REPORT",
        help="where the page is written, - for standard output (default: NAME.view.html in this"
        " folder on a terminal, standard output elsewhere)",
    )
    add_options(command, "page")


def run(options: argparse.Namespace) -> int:
    """Write the page of all files that can be read; 1 where one cannot."""
    files: list[str] = options.files
    if options.url and len(files) > 1:
        tell("--url is the address of one page: give one FILE with it")
        return 2
    if options.output and any(_same(name, options.output) for name in files):
        tell(f"{options.output}: the page would overwrite its source")
        return 2
    views: list[View] = []
    arguments = arguments_of(options)
    for name in files:
        try:
            views.append(_view(name, arguments))
        except articlekit.FileError as error:
            tell_file(name, error)
    if not views or not _write(views, options.output or _default(files)):
        return 1
    return int(len(views) < len(files))


def _view(name: str, arguments: dict[str, Any]) -> View:
    """A file as article and trace; standard input is kept, as it can be read only once."""
    from articlekit.view.report import View

    if name != "-":
        path = Path(name)
        return View(
            name, articlekit.parse(path, **arguments), articlekit.explain(path, **arguments)
        )
    data = sys.stdin.buffer.read(arguments["limits"].max_bytes + 1)
    article = articlekit.parse(io.BytesIO(data), **arguments)
    return View("standard input", article, articlekit.explain(io.BytesIO(data), **arguments))


def _write(views: list[View], output: str) -> bool:
    """Write the page as UTF-8, whatever the terminal speaks; whether it could be written."""
    from articlekit.view.report import to_report

    page = to_report(views).encode()
    if output == "-":
        sys.stdout.buffer.write(page)
        sys.stdout.buffer.flush()
        return True
    try:
        Path(output).write_bytes(page)
    except OSError as error:
        tell_file(output, error)
        return False
    if sys.stdout.isatty():
        print(f"wrote {output}")
    return True


def _default(files: list[str]) -> str:
    """Where the page goes when nobody says: no terminal wants to read HTML."""
    if not sys.stdout.isatty():
        return "-"
    if len(files) > 1:
        return "articles.view.html"
    return f"{'article' if files[0] == '-' else Path(files[0]).stem}.view.html"


def _same(name: str, output: str) -> bool:
    try:
        return name != "-" and Path(name).samefile(output)
    except OSError:  # one of them is not there
        return False
