r"""One page that shows articles: their nodes in reading order beside the text they were read from.

The page is whole in itself: it asks for nothing, its policy (CSP) lets only its own style and
script work, and all that comes from a source is text in it. Without script it shows the same.

>>> import articlekit
>>> source = "Town votes for wall\n\nBy Jane Roe\n\nThe council <b>voted</b> on Monday."
>>> article = articlekit.parse_text(source)
>>> page = to_report([View("wall.txt", article, articlekit.explain(source))])
>>> page.startswith("<!doctype html>"), "The council &lt;b&gt;voted&lt;/b&gt;" in page
(True, True)
"""

from __future__ import annotations

from base64 import b64encode
from collections import Counter
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from articlekit.article import Article  # noqa: TC001 - read at run time
from articlekit.exporters.facts import language_of
from articlekit.exporters.markup import escape
from articlekit.trace import Trace  # noqa: TC001 - read at run time
from articlekit.view.cards import to_cards
from articlekit.view.facts import facts_of, shorten, warnings_of
from articlekit.view.families import FAMILIES, FAMILY_OF, TITLES, kind_of
from articlekit.view.source import stretches, to_source

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST_NODES: Final = 5_000
"""So many nodes of an article are shown; of the rest, the text."""
MOST_TEXT: Final = 1_000_000
"""So many characters of a source are shown."""
_NAME: Final = 120
_OFF: Final = (
    ":root:has(#show-{mark}:not(:checked)) .node.{mark}{{display:none}}"
    ":root:has(#show-{mark}:not(:checked)) .stretch.{mark}{{all:unset;color:var(--quiet)}}"
    ":root:has(#show-{mark}:not(:checked)) fieldset.{mark} label{{color:var(--quiet)}}"
)
"""What a switch does, for CSS alone: nodes go, and their text loses its colour."""


class View(Struct, frozen=True):
    """An article to be shown, the name it is listed under, and its trace where there is one."""

    name: str
    article: Article
    trace: Trace | None = None
    """What `explain` tells of the same source; without it no losers are shown."""


def to_report(views: Sequence[View]) -> str:
    """The page of these articles, in their order; write it as UTF-8.

    Of every article `MOST_NODES` nodes and `MOST_TEXT` characters are shown at most; what is left
    out is said. The same articles give the same page.
    """
    counts = Counter(kind_of(node) for view in views for node in view.article.nodes)
    style = _data("style.css") + _switching(counts)
    script = _data("script.js")
    policy = (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}';"
        " base-uri 'none'; form-action 'none'"
    )
    title = shorten(_title(views[0]), _NAME) if len(views) == 1 else f"{len(views)} articles"
    articles = "\n".join(_article(view, f"a{number}") for number, view in enumerate(views))
    return f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>{escape(title)} · articlekit</title>
<style>{style}</style>
</head>
<body>
<a class="skip" href="#articles">Skip to the articles</a>
<header class="side">
<h1>articlekit <span>view</span></h1>
{_switches(counts)}
{_contents(views)}
</header>
<main id="articles">
{articles}
</main>
<script>{script}</script>
</body>
</html>
"""


@cache
def _data(name: str) -> str:
    return Path(__file__).with_name(name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    """How a content security policy names an inline style or script."""
    return "sha256-" + b64encode(sha256(text.encode()).digest()).decode()


def _title(view: View) -> str:
    return view.article.title or view.name


def _name(view: View, tag: str) -> str:
    """The name, where the title is another."""
    return f"<{tag}>{escape(shorten(view.name, _NAME))}</{tag}>" if view.article.title else ""


def _contents(views: Sequence[View]) -> str:
    """The list of articles, where there are several."""
    if len(views) == 1:
        return ""
    rows = (
        f'<li><a href="#a{number}">{escape(shorten(_title(view), _NAME))}</a>'
        f"{_name(view, 'small')}</li>"
        for number, view in enumerate(views)
    )
    heading = '<h2 id="contents">Articles</h2>'
    return f'<nav aria-labelledby="contents">{heading}<ol>{"".join(rows)}</ol></nav>'


def _switching(counts: Counter[str]) -> str:
    """The rules of all switches."""
    marks = (*(f"k-{kind}" for kind in FAMILY_OF if counts[kind]), *FAMILIES)
    return "".join(_OFF.format(mark=mark) for mark in marks)


def _switches(counts: Counter[str]) -> str:
    """The legend: a switch for each family and for each kind that there is, with how many."""
    written = []
    for family, kinds in FAMILIES.items():
        shown = [(kind, counts[kind]) for kind in kinds if counts[kind]]
        if shown:
            rows = "".join(_switch(f"k-{kind}", kind, count) for kind, count in shown)
            all_of = _switch(family, TITLES[family], sum(count for _, count in shown))
            written.append(f'<fieldset class="{family}"><legend>{all_of}</legend>{rows}</fieldset>')
    return (
        f'<details class="kinds" open><summary><h2>Kinds</h2></summary>{"".join(written)}</details>'
    )


def _switch(mark: str, title: str, count: int) -> str:
    """A switch for everything of a class."""
    return (
        f'<label><input type="checkbox" id="show-{mark}" value="{mark}" checked> {title}'
        f" <small>{count}</small></label>"
    )


def _article(view: View, prefix: str) -> str:
    article = view.article
    nodes = article.nodes[:MOST_NODES]
    places = list(stretches(nodes, min(len(article.source), MOST_TEXT)))
    end = MOST_TEXT if len(nodes) == len(article.nodes) else places[-1].end if places else 0
    tag = language_of(article)
    language = f' lang="{tag}"' if tag else ""
    source = to_source(article.source, nodes, places, prefix, end)
    cards = to_cards(nodes, view.trace, {place.number for place in places}, prefix, language)
    return f"""<article id="{prefix}" aria-labelledby="{prefix}-title">
<header>
{_name(view, "p")}
<h2 id="{prefix}-title" dir="auto"{language}>{escape(shorten(_title(view)))}</h2>
{_facts(article)}
</header>
<div class="panes">
<section class="pane" tabindex="0" aria-labelledby="{prefix}-nodes">
<h3 id="{prefix}-nodes">Nodes <small>{len(article.nodes)}</small></h3>
{cards}
{_left(len(article.nodes) - len(nodes), "nodes")}
</section>
<section class="pane" tabindex="0" aria-labelledby="{prefix}-source">
<h3 id="{prefix}-source">Source <small>{len(article.source)} characters</small></h3>
<div class="source" dir="auto"{language}>{source}</div>
{_left(len(article.source) - end, "characters")}
</section>
</div>
</article>"""


def _facts(article: Article) -> str:
    rows = "".join(
        f'<div><dt>{name}</dt><dd dir="auto">{escape(value)}</dd></div>'
        for name, value in facts_of(article)
    )
    warnings = "".join(f"<li>{escape(warning)}</li>" for warning in warnings_of(article))
    told = f'<ul class="warnings" aria-label="Warnings">{warnings}</ul>' if warnings else ""
    return (f'<dl class="facts">{rows}</dl>' if rows else "") + told


def _left(count: int, what: str) -> str:
    return f'<p class="left">{count} more {what} are not shown.</p>' if count > 0 else ""
