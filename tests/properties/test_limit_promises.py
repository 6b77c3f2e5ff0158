"""With any limits, any source gives an article that names what was cut, or the documented error."""

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_markup_promises import PAGES, held
from test_promises import ANY_TEXT, solid

import articlekit
from articlekit import Article, LimitError, Limits
from articlekit.limits import MAXIMA
from articlekit.readers.html import read_html
from articlekit.readers.text import read_text

SMALL = st.integers(1, 40)
LIMITS = st.builds(
    Limits,
    max_bytes=SMALL | st.just(10_000),
    max_blocks=st.integers(1, 6) | st.just(1_000),
    max_elements=SMALL | st.just(1_000),
    max_script_length=SMALL | st.just(1_000),
)
BYTES = st.binary(max_size=200) | PAGES.map(lambda page: page.encode("utf-8", "replace"))


def cuts(article: Article) -> list[str]:
    return [warning.kind for warning in article.warnings if warning.kind in MAXIMA]


def strict(limits: Limits) -> Limits:
    given = {name: getattr(limits, name) for name in MAXIMA}
    return Limits(**given, on_limit="raise")


@given(ANY_TEXT, LIMITS)
@settings(max_examples=120, deadline=None)
def test_cut_texts_say_so(source: str, limits: Limits) -> None:
    article = articlekit.parse_text(source, limits=limits)

    held(article)
    assert article.source == source[: limits.max_bytes]
    lost = [w.amount for w in article.warnings if w.kind == "max_bytes"]
    assert lost == [len(source) - limits.max_bytes] * (len(source) > limits.max_bytes)
    many = len(read_text(article.source).blocks) > limits.max_blocks
    assert not many or "max_blocks" in cuts(article)
    assert len(read_text(article.source, max_blocks=limits.max_blocks).blocks) <= limits.max_blocks
    if not cuts(article):
        assert article == articlekit.parse_text(source)


@given(PAGES, LIMITS)
@settings(max_examples=120, deadline=None)
def test_cut_pages_say_so_and_keep_their_text(source: str, limits: Limits) -> None:
    article = articlekit.parse_html(source, limits=limits)
    page = read_html(source[: limits.max_bytes], limits)
    whole = read_html(source[: limits.max_bytes])
    assert page.markup is not None
    assert whole.markup is not None

    held(article)
    assert ("max_bytes" in cuts(article)) == (len(source) > limits.max_bytes)
    assert solid(article.source) == solid(whole.source)
    assert len(page.blocks) <= limits.max_blocks
    assert len(page.markup.elements.tags) <= limits.max_elements
    if len(whole.markup.elements.tags) > limits.max_elements:
        assert "max_elements" in cuts(article)
    if "max_elements" not in cuts(article):
        assert ("max_blocks" in cuts(article)) == (len(whole.blocks) > limits.max_blocks)
    if not cuts(article):
        assert article == articlekit.parse_html(source)


@given(BYTES | ANY_TEXT, LIMITS)
@settings(max_examples=120, deadline=None)
def test_an_error_stands_for_the_first_cut(source: bytes | str, limits: Limits) -> None:
    article = articlekit.parse(source, limits=limits)
    first = next((warning for warning in article.warnings if warning.kind in MAXIMA), None)

    if first is None:
        assert articlekit.parse(source, limits=strict(limits)) == article
        return
    with pytest.raises(LimitError) as caught:
        articlekit.parse(source, limits=strict(limits))
    error = caught.value
    told = (str(error), error.kind, error.at, error.amount)
    assert told == (first.message, first.kind, first.at, first.amount)


@given(BYTES, LIMITS)
@settings(max_examples=80, deadline=None)
def test_files_are_cut_as_bytes_are(data: bytes, limits: Limits) -> None:
    of_file = articlekit.parse(io.BytesIO(data), limits=limits)
    of_bytes = articlekit.parse(data, limits=limits)

    assert of_file.nodes == of_bytes.nodes
    assert cuts(of_file) == cuts(of_bytes)
