"""What the tests with the vendor's widgets stand on: the example's page, a simulator at the vendor's hosts, agents."""

from __future__ import annotations

import importlib
import os
import ssl
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from deskproof.simulator.certificate import Tls, make_certificate
from deskproof.simulator.control.client import TenantControl
from deskproof.simulator.server import Server, start_server
from deskproof.simulator.vendor_hosts import HOSTS
from deskproof.steps.browsers.browser import ensure, ensure_driver, launch_options
from deskproof.steps.browsers.vendor_hosts import VendorHosts
from tests.sdk.conftest import misfits, sign_in
from tests.vendor.agent import Agent

EXAMPLE = Path(__file__).parents[2] / "examples" / "webex-widgets"
TOKEN = "webex-widgets.access-token"
RESOLVED = {"auxiliaryCodes": [{"key": "resolved", "name": "Resolved", "work": "WRAP_UP_CODE"}]}
"""The vendor's suite wraps up with this code too."""
PATIENCE_MILLISECONDS = 20_000
"""How long to wait until a widget shows a change; four agents have a page each, on two cores."""


@pytest.fixture(scope="session")
def widgets() -> Path:
    """The page with the vendor's widgets, made once. Missing npm skips the test, except where CI counts it."""
    sys.path.insert(0, str(EXAMPLE))
    try:
        packages = importlib.import_module("packages")
    finally:
        sys.path.remove(str(EXAMPLE))
    try:
        made: Path = packages.widgets()
    except packages.NotAvailable as reason:
        if os.environ.get("CI"):
            pytest.fail(f"{reason} CI does not skip these tests.")
        pytest.skip(str(reason))
    return made


class _Page(SimpleHTTPRequestHandler):
    """The page's own files, and below /widgets/ what was made of the packages."""

    def __init__(self, *given: object, made: Path) -> None:
        self._made = made
        super().__init__(*given)  # type: ignore[arg-type]

    def translate_path(self, path: str) -> str:
        below = path.removeprefix("/widgets/")
        self.directory = str(self._made if below != path else EXAMPLE / "site")
        return super().translate_path(f"/{below.lstrip('/')}")

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="session")
def page_address(widgets: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Page, made=widgets))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(scope="module")
def tls(tmp_path_factory: pytest.TempPathFactory) -> Tls:
    return make_certificate(tmp_path_factory.mktemp("tls"))


@pytest.fixture(scope="module")
def server(widgets: Path, tls: Tls) -> Iterator[Server]:
    with start_server(tls=tls, vendor_hosts=True) as server:
        yield server


@pytest.fixture
def tenant(server: Server) -> Iterator[TenantControl]:
    """A tenant of its own; afterwards, nothing it was asked for may have been unknown or ill-formed."""
    with server.control() as control:
        tenant = control.create_tenant("standard", changes=RESOLVED)
        tenant.freeze()
        yield tenant
        assert misfits(tenant) == []
        tenant.close()


@pytest.fixture(scope="module")
def browser(widgets: Path, server: Server, tls: Tls) -> Iterator[Browser]:
    """A full Chromium, which has a microphone to allow, and to which the vendor's hosts are here."""
    ensure_driver()
    options = launch_options(ensure("full"))
    options["args"] += VendorHosts(port=urlsplit(server.address).port or 0, fingerprint=tls.fingerprint).flags
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**options)
        expect.set_options(timeout=PATIENCE_MILLISECONDS)
        yield browser
        browser.close()


Arrive = Callable[..., Agent]


@pytest.fixture
def arrive(browser: Browser, page_address: str, tenant: TenantControl, server: Server, tls: Tls) -> Iterator[Arrive]:
    """Opens the page for a person of the tenant, in a browser of their own and signed in; they have no station yet."""
    trusting = ssl.create_default_context(cafile=str(tls.certificate))
    tokens: dict[str, str] = {}
    with ExitStack() as contexts:

        def arrive_(key: str, address: str = "") -> Agent:
            person = tenant.people[key]
            if key not in tokens:
                with browser.new_context(java_script_enabled=False) as provider:
                    tokens[key] = sign_in(provider.new_page(), tenant, person, server.address, trusting)
            context = contexts.enter_context(browser.new_context(permissions=["microphone"]))
            context.add_init_script(f"localStorage.setItem('{TOKEN}', '{tokens[key]}')")
            page = context.new_page()
            page.set_default_timeout(PATIENCE_MILLISECONDS)
            page.goto(f"{page_address}?catalogue=https://{HOSTS['u2c']}/u2c/api/v1&details&{address}")
            return Agent(page=page, person=person, tenant=tenant)

        yield arrive_
