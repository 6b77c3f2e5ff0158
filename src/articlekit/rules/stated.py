"""Evidence from what a page says about itself: lines that its metadata repeat.

Metadata are evidence beside what is visible, not the truth: a description may be the standfirst,
the opening of the story, or a text for search engines that the page never shows.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from articlekit.draft import Clue, Clues
from articlekit.folding import fold

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from articlekit.draft import Draft
    from articlekit.metadata import Metadata

_LONGEST_NAME_LINE = 14
_FEWEST_WORDS = 4
_LONGEST_LINE = 60
_BODY, _LONGEST_BODY = 400, 200_000
"""A stated body shorter than this is a summary; a longer one is no article, and dear to search."""
_MOST_NAMES = 200


def find_stated(draft: Draft) -> Iterator[Clue | Clues]:
    """State which blocks the metadata name: headline, description, authors, section, tags, body."""
    metadata = draft.metadata
    if metadata is None:
        return
    if draft.headline is not None and draft.headline.block >= 0:
        yield Clue(draft.headline.block, "chosen-headline")
    titles = {fold(one.text) for one in (*metadata.headlines, draft.headline) if one is not None}
    labels = _labels(metadata)
    summaries = [fold(one.text.rstrip(".… ")) for one in metadata.descriptions]
    authors = (fold(author.name) for one in metadata.authors for author in one.authors)
    names = dict.fromkeys(name for name in islice(authors, _MOST_NAMES) if name)
    summaries = [summary for summary in summaries if summary]
    body = _body(metadata)
    unseen, rows = _first_unseen(draft), draft.rows
    yield from _unseen_paragraphs(draft, unseen)
    for index, (block, shape) in enumerate(zip(draft.blocks[:unseen], draft.shapes, strict=False)):
        if (shape.words > _LONGEST_LINE and not body) or (index in rows and not labels):
            continue
        key = fold(block.text)
        found = ["is-" + labels[key]] if key in labels else []
        if index not in rows:
            if shape.words <= _LONGEST_NAME_LINE and _holds(key, names):
                found.append("is-author" if key in names else "names-author")
            if shape.words >= _FEWEST_WORDS:
                found += _repeated(key, titles, summaries, body)
        if found:
            yield Clues(index, found)


def _first_unseen(draft: Draft) -> int:
    """The first block of a story that only a script holds."""
    unseen = draft.page.markup.head.unseen if draft.page.markup else None
    return unseen.first if unseen else len(draft.blocks)


def _unseen_paragraphs(draft: Draft, first: int) -> Iterator[Clue]:
    """The paragraphs of such a story: all of it is stated, its headings are too short to count."""
    for index in range(first, len(draft.blocks)):
        if draft.shapes[index].words > _LONGEST_NAME_LINE:
            yield Clue(index, "in-stated-body")


def _body(metadata: Metadata) -> str:
    """The first stated body that is long enough, folded; nothing where it is too long."""
    text = next((one.text for one in metadata.bodies if len(one.text) >= _BODY), "")
    return f" {fold(text)} " if 0 < len(text) <= _LONGEST_BODY else ""


def _holds(key: str, names: Iterable[str]) -> bool:
    """Whether one of the names stands in a line: a plain loop, as no generator has to be made."""
    for name in names:  # noqa: SIM110 - see above
        if name in key:
            return True
    return False


def _repeated(
    key: str, titles: Collection[str], summaries: Iterable[str], body: str
) -> Iterator[str]:
    """What a longer line repeats of the metadata."""
    if key in titles:
        yield "is-title"
    for summary in summaries:
        if summary.startswith(key) or key.startswith(summary):
            yield "is-description"
            break
    if body:
        yield "in-stated-body" if f" {key} " in body else "not-in-stated-body"


def _labels(metadata: Metadata) -> dict[str, str]:
    """Short texts of the metadata and what they are, by their folded form."""
    found = {fold(tag): "tag" for tag in metadata.tags}
    found |= {fold(one.text): "section" for one in metadata.sections}
    found |= {fold(one.text): "site" for one in metadata.site_names}
    found |= {fold(one.text): "kicker" for one in metadata.alternatives}
    found.pop("", None)
    return found
