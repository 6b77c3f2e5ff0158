"""How texts of one page are compared."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlekit.folding import bare, fold, likeness, squeeze, words_of

SAME = [
    ("Council votes: “new” wall", "COUNCIL VOTES - new wall!"),
    ("a\u00a0b", "a b"),
    ("ﬁne", "fine"),
    ("Straße", "STRASSE"),
    ("snake_case", "snake case"),
]
OTHER = [("Council votes", "Council vote"), ("ab", "a b"), ("12", "1 2"), ("é", "e")]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_marks_case_and_spaces_do_not_count(one: str, other: str) -> None:
    assert fold(one) == fold(other) != ""


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_letters_and_their_parting_count(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_without_spaces_and_without_accents() -> None:
    assert squeeze("a b-c") == squeeze("AB C") == "abc"
    assert bare("José Ángel") == "jose angel"
    assert fold("…") == squeeze("!") == bare("") == ""


def test_words_of_scripts_without_spaces_are_their_signs() -> None:
    assert words_of("The new wall") == ["the", "new", "wall"]
    assert words_of("壁の建設 2024") == ["壁", "の", "建", "設", "2024"]
    assert words_of("무단 전재") == ["무단", "전재"]


def test_likeness_is_the_share_of_common_words() -> None:
    assert likeness("a b c", "C b A") == 1
    assert likeness("a b", "c d") == likeness("", "a") == likeness("…", "…") == 0
    assert likeness("a b", "a c") == 0.5
    assert likeness("a a b", "a b") == pytest.approx(0.8)  # a word counts as often as both have it


@given(st.text(max_size=40), st.text(max_size=40))
def test_likeness_has_no_direction(one: str, other: str) -> None:
    assert likeness(one, other) == likeness(other, one)
    assert 0 <= likeness(one, other) <= 1
    assert likeness(one, one) == (1 if words_of(one) else 0)


@given(st.text(max_size=40))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert squeeze(squeeze(text)) == squeeze(text)
