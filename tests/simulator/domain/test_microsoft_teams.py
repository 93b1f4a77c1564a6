"""Microsoft Teams accounts: whose password is right, who is refused, which events follow (AD-035 to AD-039)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from deskproof.simulator.domain.commands import CancelTeamsSignIn, Command, EnterTeamsPassword, SignInTeams
from deskproof.simulator.domain.events import Event, TeamsPasswordAccepted, TeamsSignedIn, TeamsSignInCancelled
from deskproof.simulator.domain.rejection import Reason, Rejection
from deskproof.simulator.domain.tenant import Tenant
from deskproof.simulator.domain.values import AgentId, Secret
from tests.simulator.domain.story import MORNING, Story

RIGHT = "teams horse 7"


def tenant(*, password: str | None = RIGHT, access: bool = True) -> Tenant:
    """A tenant in which Ada has this Teams account; the others have none."""
    configuration = Story().state.configuration
    secret = None if password is None else Secret(password)
    people = tuple(
        replace(person, teams_password=secret, teams_access=access) if person.key == "ada" else person
        for person in configuration.people
    )
    return Tenant(replace(configuration, people=people))


def ada() -> tuple[str, AgentId]:
    person = next(person for person in Story().state.configuration.people if person.key == "ada")
    return person.email, person.agent_id


def enter(password: str = RIGHT, email: str | None = None) -> EnterTeamsPassword:
    return EnterTeamsPassword(email=email or ada()[0].upper(), password=Secret(password))


def does(command: Command, *, of: Tenant | None = None) -> tuple[Event, ...]:
    return (of or tenant()).handle(command, MORNING)


def test_the_right_password_in_any_case_of_the_address() -> None:
    email, agent_id = ada()
    assert does(enter()) == (TeamsPasswordAccepted(email=email, agent_id=agent_id),)


@pytest.mark.parametrize(
    ("command", "of", "reason", "field", "left"),
    [
        (enter(email="nobody@example.com"), tenant(), Reason.UNKNOWN_PERSON, "email", []),
        (enter(), tenant(password=None), Reason.UNKNOWN_PERSON, "email", []),
        (enter("something else"), tenant(), Reason.WRONG_PASSWORD, "password", ["TeamsPasswordRefused"]),
        (enter("something else"), tenant(access=False), Reason.WRONG_PASSWORD, "password", ["TeamsPasswordRefused"]),
        (enter(), tenant(access=False), Reason.NO_TEAMS_ACCESS, None, ["TeamsAccessRefused"]),
        (SignInTeams(agent_id=AgentId("nobody")), tenant(), Reason.UNKNOWN_PERSON, None, []),
    ],
)
def test_what_is_refused(command: Command, of: Tenant, reason: Reason, field: str | None, left: list[str]) -> None:
    with pytest.raises(Rejection) as refusal:
        does(command, of=of)
    assert (refusal.value.reason, refusal.value.field) == (reason, field)
    assert [type(event).__name__ for event in refusal.value.events] == left


def test_a_cancellation_and_a_sign_in_are_events() -> None:
    email, agent_id = ada()
    assert does(CancelTeamsSignIn(email="")) == (TeamsSignInCancelled(email=""),)
    assert does(SignInTeams(agent_id=agent_id)) == (TeamsSignedIn(email=email, agent_id=agent_id),)
