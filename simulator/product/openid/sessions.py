"""Browser sessions at a provider: what lets further tabs sign in without asking again (OpenID Connect Core 3.1.2.3)."""

from __future__ import annotations

from dataclasses import dataclass

from deskproof.simulator.domain.values import SECOND, AgentId, Instant
from deskproof.simulator.product.openid.grants import keep_latest
from deskproof.simulator.product.openid.request import AuthorizationRequest, Prompt
from deskproof.simulator.runtime.drawn import drawn_id, drawn_secret

SESSION_LIVES = 12 * 60 * 60 * SECOND
_KEPT = 1_000


@dataclass(frozen=True, kw_only=True)
class Session:
    """A person signed in at the provider in one browser. `id` is public (`sid`), the cookie is not."""

    id: str
    agent_id: AgentId
    signed_in_at: Instant

    def serves(self, request: AuthorizationRequest, now: Instant) -> bool:
        """Whether the request may be granted without asking the person again."""
        if request.prompts & {Prompt.LOGIN, Prompt.SELECT_ACCOUNT}:
            return False
        return request.max_age is None or now - self.signed_in_at <= request.max_age * SECOND


class Sessions:
    """The sessions of one provider, by the secret in the browser's cookie."""

    def __init__(self) -> None:
        self._sessions: dict[str, Session] = {}

    def begin(self, agent_id: AgentId, now: Instant) -> tuple[str, Session]:
        """A new session, and the secret for the browser's cookie."""
        secret = drawn_secret()
        session = Session(id=drawn_id(), agent_id=agent_id, signed_in_at=now)
        self._sessions[secret] = session
        keep_latest(self._sessions, _KEPT)
        return secret, session

    def of(self, secret: str | None, now: Instant) -> Session | None:
        """The session behind a cookie, unless it has expired."""
        session = self._sessions.get(secret or "")
        return session if session is not None and now < session.signed_in_at + SESSION_LIVES else None

    def end(self, secret: str) -> None:
        """End one session, if it exists."""
        self._sessions.pop(secret, None)

    def end_all_of(self, agent_id: AgentId) -> tuple[str, ...]:
        """End every session of a person; their ids."""
        theirs = {secret: session.id for secret, session in self._sessions.items() if session.agent_id == agent_id}
        for secret in theirs:
            del self._sessions[secret]
        return tuple(theirs.values())
