"""`articlekit parse FILE`: one article, in the form that is asked for."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import articlekit
from articlekit.article import Article
from articlekit.cli.source import add_file, add_options, arguments_of, shape_of, source_of, warn
from articlekit.cli.tree import show_tree

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Mapping

    from articlekit.cli.source import Commands
    from articlekit.trace import Trace

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


def add(commands: Commands) -> None:
    """Say what the command takes."""
    command = commands.add_parser("parse", help="parse a file and show the article")
    command.set_defaults(run=run)
    add_file(command)
    command.add_argument(
        "--as",
        dest="shape",
        choices=("tree", *_SHAPES),
        help="what to print (default: tree on a terminal, json elsewhere)",
    )
    command.add_argument(
        "--explain", action="store_true", help="print every decision and its reasons"
    )
    add_options(command, "page")


def run(options: argparse.Namespace) -> int:
    """Parse a file and print the article or its trace."""
    source, arguments = source_of(options), arguments_of(options)
    if options.explain:
        _show_trace(articlekit.explain(source, **arguments))
        return 0
    article = articlekit.parse(source, **arguments)
    warn(article.warnings)
    shape = shape_of(options)
    if shape == "tree":
        show_tree(article)
    else:
        print(_SHAPES[shape](article))
    return 0


def _dumped(record: dict[str, Any]) -> str:
    return json.dumps(record, ensure_ascii=False, indent=2)


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
