"""The story in the data of a page's scripts: values in, its markup out.

Found by structure, whatever system wrote it: a long text under a key such as `body` or `content`,
or a list whose items are paragraphs (texts, objects with a text, elements written as lists). Of
several the one wins that is long and has the words of the title.
"""

from __future__ import annotations

import html
import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from articlekit.folding import words_of
from articlekit.readers.elements import KINDS, SILENT, TITLE, VOID

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

SHORTEST_STORY = 400
LONGEST_PARAGRAPH = 5000
MOST_VALUES = 50_000
DEEPEST_TEXT = 8
LEAST_KINSHIP = 0.3
"""So many of the title's words a story has: notices about cookies have none."""
_PARAGRAPH = 40
_LONGEST_KEY = 60
_STEM = 4
_WINDOW = 20_000
"""So much of a text is looked at to tell prose from programs."""
_BODIES = frozenset(
    "body content text html story article paragraphs markup rendered main".split()  # noqa: SIM905
)
_OTHERS = frozenset(
    """comment comments related recommended recommendations recirculation popular trending latest
    teaser teasers promo promos menu navigation nav footer header consent cookie cookies privacy
    terms translations messages locale i18n ads newsletter css style styles script""".split()  # noqa: SIM905
)
"""Keys whose values are about something else than the page's story."""
_TEXTS = (
    "text content html markup value children data paragraph p props properties __html".split()  # noqa: SIM905
)
"""Where an object that is a paragraph keeps its text, the plainest first."""
_TYPES = ("type", "nodeType", "_type", "tag", "tagName", "style", "kind", "name")
_SILENT = frozenset((VOID, SILENT, TITLE))
_WORDS = re.compile(r"[A-Z]?[a-z0-9]+|[A-Z]+")
_HEADING = re.compile(
    r"h[1-6]|head(?:ing|er)(?:[-_ ]?[1-6])?|sub-?head(?:ing|line|er)?", re.IGNORECASE
)
_REFERENCE = re.compile(r"\$\w{1,20}")
"""How React points to another value."""
_TAG = re.compile(r"<[^<>]{0,500}>")
_STOP = re.compile(r"""[.!?…]["”»’)]?(?:\s|<|$)|[。！？।۔؟]""")
_CODE = re.compile(r"[{};=]|\w\(")


class Story(Struct):
    """What may be a story: its markup, how many characters it has, how it fits the title."""

    markup: str
    length: int
    script: str = ""
    kinship: float = 1.0


def find_story(values: Iterable[tuple[str, Any]], title: str) -> Story | None:
    """The best story in values that stand in scripts; `None` where nothing reads as one."""
    telling = _stems(title)
    best: Story | None = None
    for story in _stories(values):
        if telling:
            found = telling & _stems(_TAG.sub(" ", story.markup[:_WINDOW]))
            story.kinship = len(found) / len(telling)
        if best is None or story.length * story.kinship > best.length * best.kinship:
            best = story
    return best if best is not None and best.kinship >= LEAST_KINSHIP else None


def _stems(text: str) -> set[str]:
    """What longer words begin with: they end in many ways."""
    return {word[:_STEM] for word in words_of(text) if len(word) >= _STEM or not word.isascii()}


def _stories(values: Iterable[tuple[str, Any]]) -> Iterator[Story]:
    """Everything that reads as a story."""
    left = MOST_VALUES
    for script, whole in values:
        stack: list[tuple[Any, bool]] = [(whole, True)]
        while stack and left > 0:
            left -= 1
            value, is_body = stack.pop()
            story = _story(value, is_body=is_body)
            if story is not None:
                story.script = script
                yield story
            stack.extend(_inside(value, is_body=is_body))


def _story(value: object, *, is_body: bool) -> Story | None:
    """A long text or a list of paragraphs as a story."""
    if isinstance(value, list):
        return _listed(value)
    if isinstance(value, dict) and all(isinstance(inner, dict) for inner in value.values()):
        return _listed(list(value.values()))  # a store of items by their names
    if not isinstance(value, str) or not is_body or len(value) < SHORTEST_STORY:
        return None
    return Story(value, len(_TAG.sub("", value))) if is_prose(value) else None


def _inside(value: object, *, is_body: bool) -> Iterator[tuple[Any, bool]]:
    """What a value holds, and whether it may be the text of a story."""
    if isinstance(value, list):
        yield from ((one, is_body) for one in value[:2000])
    elif isinstance(value, dict):
        for key, inner in value.items():
            is_other, is_body = _about(key[:_LONGEST_KEY])
            if not is_other:
                yield inner, is_body


@lru_cache(maxsize=1024)
def _about(key: str) -> tuple[bool, bool]:
    """Whether a key stands before something else than the story, and before a text."""
    words = {word.casefold() for word in _WORDS.findall(key)}
    return not words.isdisjoint(_OTHERS), not words.isdisjoint(_BODIES)


def is_prose(text: str) -> bool:
    """Whether a text has sentences to its end, and is no excerpt, data, program or style sheet."""
    if text.lstrip()[:1] in ("{", "[") or text.rstrip().endswith(("…", "...")):
        return False
    bare = _TAG.sub(" ", text[:_WINDOW])
    stops = len(_STOP.findall(bare))
    return stops >= 2 and stops * 600 > len(bare) > 50 * len(_CODE.findall(bare))


def _listed(items: list[Any]) -> Story | None:
    """A list as a story, each item a paragraph; `None` where it is none."""
    if not 2 <= len(items) <= 2000 or _is_element(items):
        return None
    texts = [_text_of(item, DEEPEST_TEXT).strip() for item in items]
    if sum(map(len, texts)) < SHORTEST_STORY:
        return None
    lengths = [len(_TAG.sub("", text) if "<" in text else text) for text in texts]
    prose = [length for length in lengths if length >= _PARAGRAPH]
    length = sum(prose)
    if len(prose) < 2 or length < SHORTEST_STORY or max(lengths) > LONGEST_PARAGRAPH:
        return None
    markup = [_marked_up(item, text) for item, text in zip(items, texts, strict=True) if text]
    story = "\n".join(markup)
    return Story(story, length) if is_prose(story) else None


def _is_element(items: list[Any]) -> bool:
    """Whether a list is an element as `["p", {...}, "text"]` or `["$", "p", ...]`."""
    return isinstance(items[0], str) and (items[0] in KINDS or items[0] == "$")


def _text_of(value: object, depth: int) -> str:
    """The text of a paragraph, its inline parts joined."""
    if isinstance(value, str):
        return "" if _REFERENCE.fullmatch(value) else value
    if depth <= 0:
        return ""
    if isinstance(value, list) and value:
        if KINDS.get(_type_of(value)) in _SILENT:
            return ""
        inner = value[3 if value[0] == "$" else 1 :] if _is_element(value) else value
        return "".join(_text_of(one, depth - 1) for one in inner[:200])
    if isinstance(value, dict):
        found = (_text_of(value[key], depth - 1) for key in _TEXTS if key in value)
        return next((text for text in found if text), "")
    return ""


def _marked_up(item: object, text: str) -> str:
    tag = "h2" if _HEADING.fullmatch(_type_of(item)) else "p"
    if "<" not in text and "&" not in text:
        text = html.escape(text, quote=False)
    return f"<{tag}>{text}</{tag}>"


def _type_of(item: object) -> str:
    """What an item calls itself."""
    if isinstance(item, dict):
        named = (item[key] for key in _TYPES if isinstance(item.get(key), str))
        return next(named, "")
    if isinstance(item, list) and item and _is_element(item):
        name = item[1] if item[0] == "$" and len(item) > 1 else item[0]
        return name if isinstance(name, str) else ""
    return ""
