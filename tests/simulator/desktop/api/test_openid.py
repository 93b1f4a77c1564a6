"""The desktop's half of OpenID Connect: what it asks of a provider, and which answers it believes."""

from __future__ import annotations

import base64
import json
from typing import Any

import pytest
from authlib.oauth2.rfc7636 import create_s256_code_challenge
from playwright.sync_api import Page

SET_UP = """async () => {
  Object.assign(self, await import('/desktop/api/openid.js'));
  self.asked = [];
  self.answer = null;
  self.fetch = async (url, { method = 'GET', body } = {}) => {
    asked.push([method, String(url), body ? [...body] : null]);
    if (answer === null) throw new TypeError('Failed to fetch');
    return new Response(answer.body, { status: answer.status ?? 200, headers: answer.headers ?? {} });
  };
  self.outcome = (promise) => promise.then(
    (value) => ({ value }),
    ({ message, code, trackingId }) => ({ message, code, trackingId }),
  );
}"""
ISSUER = "http://id.example"
PROVIDER = {
    "issuer": ISSUER,
    "authorization_endpoint": f"{ISSUER}/authorize?old=1",
    "token_endpoint": f"{ISSUER}/token",
    "end_session_endpoint": f"{ISSUER}/sign-out",
}
CLIENT = {"id": "desk", "scope": "openid email", "redirectUri": "http://desk.example/in"}
PENDING = {"state": "the-state", "nonce": "the-nonce", "verifier": "v" * 43}


@pytest.fixture(scope="module")
def loaded(blank_page: Page) -> Page:
    blank_page.evaluate(SET_UP)
    return blank_page


@pytest.fixture
def page(loaded: Page) -> Page:
    loaded.evaluate("() => { asked.length = 0; answer = null; }")
    return loaded


def token(**claims: str) -> str:
    payload = base64.urlsafe_b64encode(json.dumps(claims, ensure_ascii=False).encode()).decode().rstrip("=")
    return f"header.{payload}.signature"


def failed(code: str, tracking_id: str = "") -> dict[str, str]:
    return {"message": f"sign-in failed: {code}", "code": code, "trackingId": tracking_id}


@pytest.mark.parametrize(
    ("issuer", "address"),
    [
        (ISSUER, f"{ISSUER}/.well-known/openid-configuration"),
        (f"{ISSUER}/", f"{ISSUER}/.well-known/openid-configuration"),
        (f"{ISSUER}/tenant", f"{ISSUER}/tenant/.well-known/openid-configuration"),
    ],
)
@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ({"body": '{"issuer": "x"}'}, {"value": {"issuer": "x"}}),
        ({"status": 503, "body": "", "headers": {"trackingid": "t"}}, failed("unreachable", "t")),
        ({"status": 404, "body": ""}, failed("unreachable")),
        (None, failed("unreachable")),
    ],
)
def test_a_provider_is_found_by_its_issuer(
    page: Page, issuer: str, address: str, answer: dict[str, Any] | None, expected: dict[str, Any]
) -> None:
    """OpenID Connect Discovery 4."""
    script = "([issuer, given]) => { answer = given; return outcome(discover(issuer)); }"
    assert page.evaluate(script, [issuer, answer]) == expected
    assert page.evaluate("() => asked") == [["GET", address, None]]


def test_secrets_are_fresh_and_fit_for_an_address(page: Page) -> None:
    """RFC 7636 4.1: 43 to 128 unreserved characters."""
    drawn = page.evaluate("() => Array.from({ length: 200 }, newPending)")
    assert {tuple(each) for each in drawn} == {("state", "nonce", "verifier")}
    texts = [text for each in drawn for text in each.values()]
    assert len(set(texts)) == 600
    assert {len(text) for text in texts} == {43}
    assert set("".join(texts)) == set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")


@pytest.mark.parametrize("verifier", ["v" * 43, "x" * 43, "y" * 43, "-_" * 22])
def test_the_request_has_a_challenge_and_what_else_was_asked(page: Page, verifier: str) -> None:
    """RFC 6749 4.1.1, RFC 7636 4.3."""
    script = """async ([provider, client, pending]) => {
      const address = await authorizationAddress(provider, client, pending, { ui_locales: 'sv', prompt: 'login' });
      return [address.origin + address.pathname, [...address.searchParams]];
    }"""
    assert page.evaluate(script, [PROVIDER, CLIENT, {**PENDING, "verifier": verifier}]) == [
        f"{ISSUER}/authorize",
        [
            ["response_type", "code"],
            ["client_id", "desk"],
            ["redirect_uri", "http://desk.example/in"],
            ["scope", "openid email"],
            ["state", "the-state"],
            ["nonce", "the-nonce"],
            ["code_challenge", create_s256_code_challenge(verifier)],
            ["code_challenge_method", "S256"],
            ["ui_locales", "sv"],
            ["prompt", "login"],
        ],
    ]


GOOD = {"access_token": "a", "id_token": token(nonce="the-nonce", name="Åsa")}
BACK = {"state": "the-state", "code": "a-code", "iss": ISSUER}


def redeems(page: Page, back: dict[str, str], answer: dict[str, Any] | None) -> Any:
    script = """([provider, client, pending, back, given]) => {
      answer = given;
      return outcome(redeem(provider, client, pending, new URLSearchParams(back)));
    }"""
    return page.evaluate(script, [PROVIDER, CLIENT, PENDING, back, answer])


@pytest.mark.parametrize("back", [BACK, {"state": "the-state", "code": "a-code"}])
def test_a_code_is_exchanged_for_tokens(page: Page, back: dict[str, str]) -> None:
    assert redeems(page, back, {"body": json.dumps(GOOD)}) == {"value": GOOD}
    form = [
        ["grant_type", "authorization_code"],
        ["client_id", "desk"],
        ["redirect_uri", "http://desk.example/in"],
        ["code", "a-code"],
        ["code_verifier", "v" * 43],
    ]
    assert page.evaluate("() => asked") == [["POST", f"{ISSUER}/token", form]]


@pytest.mark.parametrize(
    ("back", "code"),
    [
        ({**BACK, "state": "another"}, "state"),
        ({"code": "a-code"}, "state"),
        ({**BACK, "iss": "http://elsewhere.example"}, "issuer"),
        ({**BACK, "code": ""}, "no_code"),
        ({"state": "the-state"}, "no_code"),
        ({"state": "the-state", "error": "access_denied"}, "access_denied"),
        ({"state": "the-state", "error": "access_denied", "error_subcode": "cancel"}, "cancel"),
        ({"state": "another", "error": "access_denied"}, "state"),
    ],
)
def test_an_answer_that_is_not_for_this_request_is_not_believed(page: Page, back: dict[str, str], code: str) -> None:
    """RFC 6749 10.12, RFC 9207 2.4."""
    assert redeems(page, back, {"body": json.dumps(GOOD)}) == failed(code)
    assert page.evaluate("() => asked") == []


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (None, failed("unreachable")),
        ({"status": 400, "body": '{"error": "invalid_grant"}', "headers": {"trackingid": "t"}},
         failed("invalid_grant", "t")),
        ({"status": 400, "body": '{"error": "invalid_grant"}'}, failed("invalid_grant")),
        ({"status": 502, "body": "<p>"}, failed("http_502")),
        ({"body": json.dumps({**GOOD, "id_token": token(nonce="another")})}, failed("nonce")),
        ({"body": json.dumps({**GOOD, "id_token": token(name="Åsa")})}, failed("nonce")),
    ],
)  # fmt: skip
def test_an_exchange_that_fails_says_why(page: Page, answer: dict[str, Any] | None, expected: dict[str, str]) -> None:
    assert redeems(page, BACK, answer) == expected


def test_claims_are_read_in_every_alphabet(page: Page) -> None:
    said = {"name": "Åsa 😀 ÿÿÿ>>>???~~~", "sub": "a"}
    text = token(**said)
    assert "-" in text or "_" in text
    assert page.evaluate("(text) => claims(text)", text) == said
