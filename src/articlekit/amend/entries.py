"""The story of an entry: settled labels in, the same out with a paragraph where there was none.

The content of an entry is its story, by what a feed is. A short one has no other paragraphs around
it, by which prose is known, and often ends in "Read more": then its longest text is the story.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlekit.folding import squeeze
from articlekit.model import Evidence
from articlekit.settle import Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from articlekit.draft import Draft

_STORY = frozenset(
    ("paragraph", "list_item", "quote", "pull_quote", "table", "code", "embed", "correction")
)
_MOST = 20
"""An entry of more blocks that has no story has none."""


def amend_entries(draft: Draft, verdicts: Sequence[Verdict]) -> Sequence[Verdict]:
    """Replace the verdict of the longest text of an entry that was settled to have no story."""
    entry = draft.page.entry
    if entry is None or entry.origin != "entry" or len(verdicts) > _MOST:
        return verdicts
    if not _STORY.isdisjoint(verdict.label for verdict in verdicts):
        return verdicts
    title = squeeze(entry.title or "")
    free = [
        (len(block.text) - block.linked, -at)
        for at, block in enumerate(draft.blocks)
        if 2 * block.linked <= len(block.text) and squeeze(block.text) not in ("", title)
    ]
    if not free:
        return verdicts
    at = -max(free)[1]
    amended = list(verdicts)
    evidence = (Evidence("text-of-the-entry", 0.0),)
    amended[at] = Verdict("paragraph", verdicts[at].confidence, evidence, verdicts[at].label)
    return amended
