"""A story that a page holds in a script and does not show: its paragraphs join the blocks.

Pages that a program builds show little or nothing before it has run, and some show only the
opening. The text is then in linked data (`articleBody`) or in the program's state. It is used when
it is long, much longer than the prose that the page shows, and mostly not among that.
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, Literal

from msgspec.structs import replace

from articlekit.folding import squeeze
from articlekit.limits import DEFAULTS
from articlekit.model import Warn
from articlekit.page import Unseen
from articlekit.readers.capped import capped
from articlekit.readers.flatten import flatten
from articlekit.readers.graft import graft
from articlekit.readers.linked_data import read_linked_data
from articlekit.readers.sax import feed
from articlekit.readers.state_story import SHORTEST_STORY, find_story
from articlekit.readers.states import read_states

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from articlekit.limits import Limits
    from articlekit.page import Block, Head
    from articlekit.readers.events import Flat

    Origin = Literal["jsonld", "state"]

PROSE = 60
"""A block of so many characters, most of them in no link, is prose."""
ENOUGH = 1200
"""A page that shows so much prose shows its story: its states are not searched."""
LONGER = 2
"""A story that is not shown is so many times longer than the prose that is."""
MOST_SHOWN = 0.5
"""So much of its sentences may be shown: the opening of a story that goes on in a script."""
_SENTENCES = 60
_SAMPLE = slice(100, 160)
_SHORT = 12
_BODY = '"articleBody"'
_BLOCK_TAG = re.compile(
    r"</?(?:p|div|br|h[1-6]|li|ul|ol|section|blockquote)\b[^<>]{0,500}>", re.IGNORECASE
)
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,500}>")
_ESCAPED_TAG = re.compile(r"&lt;/?[A-Za-z]")
_LINES = re.compile(r"[\r\n]+")
_WIDE_SPACE = re.compile(r"[ \u00a0]{3,}")
_SENTENCE = re.compile(r"[.!?…。！？\n]+")


def with_unseen_story(page: Flat, limits: Limits = DEFAULTS) -> Flat:
    """A page with the story that stands in one of its scripts, or the page as it is."""
    shown = _prose(page.blocks)
    visible = ""
    left = max(1, limits.max_blocks - len(page.blocks))
    for origin, script, markup in _candidates(page, shown):
        inner = feed(markup.encode("utf-8", "replace"), capped(flatten(left), limits.max_elements))
        visible = visible or "".join(squeeze(block.text) for block in page.blocks)
        if _is_unseen(inner, shown, visible):
            return _joined(page, inner, visible, origin, script)
    return page


def _joined(page: Flat, story: Flat, visible: str, origin: Origin, script: str) -> Flat:
    """A page with the paragraphs of a story that it does not show."""

    def is_shown(text: str) -> bool:
        key = squeeze(text)
        return len(key) >= _SHORT and key in visible

    first = len(page.blocks)
    page.warnings.extend(
        replace(warning, at=warning.at + len(page.source)) for warning in story.warnings
    )
    joined = graft(page, story, page.head.script_elements.get(script, -1), is_shown)
    if len(page.blocks) > first:
        page.head.unseen = Unseen(origin, first)
    return joined


def _prose(blocks: Sequence[Block]) -> int:
    """How many characters of prose a page shows."""
    return sum(
        len(block.text)
        for block in blocks
        if len(block.text) >= PROSE and block.linked * 2 < len(block.text)
    )


def _candidates(page: Flat, shown: int) -> Iterator[tuple[Origin, str, str]]:
    """Origin, script and markup of what may be the story, best first."""
    head = page.head
    least = max(SHORTEST_STORY, LONGER * shown)
    script, stated = _stated(head, least)
    if stated and _has_paragraphs(stated):
        yield "jsonld", script, stated
    if shown < ENOUGH and any(len(text) > least for text in (*head.states, *head.programs)):
        titles = (content for name, content in head.metas if name == "og:title")
        story = find_story(read_states(head), next(titles, head.title))
        if amount := head.lost.get("programs"):
            message = f"{amount} scripts were not searched for a story that the page does not show"
            page.warnings.append(Warn("programs", message, 0, amount))
        if story is not None and story.length >= least and _has(story.markup, stated):
            yield "state", story.script, as_markup(story.markup)
    if stated:
        yield "jsonld", script, stated


def _stated(head: Head, least: int) -> tuple[str, str]:
    """The script whose linked data states the article's body, and the body's markup."""
    scripts = [text for text in head.linked_data if _BODY in text]
    if not any(len(text) > least for text in scripts):
        return "", ""
    addresses = [address for relation, address in head.links if relation == "canonical"]
    article = read_linked_data(head.linked_data, addresses).article or {}
    body = article.get("articleBody")
    if isinstance(body, list):
        body = "\n".join(part for part in body if isinstance(part, str))
    if not isinstance(body, str) or len(body) < least or _is_excerpt(body):
        return "", ""
    alone = (text for text in scripts if read_linked_data([text], addresses).article == article)
    return (scripts[0] if len(scripts) == 1 else next(alone, scripts[0])), as_markup(body)


def as_markup(text: str) -> str:
    """A text as markup: it may be that already, once escaped, or plain with its lines."""
    if _ESCAPED_TAG.search(text) and not _TAG.search(text):
        text = html.unescape(text)
    if _BLOCK_TAG.search(text):
        return text
    lines = [line.strip() for line in _LINES.split(text.strip())]
    if len(lines) == 1:
        lines = _WIDE_SPACE.split(lines[0])
    if not _TAG.search(text):
        lines = [html.escape(html.unescape(html.unescape(line)), quote=False) for line in lines]
    return "\n".join(f"<p>{line}</p>" for line in lines if line)


def _is_excerpt(body: str) -> bool:
    """Whether a text breaks off."""
    return _TAG.sub("", html.unescape(body[-200:])).rstrip("] \n").endswith(("…", "..."))


def _has_paragraphs(markup: str) -> bool:
    return len(_BLOCK_TAG.findall(markup)) > 2


def _has(story: str, stated: str) -> bool:
    """Whether a story from a state is the one that linked data states, if it states one."""
    middle = squeeze(_TAG.sub(" ", stated))[_SAMPLE]
    return middle in squeeze(_TAG.sub(" ", story))


def _is_unseen(story: Flat, shown: int, visible: str) -> bool:
    """Whether a story is much longer than the prose that is shown, and mostly not among it."""
    if len(story.source) < max(SHORTEST_STORY, LONGER * shown):
        return False
    found = (squeeze(sentence) for sentence in _SENTENCE.split(story.source))
    sentences = [sentence for sentence in found if len(sentence) >= _SHORT]
    some = sentences[:: len(sentences) // _SENTENCES + 1]
    seen = sum(sentence in visible for sentence in some)
    return bool(some) and seen <= MOST_SHOWN * len(some)
