"""Microsoft Teams accounts as the contact centre sees them (AD-035 to AD-041). Pure: state and command in, events or a
rejection out.

A person's Teams account has the person's e-mail address and its own password; a person without that password has no
account. The tenant stores nothing: the tokens of a desktop are in its tab.
"""

from __future__ import annotations

from deskproof.simulator.domain.commands import CancelTeamsSignIn, EnterTeamsPassword, SignInTeams
from deskproof.simulator.domain.credentials import same_password
from deskproof.simulator.domain.events import (
    Event,
    TeamsAccessRefused,
    TeamsPasswordAccepted,
    TeamsPasswordRefused,
    TeamsSignedIn,
    TeamsSignInCancelled,
)
from deskproof.simulator.domain.rejection import Reason, Rejection
from deskproof.simulator.domain.state import TenantState
from deskproof.simulator.domain.values import Instant


def enter_password(state: TenantState, command: EnterTeamsPassword, now: Instant) -> tuple[Event, ...]:
    """Accept the right password of a person who may use the connector (AD-039)."""
    person = state.configuration.person_by_email(command.email)
    if person is None or person.teams_password is None:
        raise Rejection(Reason.UNKNOWN_PERSON, "There is no Teams account with this e-mail address.", field="email")
    if not same_password(command.password, person.teams_password):
        refused = TeamsPasswordRefused(email=person.email)
        raise Rejection(Reason.WRONG_PASSWORD, "The password is not right.", field="password", events=(refused,))
    if not person.teams_access:
        barred = TeamsAccessRefused(email=person.email)
        message = "The organisation does not let this account connect to Microsoft Teams."
        raise Rejection(Reason.NO_TEAMS_ACCESS, message, events=(barred,))
    return (TeamsPasswordAccepted(email=person.email, agent_id=person.agent_id),)


def cancel_sign_in(state: TenantState, command: CancelTeamsSignIn, now: Instant) -> tuple[Event, ...]:
    """The person closed the window with its Cancel button (AD-038)."""
    return (TeamsSignInCancelled(email=command.email),)


def sign_in(state: TenantState, command: SignInTeams, now: Instant) -> tuple[Event, ...]:
    """The desktop has its tokens: the person is signed in to Teams (AD-100)."""
    person = state.configuration.person(command.agent_id)
    if person is None:
        raise Rejection(Reason.UNKNOWN_PERSON, "There is no person with this agent id.")
    return (TeamsSignedIn(email=person.email, agent_id=person.agent_id),)
