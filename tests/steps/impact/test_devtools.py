"""A browser that does not answer: its scenarios are not taken for known."""

from __future__ import annotations

from collections.abc import Iterator
from threading import Thread

import pytest
from websockets.sync.server import ServerConnection, serve

from deskproof.steps.impact import devtools
from deskproof.steps.impact.devtools import DevTools


@pytest.fixture
def silent() -> Iterator[str]:
    """The address of a browser that reads commands and answers none."""

    def read(connection: ServerConnection) -> None:
        for _ in connection:
            pass

    with serve(read, "127.0.0.1", 0) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield f"ws://127.0.0.1:{server.socket.getsockname()[1]}"
        server.shutdown()
        thread.join()


def test_a_browser_that_does_not_answer_has_not_been_heard(silent: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(devtools, "_SECONDS", 0)
    browser = DevTools(silent, lambda _: None)
    assert browser.take() is False
    browser.close()
