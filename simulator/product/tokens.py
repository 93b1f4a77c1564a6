"""Access and id tokens of a tenant: ES256 JWTs, checked against the tenant's own clock.

Each tenant signs with its own key, which never leaves the process, so a token of one tenant is not
valid at another. A token never appears in a repr or in an error.
"""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Callable, Mapping
from functools import cache, lru_cache, partial
from typing import Any

from joserfc import jwt
from joserfc.errors import ExpiredTokenError, JoseError
from joserfc.jwk import ECKey, KeySet, KeySetSerialization

from deskproof.simulator.domain.configuration import Person
from deskproof.simulator.domain.values import SECOND, AgentId, Instant
from deskproof.simulator.runtime.clock import Clock
from deskproof.simulator.runtime.drawn import drawn_id
from deskproof.simulator.runtime.tenancy import Tenancy

ALGORITHM = "ES256"
ACCESS_SECONDS = 12 * 60 * 60
"""Seconds of tenant time for which an access token is valid."""
ID_SECONDS = 60 * 60

_ACCESS_TYPE = "at+jwt"  # RFC 9068: keeps an id token from passing as an access token
_ID_TYPE = "JWT"
_LONGEST = 8_192
_REMEMBERED = 4_096
"""Tokens whose signature is not checked again; whether they have expired or were revoked is."""
_AUDIENCES = 16
"""Audiences whose expectations are kept; a client may name any."""
_GRANT = "grant_id"
"""The claim that says which grant an access token came from; all that came from one is revoked together."""


class TokenError(Exception):
    """A token that is not valid; the message is one sentence for people and never has the token in it."""


class Tokens:
    """Issues and checks the tokens of one tenant and one issuer."""

    def __init__(self, tenancy: Tenancy, *, issuer: str | None = None, audience: str | None = None) -> None:
        self._tenancy = tenancy
        self.issuer = issuer or tenancy.origins.identity
        self.audience = audience or tenancy.origins.desktop
        self._revoked: dict[str, Instant] = {}
        self._revocation_listeners: list[Callable[[str], None]] = []
        self._key = cache(partial(ECKey.generate_key, "P-256", {"use": "sig", "alg": ALGORITHM}, auto_kid=True))
        self._signed = lru_cache(_REMEMBERED)(partial(_decoded, org_id=tenancy.org_id, key=self._key))
        self._expected = lru_cache(_AUDIENCES)(partial(_expected, clock=tenancy.clock, issuer=self.issuer))

    def __repr__(self) -> str:
        return f"Tokens(issuer={self.issuer!r})"

    def issue_access(
        self, person: Person, *, client_id: str, scope: str, session_id: str | None = None, grant_id: str | None = None
    ) -> str:
        """An access token for the person, valid for twelve hours of tenant time, unless its grant is revoked before.

        `realm` (organisation) and `user_id` (agent) are what the vendor's SDK reads from it (PROTOCOL 2.1).
        """
        claims = {
            "aud": self.audience,
            "user_id": person.agent_id,
            "client_id": client_id,
            "scope": scope,
            "jti": drawn_id(),
        }
        if grant_id is not None:
            claims[_GRANT] = grant_id
        return self._sign(_ACCESS_TYPE, person, ACCESS_SECONDS, claims, session_id)

    def revoke(self, grant_id: str) -> None:
        """Make all access tokens of this grant invalid."""
        now = self._tenancy.clock.now()
        self._revoked = {id_: given for id_, given in self._revoked.items() if now < given + ACCESS_SECONDS * SECOND}
        self._revoked[grant_id] = now
        for listener in self._revocation_listeners:
            listener(grant_id)

    def listen(self, listener: Callable[[str], None]) -> None:
        """Call the listener with the id of each grant that is revoked."""
        self._revocation_listeners.append(listener)

    def issue_id_token(
        self, person: Person, *, client_id: str, nonce: str | None, signed_in_at: Instant, session_id: str | None = None
    ) -> str:
        """An id token, from which the client reads who signed in and when (OpenID Connect Core 2)."""
        claims: dict[str, Any] = {
            "aud": client_id,
            "user_id": person.agent_id,
            "auth_time": signed_in_at // SECOND,
            "jti": drawn_id(),
            **profile_claims(person),
        }
        if nonce is not None:
            claims["nonce"] = nonce
        return self._sign(_ID_TYPE, person, ID_SECONDS, claims, session_id)

    def verify_access(self, token: str) -> AgentId:
        """The agent of an access token. TokenError when it is not one of this tenant or no longer valid."""
        return self.access_claims(token)[0]

    def access_claims(self, token: str) -> tuple[AgentId, Mapping[str, Any]]:
        """The agent and all claims of a valid access token. TokenError as for `verify_access`."""
        claims = self._verify(token, _ACCESS_TYPE, self.audience)
        if claims.get(_GRANT) in self._revoked:
            raise TokenError("The access token was revoked, because what it came from was used twice; sign in again.")
        person = self._tenancy.configuration.person(str(claims["user_id"]))
        if person is None:
            raise TokenError("The person this access token was issued to is no longer in the configuration.")
        return person.agent_id, claims

    def verify_id_hint(self, token: str, client_id: str | None = None) -> Mapping[str, Any]:
        """The claims of an id token of this issuer, expired or not (OpenID Connect RP-Initiated Logout 2).

        TokenError when it is not one.
        """
        return self._verify(token, _ID_TYPE, client_id, expired_too=True)

    def key_set(self) -> KeySetSerialization:
        """The public half of the key as a JSON Web Key Set."""
        return KeySet([self._key()]).as_dict(private=False)

    def _sign(self, type_: str, person: Person, seconds: int, claims: Mapping[str, Any], session_id: str | None) -> str:
        now, key = self._tenancy.clock.now(), self._key()
        always = {
            "iss": self.issuer,
            "sub": person.agent_id,
            "realm": self._tenancy.org_id,
            "iat": now // SECOND,
            "exp": now // SECOND + seconds,
        }
        session = {} if session_id is None else {"sid": session_id}
        header = {"alg": ALGORITHM, "kid": key.kid, "typ": type_}
        return jwt.encode(header, {**always, **claims, **session}, key, [ALGORITHM])

    def _verify(self, token: str, type_: str, audience: str | None, *, expired_too: bool = False) -> Mapping[str, Any]:
        decoded = self._signed(token)
        if decoded.header.get("typ") != type_:
            raise TokenError(f"The token is of type {decoded.header.get('typ')!r}; {type_!r} was expected.")
        try:
            self._expected(audience, expired_too).validate(decoded.claims)
        except ExpiredTokenError as error:
            raise TokenError("The token has expired; sign in again.") from error
        except JoseError as error:
            raise TokenError(f"The token does not fit here ({error.description}); sign in again.") from error
        return decoded.claims


def _expected(audience: str | None, expired_too: bool, *, clock: Clock, issuer: str) -> jwt.JWTClaimsRegistry:
    """The claims that a token must have, at the time that the clock shows when one is checked."""
    return jwt.JWTClaimsRegistry(
        now=0 if expired_too else lambda: clock.now() // SECOND,
        leeway=10**12 if expired_too else 0,
        iss={"essential": True, "value": issuer},
        sub={"essential": True},
        exp={"essential": True},
        iat={"essential": True},
        aud={"essential": True} if audience is None else {"essential": True, "value": audience},
    )


def _decoded(token: str, *, org_id: str, key: Callable[[], ECKey]) -> jwt.Token:
    """A token that this organisation signed with its key. TokenError for any other."""
    realm = unverified_realm(token)
    if realm is None:
        raise TokenError("The token is not a JWT with a realm; sign in to get one.")
    if realm != org_id:
        raise TokenError("The token belongs to another organisation; sign in to this one.")
    try:
        return jwt.decode(token, key(), [ALGORITHM])
    except (JoseError, ValueError) as error:
        raise TokenError("The token is not signed by this organisation; sign in again.") from error


def profile_claims(person: Person) -> dict[str, str | bool]:
    """The standard claims about a person (OpenID Connect Core 5.1)."""
    return {
        "name": person.name,
        "given_name": person.first_name,
        "family_name": person.last_name,
        "email": person.email,
        "email_verified": True,
        "preferred_username": person.email,
        "locale": person.language,
    }


def grant_of(claims: Mapping[str, Any]) -> str | None:
    """The id of the grant that an access token came from; None for one that no grant revokes."""
    id_ = claims.get(_GRANT)
    return None if id_ is None else str(id_)


def unverified_realm(token: str) -> str | None:
    """The organisation a token claims to be for, to find the tenant that can check it; None when none can be read."""
    parts = token.split(".")
    if len(token) > _LONGEST or len(parts) != 3:
        return None
    try:
        claims = json.loads(base64.urlsafe_b64decode(parts[1] + "=" * (-len(parts[1]) % 4)))
    except (binascii.Error, ValueError, RecursionError):
        return None
    realm = claims.get("realm") if isinstance(claims, dict) else None
    return realm if isinstance(realm, str) else None
