"""What programs of mail print: settled labels in, those of such lines set right out.

Over a message that is passed on they print its headers: a row of lines "From: ...", "To: ...", in
any language, below a rule of dashes. Where they turn links into text, they print the address behind
a few words: "Unsubscribe: https://...". None of it is the story, its headline or a credit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlekit.pattern import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from articlekit.draft import Draft
    from articlekit.settle import Verdict

_FEWEST = 3
"""So many headers are printed at least: who, when and about what."""
_LONGEST = 600
_OPENS = lazy(r"(?:> ?)*[^\W\d_][\w-]{0,14}: ")
_LABEL = lazy(r"(?:^|\s)[^\W\d_][\w-]{0,14}:(?=\s)")
_RULE = lazy(r"(?:> ?)*[-_—–*]{3,}(?:.{0,60}[-_—–*]{3,})?")
_LINK = lazy(r"\S{0,60}(?:\s\S{1,60}){0,7}?\s?[<(\[]?https?://\S+")
_WRONG = frozenset(
    ("headline", "kicker", "standfirst", "byline", "caption", "credit", "paragraph", "subheading")
)
"""What a link that became text is taken for."""
_KEPT = "time_line"
"""What a line is that says when the message was sent; it stays one."""


def amend_messages(draft: Draft, verdicts: Sequence[Verdict]) -> Sequence[Verdict]:
    """Replace the verdicts of printed headers and of links that became text."""
    if draft.page.entry is None or draft.page.entry.origin != "mail":
        return verdicts
    texts = [block.text for block in draft.blocks]
    found = dict.fromkeys(_headers(texts), "header-of-a-message")
    links = (at for at, text in enumerate(texts) if verdicts[at].label in _WRONG and _is_link(text))
    found |= dict.fromkeys(links, "link-as-text")
    amended = list(verdicts)
    for at, reason in found.items():
        if verdicts[at].label != _KEPT:
            amended[at] = verdicts[at].amended("other", reason)
    return amended


def _is_link(text: str) -> bool:
    return len(text) <= _LONGEST and _LINK.fullmatch(text) is not None


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
