"""Addresses made absolute, and what is no address at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlekit.readers.urls import host_of, page_of, resolve

BASE = "https://www.example.org/news/today/page.html?x=1#top"


@pytest.mark.parametrize(
    ("address", "absolute"),
    [
        ("https://a.example/x", "https://a.example/x"),
        ("//cdn.example/a.png", "https://cdn.example/a.png"),
        ("/a.png", "https://www.example.org/a.png"),
        ("a.png", "https://www.example.org/news/today/a.png"),
        ("../a.png", "https://www.example.org/news/a.png"),
        ("../../../../a.png", "https://www.example.org/a.png"),
        ("./a/./b/..", "https://www.example.org/news/today/a/"),
        ("?page=2", "https://www.example.org/news/today/page.html?page=2"),
        (" /a\n.png\t", "https://www.example.org/a.png"),
        ("/a b<c>.png", "https://www.example.org/a%20b%3Cc%3E.png"),
        ("HTTP://A.example/", "HTTP://A.example/"),
        ("/a?next=../b", "https://www.example.org/a?next=../b"),
        ("javascript:alert(1)", None),
        ("JaVa\nScript:alert(1)", None),
        ("data:image/png;base64,AA", None),
        ("mailto:a@b.example", None),
        ("http://", None),
        ("", None),
        (None, None),
        ("/" + "a" * 9000, None),
    ],
)
def test_addresses(address: str | None, absolute: str | None) -> None:
    assert resolve(address, BASE) == absolute


def test_without_a_base_only_whole_addresses_come_out() -> None:
    assert resolve("/a.png") is None
    assert resolve("//cdn.example/a.png") == "https://cdn.example/a.png"


def test_host_and_page() -> None:
    assert host_of("https://user@WWW.Example.org:8080/a") == "example.org"
    assert host_of("nonsense") == host_of(None) == ""
    assert page_of("http://m.example.org/News/A/?utm=1#x") == page_of("https://example.org/news/a")


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_text_is_an_address_or_none(address: str, base: str) -> None:
    found = resolve(address, base)
    assert found is None or found.lower().startswith(("http:", "https:"))
    host_of(address)
    page_of(address)
