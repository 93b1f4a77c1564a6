"""Sessions on the wire: the vendor's words for what the core says in its own."""

from __future__ import annotations

from typing import Any

import pytest

from deskproof.simulator.domain import commands
from deskproof.simulator.domain.commands import Command
from deskproof.simulator.domain.events import AgentStateChanged
from deskproof.simulator.domain.monitoring.model import Monitoring, MonitoringState
from deskproof.simulator.domain.sessions.model import AgentState
from deskproof.simulator.domain.values import ConnectionId, Instant
from deskproof.simulator.wire.kernel.frame import About
from deskproof.simulator.wire.kernel.request import Place, WireRequest
from deskproof.simulator.wire.kernel.shapes import NoQuery
from deskproof.simulator.wire.sessions.encode import _stage, buddies, state_changed
from deskproof.simulator.wire.sessions.shapes import BuddyListBody
from tests.simulator.domain.story import AGENTS, CODES, Story

PLACE = Place(org_id="the-organisation", name="t-0001", desktop="http://d", identity="http://i", teams="http://e")
ADA = AGENTS["ada"]


def state_on_the_wire(story: Story, command: Command) -> dict[str, Any]:
    """The frame about the change of state that a command brings about."""
    event = next(event for event in story.events(command) if isinstance(event, AgentStateChanged))
    about = About(place=PLACE, state=story.state, agent_id=ADA, tracking_id="tracking")
    return state_changed(about, "AgentStateChangeSuccess", event).to_json()


def test_an_available_agent_has_the_code_0_and_the_reason_of_the_client() -> None:
    story = Story()
    story.signs_in("ada")
    turning = commands.ChangeAgentState(
        agent_id=ADA, state=story.session("ada").state, idle_code_id=CODES["meeting"], reason="connection lost"
    )
    assert state_on_the_wire(story, turning)["lastStateChangeReason"] == "connection lost"
    frame = state_on_the_wire(story, story.turning_available("ada"))
    assert (frame["subStatus"], frame["auxCodeId"], frame["lastStateChangeReason"]) == ("Available", "0", "")


def test_an_agent_whose_connection_is_lost_is_idled_with_the_vendors_reason() -> None:
    story = Story()
    story.available("ada")
    instance = ConnectionId("a")
    story.does(commands.Subscribe(agent_id=ADA, connection_id=instance, force=True, allow_multi_login=False))
    story.does(commands.Connect(connection_id=instance))
    frame = state_on_the_wire(story, commands.Disconnect(connection_id=instance))
    assert (frame["auxCodeId"], frame["lastStateChangeReason"]) == (CODES["meeting"], "agent-wss-disconnect")


def test_an_agent_who_does_not_answer_is_set_aside_with_the_vendors_reason() -> None:
    story = Story()
    story.available("ada")
    story.calls()
    story.now = story.tenant.next_deadline() or story.now
    frame = state_on_the_wire(story, commands.Wake())
    assert (frame["subStatus"], frame["auxCodeId"], frame["lastStateChangeReason"]) == ("RONA", CODES["rona"], "RONA")


@pytest.mark.parametrize(
    ("state", "listed"),
    [(None, ["bo", "signe"]), (AgentState.AVAILABLE, ["bo"]), (AgentState.IDLE, ["signe"])],
)
def test_the_buddies_are_the_others_in_the_state_that_is_asked_for(state: AgentState | None, listed: list[str]) -> None:
    story = Story()
    story.available("ada")
    story.available("bo")
    story.signs_in("signe")
    request = WireRequest(
        place=PLACE, state=story.state, now=story.now, next_id=str, agent_id=ADA, path={}, query=NoQuery(),
        body=BuddyListBody(
            agent_profile_id=story.state.configuration.profiles[0].id, media_type="telephony", state=state
        ),
    )  # fmt: skip
    about = About(place=PLACE, state=story.state, agent_id=ADA, tracking_id="tracking")
    frame: dict[str, Any] = buddies(about, "BuddyAgents", request).to_json()
    assert [each["agentId"] for each in frame["agentList"]] == [AGENTS[key] for key in listed]


@pytest.mark.parametrize(
    ("state", "stage"),
    [
        (MonitoringState.REQUESTED, "requested"),
        (MonitoringState.ACTIVE, "active"),
        (MonitoringState.PAUSED, "paused"),
        (MonitoringState.WHISPERING, "active"),
        (MonitoringState.BARGED_IN, "active"),
    ],
)
def test_who_speaks_while_monitoring_reads_that_the_monitoring_is_active(state: MonitoringState, stage: str) -> None:
    task = Monitoring(id="m1", supervisor_id=ADA, conversation_id="c1", state=state, since=Instant(0))
    assert _stage(task) == stage
