"""A forgotten password: a code by mail, the page to enter it, a new password (AD-024 to AD-027)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from starlette.requests import Request
from starlette.responses import Response

from deskproof.simulator.domain.accounts.rules import CODE_DIGITS, CODE_LIVES
from deskproof.simulator.domain.commands import ChooseNewPassword, EnterRecoveryCode, SendRecoveryCode
from deskproof.simulator.domain.credentials import LONGEST_PASSWORD, SHORTEST_PASSWORD, read_code, same_password
from deskproof.simulator.domain.events import RecoveryCodeRefused
from deskproof.simulator.domain.rejection import Reason, Rejection
from deskproof.simulator.domain.typed import visible
from deskproof.simulator.domain.values import MINUTE, Secret
from deskproof.simulator.product.identity.pages import draw, go
from deskproof.simulator.product.identity.service import IdentityService
from deskproof.simulator.product.identity.sign_in import again
from deskproof.simulator.product.identity.transactions import Message, Recovery, Transaction
from deskproof.simulator.product.openid.request import Parameters

_NEXT_PAGE: Mapping[Recovery, str] = {
    Recovery.NONE: "/password",
    Recovery.CODE_SENT: "/recover/code",
    Recovery.CODE_ACCEPTED: "/recover/password",
}
"""The next page for a person with a forgotten password."""

_PROBLEMS: Mapping[Reason, str] = {
    Reason.CODE_SPENT: "code.spent",
    Reason.CODE_EXPIRED: "code.expired",
    Reason.NO_RECOVERY: "code.none",
}


async def show_recover(
    _request: Request, _service: IdentityService, transaction: Transaction, _message: Message | None
) -> Response:
    """Opening the page mails nothing; it leads to the page for the person's progress."""
    return go(f"{_NEXT_PAGE[transaction.recovery]}?tx={transaction.id}")


async def take_recover(
    _request: Request, service: IdentityService, transaction: Transaction, _form: Parameters
) -> Response:
    """Mail a code, the first time or again (AD-024, AD-026)."""
    try:
        code = service.tenancy.six_digits()
        service.tenancy.submit(SendRecoveryCode(email=transaction.email, code=code), cause="identity.recover")
    except Rejection:
        return again(service, transaction, "/sign-in", Message(key="email.unknown", field="email"))
    resent = transaction.recovery is not Recovery.NONE
    message = Message(key="code.resent") if resent else None
    service.transactions.keep(replace(transaction, recovery=Recovery.CODE_SENT, message=message))
    return go(f"/recover/code?tx={transaction.id}")


async def show_code(
    _request: Request, service: IdentityService, transaction: Transaction, message: Message | None
) -> Response:
    """The page for the six digits (AD-025)."""
    if transaction.recovery is Recovery.NONE:
        return go(f"/password?tx={transaction.id}")
    return draw(
        "code", language=transaction.language, tenancy=service.tenancy, message=message, transaction=transaction,
        minutes=CODE_LIVES // MINUTE,
    )  # fmt: skip


async def take_code(
    _request: Request, service: IdentityService, transaction: Transaction, form: Parameters
) -> Response:
    """On to the new password when the code is right; each way of being wrong has its own message (AD-027)."""
    code = read_code(form.get("code") or "")
    try:
        service.tenancy.submit(EnterRecoveryCode(email=transaction.email, code=code), cause="identity.recover.code")
    except Rejection as refusal:
        return again(service, transaction, "/recover/code", _code_problem(refusal, code))
    service.transactions.keep(replace(transaction, recovery=Recovery.CODE_ACCEPTED))
    return go(f"/recover/password?tx={transaction.id}")


async def show_new_password(
    _request: Request, service: IdentityService, transaction: Transaction, message: Message | None
) -> Response:
    """The page for the new password; the code comes first."""
    if transaction.recovery is not Recovery.CODE_ACCEPTED:
        return go(f"{_NEXT_PAGE[transaction.recovery]}?tx={transaction.id}")
    return draw(
        "new_password", language=transaction.language, tenancy=service.tenancy, message=message,
        transaction=transaction, shortest=SHORTEST_PASSWORD,
    )  # fmt: skip


async def take_new_password(
    _request: Request, service: IdentityService, transaction: Transaction, form: Parameters
) -> Response:
    """Set the password; the person then signs in with it, in every browser they were signed in with."""
    if transaction.recovery is not Recovery.CODE_ACCEPTED:
        return go(f"{_NEXT_PAGE[transaction.recovery]}?tx={transaction.id}")
    password, repeated = form.get("password") or "", form.get("password_again") or ""
    if not visible(password):
        return again(service, transaction, "/recover/password", Message(key="new.empty", field="password"))
    if not visible(repeated) or not same_password(Secret(password), Secret(repeated)):
        return again(service, transaction, "/recover/password", Message(key="new.different", field="password"))
    try:
        command = ChooseNewPassword(email=transaction.email, password=Secret(password))
        service.tenancy.submit(command, cause="identity.recover.password")
    except Rejection as refusal:
        if refusal.reason is Reason.WEAK_PASSWORD:
            values: dict[str, object] = {"shortest": SHORTEST_PASSWORD, "longest": LONGEST_PASSWORD}
            key = "new.long" if len(password) > LONGEST_PASSWORD else "new.weak"
            message = Message(key=key, field="password", values=values)
            return again(service, transaction, "/recover/password", message)
        started_over = replace(transaction, recovery=Recovery.CODE_SENT)
        return again(service, started_over, "/recover/code", Message(key="new.late", field="code"))
    person = service.tenancy.configuration.person_by_email(transaction.email)
    if person is not None:
        service.provider.end_sessions_of(person.agent_id)
    signing_in = replace(transaction, recovery=Recovery.NONE)
    return again(service, signing_in, "/password", Message(key="password.changed"))


def _code_problem(refusal: Rejection, code: str) -> Message:
    match refusal.reason:
        case Reason.MALFORMED_CODE:
            return _malformed(code)
        case Reason.WRONG_CODE:
            tries = next(event.tries_left for event in refusal.events if isinstance(event, RecoveryCodeRefused))
            key = {0: "code.spent", 1: "code.wrong.one"}.get(tries, "code.wrong")
            return Message(key=key, field="code", values={"tries": tries})
        case reason:
            return Message(key=_PROBLEMS.get(reason, "code.none"), field="code")


def _malformed(code: str) -> Message:
    if not code:
        return Message(key="code.empty", field="code")
    if not (code.isascii() and code.isdigit()):
        return Message(key="code.letters", field="code")
    key = "code.short" if len(code) < CODE_DIGITS else "code.long"
    return Message(key=key, field="code", values={"length": len(code)})
