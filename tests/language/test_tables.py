from typing import get_args

import msgspec
import pytest

from articlekit.language import BylineWords, Cues, Language, agencies, codes, lexicon, load
from articlekit.language.cues import find_cues
from articlekit.model import BoilerplateKind, Contribution, CreditFlag

EXTRA_KINDS = {"correction", "editors_note", "section"}
UNITS = {"minute", "hour", "day", "week", "month", "year"}


@pytest.mark.parametrize("code", codes())
def test_every_table_loads(code: str) -> None:
    table = load(code)
    assert table.code == code
    assert table.name


@pytest.mark.parametrize("code", codes())
def test_every_word_is_stripped_and_not_empty(code: str) -> None:
    for words in _tuples(load(code)):
        assert all(word and word == word.strip() for word in words)


@pytest.mark.parametrize("code", codes())
def test_phrases_are_lower_case_and_stand_once(code: str) -> None:
    for kind, cues in load(code).boilerplate.items():
        for phrases in (cues.whole, cues.start, cues.inside):
            assert all(phrase == phrase.lower() for phrase in phrases), kind
            assert len(set(phrases)) == len(phrases), kind


@pytest.mark.parametrize("code", codes())
def test_question_words_are_lower_case(code: str) -> None:
    question = load(code).question
    for words in (question.words, question.auxiliaries, question.endings, question.connectives):
        assert all(word == word.lower() for word in words)


@pytest.mark.parametrize("code", codes())
def test_a_year_has_twelve_months_and_a_week_seven_days(code: str) -> None:
    dates = load(code).dates
    assert len(dates.months) == 12
    assert len(dates.weekdays) == 7
    assert all((*dates.months, *dates.weekdays))
    assert dates.order in {"dmy", "mdy", "ymd"}
    assert set(dates.units) == UNITS


@pytest.mark.parametrize("code", codes())
def test_a_name_of_a_month_belongs_to_one_month(code: str) -> None:
    names = [name.casefold() for group in load(code).dates.months for name in set(group)]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("code", codes())
def test_kinds_flags_and_contributions_are_known(code: str) -> None:
    table = load(code)
    assert set(table.boilerplate) <= {*get_args(BoilerplateKind), *EXTRA_KINDS}
    assert set(table.credit.flags) <= set(get_args(CreditFlag))
    assert set(table.byline.contributions) <= set(get_args(Contribution))


@pytest.mark.parametrize("code", codes())
def test_sections_do_not_speak_inside_lines(code: str) -> None:
    assert not load(code).boilerplate.get("section", Cues()).inside


@pytest.mark.parametrize("code", codes())
def test_a_lexicon_is_the_table_joined_with_english(code: str) -> None:
    own, english, joined = load(code), load("en"), lexicon(code)
    assert (joined.code, joined.name, joined.dates.order) == (own.code, own.name, own.dates.order)
    assert {*own.byline.text, *english.byline.text} == set(joined.byline.text)
    assert {*own.quote.verbs, *english.quote.verbs} == set(joined.quote.verbs)
    assert set(english.boilerplate) <= set(joined.boilerplate)
    for kind, cues in own.boilerplate.items():
        assert set(cues.whole) <= set(joined.boilerplate[kind].whole)
    for mine, both in zip(own.dates.months, joined.dates.months, strict=True):
        assert set(mine) <= set(both)


@pytest.mark.parametrize("code", [None, "en", "xx"])
def test_english_stands_in_for_what_is_unknown(code: str | None) -> None:
    assert lexicon(code) == load("en")


def test_unknown_keys_are_refused() -> None:
    for text in (
        b'code = "xx"\nname = "X"\nfoo = 1',
        b'code = "xx"\nname = "X"\n[byline]\nby = []',
    ):
        with pytest.raises(msgspec.ValidationError):
            msgspec.toml.decode(text, type=Language)


def test_wrong_types_are_refused() -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert({"text": "By"}, type=BylineWords)


def test_agencies_load() -> None:
    assert "Reuters" in agencies().text


CUES = """
zh share 分享到：
zh related 相关阅读
zh copyright 未经授权不得转载
zh comments 發表評論
zh paywall 訂閱後繼續閱讀
ja newsletter メルマガ登録はこちら
ja related 【関連記事】
ja copyright 無断転載を禁じます
ja paywall この記事は有料会員限定です
ja share シェアする
ko copyright <저작권자 ⓒ 한빛일보. 무단 전재 및 재배포 금지>
ko related 많이 본 뉴스
ko comments 댓글 쓰기
ko tip_line 제보는 카카오톡 한빛제보
ar related اقرأ أيضاً:
ar copyright جميع الحقوق محفوظة
fa comments ارسال نظر
fa signoff انتهای پیام/
he paywall למנויים בלבד
he share שתפו בפייסבוק
hi related यह भी पढ़ें
hi ads विज्ञापन
id related Baca juga:
id ads ADVERTISEMENT
ms related Baca juga:
ms follow Ikuti kami di
vi related Tin liên quan
vi comments Ý kiến bạn đọc
sw related Soma pia:
sw copyright Haki zote zimehifadhiwa
"""
PROSE = """
zh 新华社记者王小明昨天在北京报道，政府将扩大对铁路建设的投资。
zh 来源于北方的冷空气将影响本市，编辑部提醒市民注意保暖。
zh 市長表示，新的橋樑將於五月通車，預計可減少交通堵塞。
ja 市長は「橋は五月に開通する」と述べ、工事の遅れについて説明した。
ja 広告大手の会社は３日、来年の業績見通しを発表した。
ja 写真を撮っていた男性が川に落ち、病院に運ばれた。
ko 시장은 새 다리가 5월에 개통될 것이라고 3일 밝혔다.
ko 정부는 철도 건설에 대한 투자를 늘리겠다고 발표했다.
ar قال رئيس البلدية إن الجسر الجديد سيفتح في شهر مايو المقبل.
fa شهردار گفت پل جدید در ماه آینده افتتاح خواهد شد و ترافیک کم می‌شود.
he ראש העיר אמר כי הגשר החדש ייפתח בחודש מאי והפקקים יפחתו.
hi महापौर ने कहा कि नया पुल मई में खुलेगा और यातायात सुगम होगा।
id Wali kota mengatakan jembatan baru akan dibuka pada Mei dan mengurangi kemacetan.
ms Datuk Bandar berkata jambatan baharu akan dibuka pada Mei untuk mengurangkan kesesakan.
vi Thị trưởng cho biết cây cầu mới sẽ thông xe vào tháng 5 và giảm ùn tắc.
sw Meya alisema daraja jipya litafunguliwa mwezi Mei na kupunguza msongamano.
"""


@pytest.mark.parametrize("line", CUES.strip().splitlines())
def test_phrases_are_found(line: str) -> None:
    code, kind, text = line.split(" ", 2)
    assert kind in {cue.kind for cue in find_cues(text, lexicon(code))}


@pytest.mark.parametrize("line", PROSE.strip().splitlines())
def test_prose_holds_no_phrases(line: str) -> None:
    code, text = line.split(" ", 1)
    assert not find_cues(text, lexicon(code))


def _tuples(table: Language) -> list[tuple[str, ...]]:
    found: list[tuple[str, ...]] = []

    def collect(value: object) -> None:
        if isinstance(value, dict):
            for part in value.values():
                collect(part)
        elif isinstance(value, list) and all(isinstance(part, str) for part in value):
            found.append(tuple(value))
        elif isinstance(value, list):
            for part in value:
                collect(part)

    collect(msgspec.to_builtins(table))
    return [tuple(words) for words in found]
