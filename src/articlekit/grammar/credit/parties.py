"""Who stands in a picture credit: the parties' text in, people, agencies and rights holders out.

The grammar is that of the conventions, 3.3: parties in any order, chained with slashes and bars.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct

from articlekit.grammar.credit.words import FOR, CreditLexis, credit_lexis, fold, is_wide
from articlekit.grammar.names import is_name
from articlekit.language import agencies
from articlekit.language.agency import agency_of
from articlekit.pattern import lazy

if TYPE_CHECKING:
    from articlekit.language import Language
    from articlekit.model import CreditFlag

_T = TypeVar("_T")
_SPLIT = lazy(r"(//?|[|;｜／•·+]|,(?!\d)|、|，| [-–—―] |(?<=[\w)])\. (?=[^\W\d][\w-]{2,20}: ))")
_STRONG = frozenset(("/", "//", "|", "｜", "／"))
_OWN_LABEL = lazy(r"[^\W\d][\w-]{2,20}: ")
_LICENSE = lazy(r"CC0(?:[ -]1\.0)?|CC[ -]BY(?:[ -]\w\w){0,2}(?:[ -]\d\.\d)?|GFDL|Public [Dd]omain")
_COPYRIGHT_PART = lazy(r"(?:©|\([cC]\)|Copyright)\s?(?:(?:19|20)\d\d\s)?(?=\S)")
_BRACKETED = lazy(r"([^()]{2,80}?)\s?\(([^()]{2,60})\)")
_YEAR = lazy(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_INITIAL = lazy(r"(?<=[^\W\d_]\.)(?=[^\W\d_])")
_MOST_WORDS, _MOST_PIECES = 7, 24


class Parties(Struct):
    """What is read from the parts, one after the other; `handles` are words in lower case."""

    photographers: list[str] = []  # msgspec copies these defaults
    agencies: list[str] = []
    via: list[str] = []
    organisations: list[str] = []
    flags: list[CreditFlag] = []
    handles: list[str] = []
    license: str | None = None
    chained: bool = False
    """Whether a slash, a bar or "via" joins the parties: what prose does not do."""
    weak: bool = False
    """Whether a comma, a semicolon or a dash joins them."""

    @property
    def known(self) -> bool:
        """Whether an agency, a distributor or a licence speaks for a credit."""
        return bool(self.agencies or self.via or self.license)


def read_parties(text: str, words: Language, *, loose: bool) -> Parties | None:
    """Read `text` as parties and nothing else; `None` when any part is none.

    `loose`: a label with a colon stands before, so an organisation need not look like a name.
    """
    reader = _Reader(words, credit_lexis(words.code), Parties())
    text = reader.cut_notes(text)
    bracketed = _BRACKETED.fullmatch(text)
    if bracketed and not loose and text[0].isalpha() and not text[0].isupper():
        return None  # a caption in a script without case, and an agency
    if bracketed:
        text = f"{bracketed[1]}/{bracketed[2]}"
    pieces = _SPLIT.split(text)
    if len(pieces) > _MOST_PIECES or not reader.read_pieces(pieces, loose=loose):
        return None
    found = reader.found
    if not found.known and (found.handles or (bracketed and not loose)):
        return None
    found.photographers.extend(found.handles)
    anything = found.photographers or found.organisations or found.flags or found.known
    return found if anything else None


def is_person(part: str, words: Language) -> bool:
    """Whether a part is a person's name, in capitals or with glued initials too."""
    if part.count(" ") >= _MOST_WORDS or not part[:1].isalpha():
        return False
    if part[-1] == "." and len(part.rpartition(" ")[2]) > 4:
        return False  # a sentence
    if is_name(part, words):
        return True
    spread = _INITIAL.sub(" ", part)
    if spread.isupper() and " " in spread:
        spread = spread.title()
    return spread != part and is_name(spread, words)


class _Reader(Struct, frozen=True):
    """Reads parts one after the other into `found`; each method says whether it could."""

    words: Language
    lexis: CreditLexis
    found: Parties

    def cut_notes(self, text: str) -> str:
        """Take a sentence such as "this image has been supplied by a third party" off the end."""
        folded = text.casefold() if len(text) > 30 else ""
        for phrase, flag in self.lexis.notes if folded else ():
            at = folded.find(phrase)
            if at > 0 and len(folded) == len(text):
                _add(self.found.flags, flag)
                return text[:at].rstrip(" .,;-–")
        return text

    def read_pieces(self, pieces: list[str], *, loose: bool) -> bool:
        """Read parts, which alternate with separators."""
        for at in range(0, len(pieces), 2):
            mark = pieces[at - 1].strip() if at else ""
            part = pieces[at].strip().strip("\"'“”„«»")
            if mark in _STRONG and part:
                self.found.chained = True
            elif mark:
                self.found.weak = True
            if loose and mark == ".":  # "Ann Lee. Styling: Ida Moss"
                part = _OWN_LABEL.sub("", part, count=1)
            blank = part in ("", "-", "–", "—")  # "Photo by - / AFP"
            if not blank and not self.read_part(part, mark, loose=loose):
                return False
        return True

    def read_part(self, part: str, mark: str, *, loose: bool) -> bool:
        """Read one part; `mark` is the separator before it."""
        if loose and (match := self.lexis.opener.match(part)) and match["sep"].strip() == ":":
            part = part[match.end() :]  # "Photo: Ann Lee (Photo: AFP)"
        if mark and (match := _COPYRIGHT_PART.match(part)):
            part = part[match.end() :].partition(". ")[0].strip(" .")
        part = part.strip()  # quotation marks may have stood around nothing but a space
        if not part or self._read_known(part):
            return bool(part)
        if match := _BRACKETED.fullmatch(part):
            return all(self.read_part(side.strip(), mark, loose=loose) for side in match.groups())
        if part.count("(") != part.count(")"):
            return False
        if self._read_via(part, mark, loose=loose):
            return True
        if (match := self.lexis.flag_start.match(part)) and match.end() < len(part):
            _add(self.found.flags, self.lexis.flags[fold(match[0].rstrip(" :/"))])
            giver = part[match.end() :].strip("\"'“”„«»‘’")
            return self.read_part(giver, mark, loose=True)
        return self._read_person(part) or self._read_organisation(part, loose=loose)

    def _read_known(self, part: str) -> bool:
        """Agencies, flags, positions, licences and handles: what is told by its very words."""
        found, folded = self.found, fold(part)
        if (agency := _agency(part)) is not None:
            _add(found.agencies, agency)
        elif folded in self.lexis.flags:
            _add(found.flags, self.lexis.flags[folded])
        elif match := _LICENSE.fullmatch(part):
            found.license = match[0]
        elif part[0] == "@" and " " not in part:
            found.photographers.append(part)
        else:
            return folded in self.lexis.roles
        return True

    def _read_via(self, part: str, mark: str, *, loose: bool) -> bool:
        """Read "X via Y"; other words than "via" count before agencies only."""
        for match in self.lexis.via.finditer(part):
            before, after = part[: match.start()].strip(" ,"), part[match.end() :].strip()
            agency = _agency(after)
            firm = match[0].strip().lower() == "via" and after.count(" ") < _MOST_WORDS
            if agency is None and not (firm and after[:1].isupper()):
                continue
            if before and not self.read_part(before, mark, loose=loose):
                return False
            if agency is not None and not before and mark in ("/", "//"):
                _add(self.found.agencies, agency)  # "@handle/via REUTERS": nobody else does
            else:
                _add(self.found.via, agency or after)
            self.found.chained = True
            return True
        return False

    def _read_person(self, part: str) -> bool:
        """A name, two names, a name with its job, or a name "for" or "on" somebody."""
        if is_wide(part[-1]):
            return self._read_wide(part)
        left, _, right = part.rpartition("-")
        if left and _agency(right) and self._read_pair(left, "-", right):
            return True
        if is_person(part, self.words):
            self.found.photographers.append(part)
            return True
        tokens = part.split()
        if len(tokens) > 2 * _MOST_WORDS:
            return False
        return any(
            self._read_pair(" ".join(tokens[:at]), tokens[at], " ".join(tokens[at + 1 :]))
            for at in range(1, len(tokens) - 1)
            if tokens[at] == "&" or (tokens[at].islower() and len(tokens[at]) < 5)
        )

    def _read_pair(self, left: str, link: str, right: str) -> bool:
        """Two names, or a name or handle and whom or where the picture was made for."""
        found, agency = self.found, _agency(right)
        if not (is_person(left, self.words) or (agency and " " not in left)):
            return False
        if link == "&" or link in self.lexis.conjunctions:
            if not is_person(right, self.words):
                return False
            found.photographers += [left, right]
        elif agency and (link == "-" or link in FOR or agency in agencies().picture):
            found.photographers.append(left)
            _add(found.agencies, agency)
            found.chained = True
        elif link in FOR and right[0].isupper() and right.count(" ") < _MOST_WORDS:
            found.photographers.append(left)
            found.organisations.append(right)
        else:
            return False
        return True

    def _read_wide(self, part: str) -> bool:
        """A name in a script without spaces, with what is glued to it: 新华社记者李明摄."""
        part = self.lexis.suffix.sub("", part).strip()
        for size in range(min(6, len(part) - 1), 1, -1):
            if (agency := agency_of(part[:size])) is not None:
                _add(self.found.agencies, agency)
                part = part[size:].strip()
                break
        job = False
        for role in self.lexis.role_ends:
            if part != role and (part.startswith(role) or part.endswith(role)):
                part, job = part.removeprefix(role).removesuffix(role).strip(), True
                break
        if not part or self._read_known(part):
            return True
        if is_name(part, self.words) or (job and 1 < len(part) < 5):
            self.found.photographers.append(part)
            return True
        return False

    def _read_organisation(self, part: str, *, loose: bool) -> bool:
        tokens = part.split()
        if loose and len(tokens) > 1 and tokens[0].islower() and len(tokens[0]) < 4:
            tokens, part = tokens[1:], part.partition(" ")[2]  # "courtesy of the Harbour Museum"
        if len(tokens) > _MOST_WORDS or part[-1] in "?!;…" or "?" in part or ":" in part:
            return False
        first = tokens[0]
        if fold(first) in self.lexis.questions:
            return False  # "Image: How ferries work"
        if first.islower() and first.isalnum() and len(tokens) < 3:
            if len(tokens) == 1 or tokens[1][0].isupper():
                self.found.handles.append(part)
                return True
        elif (loose or not _YEAR.search(part)) and self._is_titled(tokens, part, loose=loose):
            self.found.organisations.append(part)
            return True
        return False

    def _is_titled(self, tokens: list[str], part: str, *, loose: bool) -> bool:
        """Whether each word has a capital, small connecting words inside aside."""
        first = tokens[0]
        if is_wide(first[0]):
            return len(part) <= (14 if loose else 8) and not part.endswith(("。", "다", "た"))
        if first[0].islower() or not first[0].isalpha():
            return (loose and first[0].isdigit()) or ("." in first and len(tokens) == 1)  # mbl.is
        if loose and not self.lexis.titled and len(tokens) < 5:
            return True
        small = any(token[0].islower() and len(token) > 3 for token in tokens)
        return not (small or tokens[-1].islower() or tokens[-1].endswith("."))


def _agency(part: str) -> str | None:
    """The agency a part names; a department of it ("Getty Images Europe") counts as it."""
    agency = agency_of(part)
    for mark in " -":
        if agency is None and part.count(mark) == 2:
            agency = agency_of(part.rpartition(mark)[0])
    return agency or (agency_of(part[4:]) if part.startswith("The ") else None)


def _add(items: list[_T], item: _T) -> None:
    if item not in items:
        items.append(item)
