"""`articlekit schema`: the JSON Schema of an article."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from articlekit.exporters import json as exporter

if TYPE_CHECKING:
    import argparse

    from articlekit.cli.source import Commands


def add(commands: Commands) -> None:
    """Say what the command takes."""
    commands.add_parser("schema", help="print the JSON Schema of an article").set_defaults(run=run)


def run(_: argparse.Namespace) -> int:
    """Print the schema."""
    print(json.dumps(exporter.schema(), indent=2))
    return 0
