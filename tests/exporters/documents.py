"""Articles to export, and strict readers of what they became."""

import re
from collections.abc import Iterator

import html5lib
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from articlekit import Article, Image
from articlekit.exporters.html import ATTRIBUTES, TAGS
from articlekit.model import (
    Attribution,
    Boilerplate,
    Byline,
    Caption,
    Code,
    Correction,
    Dateline,
    Embed,
    Headline,
    Kicker,
    ListItem,
    Mark,
    Paragraph,
    PhotoCredit,
    PullQuote,
    Quote,
    Span,
    Standfirst,
    Subheading,
    Table,
    TimeLine,
    Unknown,
)

KINDS = [Attribution, Boilerplate, Byline, Caption, Code, Correction, Dateline, Embed, Headline]
KINDS += [Kicker, ListItem, Paragraph, PhotoCredit, PullQuote, Quote, Standfirst, Subheading]
KINDS += [Table, TimeLine, Unknown]
NASTY = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg><style><img src=x onerror=alert(1)></style></svg>",
    "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=alert(1)&gt;'>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "</title><textarea></textarea><xmp></xmp><iframe srcdoc='x'></iframe>",
    "<!-- comment --> ]]> <![CDATA[x]]> <?php x ?> <!DOCTYPE x>",
    '" onmouseover="alert(1)',
    "' autofocus onfocus='alert(1)",
    "&lt;script&gt; &#60;script&#62; &amp;lt; &colon; &NewLine;",
    "[a](javascript:alert(1)) ![a](data:text/html,x) [b]: javascript:alert(1)",
    "<javascript:alert(1)> <https://example.com> https://example.com",
    "](javascript:alert(1)) ] [ ) ( ](<javascript:x>)",
    "`code` ``` ~~~ **a** _b_ __c__ ~~d~~ |x| $y$",
    "- item",
    "12. item",
    "1) item",
    "# heading #",
    "---",
    "===",
    "> quote",
    "\u202ereversed\u202c \u2066isolate",
    "\x00\x08\x1b control \x7f\x85",
    "\ud800 lone",
    "line one\n<b>line two</b>\n\n    indented\n\t<b>tab</b>",
    "这是**「重要」**的",
    "",
    " ",
]
URLS = [
    "https://example.com/a?x=1&y=2#z",
    "/news/1",
    "../a b.html",
    "mailto:desk@example.com",
    "tel:+3212345",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " \x01javascript:alert(1)",
    "java\nscript:alert(1)",
    "java\tscript:alert(1)",
    "java\x00script:alert(1)",
    "javascript&colon;alert(1)",
    "javascript&#58;alert(1)",
    "&#106;avascript:alert(1)",
    "vbscript:x",
    "data:text/html,<script>alert(1)</script>",
    "data:image/svg+xml;base64,PHN2Zz4=",
    "blob:x",
    "file:///etc/passwd",
    "https://[",
    "https://example.com/>\"'onmouseover=alert(1)",
    "https://example.com/)](javascript:alert(1))",
    "https://example.com/\\",
    "https://example.com/`<b>`",
    "//example.com/x",
    "https://example.com/\u202egpj.exe",
    "\ufeffjavascript:alert(1)",
    "https://example.com/\ud800",
    "",
]
TEXTS = st.one_of(st.sampled_from(NASTY), st.text(max_size=40), st.characters().map(str))
ADDRESSES = st.one_of(st.sampled_from(URLS), st.text(max_size=30))
RENDERERS = (
    MarkdownIt("commonmark", {"html": True}).enable("table"),
    MarkdownIt("js-default", {"html": True, "linkify": False}),
)
for renderer in RENDERERS:
    renderer.validateLink = lambda _: True  # the exporter must not lean on the renderer's filter
SAFE = ("http:", "https:", "mailto:", "tel:")


@st.composite
def articles(draw: st.DrawFn) -> Article:
    """Articles as a parser makes them, but of any text, with marks and pictures anywhere."""
    rows = draw(st.lists(st.tuples(st.sampled_from(KINDS), TEXTS), max_size=6))
    nodes, source = [], ""
    for kind, text in rows:
        span = Span(len(source), len(source) + len(text))
        source += text + "\n\n"
        more = {}
        if kind is Subheading:
            more = {"level": draw(st.integers(-1, 9))}
        if kind is ListItem:
            marker = draw(st.sampled_from([None, text[:2], "1.", "-"]))
            more = {
                "marker": marker,
                "ordered": draw(st.booleans()),
                "depth": draw(st.integers(-1, 4)),
            }
        if kind is Table:
            more = {"rows": tuple(draw(st.lists(st.tuples(TEXTS, TEXTS), max_size=2)))}
        if kind in {Quote, PullQuote} and draw(st.booleans()):
            at = draw(st.integers(span.start, span.end))
            more = {"attribution": Attribution(text=source[at : span.end], span=Span(at, span.end))}
        nodes.append(kind(text=text if kind is Code else " ".join(text.split()), span=span, **more))
    place = st.integers(-1, len(source) + 1)
    mark = st.builds(
        Mark,
        st.tuples(place, place).map(lambda pair: Span(min(pair), max(pair))),
        st.sampled_from(["link", "strong", "emphasis", "code", "superscript", "subscript"]),
        ADDRESSES,
    )
    image = st.builds(Image, ADDRESSES, st.none() | TEXTS, st.none() | st.integers(0, len(nodes)))
    return Article(
        source=source,
        nodes=tuple(nodes),
        language=draw(st.sampled_from([None, "en", "ar", 'en" onload="x'])),
        marks=tuple(sorted(draw(st.lists(mark, max_size=5)), key=lambda one: one.span.start)),
        images=tuple(draw(st.lists(image, max_size=3))),
    )


def elements(document: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Every element that a browser would see, whether as a page or put into one."""
    for read in (html5lib.parse, html5lib.parseFragment):
        for element in read(document, namespaceHTMLElements=False).iter():
            name = element.tag if isinstance(element.tag, str) else "comment"
            if name not in {"html", "head", "body", "DOCUMENT_FRAGMENT"}:
                yield name, dict(element.attrib)


def check_html(document: str) -> None:
    for name, attributes in elements(document):
        assert name in TAGS, (name, document)
        assert set(attributes) <= ATTRIBUTES, (attributes, document)
        check_urls(attributes)
    document.encode()


def check_urls(attributes: dict[str, str]) -> None:
    """The rule of the URL standard: cut controls, drop tabs and newlines, then look for a scheme."""
    for name in ("href", "src"):
        url = attributes.get(name, "")
        bare = re.sub(r"^[\x00-\x20]+|[\t\n\r]", "", url).lower()
        assert not re.match(r"[a-z][a-z0-9+.-]*:", bare) or bare.startswith(SAFE), url


MARKDOWN_TAGS = frozenset(
    [
        "a",
        "blockquote",
        "code",
        "em",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "img",
        "li",
        "ol",
        "p",
        "pre",
        "strong",
        "table",
        "tbody",
        "td",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)


def check_markdown(text: str) -> None:
    for renderer in RENDERERS:
        assert not any(_raw(token) for token in renderer.parse(text)), text
        for name, attributes in elements(renderer.render(text)):
            assert name in MARKDOWN_TAGS, (name, text)
            assert set(attributes) <= {"href", "src", "alt", "start", "title", "style"}, (
                attributes,
                text,
            )
            check_urls(attributes)


def _raw(token: object) -> bool:
    kinds = {token.type, *(child.type for child in token.children or ())}
    return bool(kinds & {"html_block", "html_inline"})
