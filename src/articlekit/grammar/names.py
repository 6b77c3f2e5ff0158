"""The shape of a person's name, in all scripts (conventions 2.5): a string in, a strength out.

The shape alone proves nothing ("Dow Jones" has it too): callers add a by-phrase, a role or what
the document says elsewhere. Words that never stand in names come from the language tables.
"""

# ruff: noqa: SIM905, PLR0911

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct

from articlekit.language import lexicon

if TYPE_CHECKING:
    from articlekit.language import Language

SHAPE = 0.4
"""From here on a text has the shape of a name: enough after a by-phrase or a label."""
ALONE = 0.5
"""From here on a line that is only the text may be a byline: scripts with case, or a surname."""

_LONGEST, _MOST_WORDS = 45, 6
_PARTICLES = frozenset(
    "van von vom zu zur zum de del della delle dei degli der den di da do dos das du des la le les "
    "el al bin ibn bint ben abu ter ten te op af av y e i san st. 't".split()
)
_OPENING_ARTICLES = frozenset(
    "the a an el los las les le la il lo gli der die das den dem ein eine het een det ett os as um "
    "uma un una une des της του ο η".split()
)
_SUFFIXES = frozenset("jr jr. sr sr. ii iii iv md m.d. phd ph.d. mba rd esq esq. obe mbe".split())
_TITLES = frozenset(
    "dr dr. dra. prof prof. sir dame rev rev. mr mr. mrs mrs. ms ms. fr. hon. ing. mag. dipl.-ing. "
    "lic. pater sr. sra. don doña".split()
)
_INSIDE = frozenset("'’ʼ`‘´-‐‑.·ʹ׳״")
# The commonest Chinese and Korean surnames; they raise the strength of names without spaces.
_SURNAMES = frozenset(
    "王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何高林罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾肖萧蕭田董袁"
    "潘于蒋蔣蔡余杜叶葉程苏蘇魏吕呂丁任沈姚卢盧姜崔钟鐘谭譚陆陸汪范石廖贾賈夏韦韋付方白邹鄒孟熊秦邱江尹薛闫阎"
    "段雷侯龙龍史陶黎贺賀顾顧毛郝龚龔邵万萬钱錢严嚴戴莫孔向汤湯赖賴施洪庄莊温溫柳游詹簡巫"
)
_HANGUL_SURNAMES = frozenset(
    "김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구민진나지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국어은편"
)


class _Banned(Struct, frozen=True):
    """Words that speak against a name."""

    never: frozenset[str]
    """Job titles: no name has one."""
    seldom: frozenset[str]
    """Words of pages; a few are surnames, too, so after a phrase one may stand last (Jones)."""
    given: frozenset[str]
    """Those of them that are given names, too: months, and "Will"."""
    ends: tuple[str, ...]
    """What the last word does not end in: "redakteur"."""


@lru_cache(maxsize=64)
def _banned(code: str) -> _Banned:
    words = lexicon(code)
    roles = [role.casefold() for role in words.byline.roles if " " not in role and len(role) > 3]
    months = (month.casefold() for group in words.dates.months for month in group)
    return _Banned(
        frozenset(roles),
        frozenset(map(str.casefold, words.byline.not_names)),
        frozenset((*months, "will")),
        tuple(role for role in roles if len(role) > 6),
    )


def is_name(text: str, words: Language) -> bool:
    """Whether `text` as a whole has the shape of a person's name (conventions 2.5)."""
    return name_strength(text, words) >= SHAPE


def name_strength(text: str, words: Language) -> float:
    """How much `text` as a whole looks like a person's name, 0 (not at all) to 1.

    Two or more words in a script with case reach 0.9, capitals throughout 0.6; scripts without
    case reach 0.4 (0.6 with a known surname); a single word 0.2.
    """
    return _strength(text, words.code) if 2 <= len(text) <= _LONGEST else 0.0


@lru_cache(maxsize=4096)
def _strength(text: str, code: str) -> float:
    """The work of `name_strength`; readers ask about the same few words in turn."""
    first = text[0]
    if first > "\u2e7f" and not first.isupper():
        return _wide_strength(text, code)
    parts = text.split()
    if len(parts) > _MOST_WORDS or not (first.isalpha() or first in "'’‘"):
        return 0.0
    most = _ceiling([part.casefold().strip(".,") for part in parts], _banned(code))
    if most == 0.0:
        return 0.0
    if not first.isupper() and not first.islower() and first.isalpha():
        return min(most, _caseless_strength(parts))
    return min(most, _cased_strength(parts))


def _ceiling(folded: list[str], banned: _Banned) -> float:
    """How strong the words let a name be: a word of pages may only stand last, or be given."""
    if folded[-1].endswith(banned.ends) or not banned.never.isdisjoint(folded):
        return 0.0
    if banned.seldom.isdisjoint(folded):
        return 1.0
    last = len(folded) - 1
    ordinary = [at for at, word in enumerate(folded) if word not in banned.seldom]
    fine = all(
        at == last or (at == 0 and word in banned.given)
        for at, word in enumerate(folded)
        if word in banned.seldom
    )
    return SHAPE if fine and (ordinary or folded[0] in banned.given) and last else 0.0


def is_particle(word: str) -> bool:
    """Whether a word, in lower case, stands inside names: van, de, bin."""
    return word in _PARTICLES


def may_stand_in_name(word: str) -> bool:
    """Whether `word` can be part of a name in a script with case: "Roe", "van", "jr"."""
    folded = word.casefold()
    return word_kind(word) != "" or folded in _SUFFIXES or folded in _TITLES


def may_open_name(word: str, code: str) -> bool:
    """Whether a name of several words, in a script with case, can begin with `word`."""
    folded = word.casefold()
    if folded in _OPENING_ARTICLES and word != "Le":
        return False
    banned, bare = _banned(code), folded.strip(".,")
    seldom = bare in banned.seldom and bare not in banned.given
    return not seldom and bare not in banned.never and may_stand_in_name(word)


def _cased_strength(parts: list[str]) -> float:
    """Latin, Greek, Cyrillic, Armenian: capitals, particles, initials, titles and suffixes."""
    while len(parts) > 2 and parts[0].casefold() in _TITLES:
        parts = parts[1:]
    while len(parts) > 2 and parts[-1].casefold() in _SUFFIXES:
        parts = [*parts[:-2], parts[-2].rstrip(",")]
    if parts[-1] in _PARTICLES or (opens_with_article(parts[0]) and not _is_given(parts)):
        return 0.0
    kinds = [word_kind(part) for part in parts]
    if "" in kinds or "word" not in kinds:
        return 0.0
    content = [part for part, kind in zip(parts, kinds, strict=True) if kind != "particle"]
    if len(parts) == 1:
        return 0.2
    if len(content) == 1:
        return 0.3 if kinds[-1] == "word" else 0.0
    if kinds[-1] == "initial" or len(content) > 5:
        return 0.3
    capitals = [len(part) > 1 and part.isupper() and "." not in part for part in content]
    if all(capitals) or (any(capitals) and "initial" in kinds):
        return 0.6
    # An acronym before a word is no given name (BBC World); two letters may be initials (AJ).
    if (capitals[0] and len(content[0]) > 2) or (capitals[-1] and len(content[-1]) < 4):
        return 0.3
    return 0.9 if len(content) <= 3 else 0.7


def opens_with_article(text: str) -> bool:
    """Whether a text opens with an article, as names of houses do: "The Herald"."""
    return text.split(None, 1)[0].casefold() in _OPENING_ARTICLES


def _is_given(parts: list[str]) -> bool:
    """Whether "Le" opens a Vietnamese name of three words."""
    return parts[0] == "Le" and len(parts) == 3


@lru_cache(maxsize=8192)
def word_kind(part: str) -> str:
    """What a word is in a name: word, initial or particle; the empty string for none of them."""
    if part in _PARTICLES:
        return "particle"
    first = part[0]
    if not part.isalpha() and not all(
        sign.isalpha()
        or sign in _INSIDE
        or (sign > "\u0300" and not sign.isalnum() and sign.isprintable() and ord(sign) < 0x370)
        for sign in part
    ):
        return ""
    if part[-2:] in ("'s", "’s"):
        return ""
    if part[-1] == ".":
        return (
            "initial" if first.isupper() and len(part) <= (6 if part.count(".") > 1 else 3) else ""
        )
    if first.isupper():
        return "word" if len(part) > 1 else "initial"
    # "al-Sharif", "d'Amico", "'t": lower case only before the joint
    head, joint, rest = _at_joint(part)
    return "word" if joint and len(head) <= 4 and rest[:1].isupper() and len(rest) > 1 else ""


def _at_joint(part: str) -> tuple[str, str, str]:
    for joint in ("-", "'", "’"):
        if joint in part:
            return part.partition(joint)
    return part, "", ""


def _caseless_strength(parts: list[str]) -> float:
    """Arabic, Hebrew, Indic, Thai, Georgian: two to five words of letters; no more can be seen."""
    if not 2 <= len(parts) <= 5:
        return 0.2 if len(parts) == 1 and len(parts[0]) <= 15 else 0.0
    plain = all(
        sign.isalpha()
        or sign in _INSIDE
        or (not sign.isalnum() and sign > "\u058f" and sign not in "،؛؟۔।")
        for part in parts
        for sign in part
    )
    return SHAPE if plain and all(1 < len(part) <= 14 for part in parts) else 0.0


def _wide_strength(text: str, code: str) -> float:
    """Han, kana and Hangul: length, spaces, the katakana point, and known surnames."""
    bare = text.replace(" ", "").replace("\u3000", "")
    if not 2 <= len(bare) <= 12 or bare in _banned(code).seldom:
        return 0.0
    if all("\u30a0" <= sign <= "\u30ff" or sign in "・＝·" for sign in bare):
        return 0.6 if any(sign in "・·" for sign in bare[1:-1]) else 0.2
    if all("\uac00" <= sign <= "\ud7a3" for sign in bare):
        known = bare[0] in _HANGUL_SURNAMES and len(bare) in (2, 3, 4) and " " not in text
        return (ALONE if len(bare) == 3 else SHAPE) if known else 0.0
    if not all(_is_han(sign) or "\u3041" <= sign <= "\u30ff" for sign in bare):
        return 0.4 if "·" in bare and all(_is_han(sign) or sign == "·" for sign in bare) else 0.0
    if len(bare) > 7 or not _is_han(bare[0]) or sum(not _is_han(sign) for sign in bare) > 3:
        return 0.0
    spaced = len(text) != len(bare)
    if spaced:
        return 0.6 if len(text.split()) == 2 else 0.0
    if is_chinese_name(bare):
        return 0.6
    return SHAPE if len(bare) <= 5 else 0.0


def is_chinese_name(text: str) -> bool:
    """Whether a text is two or three Han characters of which the first is a known surname."""
    return 2 <= len(text) <= 3 and text[0] in _SURNAMES and all(map(_is_han, text))


def _is_han(sign: str) -> bool:
    return "\u4e00" <= sign <= "\u9fff" or "\u3400" <= sign <= "\u4dbf" or sign == "々"
