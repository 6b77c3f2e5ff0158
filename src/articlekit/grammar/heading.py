"""Subheadings: a line in, which kind of question it asks and the number it carries out.

Marks decide first. Without one, English inversion and what other languages have in its place tell
questions that lost their mark from statements such as "How to choose" (conventions 4.2, 4.3).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Literal
from unicodedata import category

from msgspec import Struct

from articlekit.language import has_table, load
from articlekit.pattern import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable

    from articlekit.language import Language

Question = Literal["direct", "indirect"]

_LONGEST, _MOST_WORDS = 500, 16
_MARKS = ("?", "？", "؟", "⁇", "⁈")
_CLOSERS = "\"'”’“»«›‹」』）)]】"
_OPENERS = _CLOSERS + "„‚¡"
_STOPS = (".", "!", "。", "！", ":", "：", ",", ";", "…", "،", "؛", "।")
_SPACELESS = lazy(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]")
# A closed class in English grammar: what stands between auxiliary and verb in a question, and
# between question word and verb in a statement.
_PRONOUNS = ("i", "you", "he", "she", "it", "we", "they")
_SUBJECTS = frozenset(
    (
        *_PRONOUNS,
        *("this", "that", "these", "those", "there", "the", "a", "an", "some", "any", "all"),
        *("my", "your", "his", "her", "its", "our", "their", "everyone", "anyone", "people"),
    )
)
_COMMANDS = frozenset(("do", "have", "may", "might", "must", "shall", "will", "had"))
"""Auxiliaries that also open commands and names: "Have a plan", "Will Smith"."""
_PARTICIPLES = ("ed", "ing", "en", "wn")
# Particles that make any sentence a yes/no question where they stand first.
_PARTICLES = frozenset(("czy", "чи", "хіба", "هل", "آیا", "האם", "क्या", "apakah", "oare"))
# Languages whose question words stand first in questions only, apart from two prepositions.
_FIRST_ASKS = frozenset(("ar", "fa", "he", "ur"))
_NOT_FIRST = frozenset(("من", "ما"))
_VERB_LAST = frozenset(("de", "nl"))
_LI = frozenset(("ru", "uk", "bg", "sr", "mk"))
"""Languages that ask with the particle "ли" behind the first word."""
_HYPHEN = lazy(r"\w+-(?:t-)?(?:ils?|elles?|on|ce|je|tu|nous|vous)\b", re.IGNORECASE)
_TURKISH = lazy(r"\bm[iıuü](?:y[iıuü]z|s[iıuü]n|d[iıuü]r|y[dm]\w{1,4})?\b")
_JAPANESE_VERB_ENDS = frozenset("のるすたいうぬむくぐつぶんだ")
_JAPANESE_ENDS = ("とは", "だろうか", "のか")
_KOREAN_ENDS = ("까", "까요")
_CHINESE_OTHERS = ("那么", "这么", "多么", "要么")

# What is counted in numbered headings, by language; "no" is "No. 1".
_STEPS = (
    "step|tip|part|chapter|lesson|rule|reason|section|day|week|stage|phase|round|question"
    "|schritt|tipp|teil|kapitel|regel|grund|tag|woche|étape|conseil|partie|chapitre|règle|jour"
    "|paso|consejo|parte|capítulo|regla|día|passo|dica|dia|consiglio|capitolo|regola|giorno"
    "|stap|deel|hoofdstuk|dag|steg|del|trinn|skritt|trin|vaihe|osa|luku"
    "|krok|część|rozdział|rada|díl|část|шаг|часть|глава|совет|крок|частина|порада"
    "|adım|bölüm|gün|βήμα|μέρος|lépés|rész|pasul|partea|capitolul"
    "|langkah|bagian|bab|bước|phần|chương"
)
_HAN = "一二三四五六七八九十"
_ROUND = "①-⑳❶-❿➊-➓"
_NUMBERINGS = tuple(
    lazy(pattern, re.IGNORECASE)
    for pattern in (
        r"\(?(\d{1,3})[.)](?=\s?[^\W\d])(?!\w{1,20}\.\w)",
        r"(\d{1,2}):(?=\s\S)",
        r"(\d{1,2})\s?[–—|-]\s(?=[^\W\d])",
        r"[#№]\s?(\d{1,3})\b",
        r"n[o°º][.°º]?\s?(\d{1,3})\b",
        rf"(?:{_STEPS})\.?\s(\d{{1,3}}|[IVX]{{1,5}})\b(?=\s?[:.)–—-]|$)",
        r"([IVX]{1,5})[.)]\s(?=\S)",
        r"(Q)\d{0,2}[:.]\s?(?=\S)",
        rf"第\s?([{_HAN}百\d]{{1,4}})",
        rf"[（(]([{_HAN}]{{1,3}})[）)]",
        rf"([{_HAN}]{{1,3}})[、．]",
        rf"([{_ROUND}])",
        r"(\d{1,2})[、．.](?=[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3])",
    )
)
_MAY_NUMBER = lazy(rf"[\d(（#№第IVXQN{_ROUND}{_HAN}]", re.IGNORECASE)
_COUNTED = frozenset(_STEPS.casefold().replace("ı", "i").split("|"))


class _Asking(Struct, frozen=True):
    """The question words of one language, English not joined in."""

    words: dict[str, tuple[tuple[str, ...], ...]]
    """Question words and phrases as words, by their first one, longest first."""
    first: frozenset[str]
    auxiliaries: frozenset[str]
    endings: tuple[str, ...]
    inside: tuple[str, ...]
    """Question words of scripts without spaces, two signs and more."""


def question_of(text: str, words: Language, language: str | None) -> Question | None:
    """Say whether a line asks: a question, a statement opened by a question word, or neither.

    `language` is the ISO 639-1 code of the text, `None` when unknown: then English is assumed.
    """
    if len(text) > _LONGEST:
        return None
    line = text.strip()
    while line and (line[-1] in _CLOSERS or category(line[-1])[0] in "SC"):
        line = line[:-1].rstrip()
    if not line:
        return None
    if line.endswith(_MARKS) or line.startswith("¿") or "՞" in line:
        return "direct"
    if language == "el" and line[-1] in ";\u037e":
        return "direct"
    if line.endswith(_STOPS) or line.count(" ") >= _MOST_WORDS:
        return None
    asking = _asking(words.code if language is None else language)
    number = _numbered(line)
    line = line[number.end() :].lstrip(" :.–—-)") if number else line
    found = _asks(line, asking, language)
    if found is None and ":" in line:
        found = _asks(line.rpartition(":")[2].strip(), asking, language)
    return found


def number_of(text: str) -> str | None:
    """Return the number a heading opens with: "3" of "3. Pick the rope", "2" of "Step 2: ..."."""
    found = _numbered(text[:40])
    return found[1] if found else None


def _numbered(text: str) -> re.Match[str] | None:
    if not _MAY_NUMBER.match(text):
        first = text.partition(" ")[0].rstrip(".").casefold().replace("ı", "i")
        if first not in _COUNTED:
            return None
    return next(filter(None, (pattern.match(text) for pattern in _NUMBERINGS)), None)


@lru_cache(maxsize=64)
def _asking(code: str) -> _Asking:
    own = load(code if has_table(code) else "en").question
    phrases = {tuple(word.casefold().split()) for word in own.words}
    return _Asking(
        words=_by_first(phrases),
        first=frozenset(phrase[0] for phrase in phrases if phrase),
        auxiliaries=frozenset(map(str.casefold, own.auxiliaries)),
        endings=tuple(own.endings),
        inside=tuple(word for word in own.words if len(word) > 1 and _SPACELESS.match(word)),
    )


def _by_first(phrases: Iterable[tuple[str, ...]]) -> dict[str, tuple[tuple[str, ...], ...]]:
    table: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted(filter(None, phrases), key=len, reverse=True):
        table.setdefault(phrase[0], []).append(phrase)
    return {first: tuple(rest) for first, rest in table.items()}


def _asks(line: str, asking: _Asking, language: str | None) -> Question | None:
    """Whether a line without a mark asks."""
    if language in ("ja", "zh", "ko"):
        return _asks_east(line, asking, language) if line else None
    tokens = line.casefold().strip(_OPENERS).split()
    if not tokens:
        return None
    if tokens[0] in _PARTICLES or _has_mark_of(language, tokens, line, asking):
        return "direct"
    fitting = asking.words.get(tokens[0], ())
    size = next((len(w) for w in fitting if tuple(tokens[: len(w)]) == w), 0)
    if size == 0:
        return "direct" if _is_contracted(tokens[0], asking) else None
    if language in (None, "en"):
        return _inverted(tokens, line.split(), asking)
    return _ordered(tokens, size, asking, language)


def _is_contracted(token: str, asking: _Asking) -> bool:
    """Whether a word is a question word and a short verb: "what's"."""
    word, _, verb = token.replace("’", "'").partition("'")
    return verb in ("s", "re", "d", "ll") and word in asking.first - asking.auxiliaries


def _ordered(
    tokens: list[str], size: int, asking: _Asking, language: str | None
) -> Question | None:
    """Outside English: the verb behind the question words asks, at the end it does not."""
    if language in _FIRST_ASKS:
        return None if tokens[0] in _NOT_FIRST else "direct"
    if size == 1 and tokens[0] in asking.auxiliaries:
        return None  # "Ist ..." opens commands and fragments as well
    late = language in _VERB_LAST and tokens[-1] in asking.auxiliaries
    inside = tokens[1:size]  # "vad är" is listed as one question phrase
    behind = tokens[size : size + 3] if len(tokens) > size + 1 and not late else []
    asks = any(token in asking.auxiliaries for token in (*inside, *behind))
    return "direct" if asks else "indirect"


def _has_mark_of(language: str | None, tokens: list[str], line: str, asking: _Asking) -> bool:
    """Whether a particle, an ending or an order of words makes the line a question."""
    if language == "fr":
        return " ".join(tokens[:2]) == "est-ce que" or _HYPHEN.match(line) is not None
    if language == "tr":
        near = (tokens[0], *tokens[-2:])
        asks = any(token in asking.first and len(token) > 3 for token in near)
        return asks or _TURKISH.search(line) is not None
    if language == "fi":
        return len(tokens) > 1 and len(tokens[0]) > 3 and tokens[0].endswith(("ko", "kö"))
    if language in _LI:
        return len(tokens) > 2 and "ли" in tokens[1:3]
    return language == "hi" and any(t in asking.first and len(t) > 2 for t in tokens)


def _inverted(tokens: list[str], printed: list[str], asking: _Asking) -> Question | None:
    """The English test: "What is X", "How fast do boards go", against "How to choose"."""
    auxiliaries = asking.auxiliaries
    if tokens[0] in auxiliaries:
        if len(tokens) < 3:
            return None
        if tokens[0] in _COMMANDS:
            return "direct" if tokens[1] in _PRONOUNS else None
        named = printed[1][0].isupper() or printed[1][0].isdigit()
        return "direct" if named or tokens[1] in _SUBJECTS else None
    for gap in range(4):
        at = 1 + gap
        if at >= len(tokens) - 1 or tokens[at] == "to" or tokens[at] in _SUBJECTS:
            return "indirect"
        if tokens[at] in auxiliaries:
            return "direct" if gap == 0 or _turns(tokens, printed, at) else "indirect"
    return "indirect"


def _turns(tokens: list[str], printed: list[str], at: int) -> bool:
    """Whether the auxiliary at `at`, some words after the question word, opens a question."""
    after = tokens[at + 1]
    if tokens[at] in ("do", "does", "did") and after != "not":
        return True
    if after in _SUBJECTS:
        return True
    if printed[at - 1][0].isupper() and not printed[at + 1][0].isupper():
        return False  # a name is the subject: "Why Trump is angry"
    if tokens[0] in ("what", "which", "how") and tokens[at] in ("have", "has", "had", "are", "is"):
        return not (
            tokens[0] == "how" and (after.endswith(_PARTICIPLES) or tokens[at - 1][-1] == "s")
        )
    return printed[at + 1][0].isupper() and not printed[at - 1][0].isupper()


def _asks_east(line: str, asking: _Asking, language: str) -> Question | None:
    """Chinese, Japanese and Korean, which ask with endings and with words anywhere."""
    ending = next((end for end in asking.endings if line.endswith(end)), None)
    if language == "ja":
        if line.endswith(_JAPANESE_ENDS) or (
            ending and (ending != "か" or line[-2:-1] in _JAPANESE_VERB_ENDS)
        ):
            return "direct"
        opens = any(line.startswith(word) for word in asking.first)
        return "indirect" if opens else None
    if language == "ko":
        if _ends_korean(line, ending):
            return "direct"
        return "indirect" if any(word in asking.first for word in line.split()) else None
    if ending and not line.endswith(_CHINESE_OTHERS):
        return "direct"
    return "direct" if any(word in line for word in asking.inside) else None


def _ends_korean(line: str, ending: str | None) -> bool:
    last = line.rpartition(" ")[2]
    if last.endswith("가") and len(last) > 2:  # "-ㄴ가": the syllable before ends in n
        return (ord(last[-2]) - 0xAC00) % 28 == 4
    if last.endswith(_KOREAN_ENDS):
        return True
    return ending is not None and len(last) > 2
