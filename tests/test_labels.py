"""What readers say each line of a fixture is, against what articlekit says.

The goldens hold today's output, mistakes and all; `labels.txt` holds the truth. The share that
agrees may grow; a change that lets it fall below the bound has made something worse.
"""

import re
from pathlib import Path

from articlekit import Article, parse_text

FIXTURES = Path(__file__).parent / "fixtures"
BOUND = 0.89
NODES = {"photo_credit": "credit", "dateline": "paragraph"}
KINDS = {
    "tip_line": "contact",
    "media_contact": "contact",
    "app_promo": "newsletter",
    "pr_about": "about_publisher",
    "forward_looking": "disclaimer",
    "cookie": "disclaimer",
    "logo_alt": "navigation",
}


def label_at(article: Article, place: int) -> str:
    for node in article.nodes:
        if node.span.start <= place < node.span.end:
            tag = str(node.__struct_config__.tag)
            if tag == "boilerplate":
                return KINDS.get(node.kind, node.kind)
            return NODES.get(tag, tag)
    return "lost"


def test_most_lines_are_what_readers_say() -> None:
    right = total = 0
    for path in sorted(FIXTURES.glob("*/labels.txt")):
        source = (path.parent / "source.txt").read_text(encoding="utf-8")
        article = parse_text(source)
        lines = [match for match in re.finditer(r"[^\n]+", source) if match[0].strip()]
        labels = path.read_text(encoding="utf-8").split()
        assert len(labels) == len(lines), path
        for line, label in zip(lines, labels, strict=True):
            first = line.start() + len(line[0]) - len(line[0].lstrip())
            right += label_at(article, first) == label
            total += 1
    assert right >= BOUND * total, f"{right} of {total}"
