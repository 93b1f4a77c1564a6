"""Commands of the administrator and of time, and those of people on the identity pages."""

from __future__ import annotations

from dataclasses import dataclass

from deskproof.simulator.domain.commands.root import Command
from deskproof.simulator.domain.configuration import Configuration
from deskproof.simulator.domain.values import AgentId, Secret


@dataclass(frozen=True, kw_only=True)
class ChangeConfiguration(Command):
    """The administrator changes the configuration; `changed` lists the differences in words, for the journal."""

    configuration: Configuration
    changed: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Wake(Command):
    """A deadline is reached: do what is due."""


@dataclass(frozen=True, kw_only=True)
class EnterPassword(Command):
    """A person gives the password on the identity page (AD-023)."""

    email: str
    password: Secret


@dataclass(frozen=True, kw_only=True)
class SendRecoveryCode(Command):
    """A person forgot the password; `code` is mailed to them (AD-024 to AD-026)."""

    email: str
    code: Secret


@dataclass(frozen=True, kw_only=True)
class EnterRecoveryCode(Command):
    """The person types the code from the mail."""

    email: str
    code: str


@dataclass(frozen=True, kw_only=True)
class ChooseNewPassword(Command):
    """After an accepted code, the person chooses a new password."""

    email: str
    password: Secret


@dataclass(frozen=True, kw_only=True)
class EnterTeamsPassword(Command):
    """A person gives the password of their Microsoft Teams account (AD-035)."""

    email: str
    password: Secret


@dataclass(frozen=True, kw_only=True)
class CancelTeamsSignIn(Command):
    """A person cancels in the Teams sign-in window; `email` is the account it was about, empty when it had none."""

    email: str


@dataclass(frozen=True, kw_only=True)
class SignInTeams(Command):
    """A desktop exchanges the code of a Teams sign-in for tokens (AD-100)."""

    agent_id: AgentId
