"""The sign-in of the vendor's sample application: from a page on this machine to the vendor's host and back."""

from __future__ import annotations

from urllib.parse import parse_qs, urlencode, urlsplit

from playwright.sync_api import Browser, expect

from deskproof.simulator.control.client import TenantControl
from deskproof.simulator.vendor_hosts import HOSTS
from tests.vendor.conftest import TOKEN

SCOPES = "cjp:config_read cjp:config_write cjp:config cjp:user spark:webrtc_calling spark:calls_read spark:kms"


def test_an_application_signs_in_as_the_vendors_sample_does(
    browser: Browser, page_address: str, tenant: TenantControl
) -> None:
    ada = tenant.people["ada"]
    asked = {"client_id": "sample", "response_type": "token", "redirect_uri": page_address, "scope": SCOPES}
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(f"https://{HOSTS['idbroker']}/idb/oauth2/v1/authorize?{urlencode({**asked, 'state': 'here'})}")
        page.get_by_role("textbox", name="name@example.com").fill(ada.email)
        page.get_by_role("link", name="Sign in").click()
        page.get_by_role("textbox", name="Password").fill(ada.password)
        page.get_by_role("button", name="Sign in").click()
        page.wait_for_url(f"{page_address}#**")
        given = parse_qs(urlsplit(page.url).fragment)
        assert given["state"] == ["here"]

        page.evaluate("([name, token]) => localStorage.setItem(name, token)", [TOKEN, given["access_token"][0]])
        page.goto(f"{page_address}?catalogue=https://{HOSTS['u2c']}/u2c/api/v1")
        expect(page.get_by_test_id("login-button")).to_be_visible()
