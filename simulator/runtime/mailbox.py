"""The mailboxes of a tenant's people: what the product would have mailed."""

from __future__ import annotations

from dataclasses import dataclass

from deskproof.simulator.domain.credentials import address_key
from deskproof.simulator.domain.events import Event, RecoveryCodeSent
from deskproof.simulator.domain.values import Instant


@dataclass(frozen=True, kw_only=True)
class Mail:
    """One mail. `code` is the confirmation code in it, if it carries one."""

    at: Instant
    to: str
    subject: str
    text: str
    code: str | None = None


class Mailboxes:
    """All mail of a tenant, by address."""

    def __init__(self) -> None:
        self._mails: list[Mail] = []

    def of(self, email: str) -> tuple[Mail, ...]:
        """The mails to an address, oldest first."""
        key = address_key(email)
        return tuple(mail for mail in self._mails if address_key(mail.to) == key)

    def all(self) -> tuple[Mail, ...]:
        """The mails to every address, oldest first."""
        return tuple(self._mails)

    def take(self, event: Event, at: Instant) -> None:
        """Deliver what an event says is to be mailed (AD-026)."""
        if isinstance(event, RecoveryCodeSent):
            code = event.code.reveal()
            text = f"Your six-digit confirmation code is {code}. It works once, within ten minutes."
            self._mails.append(Mail(at=at, to=event.email, subject="Your confirmation code", text=text, code=code))
