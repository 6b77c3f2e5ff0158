"""The command line: one file for each command, and what all of them share.

Exit codes: 0 done, 1 a file cannot be read or written, 2 the command line is wrong, 3 a file is no
feed.
"""

from __future__ import annotations

import argparse
import os
import sys
from typing import TYPE_CHECKING

import articlekit
from articlekit.cli import feed, parse, schema, view
from articlekit.cli.source import tell, tell_file

if TYPE_CHECKING:
    from collections.abc import Sequence

COMMANDS = (parse, feed, view, schema)
"""In the order of the help. Each has `add`, which says what the command takes, and `run`."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; returns the exit code."""
    options = _parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except BrokenPipeError:  # the reader of the pipe has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except articlekit.FileError as error:
        tell_file(options.file, error)
        return 1
    except articlekit.ArticleKitError as error:
        tell(str(error))
        return 2
    except OSError as error:  # what is printed cannot be written
        tell(error.strerror or str(error))
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="articlekit", description="Raw article text or HTML in, one typed document out."
    )
    parser.add_argument("--version", action="version", version=articlekit.__version__)
    commands = parser.add_subparsers(dest="command", required=True)
    for command in COMMANDS:
        command.add(commands)
    return parser
