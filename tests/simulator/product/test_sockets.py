"""Who is told of a task: every active instance that holds it, and nobody else (PROTOCOL 6)."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from deskproof.simulator.domain import commands
from deskproof.simulator.domain.configuration import Queue, StationOption
from deskproof.simulator.domain.sessions.model import AgentState
from deskproof.simulator.domain.values import ConnectionId
from deskproof.simulator.product.outbox import Close
from deskproof.simulator.product.sockets import Socket, Sockets
from deskproof.simulator.runtime.tenancy import Tenancy
from deskproof.simulator.wire.kernel.request import Place
from tests.simulator.product.conftest import ADA, tenancy_of

NUMBER = "+12015550111"


class Edge:
    """A tenant with a queue, its sockets, and Ada signed in and Available on as many instances as are opened."""

    def __init__(self) -> None:
        self.tenancy: Tenancy = tenancy_of()
        place = Place(
            org_id=self.tenancy.org_id, name="t-0001", desktop="http://d", identity="http://i", teams="http://e"
        )
        self.sockets = Sockets(self.tenancy, place)
        configuration = replace(self.tenancy.configuration, queues=(Queue(key="support", name="Support Line"),))
        self.asks(commands.ChangeConfiguration(configuration=configuration, changed=("queues.support added",)))

    def asks(self, command: commands.Command) -> None:
        self.tenancy.submit(command, cause="test")

    def opens(self, *, together: bool = True) -> Socket:
        id_ = ConnectionId(self.tenancy.next_id("connection"))
        self.asks(
            commands.Subscribe(agent_id=ADA.agent_id, connection_id=id_, force=True, allow_multi_login=together)
        )  # fmt: skip
        socket = self.sockets.open(self.sockets.address_for(id_))
        assert socket is not None
        return socket

    def becomes_available(self) -> None:
        team = self.tenancy.configuration.teams_of(ADA)[0].id
        self.asks(
            commands.SignInStation(
                agent_id=ADA.agent_id, option=StationOption.DIAL_NUMBER, number=NUMBER, team_id=team, roles=ADA.roles
            )
        )
        self.asks(commands.ChangeAgentState(agent_id=ADA.agent_id, state=AgentState.AVAILABLE, idle_code_id=None))

    def is_called(self) -> None:
        self.asks(commands.CustomerCalls(conversation_id="c1", queue="support", customer="+46701740605"))


def told(socket: Socket) -> list[str]:
    """The names of the frames that left since the last time."""
    names: list[str] = []
    while not socket.outbox.empty():
        item = socket.outbox.get_nowait()
        frame: Any = {"data": {"type": f"close {item.code}"}} if isinstance(item, Close) else json.loads(item)
        names.append(frame["data"]["type"])
    return names


@pytest.fixture
def edge() -> Edge:
    return Edge()


def test_every_active_instance_is_told_of_the_call(edge: Edge) -> None:
    first, second = edge.opens(), edge.opens()
    edge.becomes_available()
    told(first), told(second)
    edge.is_called()
    edge.asks(commands.AnswerPhone(number=NUMBER))
    assert told(first) == told(second) == ["AgentContactReserved", "AgentOfferContact", "AgentContactAssigned"]


def test_an_instance_that_comes_later_holds_the_call_once_it_reloaded(edge: Edge) -> None:
    first = edge.opens()
    edge.becomes_available()
    edge.is_called()
    edge.asks(commands.AnswerPhone(number=NUMBER))
    late = edge.opens()
    told(first), told(late)
    edge.asks(commands.HoldConversation(agent_id=ADA.agent_id, conversation_id="c1"))
    assert (told(first), told(late)) == (["AgentContactHeld"], [])
    edge.asks(commands.ReloadSession(agent_id=ADA.agent_id))
    assert told(late) == ["AgentReloginSuccess", "AgentContact"]
    told(first)
    edge.asks(commands.ResumeConversation(agent_id=ADA.agent_id, conversation_id="c1"))
    assert told(first) == told(late) == ["AgentContactUnheld"]


def test_an_instance_that_took_over_is_the_only_one_told(edge: Edge) -> None:
    first = edge.opens(together=False)
    edge.becomes_available()
    edge.is_called()
    second = edge.opens(together=False)
    edge.asks(commands.ReloadSession(agent_id=ADA.agent_id))
    told(first), told(second)
    edge.asks(commands.AnswerPhone(number=NUMBER))
    assert (told(first), told(second)) == ([], ["AgentContactAssigned"])


def test_a_task_that_was_taken_back_is_held_no_more(edge: Edge) -> None:
    socket = edge.opens()
    edge.becomes_available()
    edge.is_called()
    assert socket.tasks == {"c1"}
    told(socket)
    edge.tenancy.run_to_next_deadline()
    assert told(socket) == ["AgentOfferContactRona", "AgentStateChangeSuccess"]
    assert socket.tasks == set()


def test_a_call_nobody_was_offered_is_told_to_nobody(edge: Edge) -> None:
    socket = edge.opens()
    told(socket)
    edge.is_called()
    edge.asks(commands.CustomerHangsUp(conversation_id="c1"))
    assert told(socket) == []
