"""Serves the simulator in this process until it is to stop."""

from __future__ import annotations

import asyncio
import gc
import os
import signal
import socket
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

import uvicorn

from deskproof.simulator.app import Application
from deskproof.simulator.edge.hang_up import CuttableProtocol
from deskproof.simulator.product.socket_protocol import SocketProtocol

GRACE_SECONDS = 2
IDLE_SECONDS = 600
"""An unused connection stays open for longer than in any client (Chromium: 300 s), so that the client always closes it:
a server that closes it sometimes does so just when a request arrives.
"""
_ALLOCATIONS = 20_000
"""Objects by which the heap grows between two collections; after Python's 700, they took an eighth of the time."""
_STOPPING = (signal.SIGINT, signal.SIGTERM)


class Server(uvicorn.Server):
    """A server that stops at once and without a traceback."""

    def __init__(
        self,
        application: Application,
        *,
        ready: Callable[[], None],
        watch_input: bool,
        certificate: str | None = None,
        key: str | None = None,
        trusted_proxies: Sequence[str] = (),
    ) -> None:
        config = uvicorn.Config(
            application,
            loop="uvloop",
            http=CuttableProtocol,
            ws=SocketProtocol,
            lifespan="off",
            log_level="error",  # what a client does wrong is not a fault of the simulator
            access_log=False,
            server_header=False,
            date_header=False,  # the application sends the tenant's time
            timeout_graceful_shutdown=GRACE_SECONDS,
            timeout_keep_alive=IDLE_SECONDS,
            proxy_headers=bool(trusted_proxies),
            # Given always, because uvicorn's default trusts this machine and an environment variable.
            forwarded_allow_ips=list(trusted_proxies),
            ssl_certfile=certificate,
            ssl_keyfile=key,
        )
        config.load()
        super().__init__(config)
        self._application = application
        self._ready = ready
        self._watch_input = watch_input

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        gc.freeze()
        gc.set_threshold(_ALLOCATIONS)
        gc.enable()
        if self._watch_input:
            loop = asyncio.get_running_loop()
            threading.Thread(target=_wait_for_end_of_input, args=[loop, self.stop], daemon=True).start()
        self._ready()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        await super().shutdown(sockets)
        await self._application.settled()

    def stop(self) -> None:
        """Close every tenant and stop serving."""
        self._application.close()
        self.should_exit = True

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Handle the signals that mean "stop" while the server runs."""
        loop = asyncio.get_running_loop()
        before = {kind: signal.signal(kind, lambda *_: loop.call_soon_threadsafe(self.stop)) for kind in _STOPPING}
        try:
            yield
        finally:
            for kind, handler in before.items():
                signal.signal(kind, handler)


def _wait_for_end_of_input(loop: asyncio.AbstractEventLoop, stop: Callable[[], None]) -> None:
    while os.read(0, 1024):
        pass
    if not loop.is_closed():
        loop.call_soon_threadsafe(stop)
