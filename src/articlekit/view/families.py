"""Kinds of nodes by where they belong, as `docs/nodes.md` groups them: each family has a colour."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, get_args

from articlekit.model import Boilerplate
from articlekit.values import BoilerplateKind

if TYPE_CHECKING:
    from articlekit.model import Node

FAMILIES: Final = {
    "head": ("headline", "kicker", "standfirst", "byline", "time_line", "dateline"),
    "story": (
        *("paragraph", "subheading", "list_item", "table", "quote", "pull_quote", "attribution"),
        *("code", "embed"),
    ),
    "picture": ("caption", "photo_credit"),
    "around": ("correction", *get_args(BoilerplateKind), "unknown"),
}
"""The kinds of each family, in the order in which they are shown."""
TITLES: Final = {
    "head": "Around the headline",
    "story": "The story",
    "picture": "Pictures",
    "around": "Around the story",
}
FAMILY_OF: Final = {kind: family for family, kinds in FAMILIES.items() for kind in kinds}


def kind_of(node: Node) -> str:
    """What a node is called where one word is wanted: of boilerplate its own kind.

    The answer is one of `FAMILY_OF`, whatever a node made by hand claims to be.
    """
    kind = node.kind if isinstance(node, Boilerplate) else str(node.__struct_config__.tag)
    return kind if kind in FAMILY_OF else "unknown"
