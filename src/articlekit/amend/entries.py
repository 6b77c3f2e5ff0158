"""The story of an entry: settled labels in, those set right out by what entries of feeds are.

The content of an entry is its story. A short one has no other paragraphs around it, by which prose
is known, and often ends in "Read more": then its longest text is the story. Many programs put a
last line under the story that links to it by its title: "The post ... appeared first on ...". One
without a title opens with its story, and not with a headline that ends as a sentence does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlekit.folding import squeeze

if TYPE_CHECKING:
    from collections.abc import Sequence

    from articlekit.draft import Draft
    from articlekit.settle import Verdict

_STORY = frozenset(
    ("paragraph", "list_item", "quote", "pull_quote", "table", "embed", "correction")
)
FOOTER = 12
"""So many words stand round the links of a last line at most."""
_SENTENCE = ("stop", "quote")
_MOST = 20
"""An entry of more blocks that has no story has none."""


def amend_entries(draft: Draft, verdicts: Sequence[Verdict]) -> Sequence[Verdict]:
    """Replace the verdicts of what is no headline and no story, and find a story in any entry."""
    entry = draft.page.entry
    if entry is None or entry.origin != "entry" or not verdicts:
        return verdicts
    title, amended = squeeze(entry.title or ""), list(verdicts)
    if title and amended[-1].label in _STORY and _is_footer(draft, title):
        amended[-1] = amended[-1].amended("other", "links-to-the-entry")
    if not title:
        for at, verdict in enumerate(verdicts):
            if verdict.label == "headline" and draft.shapes[at].end in _SENTENCE:
                amended[at] = verdict.amended("paragraph", "entry-without-title")
    longest = _longest(draft, title)
    if longest is not None and _STORY.isdisjoint(verdict.label for verdict in amended):
        amended[longest] = amended[longest].amended("paragraph", "text-of-the-entry")
    return amended


def _is_footer(draft: Draft, title: str) -> bool:
    """Whether the last block links to the entry by its title and to the site, and says no more."""
    block, markup = draft.blocks[-1], draft.page.markup
    links = [
        draft.source[mark.start : mark.end]
        for mark in (markup.marks if markup else ())
        if mark.kind == "link" and block.start <= mark.start < block.end
    ]
    said = len(block.text.split()) - sum(len(link.split()) for link in links)
    return len(links) > 1 and said <= FOOTER and title in map(squeeze, links)


def _longest(draft: Draft, title: str) -> int | None:
    """The block with the most text that is in no link, of an entry of few."""
    if len(draft.blocks) > _MOST:
        return None
    free = [
        (len(block.text) - block.linked, -at)
        for at, block in enumerate(draft.blocks)
        if 2 * block.linked <= len(block.text) and squeeze(block.text) not in ("", title)
    ]
    return -max(free)[1] if free else None
