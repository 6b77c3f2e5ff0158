"""How differences are shown."""

from typing import Any
from unicodedata import category, east_asian_width

from hypothesis import example, given
from hypothesis import strategies as st

from articlekit.testing import compare, show


def shown(before: dict[str, Any], after: dict[str, Any]) -> list[str]:
    return show(compare(before, after))


def nodes(*pairs: tuple[str, str]) -> dict[str, Any]:
    return {"nodes": [{"type": kind, "text": text} for kind, text in pairs]}


STORY = [("paragraph", f"This is paragraph {n} of the story.") for n in range(9)]


def test_facts_are_told_as_people_say_them() -> None:
    before = {"headline": "Wall", "paywalled": False, "section": None, "tags": ["canal"]}
    after = {"headline": "Wall", "paywalled": True, "section": "Local", "tags": ["canal", "boats"]}

    assert shown(before, after) == [
        "  - paywalled: no",
        "  + paywalled: yes",
        "  - section: (none)",
        "  + section: Local",
        "  + tags: boats",
    ]


def test_of_authors_only_those_that_differ_are_shown() -> None:
    jane, tom = {"name": "Jane Roe", "role": "reporter"}, {"name": "Tom Field"}

    lines = shown({"authors": [jane, tom]}, {"authors": [{"name": "Jane Roe"}, tom]})

    assert lines == ["  - authors: Jane Roe (role: reporter)", "  + authors: Jane Roe"]


def test_another_order_of_authors_is_shown_whole() -> None:
    jane, tom = {"name": "Jane Roe"}, {"name": "Tom Field"}

    assert shown({"authors": [jane, tom]}, {"authors": [tom, jane]}) == [
        "  - authors: Jane Roe; Tom Field",
        "  + authors: Tom Field; Jane Roe",
    ]


def test_values_that_read_alike_are_told_apart() -> None:
    assert shown({"section": "1"}, {"section": 1}) == ['  - section: "1"', "  + section: 1"]


def test_only_what_is_expected_is_compared() -> None:
    assert shown({"headline": "Wall"}, {"headline": "Wall", "section": "Local"}) == []


def test_every_way_to_differ_has_its_sign() -> None:
    before = nodes(
        ("headline", "Wall"),
        *STORY[:3],
        ("boilerplate", "Share this"),
        STORY[3],
        ("subheading", "Why is it needed?"),
        *STORY[4:8],
    )
    after = nodes(
        ("headline", "Wall"),
        STORY[1],
        ("paragraph", "This is paragraph 2 of the tale."),
        STORY[3],
        ("paragraph", "Why is it needed?"),
        *STORY[4:8],
        ("boilerplate", "Share this"),
        ("boilerplate", "Subscribe now"),
    )

    assert shown(before, after) == [
        "  nodes: 5 differ of 11 expected, 11 found",
        "       1  headline               Wall",
        "  -       paragraph              This is paragraph 0 of the story.",
        "       2  paragraph              This is paragraph 1 of the story.",
        "  ~    3  paragraph              This is paragraph 2 of the tale.",
        "        - text: This is paragraph 2 of the story.",
        "        + text: This is paragraph 2 of the tale.",
        "       4  paragraph              This is paragraph 3 of the story.",
        "  ~    5  subheading → paragraph Why is it needed?",
        "       6  paragraph              This is paragraph 4 of the story.",
        "       …",
        "       9  paragraph              This is paragraph 7 of the story.",
        "  >   10  boilerplate            (was 5) Share this",
        "  +   11  boilerplate            Subscribe now",
    ]


def test_a_field_of_a_node_is_shown_below_it() -> None:
    byline = {"type": "byline", "text": "By Jane Roe", "authors": [{"name": "Jane Roe"}]}

    lines = shown({"nodes": [byline]}, {"nodes": [{"type": "byline", "text": "By Jane Roe"}]})

    assert lines[1:] == [
        "  ~    1  byline                 By Jane Roe",
        "        - authors: Jane Roe",
        "        + authors: (none)",
    ]


def test_a_long_text_is_shown_from_where_it_differs() -> None:
    long = "The council voted on Monday evening for a wall that will keep the river out. " * 5

    lines = shown({"headline": long + "It rained."}, {"headline": long + "It snowed."})

    assert lines == [
        "  - headline: … keep the river out. It rained.",
        "  + headline: … keep the river out. It snowed.",
    ]


def test_wide_characters_count_twice() -> None:
    (line,) = [line for line in shown(nodes(), nodes(("paragraph", "桥" * 60))) if "+" in line]

    assert line.endswith("桥…")
    assert 90 <= sum(2 if c == "桥" else 1 for c in line) <= 92


def test_many_differences_are_cut_and_counted() -> None:
    lines = shown(nodes(), nodes(*(("paragraph", str(n)) for n in range(500))))

    assert lines[-1] == "  … and 381 more lines"
    assert len(lines) == 121


VALUES = st.none() | st.booleans() | st.text(max_size=150) | st.lists(st.text(max_size=40))
NODES = st.lists(
    st.fixed_dictionaries(
        {"type": st.sampled_from(["quote", "byline"]), "text": st.text(max_size=150)},
        optional={"speaker": st.none() | st.text(max_size=99), "authors": st.lists(VALUES)},
    ),
    max_size=6,
)


def columns(line: str) -> int:
    """Marks that combine take no column of a terminal, wide letters two."""
    wide = sum(east_asian_width(sign) in "WF" for sign in line)
    return len(line) + wide - sum(category(sign) in ("Mn", "Me", "Cf") for sign in line)


def test_columns_are_those_of_a_terminal() -> None:
    assert columns("Köln") == columns("Ko\u0308ln") == columns("東京") == 4


@given(VALUES, VALUES, NODES, NODES)
@example(None, None, [], [{"type": "quote", "text": "\U00012544" * 5 + "\U000e0100" + "x" * 99}])
def test_any_difference_is_told_in_lines_that_fit(
    one: object, other: object, before: list, after: list
) -> None:
    lines = shown({"headline": one, "nodes": before}, {"headline": other, "nodes": after})

    assert bool(lines) == (one != other or before != after)
    for line in lines:
        assert columns(line) <= 92
        assert line.isprintable()
