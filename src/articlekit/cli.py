"""The command line: `articlekit parse FILE`, `articlekit feed FILE` and `articlekit schema`.

Exit codes: 0 done, 1 the file cannot be read, 2 the command line is wrong, 3 the file is no feed.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import articlekit
from articlekit.article import Article
from articlekit.exporters.json import schema
from articlekit.limits import DEFAULTS
from articlekit.parser import Format

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from articlekit.model import Warn
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
        return _feed(options) if options.command == "feed" else _parse(options)
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
    parse.add_argument("--format", choices=get_args(Format), help="what the file holds")
    parse.add_argument("--url", help="the address of the page")
    feed = commands.add_parser("feed", help="read a feed (RSS, Atom, JSON) and show its articles")
    feed.add_argument("file", nargs="?", default="-", help="a file, or - for standard input")
    feed.add_argument(
        "--as",
        dest="shape",
        choices=("tree", "json"),
        help="what to print (default: tree on a terminal, elsewhere json, one line an article)",
    )
    feed.add_argument("--url", help="the address of the feed")
    for command in (parse, feed):
        command.add_argument("--language", help="ISO 639-1 code (default: detected)")
        command.add_argument(
            "--max-bytes",
            type=int,
            default=DEFAULTS.max_bytes,
            metavar="N",
            help="how much of the file is read (default: %(default)s)",
        )
    commands.add_parser("schema", help="print the JSON Schema of an article")
    return parser


def _feed(options: argparse.Namespace) -> int:
    """Print the article of each entry as soon as it is parsed."""
    try:
        limits = articlekit.Limits(max_bytes=options.max_bytes)
        feed = articlekit.read_feed(_source(options), options.url, limits=limits)
        _warn(feed.warnings)
        shape = _shape(options)
        for number, entry in enumerate(feed.entries):
            article = articlekit.parse_entry(entry, language=options.language, limits=limits)
            _warn(article.warnings)
            if shape == "json":
                print(article.to_json())
                continue
            moment = article.published
            when = moment and (moment.value.isoformat() if moment.value else moment.raw)
            names = ", ".join(author.name for author in article.authors)
            told = " · ".join(fact for fact in (when, names, article.url) if fact)
            print(*([""] if number else []), article.title or "(no title)", told, sep="\n")
            _show_tree(article)
    except articlekit.FileError:
        raise  # told as other errors of files are
    except articlekit.ArticleKitError as error:
        print(f"articlekit: {error}", file=sys.stderr)
        return 2
    return 0 if feed.format else 3


def _source(options: argparse.Namespace) -> object:
    return sys.stdin.buffer if options.file == "-" else Path(options.file)


def _shape(options: argparse.Namespace) -> str:
    return options.shape or ("tree" if sys.stdout.isatty() else "json")


def _warn(warnings: Iterable[Warn]) -> None:
    for warning in warnings:
        print(f"articlekit: {warning.message}", file=sys.stderr)


def _parse(options: argparse.Namespace) -> int:
    source = _source(options)
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
    _warn(article.warnings)
    shape = _shape(options)
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
