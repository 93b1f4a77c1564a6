"""A browser that knows its person already: the identity provider's sign-in, made over the public wire and stored as
browser state.

Rule: no back door. The requests are those that the provider's own pages send, and the tenant journals them as it does
any other; what comes of them is the provider's cookie, which a browser keeps from one visit to the next. Scenarios that
are about signing in go through the pages.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from urllib.parse import urlsplit

import httpx
from authlib.oauth2.rfc7636 import create_s256_code_challenge
from playwright.sync_api import BrowserContext

from simulator.control.client import Person, TenantControl

CLIENT = "agent-desktop"
_ANSWER_SECONDS = 20.0


class NotSignedIn(Exception):
    """The identity provider did not take the sign-in; the message tells where it stopped."""


def store_sign_in(context: BrowserContext, tenant: TenantControl, person: Person) -> None:
    """Sign the person in at the tenant's identity provider and leave its cookie in the browser. Raises NotSignedIn."""
    cookies = _signed_in(tenant, person)
    context.add_cookies(
        [
            {"name": name, "value": value, "url": tenant.identity_url, "httpOnly": True, "sameSite": "Lax"}
            for name, value in cookies.items()
        ]
    )


def _signed_in(tenant: TenantControl, person: Person) -> Mapping[str, str]:
    """The provider's cookies after the e-mail address and the password (AD-020, AD-023)."""
    provider = urlsplit(tenant.identity_url)
    # Names below .localhost lead to loopback in browsers; the resolver of the system need not know them.
    with httpx.Client(
        base_url=f"http://127.0.0.1:{provider.port}",
        headers={"Host": provider.netloc},
        timeout=_ANSWER_SECONDS,
        trust_env=False,
    ) as client:
        email_page = _next_page(client.get("/authorize", params=_request(tenant)))
        password_page = _next_page(client.post(email_page, data={"email": person.email}))
        _next_page(client.post(password_page, data={"password": person.password}))
        if not client.cookies:
            raise NotSignedIn(
                f"The identity provider did not take the password of {person.email}; no sign-in is stored."
            )
        return dict(client.cookies)


def _request(tenant: TenantControl) -> Mapping[str, str]:
    """The desktop's request for a code (docs/architecture.md, Identity). The code is never redeemed."""
    return {
        "response_type": "code",
        "client_id": CLIENT,
        "redirect_uri": f"{tenant.desktop_url.rstrip('/')}/signed-in",
        "scope": "openid",
        "state": secrets.token_urlsafe(16),
        "code_challenge": create_s256_code_challenge(secrets.token_urlsafe(48)),
        "code_challenge_method": "S256",
    }


def _next_page(answer: httpx.Response) -> str:
    if not answer.is_redirect:
        raise NotSignedIn(
            f"The identity provider answered {answer.request.method} {answer.request.url.path} with "
            f"{answer.status_code} where it sends a browser on; the sign-in could not be stored."
        )
    return answer.headers["Location"]
