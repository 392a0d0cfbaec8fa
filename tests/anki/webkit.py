"""WebKit, the engine of iOS's web views, in a window nobody sees: spoken to through its WebDriver."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

_PLACES = ("/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/libexec")
_WAIT = 20.0


def find_webkit() -> str | None:
    """The browser to drive, where driver, browser and a display that nobody sees are installed."""
    if shutil.which("WebKitWebDriver") is None or shutil.which("Xvfb") is None:
        return None
    found = (path for place in _PLACES for path in sorted(Path(place).glob("webkit*/MiniBrowser")))
    return next((str(path) for path in found), None)


class Browser:
    """One page, with the most of what the Chromium of ``browser.py`` offers.

    ``whole`` is False: no pictures, no switching off of scripts, no look at its console.
    """

    whole = False

    def __init__(self, program: str, profile: Path) -> None:
        display = f":{90 + os.getpid() % 900}"
        environment = os.environ | {
            "DISPLAY": display, "HOME": str(profile), "WEBKIT_DISABLE_COMPOSITING_MODE": "1",
            "WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1", "LIBGL_ALWAYS_SOFTWARE": "1",
        }  # fmt: skip
        quiet: dict[str, Any] = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        self._screen = subprocess.Popen(["Xvfb", display, "-screen", "0", "1280x1024x24"], **quiet)
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self._port = probe.getsockname()[1]
        self._driver = subprocess.Popen(["WebKitWebDriver", f"--port={self._port}"], env=environment, **quiet)
        self.errors: list[str] = []
        self._session = ""
        options = {"binary": program, "args": ["--automation"]}
        wanted = {"capabilities": {"alwaysMatch": {"webkitgtk:browserOptions": options}}}
        self._session = self._patiently("POST", "/session", wanted)["sessionId"]

    def close(self) -> None:
        self._call("DELETE", f"/session/{self._session}")
        for process in (self._driver, self._screen):
            process.kill()
            process.wait()

    def _patiently(self, method: str, path: str, body: dict[str, Any]) -> Any:
        end = time.monotonic() + _WAIT
        while True:
            try:
                return self._call(method, path, body)
            except urllib.error.URLError:
                if time.monotonic() > end:
                    raise
                time.sleep(0.2)

    def _call(self, method: str, path: str, body: dict[str, Any] | None = None) -> Any:
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(f"http://127.0.0.1:{self._port}{path}", data=data, method=method)
        with urllib.request.urlopen(request, timeout=_WAIT) as answer:
            return json.loads(answer.read())["value"]

    def _of_session(self, method: str, path: str, body: dict[str, Any] | None = None) -> Any:
        return self._call(method, f"/session/{self._session}{path}", body)

    def show(self, path: Path, *, width: int, height: int = 800) -> None:
        self._of_session("POST", "/window/rect", {"width": width, "height": height})
        self._of_session("POST", "/url", {"url": path.as_uri()})

    def run(self, script: str) -> Any:
        return self._of_session("POST", "/execute/sync", {"script": f"return eval({json.dumps(script)})", "args": []})

    def press(self, key: str) -> None:
        code = {"Enter": "\ue007"}.get(key, key)
        moves = [{"type": "keyDown", "value": code}, {"type": "keyUp", "value": code}]
        self._of_session("POST", "/actions", {"actions": [{"type": "key", "id": "keys", "actions": moves}]})

    def click(self, selector: str) -> None:
        found = self._of_session("POST", "/element", {"using": "css selector", "value": selector})
        self._of_session("POST", f"/element/{next(iter(found.values()))}/click", {})
