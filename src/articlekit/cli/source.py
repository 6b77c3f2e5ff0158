"""What commands that read a source share: their options, and how warnings and errors are told."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import articlekit
from articlekit.limits import DEFAULTS
from articlekit.parser import Format

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable
    from typing import TypeAlias

    from articlekit.model import Warn

    Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"  # noqa: SLF001


def add_file(command: argparse.ArgumentParser) -> None:
    """Add the one file that a command reads."""
    command.add_argument("file", nargs="?", default="-", help="a file, or - for standard input")


def add_options(command: argparse.ArgumentParser, what: str) -> None:
    """Add the options of a source, which is a page or a feed (`what`)."""
    if what == "page":
        command.add_argument("--format", choices=get_args(Format), help="what the file holds")
    command.add_argument("--url", help=f"the address of the {what}")
    command.add_argument("--language", help="ISO 639-1 code (default: detected)")
    command.add_argument(
        "--max-bytes",
        type=int,
        default=DEFAULTS.max_bytes,
        metavar="N",
        help="how much of the file is read (default: %(default)s)",
    )


def source_of(options: argparse.Namespace) -> object:
    """What the command reads."""
    return sys.stdin.buffer if options.file == "-" else Path(options.file)


def limits_of(options: argparse.Namespace) -> articlekit.Limits:
    """How much is read; `OptionError` where that is impossible."""
    return articlekit.Limits(max_bytes=options.max_bytes)


def arguments_of(options: argparse.Namespace) -> dict[str, Any]:
    """The options of a page as arguments of `parse` and `explain`."""
    return {
        "url": options.url,
        "format": options.format,
        "language": options.language,
        "limits": limits_of(options),
    }


def shape_of(options: argparse.Namespace) -> str:
    """What is printed where nobody says: a tree for people, JSON for programs."""
    return str(options.shape or ("tree" if sys.stdout.isatty() else "json"))


def tell(message: str) -> None:
    """Say on standard error what is to be said."""
    print(f"articlekit: {message}", file=sys.stderr)


def tell_file(name: str, error: OSError) -> None:
    """Say which file could not be used, and why."""
    tell(f"{name}: {error.strerror or error}")


def warn(warnings: Iterable[Warn]) -> None:
    """Say what could not be read or was cut."""
    for warning in warnings:
        tell(warning.message)
