"""What an attacker puts on a page: nothing of it runs in the documents that are made of the page.

Judged by an HTML5 parser here; by a browser in `test_browser`.
"""

import pytest
from documents import check_html, check_markdown
from hostile import documents

import articlekit


@pytest.mark.parametrize("kind", ["markup", "address", "metadata", "linked data", "text"])
def test_nothing_of_an_attack_runs(kind: str) -> None:
    for source in [source for found, source in documents() if found == kind]:
        article = articlekit.parse(source, "https://example.com/2024/05/03/a")

        check_html(article.to_html(boilerplate=True))
        check_markdown(article.to_markdown())


def test_documents_of_documents_are_safe_and_stable() -> None:
    """A document that is read and written again is as safe, and nothing is added to it."""
    for _, source in documents()[::4]:
        once = articlekit.parse(source).to_html()
        again = articlekit.parse_html(once).to_html()

        check_html(again)
        assert "<script" not in again
