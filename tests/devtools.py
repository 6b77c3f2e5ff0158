"""A real browser to test in: Chromium, spoken to over the pipe of its DevTools protocol.

With `--remote-debugging-pipe` a browser reads commands from file descriptor 3 and writes answers
and events to 4: JSON, each ended by a zero byte. So no driver, no library and no port is needed.
The protocol: https://chromedevtools.github.io/devtools-protocol/
"""

from __future__ import annotations

import base64
import fcntl
import json
import os
import select
import shutil
import signal
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
PROGRAM = next(filter(None, map(shutil.which, NAMES)), None)
"""The first Chromium on the path; `None` where none is installed."""
OPTIONS = (
    "--headless",
    "--no-sandbox",  # containers often run as root
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--hide-scrollbars",
    "--host-resolver-rules=MAP * ~NOTFOUND",  # no test reaches the network
    "--remote-debugging-pipe",
)
PATIENCE = 60
"""Seconds to wait for an answer; a busy machine is slow."""
KEYS = {
    "Tab": (9, ""),
    "Enter": (13, "\r"),
    "Space": (32, " "),
    "Escape": (27, ""),
}
_WORDS = {"Space": " "}
_SAFE = 10
"""Ends of pipes are moved beyond the descriptors 3 and 4 before they become these."""


class Browser:
    """A running browser with a fresh profile."""

    def __init__(self, program: str, profile: Path) -> None:
        down, up = os.pipe(), os.pipe()
        child = [fcntl.fcntl(end, fcntl.F_DUPFD_CLOEXEC, _SAFE) for end in (down[0], up[1])]
        command = [program, *OPTIONS, f"--user-data-dir={profile}", "about:blank"]
        self._pid = os.posix_spawn(
            program,
            command,
            {**os.environ, "HOME": str(profile)},
            file_actions=[
                (os.POSIX_SPAWN_DUP2, child[0], 3),
                (os.POSIX_SPAWN_DUP2, child[1], 4),
                (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0),
                (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0),
            ],
        )
        for end in (*child, down[0], up[1]):
            os.close(end)
        self._write, self._read = down[1], up[0]
        self._pending = b""
        self._asked = 0
        self.pages: dict[str, Page] = {}
        """The open pages, by their session."""

    def call(self, method: str, session: str | None = None, **params: object) -> dict[str, Any]:
        """Send a command and return its result; events that come before it are handed on."""
        self._asked += 1
        number = self._asked
        message = {"id": number, "method": method, "params": params}
        if session is not None:
            message["sessionId"] = session
        os.write(self._write, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._next()
            if answer.get("id") == number:
                assert "error" not in answer, (method, answer["error"])
                return answer["result"]

    def _next(self) -> dict[str, Any]:
        deadline = time.monotonic() + PATIENCE
        while b"\0" not in self._pending:
            ready, _, _ = select.select([self._read], [], [], max(0, deadline - time.monotonic()))
            assert ready, "the browser does not answer"
            data = os.read(self._read, 1 << 20)
            assert data, "the browser has ended"
            self._pending += data
        first, _, self._pending = self._pending.partition(b"\0")
        message = json.loads(first)
        page = self.pages.get(message.get("sessionId", ""))
        if page is not None and "method" in message:
            page.notice(message["method"], message["params"])
        return message

    @contextmanager
    def page(self) -> Iterator[Page]:
        """A new page of its own, without cookies and cache of others; closed at the end."""
        context = self.call("Target.createBrowserContext")["browserContextId"]
        target = self.call("Target.createTarget", url="about:blank", browserContextId=context)
        attached = self.call("Target.attachToTarget", targetId=target["targetId"], flatten=True)
        page = Page(self, attached["sessionId"])
        self.pages[page.session] = page
        for domain in ("Page", "Runtime", "Log", "Network"):
            page.call(f"{domain}.enable")
        yield page
        self.call("Target.closeTarget", targetId=target["targetId"])
        self.call("Target.disposeBrowserContext", browserContextId=context)
        del self.pages[page.session]

    def close(self) -> None:
        """End the browser, and by force if it does not."""
        try:
            self.call("Browser.close")
        finally:
            os.close(self._write)
            os.close(self._read)
            deadline = time.monotonic() + PATIENCE / 6
            while os.waitpid(self._pid, os.WNOHANG) == (0, 0):
                if time.monotonic() > deadline:
                    os.kill(self._pid, signal.SIGKILL)
                time.sleep(0.05)


class Page:
    """One page: what it asked for, what it complained of, and hands to use it with."""

    def __init__(self, browser: Browser, session: str) -> None:
        self.browser, self.session = browser, session
        self.asked: list[tuple[str, str]] = []
        """What every request is for (Document, Image, ...) and its address, answered or blocked."""
        self.complaints: list[str] = []
        """Errors and warnings of the console, exceptions, refusals of the policy, dialogs."""

    def call(self, method: str, **params: object) -> dict[str, Any]:
        return self.browser.call(method, self.session, **params)

    def notice(self, method: str, params: dict[str, Any]) -> None:
        match method:
            case "Network.requestWillBeSent":
                self.asked.append((params["type"], params["request"]["url"]))
            case "Runtime.exceptionThrown":
                self.complaints.append(json.dumps(params["exceptionDetails"]))
            case "Runtime.consoleAPICalled" if params["type"] in ("error", "warning", "assert"):
                self.complaints.append(json.dumps(params["args"]))
            case "Log.entryAdded":
                self.complaints.append(f"{params['entry']['level']}: {params['entry']['text']}")

    def open(self, address: str) -> None:
        """Load a page and wait until it is there."""
        self.call("Page.navigate", url=address)
        self.wait("document.readyState === 'complete' && location.href !== 'about:blank'")

    def tell(self, expression: str) -> Any:
        """The value of a JavaScript expression."""
        found = self.call("Runtime.evaluate", expression=expression, returnByValue=True)
        assert "exceptionDetails" not in found, found["exceptionDetails"]
        return found["result"].get("value")

    def wait(self, expression: str) -> None:
        """Wait until an expression is true."""
        deadline = time.monotonic() + PATIENCE
        while not self.tell(expression):
            assert time.monotonic() < deadline, f"never true: {expression}"
            time.sleep(0.02)

    def show(
        self,
        width: int = 1280,
        height: int = 900,
        *,
        scheme: str = "light",
        motion: str = "no-preference",
        phone: bool = False,
    ) -> None:
        """Set what the page is shown on: size in CSS pixels, colour scheme, motion, a phone."""
        self.call(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=2 if phone else 1,
            mobile=phone,
        )
        self.call("Emulation.setTouchEmulationEnabled", enabled=phone)
        features = {"prefers-color-scheme": scheme, "prefers-reduced-motion": motion}
        self.call(
            "Emulation.setEmulatedMedia",
            features=[{"name": name, "value": value} for name, value in features.items()],
        )

    def without_scripts(self) -> None:
        """Open what follows as a browser that runs no script of pages."""
        self.call("Emulation.setScriptExecutionDisabled", value=True)

    def middle(self, selector: str) -> tuple[float, float]:
        """Where the first line of an element is on the screen, once it is scrolled to."""
        found = self.tell(
            f"(() => {{ const one = document.querySelector({json.dumps(selector)});"
            " one.scrollIntoView({block: 'center', behavior: 'instant'});"
            " const box = one.getClientRects()[0];"
            " return [box.x + Math.min(box.width / 2, 60), box.y + Math.min(box.height / 2, 12)]; })()"
        )
        return found[0], found[1]

    def hover(self, selector: str) -> None:
        x, y = self.middle(selector)
        self._mouse("mouseMoved", x, y)

    def click(self, selector: str) -> None:
        x, y = self.middle(selector)
        self._mouse("mouseMoved", x, y)
        self._mouse("mousePressed", x, y, button="left", clickCount=1)
        self._mouse("mouseReleased", x, y, button="left", clickCount=1)

    def tap(self, selector: str) -> None:
        x, y = self.middle(selector)
        self.call("Input.dispatchTouchEvent", type="touchStart", touchPoints=[{"x": x, "y": y}])
        self.call("Input.dispatchTouchEvent", type="touchEnd", touchPoints=[])

    def _mouse(self, kind: str, x: float, y: float, **more: object) -> None:
        self.call("Input.dispatchMouseEvent", type=kind, x=x, y=y, **more)

    def press(self, key: str, *, shift: bool = False) -> None:
        """Press a key of `KEYS` and let go of it."""
        code, text = KEYS[key]
        shared = {
            "key": _WORDS.get(key, key),
            "code": key,
            "windowsVirtualKeyCode": code,
            "modifiers": 8 if shift else 0,
        }
        down = "keyDown" if text else "rawKeyDown"
        self.call("Input.dispatchKeyEvent", type=down, text=text, **shared)
        self.call("Input.dispatchKeyEvent", type="keyUp", **shared)

    def picture(self, path: Path) -> None:
        """Write what is on the screen to a PNG file."""
        data = self.call("Page.captureScreenshot", format="png")["data"]
        path.write_bytes(base64.b64decode(data))
