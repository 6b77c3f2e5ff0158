"""Streams: in pieces, without sizes, and of anything but text."""

from __future__ import annotations

import io

import pytest

import articlekit
from articlekit.errors import InputTypeError
from articlekit.readers.streams import read_stream


class Pieces:
    """A connection that gives what it has, whatever it is asked for."""

    def __init__(self, *parts: object) -> None:
        self.parts = list(parts)

    def read(self, _: int) -> object:
        return self.parts.pop(0) if self.parts else b""


class Sizeless:
    def read(self) -> bytes:
        return b"Council votes"


@pytest.mark.parametrize(
    ("stream", "most", "expected"),
    [
        (io.BytesIO(b"Council"), 3, b"Coun"),
        (io.BytesIO(b"Council"), 7, b"Council"),
        (io.StringIO("Council"), 100, "Council"),
        (io.StringIO(""), 100, ""),
        (io.BytesIO(b""), 100, b""),
        (Pieces(b"Cou", b"nc", b"il"), 100, b"Council"),
        (Pieces(b"Cou", bytearray(b"ncil votes")), 4, b"Council votes"),
        (Pieces(b"Cou", None, b"ncil"), 100, b"Cou"),
        (Pieces(None), 100, None),
        (Pieces(5), 100, 5),
        (Sizeless(), 3, b"Council votes"),
    ],
)
def test_a_stream_is_read_as_far_as_needed(stream: object, most: int, expected: object) -> None:
    assert read_stream(stream, most) == expected


def test_streams_of_anything_else_are_refused() -> None:
    for stream in (Pieces(None), Pieces(5), Pieces(b"a", "b"), Pieces("a", b"b", "")):
        with pytest.raises(InputTypeError):
            articlekit.parse(stream)


def test_what_a_stream_has_beyond_the_limit_is_cut() -> None:
    article = articlekit.parse(Sizeless(), limits=articlekit.Limits(max_bytes=7))

    assert article.source == "Council"
    assert [warning.kind for warning in article.warnings] == ["max_bytes"]
