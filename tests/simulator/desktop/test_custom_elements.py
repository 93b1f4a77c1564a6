"""A team's layout with custom elements, on the whole desktop under its policy, with scripts from another origin."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from deskproof.simulator.control.client import TenantControl
from deskproof.simulator.server import Server

SCRIPTS = {
    "who.js": """customElements.define("team-who", class extends HTMLElement {
      set status(value) { this.textContent = `${this.getAttribute("name-of")} ${value}`; }
    });""",
    "ears.js": """customElements.define("team-ears", class extends HTMLElement {
      set status(value) { document.documentElement.dataset.heard = value; }
    });""",
    "throws.js": """customElements.define("team-throws", class extends HTMLElement {
      connectedCallback() { throw new Error("no such customer"); }
    });""",
    "setter.js": """customElements.define("team-setter", class extends HTMLElement {
      set status(value) { throw new Error("no such status"); }
    });""",
    "later.js": """customElements.define("team-later", class extends HTMLElement {
      connectedCallback() { this.innerHTML = "<button>Look up</button>"; }
      constructor() { super(); this.addEventListener("click", () => { throw new Error("too late"); }); }
    });""",
    "other.js": "",
}


class _Scripts(SimpleHTTPRequestHandler):
    """Serves the scripts to pages of any origin, as a development server does."""

    def end_headers(self) -> None:
        self.send_header("Access-Control-Allow-Origin", "*")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def scripts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder: Path = tmp_path_factory.mktemp("scripts")
    for name, text in SCRIPTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def host(scripts: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Scripts, directory=str(scripts)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


Open = Callable[..., Page]


def reported(desk: Page, tenant: TenantControl) -> list[str]:
    """The events that the metrics service has received; waits for the first."""
    desk.wait_for_function(
        "performance.getEntriesByType('resource').some(({ name }) => name.endsWith('/clientmetrics'))"
    )
    return [line.detail for line in tenant.traffic() if line.path == "/metrics/api/v1/clientmetrics"]


@pytest.fixture
def tenant(simulator: Server) -> Iterator[TenantControl]:
    with simulator.control() as control:
        tenant = control.create_tenant("standard")
        yield tenant
        tenant.close()


@pytest.fixture
def open_desk(browser: Browser, tenant: TenantControl) -> Iterator[Open]:
    """Opens the desk of Ada, whose team has these areas in its layout; the hosts are those that are allowed."""
    contexts = []

    def open_(area: dict[str, Any], *hosts: str) -> Page:
        layout = {"key": "own", "name": "Own", "document": {"agent": {"area": area}}}
        settings = {"globalLayout": "own", "widgetHosts": list(hosts)}
        tenant.change({"layouts": [layout], "settings": settings})
        ada = tenant.people["ada"]
        context = browser.new_context(locale="en-GB")
        contexts.append(context)
        page = context.new_page()
        page.goto(tenant.desktop_url)
        page.get_by_role("textbox").fill(ada.email)
        page.get_by_role("button", name="Sign In").click()
        page.locator("input[type=password]").fill(ada.password)
        page.get_by_role("button", name="Sign In").click()
        page.get_by_role("radio", name="Extension").check()
        page.get_by_role("textbox", name="Extension").fill("1001")
        page.get_by_role("combobox", name="Team").fill("Support")
        page.get_by_role("option", name="Support").click()
        page.get_by_role("button", name="Submit").click()
        expect(page.get_by_role("navigation")).to_be_visible()
        return page

    yield open_
    for context in contexts:
        context.close()


def element(host: str, name: str, **more: object) -> dict[str, Any]:
    return {"comp": f"team-{name}", "script": f"{host}/{name}.js", **more}


STATUS = {"status": "$STORE.agent.subStatus"}


@pytest.mark.parametrize("area", ["panel", "persistent", "header", "advancedHeader", "navigation"])
def test_an_element_shows_what_the_store_has(open_desk: Open, tenant: TenantControl, host: str, area: str) -> None:
    who = element(host, "who", properties=STATUS, attributes={"name-of": "$STORE.agent.agentName"})
    areas: dict[str, Any] = {
        "panel": who,
        "persistent": [who],
        "header": {"widgets": {"who": who}},
        "advancedHeader": [{"comp": "agentx-state-selector"}, who],
        "navigation": [
            {
                "nav": {"label": "Who", "navigateTo": "who", "isDefaultLandingPage": True},
                "page": {"widgets": {"w": who}},
            }
        ],
    }
    desk = open_desk({area: areas[area]}, host)
    shown = desk.locator("team-who")
    expect(shown).to_have_text(f"{tenant.people['ada'].name} Idle")
    desk.evaluate("() => { self.kept = document.querySelector('team-who') }")
    desk.get_by_role("button", name="Meeting").click()
    desk.get_by_text("Available", exact=True).click()
    expect(shown).to_have_text(f"{tenant.people['ada'].name} Available")
    assert desk.evaluate("() => self.kept === document.querySelector('team-who')")


def test_a_headless_element_runs_out_of_sight(open_desk: Open, host: str) -> None:
    desk = open_desk({"headless": {"widgets": {"ears": element(host, "ears", properties=STATUS)}}}, host)
    expect(desk.locator("html")).to_have_attribute("data-heard", "Idle")
    expect(desk.locator("team-ears")).to_be_hidden()


def test_the_desk_is_loaded_again_when_a_script_is_saved(open_desk: Open, host: str, scripts: Path) -> None:
    def save(greeting: str) -> None:
        text = SCRIPTS["who.js"].replace("team-who", "team-saved").replace("`${", f"`{greeting} ${{", 1)
        (scripts / "saved.js").write_text(text, encoding="utf-8")

    save("Good morning")
    desk = open_desk({"panel": element(host, "saved", properties=STATUS, attributes={"name-of": "Ada"})}, host)
    expect(desk.locator("team-saved")).to_have_text("Good morning Ada Idle")
    with desk.expect_event(
        "requestfinished", lambda request: request.resource_type == "fetch" and "saved" in request.url
    ):
        pass
    save("Hello")
    expect(desk.locator("team-saved")).to_have_text("Hello Ada Idle", timeout=20_000)
    expect(desk.get_by_role("navigation")).to_be_visible()


@pytest.mark.parametrize("name", ["throws", "setter"])
def test_an_element_that_throws_is_named_and_the_others_go_on(
    open_desk: Open, tenant: TenantControl, host: str, name: str
) -> None:
    who = element(host, "who", properties=STATUS, attributes={"name-of": "Ada"})
    desk = open_desk({"persistent": [element(host, name, properties=STATUS), who]}, host)
    alert = desk.get_by_role("alert").filter(has_text="has stopped")
    expect(alert).to_contain_text(f"“team-{name}” has stopped because of an error: ")
    expect(desk.locator("team-who")).to_have_text("Ada Idle")
    assert reported(desk, tenant) == [f"widget.threw team-{name}"]


def test_an_element_that_throws_later_is_named(open_desk: Open, host: str) -> None:
    desk = open_desk({"panel": element(host, "later")}, host)
    desk.get_by_role("button", name="Look up").click()
    expect(desk.get_by_role("alert").filter(has_text="team-later")).to_be_visible()


@pytest.mark.parametrize(
    ("name", "allowed", "why", "sentence"),
    [
        (
            "who",
            False,
            "notAllowed",
            "“team-who” is not shown: your organisation does not allow scripts from {host}/who.js.",
        ),
        ("gone", True, "notLoaded", "“team-gone” is not shown: its script {host}/gone.js could not be loaded."),
        (
            "other",
            True,
            "notDefined",
            "“team-other” is not shown: its script {host}/other.js does not define “team-other”.",
        ),
    ],
)
def test_a_script_that_does_not_help_is_named(
    open_desk: Open, tenant: TenantControl, host: str, name: str, allowed: bool, why: str, sentence: str
) -> None:
    desk = open_desk({"panel": element(host, name)}, *([host] if allowed else []))
    alert = desk.get_by_role("complementary").get_by_role("alert")
    expect(alert).to_have_text(f"{sentence.format(host=host)} Tell your administrator.")
    assert reported(desk, tenant) == [f"widget.{why} team-{name}"]
