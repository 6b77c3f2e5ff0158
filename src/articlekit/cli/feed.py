"""`articlekit feed FILE`: the articles of a feed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import articlekit
from articlekit.cli.source import add_file, add_options, limits_of, shape_of, source_of, warn
from articlekit.cli.tree import show_tree

if TYPE_CHECKING:
    import argparse

    from articlekit.article import Article
    from articlekit.cli.source import Commands


def add(commands: Commands) -> None:
    """Say what the command takes."""
    command = commands.add_parser(
        "feed", help="read a feed (RSS, Atom, JSON) and show its articles"
    )
    command.set_defaults(run=run)
    add_file(command)
    command.add_argument(
        "--as",
        dest="shape",
        choices=("tree", "json"),
        help="what to print (default: tree on a terminal, elsewhere json, one line an article)",
    )
    add_options(command, "feed")


def run(options: argparse.Namespace) -> int:
    """Print the article of each entry as soon as it is parsed; 3 where the file is no feed."""
    limits = limits_of(options)
    feed = articlekit.read_feed(source_of(options), options.url, limits=limits)
    warn(feed.warnings)
    shape = shape_of(options)
    for number, entry in enumerate(feed.entries):
        article = articlekit.parse_entry(entry, language=options.language, limits=limits)
        warn(article.warnings)
        if shape == "json":
            print(article.to_json())
            continue
        print(*([""] if number else []), article.title or "(no title)", _told(article), sep="\n")
        show_tree(article)
    return 0 if feed.format else 3


def _told(article: Article) -> str:
    """When, by whom and where it was published, as far as that is known."""
    moment = article.published
    when = moment and (moment.value.isoformat() if moment.value else moment.raw)
    names = ", ".join(author.name for author in article.authors)
    return " · ".join(fact for fact in (when, names, article.url) if fact)
