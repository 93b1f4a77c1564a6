"""The live console in a browser, with a tenant of its own with its clock stopped at nine."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from deskproof.simulator.control.client import TenantControl
from deskproof.simulator.server import Server

NINE = "2026-01-15T09:00:00Z"
NUMBER = "+12015550123"


@pytest.fixture
def tenant(simulator: Server) -> Iterator[TenantControl]:
    with simulator.control() as control:
        tenant = control.create_tenant(frozen_at=NINE)
        yield tenant
        tenant.close()


@contextmanager
def console(
    browser: Browser,
    simulator: Server,
    tenant: TenantControl | None,
    *,
    locale: str = "en-GB",
    viewport: ViewportSize | None = None,
) -> Iterator[Page]:
    """The console, signed in and at a tenant; without one, at the form for the token. No script may fail meanwhile."""
    context = browser.new_context(
        locale=locale, viewport=viewport or {"width": 1440, "height": 900}, permissions=["clipboard-write"]
    )
    page = context.new_page()
    failures: list[str] = []
    page.on("pageerror", lambda error: failures.append(str(error)))
    page.goto(f"{simulator.address}/_console")
    if tenant is not None:
        sign_in(page, simulator.control_token)
        page.locator("#tenant").select_option(tenant.id)
        expect(page.locator("#clock-title")).to_be_attached()
    yield page
    context.close()
    assert failures == []


def sign_in(page: Page, token: str) -> None:
    page.locator("#token").fill(token)
    page.locator("#token").press("Enter")


@contextmanager
def agent(browser: Browser, tenant: TenantControl, key: str, number: str = NUMBER) -> Iterator[Page]:
    """A desktop at which an agent has signed in with a number and gone Available."""
    context = browser.new_context(locale="en-GB")
    page = context.new_page()
    page.goto(f"{tenant.desktop_url}/")
    page.locator("input[type=email]").fill(tenant.people[key].email)
    page.locator("input[type=email]").press("Enter")
    page.locator("input[type=password]").fill(tenant.people[key].password)
    page.locator("input[type=password]").press("Enter")
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("radio", name="Dial Number").check()
    dialog.get_by_role("textbox").fill(number.removeprefix("+1"))
    team = dialog.get_by_role("combobox", name="Team")
    if team.is_visible():
        team.fill("Support")
        dialog.get_by_role("option", name="Support", exact=True).click()
    dialog.get_by_role("button", name="Submit").click()
    page.get_by_role("button", name="Availability").click()
    page.get_by_role("menuitemradio", name="Available").click()
    tenant.wait_for("AgentStateChanged", agent=key, timeout_seconds=30)
    yield page
    context.close()
