"""What the tests with the vendor's SDK stand on: the bundle, a page that uses it, a simulator, tenants, a browser."""

from __future__ import annotations

import base64
import hashlib
import os
import secrets
import ssl
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import httpx
import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from deskproof.simulator.control.client import Line, Person, TenantControl
from deskproof.simulator.server import Server, start_server
from deskproof.steps.browsers.browser import ensure, ensure_driver, launch_options
from tests.sdk.published import CLIENT, NotAvailable, Package, bundle

PAGE = Path(__file__).parent / "page"
EVENT_MILLISECONDS = 60_000
"""How long an event may take; the client itself waits five seconds before it reconnects (PROTOCOL 3.2)."""
FROZEN_AT = "2026-01-15T09:00:00Z"
OWN_OPTIONS = {
    "settings": {"webRtcEnabled": False},
    "profiles": [{"key": "agents", "loginVoiceOptions": ["AGENT_DN", "EXTENSION"]}],
}
"""The Desktop option needs the calling services, which are not here yet; so these tenants do not offer it."""


@pytest.fixture(scope="session")
def sdk() -> Path:
    """The bundle of the vendor's client."""
    return published(CLIENT)


def published(package: Package) -> Path:
    """The bundle of a package. Missing Node.js skips the test, except where CI says that it counts."""
    try:
        return bundle(package)
    except NotAvailable as reason:
        if os.environ.get("CI"):
            pytest.fail(f"{reason} CI does not skip these tests.")
        pytest.skip(str(reason))


class _Quiet(SimpleHTTPRequestHandler):
    """Serves the page's two files, and the bundle from where it is kept."""

    def __init__(self, *given: Any, sdk: Path, **named: Any) -> None:
        self._sdk = sdk
        super().__init__(*given, **named)

    def translate_path(self, path: str) -> str:
        return str(self._sdk) if path == "/contact-center.min.js" else super().translate_path(path)

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="session")
def page_address(sdk: Path) -> Iterator[str]:
    """The address of the application's page: an origin that is not the tenant's."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, sdk=sdk, directory=str(PAGE)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(scope="session")
def server(sdk: Path) -> Iterator[Server]:
    with start_server() as server:
        yield server


@pytest.fixture
def tenant(server: Server) -> Iterator[TenantControl]:
    """A tenant of its own for each test; afterwards, nothing it was asked for may have been unknown or ill-formed."""
    with server.control() as control:
        tenant = control.create_tenant("standard", changes=OWN_OPTIONS, frozen_at=FROZEN_AT)
        yield tenant
        tenant.close()


@pytest.fixture(scope="module")
def browser(sdk: Path) -> Iterator[Browser]:
    """One browser for a module; no longer, because asynchronous tests cannot run while Playwright does."""
    ensure_driver()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch_options(ensure("shell")))
        yield browser
        browser.close()


@dataclass(frozen=True, kw_only=True)
class Application:
    """One instance of an application with the vendor's SDK, in a browser of its own, for one person."""

    page: Page
    person: Person
    tenant: TenantControl

    def call(self, name: str, *given: object) -> Any:
        """What a method of the SDK's contact centre object resolves to; an assertion error when it rejects."""
        answer = self._call(name, given)
        assert "value" in answer, f"{name} was rejected: {answer['error']}"
        return answer["value"]

    def call_rejected(self, name: str, *given: object) -> Any:
        """What a method of the SDK rejects with: `message`, `reason`, `data`."""
        answer = self._call(name, given)
        assert "error" in answer, f"{name} was not rejected: {answer['value']}"
        return answer["error"]

    def entries(self, asked: dict[str, object] | None = None) -> Any:
        return self.page.evaluate("asked => application.entries('addressBook', asked)", asked or {})

    def seen(self, event: str) -> Any:
        """What the SDK passed with the event, the latest time; waits until it has come."""
        found = self.page.wait_for_function("name => application.events[name]", arg=event, timeout=EVENT_MILLISECONDS)
        return found.json_value()

    def _call(self, name: str, given: tuple[object, ...]) -> Any:
        return self.page.evaluate("([name, given]) => application.call(name, ...given)", [name, list(given)])


@pytest.fixture
def open_application(
    browser: Browser, page_address: str, tenant: TenantControl, server: Server
) -> Iterator[Callable[[str], Application]]:
    """Opens an application for a person, signed in at the identity provider as people do; closes them all."""
    contexts = []

    def open_(key: str) -> Application:
        person = tenant.people[key]
        with browser.new_context(java_script_enabled=False) as provider:  # so the desktop does not start in it
            token = sign_in(provider.new_page(), tenant, person, server.address)
        context = browser.new_context()
        contexts.append(context)
        page = context.new_page()
        page.goto(page_address)
        page.evaluate(
            "([token, catalogue]) => application.open(token, catalogue)", [token, f"{tenant.desktop_url}/u2c/api/v1"]
        )
        return Application(page=page, person=person, tenant=tenant)

    yield open_
    for context in contexts:
        context.close()


def misfits(tenant: TenantControl) -> list[Line]:
    """The lines of the tenant's traffic that do not fit the wire catalogue."""
    return [line for line in tenant.traffic() if line.verdict != "ok"]


def sign_in(
    page: Page, tenant: TenantControl, person: Person, address: str, trusting: ssl.SSLContext | bool = True
) -> str:
    """An access token by the authorization code flow with PKCE, through the identity pages (docs/architecture.md)."""
    verifier = secrets.token_urlsafe(48)
    digest = base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode()
    redirect = f"{tenant.desktop_url.rstrip('/')}/signed-in"
    asked = {
        "client_id": "agent-desktop",
        "redirect_uri": redirect,
        "response_type": "code",
        "scope": "openid profile email cjp:user",
        "state": "here",
        "code_challenge": digest,
        "code_challenge_method": "S256",
    }

    page.goto(f"{tenant.identity_url}/authorize?{urlencode(asked)}")
    page.get_by_role("textbox").fill(person.email)
    page.get_by_role("button", name="Sign In").click()
    page.locator("input[type=password]").fill(person.password)
    page.get_by_role("button", name="Sign In").click()
    page.wait_for_url(lambda url: url.startswith(f"{redirect}?"))
    code = parse_qs(urlsplit(page.url).query)["code"][0]
    answer = httpx.post(
        f"{address}/token",
        headers={"Host": urlsplit(tenant.identity_url).netloc},
        verify=trusting,
        data={
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": redirect,
            "client_id": "agent-desktop",
            "code_verifier": verifier,
        },
    )
    assert answer.status_code == httpx.codes.OK, answer.text
    return str(answer.json()["access_token"])
