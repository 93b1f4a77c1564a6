"""The network and the cache of one page's browser: throttled, disconnected, reconnected; and the source of each file.

Rule: the browser's own emulation and its own report of each request. Nothing is intercepted, because an intercepted
request bypasses the cache.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal
from urllib.parse import urlsplit

from playwright.sync_api import CDPSession, Page

from deskproof.steps.errors import require

Source = Literal["network", "cache"]
"""Where a file came from; `cache` also when the server answered that it has not changed."""

FILES = "/desktop/"
_THROTTLED_BYTES = 16_000
_NOT_MODIFIED = 304


class Network:
    """The network of one page."""

    def __init__(self, page: Page) -> None:
        self._session: CDPSession = page.context.new_cdp_session(page)
        self._addresses: dict[str, str] = {}
        self._sources: dict[str, Source] = {}
        self._session.on("Network.requestWillBeSent", self._requested)
        self._session.on("Network.requestServedFromCache", self._cached)
        self._session.on("Network.responseReceived", self._answered)
        self._session.on("Network.responseReceivedExtraInfo", self._answered_by_server)
        self._session.send("Network.enable")

    def throttle(self) -> None:
        """Limit the download to 16 kB per second."""
        self._condition(throughput=_THROTTLED_BYTES)

    def disconnect(self) -> None:
        """Disconnect; current requests fail."""
        self._condition(offline=True)

    def reconnect(self) -> None:
        """Connect again, without a limit."""
        self._condition()

    def clear_cache(self) -> None:
        """Clear the browser's cache, as its settings do."""
        self._session.send("Network.clearBrowserCache")

    def reset(self) -> None:
        """Forget which files were used."""
        self._addresses.clear()
        self._sources.clear()

    def sources(self) -> Mapping[str, Source]:
        """The source of each file of the desktop that was used since the last `reset`."""
        return {
            urlsplit(address).path: self._sources[request]
            for request, address in self._addresses.items()
            if urlsplit(address).path.startswith(FILES) and request in self._sources
        }

    def confirms_sources(self, source: Source) -> None:
        """The desktop has used files since the last `reset`, all from this source."""
        sources = self.sources()
        require(sources, "no file of the desktop was used")
        require(set(sources.values()) == {source}, f"the files came from: {dict(sources)}")

    def _condition(self, *, throughput: int = -1, offline: bool = False) -> None:
        self._session.send(
            "Network.emulateNetworkConditions",
            {"offline": offline, "latency": 0, "downloadThroughput": throughput, "uploadThroughput": -1},
        )

    def _requested(self, event: Mapping[str, Any]) -> None:
        self._addresses[event["requestId"]] = event["request"]["url"]

    def _cached(self, event: Mapping[str, Any]) -> None:
        self._sources[event["requestId"]] = "cache"

    def _answered(self, event: Mapping[str, Any]) -> None:
        from_cache = event["response"].get("fromDiskCache", False)
        self._sources.setdefault(event["requestId"], "cache" if from_cache else "network")

    def _answered_by_server(self, event: Mapping[str, Any]) -> None:
        if event["statusCode"] == _NOT_MODIFIED:
            self._sources[event["requestId"]] = "cache"
