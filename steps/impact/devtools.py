"""What of its scripts a browser runs: a DevTools connection of its own, beside that of the run.

Rule: each page is followed from before its first script on. Before a page is left, what it has run is read: the next
document may be in another process, and the numbers end with the old one. A window that a page opens is in the page's
process, whose numbers have what it runs; a second reader there would reset them.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from itertools import count
from typing import Any

import httpx
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect

Heard = Callable[[Sequence[Mapping[str, Any]]], None]
"""Takes the scripts with their functions, as the DevTools protocol has them (Profiler.ScriptCoverage)."""

_Then = Callable[[Mapping[str, Any]], None]

_SECONDS = 30
"""How long a browser may take to answer; of a scenario whose browser does not, it is not known what it runs."""

_ATTACH = {"autoAttach": True, "waitForDebuggerOnStart": True, "flatten": True}
_LEAVING = {"source": "addEventListener('beforeunload', () => { debugger; });", "worldName": "impact"}
"""A page stops when it is about to be left, until its numbers are read: once it is being left, it answers no more."""

_PRECISE = {"callCount": False, "detailed": False, "allowTriggeredUpdates": True}


class DevTools:
    """The connection to a browser at this address, `http://` or `ws://`; `heard` is called in another thread."""

    def __init__(self, address: str, heard: Heard) -> None:
        if address.startswith("http"):
            address = httpx.get(f"{address}/json/version", trust_env=False).json()["webSocketDebuggerUrl"]
        self._heard = heard
        self._numbers = count(1)
        self._waiting: dict[int, tuple[str | None, _Then]] = {}
        """The commands that are not answered yet, by number, with the page that each was sent to."""
        self._pages: dict[str, None] = {}
        self._open = ExitStack()
        self._socket = self._open.enter_context(connect(address, max_size=None, proxy=None, compression=None))
        self._thread = threading.Thread(target=self._listen, daemon=True, name="impact-devtools")
        self._thread.start()
        attached = threading.Event()
        self._send("Target.setAutoAttach", _ATTACH, then=lambda _: attached.set())
        self._is_attached = attached.wait(_SECONDS)

    def take(self) -> bool:
        """Read what every open page has run; whether all of it has been heard when this returns."""
        waits = []
        for page in tuple(self._pages):
            done = threading.Event()
            self._take(page, done.set)
            waits.append(done)
        return all([self._is_attached, *(done.wait(_SECONDS) for done in waits)])

    def close(self) -> None:
        """End the connection; safe to call twice."""
        self._open.close()
        self._thread.join(_SECONDS)

    # ---- in the thread that listens

    def _listen(self) -> None:
        try:
            for text in self._socket:
                message = json.loads(text)
                if "id" in message:
                    self._answer(message["id"], message)
                else:
                    self._on_event(message["method"], message["params"], message.get("sessionId"))
        except ConnectionClosed:
            pass
        finally:
            self._pages.clear()
            for number in tuple(self._waiting):
                self._answer(number, {})

    def _on_event(self, method: str, params: Mapping[str, Any], page: str | None) -> None:
        if method == "Target.attachedToTarget":
            target = params["targetInfo"]
            self._follow(params["sessionId"], is_page=target["type"] == "page" and "openerId" not in target)
        elif method == "Target.detachedFromTarget":
            self._pages.pop(params["sessionId"], None)
            for number, (waiting, _) in tuple(self._waiting.items()):
                if waiting == params["sessionId"]:
                    self._answer(number, {})
        elif method == "Profiler.preciseCoverageDeltaUpdate":
            self._heard(params["result"])
        elif method == "Debugger.paused" and page is not None:
            self._take(page, lambda: self._send("Debugger.resume", {}, page))

    def _follow(self, page: str, *, is_page: bool) -> None:
        if is_page:
            self._pages[page] = None
            self._send("Profiler.enable", {}, page)
            self._send("Profiler.startPreciseCoverage", _PRECISE, page)
            self._send("Debugger.enable", {}, page)
            self._send("Page.enable", {}, page)
            self._send("Page.addScriptToEvaluateOnNewDocument", _LEAVING, page)
        self._send("Runtime.runIfWaitingForDebugger", {}, page)
        if not is_page:
            self._send("Target.detachFromTarget", {"sessionId": page})

    def _take(self, page: str, then: Callable[[], None]) -> None:
        def answered(message: Mapping[str, Any]) -> None:
            self._heard(message.get("result", {}).get("result", ()))
            then()

        self._send("Profiler.takePreciseCoverage", {}, page, then=answered)

    def _send(
        self,
        method: str,
        params: Mapping[str, Any],
        page: str | None = None,
        *,
        then: _Then | None = None,
    ) -> None:
        """Send a command. `then` is called with the answer, or with nothing where the page or the browser has ended."""
        number = next(self._numbers)
        if then is not None:
            self._waiting[number] = (page, then)
        session = {} if page is None else {"sessionId": page}
        try:
            self._socket.send(json.dumps({"id": number, "method": method, "params": params, **session}))
        except ConnectionClosed:
            self._answer(number, {})

    def _answer(self, number: int, message: Mapping[str, Any]) -> None:
        _, then = self._waiting.pop(number, (None, None))
        if then is not None:
            then(message)
