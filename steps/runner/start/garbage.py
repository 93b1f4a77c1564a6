"""Python's garbage collector rests until the first scenario: what is loaded before stays until the end of a run, and
need not be looked at again and again.
"""

from __future__ import annotations

import gc

import pytest


class GarbageCollector:
    """A pytest plugin for every process of a run."""

    def __init__(self) -> None:
        gc.disable()

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self) -> None:
        gc.freeze()
        gc.enable()

    def pytest_unconfigure(self) -> None:
        """Also after a run that never began."""
        gc.enable()
