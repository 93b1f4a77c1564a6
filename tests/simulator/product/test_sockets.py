"""Which instances get the frames about a task: every active one that holds it, and no other (PROTOCOL 6)."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from deskproof.simulator.domain import commands
from deskproof.simulator.domain.configuration import Person, Queue, StationOption
from deskproof.simulator.domain.conversations.model import Destination, DestinationKind
from deskproof.simulator.domain.sessions.model import AgentState
from deskproof.simulator.domain.values import ConnectionId
from deskproof.simulator.product.outbox import Close
from deskproof.simulator.product.sockets import Socket, Sockets
from deskproof.simulator.runtime.tenancy import Tenancy
from deskproof.simulator.wire.kernel.request import Place
from tests.simulator.product.conftest import ADA, BO, tenancy_of

NUMBER = "+12015550111"


class OpenSockets:
    """A tenant with a queue, its sockets, and agents signed in and Available on as many instances as are opened."""

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

    def opens(self, *, together: bool = True, person: Person = ADA) -> Socket:
        id_ = ConnectionId(self.tenancy.next_id("connection"))
        self.asks(
            commands.Subscribe(agent_id=person.agent_id, connection_id=id_, force=True, allow_multi_login=together)
        )  # fmt: skip
        socket = self.sockets.open(self.sockets.address_for(id_))
        assert socket is not None
        return socket

    def becomes_available(self, person: Person = ADA, number: str = NUMBER) -> None:
        team, id_ = self.tenancy.configuration.teams_of(person)[0].id, person.agent_id
        self.asks(
            commands.SignInStation(
                agent_id=id_, option=StationOption.DIAL_NUMBER, number=number, team_id=team, roles=person.roles
            )
        )
        self.asks(commands.ChangeAgentState(agent_id=id_, state=AgentState.AVAILABLE, idle_code_id=None))

    def is_called(self) -> None:
        self.asks(commands.CustomerCalls(conversation_id="c1", queue="support", customer="+46701740605"))


def frames_of(socket: Socket) -> list[str]:
    """The names of the frames that left since the last time."""
    names: list[str] = []
    while not socket.outbox.empty():
        item = socket.outbox.get_nowait()
        frame: Any = {"data": {"type": f"close {item.code}"}} if isinstance(item, Close) else json.loads(item)
        names.append(frame["data"]["type"])
    return names


@pytest.fixture
def sockets() -> OpenSockets:
    return OpenSockets()


def test_every_active_instance_gets_the_call(sockets: OpenSockets) -> None:
    first, second = sockets.opens(), sockets.opens()
    sockets.becomes_available()
    frames_of(first), frames_of(second)
    sockets.is_called()
    sockets.asks(commands.AnswerPhone(number=NUMBER))
    assert (
        frames_of(first) == frames_of(second) == ["AgentContactReserved", "AgentOfferContact", "AgentContactAssigned"]
    )


def test_names_are_written_in_frames_as_they_are(sockets: OpenSockets) -> None:
    socket = sockets.opens()
    sockets.becomes_available()
    configuration = sockets.tenancy.configuration
    queues = (replace(configuration.queues[0], name="Ärenden på svenska"),)
    changed = replace(configuration, queues=queues)
    sockets.asks(commands.ChangeConfiguration(configuration=changed, changed=("queues.support changed",)))
    frames_of(socket)
    sockets.is_called()
    assert "Ärenden på svenska" in str(socket.outbox.get_nowait())


def test_an_instance_that_comes_later_holds_the_call_once_it_reloaded(sockets: OpenSockets) -> None:
    first = sockets.opens()
    sockets.becomes_available()
    sockets.is_called()
    sockets.asks(commands.AnswerPhone(number=NUMBER))
    late = sockets.opens()
    frames_of(first), frames_of(late)
    sockets.asks(commands.HoldConversation(agent_id=ADA.agent_id, conversation_id="c1"))
    assert (frames_of(first), frames_of(late)) == (["AgentContactHeld"], [])
    sockets.asks(commands.ReloadSession(agent_id=ADA.agent_id))
    assert frames_of(late) == ["AgentReloginSuccess", "AgentContact"]
    frames_of(first)
    sockets.asks(commands.ResumeConversation(agent_id=ADA.agent_id, conversation_id="c1"))
    assert frames_of(first) == frames_of(late) == ["AgentContactUnheld"]


def test_only_an_instance_that_took_over_gets_frames(sockets: OpenSockets) -> None:
    first = sockets.opens(together=False)
    sockets.becomes_available()
    sockets.is_called()
    second = sockets.opens(together=False)
    sockets.asks(commands.ReloadSession(agent_id=ADA.agent_id))
    frames_of(first), frames_of(second)
    sockets.asks(commands.AnswerPhone(number=NUMBER))
    assert (frames_of(first), frames_of(second)) == ([], ["AgentContactAssigned"])


def test_a_task_that_was_taken_back_is_held_no_more(sockets: OpenSockets) -> None:
    socket = sockets.opens()
    sockets.becomes_available()
    sockets.is_called()
    assert socket.tasks == {"c1"}
    frames_of(socket)
    sockets.tenancy.run_to_next_deadline()
    assert frames_of(socket) == ["AgentOfferContactRona", "AgentStateChangeSuccess"]
    assert socket.tasks == set()


def test_a_consulted_agent_has_the_task_until_the_consultation_ends(sockets: OpenSockets) -> None:
    consulting, consulted = sockets.opens(), sockets.opens(person=BO)
    sockets.becomes_available()
    sockets.is_called()
    sockets.asks(commands.AnswerPhone(number=NUMBER))
    sockets.becomes_available(BO, "+12015550112")
    to = Destination(kind=DestinationKind.AGENT, id=BO.agent_id)
    sockets.asks(commands.StartConsult(consult_id="x1", agent_id=ADA.agent_id, conversation_id="c1", to=to))
    sockets.asks(commands.AnswerPhone(number="+12015550112"))
    assert consulting.tasks == consulted.tasks == {"c1"}
    sockets.asks(commands.EndConsult(agent_id=ADA.agent_id, conversation_id="c1"))
    assert (consulting.tasks, consulted.tasks) == ({"c1"}, set())


def test_an_address_that_was_not_opened_opens_no_more_after_the_end(sockets: OpenSockets) -> None:
    id_ = ConnectionId(sockets.tenancy.next_id("connection"))
    sockets.asks(
        commands.Subscribe(agent_id=ADA.agent_id, connection_id=id_, force=True, allow_multi_login=True)
    )  # fmt: skip
    address = sockets.sockets.address_for(id_)
    sockets.sockets.close_all()
    assert sockets.sockets.open(address) is None


def test_a_call_that_was_not_offered_sends_no_frame(sockets: OpenSockets) -> None:
    socket = sockets.opens()
    frames_of(socket)
    sockets.is_called()
    sockets.asks(commands.CustomerHangsUp(conversation_id="c1"))
    assert frames_of(socket) == []


def test_a_socket_that_is_dropped_is_disconnected_before_its_client_knows(sockets: OpenSockets) -> None:
    first, second, bo = sockets.opens(), sockets.opens(), sockets.opens(person=BO)
    for socket in (first, second, bo):
        frames_of(socket)
    sockets.sockets.drop(ADA.agent_id)
    assert frames_of(first) == frames_of(second) == ["close 1012"]
    assert sockets.sockets.of(ADA.agent_id) == ()
    assert list(sockets.tenancy.state.agents.connections) == [bo.connection_id]
    assert (frames_of(bo), sockets.sockets.of(BO.agent_id)) == ([], (bo,))
