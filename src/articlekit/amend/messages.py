"""Headers of a message that was passed on: settled labels in, those of such lines set right out.

Programs print them over the text that they pass on: a row of lines "From: ...", "To: ...", in any
language, below a rule of dashes. They are neither the story nor its headline.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlekit.model import Evidence
from articlekit.pattern import lazy
from articlekit.settle import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from articlekit.draft import Draft

_FEWEST = 3
"""So many headers are printed at least: who, when and about what."""
_LONGEST = 600
_OPENS = lazy(r"(?:> ?)*[^\W\d_][\w-]{0,14}: ")
_LABEL = lazy(r"(?:^|\s)[^\W\d_][\w-]{0,14}:(?=\s)")
_RULE = lazy(r"(?:> ?)*[-_—–*]{3,}(?:.{0,60}[-_—–*]{3,})?")
_KEPT = "time_line"
"""What a line is that says when the message was sent; it stays one."""


def amend_messages(draft: Draft, verdicts: Sequence[Verdict]) -> Sequence[Verdict]:
    """Replace the verdicts of the headers that a message prints of another one."""
    if draft.page.entry is None or draft.page.entry.origin != "mail":
        return verdicts
    amended = list(verdicts)
    evidence = (Evidence("header-of-a-message", 0.0),)
    for at in _headers([block.text for block in draft.blocks]):
        label, sure = verdicts[at].label, verdicts[at].confidence
        if label != _KEPT:
            amended[at] = Verdict("other", sure, evidence, label)
    return amended


def _headers(texts: Sequence[str]) -> Iterator[int]:
    """The blocks that are printed headers, with the rule above them."""
    at = 0
    while at < len(texts):
        first = at
        while at < len(texts) and len(texts[at]) <= _LONGEST and _OPENS.match(texts[at]):
            at += 1
        run = texts[first:at]
        ruled = first > 0 and _RULE.fullmatch(texts[first - 1]) is not None
        if sum(len(_LABEL.findall(text)) for text in run) >= _FEWEST and (
            ruled or any("@" in text for text in run)
        ):
            yield from range(first - ruled, at)
        at += at == first
