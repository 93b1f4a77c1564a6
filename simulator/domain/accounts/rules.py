"""Passwords, locked accounts and recovery codes (AD-020 to AD-027, DOMAIN A7). Pure: state and command in, events or a
rejection out.
"""

from __future__ import annotations

import re
from dataclasses import replace

from deskproof.simulator.domain.accounts.model import Accounts, Recovery, account_of
from deskproof.simulator.domain.commands import ChooseNewPassword, EnterPassword, EnterRecoveryCode, SendRecoveryCode
from deskproof.simulator.domain.configuration import Configuration, Person
from deskproof.simulator.domain.credentials import address_key, password_fault, read_code, same_password
from deskproof.simulator.domain.events import (
    AccountLocked,
    Event,
    PasswordAccepted,
    PasswordChanged,
    PasswordRefused,
    RecoveryCodeAccepted,
    RecoveryCodeRefused,
    RecoveryCodeSent,
)
from deskproof.simulator.domain.rejection import Reason, Rejection
from deskproof.simulator.domain.values import MINUTE, Instant, Secret

PASSWORD_TRIES = 5
LOCKED_FOR = 15 * MINUTE
CODE_LIVES = 10 * MINUTE
CODE_DIGITS = 6

_CODE = re.compile(rf"[0-9]{{{CODE_DIGITS}}}")


def enter_password(
    configuration: Configuration, accounts: Accounts, command: EnterPassword, now: Instant
) -> tuple[Event, ...]:
    """Accept the right password; count wrong ones and lock the account at the fifth."""
    person = _known(configuration, command.email)
    account = account_of(accounts, person.email)
    if account.locked_until is not None and now < account.locked_until:
        raise _locked(account.locked_until, now)
    if same_password(command.password, account.password or person.password):
        return (PasswordAccepted(email=person.email, agent_id=person.agent_id),)
    attempts = account.failed + 1
    refused = PasswordRefused(email=person.email, attempts=attempts)
    if attempts < PASSWORD_TRIES:
        raise Rejection(Reason.WRONG_PASSWORD, "The password is not right.", field="password", events=(refused,))
    until = Instant(now + LOCKED_FOR)
    raise _locked(until, now, events=(refused, AccountLocked(email=person.email, until=until)))


def send_recovery_code(
    configuration: Configuration, accounts: Accounts, command: SendRecoveryCode, now: Instant
) -> tuple[Event, ...]:
    """Mail a new code; an earlier one stops working."""
    person = _known(configuration, command.email)
    if not _CODE.fullmatch(command.code.reveal()):
        raise ValueError("a recovery code is six decimal digits (AD-025)")
    return (RecoveryCodeSent(email=person.email, code=command.code, expires=Instant(now + CODE_LIVES)),)


def enter_recovery_code(
    configuration: Configuration, accounts: Accounts, command: EnterRecoveryCode, now: Instant
) -> tuple[Event, ...]:
    """Accept the mailed code once, in time, within three tries; a text that is not six digits has its own reason and is
    not counted (AD-027).
    """
    person = _known(configuration, command.email)
    recovery = account_of(accounts, person.email).recovery
    if recovery is None:
        raise Rejection(Reason.NO_RECOVERY, "No code was requested. Choose Forgot Password first.", field="code")
    code = read_code(command.code)
    if not _CODE.fullmatch(code):
        raise Rejection(Reason.MALFORMED_CODE, "The code is six digits.", field="code")
    if recovery.spent:
        raise Rejection(Reason.CODE_SPENT, "The code cannot be used any more. Request a new one.", field="code")
    if now >= recovery.expires:
        raise Rejection(Reason.CODE_EXPIRED, "The code has expired. Request a new one.", field="code")
    if Secret(code) != recovery.code:
        refused = RecoveryCodeRefused(email=person.email, tries_left=recovery.tries_left - 1)
        raise Rejection(Reason.WRONG_CODE, "The code is not right.", field="code", events=(refused,))
    return (RecoveryCodeAccepted(email=person.email),)


def choose_new_password(
    configuration: Configuration, accounts: Accounts, command: ChooseNewPassword, now: Instant
) -> tuple[Event, ...]:
    """Set the password after an accepted code; this also unlocks the account."""
    person = _known(configuration, command.email)
    account = account_of(accounts, person.email)
    if account.recovery is None or not account.recovery.accepted:
        raise Rejection(Reason.NO_RECOVERY, "Enter the code from the mail first.", field="code")
    if fault := password_fault(command.password.reveal()):
        raise Rejection(Reason.WEAK_PASSWORD, f"The password cannot be used: {fault}.", field="password")
    return (PasswordChanged(email=person.email, password=command.password),)


def evolve(accounts: Accounts, event: Event) -> Accounts:
    """The accounts after an event; other events change nothing."""
    match event:
        case PasswordAccepted(email=email):
            return _with(accounts, email, failed=0, locked_until=None)
        case PasswordRefused(email=email, attempts=attempts):
            return _with(accounts, email, failed=attempts)
        case AccountLocked(email=email, until=until):
            return _with(accounts, email, failed=0, locked_until=until)
        case RecoveryCodeSent(email=email, code=code, expires=expires):
            return _with(accounts, email, recovery=Recovery(code=code, expires=expires))
        case RecoveryCodeRefused(email=email, tries_left=left):
            return _with_recovery(accounts, email, tries_left=left, spent=left == 0)
        case RecoveryCodeAccepted(email=email):
            return _with_recovery(accounts, email, spent=True, accepted=True)
        case PasswordChanged(email=email, password=password):
            return _with(accounts, email, password=password, failed=0, locked_until=None, recovery=None)
        case _:
            return accounts


def after_administrator(accounts: Accounts, before: Configuration, after: Configuration) -> Accounts:
    """The accounts once the configuration changed: a password the administrator sets replaces the person's own."""
    passwords = {address_key(person.email): person.password for person in before.people}
    given = {
        email
        for person in after.people
        if passwords.get(email := address_key(person.email), person.password) != person.password
    }
    return {email: account for email, account in accounts.items() if email not in given}


def _known(configuration: Configuration, email: str) -> Person:
    person = configuration.person_by_email(email)
    if person is None:
        raise Rejection(Reason.UNKNOWN_PERSON, "There is no account with this e-mail address.", field="email")
    return person


def _locked(until: Instant, now: Instant, events: tuple[Event, ...] = ()) -> Rejection:
    minutes = -(-(until - now) // MINUTE)
    message = f"The account is locked for {minutes} more minutes because of too many wrong passwords."
    return Rejection(Reason.ACCOUNT_LOCKED, message, field="password", events=events)


def _with(accounts: Accounts, email: str, **changes: object) -> Accounts:
    key = address_key(email)
    return {**accounts, key: replace(account_of(accounts, key), **changes)}  # type: ignore[arg-type]  # replace checks the names


def _with_recovery(accounts: Accounts, email: str, **changes: object) -> Accounts:
    recovery = account_of(accounts, email).recovery
    if recovery is None:
        raise ValueError(f"no recovery is under way for {email}")
    return _with(accounts, email, recovery=replace(recovery, **changes))  # type: ignore[arg-type]  # replace checks the names
