"""`python -m deskproof.steps.impact.recorded_simulator`: the simulator with its own arguments, and a request that says
which of its lines have run since the last such request.

Rule: the simulator is started as it always is and does not know; the request is answered before it reaches any site.
"""

from __future__ import annotations

import importlib
import json
import runpy
from pathlib import Path
from typing import Any

from deskproof.steps.impact.python import PythonLines

SIMULATOR = "deskproof.simulator"
MARK = "/_impact/mark"
"""The address of the request."""


def main() -> None:
    """Serve until it is stopped."""
    package = importlib.import_module(SIMULATOR)
    root = Path(str(package.__file__)).resolve().parents[1]
    lines = PythonLines(root, ["simulator"])
    application = importlib.import_module(f"{SIMULATOR}.app")

    class Recorded(application.Application):  # type: ignore[name-defined, misc]  # it is imported by name
        """The application, and the request."""

        async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
            if scope["type"] != "http" or scope["path"] != MARK:
                await super().__call__(scope, receive, send)
                return
            headers = [(b"content-type", b"application/json")]
            await send({"type": "http.response.start", "status": 200, "headers": headers})
            await send({"type": "http.response.body", "body": json.dumps(lines.mark()).encode()})

    application.Application = Recorded  # type: ignore[attr-defined]
    runpy.run_module(SIMULATOR, run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
