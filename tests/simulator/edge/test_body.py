"""A request whose body does not come. What is too large is tried in `tests/simulator/test_app.py`."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import AbstractAsyncContextManager
from types import SimpleNamespace

import pytest
from starlette.types import Message

from deskproof.simulator.app import Application
from deskproof.simulator.edge import body

TOKEN = "a-token-for-tests"


async def _sent(application: Application, messages: Iterator[Message]) -> list[Message]:
    """What is sent to a client who creates a tenant, gives these messages, and then nothing."""
    sent: list[Message] = []

    async def receive() -> Message:
        for message in messages:
            return message
        await asyncio.Event().wait()
        raise AssertionError

    async def send(message: Message) -> None:
        sent.append(message)

    headers = {"host": "127.0.0.1:8400", "authorization": f"Bearer {TOKEN}", "content-type": "application/json"}
    scope = {
        "type": "http", "method": "POST", "path": "/_control/v1/tenants", "raw_path": b"/_control/v1/tenants",
        "query_string": b"", "headers": [(name.encode(), value.encode()) for name, value in headers.items()],
        "scheme": "http", "server": ("127.0.0.1", 8400), "client": ("127.0.0.1", 1), "root_path": "",
    }  # fmt: skip
    await application(scope, receive, send)
    return sent


def _part(text: bytes, *, more: bool) -> Message:
    return {"type": "http.request", "body": text, "more_body": more}


@pytest.fixture
def waits(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """For how long bodies were to be waited for; nothing is waited for."""
    seconds: list[float] = []

    def timeout(delay: float) -> AbstractAsyncContextManager[asyncio.Timeout]:
        seconds.append(delay)
        return asyncio.timeout(0)

    monkeypatch.setattr(body, "asyncio", SimpleNamespace(timeout=timeout))
    return seconds


@pytest.mark.parametrize("parts", [[], [_part(b"{", more=True)]], ids=["nothing", "a part"])
async def test_a_body_that_does_not_come_is_refused(waits: list[float], parts: list[Message]) -> None:
    start, answer = await _sent(Application(port=8400, token=TOKEN), iter(parts))
    assert start["status"] == 408
    assert (b"connection", b"close") in start["headers"]
    assert answer["body"] == b'{"error":"The body has not come after 30 seconds; send it at once."}'
    assert waits == [30]


async def test_a_body_that_is_there_is_read(waits: list[float]) -> None:
    application = Application(port=8400, token=TOKEN)
    start, *_ = await _sent(application, iter([_part(b"{", more=True), _part(b"}", more=False)]))
    assert start["status"] == 201
    application.close()
