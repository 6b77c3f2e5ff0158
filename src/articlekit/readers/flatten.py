"""Three events in, blocks out: `start`, `end` and `data` of a parser or of a tree that is replayed.

This is the hot path: a page fires some 3,000 events, and each costs a share of the parse. So the
events are closures over local lists; `data` is `list.append`; elements are columns of numbers;
and inline elements are remembered by the positions of their pieces, weighed only when their block
ends.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlekit.limits import DEFAULTS
from articlekit.page import Block, Elements, Head, Mark, Picture
from articlekit.readers import head as heads
from articlekit.readers.cuts import DEEPEST_INLINE, cut_blocks, cut_scripts
from articlekit.readers.elements import (
    CELL,
    INLINE,
    KEEPS_LINES,
    KINDS,
    LINK,
    MARKS,
    PREFORMATTED,
    STRONG,
    TEMPLATE,
    TITLE,
    TOLD,
    VOID,
    WIDE,
)
from articlekit.readers.events import Events, Flat
from articlekit.readers.images import address_of, is_pixel
from articlekit.readers.lines import NEXT_CELL, ends_in_break, laid_out, moved
from articlekit.readers.marks import weigh

if TYPE_CHECKING:
    from collections.abc import Callable

    from articlekit.readers.marks import Extent


def flatten(  # noqa: C901, PLR0915 - one closure: see top
    max_blocks: int = DEFAULTS.max_blocks, max_script_length: int = DEFAULTS.max_script_length
) -> Events:
    """Open a reader of one page: call its events, then `close` for what they came to."""
    parents: list[int] = []
    tags: list[str] = []
    attributes: list[dict[str, str] | None] = []
    head = Head()
    blocks: list[Block] = []
    parts: list[str] = []  # of the source
    marks: list[Mark] = []
    pictures: list[Picture] = []
    buf: list[str] = []  # pieces of the block that is open
    opens: list[int] = []  # by open inline element: the piece where it begins
    extents: list[Extent] = []  # inline elements that ended in the block that is open
    stale = 0  # so many of `opens` began before the block that is open
    cur = -1  # the element that is open
    at = 0  # the length of the source
    wide = True  # whether a blank line stands before the next block
    preformatted = 0
    celled = full = False
    deep = 0  # blocks in which more inline elements are open than are looked at
    broken_at = -1  # how many blocks there were at the last line break
    silent = 0  # how many elements are open in a stretch that is not text
    silent_from = 0
    shelf: list[str] | None = None  # where the text of a silent stretch is kept
    titles: list[str] = []
    held: tuple[int, str] | None = None  # the address of a `<source>` and its parent

    kind_of = KINDS.get
    add_parent, add_tag, add_attributes = parents.append, tags.append, attributes.append
    add_picture = pictures.append
    open_inline, close_inline, add_extent = opens.append, opens.pop, extents.append
    add_block, add_part, add_mark = blocks.append, parts.append, marks.append

    def flush() -> None:  # noqa: C901, PLR0912, PLR0915 - see top
        nonlocal at, wide, stale, celled, full
        if full:
            buf.append("\n")  # no more blocks: all other text goes to the last one, see `close`
            return
        joined = "".join(buf) if len(buf) > 1 else buf[0]
        text = joined.strip()
        if text:
            # Splitting into words is dear: most text holds no other white space than single spaces.
            if "  " in text or not text.isprintable():
                text = " ".join(text.split())
            shown = laid_out(joined, celled=celled) if celled or preformatted else text
            if parts:
                lead = "\n\n" if wide else "\n"
                add_part(lead)
                at += len(lead)
            add_part(shown)
            element, linked, strong = cur, 0, 0
            if celled and tags[cur] in ("td", "th"):
                element = parents[cur]
            if opens:
                element = close_open(element)
            if extents:
                first, behind = 0, len(buf)
                while buf[first].isspace():
                    first += 1
                while buf[behind - 1].isspace():
                    behind -= 1
                for begin, stop, _, _ in extents:
                    if begin > first or stop < behind:
                        known = len(marks)
                        inner, linked, strong = weigh(
                            buf, joined, text, extents, attributes, at, marks
                        )
                        if len(shown) != len(text):
                            marks[known:] = moved(marks[known:], at, shown)
                        element = max(element, inner)
                        break
                else:
                    # Most often a whole line is one link, with or without a span inside.
                    for _, _, number, kind in extents:
                        if number > element:  # noqa: PLR1730 - a call of max costs more
                            element = number
                        if kind == LINK:
                            link = attributes[number]
                            if link is not None and "href" in link:
                                linked = len(text)
                                add_mark(Mark(at, at + len(shown), "link", link["href"]))
                        elif kind < LINK:
                            add_mark(Mark(at, at + len(shown), MARKS[kind]))
                            if kind == STRONG:
                                strong = len(text)
            end = at + len(shown)
            add_block(Block(at, end, text, wide, 0, 0, element, linked, strong))
            at = end
            wide = False
            full = len(blocks) >= max_blocks
        buf.clear()
        celled = False
        if extents:
            extents.clear()
        if opens:
            stale = len(opens)

    def close_open(element: int) -> int:
        """Count inline elements that go on behind the block; the innermost block element."""
        nonlocal deep
        home = -1
        left = len(opens)
        at = element
        for _ in range(DEEPEST_INLINE):
            kind = kind_of(tags[at], INLINE)
            if kind > INLINE:
                home = max(home, at)
            else:
                left -= 1
                begin = opens[left] if left >= stale else 0
                if begin < len(buf):
                    add_extent((begin, len(buf), at, kind))
            at = parents[at]
            if (left == 0 and home >= 0) or at < 0:
                break
        else:
            deep += left > 0
        return home if home >= 0 else element

    def start(tag: str, found: dict[str, str]) -> None:  # noqa: C901, PLR0912 - see top
        nonlocal cur, wide, silent
        if silent:
            silent += 1
            return
        kind = kind_of(tag, 0)
        if kind <= INLINE:
            open_inline(len(buf))
            if kind == TOLD:
                if tag == "amp-img":
                    add_picture(
                        Picture(len(blocks), len(tags), address_of(found), found.get("alt"))
                    )
                elif "datetime" in found:
                    head.times.append((found["datetime"], len(tags)))
        elif kind <= WIDE:
            if buf:
                # Most often only white space stands between two blocks: no call for that.
                if opens or extents or len(buf) > 1 or not buf[0].isspace():
                    flush()
                else:
                    buf.clear()
            if kind == WIDE:
                wide = True
        elif kind == VOID:
            act = void(tag)
            if act is not None:
                act(found)
            return
        elif not special(kind, tag, found):
            return
        add_parent(cur)
        cur = len(tags)
        add_tag(tag)
        if found:
            add_attributes(found)
            if "itemprop" in found or "property" in found:
                heads.take_property(head, found, cur)
        else:
            add_attributes(None)

    def end(tag: str) -> None:  # noqa: C901, PLR0912 - see top
        nonlocal cur, wide, silent, stale, preformatted
        if silent:
            silent -= 1
            if not silent:
                leave()
            return
        kind = kind_of(tag, 0)
        if kind <= INLINE:
            begin = close_inline()
            if len(opens) < stale:
                begin, stale = 0, len(opens)
            if begin < len(buf):
                add_extent((begin, len(buf), cur, kind))
        elif kind <= WIDE:
            if buf:
                # Most often only white space stands between two blocks: no call for that.
                if opens or extents or len(buf) > 1 or not buf[0].isspace():
                    flush()
                else:
                    buf.clear()
            if kind == WIDE:
                wide = True
        elif kind == VOID:
            return
        elif kind != CELL:
            if buf:
                flush()
            if kind == PREFORMATTED:
                preformatted -= 1
                wide = True
        cur = parents[cur]

    def special(kind: int, tag: str, found: dict[str, str]) -> bool:  # noqa: C901 - see top
        """Start an element that does more than break lines; whether it may hold others."""
        nonlocal silent, silent_from, shelf, wide, preformatted, celled
        if kind == CELL:
            if len(buf) > 1 or (buf and not buf[0].isspace()):
                buf.append(NEXT_CELL)
                celled = True
            return True
        if kind == PREFORMATTED:
            if buf:
                flush()
            preformatted += 1
            wide = True
            return True
        if kind == TEMPLATE and "shadowrootmode" in found:
            if buf:
                flush()
            return True
        silent, silent_from = 1, len(buf)
        if tag == "script":
            record(tag, found)
            shelf = heads.shelf_of(head, found)
        elif kind == TITLE:
            shelf = titles
        elif tag == "video":
            if poster := found.get("poster"):
                add_picture(Picture(len(blocks), len(tags), poster, found.get("alt")))
            record(tag, found)
        return False

    def leave() -> None:
        """Come back to text: what was not text is dropped, or kept where data belongs."""
        nonlocal shelf
        if shelf is not None:
            text = "".join(buf[silent_from:])
            if shelf is titles:
                titles.append(text)
            else:
                heads.shelve(head, shelf, text, len(tags) - 1, max_script_length)
            shelf = None
        del buf[silent_from:]

    def line_break(_: dict[str, str]) -> None:
        nonlocal wide, broken_at
        if preformatted:
            buf.append("\n")
            return
        home = cur
        for _depth in range(DEEPEST_INLINE):
            if home < 0 or kind_of(tags[home], INLINE) > INLINE:
                break
            home = parents[home]
        if home >= 0 and tags[home] in KEEPS_LINES and not ends_in_break(buf):
            buf.append("\n")
            return
        if buf:
            flush()
        if broken_at == len(blocks):
            wide = True  # two in a row leave a blank line
        broken_at = len(blocks)

    def rule(_: dict[str, str]) -> None:
        nonlocal wide
        if buf:
            flush()
        wide = True

    def hold(found: dict[str, str]) -> None:
        nonlocal held
        address = address_of(found)
        if address:
            held = cur, address

    def image(found: dict[str, str]) -> None:
        address = address_of(found)
        if held is not None and held[0] == cur and (not address or address.startswith("data:")):
            address = held[1]
        if not is_pixel(found):
            add_picture(Picture(len(blocks), len(tags), address, found.get("alt")))
        record("img", found)

    def record(tag: str, found: dict[str, str]) -> None:
        """Record an element that holds no other."""
        add_parent(cur)
        add_tag(tag)
        add_attributes(found or None)
        if "itemprop" in found or "property" in found:
            heads.take_property(head, found, len(tags) - 1)

    voids: dict[str, Callable[[dict[str, str]], None]] = {
        "br": line_break,
        "hr": rule,
        "img": image,
        "source": hold,
        "meta": lambda found: heads.take_meta(head, found, cur),
        "link": lambda found: heads.take_link(head, found, cur),
        "base": lambda found: heads.take_base(head, found),
    }

    void = voids.get

    def close() -> Flat:
        nonlocal full, head
        full = False
        if buf:
            flush()
        warnings = [*cut_blocks(blocks, max_blocks, deep), *cut_scripts(head, max_script_length)]
        head.title = " ".join(titles[0].split()) if titles else ""
        # A parser of lxml is freed by the garbage collector only, and these closures with it: so
        # what they found is handed over whole, and they keep nothing of the page.
        elements = Elements(parents[:], tags[:], attributes[:])
        head.language = heads.language_of(elements)
        flat = Flat("".join(parts), blocks[:], elements, head, marks[:], pictures[:], warnings)
        for kept in (parents, tags, attributes, parts, blocks, marks, pictures, titles):
            kept.clear()
        head = Head()
        return flat

    return Events(start, end, buf.append, close)
