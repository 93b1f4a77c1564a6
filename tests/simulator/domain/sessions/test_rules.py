"""Connections and agent sessions: commands in, the names of events out (AD-012 to AD-018, AD-080 to AD-088)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import product

import phonenumbers
import pytest

from deskproof.simulator.domain import commands
from deskproof.simulator.domain.commands import Command
from deskproof.simulator.domain.configuration import Role, Settings, StationOption
from deskproof.simulator.domain.conversations.model import ConversationState
from deskproof.simulator.domain.events import AgentSignedOut, AgentStateChanged
from deskproof.simulator.domain.rejection import Reason
from deskproof.simulator.domain.sessions.model import (
    CONNECTION_NOT_RESTORED,
    AgentState,
    StateReason,
)
from deskproof.simulator.domain.values import SECOND, AgentId, ConnectionId
from tests.simulator.domain.story import AGENTS, CODES, CONFIGURATION, MORNING, Story, person

ADA, BO = AGENTS["ada"], AGENTS["bo"]
TIMEOUT = CONFIGURATION.settings.lost_connection_recovery_seconds


@pytest.fixture
def story() -> Story:
    return Story()


def subscribe(id_: str, *, agent: AgentId = ADA, force: bool = True, together: bool = False) -> Command:
    return commands.Subscribe(
        agent_id=agent, connection_id=ConnectionId(id_), force=force, allow_multi_login=together
    )  # fmt: skip


def connect(id_: str) -> Command:
    return commands.Connect(connection_id=ConnectionId(id_))


def disconnect(id_: str) -> Command:
    return commands.Disconnect(connection_id=ConnectionId(id_))


def reload_session(agent: AgentId = ADA) -> Command:
    return commands.ReloadSession(agent_id=agent)


def idle(code: str | None, agent: AgentId = ADA) -> Command:
    return commands.ChangeAgentState(agent_id=agent, state=AgentState.IDLE, idle_code_id=code)


def opened(story: Story, *ids: str, agent: AgentId = ADA, together: bool = False) -> None:
    for id_ in ids:
        story.does(subscribe(id_, agent=agent, together=together))
        story.does(connect(id_))


def active(story: Story, agent: AgentId = ADA) -> list[str]:
    return [connection.id for connection in story.state.agents.active(agent)]


def test_a_connection_is_requested_opened_and_closed(story: Story) -> None:
    assert story.does(subscribe("a")) == ["ConnectionRequested"]
    assert active(story) == []
    assert story.does(connect("a")) == ["Connected"]
    assert active(story) == ["a"]
    assert story.does(disconnect("a")) == ["Disconnected"]
    assert story.state.agents.connections == {}


def test_a_connection_opens_once(story: Story) -> None:
    opened(story, "a")
    assert story.refusal(connect("a")) is Reason.UNKNOWN_CONNECTION
    assert story.refusal(connect("b")) is Reason.UNKNOWN_CONNECTION
    assert story.refusal(disconnect("b")) is Reason.UNKNOWN_CONNECTION


@pytest.mark.parametrize(("first", "second"), list(product([True, False], repeat=2)))
def test_an_instance_that_allows_others_takes_over_from_none(story: Story, first: bool, second: bool) -> None:
    opened(story, "a", together=first)
    story.does(subscribe("b", together=second))
    assert story.does(connect("b")) == (["Connected"] if second else ["Connected", "ConnectionSuperseded"])
    assert active(story) == (["a", "b"] if second else ["b"])


@pytest.mark.parametrize(("force", "together"), list(product([True, False], repeat=2)))
def test_who_does_not_force_is_refused_while_active_elsewhere(story: Story, force: bool, together: bool) -> None:
    opened(story, "a")
    command = subscribe("b", force=force, together=together)
    if force or together:
        assert story.does(command) == ["ConnectionRequested"]
    else:
        assert story.refusal(command) is Reason.CONNECTED_ELSEWHERE


def test_another_agent_is_not_superseded(story: Story) -> None:
    opened(story, "a")
    opened(story, "b", agent=BO)
    assert (active(story), active(story, BO)) == (["a"], ["b"])


def test_a_stranger_cannot_connect(story: Story) -> None:
    assert story.refusal(subscribe("a", agent=AgentId("nobody"))) is Reason.UNKNOWN_PERSON


def test_sign_in_gives_idle_with_the_default_code(story: Story) -> None:
    story.signs_in("ada")
    session = story.session("ada")
    assert (session.state, session.code_id) == (AgentState.IDLE, CODES["meeting"])
    assert session.signed_in_at == session.state_since == session.code_since == MORNING


def test_one_session_per_agent(story: Story) -> None:
    story.signs_in("ada")
    again = commands.SignInStation(
        agent_id=ADA, option=story.session("ada").station.option, number="+12015550119",
        team_id=story.session("ada").team_id, roles=story.session("ada").roles,
    )  # fmt: skip
    assert story.refusal(again) is Reason.ALREADY_SIGNED_IN


def with_state(story: Story, state: AgentState) -> None:
    """Ada is signed in and in this state."""
    if state is AgentState.IDLE:
        story.signs_in("ada")
        return
    story.available("ada")
    if state is AgentState.RONA:
        story.calls()
        story.passes(CONFIGURATION.settings.rona_seconds)
    assert story.session("ada").state is state


@pytest.mark.parametrize(("now", "expected"), list(product(AgentState, AgentState)))
def test_every_change_of_state(story: Story, now: AgentState, expected: AgentState) -> None:
    with_state(story, now)
    command = commands.ChangeAgentState(agent_id=ADA, state=expected, idle_code_id=CODES["meeting"])
    if expected is not AgentState.RONA:
        assert story.does(command)[0] == "AgentStateChanged"
        code = None if expected is AgentState.AVAILABLE else CODES["meeting"]
        assert story.session("ada").code_id == code
    else:
        assert story.refusal(command) is Reason.STATE_NOT_ALLOWED


@pytest.mark.parametrize("code", [None, "nothing", CODES["solved"]])
def test_idle_needs_an_idle_code(story: Story, code: str | None) -> None:
    story.signs_in("ada")
    assert story.refusal(idle(code)) is Reason.UNKNOWN_IDLE_CODE


def test_the_two_timers(story: Story) -> None:
    """`code_since` moves with every code, `state_since` only with the state (PROTOCOL 5)."""
    story.signs_in("ada")
    story.passes(10)
    story.does(idle(CODES["rona"]))
    assert (story.session("ada").state_since, story.session("ada").code_since) == (MORNING, MORNING + 10 * SECOND)
    story.passes(10)
    story.does(story.turning_available("ada"))
    assert story.session("ada").state_since == story.session("ada").code_since == MORNING + 20 * SECOND


@pytest.mark.parametrize(
    "command", [reload_session(), idle(CODES["meeting"]), commands.SignOutStation(agent_id=ADA, reason="")]
)
def test_without_a_session_nothing_can_be_done_to_it(story: Story, command: Command) -> None:
    assert story.refusal(command) is Reason.NOT_SIGNED_IN


def test_an_available_agent_whose_connection_drops_is_idled_with_the_reason(story: Story) -> None:
    opened(story, "a")
    story.available("ada")
    assert story.does(disconnect("a")) == ["Disconnected", "ConnectionLost", "AgentStateChanged"]
    assert (story.session("ada").state, story.session("ada").state_reason) == (
        AgentState.IDLE,
        StateReason.CONNECTION_LOST,
    )


def test_an_idle_agent_who_drops_keeps_code_and_timers(story: Story) -> None:
    opened(story, "a")
    story.signs_in("ada")
    before = story.session("ada")
    story.passes(5)
    assert story.does(disconnect("a")) == ["Disconnected", "ConnectionLost"]
    assert (story.session("ada").code_id, story.session("ada").state_since) == (before.code_id, before.state_since)


def test_a_connection_that_is_not_the_last_one_may_go(story: Story) -> None:
    opened(story, "a", "b", together=True)
    story.available("ada")
    assert story.does(disconnect("a")) == ["Disconnected"]


def test_a_superseded_connection_is_over(story: Story) -> None:
    opened(story, "a", "b")
    story.available("ada")
    assert story.refusal(disconnect("a")) is Reason.UNKNOWN_CONNECTION
    assert story.session("ada").lost_since is None


def test_a_session_is_given_back_in_time(story: Story) -> None:
    opened(story, "a")
    story.signs_in("ada")
    story.does(disconnect("a"))
    story.passes(TIMEOUT - 1)
    opened(story, "b")
    assert story.does(reload_session()) == ["SessionReloaded"]
    assert story.passes(TIMEOUT) == []
    assert story.tenant.next_deadline() is None


def test_a_session_whose_connection_does_not_come_back_ends(story: Story) -> None:
    opened(story, "a")
    story.signs_in("ada")
    story.does(disconnect("a"))
    assert story.tenant.next_deadline() == MORNING + TIMEOUT * SECOND
    story.now = MORNING + TIMEOUT * SECOND  # type: ignore[assignment]
    (ended,) = story.events(commands.Wake())
    assert getattr(ended, "reason", None) == CONNECTION_NOT_RESTORED
    assert story.state.agents.sessions == {}


def test_waking_early_does_nothing(story: Story) -> None:
    opened(story, "a")
    story.signs_in("ada")
    story.does(disconnect("a"))
    assert story.does(commands.Wake()) == []


def test_sign_out_ends_the_session_in_any_state(story: Story) -> None:
    story.available("ada")
    assert story.does(commands.SignOutStation(agent_id=ADA, reason="User requested logout")) == ["AgentSignedOut"]
    assert story.refusal(reload_session()) is Reason.NOT_SIGNED_IN


def force(key: str, by: str) -> Command:
    return commands.ChangeAgentState(
        agent_id=AGENTS[key], by=AGENTS[by], state=AgentState.IDLE, idle_code_id=CODES["meeting"]
    )


def sign_out_by(key: str, by: str) -> Command:
    return commands.SignOutStation(agent_id=AGENTS[key], by=AGENTS[by], reason="the shift is over")


def test_a_supervisor_changes_the_state_of_an_agent_and_signs_the_agent_out(story: Story) -> None:
    story.available("ada")
    story.signs_in("signe")
    (changed,) = story.events(force("ada", "signe"))
    assert isinstance(changed, AgentStateChanged)
    assert (changed.session.state, changed.by) == (AgentState.IDLE, AGENTS["signe"])
    (signed_out,) = story.events(sign_out_by("ada", "signe"))
    assert isinstance(signed_out, AgentSignedOut)
    assert (signed_out.session.agent_id, signed_out.by) == (ADA, AGENTS["signe"])
    assert set(story.state.agents.sessions) == {AGENTS["signe"]}


@pytest.mark.parametrize("does", [force, sign_out_by])
def test_only_a_signed_in_supervisor_of_the_agent_s_team_does_that(
    story: Story, does: Callable[[str, str], Command]
) -> None:
    story.signs_in("ada", "bo", "lars")
    for key, by in (("ada", "bo"), ("ada", "signe"), ("ada", "lars")):
        assert story.refusal(does(key, by)) is Reason.NOT_SUPERVISED
    story.signs_in("signe")
    assert story.refusal(does("lars", "signe")) is Reason.NOT_SUPERVISED
    story.does(commands.SignOutStation(agent_id=BO, reason=""))
    assert story.refusal(does("bo", "signe")) is Reason.NOT_SIGNED_IN


def test_an_engaged_agent_is_not_signed_out_by_a_supervisor(story: Story) -> None:
    story.with_conversation(ConversationState.CONNECTED).signs_in("signe")
    assert story.refusal(sign_out_by("ada", "signe")) is Reason.CONVERSATION_ACTIVE


def test_a_session_waits_fifty_seconds_where_nothing_else_is_set() -> None:
    story = Story(replace(CONFIGURATION, settings=Settings()))
    opened(story, "a")
    story.signs_in("ada")
    story.does(disconnect("a"))
    assert story.passes(49.999) == []
    assert story.passes(0.001) != []


@pytest.mark.parametrize("there", [0, 1, 150])
def test_a_sign_in_reads_the_requested_number_and_none_of_those_in_use(
    monkeypatch: pytest.MonkeyPatch, there: int
) -> None:
    """What a sign-in costs does not grow with who is there: numbers in use are looked up."""
    crowd = [person(f"agent-{number}", "support") for number in range(there + 1)]
    story = Story(replace(CONFIGURATION, people=tuple(crowd)))
    team = CONFIGURATION.teams[0].id

    def sign_in(who: int, number: str) -> Command:
        return commands.SignInStation(
            agent_id=crowd[who].agent_id, option=StationOption.DIAL_NUMBER, number=number, roles=(Role.AGENT,),
            team_id=team,
        )  # fmt: skip

    for who in range(there):
        story.does(sign_in(who, f"+1201555{who:04}"))
    read: list[str] = []
    parse = phonenumbers.parse

    def counted(text: str, region: str | None) -> phonenumbers.PhoneNumber:
        read.append(text)
        return parse(text, region)

    monkeypatch.setattr(phonenumbers, "parse", counted)
    if there:
        assert story.refusal(sign_in(there, "+1 (201) 555-0000")) is Reason.NUMBER_TAKEN
        assert read == ["+12015550000"]
    read.clear()
    assert story.does(sign_in(there, "+1 201 555 9999")) == ["AgentSignedIn"]
    assert read == ["+12015559999"]


def test_a_number_that_several_use_is_free_when_the_last_of_them_is_gone() -> None:
    shared = replace(CONFIGURATION, settings=Settings(reject_duplicate_dn=False))
    story = Story(shared)
    team = CONFIGURATION.teams[0].id

    def sign_in(agent: AgentId) -> Command:
        return commands.SignInStation(
            agent_id=agent, option=StationOption.EXTENSION, number="1001", roles=(Role.AGENT,), team_id=team
        )  # fmt: skip

    story.does(sign_in(ADA))
    story.does(sign_in(BO))
    story.does(commands.ChangeConfiguration(configuration=CONFIGURATION, changed=("settings",)))
    story.does(commands.SignOutStation(agent_id=ADA, reason="over"))
    assert story.refusal(sign_in(ADA)) is Reason.NUMBER_TAKEN
    story.does(commands.SignOutStation(agent_id=BO, reason="over"))
    assert story.does(sign_in(ADA)) == ["AgentSignedIn"]
