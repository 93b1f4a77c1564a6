"""The browsers of a worker: one that died, or whose driver died, is replaced."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Error

from deskproof.simulator.certificate import make_certificate
from deskproof.simulator.server import start_server
from deskproof.simulator.vendor_hosts import HOSTS
from deskproof.steps.browsers.pool import Browsers
from deskproof.steps.browsers.vendor_hosts import VendorHosts


def _use_for_ever(browser: Browser) -> None:
    while True:
        browser.new_context().close()


def _driver() -> int:
    """The process of this process's Playwright driver."""
    return _child(os.getpid(), "run-driver")


def _child(parent: int, word: str = "") -> int:
    """A process that this one has started, with this word in its command."""
    listed = subprocess.run(["ps", "-ewwo", "pid=,ppid=,args="], capture_output=True, text=True, check=True).stdout
    rows = (line.split(maxsplit=2) for line in listed.splitlines())
    return next(int(pid) for pid, of, args in rows if int(of) == parent and word in args)


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


def test_a_browser_that_dies_takes_the_driver_along_and_both_are_replaced() -> None:
    browsers = Browsers()
    try:
        first = browsers.get("shell")
        driver = _driver()
        os.kill(_child(driver), signal.SIGKILL)
        with pytest.raises(Error):
            _use_for_ever(first)
        assert browsers.lost() is not None
        assert browsers.get("shell").new_page().title() == ""
        assert browsers.lost() is None
        assert _driver() != driver
    finally:
        browsers.close()


def test_browsers_that_are_closed_leave_the_driver() -> None:
    browsers = Browsers()
    try:
        browsers.get("shell")
        driver = _driver()
        browsers.find_vendor_hosts(VendorHosts(port=1, fingerprint="x"))
        assert browsers.get("shell").is_connected()
        assert _driver() == driver
    finally:
        browsers.close()


def test_the_vendors_hosts_are_in_one_simulator_and_later_in_another(tmp_path: Path) -> None:
    tls = make_certificate(tmp_path)
    with (
        start_server(tls=tls, vendor_hosts=True) as one,
        start_server(tls=tls, vendor_hosts=True) as other,
        one.control() as control,
    ):
        tenant = control.create_tenant()
        catalogue = f"https://{HOSTS['u2c']}/u2c/api/v1/limited/catalog?orgId={tenant.org_id}"
        browsers = Browsers(vendor_hosts=VendorHosts.of(one.address, tls))
        assert not browsers.has_firefox()
        try:
            first = browsers.get("shell")
            assert _status(first, catalogue) == 200
            browsers.find_vendor_hosts(VendorHosts.of(one.address, tls))
            assert browsers.get("shell") is first
            browsers.find_vendor_hosts(VendorHosts.of(other.address, tls))
            assert _status(browsers.get("shell"), catalogue) == 401  # the other has no such tenant
            assert browsers.lost() is None
        finally:
            browsers.close()


def _status(browser: Browser, address: str) -> int:
    answer = browser.new_page().goto(address)
    assert answer is not None
    return answer.status


WITHOUT_FILES = """
import gc, os, resource, sys
from deskproof.steps.browsers import pool

found = pool.find("shell")
pool.find = lambda kind: found  # looking for a browser needs files too
_, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
resource.setrlimit(resource.RLIMIT_NOFILE, (len(os.listdir("/proc/self/fd")) + int(sys.argv[1]), hard))
try:
    pool.Browsers().get("shell")
except Exception as error:
    print(error)
gc.collect()
"""


@pytest.mark.skipif(sys.platform != "linux", reason="the open files of a process are found in /proc")
def test_a_driver_that_cannot_be_started_is_reported_once() -> None:
    """When the process has run out of file descriptors, the caller gets the error and nothing is printed."""
    for files in range(40):
        command = [sys.executable, "-c", WITHOUT_FILES, str(files)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if "Cannot launch Node.js" in done.stdout:
            break
    assert "Too many open files" in done.stdout
    assert (done.returncode, done.stderr) == (0, "")
