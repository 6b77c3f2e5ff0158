"""What calls cost: CPU time, the best of several passes for each source, summed over the sources.

Times of a shared machine say little: `scripts/bench.py` shows them as ratios to a unit, which is
measured on the same sources in the same run.
"""

from __future__ import annotations

import gc
import math
import sys
from contextlib import contextmanager
from functools import wraps
from importlib.util import find_spec
from time import process_time
from typing import TYPE_CHECKING, Any

from lxml import etree

import articlekit
from articlekit import parser

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    Call = Callable[[Any], object]

PEERS = ("trafilatura", "resiliparse", "readability")
"""Extractors that are measured too where they are installed."""
PHASES = {
    "read": "_read",
    "draft": "open_draft",
    "settle": "settle",
    "assemble": "assemble",
    "about": "about",
}
"""The steps of `parse` beside the rules, and the functions that `parser` calls for them."""
FEWEST_TEXTS = 1024
"""Caches that hold so many entries are of texts; smaller ones are of tables, which stay."""


def best(
    sources: Sequence[Any], unit: Call, calls: dict[str, Call], passes: int
) -> tuple[float, dict[str, float]]:
    """The seconds of the unit and of each call over all sources; no source is met twice.

    The unit is short, so it is measured three times as often.
    """
    caches = text_caches()
    turns = [("", unit)] * 3 + list(calls.items())
    found: dict[str, list[float]] = {name: [math.inf] * len(sources) for name, _ in turns}
    for _ in range(passes):
        for number, source in enumerate(sources):
            for name, call in turns:
                forget(caches)
                found[name][number] = min(found[name][number], seconds(call, source))
    sums = {name: sum(least) for name, least in found.items()}
    return sums.pop(""), sums


def seconds(call: Call, source: object) -> float:
    """CPU time of one call, garbage left where it is, as `timeit` does."""
    gc.disable()
    try:
        begun = process_time()
        call(source)
        return process_time() - begun
    finally:
        gc.enable()


def forget(caches: Sequence[Any]) -> None:
    """Empty the caches of texts, as before a page that was never seen."""
    for cache in caches:
        cache.cache_clear()


def text_caches() -> list[Any]:
    """The caches in which modules keep what they read in texts."""
    names = ("articlekit", "htmldate", *PEERS)
    modules = [module for name, module in sys.modules.items() if name.split(".")[0] in names]
    caches = {
        id(value): value
        for module in modules
        for value in vars(module).values()
        if hasattr(value, "cache_clear") and hasattr(value, "cache_parameters")
    }
    return [
        cache
        for cache in caches.values()
        if (cache.cache_parameters()["maxsize"] or 0) >= FEWEST_TEXTS
    ]


def bare_parse(page: bytes) -> object:
    """The unit: what lxml needs for a tree of a page."""
    return etree.HTML(page)


def own_calls() -> dict[str, Call]:
    """What the library offers for pages."""
    return {
        "parse": articlekit.parse_html,
        "parse, to_json": lambda page: articlekit.parse_html(page).to_json(),
    }


def peer_calls() -> dict[str, Call]:
    """The same of the peers that are installed: the text, and the metadata of those that have any."""
    calls: dict[str, Call] = {}
    if find_spec("trafilatura"):
        import trafilatura

        calls["trafilatura"] = lambda page: trafilatura.bare_extraction(page, with_metadata=True)
    if find_spec("resiliparse"):
        from resiliparse.extract.html2text import extract_plain_text
        from resiliparse.parse.encoding import detect_encoding
        from resiliparse.parse.html import HTMLTree

        calls["resiliparse"] = lambda page: extract_plain_text(
            HTMLTree.parse_from_bytes(page, detect_encoding(page)), main_content=True
        )
    if find_spec("readability"):
        import readability

        calls["readability"] = lambda page: readability.Document(page.decode()).summary()
    return calls


def by_step(pages: Sequence[bytes], passes: int) -> dict[str, float]:
    """The seconds of each phase and rule of `parse`, and of `to_json`."""
    caches = text_caches()
    least: dict[tuple[str, int], float] = {}
    for _ in range(passes):
        for number, page in enumerate(pages):
            forget(caches)
            with stopwatch() as spent:
                article = articlekit.parse_html(page)
            spent["json"] = seconds(articlekit.Article.to_json, article)
            for name, time in spent.items():
                least[name, number] = min(time, least.get((name, number), math.inf))
    steps: dict[str, float] = {}
    for (name, _), time in least.items():
        steps[name] = steps.get(name, 0.0) + time
    return steps


@contextmanager
def stopwatch() -> Iterator[dict[str, float]]:
    """Fill in what the steps of `parse` take while it is open, by the names of phases and rules."""
    spent: dict[str, float] = {}

    def timed(name: str, step: Callable[..., Any], *, listed: bool = False) -> Callable[..., Any]:
        @wraps(step)
        def call(*given: object, **named: object) -> object:
            begun = process_time()
            told = step(*given, **named)
            told = list(told) if listed else told
            spent[name] = spent.get(name, 0.0) + process_time() - begun
            return told

        return call

    saved = {own: getattr(parser, own) for own in (*PHASES.values(), "RULES")}
    for name, own in PHASES.items():
        setattr(parser, own, timed(name, saved[own]))
    parser.RULES = tuple(timed(rule.__name__, rule, listed=True) for rule in saved["RULES"])
    try:
        yield spent
    finally:
        for own, value in saved.items():
            setattr(parser, own, value)
