"""What the elements of HTML do to text: which break lines, which hide what stands inside.

An element that is not listed runs on in its line, as browsers show elements that they do not know.
"""

from __future__ import annotations

INLINE, NARROW, WIDE, VOID, SILENT, CELL, PREFORMATTED, TEMPLATE, TITLE = range(9)
"""Inline runs on; narrow breaks a line; wide leaves a blank line round it; the others by name.

`flatten` compares these numbers: up to `INLINE` runs on, from `NARROW` to `WIDE` are blocks.
"""
TOLD, LINK, STRONG, EMPHASIS, CODE, SUPERSCRIPT, SUBSCRIPT = range(-1, -8, -1)
"""Inline elements that say something: of their text, or out of sight (`TOLD`)."""
MARKS: dict[int, str] = {
    LINK: "link",
    STRONG: "strong",
    EMPHASIS: "emphasis",
    CODE: "code",
    SUPERSCRIPT: "superscript",
    SUBSCRIPT: "subscript",
}
"""The names of marks."""

_NARROW = """
    html head body div li tr tbody thead tfoot dt dd form fieldset legend details summary dialog
    center address figcaption caption hgroup option optgroup select button textarea noscript dir
    menu search frameset listing picture-caption marquee colgroup
"""
_WIDE = """
    p h1 h2 h3 h4 h5 h6 ul ol dl table blockquote figure section article aside header footer nav
    main
"""
_VOID = "br hr img meta link base input wbr source area col embed param track"
_SILENT = """
    script style svg iframe object applet video audio canvas datalist noembed noframes annotation
    annotation-xml
"""

KINDS: dict[str, int] = {
    **dict.fromkeys(_NARROW.split(), NARROW),
    **dict.fromkeys(_WIDE.split(), WIDE),
    **dict.fromkeys(_VOID.split(), VOID),
    **dict.fromkeys(_SILENT.split(), SILENT),
    **dict.fromkeys(["td", "th"], CELL),
    **dict.fromkeys(["pre", "xmp", "plaintext"], PREFORMATTED),
    "template": TEMPLATE,
    "title": TITLE,
    **dict.fromkeys(["time", "amp-img"], TOLD),
    "a": LINK,
    **dict.fromkeys(["b", "strong"], STRONG),
    **dict.fromkeys(["i", "em"], EMPHASIS),
    "code": CODE,
    "sup": SUPERSCRIPT,
    "sub": SUBSCRIPT,
}
"""By tag; a tag that is missing is `INLINE`."""

KEEPS_LINES = frozenset(["h1", "h2", "h3", "h4", "h5", "h6", "figcaption", "caption", "td", "th"])
"""Where one `<br>` is a space: a heading set in two lines is still one heading."""
