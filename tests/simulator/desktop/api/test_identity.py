"""Sign-in and sign-out of the desktop at its identity provider, and the tokens that a tab keeps (AD-020, AD-087)."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route

from tests.simulator.desktop.conftest import ORIGIN, scripts

ISSUER = "http://id.localhost"
PROVIDER = {
    "issuer": ISSUER,
    "authorization_endpoint": f"{ISSUER}/authorize",
    "token_endpoint": f"{ISSUER}/token",
    "end_session_endpoint": f"{ISSUER}/sign-out",
}
LOADED = """async () => {
  Object.assign(self, await import('/desktop/api/identity.js'));
  self.store = await import('/desktop/browser/storage.js');
  self.outcome = (promise) => promise.then((value) => ({ value }), ({ code }) => ({ code }));
}"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with scripts(browser) as page:
        page.route(f"{ISSUER}/**", lambda route: route.fulfill(body="the provider's page"))
        page.evaluate(LOADED)
        yield page


def token(**claims: str) -> str:
    return f"h.{base64.urlsafe_b64encode(json.dumps(claims).encode()).decode().rstrip('=')}.s"


TOKENS = {"accessToken": "a", "idToken": "the-id-token", "agentId": "ada", "orgId": "org"}


def leaves(page: Page, script: str) -> tuple[str, dict[str, str]]:
    """Where a script leads, and with which parameters."""
    with page.expect_navigation():
        page.evaluate(f"(provider) => {{ {script}; }}", PROVIDER)
    address = urlsplit(page.url)
    return f"{address.scheme}://{address.netloc}{address.path}", dict(parse_qsl(address.query))


@pytest.mark.parametrize(("chosen", "language"), [(None, "en"), ("sv", "sv")])
def test_a_sign_in_begins_at_the_provider_in_the_language_that_was_chosen(
    page: Page, chosen: str | None, language: str
) -> None:
    if chosen is not None:
        page.evaluate("(language) => store.writeChoices({ language })", chosen)
    before = page.evaluate("() => history.length")
    address, asked = leaves(page, "leaveForSignIn(provider, 'en')")
    assert address == f"{ISSUER}/authorize"
    assert set(asked) == {
        "response_type", "client_id", "redirect_uri", "scope", "state", "nonce", "code_challenge",
        "code_challenge_method", "ui_locales",
    }  # fmt: skip
    assert (asked["client_id"], asked["redirect_uri"], asked["scope"], asked["ui_locales"]) == (
        "agent-desktop", f"{ORIGIN}/signed-in", "openid profile email cjp:user", language
    )  # fmt: skip
    assert page.evaluate("() => history.length") == before


def test_without_storage_no_sign_in_begins(page: Page) -> None:
    script = """(provider) => {
      Storage.prototype.setItem = () => { throw new Error('full'); };
      return outcome(leaveForSignIn(provider, 'en'));
    }"""
    assert page.evaluate(script, PROVIDER) == {"code": "storage"}


def finishes(page: Page, *, pending: bool = True, full: bool = False) -> Any:
    body = {"access_token": token(user_id="ada", realm="org"), "id_token": token(nonce="n")}
    origin = {"access-control-allow-origin": "*"}

    def answer(route: Route) -> None:
        route.fulfill(json=body, headers=origin)

    page.route(f"{ISSUER}/token", answer)
    script = """([provider, pending, full]) => {
      if (pending) store.pendingSignIn.write({ state: 's', nonce: 'n', verifier: 'v'.repeat(43) });
      if (full) Storage.prototype.setItem = () => { throw new Error('full'); };
      return outcome(finishSignIn(provider, new URLSearchParams({ state: 's', code: 'c' })));
    }"""
    return page.evaluate(script, [PROVIDER, pending, full])


def test_a_sign_in_ends_with_tokens_that_the_tab_keeps(page: Page) -> None:
    kept = {
        "accessToken": token(user_id="ada", realm="org"),
        "idToken": token(nonce="n"),
        "agentId": "ada",
        "orgId": "org",
    }
    assert finishes(page) == {"value": kept}
    assert page.evaluate("() => [tokens(), store.pendingSignIn.read()]") == [kept, None]
    page.evaluate("() => dropTokens()")
    assert page.evaluate("() => tokens()") is None


def test_a_tab_that_did_not_begin_a_sign_in_does_not_end_one(page: Page) -> None:
    assert finishes(page, pending=False) == {"value": None}
    assert page.evaluate("() => tokens()") is None


def test_tokens_that_cannot_be_kept_are_no_sign_in(page: Page) -> None:
    assert finishes(page, full=True) == {"code": "storage"}


@pytest.mark.parametrize("signed_in", [True, False])
def test_a_sign_out_leads_to_the_provider_and_forgets_the_tokens(page: Page, signed_in: bool) -> None:
    if signed_in:
        page.evaluate("(tokens) => store.tabTokens.write(tokens)", TOKENS)
        assert page.evaluate("() => tokens()") == TOKENS
    address, asked = leaves(page, "leaveForSignOut(provider, 'sv')")
    hint = {"id_token_hint": "the-id-token"} if signed_in else {}
    assert (address, asked) == (
        f"{ISSUER}/sign-out",
        {**hint, "client_id": "agent-desktop", "post_logout_redirect_uri": ORIGIN, "ui_locales": "sv"},
    )
    page.goto(f"{ORIGIN}/desktop/vendor/LICENSE-lit.txt")
    page.evaluate(LOADED)
    assert page.evaluate("() => tokens()") is None
