"""Who made the lead picture of an article, as its feed states it: metadata in, credit out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from articlekit.choose.image import keys_of
from articlekit.grammar.credit.reader import read_credit
from articlekit.model import Evidence, PhotoCredit, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from articlekit.figures import Image
    from articlekit.language import Language
    from articlekit.metadata import Metadata

ORIGIN = "entry"
_SURENESS = 0.9


def choose_credit(metadata: Metadata, lead: Image | None, words: Language) -> PhotoCredit | None:
    """The stated credit of the lead picture: its own, or else that of all pictures."""
    if lead is None:
        return None
    own = (one.credit for one in metadata.images if one.url == lead.url)
    text = next(own, None) or metadata.credit
    if text is None:
        return None
    credit = PhotoCredit(
        text=text, span=Span(0, 0), confidence=_SURENESS, evidence=(Evidence(ORIGIN),)
    )
    reading = read_credit(text, words) or read_credit(f"Photo: {text}", words)
    return credit if reading is None else replace(credit, **reading.parts())


def with_credit(images: Sequence[Image], lead: Image, credit: PhotoCredit) -> tuple[Image, ...]:
    """Pictures of the story, the one that is the lead picture with its credit."""
    keys = keys_of(lead.url)
    return tuple(
        replace(image, credit=credit)
        if image.url == lead.url or not keys.isdisjoint(keys_of(image.url))
        else image
        for image in images
    )
