"""Pytest on another source of the package, started quickly: each run is the fork of a process that has imported the
libraries.

Rule: a fork drops every module of this package and imports the package from its own source, as the simulator's forks do
(`simulator/forked.py`).
"""

from __future__ import annotations

import multiprocessing
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

_PACKAGE = "deskproof"
_CONTEXT = multiprocessing.get_context("forkserver")
_LIBRARIES = (
    "pytest",
    "hypothesis",
    "playwright.sync_api",
    "respx",
    "fastapi",
    "uvicorn",
    "websockets",
    "aiortc",
    "jinja2",
    "joserfc.jwt",
    "phonenumbers",
    "PIL.ImageDraw",
)
"""What tests import most; a project that lacks one of them does without."""


def run_pytest(arguments: Sequence[str], *, package: Path, folder: Path) -> tuple[int, str]:
    """Run pytest in `folder`, with `deskproof` from the folder `package`; its exit status and what it printed."""
    _CONTEXT.set_forkserver_preload(list(_LIBRARIES))
    with tempfile.NamedTemporaryFile(prefix="deskproof-pytest-") as printed:
        process = _CONTEXT.Process(target=_run, args=(list(arguments), str(package), str(folder), printed.name))
        process.start()
        process.join()
        return process.exitcode or 0, printed.read().decode(errors="replace")


def _run(arguments: list[str], package: str, folder: str, printed: str) -> None:
    for name in [name for name in sys.modules if name.partition(".")[0] == _PACKAGE]:
        del sys.modules[name]
    file = os.open(printed, os.O_WRONLY | os.O_APPEND)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(file, 1)
    os.dup2(file, 2)
    os.chdir(folder)
    os.environ["PYTHONPATH"] = package
    sys.path[:0] = [folder, package]
    import pytest

    sys.exit(int(pytest.main([*arguments, "-W", "ignore::pytest.PytestAssertRewriteWarning"])))
