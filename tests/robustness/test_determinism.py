"""The same input gives the same article: in any process, thread, zone and locale."""

import copy
import hashlib
import multiprocessing
import os
import pickle
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path

import pytest

import articlekit

FIXTURES = Path(__file__).parent.parent / "fixtures"
SOURCES = [
    path
    for kind in ("source.html", "source.txt")
    for path in sorted(FIXTURES.glob(f"*/{kind}"))[::4][:6]
]
ODD = {"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8", "PYTHONUTF8": "0"}
PLACES = [
    {"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C"},
    {"PYTHONHASHSEED": "1", "TZ": "Asia/Kathmandu", **ODD},
    {"PYTHONHASHSEED": "4242", "TZ": "America/St_Johns", "LC_ALL": "C.UTF-8"},
]


def written(path: Path) -> str:
    """All that becomes of a source, as one string."""
    url = "https://example.com/2024/05/03/a"
    article = articlekit.parse(path, url)
    lines = [article.to_json(), article.to_markdown(), article.to_html(boilerplate=True)]
    lines += [
        article.to_nitf(),
        article.to_tei(),
        str(article.to_jsonld()),
        str(article.to_ninjs()),
    ]
    return "\n".join([*lines, repr(articlekit.explain(path, url).decisions)])


def digest(path: Path) -> str:
    return hashlib.sha256(written(path).encode("utf-8", "surrogatepass")).hexdigest()


def digests() -> list[str]:
    return [digest(path) for path in SOURCES]


@pytest.fixture(scope="module")
def first() -> list[str]:
    return digests()


def test_hash_seed_zone_and_locale_do_not_matter(first: list[str]) -> None:
    here = str(Path(__file__).parent)
    code = f"import sys; sys.path.insert(0, {here!r}); import test_determinism as t; print(*t.digests())"
    runs = [
        subprocess.Popen(  # noqa: S603 - this very interpreter
            [sys.executable, "-c", code], env={**os.environ, **place}, stdout=subprocess.PIPE
        )
        for place in PLACES
    ]

    found = [run.communicate()[0].decode().split() for run in runs]

    assert found == [first] * len(PLACES)


def test_eight_threads_give_what_one_gives(first: list[str]) -> None:
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(digest, SOURCES * 3))

    assert found == first * 3


@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_processes_give_what_one_gives(method: str, first: list[str]) -> None:
    if method not in multiprocessing.get_all_start_methods():
        pytest.skip(f"no {method} on this system")
    context = multiprocessing.get_context(method)
    some = SOURCES[::4]

    with ProcessPoolExecutor(2, mp_context=context) as pool:
        assert list(pool.map(digest, some)) == first[::4]
        articles = list(pool.map(articlekit.parse, some))

    assert articles == [articlekit.parse(path) for path in some]


@pytest.mark.parametrize("path", SOURCES[::2], ids=lambda path: path.parent.name)
def test_articles_can_be_pickled_and_copied(path: Path) -> None:
    article = articlekit.parse(path)

    for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1):
        assert pickle.loads(pickle.dumps(article, protocol)) == article  # noqa: S301 - our own bytes
    assert copy.copy(article) == article
    assert copy.deepcopy(article) == article
    assert hash(copy.deepcopy(article)) == hash(article)
