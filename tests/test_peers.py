"""How extractors are judged: `scripts/peers.py`, without any of them."""

import json
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent.parent / "scripts"))

from extractors import Answer
from peers import Gold, day_of, f1, gold_of, judge, own_gold, table, words

GOLD = Gold(
    b"<p>page</p>", "https://a.example/1", "Wall voted", ["Ann Lee"], "2026-05-03T10:00:00+02:00",
    "The council voted for a wall.", ["Sign up for our letter", "Share"],
)  # fmt: skip


def figures(answer: Answer, gold: Gold = GOLD) -> dict[str, float]:
    return judge([gold], lambda _page, _url: answer)


def test_the_right_answer_is_right_in_every_field() -> None:
    right = Answer(GOLD.body, "Wall voted", ("Ann Lee",), "2026-05-03")

    assert figures(right) == {
        "body, F1 of words": 100.0,
        "boilerplate kept out": 100.0,
        "headline": 100.0,
        "authors, F1": 100.0,
        "day": 100.0,
    }


def test_wrong_answers_lose_the_field_that_is_wrong() -> None:
    body = f"{GOLD.body} Sign up for our letter"
    wrong = figures(Answer(body, "Wall voted | Town News", ("Ann Lee", "Staff"), "2026-05-04"))

    assert wrong["boilerplate kept out"] == wrong["headline"] == wrong["day"] == 0.0
    assert wrong["authors, F1"] == 66.7
    assert wrong["body, F1 of words"] == 70.6


def test_fields_that_an_extractor_has_not_are_left_out_and_shown_so() -> None:
    found = figures(Answer(GOLD.body, "Wall voted"))

    assert set(found) == {"body, F1 of words", "boilerplate kept out", "headline"}
    rows = list(table({"all": figures(Answer(authors=(), published="")), "some": found}))
    assert rows[-1].split() == ["day", "0.0", "-"]


def test_an_extractor_that_raises_has_found_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    def fail(_page: bytes, _url: str | None) -> Answer:
        raise ValueError("no page")

    found = judge([GOLD], fail)

    assert found["body, F1 of words"] == found["headline"] == found["day"] == 0.0
    assert "ValueError: no page" in capsys.readouterr().err


def test_words_of_scripts_without_spaces_are_signs() -> None:
    assert f1(words("市議会が決めた"), words("市議会は決めた")) == pytest.approx(6 / 7)
    assert words("The Wall, the wall") == {"the": 2, "wall": 2}


@pytest.mark.parametrize(
    ("stamp", "day"),
    [
        ("2026-05-03T23:30:00+02:00", "2026-05-03"),
        ("2026-05-03", "2026-05-03"),
        ("2026-05-03 10:00 CET", "2026-05-03"),
        ("", None),
        (None, None),
    ],
)
def test_days_are_taken_as_they_are_stated(stamp: str | None, day: str | None) -> None:
    assert day_of(stamp) == day


def test_pages_of_a_folder_say_what_is_known_of_them(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(b"<h1>Wall</h1>")
    row = {"input": "a.html", "gold": {"headline": "Wall", "authors": []}}
    (tmp_path / "gold.jsonl").write_text(json.dumps(row), encoding="utf-8")

    [gold] = gold_of(tmp_path)

    assert gold == Gold(b"<h1>Wall</h1>", None, "Wall", [], None, "", [])


def test_the_pages_of_the_project_are_judged_whole() -> None:
    golds = list(own_gold())

    assert len(golds) >= 24
    assert all(gold.body and gold.headline and gold.boilerplate for gold in golds)
