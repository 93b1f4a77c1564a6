"""A process that runs pytest in one copy of the project after the other, for `runs.Runs`.

Most of the time of a short run is spent on importing libraries. This process imports them once and forks for each run.
It imports nothing of the project, so each run imports the modules of its own copy.

It reads a line of JSON for each run, with `tree`, `tests` and the file for the `output`, and writes the exit status.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from importlib.metadata import entry_points

import pytest

_ARGUMENTS = ("-q", "-p", "no:randomly", "-p", "no:cacheprovider", "-W", "ignore::pytest.PytestAssertRewriteWarning")

_LIBRARIES = (
    "fastapi.testclient", "hypothesis", "jinja2", "joserfc.jwk", "joserfc.jwt", "phonenumbers", "playwright.sync_api",
    "uvicorn",
)  # fmt: skip


def _run(tree: str, tests: Sequence[str], output: str) -> int:
    """Run these tests of `tree` in this process; pytest's exit status."""
    file = os.open(output, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    for stream in (sys.stdout, sys.stderr):
        os.dup2(file, stream.fileno())
    os.chdir(tree)
    sys.path[:1] = [tree, f"{tree}/src"]
    os.environ["PYTHONPATH"] = f"{tree}/src"  # for the simulators that tests start
    return int(pytest.main([*_ARGUMENTS, *tests]))


for plugin in entry_points(group="pytest11"):
    plugin.load()
for library in _LIBRARIES:
    import_module(library)

for line in sys.stdin:
    child = os.fork()
    if child == 0:
        status = 3
        try:
            status = _run(**json.loads(line))
        finally:
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(status)
    _, ended = os.waitpid(child, 0)
    print(os.waitstatus_to_exitcode(ended), flush=True)
