"""What may be handed in: files, responses, archives, trees."""

import gzip
import io
from collections.abc import Mapping
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from lxml import etree

import articlekit
from articlekit.errors import InputTypeError
from articlekit.readers.source import read_source

MOST = 10_000
MARKUP = "<html><body><p>Größe</p></body></html>"
ARCHIVE = (
    b"From: <Saved by a browser>\r\nSnapshot-Content-Location: https://example.com/whole\r\n"
    b"Subject: A page\r\nMIME-Version: 1.0\r\n"
    b'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="=part"\r\n\r\n\r\n'
    b"--=part\r\nContent-Type: text/css\r\n\r\np {}\r\n"
    b"--=part\r\nContent-Type: text/html; charset=iso-8859-1\r\n"
    b"Content-Transfer-Encoding: quoted-printable\r\n"
    b"Content-Location: https://example.com/page\r\n\r\n<p>Gr=F6=DFe</p>=\r\n<p>b</p>\r\n"
    b"--=part--\r\n"
)


class Requests:
    """As requests and httpx have it."""

    def __init__(self, content: object, kind: str = "text/html; charset=ISO-8859-1") -> None:
        self.content = content
        self.headers = {"Server": "x", "Content-Type": kind}
        self.url = "https://example.com/page"

    def read(self) -> object:
        return self.content


class Scrapy:
    """As Scrapy has it: names and values are bytes, values are lists."""

    body = MARKUP.encode("latin-1")
    headers: Mapping[bytes, list[bytes]] = {b"Content-Type": [b"text/html;charset=latin1"]}
    url = "https://example.com/page"


class Streamed:
    headers: Mapping[str, str] = {}

    @property
    def content(self) -> bytes:
        raise RuntimeError("closed")


class Opened(io.BytesIO):
    """As urllib has it."""

    headers: Mapping[str, str] = {"content-type": "text/html; charset='latin1'"}
    url = "https://example.com/page"


@pytest.mark.parametrize(
    "response",
    [
        Requests(MARKUP.encode("latin-1")),
        Scrapy(),
        Opened(MARKUP.encode("latin-1")),
    ],
)
def test_responses_give_content_charset_and_address(response: object) -> None:
    found = read_source(response, max_bytes=MOST)

    assert found.text == MARKUP
    assert (found.encoding, found.reason) == ("windows-1252", "transport")
    assert found.url == "https://example.com/page"
    assert articlekit.parse(response).url == "https://example.com/page" or isinstance(
        response, io.BytesIO
    )
    assert articlekit.parse(Requests(b"x"), url="https://a.example").url == "https://a.example"


def test_a_response_that_was_streamed_away_is_refused() -> None:
    with pytest.raises(InputTypeError, match="cannot be read: closed"):
        read_source(Streamed(), max_bytes=MOST)


def test_objects_with_headers_and_no_content_are_refused() -> None:
    with pytest.raises(InputTypeError, match="HTTP response that was read"):
        read_source(Requests("not bytes", "text/plain").headers, max_bytes=MOST)


@pytest.mark.parametrize("tree", [etree.HTML(MARKUP), BeautifulSoup(MARKUP, "html.parser")])
def test_trees_are_passed_on(tree: object) -> None:
    assert read_source(tree, max_bytes=MOST).tree is tree
    assert [node.text for node in articlekit.parse(tree).nodes] == ["Größe"]


def test_gzip_files_are_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "page.html.gz"
    path.write_bytes(gzip.compress(MARKUP.encode()) + gzip.compress(b"<p>more</p>"))
    expected = MARKUP + "<p>more</p>"

    assert read_source(path, max_bytes=MOST).text == expected
    with path.open("rb") as file:
        assert read_source(file, max_bytes=MOST).text == expected
    with gzip.open(path) as file:
        assert read_source(file, max_bytes=MOST).text == expected
    assert read_source(path.read_bytes(), max_bytes=MOST).warnings[0].kind == "compressed"


def test_unpacking_is_limited(tmp_path: Path) -> None:
    path = tmp_path / "page.gz"
    path.write_bytes(gzip.compress(b"x" * 500_000))
    found = read_source(path, max_bytes=MOST)

    assert len(found.text) == MOST
    assert [warning.kind for warning in found.warnings] == ["max_bytes"]


@pytest.mark.parametrize("keep", [3, 12, 40])
def test_damaged_gzip_files_give_what_can_be_read(tmp_path: Path, keep: int) -> None:
    path = tmp_path / "page.gz"
    path.write_bytes(gzip.compress(MARKUP.encode())[:keep] + b"\xff" * 50)

    articlekit.parse(path)
    assert read_source(path, max_bytes=MOST).warnings[0].kind == "compressed"


def test_the_page_of_a_web_archive_is_taken(tmp_path: Path) -> None:
    path = tmp_path / "page.mhtml"
    path.write_bytes(ARCHIVE)

    for source in (path, ARCHIVE, io.BytesIO(ARCHIVE)):
        found = read_source(source, max_bytes=MOST)
        assert found.text == "<p>Größe</p><p>b</p>"
        assert found.url == "https://example.com/page"


@pytest.mark.parametrize(
    "data",
    [
        b"Content-Type: multipart/related; boundary=a\n\n--a\nContent-Type: text/plain\n\nb\n--a--\n",
        b"Content-Type: multipart/related\n\nno boundary",
        b"Content-Type: multipart/related; boundary=a\n\n",
        b"".join(
            b"Content-Type: multipart/related; boundary=a%d\n\n--a%d\n" % (n, n)
            for n in range(3_000)
        ),
    ],
)
def test_archives_with_no_page_are_read_as_they_are(data: bytes) -> None:
    assert read_source(data, max_bytes=1_000_000).text == data.decode()


def test_text_that_names_archives_is_text() -> None:
    source = b"Note: multipart/related is a content type.\n\nContent-Type: multipart/related\n"

    assert read_source(source, max_bytes=MOST).text == source.decode()


def test_utf8_bytes_are_kept_for_the_parser() -> None:
    assert read_source(MARKUP.encode(), max_bytes=MOST).data == MARKUP.encode()
    assert read_source(b"\xef\xbb\xbfa", max_bytes=MOST).data is None
    assert read_source(b"abc", max_bytes=2).data == b"ab"


def test_an_open_file_stands_where_it_stood() -> None:
    """A caller's file is not used up: it can be read a second time."""
    file = io.StringIO("skipped\nCouncil votes")
    file.readline()

    assert read_source(file, max_bytes=100).text == "Council votes"
    assert read_source(file, max_bytes=100).text == "Council votes"


def test_a_closed_file_is_refused() -> None:
    file = io.BytesIO(b"Council votes")
    file.close()

    with pytest.raises(InputTypeError, match="closed file"):
        read_source(file, max_bytes=100)


def test_the_characters_of_a_str_subclass_are_read() -> None:
    class Named(str):
        __slots__ = ()

        def __str__(self) -> str:
            raise RuntimeError

    assert read_source(Named("Council votes"), max_bytes=100).text == "Council votes"


def test_bytes_that_do_not_fit_are_told_with_place_and_number() -> None:
    warnings = read_source(b"\xef\xbb\xbfab\xffc\xff", max_bytes=MOST).warnings

    assert [(one.kind, one.at, one.amount) for one in warnings] == [("decoding", 2, 2)]


def test_a_web_archive_may_be_packed(tmp_path: Path) -> None:
    path = tmp_path / "page.mhtml.gz"
    header = (
        b"Content-Type: text/html; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable"
    )
    path.write_bytes(gzip.compress(header + b"\n\n<p>Gr=F6=DFe</p>\n"))

    assert read_source(path, max_bytes=MOST).text.strip() == "<p>Größe</p>"
