"""What the markup of a page says of its lines: labels to learn from that no reader had to set.

Pages name their boxes: a `nav`, a class `newsletter-signup`, a `figcaption`. The text that such a
box shows is labelled by its name, as a set of labels where the name is not exact. So the lines of
many hundred publishers teach what furniture says, in their own languages.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.labels import ANY, PROSE, STORY, Labels

if TYPE_CHECKING:
    from articlekit.page import Elements, Page

_SPLIT = re.compile(r"[^A-Za-z]+|(?<=[a-z])(?=[A-Z])")


def _labels(text: str) -> Labels:
    return frozenset(text.split())


FOOT = _labels(
    "navigation copyright contact about_publisher newsletter follow disclaimer share other tools"
    " related donate paywall ads"
)
TAGS = {
    "nav": _labels("navigation tags share tools"),
    "footer": FOOT,
    "figcaption": _labels("caption credit"),
    "time": _labels("time_line byline related comments"),
    "button": _labels(
        "share follow newsletter paywall tools comments navigation donate related ads other"
    ),
    "form": _labels("newsletter comments navigation paywall tools contact other donate"),
    "label": _labels("newsletter comments navigation paywall tools contact other donate"),
    "option": _labels("navigation tools other"),
    "address": _labels("byline contact author_bio"),
}
"""Elements that say what they hold."""

_WORDS: dict[str, str] = {
    "share sharing social sharebar sharethis addtoany sociallinks socials": "share follow",
    "follow": "follow share newsletter",
    "newsletter newsletters signup mailchimp": "newsletter paywall",
    "subscribe subscription": "newsletter paywall follow",
    "related recommended recommendation recommendations recirc recirculation readmore teaser teasers"
    " trending popular mostread outbrain taboola moreon morefrom latest promo promos": "related newsletter ads",
    "comment comments disqus respond commentlist kommentare kommentar": "comments",
    "tags tag topics topic taxonomy keywords taglist tagcloud": "tags",
    "categories category cat breadcrumb breadcrumbs crumbs rubrik": "tags navigation kicker related",
    "menu nav navbar navigation submenu offcanvas topbar masthead sitemap megamenu": "navigation tools follow newsletter paywall",
    "ad ads advert advertisement adslot werbung anzeige publicidad dfp sponsored": "ads related",
    "caption figcaption bildunterschrift": "caption credit",
    "credit credits photocredit imagecredit copyright bildnachweis": "credit copyright caption",
    "bio authorbio authorbox aboutauthor biography": "author_bio byline follow related",
    "byline author authors autor autoren auteur writer": "byline author_bio time_line related comments follow",
    "date dateline datetime published timestamp pubdate datum posted": "time_line byline related comments",
    "kicker eyebrow overline dachzeile topline strapline": "kicker tags related",
    "standfirst dek subtitle subheadline teasertext intro lede vorspann excerpt": "standfirst paragraph subheading related",
    "pullquote blockquote quote quotes zitat": "pull_quote quote attribution paragraph embed",
    "paywall piano offer offers abo premium": "paywall newsletter",
    "cookie cookies consent gdpr privacy": "disclaimer tools navigation",
    "login account signin register": "navigation paywall comments",
    "footer colophon": " ".join(sorted(FOOT)),
    "sidebar aside widget widgets": " ".join(sorted(FOOT | {"tags", "author_bio", "comments"})),
    "correction corrections editorsnote": "correction",
    "disclaimer disclosure affiliate": "disclaimer ads",
    "donate donation support": "donate newsletter paywall",
    "skip": "navigation tools",
    "search": "navigation tools",
}
CLASSES = {word: _labels(kinds) for words, kinds in _WORDS.items() for word in words.split()}
"""Words of class and id attributes, and what boxes of that name hold."""

STORY_TAGS = {
    **dict.fromkeys(("h2", "h3", "h4", "h5", "h6"), frozenset({"subheading"})),
    **dict.fromkeys(("td", "th", "tr"), frozenset({"table"})),
    "li": frozenset({"list_item"}),
    "p": frozenset({"paragraph", "quote", "subheading"}),
    "blockquote": frozenset({"quote", "pull_quote", "paragraph", "embed"}),
}
"""What a block of the known story is, by its element."""
INLINE = frozenset(("span", "a", "strong", "b", "em", "i"))
BODY_WORDS = frozenset(("body", "html", "article", "main"))
HOW_FAR = 5
"""How many elements up a name still speaks for a line."""


def narrowed(page: Page, allowed: list[Labels]) -> list[Labels]:
    """Possible labels narrowed by what the markup says, wherever the two agree at all."""
    markup = page.markup
    if markup is None:
        return allowed
    found = []
    for block, labels in zip(page.blocks, allowed, strict=True):
        if labels <= STORY | {"caption", "standfirst"} and labels & PROSE:
            told = STORY_TAGS.get(_tag(markup.elements, block.element), ANY)
        elif len(labels) > 1:
            told = _named(markup.elements, block.element) or ANY
        else:
            told = ANY
        found.append((labels & told) or labels)
    return found


def _tag(elements: Elements, number: int) -> str:
    """The nearest element that is more than a container of inline text."""
    while number >= 0 and elements.tags[number] in INLINE:
        number = elements.parents[number]
    return elements.tags[number] if number >= 0 else ""


def _named(elements: Elements, number: int) -> Labels | None:
    """The labels that the nearest telling elements allow, or None."""
    found: Labels | None = None
    for _ in range(HOW_FAR):
        if number < 0 or elements.tags[number] in BODY_WORDS:
            break
        own = _own(elements, number)
        if own is not None:
            narrower = own if found is None else found & own
            found = narrower or found
        number = elements.parents[number]
    return found


def _own(elements: Elements, number: int) -> Labels | None:
    found = TAGS.get(elements.tags[number])
    attributes = elements.attributes[number]
    if not attributes:
        return found
    named = f"{attributes.get('class') or ''} {attributes.get('id') or ''} {attributes.get('itemprop') or ''}"
    for word in _SPLIT.split(named):
        kinds = CLASSES.get(word.lower())
        if kinds is not None:
            found = kinds if found is None else (found & kinds) or found
    return found
