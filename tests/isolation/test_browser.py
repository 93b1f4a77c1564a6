"""What a page of another origin can do to the simulator in real Chromium: nothing.

`EVIL` stands for a site that its owner makes the browser resolve to this machine (DNS rebinding), `STRANGER` for any
other site. Their pages are served in place of the network; what they ask of the simulator really reaches it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from urllib.parse import urlsplit

import httpx
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, Route

from deskproof.simulator.control.client import TenantControl
from deskproof.simulator.server import Server
from deskproof.steps.browsers.browser import ensure, launch_options
from deskproof.steps.cast.browser.stored_sign_in import sign_in
from deskproof.steps.day.requests import SUBSCRIPTION

EVIL, STRANGER = "evil.example", "stranger.example"

_FETCH = """async ([address, init]) => {
  try {
    const answer = await fetch(address, init);
    return `${answer.type} ${answer.status} ${(await answer.text()).length > 0}`;
  } catch (error) {
    return error.name;
  }
}"""

_OPEN_SOCKET = """address => new Promise(resolve => {
  const socket = new WebSocket(address);
  socket.onopen = () => resolve("open");
  socket.onclose = event => resolve(`closed ${event.code}`);
})"""


@pytest.fixture(scope="module")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """A browser whose resolver gives the address of this machine for every host of `.example`."""
    options = launch_options(ensure("shell"))
    options["args"] = [*options["args"], "--host-resolver-rules=MAP *.example 127.0.0.1"]
    started = playwright.chromium.launch(**options)
    yield started
    started.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    opened = browser.new_context()
    yield opened
    opened.close()


@pytest.fixture
def tenant(simulator: Server) -> Iterator[TenantControl]:
    with simulator.control() as control:
        made = control.create_tenant()
        yield made
        made.close()


def port_of(server: Server) -> int:
    port = urlsplit(server.address).port
    assert port is not None
    return port


@contextmanager
def page_of(context: BrowserContext, origin: str, text: str = "<!doctype html><title>A page</title>") -> Iterator[Page]:
    """A page of this origin with its own script; all else that it asks for goes to the network."""

    def answer(route: Route) -> None:
        route.fulfill(status=200, content_type="text/html", body=text)

    context.route(f"{origin}/page", answer)
    page = context.new_page()
    page.goto(f"{origin}/page")
    yield page
    page.close()


PATHS = ("/", "/_console", "/_control/v1/tenants", "/_control/v1/openapi.json", "/u2c/api/v1/limited/catalog")


@pytest.fixture
def rebound(browser: Browser, simulator: Server) -> Iterator[Page]:
    """A page of `EVIL` that has been rebound: what it asks of its own origin reaches the simulator, and no policy of
    the simulator's answer stops its scripts.
    """
    context = browser.new_context(bypass_csp=True)
    page = context.new_page()
    answer = page.goto(f"http://{EVIL}:{port_of(simulator)}/")
    assert answer is not None
    assert answer.status == HTTPStatus.MISDIRECTED_REQUEST
    yield page
    context.close()


@pytest.mark.parametrize("path", PATHS)
def test_a_host_that_is_made_to_resolve_to_this_machine_gets_nothing(
    rebound: Page, simulator: Server, path: str
) -> None:
    bearer = {"headers": {"Authorization": f"Bearer {simulator.control_token}"}}
    assert rebound.evaluate(_FETCH, [path, bearer]) == "basic 421 true"


def test_a_rebound_host_gets_no_socket(rebound: Page, simulator: Server, tenant: TenantControl) -> None:
    ada = tenant.people["ada"]
    token = sign_in(tenant, ada)[1].access_token
    subscribe = f"{simulator.address}/wcc/v1/notification/subscribe"
    answer = httpx.post(subscribe, json=SUBSCRIPTION, headers={"Authorization": f"Bearer {token}"})
    address = answer.json()["webSocketUrl"]
    own = urlsplit(address)
    assert rebound.evaluate(_OPEN_SOCKET, own._replace(netloc=f"{EVIL}:{own.port}").geturl()) == "closed 1006"
    assert rebound.evaluate(_OPEN_SOCKET, address) == "open", "the address is wrong, so that this shows nothing"


@pytest.mark.parametrize("path", ["/_control/v1/tenants", "/_control/v1/openapi.json", "/_console", "/"])
@pytest.mark.parametrize("with_token", [True, False], ids=["with the token", "without"])
def test_another_origin_cannot_read_the_control_plane_or_the_console(
    context: BrowserContext, simulator: Server, path: str, with_token: bool
) -> None:
    init = {"headers": {"Authorization": f"Bearer {simulator.control_token}"}} if with_token else {}
    with page_of(context, f"http://{STRANGER}") as page:
        assert page.evaluate(_FETCH, [simulator.address + path, init]) == "TypeError"
        unread = page.evaluate(_FETCH, [simulator.address + path, {"mode": "no-cors"}])
        assert unread in ("opaque 0 false", "TypeError")


@pytest.mark.parametrize("what", ["desktop", "identity", "teams", "console", "landing page"])
def test_another_origin_cannot_frame_a_page(
    context: BrowserContext, simulator: Server, tenant: TenantControl, what: str
) -> None:
    desktop = urlsplit(tenant.desktop_url)
    address = {
        "desktop": tenant.desktop_url,
        "identity": f"{desktop.scheme}://id.{desktop.netloc}/",
        "teams": f"{desktop.scheme}://teams.{desktop.netloc}/",
        "console": f"{simulator.address}/_console",
        "landing page": f"{simulator.address}/",
    }[what]
    framing = f'<!doctype html><title>A page</title><iframe src="{address}"></iframe>'
    with page_of(context, f"http://{STRANGER}", framing) as page:
        page.wait_for_load_state("load")
        (framed,) = page.main_frame.child_frames
        assert framed.url == "chrome-error://chromewebdata/"


def test_the_cookies_of_a_tenant_reach_no_other_tenant(
    context: BrowserContext, simulator: Server, tenant: TenantControl
) -> None:
    page, ada = context.new_page(), tenant.people["ada"]
    page.goto(tenant.desktop_url)
    for text in (ada.email, ada.password):
        field = page.locator("input:visible:not([type=hidden])").first
        field.fill(text)
        with page.expect_navigation():
            field.press("Enter")
    page.wait_for_url(f"{tenant.desktop_url}**")
    cookies = context.cookies()
    assert cookies, "no cookie was set, so that this shows nothing"
    assert [cookie for cookie in cookies if cookie["domain"].startswith(".") or not cookie["httpOnly"]] == []
    with simulator.control() as control:
        other = control.create_tenant()
        theirs = urlsplit(other.desktop_url)
        hosts = ("", "id.", "teams.")
        assert [context.cookies(f"{theirs.scheme}://{host}{theirs.netloc}/") for host in hosts] == [[], [], []]
        other.close()
