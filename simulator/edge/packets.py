"""What a connection is sent in one turn of the event loop, as one packet.

uvicorn writes the head and the body of an answer one after the other, and each write is a call of the system and wakes
the client.
"""

from __future__ import annotations

import asyncio
from typing import Any

MOST_GATHERED = 64 * 1024
"""Bytes that wait for the turn's end; the transport, which can hold the writer up, gets more at once."""


class Packets(asyncio.Transport):
    """A transport that passes on at the turn's end what was written in it, in order; nothing overtakes it."""

    def __init__(self, transport: asyncio.Transport) -> None:
        super().__init__()
        self._transport = transport
        self._loop = asyncio.get_running_loop()
        self._gathered: list[bytes] = []
        self._size = 0

    def write(self, data: Any) -> None:
        if not self._gathered:
            self._loop.call_soon(self._pass_on)
        self._gathered.append(bytes(data))
        self._size += len(data)
        if self._size > MOST_GATHERED:
            self._pass_on()

    def close(self) -> None:
        self._pass_on()
        self._transport.close()

    def abort(self) -> None:
        self._gathered.clear()
        self._transport.abort()

    def is_closing(self) -> bool:
        return self._transport.is_closing()

    def pause_reading(self) -> None:
        self._transport.pause_reading()

    def resume_reading(self) -> None:
        self._transport.resume_reading()

    def set_protocol(self, protocol: asyncio.BaseProtocol) -> None:
        self._transport.set_protocol(protocol)

    def get_extra_info(self, name: str, default: Any = None) -> Any:
        return self._transport.get_extra_info(name, default)

    def _pass_on(self) -> None:
        gathered, self._gathered, self._size = self._gathered, [], 0
        if gathered and not self._transport.is_closing():
            self._transport.write(b"".join(gathered))
