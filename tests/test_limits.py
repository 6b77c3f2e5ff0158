"""How much is read, what happens to more, and that nothing is cut without a word."""

import gzip
import io
import pickle
from pathlib import Path
from typing import ClassVar

import pytest
from lxml import etree

import articlekit
from articlekit import LimitError, Limits, OptionError
from articlekit.limits import MAXIMA
from articlekit.model import Warn
from articlekit.readers.html import read_html

STORY = (
    "Council votes for wall\n\nThe council voted on Monday.\n\nThe wall is to stand by spring.\n"
)
PAGE = (
    "<html><head><script type='application/ld+json'>{'@type': 'NewsArticle'}</script></head><body>"
    "<h1>Council votes for wall</h1><p>The council voted on Monday.<p>The wall is to stand.</body>"
)


class Opened(io.BytesIO):
    """A response that is read when it is needed."""

    headers: ClassVar = {"content-type": "text/plain; charset=utf-8"}
    url = "https://example.com/page"


def cuts(source: object, **given: object) -> list[tuple[str, int, int]]:
    found = articlekit.parse(source, limits=Limits(**given)).warnings
    return [(warning.kind, warning.at, warning.amount) for warning in found]


def test_the_defaults_are_those_that_are_documented() -> None:
    assert Limits() == Limits(
        max_bytes=52_428_800,
        max_compression_ratio=100,
        max_blocks=50_000,
        max_elements=1_000_000,
        max_script_length=2_097_152,
        on_limit="cut",
    )
    assert articlekit.parse(STORY) == articlekit.parse(STORY, limits=Limits())


@pytest.mark.parametrize("name", MAXIMA)
@pytest.mark.parametrize("value", [0, -1, 1.5, "5", None, True])
def test_what_is_no_limit_is_refused(name: str, value: object) -> None:
    with pytest.raises(OptionError, match=f"{name} is {value!r}; possible are whole numbers"):
        Limits(**{name: value})


def test_what_is_no_choice_is_refused() -> None:
    with pytest.raises(OptionError, match="on_limit is 'stop'; possible are 'cut' and 'raise'"):
        Limits(on_limit="stop")
    for call in (articlekit.parse, articlekit.parse_text, articlekit.parse_html):
        with pytest.raises(OptionError, match="limits is a int; possible are Limits and None"):
            call(STORY, limits=5)
    with pytest.raises(OptionError, match="limits is a dict"):
        articlekit.explain(STORY, limits={"max_bytes": 5})


def test_limits_do_not_change() -> None:
    with pytest.raises(AttributeError):
        Limits().max_bytes = 5  # type: ignore[misc]
    assert len({Limits(), Limits(), Limits(max_bytes=1)}) == 2


@pytest.mark.parametrize(
    ("source", "warning"),
    [
        (STORY, ("max_bytes", 22, len(STORY) - 22)),
        (STORY.encode(), ("max_bytes", 22, len(STORY) - 22)),
        (memoryview(STORY.encode()), ("max_bytes", 22, len(STORY) - 22)),
        (io.StringIO(STORY), ("max_bytes", 22, 0)),
        (io.BytesIO(STORY.encode()), ("max_bytes", 22, 0)),
        (Opened(STORY.encode()), ("max_bytes", 22, 0)),
    ],
)
def test_long_sources_are_cut(source: object, warning: tuple[str, int, int]) -> None:
    article = articlekit.parse(source, limits=Limits(max_bytes=22))

    assert article.source == STORY[:22]
    assert [(w.kind, w.at, w.amount) for w in article.warnings] == [warning]
    assert ("left out" if warning[2] else "was not read") in article.warnings[0].message


def test_no_more_of_a_file_is_read_than_is_needed(tmp_path: Path) -> None:
    class Endless(io.RawIOBase):
        given = 0

        def read(self, size: int = -1) -> bytes:
            assert size >= 0, "all of it is asked for"
            part = b"word " * (min(size, 1000) // 5) or b"w"
            self.given += len(part)
            return part

    endless = Endless()
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")

    assert len(articlekit.parse(endless, limits=Limits(max_bytes=5_000)).source) == 5_000
    assert endless.given <= 6_000
    assert cuts(path, max_bytes=22) == [("max_bytes", 22, len(STORY) - 22)]


def test_sources_of_just_the_length_are_whole() -> None:
    for source in (STORY, STORY.encode(), io.BytesIO(STORY.encode())):
        assert cuts(source, max_bytes=len(STORY)) == []


@pytest.mark.parametrize(
    "name", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "shift_jis", "gb18030"]
)
@pytest.mark.parametrize("most", range(90, 96))
def test_bytes_are_cut_between_characters(name: str, most: int) -> None:
    text = "壁の建設を決めた。" * 20
    page = f'<meta charset="{name}"><p>{text}'.encode(name)
    article = articlekit.parse_html(page, limits=Limits(max_bytes=most))

    assert text.startswith(article.source)
    assert len(article.source) > 5
    assert [w.kind for w in article.warnings] == ["max_bytes"]


def test_compressed_files_are_unpacked_within_their_ratio(tmp_path: Path) -> None:
    path = tmp_path / "page.txt.gz"
    path.write_bytes(gzip.compress(b"word " * 100_000))
    size = path.stat().st_size
    article = articlekit.parse(path, limits=Limits(max_compression_ratio=3))

    assert len(article.source) == 3 * size
    assert [w.kind for w in article.warnings] == ["max_compression_ratio"]
    assert 0 < article.warnings[0].amount < size
    assert [kind for kind, *_ in cuts(path, max_bytes=100)][-1] == "max_bytes"


def test_compressed_files_of_just_the_length_are_whole(tmp_path: Path) -> None:
    path = tmp_path / "page.gz"
    path.write_bytes(gzip.compress(STORY.encode() * 9))

    assert cuts(path, max_bytes=9 * len(STORY)) == []
    parts = tmp_path / "parts.gz"
    parts.write_bytes(gzip.compress(STORY.encode() * 9) * 2)
    assert cuts(parts, max_bytes=18 * len(STORY)) == []
    assert [kind for kind, *_ in cuts(parts, max_bytes=18 * len(STORY) - 1)] == ["max_bytes"]
    assert [kind for kind, *_ in cuts(parts, max_bytes=9 * len(STORY))] == ["max_bytes"]
    assert [kind for kind, *_ in cuts(path, max_bytes=9 * len(STORY) - 1)] == ["max_bytes"]


@pytest.mark.parametrize("most", [3, 2, 1])
def test_blocks_are_counted_to_the_last(most: int) -> None:
    page = "<p>a</p> <b> </b><p>b</p><div> </div><p>c <i>d</i></p><div> <br> </div>"
    article = articlekit.parse_html(page, limits=Limits(max_blocks=most))
    text = articlekit.parse_text("a\n\nb\n \nc d\n \n", limits=Limits(max_blocks=most))

    assert " ".join(article.source.split()) == "a b c d"
    assert len(read_html(page, Limits(max_blocks=most)).blocks) == most
    assert [w.kind for w in article.warnings] == ["max_blocks"] * (most < 3)
    assert [w.kind for w in text.warnings] == ["max_blocks"] * (most < 3)


def test_elements_are_counted_to_the_last() -> None:
    small = "<p>a"  # with the two that a parser adds
    assert cuts(small * 3, max_elements=5) == []
    assert cuts(small * 3, max_elements=4) == [("max_elements", 0, 1)]
    assert cuts(etree.HTML(small * 3), max_elements=1) == [("max_elements", 0, 4)]
    hidden = "<video poster=a>x</video><template shadowrootmode=open><p>b</template>" * 50
    page = articlekit.parse_html(small + hidden, limits=Limits(max_elements=3))
    assert page.images == ()
    assert page.source.count("b") == 50


def test_scripts_of_data_are_cut() -> None:
    assert cuts(PAGE, max_script_length=10)[0] == ("max_script_length", 10, 14)
    assert "max_script_length" not in [kind for kind, *_ in cuts(PAGE, max_script_length=24)]


@pytest.mark.parametrize(
    ("source", "given"),
    [
        (STORY, {"max_bytes": 10}),
        (STORY, {"max_blocks": 2}),
        (PAGE, {"max_elements": 2}),
        (PAGE, {"max_script_length": 5}),
        (PAGE, {"max_blocks": 2}),
    ],
)
def test_a_limit_may_be_an_error(source: str, given: dict[str, int]) -> None:
    warning = articlekit.parse(source, limits=Limits(**given)).warnings[0]

    for call in (articlekit.parse, articlekit.explain):
        with pytest.raises(LimitError) as caught:
            call(source, limits=Limits(on_limit="raise", **given))
        error = caught.value
        assert (error.kind, error.at, error.amount) == (warning.kind, warning.at, warning.amount)
        assert str(error) == warning.message
        assert error.kind == next(iter(given))
    assert isinstance(error, articlekit.ArticleKitError)
    assert isinstance(error, ValueError)


def test_what_no_limit_cuts_is_no_error() -> None:
    strict = Limits(on_limit="raise")

    assert articlekit.parse(STORY, limits=strict) == articlekit.parse(STORY)
    assert articlekit.parse(b"\x00\x01", limits=strict).warnings[0].kind == "binary"
    assert articlekit.parse("", limits=strict).warnings[0].kind == "empty"


def test_the_error_goes_from_one_process_to_another() -> None:
    error = LimitError("too long", "max_bytes", 3, 5)
    copy = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes

    assert (str(copy), copy.kind, copy.at, copy.amount) == ("too long", "max_bytes", 3, 5)


def test_only_limits_are_enforced() -> None:
    warnings = [Warn("linked_data", "a"), Warn("max_blocks", "b", 1, 2), Warn("max_bytes", "c")]

    Limits().enforce(warnings)
    with pytest.raises(LimitError, match="b"):
        Limits(on_limit="raise").enforce(warnings)
