"""Lines that a page itself calls captions or credits, told once the whole page is settled.

Labels are settled by all the clues of a page and by their order. So a caption in the middle of
prose may come out as prose, and a credit above the story as a copyright line. Where the page is
plain about it (a picture right above, and an element that is a caption by its name; or a line that
reads as a credit and as nothing else), that counts for more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from articlekit.grammar.credit.reader import read_credit, split_credit
from articlekit.model import Evidence
from articlekit.pattern import lazy
from articlekit.readers.credit_names import names_credit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from articlekit.draft import Draft
    from articlekit.settle import Verdict

_FIGURES = frozenset(("figure", "figcaption", "picture", "amp-img"))
_CAPTION = lazy(r"(?<![a-z])(?:[a-z]*caption|bildunterschrift|bildtext|legende?)(?![a-z])|Caption")
_BESIDE = ("caption", "credit")
_PROSE = frozenset(("paragraph", "standfirst", "quote", "list_item", "kicker", "subheading"))
_VAGUE = frozenset(("related", "author_bio", "tools", "follow", "signoff", "newsletter", "other"))
_UNSURE = 0.5
"""Below this, what a line is called says more than what it was settled as."""
_NEAR, _FAR = 2, 6
_NEARLY_ALL = 0.9
_STRENGTH = 3.0


def amend_captions(draft: Draft, verdicts: Sequence[Verdict]) -> Sequence[Verdict]:
    """Give the verdicts with captions and credits set right; those of raw text stay as they are."""
    markup = draft.page.markup
    if markup is None:
        return verdicts
    under = {picture.before for picture in markup.pictures}
    amended = list(verdicts)
    for index, verdict in enumerate(verdicts):
        if verdict.label == "copyright":
            found = _credited(draft, index)
        elif verdict.label == "caption" and not any(map(str.isalpha, draft.blocks[index].text)):
            found = ("tools", "numbers-a-picture")  # of a gallery
        elif index in under:
            found = _called(draft, index, verdict)
        elif verdict.label in _BESIDE:
            beside = index - 1 in under and amended[index - 1].label in _BESIDE
            found = _without_picture(draft, index, verdict, beside=beside)
        else:
            continue
        if found is not None:
            label, reason = found
            evidence = (Evidence(reason, _STRENGTH), *verdict.evidence)
            amended[index] = replace(
                verdict, label=label, evidence=evidence, runner_up=verdict.label
            )
    return amended


def _credited(draft: Draft, index: int) -> tuple[str, str] | None:
    """A copyright line that is the credit of a picture: with its label, or inside a figure."""
    reading = read_credit(draft.blocks[index].text, draft.words)
    if reading is None or reading.strength == "bare":
        return None
    labelled = reading.strength == "label" and reading.label is not None
    if labelled or not _FIGURES.isdisjoint(draft.around(index, _FAR)):
        return "credit", "reads-as-credit"
    return None


def _without_picture(
    draft: Draft, index: int, verdict: Verdict, *, beside: bool
) -> tuple[str, str] | None:
    """A caption without picture, figure, name or credit is what came next; a link is a teaser.

    A credit that only says where something comes from is the source of the story. `beside` says
    that a credit or another caption stands between the line and a picture.
    """
    block = draft.blocks[index]
    if not _FIGURES.isdisjoint(draft.around(index, _FAR)):
        return None
    if verdict.label == "credit":
        reading = None if beside else read_credit(block.text, draft.words)
        sourced = reading is not None and "source" in reading.flags
        return ("signoff", "names-a-source") if sourced else None
    if block.linked > _NEARLY_ALL * len(block.text):
        return "related", "links-elsewhere"
    if beside or any(map(_names_caption, draft.names(index, _NEAR + 1))):
        return None
    if verdict.runner_up in (None, *_BESIDE) or split_credit(block.text, draft.words) is not None:
        return None
    return verdict.runner_up, "shows-no-picture"


def _called(draft: Draft, index: int, verdict: Verdict) -> tuple[str, str] | None:
    """What a line right under a picture is called, or reads as."""
    block, unsure = draft.blocks[index], verdict.confidence < _UNSURE
    prose = verdict.label in _PROSE
    teaser = block.linked * 2 > len(block.text) or "a" in draft.around(index, _FAR)
    if teaser or not (prose or (unsure and verdict.label in _VAGUE)):
        return None
    if not any(map(str.isalpha, block.text)):
        return None
    near = list(draft.names(index, _NEAR))
    if "figcaption" in draft.around(index, _NEAR + 1) or any(map(_names_caption, near)):
        return "caption", "called-caption"
    if unsure and any(names_credit(names, surely=True) for names in near):
        return "credit", "called-credit"
    reading = read_credit(block.text, draft.words) if unsure else None
    if reading is not None and reading.strength != "bare":
        return "credit", "reads-as-credit"
    return None


def _names_caption(attributes: dict[str, str]) -> bool:
    return any(_CAPTION.search(attributes.get(name, "")) for name in ("class", "itemprop"))
