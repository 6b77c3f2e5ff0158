"""A limit round events: elements beyond it are not recorded, but their text is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlekit.limits import DEFAULTS
from articlekit.model import Warn
from articlekit.readers.elements import INLINE, KINDS, SILENT, TEMPLATE, TITLE
from articlekit.readers.events import Events

if TYPE_CHECKING:
    from articlekit.readers.events import Flat

_SKIPPED = frozenset([SILENT, TEMPLATE, TITLE])


def capped(events: Events, max_elements: int = DEFAULTS.max_elements) -> Events:  # noqa: C901 - one closure
    """Events that pass on `max_elements` elements, and of the others only where lines break.

    Kept apart from `flatten` so that pages of usual size do not pay for it.
    """
    start, end, data, close = events
    passed = beyond = silent = 0
    dropped: list[
        bool
    ] = []  # by open element beyond the limit: whether it was passed on as a break

    def start_capped(tag: str, attributes: dict[str, str]) -> None:
        nonlocal passed, beyond, silent
        if passed < max_elements:
            passed += 1
            start(tag, attributes)
            return
        beyond += 1
        kind = KINDS.get(tag, INLINE)
        if silent or (kind in _SKIPPED and "shadowrootmode" not in attributes):
            silent += 1
            start("style" if kind == SILENT else tag, attributes)  # scripts and films are recorded
        elif kind <= INLINE:
            dropped.append(False)
        else:
            dropped.append(True)
            _break()

    def end_capped(tag: str) -> None:
        nonlocal silent
        if silent:
            silent -= 1
            end(tag)
        elif not dropped:
            end(tag)
        elif dropped.pop():
            _break()

    def _break() -> None:
        start("br", {})
        end("br")

    def close_capped() -> Flat:
        flat = close()
        if beyond:
            message = f"more than {max_elements} elements: the others were read as text only"
            flat.warnings.append(Warn("max_elements", message, 0, beyond))
        return flat

    return Events(start_capped, end_capped, data, close_capped)
