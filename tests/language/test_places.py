"""Places: cities in many spellings, countries and regions; ordinary words are none."""

from __future__ import annotations

import pytest

from articlekit.language.places import fold_place, is_country, is_place, is_region


@pytest.mark.parametrize(
    "name",
    [
        "London", "LONDON", "New Delhi", "St. Louis", "ST. LOUIS", "Köln", "KÖLN", "Cologne",
        "Essen", "Tübingen", "Teheran", "Tehran", "Kolkata", "BHOPAL", "Rajshahi", "Praha",
        "Prague", "Warszawa", "Bruselas", "Bruxelles", "BRUXELLES", "Lisboa", "Den Haag",
        "İSTANBUL", "ISTANBUL", "Istanbul", "DİYARBAKIR", "København", "Göteborg", "SÃO PAULO",
        "Sao Paulo", "București", "МОСКВА", "Москва", "Київ", "Αθήνα", "ΑΘΗΝΑ", "القاهرة",
        "ירושלים", "नई दिल्ली", "서울", "東京", "北京", "ロンドン", "Frankfurt/Main",
        "Frankfurt (Oder)", "DALLAS/FORT WORTH", "Winston-Salem", "Ghent", "Gent",
    ],
)  # fmt: skip
def test_knows_a_city(name: str) -> None:
    assert is_place(name)


@pytest.mark.parametrize(
    "text",
    ["", "Basil", "WOW", "FILE PHOTO", "THE MAYOR", "Most", "Mars", "Mai", "Sale", "Update",
     "Kommentar", "EXKLUSIV", "Watch", "PHOTOS", "MORE", "Analysis", "x" * 100],
)  # fmt: skip
def test_words_are_no_city(text: str) -> None:
    assert not is_place(text)


@pytest.mark.parametrize(
    "text",
    ["Calif.", "Calif", "CALIF.", "California", "N.Y.", "NY", "W. Va.", "W.Va.", "D.C.", "Tex.",
     "Texas", "Penn.", "La", "Ont.", "B.C.", "Alberta", "ALBERTA", "British Columbia", "ON", "SP"],
)  # fmt: skip
def test_knows_a_region(text: str) -> None:
    assert is_region(text)


@pytest.mark.parametrize("text", ["", "in", "or", "me", "calif.", "texas", "Oh", "Hi", "Republic"])
def test_words_are_no_region(text: str) -> None:
    assert not is_region(text)


@pytest.mark.parametrize(
    "text",
    ["Vietnam", "Russland", "RUSSLAND", "West Germany", "Deutschland", "Kenia", "日本", "USA",
     "U.S.", "England", "سوريا", "Ελλάδα", "Česko", "United Arab Emirates"],
)  # fmt: skip
def test_knows_a_country(text: str) -> None:
    assert is_country(text)


def test_cities_are_no_countries() -> None:
    assert not is_country("London")
    assert not is_place("Russland")


def test_case_accents_and_signs_do_not_count() -> None:
    assert fold_place("SÃO PAULO") == fold_place("Sao  Paulo")
    assert fold_place("St.-Denis") == fold_place("st denis")
