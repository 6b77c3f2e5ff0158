import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlekit.grammar.sign_off import read_sign_off
from articlekit.language import lexicon

SIGN_OFFS = [
    ("-ENDS-", "mark"), ("ENDS", "mark"), ("-30-", "mark"), ("###", "mark"), ("(more)", "mark"),
    ("(完)", "mark"), ("（了）", "mark"), ("(끝)", "mark"), ("REUTER", "agency"), ("/ritzau/", "agency"),
    ("(NTB)", "agency"), ("(APA/sda/dpa)", "agency"), ("(jse/dpa)", "initials"),
    ("© dpa-infocom, dpa:250503-99-123/2", "rights"), ("RIPRODUZIONE RISERVATA", "rights"),
    ("<저작권자 ⓒ 가나뉴스 무단 전재 및 재배포 금지>", "rights"),
    ("With files from The Canadian Press", "contributors"), ("(With inputs from PTI)", "contributors"),
    ("Source: ANI", "phrase"), ("Our Standards: The Thomson Reuters Trust Principles.", "phrase"),
    ("(Reporting by Nora Quill; Editing by Ida Moss)", "contributors"),
    ("Nora Quill contributed to this report.", "contributors"),
]  # fmt: skip
OTHERS = [
    "", "30", "1", "Nora Quill", "The end of the road came early.", "Photo: Ann Lee", "Is this the end?",
    "Editing the paper is a hard job and nobody does it for the money that it brings, which is little",
    "The council voted on Monday evening for a wall.", "© 2025 The Harbour Post", "Share", "By Nora Quill",
    "Reporter", "Source: the report that the council had ordered", "(see page four)", "/",
]  # fmt: skip


@pytest.mark.parametrize(("line", "form"), SIGN_OFFS)
def test_sign_offs(line: str, form: str) -> None:
    reading = read_sign_off(line, lexicon("en"))
    assert reading is not None
    assert reading.form == form


@pytest.mark.parametrize("line", OTHERS)
def test_others(line: str) -> None:
    assert read_sign_off(line, lexicon("en")) is None


def test_people_keep_what_they_did() -> None:
    reading = read_sign_off(
        "(Reporting by Nora Quill in Oslo; Editing by Ida Moss and Leo Park)", lexicon("en")
    )
    assert reading is not None
    assert [(a.name, a.contribution, a.location) for a in reading.authors] == [
        ("Nora Quill", "reporting", "Oslo"),
        ("Ida Moss", "editing", None),
        ("Leo Park", "editing", None),
    ]


@given(st.text(max_size=80))
def test_nothing_raises(line: str) -> None:
    read_sign_off(line, lexicon("en"))
