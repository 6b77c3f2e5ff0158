"""Menus: where nothing printed is looked for."""

from articlekit.menus import FEWEST, find_menus
from articlekit.readers.html import read_html
from articlekit.readers.text import read_text


def menus(html: str) -> list[str]:
    page = read_html(f"<html><body>{html}</body></html>")
    return [page.blocks[index].text for index in sorted(find_menus(page))]


def links(count: int) -> str:
    return "".join(f"<li><a href='/{at}'>Topic {at}</a></li>" for at in range(count))


def test_a_run_of_links_is_a_menu() -> None:
    assert len(menus(f"<ul>{links(FEWEST)}</ul><p>A story.</p>")) == FEWEST


def test_fewer_links_may_be_authors() -> None:
    assert menus(f"<ul>{links(FEWEST - 1)}</ul><p>A story.</p>") == []


def test_what_stands_in_nav_and_the_footer_of_the_page_is_a_menu() -> None:
    assert menus("<nav>Home</nav><p>A story.</p><footer><p>All rights</p></footer>") == [
        "Home",
        "All rights",
    ]


def test_the_footer_of_a_story_may_name_its_author() -> None:
    assert menus("<article><p>A story.</p><footer>By Jane Roe</footer></article>") == []


def test_raw_text_has_none() -> None:
    assert find_menus(read_text("Home\n\nNews\n\nSport\n\nCulture\n\nMoney")) == frozenset()
