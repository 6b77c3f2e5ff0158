"""The attacks once more, judged by a real browser: no script runs and nothing is asked for.

Skipped where no Chromium is installed.
"""

from pathlib import Path

import devtools
from hostile import documents

import articlekit

WATCH = "window.alert = window.print = what => { console.error('ran', what); };"
TOUCH = """[...document.querySelectorAll("*")].forEach(one => [
  "click", "mouseover", "focus", "load", "error", "toggle", "begin", "animationstart", "submit",
].forEach(kind => one.dispatchEvent(new Event(kind))))"""


def test_a_browser_runs_nothing_and_asks_for_pictures_only(
    page: devtools.Page, tmp_path: Path
) -> None:
    made = "\n".join(
        articlekit.parse(source, "https://example.com/a").to_html(boilerplate=True)
        for _, source in documents()
    )
    path = tmp_path / "all.html"
    path.write_text(f"<!doctype html><title>quiet</title>{made}", "utf-8")
    page.call("Page.addScriptToEvaluateOnNewDocument", source=WATCH)

    page.open(path.as_uri())
    page.tell(TOUCH)

    assert {kind for kind, _ in page.asked} <= {"Document", "Image"}
    assert all(address == path.as_uri() for kind, address in page.asked if kind == "Document")
    assert [said for said in page.complaints if "Failed to load resource" not in said] == []
    assert page.tell("document.title") == "quiet"


def test_the_browser_would_tell(page: devtools.Page, tmp_path: Path) -> None:
    """What the test above looks for is seen where it happens."""
    path = tmp_path / "loud.html"
    path.write_text("<p onclick=alert(1)>click</p><iframe src='data:,x'></iframe>", "utf-8")
    page.call("Page.addScriptToEvaluateOnNewDocument", source=WATCH)

    page.open(path.as_uri())
    page.tell(TOUCH)

    assert any("ran" in said for said in page.complaints)
    assert ("Document", "data:,x") in page.asked
