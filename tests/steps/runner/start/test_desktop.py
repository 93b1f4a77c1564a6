"""The desktop that a run tests: found at its address, served by its command, or one sentence says why not."""

from __future__ import annotations

import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from deskproof.steps.project.settings import DesktopSettings
from deskproof.steps.runner.start.desktop import DesktopAddress, NoDesktop, ServedDesktop

SERVE = "{python} -u -m http.server {port} --bind 127.0.0.1"
ADDRESS = "http://127.0.0.1:{port}/index.html?tenant={tenant}&o={organisation}&c={catalogue}"
TENANT: Any = SimpleNamespace(desktop_url="http://t-0001.localhost:1/", org_id="org-1")


def settings(**given: str) -> DesktopSettings:
    return DesktopSettings.model_validate({"adapter": "adapter.py", **given})


@contextmanager
def served(folder: Path, **given: str) -> Iterator[DesktopAddress]:
    (folder / "index.html").write_text("<title>My desktop</title>", encoding="utf-8")
    desktop = ServedDesktop(settings(**given), folder, folder)
    try:
        yield desktop.start()
    finally:
        desktop.stop()


def refused(folder: Path, **given: str) -> str:
    with pytest.raises(NoDesktop) as refusal, served(folder, **given):
        raise AssertionError("the desktop was found")
    return str(refusal.value)


def test_the_reference_desktop_is_where_the_tenant_is(tmp_path: Path) -> None:
    with served(tmp_path) as address:
        assert address.of(TENANT) == TENANT.desktop_url


@pytest.mark.parametrize("ready", [{}, {"ready": "Serving HTTP"}])
def test_a_command_serves_until_the_run_ends(tmp_path: Path, ready: dict[str, str]) -> None:
    with served(tmp_path, command=SERVE, address=ADDRESS, contains="My desktop", **ready) as address:
        found = address.of(TENANT)
        with urllib.request.urlopen(found) as answer:
            assert b"My desktop" in answer.read()
    tenant = "http://t-0001.localhost:1"
    assert found.partition("?")[2] == f"tenant={tenant}&o=org-1&c={tenant}/u2c/api/v1"
    assert "GET /index.html" in (tmp_path / "desktop.log").read_text(encoding="utf-8")
    with pytest.raises(OSError, match=r"refused|Cannot connect"):
        urllib.request.urlopen(found)


def test_at_the_vendors_hosts_the_catalogue_is_where_the_vendors_client_looks(tmp_path: Path) -> None:
    address = "http://127.0.0.1:{port}/index.html?c={catalogue}"
    with served(tmp_path, command=SERVE, address=address, hosts="vendor") as desktop:
        assert desktop.of(TENANT).partition("?")[2] == "c=https://u2c.wbx2.com/u2c/api/v1"


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"command": "no-such-program {port}", "address": ADDRESS}, "no-such-program"),
        (
            {"command": f"{sys.executable} -c 'print(\"out of order\"); raise SystemExit(3)'", "address": ADDRESS},
            "ended with status 3 before it served; correct desktop.command. It printed: out of order",
        ),
        (
            {"command": f"{sys.executable} -c 1", "address": ADDRESS, "ready": "Ready"},
            "ended with status 0 before it served",
        ),
        (
            {"command": SERVE, "address": "http://127.0.0.1:{port}/nothing.html"},
            "answered 404; correct desktop.address",
        ),
        (
            {"command": SERVE, "address": ADDRESS, "contains": "Your desktop"},
            "does not have 'Your desktop', so it is another page; correct desktop.address or desktop.contains.",
        ),
        ({"address": "http://127.0.0.1:9/"}, "No desktop answers at http://127.0.0.1:9/"),
        ({"address": "my-desktop"}, "desktop.address is 'my-desktop'; write one that begins with http:// or https://."),
    ],
)
def test_a_desktop_that_is_not_there_is_one_sentence(tmp_path: Path, given: dict[str, str], sentence: str) -> None:
    assert sentence in refused(tmp_path, **given)
