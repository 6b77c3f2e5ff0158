"""The labels that a block may have, and the sets of them that the sources speak of."""

from __future__ import annotations

import tomllib
from pathlib import Path

Labels = frozenset[str]
"""The labels that a block may have: one where it is known, several where only part is."""

LABELS = (
    "headline",
    "kicker",
    "standfirst",
    "byline",
    "time_line",
    "paragraph",
    "subheading",
    "list_item",
    "quote",
    "pull_quote",
    "attribution",
    "caption",
    "credit",
    "table",
    "embed",
    "correction",
    "author_bio",
    "about_publisher",
    "signoff",
    "newsletter",
    "paywall",
    "share",
    "follow",
    "related",
    "comments",
    "tags",
    "ads",
    "copyright",
    "tools",
    "disclaimer",
    "navigation",
    "contact",
    "donate",
    "other",
)
ANY = frozenset(LABELS)
HEADLINE = frozenset({"headline"})
STORY = frozenset(
    {"paragraph", "subheading", "list_item", "quote", "pull_quote", "attribution", "table", "embed"}
)
PROSE = frozenset({"paragraph", "quote", "list_item"})
HEAD = frozenset({"headline", "kicker", "standfirst", "byline", "time_line"})
FIGURE = frozenset({"caption", "credit"})
SURROUNDING = ANY - STORY - HEAD - FIGURE
UNMATCHED = ANY - {"headline", "paragraph", "quote", "subheading", "list_item"}
"""What a line may be that is none of the known texts of its article."""

STRENGTHS = Path(__file__).parent.parent / "strengths.toml"
LABEL_OF_KIND: dict[str, str] = tomllib.loads(STRENGTHS.read_text(encoding="utf-8"))["cues"][
    "labels"
]
"""Kinds of boilerplate that are settled under another label."""
