"""The browsers of a worker: one that died, or whose driver died, is replaced."""

import os
import signal
import subprocess

import pytest
from playwright.sync_api import Error

from deskproof.steps.browsers.pool import Browsers


def _driver() -> int:
    """The process of this process's Playwright driver."""
    listed = subprocess.run(["ps", "-ewwo", "pid=,ppid=,args="], capture_output=True, text=True, check=True).stdout
    rows = (line.split(maxsplit=2) for line in listed.splitlines())
    return next(int(pid) for pid, parent, args in rows if int(parent) == os.getpid() and "run-driver" in args)


def test_a_driver_that_died_can_be_closed_and_is_replaced() -> None:
    browsers = Browsers()
    try:
        first = browsers.get("shell")
        assert browsers.get("shell") is first
        os.kill(_driver(), signal.SIGKILL)
        with pytest.raises(Error):
            first.new_page()
        browsers.close()
        assert browsers.get("shell").is_connected()
    finally:
        browsers.close()
