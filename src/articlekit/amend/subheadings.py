"""Subheadings that head nothing: settled labels in, the same with those replaced out.

The sequence of labels weighs what speaks for a heading; it knows no clue that rules one out. A line
is none, however it is set, where it is a price, an address or a credit, where a figure holds it,
where nothing of the story stands below it, where the page sets it again and again over no text, or
where it only names somebody whom the story writes out (conventions 4.2, "against"). Such a line
takes the label that came next, or the one that it reads as (decision 9).
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from articlekit.grammar.byline.reader import read_byline
from articlekit.grammar.credit.reader import read_credit
from articlekit.grammar.quotation import read_attribution
from articlekit.pattern import lazy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from articlekit.draft import Draft
    from articlekit.settle import Verdict

_MOST = 300
"""A page of more headings is no article: they stay as they are."""
_EVEN = 0.5
"""A label with less confidence is more likely wrong than right."""
_NAME = 4
"""Lines of more words than a name has."""
_OFTEN = 3
"""Set so often on a page, a line belongs to its cards or boxes."""
_HELD = 4
"""A figure holds a line through so many elements at most."""
_TEXT = frozenset(("paragraph", "list_item", "quote", "pull_quote", "table"))
_HEADED = _TEXT | {"embed", "caption", "credit"}
_HIDDEN = "paywall"
_HEADINGS = frozenset(("h2", "h3", "h4", "h5", "h6"))
_STORY = _HEADED | {"headline", "kicker", "standfirst", "byline", "attribution"}
_SENTENCE = ("stop", "quote")
_ADDRESS = lazy(r"\w@\w|https?://|www\.\w")
_PRICE = lazy(r"(?:[£$€¥₹]\s?\d[\d.,]*|\d[\d.,]*\s?[€£$])(?:$|[,;(/|–-]|\s[a-z(/|–-])")
"""A price, and nothing or where it is asked behind it: "£60, Argos"; "$10 Off Everything" heads."""
_DASH = "-–—―"


def amend_subheadings(draft: Draft, verdicts: Sequence[Verdict]) -> Sequence[Verdict]:
    """Replace the verdict of every subheading that heads nothing."""
    found = [at for at, verdict in enumerate(verdicts) if verdict.label == "subheading"]
    if not 0 < len(found) <= _MOST:
        return verdicts
    screened = list(verdicts)
    times = Counter(block.text for block in draft.blocks)
    last, story = _last_headed(verdicts), _sentences(draft)
    for at in found:
        text, verdict = draft.blocks[at].text, verdicts[at]
        label = _read_as(draft, at)
        if label is None and (at > last or (times[text] >= _OFTEN and not _is_over(verdicts, at))):
            label = _off_story(verdict.runner_up)
        elif label is None and (_is_figure(text) or _only_names(draft, at, story)):
            label = _in_story(verdict.runner_up)
        if label is not None:
            screened[at] = verdict.amended(label, "heads-nothing")
        elif _is_unsure(draft, at, verdict):
            screened[at] = verdict.amended(str(verdict.runner_up), "unsure-heading")
    return screened


def _is_unsure(draft: Draft, at: int, verdict: Verdict) -> bool:
    """Whether a line is more likely no heading than one, and neither page nor text says it is.

    A page sets what heads as such. In raw text a question heads the prose right below it, and what
    is no heading there is no headline or caption either: nothing but its looks speaks for those.
    """
    if verdict.confidence >= _EVEN or verdict.runner_up is None:
        return False
    if draft.kind == "page":
        return _HEADINGS.isdisjoint(draft.around(at, _HELD))
    shapes = draft.shapes
    asks = shapes[at].end == "question" and at + 1 < len(shapes) and shapes[at + 1].prose
    return not asks and verdict.runner_up not in ("headline", "caption")


def _off_story(runner_up: str | None) -> str:
    """What a line is that belongs to no story: the label that came next, if it says so."""
    return "other" if runner_up is None or runner_up in _STORY else runner_up


def _in_story(runner_up: str | None) -> str:
    """What a line among the story is: the label that came next, but no credit, as it reads as none.

    Nor is it a byline: better no author than a wrong one.
    """
    return "other" if runner_up in (None, "credit", "byline") else str(runner_up)


def _is_figure(text: str) -> bool:
    """Whether a line is an address or a price."""
    return bool(_ADDRESS.search(text) or _PRICE.match(text))


def _is_over(verdicts: Sequence[Verdict], at: int) -> bool:
    """Whether a line stands right over text or another heading, as headings of plans do again."""
    return at + 1 < len(verdicts) and verdicts[at + 1].label in _TEXT | {"subheading"}


def _last_headed(verdicts: Sequence[Verdict]) -> int:
    """The last block that a heading can stand over: of the story, or what hides the story."""
    labels = _HEADED | {_HIDDEN}
    return next((at for at in range(len(verdicts) - 1, -1, -1) if verdicts[at].label in labels), 0)


def _read_as(draft: Draft, at: int) -> str | None:
    """What a line is by what is read in it, or by the element that holds it."""
    text, words = draft.blocks[at].text, draft.words
    if not any(map(str.isalpha, text)):
        return "other"
    if not {"figure", "figcaption"}.isdisjoint(draft.around(at, _HELD)):
        return "caption"
    if read_credit(text, words) is not None:
        return "credit"
    if text[0] in _DASH and (reading := read_attribution(text, words)) is not None:
        return "attribution" if reading.form == "dash" else None
    return None


def _sentences(draft: Draft) -> str:
    """The sentences of a page, one a line."""
    pairs = zip(draft.blocks, draft.shapes, strict=True)
    return "\n".join(
        [block.text for block, shape in pairs if shape.end in _SENTENCE and shape.words > _NAME]
    )


def _only_names(draft: Draft, at: int, story: str) -> bool:
    """Whether a line is the name of somebody in the story, with no prose below that it heads."""
    shapes = draft.shapes
    if at + 1 < len(shapes) and shapes[at + 1].prose:
        return False
    reading = read_byline(draft.blocks[at].text, draft.words)
    if reading is None or reading.form != "name" or len(reading.authors) != 1:
        return False
    name = reading.authors[0].name
    return " " in name and name in story
