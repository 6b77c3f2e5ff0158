"""Labels settled for the whole page, set right where a line itself is plain about what it is.

The sequence of labels weighs what speaks for and against each; it knows no clue that rules one out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlekit.amend.captions import amend_captions
from articlekit.amend.entries import amend_entries
from articlekit.amend.messages import amend_messages
from articlekit.amend.subheadings import amend_subheadings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from articlekit.draft import Draft
    from articlekit.settle import Verdict


def amend(draft: Draft, verdicts: Sequence[Verdict]) -> Sequence[Verdict]:
    """Give the verdicts, set right for captions, credits, subheadings, messages and entries."""
    verdicts = amend_subheadings(draft, amend_captions(draft, verdicts))
    return amend_entries(draft, amend_messages(draft, verdicts))
