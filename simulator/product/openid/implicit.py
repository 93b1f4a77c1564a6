"""The authorization request of an application on the vendor's SDK: an access token comes straight to the application's
page (RFC 6749 4.2). Nobody registers such applications here, so only pages on this machine are answered.
"""

from __future__ import annotations

from ipaddress import ip_address
from urllib.parse import SplitResult, urlsplit

from deskproof.simulator.product.openid.request import (
    LONGEST,
    AuthorizationRefused,
    AuthorizationRequest,
    Client,
    Parameters,
    UntrustedRequest,
)

RESPONSE_TYPE = "token"


def read_implicit_request(parameters: Parameters) -> AuthorizationRequest:
    """The checked request of any application on this machine. UntrustedRequest where its address is elsewhere or is
    none; AuthorizationRefused where it asks for anything but a token.
    """
    client_id = parameters.get("client_id")
    if client_id is None or "client_id" in parameters.twice:
        raise UntrustedRequest("client_id", "client_id is missing or given twice; expected the application's.")
    redirect_uri = parameters.get("redirect_uri") or ""
    address = _page_on_this_machine(redirect_uri)
    if address is None or "redirect_uri" in parameters.twice:
        raise UntrustedRequest(
            "redirect_uri", f"A token is not sent to {redirect_uri!r}; expected a page on this machine, such as "
            "http://localhost:3000/."
        )  # fmt: skip

    def refuse(error: str, description: str) -> AuthorizationRefused:
        return AuthorizationRefused(error, description, redirect_uri=redirect_uri, state=parameters.get("state"))

    for name in sorted(parameters.twice):
        raise refuse("invalid_request", f"{name} was given more than once.")
    for name, value in parameters.values.items():
        if len(value) > LONGEST:
            raise refuse("invalid_request", f"{name} has {len(value)} characters; at most {LONGEST} are read.")
    if parameters.get("response_type") != RESPONSE_TYPE:
        raise refuse("unsupported_response_type", f"response_type has to be {RESPONSE_TYPE}.")
    scope = parameters.get("scope") or ""
    origin = f"{address.scheme}://{address.netloc}"
    return AuthorizationRequest(
        client=Client(
            id=client_id, origin=origin, scopes=tuple(scope.split()), redirect_uris=(redirect_uri,),
            post_logout_redirect_uris=(),
        ),
        redirect_uri=redirect_uri,
        state=parameters.get("state") or "",
        scope=scope,
        challenge="",
        login_hint=parameters.get("email") or "",
        implicit=True,
    )  # fmt: skip


def _page_on_this_machine(address: str) -> SplitResult | None:
    try:
        parts = urlsplit(address)
        host, _port = parts.hostname or "", parts.port
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or parts.fragment or parts.username or parts.password:
        return None
    return parts if host == "localhost" or host.endswith(".localhost") or _is_loopback(host) else None


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
