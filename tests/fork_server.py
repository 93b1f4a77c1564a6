"""A process that runs one program after the other, for `tests.forks`.

Most of the time of a short program is spent on importing libraries. This process imports them once and forks for each
run. It imports nothing of the project, so each run imports the modules of the tree that it is given.

It reads a line of JSON for each run (the arguments of `_become`), and writes the exit status.
"""

from __future__ import annotations

import json
import os
import sys
import warnings
from collections.abc import Sequence
from importlib import import_module
from importlib.metadata import entry_points

import pytest

_LIBRARIES = (
    "PIL.ImageDraw", "aiortc", "allure_commons.model2", "authlib.oauth2.rfc7636", "click", "cucumber_tag_expressions",
    "fastapi.testclient", "hypothesis", "jinja2", "joserfc.jwk", "joserfc.jwt", "phonenumbers", "playwright.sync_api",
    "pydantic", "rich.console", "rich.table", "uvicorn", "websockets", "xdist.dsession", "xdist.workermanage",
)  # fmt: skip


def _become(
    *, program: str, arguments: Sequence[str], folder: str, environment: dict[str, str], output: str, errors: str
) -> int:
    """Make this process the `program`, `deskproof` or `pytest`; its exit status. `output` and `errors` are the files
    that it writes to.
    """
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    for number, path in ((1, output), (2, errors)):
        os.dup2(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND), number)
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    sys.path[:1] = [folder, *filter(None, environment.get("PYTHONPATH", "").split(os.pathsep))]
    sys.argv = [program, *arguments]
    if program == "pytest":
        return int(pytest.main([*arguments]))
    from deskproof.steps.cli import main

    main()
    return 0


with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    for plugin in entry_points(group="pytest11"):
        if plugin.name != "deskproof":  # a run takes ours from its tree
            plugin.load()
    for library in _LIBRARIES:
        import_module(library)

while request := sys.stdin.readline():
    child = os.fork()
    if child == 0:
        sys.exit(_become(**json.loads(request)))
    _, ended = os.waitpid(child, 0)
    print(os.waitstatus_to_exitcode(ended), flush=True)
