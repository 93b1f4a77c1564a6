"""Authorization codes and refresh tokens: each good once, for one client, until its time.

(RFC 6749 4.1.3 and 6, RFC 9700 4.14.)

A code or refresh token that is used twice was stolen or replayed: everything issued from it stops working.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from hmac import compare_digest
from typing import TypeVar

from deskproof.simulator.domain.values import SECOND, AgentId, Instant
from deskproof.simulator.runtime.drawn import drawn_secret

CODE_LIVES = 60 * SECOND
REFRESH_LIVES = 24 * 60 * 60 * SECOND
_KEPT = 2_000


class GrantRefused(Exception):
    """A refusal of the token endpoint: the standard's error code and one sentence (RFC 6749 5.2)."""

    def __init__(self, error: str, description: str) -> None:
        super().__init__(description)
        self.error = error


@dataclass(frozen=True, kw_only=True)
class Grant:
    """What a person granted to a client by signing in; every code and token belongs to one."""

    id: str
    client_id: str
    redirect_uri: str
    challenge: str
    scope: str
    nonce: str | None
    agent_id: AgentId
    session_id: str
    signed_in_at: Instant


@dataclass(frozen=True, kw_only=True)
class _Ticket:
    grant: Grant
    expires: Instant
    used: bool = False


_Key = TypeVar("_Key")
_Value = TypeVar("_Value")


def keep_latest(entries: dict[_Key, _Value], most: int) -> None:
    """Drop the oldest entries beyond `most`: in a tenant with a frozen clock nothing expires."""
    for key in list(entries)[: max(0, len(entries) - most)]:
        del entries[key]


class Grants:
    """The codes and refresh tokens one provider has given out."""

    def __init__(self, *, revoke: Callable[[str], None] = lambda _grant_id: None) -> None:
        """`revoke` gets the id of a grant whose access tokens are to become invalid."""
        self._revoke = revoke
        self._codes: dict[str, _Ticket] = {}
        self._refresh: dict[str, _Ticket] = {}

    def issue_code(self, grant: Grant, now: Instant) -> str:
        """A code, good once within sixty seconds."""
        return _issue(self._codes, _Ticket(grant=grant, expires=Instant(now + CODE_LIVES)))

    def redeem_code(self, code: str, *, client_id: str, redirect_uri: str, verifier: str, now: Instant) -> Grant:
        """The grant behind a code, used up with this call. GrantRefused when anything does not fit."""
        from authlib.oauth2.rfc7636 import create_s256_code_challenge  # loaded with the first code only
        from authlib.oauth2.rfc7636.challenge import CODE_VERIFIER_PATTERN

        grant = self._use(self._codes, code, client_id, now, "code")
        if redirect_uri != grant.redirect_uri:
            raise GrantRefused("invalid_grant", "redirect_uri is not the one with which the code was requested.")
        if not CODE_VERIFIER_PATTERN.fullmatch(verifier):
            raise GrantRefused("invalid_request", "code_verifier has to be 43 to 128 unreserved characters (PKCE).")
        if not compare_digest(create_s256_code_challenge(verifier), grant.challenge):
            raise GrantRefused("invalid_grant", "code_verifier does not match the code_challenge.")
        return grant

    def issue_refresh(self, grant: Grant, now: Instant) -> str:
        """A refresh token, good once within twenty-four hours."""
        return _issue(self._refresh, _Ticket(grant=grant, expires=Instant(now + REFRESH_LIVES)))

    def redeem_refresh(self, token: str, *, client_id: str, now: Instant) -> Grant:
        """The grant behind a refresh token, used up with this call. GrantRefused when anything does not fit."""
        return self._use(self._refresh, token, client_id, now, "refresh_token")

    def withdraw_sessions(self, session_ids: Iterable[str]) -> None:
        """Nothing more comes from the codes and refresh tokens of these browser sessions."""
        ended = set(session_ids)
        self._withdraw(lambda grant: grant.session_id in ended)

    def _use(self, tickets: dict[str, _Ticket], text: str, client_id: str, now: Instant, what: str) -> Grant:
        ticket = tickets.get(text)
        if ticket is None or ticket.grant.client_id != client_id:
            raise GrantRefused("invalid_grant", f"{what} is not known for this client; sign in again.")
        grant = ticket.grant
        if ticket.used:
            self._revoke(grant.id)
            self._withdraw(lambda other: other.id == grant.id)
            raise GrantRefused("invalid_grant", f"{what} was used before; sign in again.")
        tickets[text] = replace(ticket, used=True)
        if now >= ticket.expires:
            raise GrantRefused("invalid_grant", f"{what} has expired; sign in again.")
        return grant

    def _withdraw(self, unwanted: Callable[[Grant], bool]) -> None:
        for tickets in (self._codes, self._refresh):
            for text in [text for text, ticket in tickets.items() if unwanted(ticket.grant)]:
                del tickets[text]


def _issue(tickets: dict[str, _Ticket], ticket: _Ticket) -> str:
    text = drawn_secret()
    tickets[text] = ticket
    keep_latest(tickets, _KEPT)
    return text
