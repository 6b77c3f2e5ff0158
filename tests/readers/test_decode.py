"""Bytes to text."""

import pytest

from articlekit.readers.decode import cut_between_characters, decode

CASES = [
    ("plain UTF-8", "Größe".encode(), None, "Größe", "utf-8", "valid UTF-8"),
    ("mark", b"\xef\xbb\xbfa", None, "a", "utf-8", "byte order mark"),
    ("UTF-16 mark", b"\xff\xfea\x00", None, "a", "utf-16-le", "byte order mark"),
    ("transport", "é".encode("latin-1"), "ISO-8859-1", "é", "windows-1252", "transport"),
    ("quotes", b"\x93a\x94", None, "“a”", "windows-1252", "fallback"),
    (
        "a damaged character",
        "été, voilà, où, dès ".encode() + b"caf\xe9",
        None,
        "été, voilà, où, dès caf\ufffd",
        "utf-8",
        "nearly all valid UTF-8",
    ),
    (
        "a stale label and a damaged character",
        b"<meta charset=latin1>" + "Größe, Höhe, Länge, Übel ".encode() + b"M\xfc",
        None,
        "<meta charset=latin1>Größe, Höhe, Länge, Übel M\ufffd",
        "utf-8",
        "nearly all valid UTF-8",
    ),
    (
        "just enough whole characters to tell",
        "éàéàé ".encode() + b"caf\xe9",
        None,
        "éàéàé caf\ufffd",
        "utf-8",
        "nearly all valid UTF-8",
    ),
    (
        "one whole character too few",
        "éàéà ".encode() + b"caf\xe9",
        None,
        "Ã©Ã\xa0Ã©Ã\xa0 café",
        "windows-1252",
        "fallback",
    ),
    (
        "too few whole characters to tell",
        "é à ".encode() + b"caf\xe9",
        None,
        "Ã© Ã\xa0 café",
        "windows-1252",
        "fallback",
    ),
    (
        "declared",
        b'<meta charset="gb2312">' + "中文".encode("gb18030"),
        None,
        '<meta charset="gb2312">中文',
        "gbk",
        "declared",
    ),
    (
        "declared by XML",
        '<?xml version="1.0" encoding="windows-1251"?>да'.encode("cp1251"),
        None,
        '<?xml version="1.0" encoding="windows-1251"?>да',
        "windows-1251",
        "declared",
    ),
    (
        "unknown label",
        b'<meta charset="rot13">\xe9',
        None,
        '<meta charset="rot13">é',
        "windows-1252",
        "fallback",
    ),
    (
        "stale label",
        b"<meta charset=latin1>\xc3\xa9",
        None,
        "<meta charset=latin1>é",
        "utf-8",
        "valid UTF-8",
    ),
]


@pytest.mark.parametrize(("name", "data", "transport", "text", "encoding", "reason"), CASES)
def test_decode(
    name: str, data: bytes, transport: str | None, text: str, encoding: str, reason: str
) -> None:
    found = decode(data, transport)

    assert (found.text, found.encoding, found.reason) == (text, encoding, reason), name


def test_wide_encodings_are_told_without_a_label() -> None:
    text = "<p>Rat stimmt für die Mauer</p>" * 5

    for encoding in ("utf-16", "utf-16-le", "utf-16-be", "utf-32"):
        assert decode(text.encode(encoding)).text == text
    assert decode(b"\0" * 100).reason != "every other byte is NUL"
    assert decode(b"a\0b").text == "a\0b"


def test_of_very_few_bytes_nothing_is_told_by_their_look() -> None:
    assert decode("<p>Wall!".encode("utf-16-le")).encoding == "utf-16-le"
    assert decode(b"<\0p\0>\0W\0a\0l\0l\0.").text == "<\0p\0>\0W\0a\0l\0l\0."


@pytest.mark.parametrize(
    ("data", "most", "kept"),
    [
        ("né né".encode(), 2, b"n"),
        ("né né".encode(), 3, "né".encode()),
        ("a€ ".encode(), 3, b"a"),
        ("a€ ".encode(), 4, "a€".encode()),
        ("a😀 ".encode(), 4, b"a"),
        (b"ab" + b"\x80" * 9, 6, b"ab\x80"),  # no UTF-8: a character has four bytes at most
        (b"\x80" * 9, 2, b""),
        (b"abcdef", 4, b"abcd"),
        (b"caf\xe9 noir", 4, b"caf\xe9"),
    ],
)
def test_bytes_are_cut_between_characters(data: bytes, most: int, kept: bytes) -> None:
    assert cut_between_characters(data, most) == kept
