"""Links and emphasis as stretches of the source."""

import pytest

from articlekit.readers.html import read_html


def marked(markup: str) -> list[tuple[str, str, str | None]]:
    page = read_html(markup)
    assert page.markup is not None
    return [
        (mark.kind, page.source[mark.start : mark.end], mark.target) for mark in page.markup.marks
    ]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<p>a <a href=/x>b</a> c</p>", [("link", "b", "/x")]),
        ("<p>a<a href=/x> b </a>c</p>", [("link", "b", "/x")]),
        ("<p>\n a  \n<a href=/x>b  c</a>\n d\n</p>", [("link", "b c", "/x")]),
        ("<p>a <a href=/x>b <b>c</b></a></p>", [("strong", "c", None), ("link", "b c", "/x")]),
        ("<p><a href=/x><b>a</b></a></p>", [("strong", "a", None), ("link", "a", "/x")]),
        ("<p>\n<a href=/x>a</a>\n</p>", [("link", "a", "/x")]),
        ("<p><a name=x>a</a> <a href=/x> </a></p>", []),
        ("<p>a<em>b</em><i>c</i><code>d</code></p>", [("emphasis", "b", None), ("emphasis", "c", None), ("code", "d", None)]),
        ("<p>E = mc<sup>2</sup> H<sub>2</sub>O</p>", [("superscript", "2", None), ("subscript", "2", None)]),
        ("<p>\xa0a \xa0<b>b</b></p>", [("strong", "b", None)]),
        ("<a href=/x>a<p>b</p></a>", [("link", "a", "/x"), ("link", "b", "/x")]),
        ("<b>a<div>b<div>c", [("strong", "a", None), ("strong", "b", None), ("strong", "c", None)]),
        ("<tr><td>a  b<td><td><b>c</b> d</tr>", [("strong", "c", None)]),
        ("<pre>a\n\n <b>b\n  c</b> d</pre>", [("strong", "b\n  c", None)]),
        ("<pre><code>a\n\n  b</code></pre>", [("code", "a\n\n  b", None)]),
        ("<p><b>a</i>b</b>c</p>", [("strong", "ab", None)]),
        ("<p>x</p><p>a <b>b</b></p>", [("strong", "b", None)]),
    ],
)  # fmt: skip
def test_marks_cover_what_stands_in_the_element(
    markup: str, expected: list[tuple[str, str, str | None]]
) -> None:
    assert marked(markup) == expected
