"""Reads a report back, by a parser that is stricter than browsers, and tells what stands where."""

import base64
import hashlib
import re
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib

import articlekit
from articlekit.view.report import View, to_report

FIXTURES = Path(__file__).parent.parent / "fixtures"
TAGS = frozenset(
    """
    html head meta title style body a header h1 span details summary h2 h3 fieldset legend label
    input small nav ol ul li main article p dl div dt dd section b code table thead tbody tr th td
    script
    """.split()  # noqa: SIM905 - many strings in quotes are hard to read
)
ATTRIBUTES = frozenset(
    """
    lang charset http-equiv content name class href id type value checked open aria-labelledby
    aria-label dir tabindex title scope
    """.split()  # noqa: SIM905 - many strings in quotes are hard to read
)


def fixture(slug: str) -> Path:
    return next((FIXTURES / slug).glob("source.*"))


def view(path: Path) -> View:
    return View(path.parent.name, articlekit.parse(path), articlekit.explain(path))


def report(*slugs: str) -> str:
    return to_report([view(fixture(slug)) for slug in slugs])


def read(page: str) -> Element:
    """The tree of a page; an error of its markup is an error.

    A character that Unicode keeps for no use is none: it harms nobody.
    """
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    tree = parser.parse(page)
    assert {error for _, error, _ in parser.errors} <= {"invalid-codepoint"}, parser.errors
    return tree


def find(tree: Element, mark: str) -> list[Element]:
    """Every element of a class."""
    return [one for one in tree.iter() if mark in one.get("class", "").split()]


def only(tree: Element, mark: str) -> Element:
    (one,) = find(tree, mark)
    return one


def text(element: Element) -> str:
    return "".join(element.itertext())


def check(page: str) -> Element:
    """Refuse a page with anything in it that could run, ask for something or lead away."""
    page.encode()
    tree = read(page)
    scripts, styles = list(tree.iter("script")), list(tree.iter("style"))
    (policy,) = [one for one in tree.iter("meta") if one.get("http-equiv")]
    assert policy.get("content") == (
        f"default-src 'none'; style-src '{digest(styles)}'; script-src '{digest(scripts)}';"
        " base-uri 'none'; form-action 'none'"
    )
    names = [one.get("id") for one in tree.iter() if one.get("id")]
    assert len(names) == len(set(names))
    for one in tree.iter():
        assert one.tag in TAGS, one.tag
        assert set(one.attrib) <= ATTRIBUTES, one.attrib
        assert one.get("href", "#")[0] == "#"
        for name in (one.get("href", "")[1:], one.get("aria-labelledby", "")):
            assert not name or name in names, name
    assert "url(" not in text(styles[0])
    assert "@import" not in text(styles[0])
    return tree


def digest(elements: list[Element]) -> str:
    """What a policy must say for one inline element, and for no other."""
    (one,) = elements
    made = hashlib.sha256(text(one).encode()).digest()
    return f"sha256-{base64.b64encode(made).decode()}"


def luminance(colour: str) -> float:
    """Relative luminance of `#rrggbb`, as WCAG 2.2 defines it."""
    parts = [int(part, 16) / 255 for part in re.findall("[0-9a-f]{2}", colour)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)
