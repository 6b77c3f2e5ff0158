"""Pictures of an article, joined with the captions and credits that stand beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from articlekit.model import (
    STORY,
    Attribution,
    Boilerplate,
    Byline,
    Caption,
    Headline,
    Node,
    PhotoCredit,
    PullQuote,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

_STORY = (*STORY, PullQuote, Attribution)
_BESIDE = (Caption, PhotoCredit)
_IN_PASSING = frozenset({"ads", "share", "tools", "tags", "comments"})
"""Boilerplate that has no pictures of its own: a picture before it belongs to the story."""


class Image(Struct, frozen=True):
    """A picture of the article, by its address.

    `before` is the index in `Article.nodes` of the node that follows it (the number of nodes for a
    picture behind the last one), `None` for a picture that only metadata names.
    """

    url: str
    """The whole address, where the address of the page is known."""
    alt: str | None = None
    """What the page says for those who do not see it."""
    before: int | None = None
    """Where it stands among the nodes."""
    credit: PhotoCredit | None = None
    """Who made it, as a feed states beside it; its span is empty."""


class Figure(Struct, frozen=True):
    """A picture with what stands under it."""

    caption: Caption | None = None
    """The line that tells what is seen."""
    credit: PhotoCredit | None = None
    """The line that tells who made or supplied it."""
    url: str | None = None
    """The address of the picture; `None` in raw text."""
    alt: str | None = None
    """What the page says for those who do not see it."""


class Placed(Struct, frozen=True):
    """A figure, the index of the node before which it stands, and the nodes it is made of."""

    figure: Figure
    at: int
    nodes: tuple[int, ...] = ()


def place_figures(
    nodes: Sequence[Node], images: Sequence[Image] = (), lead: Image | None = None
) -> tuple[Placed, ...]:
    """Join pictures, captions and credits, in reading order.

    A picture takes the caption and the credit that stand right after it, else those right before
    it. A picture without either is a figure when it is the lead image or stands inside the story.
    """
    placed = [image for image in images if image.before is not None]
    ordered = sorted(placed, key=lambda image: image.before or 0)
    taken: set[int] = set()
    found: list[Placed] = []
    story = _story(nodes)
    for number, image in enumerate(ordered):
        at = min(max(image.before or 0, 0), len(nodes))
        last = number + 1 == len(ordered) or ordered[number + 1].before != image.before
        beside = _run(nodes, at, 1, taken) if last else ()
        beside = beside or _run(nodes, at - 1, -1, taken)
        leads = lead is not None and image.url == lead.url
        if beside or leads or (at in story and not _shows_else(nodes[at])):
            taken.update(beside)
            found.append(_placed(nodes, beside, at, image))
    found.extend(_without_picture(nodes, taken))
    return tuple(sorted(found, key=lambda placed: placed.at))


def _run(nodes: Sequence[Node], at: int, step: int, taken: set[int]) -> tuple[int, ...]:
    """A caption and a credit, or one of them, from `at` on; nothing when they are taken."""
    found: list[int] = []
    while 0 <= at < len(nodes) and at not in taken and len(found) < len(_BESIDE):
        node = nodes[at]
        if not isinstance(node, _BESIDE) or any(type(nodes[i]) is type(node) for i in found):
            break
        found.append(at)
        at += step
    return tuple(sorted(found))


def _placed(
    nodes: Sequence[Node], beside: Sequence[int], at: int, image: Image | None = None
) -> Placed:
    parts = [nodes[index] for index in beside]
    figure = Figure(
        next((part for part in parts if isinstance(part, Caption)), None),
        next(
            (part for part in parts if isinstance(part, PhotoCredit)),
            image.credit if image else None,
        ),
        image.url if image else None,
        image.alt if image else None,
    )
    return Placed(figure, min([at, *beside]), tuple(beside))


def _without_picture(nodes: Sequence[Node], taken: set[int]) -> list[Placed]:
    """Captions with the credit right behind them, for which no picture is known."""
    found: list[Placed] = []
    caption: int | None = None
    for index, node in enumerate(nodes):
        mine = isinstance(node, _BESIDE) and index not in taken
        if mine and isinstance(node, PhotoCredit):
            beside = (index,) if caption is None else (caption, index)
            found.append(_placed(nodes, beside, index))
            caption = None
            continue
        if caption is not None:
            found.append(_placed(nodes, (caption,), caption))
        caption = index if mine else None
    if caption is not None:
        found.append(_placed(nodes, (caption,), caption))
    return found


def _story(nodes: Sequence[Node]) -> range:
    """Where pictures may stand: behind the headline, up to the last node of the story."""
    story = [index for index, node in enumerate(nodes) if isinstance(node, _STORY)]
    if not story:
        return range(0)
    heads = (index for index, node in enumerate(nodes) if isinstance(node, Headline))
    return range(min(next(heads, story[0] - 1), story[0] - 1) + 1, story[-1] + 1)


def _shows_else(node: Node) -> bool:
    """Whether a picture before this node shows something else than the story.

    A picture before a byline shows the author; teasers and biographies have pictures of their own.
    """
    if isinstance(node, Boilerplate):
        return node.kind not in _IN_PASSING
    return isinstance(node, Byline)
