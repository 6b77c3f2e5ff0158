"""Show how the golden articles would change, and write them when asked.

    python scripts/review.py [SLUG ...]            show the differences
    python scripts/review.py [SLUG ...] --write    show them, and write what is new or changed

A fixture is a folder of `tests/fixtures` with `source.txt` or `source.html`, `case.toml` (its
language, what it shows, its address), and the expected article twice: `expected.json` (complete)
and `expected.md` (one line a node, for reading). Tests compare; only this command writes. What it
shows is what `articlekit.testing` shows to those who test their own pages.
"""

from __future__ import annotations

import argparse
import json
import sys
import tomllib
from pathlib import Path

import msgspec

import articlekit
from articlekit.article import Article
from articlekit.testing import DEFAULT_PINS, compare, show, snapshot

PAGES_ONLY = (
    "marks",
    "images",
    "stated_headline",
    "stated_published",
    "stated_modified",
    "paywalled",
    "body_origin",
)
"""What only pages of markup have: left out of the files where it is empty."""
FIXTURES = Path(__file__).resolve().parent.parent / "tests" / "fixtures"


def article_of(folder: Path) -> Article:
    """Parse the source of one fixture."""
    case = tomllib.loads((folder / "case.toml").read_text(encoding="utf-8"))
    source = next(folder.glob("source.*"))
    form = "html" if source.suffix == ".html" else "text"
    return articlekit.parse(source.read_bytes(), case.get("url"), format=form)


def views_of(article: Article) -> dict[str, str]:
    """The two files that hold the expected article."""
    plain = msgspec.to_builtins(article)
    del plain["source"]  # it stands beside, or is what the nodes say
    for name in PAGES_ONLY:
        if not plain[name]:
            del plain[name]
    for image in (*plain.get("images", ()), plain["lead_image"]):
        if image and not image["credit"]:  # only feeds state one
            del image["credit"]
    for node in plain["nodes"]:
        node.pop("evidence")  # weights change whenever something is learned; labels must not
        node.pop("confidence")
        if node.get("attribution"):
            node["attribution"].pop("evidence")
            node["attribution"].pop("confidence")
    data = msgspec.json.format(msgspec.json.encode(plain), indent=1).decode() + "\n"
    lines = [f"{_kind(node):24} {' '.join(node.text.split())}" for node in article.nodes]
    authors = [
        f"author: {a.name} | {a.role} | {a.organisation} | {a.contribution}"
        for a in article.authors
    ]
    head = [f"language: {article.language}", *authors, f"published: {_moment(article.published)}"]
    head += [f"{name}: {value}" for name, value in _facts(article).items() if value]
    return {"expected.json": data, "expected.md": "\n".join([*head, "", *lines]) + "\n"}


def differences(folder: Path, article: Article) -> list[str]:
    """Lines that say how an article differs from the expected one; none where it does not."""
    stale = [name for name, now in views_of(article).items() if _held(folder / name) != now]
    if not stale:
        return []
    expected = json.loads(_held(folder / "expected.json") or "{}")
    before = msgspec.convert({"source": "", **expected}, Article)
    changes = compare(snapshot(before, DEFAULT_PINS), snapshot(article, DEFAULT_PINS))
    lines = show(changes) or ["  (only places, marks, pictures or the form of the file)"]
    return [f"{folder.name}: {', '.join(stale)}", *lines]


def _held(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.exists() else ""


def _facts(article: Article) -> dict[str, object]:
    """What only a page of markup says about itself."""
    modified = article.stated_modified
    return {
        "modified": _moment(modified) if modified else None,
        "stated_headline": article.stated_headline,
        "site_name": article.site_name,
        "section": article.section,
        "tags": ", ".join(article.tags),
        "canonical_url": article.canonical_url,
        "lead_image": article.lead_image.url if article.lead_image else None,
        "paywalled": article.paywalled,
    }


def _kind(node: object) -> str:
    tag = str(node.__struct_config__.tag)  # type: ignore[attr-defined]
    kind = getattr(node, "kind", None)
    return f"{tag}:{kind}" if kind else tag


def _moment(stamp: object) -> str:
    return f"{stamp.raw} = {stamp.value}" if stamp else "none"  # type: ignore[attr-defined]


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("slugs", nargs="*")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    changed = 0
    for folder in sorted(path for path in FIXTURES.iterdir() if (path / "case.toml").exists()):
        if options.slugs and folder.name not in options.slugs:
            continue
        article = article_of(folder)
        lines = differences(folder, article)
        if not lines:
            continue
        changed += 1
        print("\n".join(lines))
        if options.write:
            for name, now in views_of(article).items():
                (folder / name).write_text(now, encoding="utf-8")
    print(f"{changed} fixtures {'written' if options.write else 'differ'}")
    return 0 if options.write else int(changed > 0)


if __name__ == "__main__":
    sys.exit(main())
