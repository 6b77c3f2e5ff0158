"""Data to the story in it, by its structure."""

import json
from typing import Any

import pytest

from articlekit.readers.state_story import find_story

TITLE = "The ferry returns to Harlow Sound"
ONE = "The ferry came back to Harlow Sound on Monday, after eleven weeks in the yard at Brent."
TWO = "Its new engine burns a third less oil. The crew has asked for quiet at night."
THREE = "“We have missed her,” said Ida Moss, who sells bread at the pier. Nobody argued."
TEXTS = [ONE, TWO, THREE, ONE.replace("Monday", "Friday"), TWO.replace("third", "tenth"), THREE]
HTML = "".join(f"<p>{text}</p>" for text in TEXTS)
PLAIN = "\n".join(f"<p>{text}</p>" for text in TEXTS)


def story(value: Any, title: str = TITLE) -> str | None:
    found = find_story([("script", value)], title)
    return found.markup if found else None


SHAPES: list[tuple[str, Any]] = [
    ("texts", TEXTS),
    ("objects", [{"type": "text", "content": text} for text in TEXTS]),
    (
        "objects with pictures between",
        [{"text": TEXTS[0]}, {"image": "/a.jpg"}] + [{"text": t} for t in TEXTS[1:]],
    ),
    ("keys that are tags", [{"p": text} for text in TEXTS]),
    (
        "leaves",
        [{"type": "paragraph", "children": [{"text": t[:9]}, {"text": t[9:]}]} for t in TEXTS],
    ),
    (
        "nodes",
        [{"nodeType": "paragraph", "content": [{"nodeType": "text", "value": t}]} for t in TEXTS],
    ),
    (
        "elements as lists",
        [["p", {"class": "a"}, t[:9], ["a", {"href": "/x"}, t[9:]]] for t in TEXTS],
    ),
    ("elements of React", [["$", "p", "1", {"children": [t, "$L2"]}] for t in TEXTS]),
    (
        "a store",
        {f"text-{at}": {"kind": "text", "text": {"value": t}} for at, t in enumerate(TEXTS)},
    ),
]


@pytest.mark.parametrize("value", dict(SHAPES).values(), ids=dict(SHAPES))
def test_paragraphs(value: Any) -> None:
    assert story({"page": {"article": {"body": value}, "title": TITLE}}) == PLAIN


@pytest.mark.parametrize(
    "key", ["body", "articleBody", "content", "body_html", "__html", "rendered"]
)
def test_one_text(key: str) -> None:
    assert story({"a": [{key: HTML, "title": TITLE}]}) == HTML


def test_headings() -> None:
    items = [{"type": "p", "text": TEXTS[0]}, {"type": "heading2", "text": "At night"}]
    items += [{"type": "p", "text": text} for text in TEXTS[1:]]

    assert "<h2>At night</h2>" in (story({"body": items}) or "")


def test_signs_of_markup_in_plain_texts_are_escaped() -> None:
    last = "It holds that 3 > 2, and that is all there is to say about it."

    assert "<p>It holds that 3 &gt; 2, and" in (story({"body": [*TEXTS, last]}) or "")


def test_the_story_that_the_title_is_about() -> None:
    other = "Nobody knows how many geese live by the canal. Some say forty. " * 20

    assert story({"other": {"body": other}, "this": {"body": HTML}}) == HTML


NONE: list[tuple[str, Any]] = [
    ("nothing", {}),
    ("another title", {"body": "Cookies help us. We and our partners keep data. " * 20}),
    ("a key of something else", {"comments": [{"text": text} for text in TEXTS]}),
    ("no key of a body", {"description2": HTML}),
    ("an excerpt", {"body": HTML[:-4] + "…"}),
    ("data", {"body": json.dumps({"text": HTML})}),
    ("a program", {"body": "if(a){b();c={d:1};}. Harlow Sound ferry returns. " * 30}),
    ("a short text", {"body": ONE}),
    ("numbers", {"body": [1, None, True, 2.5] * 100}),
    ("deep", json.loads('{"body":' + "[" * 150 + json.dumps(ONE) + "]" * 150 + "}")),
]


@pytest.mark.parametrize("value", dict(NONE).values(), ids=dict(NONE))
def test_no_story(value: Any) -> None:
    assert story(value) is None
