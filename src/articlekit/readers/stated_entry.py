"""What an entry or a message states, as candidates: an `Entry` in, a filled `Gathering` out.

A feed names authors. A message names its sender, which may be a person, a house or a newsletter.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from articlekit.grammar.byline.words import byline_lexis, is_organisation
from articlekit.grammar.names import SHAPE, name_strength
from articlekit.model import Warn
from articlekit.pattern import lazy
from articlekit.readers.moments import read_moment
from articlekit.readers.stated_text import clean

if TYPE_CHECKING:
    from articlekit.entry import Entry
    from articlekit.model import Author, Timestamp
    from articlekit.readers.gathering import Gathering

_OF = lazy(r"\s+(?:from|at|of|von|bei|vom|de|chez|di|via)\s+|\s*[|•·,/]\s+|\s+[–—-]\s+", 2)
"""What stands between the sender of a newsletter and its name: "Jane Roe from The Herald"."""
_LONGEST_NAME = 4


def gather_entry(entry: Entry, into: Gathering) -> None:
    """Put what an entry states before the candidates of its content."""
    origin = entry.origin
    into.text("headlines", entry.title, origin)
    into.text("descriptions", entry.summary, origin)
    if origin == "mail":
        _gather_sender(entry, into)
    else:
        into.people([one for stated in entry.authors for one in _read(stated, into)], origin)
    into.text("site_names", entry.site_name, origin)
    for field, stamp in (("published", entry.published), ("modified", entry.modified)):
        if stamp is not None:
            into.moments[field].append(_moment(stamp, into))
    for image in entry.images:
        into.image(image.url, origin, image.width, image.height, image.credit)
    for tag in entry.tags:
        into.tag(tag, split=len(entry.tags) == 1)


def _read(stated: Author, into: Gathering) -> tuple[Author, ...]:
    """The authors of one stated name; address and mail belong to one person."""
    found = into.read_names(stated.name)
    if len(found) != 1:
        return found
    email = found[0].email or stated.email
    return (replace(found[0], email=email, url=found[0].url or stated.url),)


def _gather_sender(entry: Entry, into: Gathering) -> None:
    """A person who sends is the author, anything else is the name of the site."""
    for sender in entry.authors:
        name, *of = _OF.split(sender.name, maxsplit=1)
        if _is_person(name, into):
            into.people([replace(sender, name=clean(name))], entry.origin)
            name = of[0] if of else ""
        else:
            name = sender.name
        if name and "@" not in name:
            into.text("site_names", name, entry.origin)


def _is_person(name: str, into: Gathering) -> bool:
    """Whether a name is surely that of a person: two words or more, and none of them a house's."""
    words = into.words
    few = 1 < len(name.split()) <= _LONGEST_NAME
    house = is_organisation(name, byline_lexis(words.code))
    return few and not house and name_strength(name, words) >= SHAPE


def _moment(stamp: Timestamp, into: Gathering) -> Timestamp:
    """A moment as read, with the words of the language where figures alone did not do."""
    if stamp.value is None:
        stamp = read_moment(stamp.raw, into.words, stamp.origin) or stamp
    if stamp.value is None:
        into.unread.append(Warn("date", f"the date {stamp.raw!r} cannot be read"))
    return stamp
