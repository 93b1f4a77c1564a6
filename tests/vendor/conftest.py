"""What the tests with the vendor's widgets stand on: the example's page, a simulator at the vendor's hosts, agents."""

from __future__ import annotations

import importlib
import os
import ssl
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from deskproof.simulator.certificate import Tls, make_certificate
from deskproof.simulator.control.client import Person, TenantControl
from deskproof.simulator.server import Server, start_server
from deskproof.simulator.vendor_hosts import HOSTS
from deskproof.steps.browsers.browser import ensure, ensure_driver, launch_options
from deskproof.steps.browsers.vendor_hosts import VendorHosts
from tests.sdk.conftest import misfits, published, sign_in
from tests.sdk.published import CALLING
from tests.vendor.agent import Agent
from tests.vendor.phone import Phone

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
    """The page's own files, below /widgets/ what was made of the packages, and a page that is a telephone."""

    def __init__(self, *given: object, made: Path, calling: Path) -> None:
        self._made = made
        self._calling = calling
        super().__init__(*given)  # type: ignore[arg-type]

    def translate_path(self, path: str) -> str:
        if path == "/calling.min.js":
            return str(self._calling)
        if path.startswith("/phone."):
            return str(Path(__file__).parent / "page" / path.lstrip("/"))
        below = path.removeprefix("/widgets/")
        self.directory = str(self._made if below != path else EXAMPLE / "site")
        return super().translate_path(f"/{below.lstrip('/')}")

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="session")
def page_address(widgets: Path) -> Iterator[str]:
    page = partial(_Page, made=widgets, calling=published(CALLING))
    server = ThreadingHTTPServer(("127.0.0.1", 0), page)
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


@dataclass(frozen=True, kw_only=True)
class Desk:
    """Where people of the tenant open pages, each in a browser of its own."""

    browser: Browser
    contexts: ExitStack
    tokens: dict[str, str]
    get_token: Callable[[Page, Person], str]
    tenant: TenantControl

    def opens(self, key: str, address: str) -> Page:
        """A page for a person, signed in."""
        if key not in self.tokens:
            with self.browser.new_context(java_script_enabled=False) as provider:
                self.tokens[key] = self.get_token(provider.new_page(), self.tenant.people[key])
        context = self.contexts.enter_context(self.browser.new_context(permissions=["microphone"]))
        context.add_init_script(f"localStorage.setItem('{TOKEN}', '{self.tokens[key]}')")
        page = context.new_page()
        page.set_default_timeout(PATIENCE_MILLISECONDS)
        page.goto(address)
        return page


@pytest.fixture
def desk(browser: Browser, tenant: TenantControl, server: Server, tls: Tls) -> Iterator[Desk]:
    trusting = ssl.create_default_context(cafile=str(tls.certificate))

    def get_token(page: Page, person: Person) -> str:
        return sign_in(page, tenant, person, server.address, trusting)

    with ExitStack() as contexts:
        yield Desk(browser=browser, contexts=contexts, tokens={}, get_token=get_token, tenant=tenant)


Arrive = Callable[..., Agent]
PickUp = Callable[[str], Phone]


@pytest.fixture
def arrive(desk: Desk, page_address: str, tenant: TenantControl) -> Arrive:
    """Opens the page for a person of the tenant; they have no station yet."""

    def arrive_(key: str, address: str = "") -> Agent:
        page = desk.opens(key, f"{page_address}?catalogue=https://{HOSTS['u2c']}/u2c/api/v1&details&{address}")
        return Agent(page=page, person=tenant.people[key], tenant=tenant)

    return arrive_


@pytest.fixture
def telephone(desk: Desk, page_address: str) -> PickUp:
    """Opens the telephone of a person of the tenant, which is ready."""

    def telephone_(key: str) -> Phone:
        phone = Phone(page=desk.opens(key, f"{page_address}phone.html"))
        phone.is_quiet()
        return phone

    return telephone_
