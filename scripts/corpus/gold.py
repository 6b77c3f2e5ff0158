"""Labels that the fields of a benchmark's case allow: a headline, paragraphs, a body, snippets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.document import fold
from corpus.labels import ANY, FIGURE, HEADLINE, PROSE, STORY, SURROUNDING, UNMATCHED, Labels

if TYPE_CHECKING:
    from articlekit.page import Block, Page

LONGEST_BYLINE = 16
"""So many words a line has at most that names an author above the story."""
SENTENCE = 14
"""A line of more words is prose."""
FEWEST_INSIDE = 3
"""So many lines have to stand in the known body, or it is another page's."""


class Gold:
    """The fields of a case, folded."""

    def __init__(self, fields: dict) -> None:
        self._fields = fields
        self.headline = fold(fields.get("headline") or "")
        self.authors = [name for name in self.texts("authors") if name]
        listed = self.texts("paragraphs")
        self.paragraphs = frozenset(listed)
        self._whole = f" {' '.join(listed)} "

    def texts(self, field: str) -> list[str]:
        """The folded texts of one field."""
        return [fold(text) for text in self._fields.get(field) or ()]

    def is_prose(self, key: str, words: int) -> bool:
        """Whether a line is one of the paragraphs, a part of one, or several."""
        if not key:
            return False
        if key in self.paragraphs or (words > 5 and f" {key} " in self._whole):
            return True
        return words > 8 and any(len(text) > 40 and text in key for text in self.paragraphs)

    def is_byline(self, key: str, words: int) -> bool:
        """Whether a short line names one of the authors."""
        return words <= LONGEST_BYLINE and any(name in key for name in self.authors)


def labels_of_wire(page: Page, fields: dict) -> list[Labels]:
    """Labels of a wire item: headline, byline, paragraphs and sign-off are known."""
    gold = Gold(fields)
    boilerplate = {*gold.texts("boilerplate_snippets"), "reuter", "reuters"}
    allowed = []
    begun = False
    for block in page.blocks:
        key, words = _key_and_words(block)
        if key == gold.headline:
            label = HEADLINE
        elif gold.is_prose(key, words):
            begun = True
            label = frozenset({"paragraph", "quote"})
        elif not begun and gold.is_byline(key, words):
            label = frozenset({"byline"})
        elif key in boilerplate:
            label = frozenset({"signoff"})
        else:
            label = ANY - {"headline", "related", "navigation", "byline"}
        allowed.append(label)
    return _forgiving(page, allowed)


def labels_of_fields(page: Page, fields: dict) -> list[Labels]:
    """Labels of an article of which the fields are known, but not every line."""
    gold = Gold(fields)
    captions, summary = gold.texts("captions"), gold.texts("summary")
    named = _labels_by_field(gold)
    boilerplate = set(gold.texts("boilerplate_snippets"))
    allowed = []
    begun = False
    for block in page.blocks:
        key, words = _key_and_words(block)
        if key in named:
            label = named[key]
        elif any(len(text) > 20 and text in key and len(key) < len(text) + 80 for text in captions):
            label = frozenset({"caption"})
        elif key in summary:
            label = PROSE if begun else frozenset({"standfirst"})
        elif gold.is_prose(key, words):
            begun = begun or key in gold.paragraphs or words > 20
            label = PROSE
        elif not begun and gold.is_byline(key, words):
            label = frozenset({"byline", "related"}) | FIGURE
        elif key in boilerplate and words > 2:
            label = SURROUNDING
        else:
            label = UNMATCHED - ({"standfirst"} if begun else frozenset())
        allowed.append(label)
    return _forgiving(page, allowed)


def _labels_by_field(gold: Gold) -> dict[str, Labels]:
    """What the lines are that have a field of their own; a field before it counts first."""
    named: dict[str, Labels] = {gold.headline: HEADLINE}
    for field, label in (
        ("subheadings", "subheading"),
        ("credits", "credit"),
        ("pull_quotes", "pull_quote"),
        ("captions", "caption"),
    ):
        for text in gold.texts(field):
            named.setdefault(text, frozenset({label}))
    return named


def _key_and_words(block: Block) -> tuple[str, int]:
    return fold(block.text), block.text.count(" ") + 1


def _forgiving(page: Page, allowed: list[Labels]) -> list[Labels]:
    """Inside the story, long lines that the gold leaves out may be anything: it forgets some."""
    told = [at for at, labels in enumerate(allowed) if labels & PROSE and "other" not in labels]
    for at in range(told[0], told[-1]) if told else ():
        if page.blocks[at].text.count(" ") >= 11 and "other" in allowed[at]:
            allowed[at] = ANY
    return allowed


def labels_of_body(page: Page, fields: dict) -> list[Labels]:
    """Labels where the whole body is known as one text."""
    whole, headline = f" {fold(fields['body'])} ", fold(fields.get("headline") or "")
    blocks = page.blocks
    keys = [fold(block.text) for block in blocks]
    inside = [len(b.text) > 40 and f" {key} " in whole for b, key in zip(blocks, keys, strict=True)]
    if sum(inside) < FEWEST_INSIDE:
        return [ANY] * len(blocks)
    first, last = inside.index(True), len(inside) - 1 - inside[::-1].index(True)
    allowed = []
    for at, key in enumerate(keys):
        words = key.count(" ") + 1
        if headline and key == headline and at < first + 3:
            label = HEADLINE
        elif inside[at]:
            label = PROSE if words > SENTENCE else STORY | {"caption", "standfirst"}
        elif not first <= at <= last:
            label = ANY - STORY
        elif key and f" {key} " in whole:
            label = STORY | FIGURE if words > 1 else ANY
        else:
            label = ANY - PROSE if words > SENTENCE else ANY - HEADLINE
        allowed.append(label)
    return allowed


def labels_of_snippets(page: Page, fields: dict) -> list[Labels]:
    """Labels where only some sentences are known to belong to the story or not."""
    kept = [fold(text) for text in fields.get("with") or () if len(text) > 15]
    out = [fold(text) for text in fields.get("without") or () if len(text) > 3]
    headline = fold(fields.get("headline") or "")
    allowed = []
    for block in page.blocks:
        key = fold(block.text)
        label = ANY
        if headline and key == headline:
            label = HEADLINE
        elif any(text in key for text in kept):
            label = STORY | {"standfirst"}
        elif any(text in key for text in out):
            label = ANY - STORY
        allowed.append(label)
    return allowed
