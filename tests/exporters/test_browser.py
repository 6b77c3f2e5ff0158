"""The attacks once more, judged by a real browser: no script runs and nothing is asked for.

Skipped where no Chromium is installed.
"""

import functools
import http.server
import shutil
import subprocess
import threading
from pathlib import Path

import pytest
from test_attacks import documents

import articlekit

BROWSER = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)
WATCH = "<script>var ran = 0; window.alert = () => { ran += 1; document.title = 'ran'; };</script>"


@pytest.mark.skipif(BROWSER is None, reason="no Chromium is installed")
def test_a_browser_runs_nothing_and_asks_for_nothing(tmp_path: Path) -> None:
    asked: list[str] = []

    class Handler(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            asked.append(self.path)

    made = "\n".join(
        articlekit.parse(source, "https://example.com/a").to_html(boilerplate=True)
        for _, source in documents()
    )
    (tmp_path / "all.html").write_text(f"<title>quiet</title>{WATCH}{made}", "utf-8")
    serve = functools.partial(Handler, directory=str(tmp_path))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), serve) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}/all.html"
        options = ["--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=3000"]
        run = subprocess.run(  # noqa: S603 - a browser found above
            [str(BROWSER), *options, "--blink-settings=imagesEnabled=false", "--dump-dom", address],
            capture_output=True,
            check=True,
            timeout=120,
        )
        server.shutdown()

    assert b"<title>quiet</title>" in run.stdout
    assert set(asked) <= {"/all.html", "/favicon.ico"}
