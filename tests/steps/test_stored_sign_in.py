"""A stored sign-in: made over the public wire, journaled like any other, and refused in words where it is not taken."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from playwright.sync_api import sync_playwright

from simulator.control.client import TenantControl
from simulator.server import start_server
from steps.browser import find, launch_options
from steps.stored_sign_in import NotSignedIn, store_sign_in


@pytest.fixture
def tenant() -> Iterator[TenantControl]:
    with start_server() as server, server.control() as control:
        yield control.create_tenant("standard")


def test_the_browser_is_at_station_credentials_at_once(tenant: TenantControl) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch_options(find("shell")))
        context = browser.new_context()
        store_sign_in(context, tenant, tenant.people["ada"])
        assert [entry.name for entry in tenant.journal() if entry.kind == "event"] == ["PasswordAccepted"]
        page = context.new_page()
        page.goto(tenant.desktop_url)
        page.get_by_role("dialog", name="Station Credentials").wait_for()
        (cookie,) = context.cookies(tenant.identity_url)
        assert cookie["httpOnly"]
        browser.close()


def test_a_wrong_password_stores_nothing(tenant: TenantControl) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch_options(find("shell")))
        context = browser.new_context()
        with pytest.raises(NotSignedIn, match="did not take the password"):
            store_sign_in(context, tenant, replace(tenant.people["ada"], password="not-the-password"))
        assert context.cookies() == []
        browser.close()
