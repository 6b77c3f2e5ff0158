"""Feeds and messages made for mischief: time grows with their size, and nothing is expanded."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from test_growth import MORE, QUICK, STEEP

import articlekit
from articlekit import Article

if TYPE_CHECKING:
    from collections.abc import Callable


def described(content: str) -> str:
    return f"<rss><item><title>A</title><description>{content}</description></item></rss>"


def alternatives(text: str, html: str) -> str:
    return (
        "Content-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\n"
        f"{text}\n--b\nContent-Type: text/html\n\n{html}\n--b--\n"
    )


FEEDS: dict[str, Callable[[int], str]] = {
    "items": lambda count: f"<rss>{'<item><title>A</title></item>' * count}</rss>",
    "items that do not close": lambda count: f"<rss>{'<item><title>A</title>' * count}",
    "sections": lambda count: described("<![CDATA[" * count * 50),
    "ampersands": lambda count: described("&" * count * 100),
    "signs of less": lambda count: described("<" * count * 100),
    "markup escaped once": lambda count: described("&lt;p&gt;A b.&lt;/p&gt;" * count),
    "markup escaped twice": lambda count: described("&amp;lt;p&amp;gt;A b." * count),
    "tags that are never closed": lambda count: described("&lt;a " * count * 50),
    "escaped tags that are never closed": lambda count: described("&amp;lt;a " * count * 50),
    "signs of equality": lambda count: described(f"&lt;a {'=' * count * 100}&lt;"),
    "elements in elements": lambda count: described("<div>" * count * 10),
    "attributes": lambda count: f"<rss {' '.join(f'a{n}=b' for n in range(count))}></rss>",
    "one long text": lambda count: described("The council voted. " * count * 50),
    "items of JSON": lambda count: f'{{"items": [{",".join(["{}"] * count)}]}}',
}
MAILS: dict[str, Callable[[int], str]] = {
    "headers": lambda count: "X-A: b\n" * count + "\nA b.",
    "encoded words": lambda count: f"Subject: {'=?utf-8?q?a?= ' * count * 20}\n\nA b.",
    "senders": lambda count: "From: " + '"a" <b@c.example>, ' * count + "\n\nA b.",
    "brackets of a sender": lambda count: "From: " + "((" * count * 10 + "\n\nA b.",
    "parts": lambda count: (
        "Content-Type: multipart/mixed; boundary=b\n\n"
        + "--b\nContent-Type: text/plain\n\nA b.\n" * count
    ),
    "styles that do not close": lambda count: alternatives("A b.", "<style>" * count * 50),
    "comments that do not close": lambda count: alternatives("A b.", "<!--" * count * 50),
    "soft lines": lambda count: (
        "Content-Type: text/plain; format=flowed\n\n" + "a b c \n" * count * 10
    ),
    "lines that look like headers": lambda count: "\n" + "A: b@c.example\n" * count,
}


def read_feed(source: str) -> list[Article]:
    return [articlekit.parse_entry(entry) for entry in articlekit.read_feed(source).entries[:3]]


def read_mail(source: str) -> Article:
    return articlekit.parse(source, format="mail")


def seconds(read: Callable[[str], object], source: str) -> float:
    start = time.process_time()
    read(source)
    return time.process_time() - start


@pytest.mark.parametrize("name", [*FEEDS, *MAILS])
def test_time_grows_with_size(name: str) -> None:
    make, read = (FEEDS[name], read_feed) if name in FEEDS else (MAILS[name], read_mail)
    small = min(seconds(read, make(200)) for _ in range(2))
    most = STEEP * max(small, QUICK / MORE)

    assert any(seconds(read, make(200 * MORE)) < most for _ in range(3))


def test_an_item_of_ten_megabytes_is_read_whole() -> None:
    word = "The council voted. "
    (entry,) = articlekit.read_feed(described(word * 550_000)).entries

    assert len(articlekit.parse_entry(entry).source) > 10_000_000


def test_levels_of_parts_do_not_cost_each_other() -> None:
    head = "".join(f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(300))

    assert seconds(read_mail, f"{head}Content-Type: text/plain\n\n{'A b.' * 10}\n" * 20) < 20
