"""A stored sign-in: made over the public wire, journaled like any other, and refused in words where it is not taken."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext

from deskproof.simulator.control.client import TenantControl
from deskproof.simulator.defects import SourceDefect, broken_source
from deskproof.simulator.server import Server, start_server
from deskproof.steps.cast.browser.stored_sign_in import NotSignedIn, store_sign_in
from deskproof.steps.screens.reference import adapter


@pytest.fixture
def tenant(simulator: Server) -> Iterator[TenantControl]:
    with simulator.control() as control:
        yield control.create_tenant("standard")


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    with browser.new_context(locale="en-US") as context:
        yield context


def test_the_browser_is_at_station_credentials_at_once(tenant: TenantControl, context: BrowserContext) -> None:
    tokens = store_sign_in(context, tenant, tenant.people["ada"])
    assert [entry.name for entry in tenant.journal() if entry.kind == "event"] == ["PasswordAccepted"]
    page = context.new_page()
    page.goto(tenant.desktop_url)
    page.get_by_role("dialog", name="Station Credentials").wait_for()
    (cookie,) = context.cookies(tenant.identity_url)
    assert cookie["httpOnly"]
    assert "" not in (tokens.access_token, tokens.id_token)


def test_a_tab_that_holds_the_tokens_needs_no_provider(tenant: TenantControl, context: BrowserContext) -> None:
    tokens = store_sign_in(context, tenant, tenant.people["ada"])
    page = context.new_page()
    visited: list[str] = []
    page.on("framenavigated", lambda frame: visited.append(urlsplit(frame.url).path))
    tab = adapter.open_screens(page, "en").tab
    with tab.signed_in(tenant.desktop_url, access_token=tokens.access_token, id_token=tokens.id_token):
        page.goto(tenant.desktop_url)
    page.get_by_role("dialog", name="Station Credentials").wait_for()
    assert visited == ["/"]


def test_what_a_tab_held_is_not_given_to_it_again(tenant: TenantControl, context: BrowserContext) -> None:
    page = context.new_page()
    tab = adapter.open_screens(page, "en").tab
    tokens = store_sign_in(page.context, tenant, tenant.people["ada"])
    with tab.signed_in(tenant.desktop_url, access_token=tokens.access_token, id_token=tokens.id_token):
        page.goto(tenant.desktop_url)
    page.get_by_role("button", name="Cancel").click()
    page.get_by_role("textbox", name="Email address").wait_for()
    page.goto(tenant.desktop_url)
    page.get_by_role("textbox", name="Email address").wait_for()


def test_a_wrong_password_stores_nothing(tenant: TenantControl, context: BrowserContext) -> None:
    with pytest.raises(NotSignedIn, match="did not accept the password"):
        store_sign_in(context, tenant, replace(tenant.people["ada"], password="not-the-password"))
    assert context.cookies() == []


def test_a_provider_that_gives_no_tokens_is_reported(tmp_path: Path, context: BrowserContext) -> None:
    barren = SourceDefect(
        name="no-tokens",
        en="No code is exchanged for tokens.",
        sv="Ingen kod byts mot token.",
        claims=("AD-023",),
        file="product/openid/grants.py",
        find="if ticket is None or ticket.grant.client_id != client_id:",
        replace="if ticket is not None:",
    )
    with start_server(source=broken_source(barren, tmp_path)) as server, server.control() as control:
        elsewhere = control.create_tenant("standard")
        with pytest.raises(NotSignedIn, match=r"gave no tokens for the code of .* \(it answered 400\)"):
            store_sign_in(context, elsewhere, elsewhere.people["ada"])
        assert context.cookies() == []
