"""Parsing opens nothing and calls nobody: an audit hook sees what the interpreter is asked for."""

import subprocess
import sys
from pathlib import Path

import pytest

FIXTURES = Path(__file__).parent.parent / "fixtures"
WATCHED = r"""
import os, sys
import articlekit

package = os.path.dirname(os.path.abspath(articlekit.__file__))
code = [os.path.realpath(place) for place in {sys.prefix, sys.base_prefix, *sys.path} if place]
seen = []

def watch(event, details):
    if event.startswith(("socket.", "subprocess.", "urllib.", "ftplib.", "http.", "ctypes.dlopen")):
        seen.append((event, str(details)[:200]))
    elif event in ("os.system", "os.exec", "os.posix_spawn", "os.fork", "os.remove", "os.mkdir"):
        seen.append((event, str(details)[:200]))
    elif event == "open":
        path, mode, flags = details
        writes = (isinstance(mode, str) and set(mode) & set("wax+")) or (
            flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
        )
        place = os.path.realpath(os.fsdecode(path)) if not isinstance(path, int) else str(path)
        ours = place.startswith(package + os.sep)
        # Modules that are imported on first use, and their own tables, are no data of the caller.
        library = any(place.startswith(root + os.sep) for root in code)
        if writes or not (ours or library):
            seen.append((event, place, str(mode)))

sources = [(sys.stdin.buffer.read(), None)]
sources.append(("By Jane Roe\n\nPublished: 3 mai 2024\n\nThe council voted on Monday.", "fr"))
sys.addaudithook(watch)
for source, language in sources:
    article = articlekit.parse(source, "https://example.com/a", language=language)
    article.to_json(), article.to_markdown(), article.to_html(boilerplate=True), article.to_text()
    article.to_jsonld(), article.to_ninjs(), article.to_nitf(), article.to_tei()
    articlekit.explain(source)
    articlekit.parse("/etc/passwd"), articlekit.parse("http://127.0.0.1:9/"), articlekit.parse(b"file:///etc/passwd")
print(*seen, sep="\n")
"""
TRAPS = b"""<?xml version="1.0"?><!DOCTYPE html SYSTEM "http://127.0.0.1:9/a.dtd" [<!ENTITY x SYSTEM
"file:///etc/passwd">]><html><head><base href="http://127.0.0.1:9/"><title>Title of it</title>
<link rel="stylesheet" href="http://127.0.0.1:9/a.css"><meta http-equiv="refresh"
content="0;url=http://127.0.0.1:9/"><script type="application/ld+json">{"@context":
"http://127.0.0.1:9/context", "@type": "NewsArticle", "@id": "http://127.0.0.1:9/x", "author":
{"@id": "file:///etc/passwd"}, "datePublished": "3. Mai 2024"}</script></head><body><p>&x; The council
voted on Monday for a wall.</p><xi:include href="file:///etc/passwd" parse="text"/><img
src="http://127.0.0.1:9/a.png"><iframe src="file:///etc/passwd"></iframe></body></html>"""
PAGES = sorted(FIXTURES.glob("*/source.html"))[:4]


@pytest.mark.parametrize("source", [TRAPS, *(page.read_bytes() for page in PAGES)])
def test_nothing_is_opened_but_package_data(source: bytes) -> None:
    run = subprocess.run(  # noqa: S603 - this very interpreter
        [sys.executable, "-c", WATCHED], input=source, capture_output=True, check=False
    )

    assert run.returncode == 0, run.stderr.decode()
    assert run.stdout.decode().split() == []


def test_the_watch_sees_a_file_that_is_opened() -> None:
    """The test above would fail if something were opened."""
    caught = WATCHED.replace("print(*seen", "open('/etc/hostname').close()\nprint(*seen")
    run = subprocess.run(  # noqa: S603 - this very interpreter
        [sys.executable, "-c", caught], input=TRAPS, capture_output=True, check=True
    )

    assert b"/etc/hostname" in run.stdout
