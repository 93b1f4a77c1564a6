"""The e-mail page and the password page (AD-020 to AD-023).

They are two history entries, so that Back from the second leads to the first.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from starlette.requests import Request
from starlette.responses import Response

from deskproof.simulator.domain.accounts.model import account_of
from deskproof.simulator.domain.accounts.rules import LOCKED_FOR, PASSWORD_TRIES
from deskproof.simulator.domain.commands import EnterPassword
from deskproof.simulator.domain.credentials import read_address
from deskproof.simulator.domain.events import PasswordAccepted
from deskproof.simulator.domain.rejection import Reason, Rejection
from deskproof.simulator.domain.typed import visible
from deskproof.simulator.domain.values import MINUTE, Secret
from deskproof.simulator.product.identity.pages import draw, go
from deskproof.simulator.product.identity.service import COOKIE, IdentityService
from deskproof.simulator.product.identity.transactions import Message, Transaction
from deskproof.simulator.product.openid.request import Parameters
from deskproof.simulator.product.openid.sessions import Session

_TRIES_LEFT: Mapping[int, str] = {1: "password.wrong.one", 2: "password.wrong.two"}


async def show_email(
    _request: Request, service: IdentityService, transaction: Transaction, message: Message | None
) -> Response:
    """The e-mail page, with the address given before, ready to be changed (AD-021, AD-022)."""
    return draw(
        "email", language=transaction.language, tenancy=service.tenancy, message=message, transaction=transaction
    )


async def take_email(
    _request: Request, service: IdentityService, transaction: Transaction, form: Parameters
) -> Response:
    """On to the password page when a person has this address."""
    email = form.get("email") or ""
    transaction = transaction.for_email(email)
    if not visible(email):
        return again(service, transaction, "/sign-in", Message(key="email.empty", field="email"))
    if read_address(email) is None:
        return again(service, transaction, "/sign-in", Message(key="email.malformed", field="email"))
    if service.tenancy.configuration.person_by_email(email) is None:
        return again(service, transaction, "/sign-in", Message(key="email.unknown", field="email"))
    service.transactions.keep(transaction)
    return go(f"/password?tx={transaction.id}")


async def show_password(
    _request: Request, service: IdentityService, transaction: Transaction, message: Message | None
) -> Response:
    """The password page; without an address the e-mail page comes first."""
    if not transaction.email:
        return go(f"/sign-in?tx={transaction.id}")
    return draw(
        "password", language=transaction.language, tenancy=service.tenancy, message=message, transaction=transaction
    )


async def take_password(
    request: Request, service: IdentityService, transaction: Transaction, form: Parameters
) -> Response:
    """Back to the client with a code when the password is right."""
    password = form.get("password") or ""
    if not visible(password):
        return again(service, transaction, "/password", Message(key="password.empty", field="password"))
    try:
        command = EnterPassword(email=transaction.email, password=Secret(password))
        events = service.tenancy.submit(command, cause="identity.password")
    except Rejection as refusal:
        if refusal.reason is Reason.UNKNOWN_PERSON:
            return again(service, transaction, "/sign-in", Message(key="email.unknown", field="email"))
        return again(service, transaction, "/password", _password_problem(service, transaction, refusal))
    agent_id = next(event.agent_id for event in events if isinstance(event, PasswordAccepted))
    service.provider.end_session(request.cookies.get(COOKIE))
    secret, session = service.provider.sessions.begin(agent_id, service.provider.now)
    response = finish(service, transaction, session)
    response.set_cookie(COOKIE, secret, httponly=True, samesite="lax", path="/")
    return response


async def show_help(
    _request: Request, service: IdentityService, transaction: Transaction, _message: Message | None
) -> Response:
    """What to do when signing in does not work."""
    return draw(
        "help", language=transaction.language, tenancy=service.tenancy, transaction=transaction,
        tries=PASSWORD_TRIES, minutes=LOCKED_FOR // MINUTE,
    )  # fmt: skip


def finish(service: IdentityService, transaction: Transaction, session: Session) -> Response:
    """Back to the client with a code; the transaction is over."""
    service.transactions.keep(replace(transaction, finished=True, message=None))
    return go(service.provider.grant(transaction.request, session))


def again(service: IdentityService, transaction: Transaction, path: str, message: Message) -> Response:
    """The page at `path` with a message. It is requested again, so that reload and Back never send a form twice."""
    service.transactions.keep(replace(transaction, message=message))
    return go(f"{path}?tx={transaction.id}")


def _password_problem(service: IdentityService, transaction: Transaction, refusal: Rejection) -> Message:
    account = account_of(service.tenancy.state.accounts, transaction.email)
    if refusal.reason is Reason.ACCOUNT_LOCKED and account.locked_until is not None:
        minutes = -(-(account.locked_until - service.provider.now) // MINUTE)
        key = "password.locked.one" if minutes == 1 else "password.locked"
        return Message(key=key, field="password", values={"minutes": minutes})
    return Message(key=_TRIES_LEFT.get(PASSWORD_TRIES - account.failed, "password.wrong"), field="password")
