"""The aggregate: one way in, time as an argument, state as a value."""

from __future__ import annotations

from dataclasses import replace

import pytest

from deskproof.simulator.domain import commands, tenant
from deskproof.simulator.domain.commands import Command
from deskproof.simulator.domain.configuration import Role, Settings, StationOption
from deskproof.simulator.domain.events import ConfigurationChanged
from deskproof.simulator.domain.rejection import Rejection
from deskproof.simulator.domain.sessions.model import AgentState
from deskproof.simulator.domain.values import ConnectionId, Secret
from tests.simulator.domain.story import AGENTS, CODES, CONFIGURATION, NUMBERS, Story


def _all(root: type[Command]) -> set[type[Command]]:
    return {root, *(leaf for child in root.__subclasses__() for leaf in _all(child))} - {Command}


def test_every_command_has_its_decision() -> None:
    expected = {command for command in _all(Command) if command.__module__.startswith(commands.__name__)}
    assert {command for command in expected if not command.__subclasses__()} <= set(tenant.DECISIONS)


ADA, BO, SIGNE = AGENTS["ada"], AGENTS["bo"], AGENTS["signe"]
EMAIL, RIGHT = "ada@example.com", Secret("correct horse 7")
CODE = commands.SendRecoveryCode(email=EMAIL, code=Secret("123456"))
ENTERED = commands.EnterRecoveryCode(email=EMAIL, code="123456")
CUSTOMER_CALLS = commands.CustomerCalls(conversation_id="c1", queue="support", customer="+46701740605")
IN = commands.SignInStation(
    agent_id=ADA, option=StationOption.DIAL_NUMBER, number=NUMBERS["ada"], roles=(Role.AGENT,),
    team_id=CONFIGURATION.teams[0].id,
)  # fmt: skip
SUBSCRIBED = commands.Subscribe(
    agent_id=ADA, connection_id=ConnectionId("a"), force=False, allow_multi_login=False
)  # fmt: skip
CONNECTED = commands.Connect(connection_id=ConnectionId("a"))
AVAILABLE = commands.ChangeAgentState(agent_id=ADA, state=AgentState.AVAILABLE, idle_code_id=None)
SUPERVISOR_IN = replace(IN, agent_id=SIGNE, number=NUMBERS["signe"], roles=(Role.SUPERVISOR,), team_id=None)
RINGING = (IN, AVAILABLE, CUSTOMER_CALLS)
ANSWERED = commands.AnswerPhone(number=NUMBERS["ada"])
ON_CALL = (*RINGING, ANSWERED)
MONITORED = (
    *ON_CALL, SUPERVISOR_IN, commands.StartMonitoring(monitoring_id="m1", agent_id=SIGNE, conversation_id="c1")
)  # fmt: skip
LISTENING = (*MONITORED, commands.AnswerPhone(number=NUMBERS["signe"]))
AT_DESKTOP = (replace(IN, option=StationOption.DESKTOP), AVAILABLE, CUSTOMER_CALLS)
SUPERVISOR_AT_DESKTOP = (
    *ON_CALL,
    replace(SUPERVISOR_IN, option=StationOption.DESKTOP),
    commands.StartMonitoring(monitoring_id="m1", agent_id=SIGNE, conversation_id="c1"),
)
PAUSED = commands.PauseMonitoring(agent_id=SIGNE, conversation_id="c1")
HELD = commands.HoldConversation(agent_id=ADA, conversation_id="c1")
ENDED = commands.EndConversation(agent_id=ADA, conversation_id="c1")


@pytest.mark.parametrize(
    ("before", "command", "events"),
    [
        ((), commands.EnterPassword(email=EMAIL, password=RIGHT), ["PasswordAccepted"]),
        ((), CODE, ["RecoveryCodeSent"]),
        ((CODE,), ENTERED, ["RecoveryCodeAccepted"]),
        (
            (CODE, ENTERED),
            commands.ChooseNewPassword(email=EMAIL, password=Secret("a new password")),
            ["PasswordChanged"],
        ),
        ((), commands.EnterTeamsPassword(email=EMAIL, password=RIGHT), ["TeamsPasswordAccepted"]),
        ((), commands.CancelTeamsSignIn(email=EMAIL), ["TeamsSignInCancelled"]),
        ((), commands.SignInTeams(agent_id=ADA), ["TeamsSignedIn"]),
        ((), SUBSCRIBED, ["ConnectionRequested"]),
        ((SUBSCRIBED,), CONNECTED, ["Connected"]),
        ((SUBSCRIBED, CONNECTED), commands.Disconnect(connection_id=ConnectionId("a")), ["Disconnected"]),
        ((IN,), commands.ReloadSession(agent_id=ADA), ["SessionReloaded"]),
        ((), IN, ["AgentSignedIn"]),
        ((IN,), AVAILABLE, ["AgentStateChanged"]),
        ((IN,), commands.SignOutStation(agent_id=ADA, reason="over"), ["AgentSignedOut"]),
        ((), CUSTOMER_CALLS, ["CustomerCalled"]),
        ((IN, AVAILABLE), CUSTOMER_CALLS, ["CustomerCalled", "ConversationOffered"]),
        (RINGING, commands.CustomerHangsUp(conversation_id="c1"), ["OfferWithdrawn"]),
        ((), commands.SetPhone(number=NUMBERS["ada"], ready=False), ["PhoneChanged"]),
        (RINGING, ANSWERED, ["ConversationConnected"]),
        (AT_DESKTOP, commands.AnswerConversation(agent_id=ADA, conversation_id="c1"), ["ConversationConnected"]),
        (
            AT_DESKTOP,
            commands.DeclineConversation(agent_id=ADA, conversation_id="c1"),
            ["OfferDeclined", "AgentStateChanged"],
        ),
        (ON_CALL, HELD, ["ConversationHeld"]),
        (
            (*ON_CALL, HELD),
            commands.ResumeConversation(agent_id=ADA, conversation_id="c1"),
            ["ConversationResumed"],
        ),
        (ON_CALL, ENDED, ["ConversationEnded"]),
        (LISTENING, ENDED, ["ConversationEnded", "MonitoringEnded"]),
        (
            (*ON_CALL, ENDED),
            commands.WrapUpConversation(agent_id=ADA, conversation_id="c1", code_id=CODES["solved"]),
            ["ConversationWrappedUp"],
        ),
        (MONITORED[:-1], MONITORED[-1], ["MonitoringRequested"]),
        (
            SUPERVISOR_AT_DESKTOP,
            commands.AnswerMonitoring(agent_id=SIGNE, conversation_id="c1"),
            ["MonitoringStarted"],
        ),
        (LISTENING, PAUSED, ["MonitoringPaused"]),
        (
            (*LISTENING, PAUSED),
            commands.ResumeMonitoring(agent_id=SIGNE, conversation_id="c1"),
            ["MonitoringResumed"],
        ),
        (LISTENING, commands.EndMonitoring(agent_id=SIGNE, conversation_id="c1"), ["MonitoringEnded"]),
        ((), commands.Wake(), []),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, Command) else None,
)
def test_each_command_is_decided_as_it_says(before: tuple[Command, ...], command: Command, events: list[str]) -> None:
    people = tuple(replace(person, teams_password=RIGHT, teams_access=True) for person in CONFIGURATION.people)
    story = Story(replace(CONFIGURATION, people=people))
    for earlier in before:
        story.does(earlier)
    assert story.does(command) == events


def test_offers_end_before_sessions_that_end_at_the_same_instant() -> None:
    settings = Settings(rona_seconds=20, lost_connection_recovery_seconds=20)
    story = Story(replace(CONFIGURATION, settings=settings))
    bo_in = replace(IN, agent_id=BO, number=NUMBERS["bo"])
    theirs = replace(SUBSCRIBED, agent_id=BO)
    for command in (IN, bo_in, theirs, CONNECTED, AVAILABLE, commands.Disconnect(connection_id=ConnectionId("a"))):
        story.does(command)
    story.does(CUSTOMER_CALLS)
    assert story.passes(19.999) == []
    assert story.passes(0.001) == ["OfferUnanswered", "AgentStateChanged", "AgentSignedOut"]
    assert story.tenant.next_deadline() is None


def test_the_administrator_changes_the_configuration() -> None:
    story = Story()
    after = replace(CONFIGURATION, settings=Settings(web_rtc_enabled=False))
    (event,) = story.events(commands.ChangeConfiguration(configuration=after, changed=("settings.webRtcEnabled",)))
    assert event == ConfigurationChanged(configuration=after, changed=("settings.webRtcEnabled",))
    assert story.state.configuration is after


def test_states_are_values() -> None:
    story = Story()
    before = story.state
    story.signs_in("ada")
    assert before.agents.sessions == {}
    assert Story().state == before


def test_a_rejection_has_applied_the_facts_it_carries_and_no_others() -> None:
    story = Story()
    with pytest.raises(Rejection):
        story.does(commands.EnterPassword(email="ada@example.com", password=Secret("wrong")))
    assert story.state.accounts["ada@example.com"].failed == 1


def test_what_is_looked_up_agrees_with_what_it_is_made_from() -> None:
    story = Story()
    story.signs_in("ada", "bo")
    ids = tuple(ConnectionId(f"c-{each}") for each in range(3))
    for id_ in ids:
        subscribe = commands.Subscribe(
            agent_id=AGENTS["ada"], connection_id=id_, force=True, allow_multi_login=id_ != ids[2]
        )
        story.does(subscribe)
        _agrees(story)
        story.does(commands.Connect(connection_id=id_))
        _agrees(story)
    assert story.state.agents.connections_of == {AGENTS["ada"]: (ids[2],)}
    story.does(commands.Disconnect(connection_id=ids[2]))
    _agrees(story)
    assert story.state.agents.lost == {AGENTS["ada"]}
    story.does(commands.ReloadSession(agent_id=AGENTS["ada"]))
    _agrees(story)
    assert story.state.agents.lost == frozenset()


def _agrees(story: Story) -> None:
    agents = story.state.agents
    assert agents.lost == {id_ for id_, session in agents.sessions.items() if session.lost_since is not None}
    owners = dict.fromkeys(connection.agent_id for connection in agents.connections.values())
    assert agents.connections_of == {
        owner: tuple(id_ for id_, connection in agents.connections.items() if connection.agent_id == owner)
        for owner in owners
    }


def test_equal_scripts_give_equal_states() -> None:
    def run() -> Story:
        story = Story()
        story.available("ada", "bo")
        story.passes(60)
        return story

    assert run().state == run().state
