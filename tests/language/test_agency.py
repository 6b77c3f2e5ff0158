"""Agencies: every spelling finds its canonical name; words that only look like one do not."""

from __future__ import annotations

from itertools import chain

import pytest

from articlekit.language import agencies
from articlekit.language.agency import agency_of, is_desk


@pytest.mark.parametrize(
    ("spelling", "canonical"),
    [
        ("REUTERS", "Reuters"),
        ("رويترز", "Reuters"),
        ("ロイター", "Reuters"),
        ("The Associated Press", "AP"),
        ("AP Photo", "AP"),
        ("Agence France-Presse", "AFP"),
        ("dpa/lno", "dpa"),
        ("KNA/iz", "KNA"),
        ("dpa-infocom", "dpa"),
        ("Keystone-SDA", "SDA"),
        ("ats", "SDA"),
        ("EUROPA PRESS", "Europa Press"),
        ("FOLHAPRESS", "Folhapress"),
        ("AA", "Anadolu"),
        ("İHA", "İHA"),
        ("भाषा", "PTI"),
        ("ΑΠΕ-ΜΠΕ", "ANA-MPA"),
        ("연합뉴스", "Yonhap"),
        ("picture-alliance", "picture alliance"),
        ("getty images", "Getty Images"),
        ("PRNewswire", "PR Newswire"),
        ("BUSINESS WIRE", "Business Wire"),
        ("GLOBE NEWSWIRE", "GlobeNewswire"),
        ("ACCESSWIRE", "ACCESS Newswire"),
        ("EINPresswire.com", "EIN Presswire"),
    ],
)
def test_finds_the_canonical_name(spelling: str, canonical: str) -> None:
    assert agency_of(spelling) == canonical


@pytest.mark.parametrize(
    "text",
    ["", "A", "ap", "map", "mehr", "planet", "Planet Earth", "beta", "dpa/AFP", "awp/sda",
     "AFP via Getty Images", "aa", "tap", "na", "Ana", "Mia", "Ona", "x" * 100],
)  # fmt: skip
def test_words_and_several_parts_are_no_agency(text: str) -> None:
    assert agency_of(text) is None


def test_desks_are_no_agencies() -> None:
    assert is_desk("lno")
    assert not is_desk("sda")
    assert not is_desk("LNO")
    assert not is_desk("sport2")


def test_every_spelling_leads_to_one_agency() -> None:
    table = agencies()
    groups = chain(table.text.items(), table.wire.items(), table.picture.items())
    for canonical, spellings in groups:
        for spelling in (canonical, *spellings):
            assert agency_of(spelling) == canonical, spelling


def test_exact_spellings_are_all_in_use() -> None:
    table = agencies()
    groups = (*table.text.items(), *table.wire.items(), *table.picture.items())
    known = {name for canonical, names in groups for name in (canonical, *names)}
    assert set(table.exact) <= known
