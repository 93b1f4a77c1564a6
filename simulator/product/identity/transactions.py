"""Sign-ins in progress. What a page needs is stored here, so that Back and reload show it again although nothing is
cached. The address has the id; a page without one, or with an expired one, offers to start again.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import Enum, auto

from deskproof.simulator.domain.credentials import read_address
from deskproof.simulator.domain.typed import visible
from deskproof.simulator.domain.values import MINUTE, Instant
from deskproof.simulator.product.openid.grants import keep_latest
from deskproof.simulator.product.openid.request import AuthorizationRequest
from deskproof.simulator.runtime.drawn import drawn_secret
from deskproof.simulator.runtime.language import Language

LIVES = 60 * MINUTE
_KEPT = 1_000


class Recovery(Enum):
    """The progress of this browser with a forgotten password."""

    NONE = auto()
    CODE_SENT = auto()
    CODE_ACCEPTED = auto()


@dataclass(frozen=True, kw_only=True)
class Message:
    """A sentence for the next showing of a page. `field` is the one at fault; without one it is good news."""

    key: str
    values: dict[str, object] = field(default_factory=dict)
    field: str | None = None


@dataclass(frozen=True, kw_only=True)
class Transaction:
    """One sign-in: the client's request, and what the person has entered so far, but never a password or code."""

    id: str
    request: AuthorizationRequest
    language: Language
    expires: Instant
    email: str = ""
    recovery: Recovery = Recovery.NONE
    message: Message | None = None
    finished: bool = False

    def for_email(self, email: str) -> Transaction:
        """The same sign-in for this address. Progress made for another address does not count."""
        email = _address(email)
        if email == self.email:
            return self
        return replace(self, email=email, recovery=Recovery.NONE)


def _address(typed: str) -> str:
    """An address as the pages show it; a text that is not an address is shown as typed, to be corrected."""
    return read_address(typed) or visible(typed)


class Transactions:
    """The sign-ins in progress at one provider."""

    def __init__(self) -> None:
        self._transactions: dict[str, Transaction] = {}

    def begin(self, request: AuthorizationRequest, *, language: Language, now: Instant) -> Transaction:
        """A new sign-in."""
        transaction = Transaction(
            id=drawn_secret(),
            request=request,
            language=language,
            expires=Instant(now + LIVES),
            email=_address(request.login_hint),
        )
        self._transactions[transaction.id] = transaction
        keep_latest(self._transactions, _KEPT)
        return transaction

    def of(self, id_: str, now: Instant) -> Transaction | None:
        """The sign-in with this id, unless it has expired."""
        transaction = self._transactions.get(id_)
        return transaction if transaction is not None and now < transaction.expires else None

    def keep(self, transaction: Transaction) -> None:
        """Replace a sign-in by its changed version."""
        self._transactions[transaction.id] = transaction

    def take_message(self, transaction: Transaction) -> Message | None:
        """The waiting message, removed here: a reload shows the page without it."""
        if transaction.message is not None:
            self.keep(replace(transaction, message=None))
        return transaction.message
