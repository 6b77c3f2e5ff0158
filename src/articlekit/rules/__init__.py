"""The rules, in one list. Each looks at the draft and yields clues; their order does not matter.

A rule is one file with one function `find_<thing>(draft) -> Iterator[Sign]`. What a clue weighs
for which label is not the rule's business: that is learned, and decided in `settle`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlekit.rules.author_bio import find_author_bio
from articlekit.rules.byline import find_byline
from articlekit.rules.cue import find_cue
from articlekit.rules.dateline import find_dateline
from articlekit.rules.echo import find_echo
from articlekit.rules.looks import find_looks
from articlekit.rules.markup import find_markup
from articlekit.rules.photo_credit import find_photo_credit
from articlekit.rules.quotation import find_quotation
from articlekit.rules.region import find_region
from articlekit.rules.signoff import find_signoff
from articlekit.rules.stated import find_stated
from articlekit.rules.subheading import find_subheading
from articlekit.rules.time_line import find_time_line
from articlekit.rules.words import find_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from articlekit.draft import Draft, Sign

    Rule = Callable[[Draft], Iterator[Sign]]

RULES: tuple[Rule, ...] = (
    # how it looks and where it stands
    find_looks,
    find_region,
    find_echo,
    find_markup,
    find_stated,
    # what it says
    find_words,
    find_cue,
    find_subheading,
    find_quotation,
    # what is printed in it
    find_byline,
    find_time_line,
    find_dateline,
    find_photo_credit,
    find_author_bio,
    find_signoff,
)
