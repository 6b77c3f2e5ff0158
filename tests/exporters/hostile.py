"""What an attacker puts on a page, as sources: in markup, addresses, metadata, data and texts."""

import html
import json
from pathlib import Path

HERE = Path(__file__).parent / "attacks"
PROSE = (
    "The council voted on Monday evening for a wall that will keep the river out for fifty years."
)


def attacks(name: str) -> list[str]:
    return (HERE / f"{name}.txt").read_text("utf-8").splitlines()


def page(body: str = "", head: str = "", title: str = "Council votes for new flood wall") -> str:
    return (
        f"<!doctype html><html lang=en><head><title>{title}</title>{head}</head><body><main><article>"
        f"<h1>{title}</h1><p>{PROSE}</p>{body}<p>{PROSE}</p></article></main></body></html>"
    )


def in_address(address: str) -> str:
    return page(
        f'<p>{PROSE} <a href="{address}">read the minutes</a></p><figure><img src="{address}"'
        f' srcset="{address} 2x" alt="The quay"><figcaption>The quay</figcaption></figure>',
        f'<base href="{address}"><link rel=canonical href="{address}"><meta property="og:image"'
        f' content="{address}">',
    )


def in_metadata(text: str) -> str:
    quoted = html.escape(text)
    properties = ("og:title", "og:description", "og:site_name", "og:image", "og:url", "author")
    head = "".join(f'<meta property="{name}" content="{quoted}">' for name in properties)
    return page(head=head, title=quoted)


def in_linked_data(text: str) -> str:
    person = {"name": text, "url": text}
    data = {"@type": "NewsArticle", "headline": text, "author": person, "image": text, "url": text}
    written = json.dumps({**data, "articleBody": f"{text} {PROSE * 5}", "keywords": [text]})
    written = written.replace("<", "\\u003c")
    return page(head=f'<script type="application/ld+json">{written}</script>')


def in_text(text: str) -> str:
    return f"Council votes for wall\n\nBy Jane Roe\n\n{PROSE}\n\n{text}\n\n{PROSE} {text} {PROSE}\n"


def documents() -> list[tuple[str, str]]:
    """Every attack as a source with its name."""
    made = [("markup", page(attack)) for attack in attacks("markup")]
    made += [("address", in_address(attack)) for attack in attacks("addresses")]
    for attack in attacks("texts"):
        made += [("metadata", in_metadata(attack)), ("linked data", in_linked_data(attack))]
        made.append(("text", in_text(attack)))
    return made
