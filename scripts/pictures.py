"""Take the pictures of docs/view.md anew, of an invented article. Needs Chromium.

python scripts/pictures.py
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests")]

import devtools  # noqa: E402

import articlekit  # noqa: E402
from articlekit.view.report import View, to_report  # noqa: E402

SOURCE = ROOT / "tests" / "fixtures" / "readme" / "source.txt"


def main() -> int:
    if devtools.PROGRAM is None:
        print("no Chromium is installed")
        return 1
    page = View("wall.txt", articlekit.parse(SOURCE), articlekit.explain(SOURCE))
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.html"
        report.write_text(to_report([page]), encoding="utf-8")
        browser = devtools.Browser(devtools.PROGRAM, Path(folder))
        for name, width, height, scheme in (
            ("view", 1120, 680, "light"),
            ("view-phone", 360, 680, "dark"),
        ):
            with browser.page() as opened:
                opened.show(width, height, scheme=scheme, motion="reduce")
                opened.open(report.as_uri())
                opened.hover(".node.k-byline .text")
                if scheme == "light":
                    opened.tell("scrollTo(0, 0)")
                opened.picture(ROOT / "docs" / "images" / f"{name}.png")
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
