"""Time grows with the size of a page, not with its square, whatever the page is made of."""

import json
import time
from collections.abc import Callable

import pytest

import articlekit
from articlekit import Article
from articlekit.model import Author, Byline, Headline, ListItem, Mark, Node, Paragraph, Span

PROSE = (
    "The council voted on Monday evening for a wall that will keep the river out for fifty years."
)
GIVEN = ["Jane", "John", "Ann", "Bob", "Carla", "Dirk"]
FEW, MORE = 200, 8
"""A page of so many parts, and one of so many times more."""
STEEP = 20
"""With eight times the parts: linear time is 8, the square 64."""
QUICK = 0.1
"""Seconds below which nothing can be told."""


def name(number: int) -> str:
    letters = "".join(chr(97 + number // 26**place % 26) for place in range(4))
    return f"{GIVEN[number % len(GIVEN)]} {letters.capitalize()}son"


def words(number: int, count: int = 12) -> str:
    some = PROSE[:-1].lower().split()
    return " ".join(
        some[(number * 7 + place * (number % 5 + 1)) % len(some)] for place in range(count)
    )


def page(body: str, linked: object = None) -> str:
    data = f'<script type="application/ld+json">{json.dumps(linked)}</script>' if linked else ""
    return (
        f"<!doctype html><html><head><title>A wall</title>{data}</head><body>{body}</body></html>"
    )


def repeat(line: Callable[[int], str]) -> Callable[[int], str]:
    return lambda count: "".join(line(number) for number in range(count))


def in_page(line: Callable[[int], str]) -> Callable[[int], str]:
    return lambda count: page(repeat(line)(count) + f"<p>{PROSE}</p>")


SHAPES: dict[str, Callable[[int], str]] = {
    "names, then biographies of them": lambda count: (
        repeat(lambda n: f"By {name(n)}\n")(count)
        + f"\n{PROSE}\n\n"
        + repeat(lambda n: f"{name(n)} is a reporter at The Herald.\n\n")(count)
    ),
    "names, then prose about them": lambda count: (
        repeat(lambda n: f"{name(n)}\n")(count) + repeat(lambda n: f"{PROSE} {name(n)}.\n\n")(count)
    ),
    "one byline of many names": lambda count: (
        f"A wall\n\nBy {', '.join(map(name, range(count * 4)))}\n\n{PROSE}"
    ),
    "lines whose words the story has": lambda count: (
        repeat(lambda n: words(n) + "\n\n")(count)
        + repeat(lambda n: f"{words(n * 3, 36).capitalize()}.\n\n")(count)
    ),
    "equal lines": repeat(lambda _: "The same short line\n"),
    "questions": repeat(lambda n: f"Why does {name(n)} ask?\n\n{PROSE}\n\n"),
    "elements that are called authors": in_page(lambda n: f"<p class='author'>{name(n)}</p>"),
    "persons in persons": in_page(
        lambda n: (
            "<div itemscope itemprop=author itemtype='https://schema.org/Person'>"
            f"<span itemprop=name>{name(n)}</span>"
        )
    ),
    "authors in linked data": lambda count: page(
        f"<h1>A wall</h1><p>{PROSE}</p>",
        {"@type": "NewsArticle", "author": [{"name": name(n)} for n in range(count * 8)]},
    ),
    "a stated body that the page does not show": lambda count: page(
        repeat(lambda n: f"<p>Short line number {n} of it</p>")(count),
        {"@type": "NewsArticle", "articleBody": repeat(lambda n: words(n) + " ")(count * 8)},
    ),
    "copies of the headline": in_page(lambda _: "<h1>Council votes for wall</h1>"),
    "one heading of many blocks": lambda count: page(
        f"<h1>{'<div>line of text</div>' * count}</h1><p>{PROSE}</p>"
    ),
    "captions": in_page(
        lambda n: f"<figure><img src=/{n}.jpg><figcaption>The quay {n}</figcaption></figure>"
    ),
    "menus in menus": in_page(lambda n: f"<nav><a href=/{n}>Home</a>"),
    "footers in footers": in_page(lambda n: f"<footer><p>Copyright {n}</p>"),
    "comments in comments": in_page(lambda n: f"<div class='comment c{n}'><p>By {name(n)}</p>"),
    "links in links": in_page(lambda n: f"<b><i><a href=/{n}>a {n} "),
    "class names": in_page(lambda n: f"<p class='c{n} {'author ' * 20}'>Line {n}</p>"),
    "cells": lambda count: page(f"<table><tr>{'<td><a href=/>a</a> b</td>' * count}</table>"),
}


def seconds(source: str) -> float:
    """The processor time from source to documents."""
    start = time.process_time()
    article = articlekit.parse(source, "https://example.com/2024/05/03/a")
    assert article.nodes
    article.to_json()
    write(article)
    return time.process_time() - start


@pytest.mark.parametrize("shape", SHAPES)
def test_time_grows_with_size(shape: str) -> None:
    make = SHAPES[shape]
    seconds(make(5))  # tables are read on first use
    small = min(seconds(make(FEW)) for _ in range(2))
    most = STEEP * max(small, QUICK / MORE)

    # A busy machine may be slow once, not three times.
    assert any(seconds(make(FEW * MORE)) < most for _ in range(3))


def test_marks_of_one_text_do_not_cost_each_other() -> None:
    """Marks that a caller has made: each begins in the one before and ends with it."""

    def crossed(count: int) -> Article:
        source = "ab " * count
        marks = tuple(Mark(Span(3 * at, 3 * count), "link", "/a") for at in range(count))
        return Article(
            source, (Paragraph(text=source.strip(), span=Span(0, len(source))),), marks=marks
        )

    assert export(crossed(500 * MORE)) < STEEP * max(export(crossed(500)), QUICK / MORE)


def test_copies_of_a_headline_do_not_cost_each_other() -> None:
    def copied(count: int) -> Article:
        source = "A wall\n" * count
        spans = (Span(at * 7, at * 7 + 6) for at in range(count))
        return Article(source, tuple(Headline(text="A wall", span=span) for span in spans))

    assert export(copied(500 * MORE)) < STEEP * max(export(copied(500)), QUICK / MORE)


def test_names_and_lines_of_one_article_do_not_cost_each_other() -> None:
    """As many authors as bylines, each byline with all of a crowd, and lists in lists."""

    def crowded(count: int) -> Article:
        authors = tuple(Author(name(number), role="reporter") for number in range(count))
        line = f"By {' and '.join(author.name for author in authors[:40])}"
        nodes: list[Node] = []
        source = ""
        for number in range(count):
            span = Span(len(source), len(source) + len(line))
            nodes.append(Byline(text=line, span=span, authors=authors[number : number + 40]))
            source += line + "\n"
            span = Span(len(source), len(source) + len(authors[number].name))
            nodes.append(ListItem(text=authors[number].name, span=span, depth=number))
            source += authors[number].name + "\n"
        return Article(source, tuple(nodes), authors=authors)

    assert export(crowded(40 * MORE)) < STEEP * max(export(crowded(40)), QUICK / MORE)


def test_one_long_line_does_not_cost_its_names() -> None:
    def long(count: int) -> Article:
        line = "a b " * count
        people = tuple(Author(f"a {'b ' * number}c") for number in range(count // 10))
        return Article(line, (Byline(text=line.strip(), span=Span(0, len(line)), authors=people),))

    assert export(long(2_000 * MORE)) < STEEP * max(export(long(2_000)), QUICK / MORE)


def write(article: Article) -> None:
    """Every document."""
    article.to_html(boilerplate=True), article.to_markdown(), article.to_text()
    article.to_jsonld(), article.to_ninjs(), article.to_nitf(), article.to_tei(boilerplate=True)


def export(article: Article) -> float:
    """The processor time of all documents, the least of two."""
    found = []
    for _ in range(2):
        start = time.process_time()
        write(article)
        found.append(time.process_time() - start)
    return min(found)
