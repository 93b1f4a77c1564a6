"""A stored sign-in: the identity provider's sign-in, made over the public wire and stored as browser state.

Rule: no back door. The requests are those that the provider's own pages and the desktop send, and the tenant journals
them like any other. The results are the provider's cookie, which a browser stores between visits, and the tokens, which
a desktop stores in its tab. Scenarios about signing in use the pages.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

import httpx
from authlib.oauth2.rfc7636 import create_s256_code_challenge
from playwright.sync_api import BrowserContext

from deskproof.simulator.control.client import Person, TenantControl

CLIENT = "agent-desktop"
SCOPE = "openid profile email cjp:user"
_ANSWER_SECONDS = 20.0


class NotSignedIn(Exception):
    """The identity provider did not accept the sign-in; the message says where it stopped."""


@dataclass(frozen=True, kw_only=True)
class Tokens:
    """The provider's tokens for a desktop."""

    access_token: str
    id_token: str


def store_sign_in(context: BrowserContext, tenant: TenantControl, person: Person) -> Tokens:
    """Sign the person in at the tenant's identity provider, store its cookie in the browser, and return the tokens for
    a desktop. Raises NotSignedIn.
    """
    cookies, tokens = sign_in(tenant, person)
    context.add_cookies(
        [
            {"name": name, "value": value, "url": tenant.identity_url, "httpOnly": True, "sameSite": "Lax"}
            for name, value in cookies.items()
        ]
    )
    return tokens


def sign_in(tenant: TenantControl, person: Person) -> tuple[Mapping[str, str], Tokens]:
    """The provider's cookies and tokens after the e-mail address and the password (AD-020, AD-023)."""
    verifier = secrets.token_urlsafe(48)
    provider = urlsplit(tenant.identity_url)
    # Browsers resolve names below .localhost to loopback; the resolver of the system may not.
    with httpx.Client(
        base_url=f"{provider.scheme}://127.0.0.1:{provider.port}",
        headers={"Host": provider.netloc},
        timeout=_ANSWER_SECONDS,
        trust_env=False,
        verify=False,  # noqa: S501  a simulator on this machine; reading the certificates would take longer than the sign-in
    ) as client:
        email_page = _next_page(client.get("/authorize", params=_request(tenant, verifier)))
        password_page = _next_page(client.post(email_page, data={"email": person.email}))
        desktop = _next_page(client.post(password_page, data={"password": person.password}))
        if not client.cookies:
            raise NotSignedIn(
                f"The identity provider did not accept the password of {person.email}; no sign-in is stored. "
                "Check the person's password in the blueprint."
            )
        code = parse_qs(urlsplit(desktop).query)["code"][0]
        exchange = {"grant_type": "authorization_code", "code": code, "code_verifier": verifier}
        answer = client.post("/token", data={**exchange, "client_id": CLIENT, "redirect_uri": _redirect_uri(tenant)})
        if not answer.is_success:
            raise NotSignedIn(
                f"The identity provider gave no tokens for the code of {person.email} (it answered "
                f"{answer.status_code}); no sign-in is stored."
            )
        granted = answer.json()
        return dict(client.cookies), Tokens(access_token=granted["access_token"], id_token=granted["id_token"])


def _request(tenant: TenantControl, verifier: str) -> Mapping[str, str]:
    """The desktop's request for a code (docs/architecture.md, Identity)."""
    return {
        "response_type": "code",
        "client_id": CLIENT,
        "redirect_uri": _redirect_uri(tenant),
        "scope": SCOPE,
        "state": secrets.token_urlsafe(16),
        "code_challenge": create_s256_code_challenge(verifier),
        "code_challenge_method": "S256",
    }


def _redirect_uri(tenant: TenantControl) -> str:
    return f"{tenant.desktop_url.rstrip('/')}/signed-in"


def _next_page(answer: httpx.Response) -> str:
    if not answer.is_redirect:
        raise NotSignedIn(
            f"The identity provider answered {answer.request.method} {answer.request.url.path} with "
            f"{answer.status_code} instead of a redirect; no sign-in is stored. Check the provider's log."
        )
    return answer.headers["Location"]
