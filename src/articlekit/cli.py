"""The command line: `articlekit parse FILE` and `articlekit schema`.

Exit codes: 0 done, 1 the file cannot be read, 2 the command line is wrong.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import articlekit
from articlekit.article import Article
from articlekit.exporters.json import schema
from articlekit.limits import DEFAULTS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from articlekit.trace import Trace

_STORY, _HEAD, _PICTURE, _REST = "32", "36", "35", "2"
_COLOURS = {
    **dict.fromkeys(("headline", "kicker", "standfirst", "byline", "time_line", "dateline"), _HEAD),
    **dict.fromkeys(("caption", "photo_credit"), _PICTURE),
    **dict.fromkeys(("boilerplate", "unknown"), _REST),
}
_WIDTH = 100
_SHAPES: Mapping[str, Callable[[Article], str]] = {
    "json": Article.to_json,
    "markdown": Article.to_markdown,
    "html": Article.to_html,
    "text": Article.to_text,
    # So written, it may stand in a <script> of a page: no text can end that.
    "jsonld": lambda article: _dumped(article.to_jsonld()).replace("<", "\\u003c"),
    "ninjs": lambda article: _dumped(article.to_ninjs()),
    "nitf": Article.to_nitf,
    "tei": Article.to_tei,
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; returns the exit code."""
    options = _parser().parse_args(arguments)
    if options.command == "schema":
        print(json.dumps(schema(), indent=2))
        return 0
    try:
        return _parse(options)
    except BrokenPipeError:  # the reader of the pipe has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        print(f"articlekit: {options.file}: {error.strerror or error}", file=sys.stderr)
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="articlekit", description="Raw article text or HTML in, one typed document out."
    )
    parser.add_argument("--version", action="version", version=articlekit.__version__)
    commands = parser.add_subparsers(dest="command", required=True)
    parse = commands.add_parser("parse", help="parse a file and show the article")
    parse.add_argument("file", nargs="?", default="-", help="a file, or - for standard input")
    parse.add_argument(
        "--as",
        dest="shape",
        choices=("tree", *_SHAPES),
        help="what to print (default: tree on a terminal, json elsewhere)",
    )
    parse.add_argument(
        "--explain", action="store_true", help="print every decision and its reasons"
    )
    parse.add_argument("--format", choices=("auto", "text", "html"), help="what the file holds")
    parse.add_argument("--language", help="ISO 639-1 code (default: detected)")
    parse.add_argument("--url", help="the address of the page")
    parse.add_argument(
        "--max-bytes",
        type=int,
        default=DEFAULTS.max_bytes,
        metavar="N",
        help="how much of the file is read (default: %(default)s)",
    )
    commands.add_parser("schema", help="print the JSON Schema of an article")
    return parser


def _parse(options: argparse.Namespace) -> int:
    source = sys.stdin.buffer if options.file == "-" else Path(options.file)
    try:
        limits = articlekit.Limits(max_bytes=options.max_bytes)
        given = {"format": options.format, "language": options.language, "limits": limits}
        if options.explain:
            _show_trace(articlekit.explain(source, options.url, **given))
            return 0
        article = articlekit.parse(source, options.url, **given)
    except articlekit.FileError:
        raise  # told as other errors of files are
    except articlekit.ArticleKitError as error:
        print(f"articlekit: {error}", file=sys.stderr)
        return 2
    for warning in article.warnings:
        print(f"articlekit: {warning.message}", file=sys.stderr)
    shape = options.shape or ("tree" if sys.stdout.isatty() else "json")
    if shape == "tree":
        _show_tree(article)
    else:
        print(_SHAPES[shape](article))
    return 0


def _dumped(record: dict[str, Any]) -> str:
    return json.dumps(record, ensure_ascii=False, indent=2)


def _show_tree(article: Article) -> None:
    """One line a node: its kind, how sure that is, and its text."""
    colour = sys.stdout.isatty() and "NO_COLOR" not in os.environ
    for node in article.nodes:
        kind = str(node.__struct_config__.tag)
        name = getattr(node, "kind", None) if kind == "boilerplate" else None
        label = f"{kind}:{name}" if name else kind
        text = node.text if len(node.text) <= _WIDTH else node.text[: _WIDTH - 1] + "…"
        line = f"{label:24} {node.confidence:4.2f}  {text}"
        print(f"\x1b[{_COLOURS.get(kind, _STORY)}m{line}\x1b[0m" if colour else line)


def _show_trace(found: Trace) -> None:
    """Every block with the labels that were in the running, the winner marked."""
    print(f"language: {found.language or 'not told'}")
    for decision in found.decisions:
        print(f"\n[{decision.span.start}:{decision.span.end}] {decision.text[:_WIDTH]}")
        for candidate in decision.candidates:
            mark = "won " if candidate.won else "lost"
            reasons = ", ".join(f"{e.name} {e.weight:+.2f}" for e in candidate.evidence)
            print(f"  {mark} {candidate.label:16} {candidate.score:7.2f}  {reasons}")
        if decision.beaten_by_order:
            print("  (a label with a better score lost to the order of the page)")
    steps = sorted(found.timings.items(), key=lambda step: -step[1])
    print("\n" + ", ".join(f"{name} {1000 * seconds:.2f} ms" for name, seconds in steps))


if __name__ == "__main__":
    sys.exit(main())
