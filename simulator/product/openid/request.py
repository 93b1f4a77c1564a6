"""The request of a client at the authorization endpoint, checked once.

(RFC 6749 4.1.1, RFC 7636 4.3, OpenID Connect Core 3.1.2.1.)

There are two refusals: `UntrustedRequest` is shown on a page, because the address to send it back to cannot be
trusted; `AuthorizationRefused` goes back to the client's own address.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlencode

CHALLENGE_METHOD = "S256"

_CHALLENGE_CHARACTERS = 43
_CHALLENGE = re.compile(rf"[A-Za-z0-9_-]{{{_CHALLENGE_CHARACTERS}}}")
_AGE_DIGITS = 9
LONGEST = 2_048
"""Characters of one parameter that are read."""


class Prompt(StrEnum):
    """What the client wants of the person (OpenID Connect Core 3.1.2.1)."""

    NONE = "none"
    LOGIN = "login"
    CONSENT = "consent"
    SELECT_ACCOUNT = "select_account"


@dataclass(frozen=True, kw_only=True)
class Client:
    """A public client: its exact return addresses, the origin it calls from and starts at, and what it may ask for."""

    id: str
    origin: str
    scopes: tuple[str, ...]
    redirect_uris: tuple[str, ...]
    post_logout_redirect_uris: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class AuthorizationRequest:
    """A checked request for an authorization code; an `implicit` one is answered with an access token at once."""

    client: Client
    redirect_uri: str
    state: str
    scope: str
    challenge: str
    nonce: str | None = None
    prompts: frozenset[Prompt] = frozenset()
    max_age: int | None = None
    login_hint: str = ""
    ui_locales: tuple[str, ...] = ()
    implicit: bool = False

    def answer(self, **parameters: str) -> str:
        """The client's address with these parameters and the state it gave; where it is implicit, in the fragment,
        which browsers do not send on.
        """
        if self.implicit:
            given = {**parameters, "state": self.state} if self.state else parameters
            return f"{self.redirect_uri}#{urlencode(given)}"
        return with_query(self.redirect_uri, {**parameters, "state": self.state})


class UntrustedRequest(Exception):
    """The client or its return address is not known. `parameter` is the one at fault."""

    def __init__(self, parameter: str, message: str) -> None:
        super().__init__(message)
        self.parameter = parameter


class AuthorizationRefused(Exception):
    """A refusal for the client: the standard's error code, one sentence, and the address to go back to."""

    def __init__(self, error: str, description: str, *, redirect_uri: str, state: str | None) -> None:
        super().__init__(description)
        self.error = error
        answer = {"error": error, "error_description": description}
        self.location = with_query(redirect_uri, answer if state is None else {**answer, "state": state})


@dataclass(frozen=True, kw_only=True)
class Parameters:
    """Parameters by name; the names that were given twice are in `twice` (RFC 6749 3.1)."""

    values: Mapping[str, str]
    twice: frozenset[str]

    @classmethod
    def of(cls, pairs: Iterable[tuple[str, str]]) -> Parameters:
        """Empty values count as not given (RFC 6749 3.1)."""
        values: dict[str, str] = {}
        twice: set[str] = set()
        for name, value in pairs:
            if name in values:
                twice.add(name)
            elif value:
                values[name] = value
        return cls(values=values, twice=frozenset(twice))

    def get(self, name: str) -> str | None:
        """The value, if it was given."""
        return self.values.get(name)


def read_authorization_request(parameters: Parameters, clients: Mapping[str, Client]) -> AuthorizationRequest:
    """The checked request. UntrustedRequest or AuthorizationRefused, as this module's docstring says."""
    client = clients.get(parameters.get("client_id") or "")
    if client is None or "client_id" in parameters.twice:
        raise UntrustedRequest("client_id", f"No client is registered as {parameters.get('client_id')!r}.")
    redirect_uri = parameters.get("redirect_uri")
    if redirect_uri not in client.redirect_uris or "redirect_uri" in parameters.twice:
        raise UntrustedRequest("redirect_uri", f"{client.id} may not be answered at {redirect_uri!r}.")

    state = parameters.get("state")

    def refuse(error: str, description: str) -> AuthorizationRefused:
        return AuthorizationRefused(error, description, redirect_uri=redirect_uri, state=state)

    for name in sorted(parameters.twice):
        raise refuse("invalid_request", f"{name} was given more than once.")
    for name, value in parameters.values.items():
        if len(value) > LONGEST:
            raise refuse("invalid_request", f"{name} has {len(value)} characters; at most {LONGEST} are read.")
    if state is None:
        raise refuse("invalid_request", "state is missing.")
    for name, error in (("request", "request_not_supported"), ("request_uri", "request_uri_not_supported")):
        if parameters.get(name) is not None:
            raise refuse(error, f"{name} is not read; give the parameters one by one.")
    if parameters.get("response_type") != "code":
        kind = "invalid_request" if parameters.get("response_type") is None else "unsupported_response_type"
        raise refuse(kind, "response_type has to be code.")
    if parameters.get("response_mode") not in (None, "query"):
        raise refuse("invalid_request", "response_mode has to be query.")
    scope = _scope(parameters.get("scope"), client.scopes)
    if scope is None:
        raise refuse("invalid_scope", f"scope has to include openid and nothing but {' '.join(client.scopes)}.")
    challenge = parameters.get("code_challenge")
    if challenge is None or not _CHALLENGE.fullmatch(challenge):
        raise refuse(
            "invalid_request", f"code_challenge has to be {_CHALLENGE_CHARACTERS} base64url characters (PKCE)."
        )
    if parameters.get("code_challenge_method") != CHALLENGE_METHOD:
        raise refuse("invalid_request", "code_challenge_method has to be S256.")
    prompts = _prompts(parameters.get("prompt"))
    if prompts is None:
        raise refuse("invalid_request", "prompt has to be none alone, or any of login, consent and select_account.")
    max_age = parameters.get("max_age")
    if max_age is not None and not (max_age.isascii() and max_age.isdigit() and len(max_age) <= _AGE_DIGITS):
        raise refuse("invalid_request", "max_age has to be a number of seconds.")
    return AuthorizationRequest(
        client=client,
        redirect_uri=redirect_uri,
        state=state,
        scope=scope,
        challenge=challenge,
        nonce=parameters.get("nonce"),
        prompts=prompts,
        max_age=None if max_age is None else int(max_age),
        login_hint=parameters.get("login_hint") or "",
        ui_locales=tuple((parameters.get("ui_locales") or "").split()),
    )


def _scope(text: str | None, allowed: tuple[str, ...]) -> str | None:
    requested = (text or "").split()
    if "openid" not in requested or not set(requested) <= set(allowed):
        return None
    return " ".join(scope for scope in allowed if scope in requested)


def _prompts(text: str | None) -> frozenset[Prompt] | None:
    try:
        prompts = frozenset(Prompt(word) for word in (text or "").split())
    except ValueError:
        return None
    return None if Prompt.NONE in prompts and len(prompts) > 1 else prompts


def with_query(address: str, parameters: Mapping[str, str]) -> str:
    """The address with these parameters added to its query."""
    return f"{address}{'&' if '?' in address else '?'}{urlencode(parameters)}"
