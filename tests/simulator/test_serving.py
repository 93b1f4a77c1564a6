"""The process that serves: what it loads, and that Python's collector works as soon as it answers."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = ("aiortc", "authlib", "av", "fastapi", "httpx", "jinja2", "rich", "uvicorn")
ALWAYS = {"fastapi", "uvicorn"}


def printed(*lines: str) -> str:
    """What a new process prints that runs these lines."""
    return subprocess.run([sys.executable, "-c", "\n".join(lines)], capture_output=True, text=True, check=True).stdout


@pytest.mark.parametrize(("module", "expected"), [("__main__", set[str]()), ("serving", ALWAYS)])
def test_what_only_some_need_is_not_loaded_at_start(module: str, expected: set[str]) -> None:
    look = f"print(*(name for name in {HEAVY} if name in sys.modules))"
    loaded = printed("import sys", f"import deskproof.simulator.{module}", look)
    assert set(loaded.split()) == expected


def test_garbage_is_collected_as_soon_as_it_answers() -> None:
    """It is not while the simulator is loaded."""
    output = printed(
        "import gc, socket",
        "from deskproof.simulator.app import Application",
        "from deskproof.simulator.serving import Server",
        "gc.disable()",
        "def ready():",
        "    print(gc.isenabled(), gc.get_threshold()[0], gc.get_freeze_count() > 0)",
        "    server.stop()",
        "server = Server(Application(port=0, token='a-token-of-tests'), ready=ready, watch_input=False)",
        "server.run(sockets=[socket.create_server(('127.0.0.1', 0))])",
    )
    assert output.split() == ["True", "20000", "True"]
