"""One OpenID Connect provider of one tenant: who may ask, who is signed in, and the tokens that follow from it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from deskproof.simulator.domain.configuration import Person
from deskproof.simulator.domain.values import AgentId, Instant
from deskproof.simulator.product.openid.grants import Grant, GrantRefused, Grants
from deskproof.simulator.product.openid.request import (
    CHALLENGE_METHOD,
    AuthorizationRefused,
    AuthorizationRequest,
    Client,
    Parameters,
    Prompt,
    with_query,
)
from deskproof.simulator.product.openid.sessions import Session, Sessions
from deskproof.simulator.product.tokens import ACCESS_SECONDS, ALGORITHM, TokenError, Tokens, profile_claims
from deskproof.simulator.runtime.drawn import drawn_id
from deskproof.simulator.runtime.tenancy import Tenancy

SCOPE_CLAIMS = {
    "profile": ("name", "given_name", "family_name", "preferred_username", "locale"),
    "email": ("email", "email_verified"),
}
"""Which claims about the person each scope opens (OpenID Connect Core 5.4)."""

BEARER = "Bearer"


class SignOutRefused(Exception):
    """A sign-out request that cannot be trusted; `parameter` is the one at fault."""

    def __init__(self, parameter: str, message: str) -> None:
        super().__init__(message)
        self.parameter = parameter


@dataclass(frozen=True, kw_only=True)
class SignOutRequest:
    """A checked sign-out request: the agent, if it names one, and the address to go to afterwards, if any."""

    agent_id: str | None
    location: str | None


class Provider:
    """Answers clients. The pages on which people sign in are not its own; they call `begin_session` and `grant`."""

    def __init__(
        self,
        tenancy: Tenancy,
        *,
        tokens: Tokens,
        clients: Iterable[Client],
        redeemed: Callable[[AgentId], None] = lambda _agent_id: None,
    ) -> None:
        """`redeemed` gets the agent whose code a client has exchanged for tokens."""
        self._tenancy = tenancy
        self.tokens = tokens
        self.clients: Mapping[str, Client] = {client.id: client for client in clients}
        self.sessions = Sessions()
        self._grants = Grants(revoke=tokens.revoke)
        self._redeemed = redeemed

    @property
    def now(self) -> Instant:
        """The tenant's present instant."""
        return self._tenancy.clock.now()

    def session_for(self, request: AuthorizationRequest, secret: str | None) -> Session | None:
        """The browser session that answers the request without asking the person; None when the person has to sign in.

        AuthorizationRefused when the client wants no page shown (`prompt=none`) and no person is signed in.
        """
        session = self.sessions.of(secret, self.now)
        known = session is not None and self._tenancy.configuration.person(session.agent_id) is not None
        if session is not None and known and session.serves(request, self.now):
            return session
        if Prompt.NONE in request.prompts:
            raise AuthorizationRefused(
                "login_required",
                "Nobody is signed in, and prompt=none asks not to show a page.",
                redirect_uri=request.redirect_uri,
                state=request.state,
            )
        return None

    def grant(self, request: AuthorizationRequest, session: Session) -> str:
        """The address that brings the browser back to the client with a code, or with an access token."""
        grant = Grant(
            id=drawn_id(),
            client_id=request.client.id,
            redirect_uri=request.redirect_uri,
            challenge=request.challenge,
            scope=request.scope,
            nonce=request.nonce,
            agent_id=session.agent_id,
            session_id=session.id,
            signed_in_at=session.signed_in_at,
        )
        if request.implicit:
            token = self._access(grant, self._person_of(grant))
            return request.answer(access_token=token, token_type=BEARER, expires_in=str(ACCESS_SECONDS))
        return request.answer(code=self._grants.issue_code(grant, self.now), iss=self.tokens.issuer)

    def exchange(self, parameters: Parameters) -> dict[str, str | int]:
        """The token endpoint's answer to a code or refresh token. GrantRefused otherwise (RFC 6749 5.2)."""
        for name in sorted(parameters.twice):
            raise GrantRefused("invalid_request", f"{name} was given more than once.")
        grant_type = _required(parameters, "grant_type")
        client_id = _required(parameters, "client_id")
        if client_id not in self.clients:
            raise GrantRefused("invalid_client", f"No client is registered as {client_id!r}.")
        match grant_type:
            case "authorization_code":
                grant = self._grants.redeem_code(
                    _required(parameters, "code"),
                    client_id=client_id,
                    redirect_uri=_required(parameters, "redirect_uri"),
                    verifier=_required(parameters, "code_verifier"),
                    now=self.now,
                )
            case "refresh_token":
                grant = self._grants.redeem_refresh(
                    _required(parameters, "refresh_token"), client_id=client_id, now=self.now
                )
            case _:
                raise GrantRefused(
                    "unsupported_grant_type", "grant_type has to be authorization_code or refresh_token."
                )
        tokens = self._tokens_for(grant)
        if grant_type == "authorization_code":
            self._redeemed(grant.agent_id)
        return tokens

    def userinfo(self, token: str) -> dict[str, str | bool]:
        """What the scopes of an access token open about its person. TokenError when the token is not good."""
        agent_id, claims = self.tokens.access_claims(token)
        person = self._tenancy.configuration.person(agent_id)
        if person is None:
            raise TokenError("The person this access token was issued to is no longer in the configuration.")
        about = profile_claims(person)
        opened = [name for scope in str(claims["scope"]).split() for name in SCOPE_CLAIMS.get(scope, ())]
        return {"sub": agent_id, **{name: about[name] for name in opened}}

    def read_sign_out(self, parameters: Parameters) -> SignOutRequest:
        """A sign-out a client started (OpenID Connect RP-Initiated Logout 2). SignOutRefused when it does not hold."""
        client_id = parameters.get("client_id")
        hint = parameters.get("id_token_hint")
        agent_id: str | None = None
        if hint is not None:
            try:
                claims = self.tokens.verify_id_hint(hint, client_id)
            except TokenError as error:
                raise SignOutRefused("id_token_hint", str(error)) from error
            agent_id, client_id = str(claims["sub"]), str(claims["aud"])
        location = parameters.get("post_logout_redirect_uri")
        if location is None:
            return SignOutRequest(agent_id=agent_id, location=None)
        client = self.clients.get(client_id or "")
        if client is None:
            raise SignOutRefused("client_id", f"No client is registered as {client_id!r}.")
        if location not in client.post_logout_redirect_uris:
            raise SignOutRefused("post_logout_redirect_uri", f"{client.id} may not be answered at {location!r}.")
        state = parameters.get("state")
        answer = location if state is None else with_query(location, {"state": state})
        return SignOutRequest(agent_id=agent_id, location=answer)

    def end_session(self, secret: str | None) -> None:
        """End one browser session: its cookie, codes and refresh tokens stop working."""
        session = self.sessions.of(secret, self.now)
        if secret is not None and session is not None:
            self.sessions.end(secret)
            self._grants.withdraw_sessions([session.id])

    def end_sessions_of(self, agent_id: AgentId) -> None:
        """End all browser sessions of a person, as a changed password does."""
        self._grants.withdraw_sessions(self.sessions.end_all_of(agent_id))

    def discovery(self) -> dict[str, str | list[str] | bool]:
        """What the provider publishes about itself (OpenID Connect Discovery 3)."""
        issuer = self.tokens.issuer
        return {
            "issuer": issuer,
            "authorization_endpoint": f"{issuer}/authorize",
            "token_endpoint": f"{issuer}/token",
            "userinfo_endpoint": f"{issuer}/userinfo",
            "end_session_endpoint": f"{issuer}/sign-out",
            "jwks_uri": f"{issuer}/jwks",
            "scopes_supported": sorted({scope for client in self.clients.values() for scope in client.scopes}),
            "response_types_supported": ["code"],
            "response_modes_supported": ["query"],
            "grant_types_supported": ["authorization_code", "refresh_token"],
            "subject_types_supported": ["public"],
            "id_token_signing_alg_values_supported": [ALGORITHM],
            "token_endpoint_auth_methods_supported": ["none"],
            "code_challenge_methods_supported": [CHALLENGE_METHOD],
            "prompt_values_supported": [str(prompt) for prompt in Prompt],
            "ui_locales_supported": ["en", "sv"],
            "request_parameter_supported": False,
            "request_uri_parameter_supported": False,
            "authorization_response_iss_parameter_supported": True,
        }

    def _tokens_for(self, grant: Grant) -> dict[str, str | int]:
        person = self._person_of(grant)
        return {
            "access_token": self._access(grant, person),
            "token_type": BEARER,
            "expires_in": ACCESS_SECONDS,
            "scope": grant.scope,
            "refresh_token": self._grants.issue_refresh(grant, self.now),
            "id_token": self.tokens.issue_id_token(
                person,
                client_id=grant.client_id,
                nonce=grant.nonce,
                signed_in_at=grant.signed_in_at,
                session_id=grant.session_id,
            ),
        }

    def _person_of(self, grant: Grant) -> Person:
        person = self._tenancy.configuration.person(grant.agent_id)
        if person is None:
            raise GrantRefused("invalid_grant", "The person is no longer in the configuration.")
        return person

    def _access(self, grant: Grant, person: Person) -> str:
        return self.tokens.issue_access(
            person, client_id=grant.client_id, scope=grant.scope, session_id=grant.session_id, grant_id=grant.id
        )


def _required(parameters: Parameters, name: str) -> str:
    value = parameters.get(name)
    if value is None:
        raise GrantRefused("invalid_request", f"{name} is missing.")
    return value
