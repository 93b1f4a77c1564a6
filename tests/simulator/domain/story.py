"""A small contact centre for tests of the floor: commands go in, the names of events come out."""

from __future__ import annotations

import pytest

from deskproof.simulator.domain import commands
from deskproof.simulator.domain.commands import Command
from deskproof.simulator.domain.configuration import (
    AuxiliaryCode,
    Configuration,
    DesktopProfile,
    EntryPoint,
    OutdialNumber,
    Person,
    Queue,
    Role,
    Settings,
    StationOption,
    Team,
    WorkType,
)
from deskproof.simulator.domain.conversations.model import (
    ConsultState,
    Conversation,
    ConversationState,
    Destination,
    DestinationKind,
)
from deskproof.simulator.domain.events import Event
from deskproof.simulator.domain.history import Happened
from deskproof.simulator.domain.monitoring.model import MonitoringState
from deskproof.simulator.domain.rejection import Reason, Rejection
from deskproof.simulator.domain.sessions.model import AgentSession, AgentState
from deskproof.simulator.domain.state import TenantState
from deskproof.simulator.domain.tenant import Tenant
from deskproof.simulator.domain.values import SECOND, AgentId, Instant, Secret

MORNING = Instant(1_768_467_600_000)
"""2026-01-15T09:00:00Z."""

CUSTOMER = "+46701740605"
EXPERT = "+12015550170"
"""A number outside of the contact centre."""
ENTRY_NUMBER = "+12015550190"
NUMBERS = {"ada": "+12015550111", "bo": "+12015550112", "signe": "+12015550113", "lars": "+12015550114"}


def person(key: str, team: str, *roles: Role) -> Person:
    return Person(
        key=key, first_name=key.title(), last_name="Ek", email=f"{key}@example.com", password=Secret("correct horse 7"),
        profile="agents", teams=(team,), roles=roles or (Role.AGENT,),
    )  # fmt: skip


CONFIGURATION = Configuration(
    settings=Settings(rona_seconds=20),
    teams=(Team(key="support", name="Support"), Team(key="sales", name="Sales")),
    profiles=(DesktopProfile(key="agents", name="Agents"),),
    auxiliary_codes=(
        AuxiliaryCode(key="meeting", name="Meeting", work=WorkType.IDLE, default=True),
        AuxiliaryCode(key="rona", name="RONA", work=WorkType.IDLE, system=True),
        AuxiliaryCode(key="agent-declined", name="Agent_Declined", work=WorkType.IDLE, system=True),
        AuxiliaryCode(key="solved", name="Solved", work=WorkType.WRAP_UP),
    ),
    queues=(
        Queue(key="support", name="Support Line", teams=("support",), screen_pop="https://crm.example.com/customers"),
        Queue(key="sales", name="Sales Line", teams=("sales",)),
        Queue(key="anyone", name="Anyone"),
        Queue(key="secret", name="Secret Line", permit_monitoring=False),
        Queue(key="chat", name="Support Chat", channel="CHAT", teams=("support",)),
    ),
    entry_points=(
        EntryPoint(key="main", name="Main Number", number=ENTRY_NUMBER, queue="support"),
        EntryPoint(key="nowhere", name="Nowhere", number="+12015550191"),
    ),
    outdial_numbers=(OutdialNumber(key="main", name="Main Number", number="+12015550199"),),
    people=(
        person("ada", "support"),
        person("bo", "support"),
        person("signe", "support", Role.SUPERVISOR),
        person("lars", "sales", Role.AGENT, Role.SUPERVISOR),
    ),
)

CODES = {code.key: code.id for code in CONFIGURATION.auxiliary_codes}
AGENTS: dict[str, AgentId] = {person.key: person.agent_id for person in CONFIGURATION.people}
KEYS: dict[str, str] = {agent_id: key for key, agent_id in AGENTS.items()}


DESTINATIONS = {
    DestinationKind.AGENT: Destination(kind=DestinationKind.AGENT, id=AGENTS["bo"]),
    DestinationKind.QUEUE: Destination(kind=DestinationKind.QUEUE, id=CONFIGURATION.queues[0].id),
    DestinationKind.DIAL_NUMBER: Destination(kind=DestinationKind.DIAL_NUMBER, id=EXPERT),
    DestinationKind.ENTRY_POINT: Destination(kind=DestinationKind.ENTRY_POINT, id=CONFIGURATION.entry_points[0].id),
}
"""Bo, Bo's queue, the expert's number, and the entry point that leads to the queue."""


class Story:
    """One tenant and its clock. People are named by their keys; `c1`, `c2` … are the conversations, in order."""

    def __init__(self, configuration: Configuration = CONFIGURATION) -> None:
        self.tenant = Tenant(configuration)
        self.now = MORNING
        self.happened: list[Happened] = []
        self._calls = 0

    @property
    def state(self) -> TenantState:
        return self.tenant.state

    def does(self, command: Command) -> list[str]:
        """The names of the events that a command causes."""
        return [type(event).__name__ for event in self.events(command)]

    def events(self, command: Command) -> tuple[Event, ...]:
        events = self.tenant.handle(command, self.now)
        self.happened += [Happened(at=self.now, event=event) for event in events]
        return events

    def refusal(self, command: Command) -> Reason:
        """Why the command was refused; a refusal changes nothing."""
        before = self.state
        with pytest.raises(Rejection) as refused:
            self.tenant.handle(command, self.now)
        assert refused.value.message.endswith(".")
        assert self.state == before
        return refused.value.reason

    def passes(self, seconds: float) -> list[str]:
        """The events of time alone: deadlines on the way are met."""
        names: list[str] = []
        end = Instant(self.now + round(seconds * SECOND))
        while (due := self.tenant.next_deadline()) is not None and due <= end:
            self.now = due
            names += self.does(commands.Wake())
        self.now = end
        return names

    def signs_in(self, *keys: str, option: StationOption = StationOption.DIAL_NUMBER) -> None:
        for key in keys:
            who = CONFIGURATION.person(AGENTS[key])
            assert who is not None
            self.does(
                commands.SignInStation(
                    agent_id=AGENTS[key],
                    option=option,
                    number=NUMBERS[key],
                    roles=who.roles,
                    team_id=CONFIGURATION.teams_of(who)[0].id,
                )
            )

    def available(self, *keys: str) -> None:
        """Sign in and turn Available, one after the other, a second apart."""
        for key in keys:
            if AGENTS[key] not in self.state.agents.sessions:
                self.signs_in(key)
            self.does(self.turning_available(key))
            self.passes(1)

    def turning_available(self, key: str) -> Command:
        return commands.ChangeAgentState(agent_id=AGENTS[key], state=AgentState.AVAILABLE, idle_code_id=None)

    def calls(self, queue: str = "support") -> list[str]:
        """A customer calls."""
        self._calls += 1
        return self.does(
            commands.CustomerCalls(conversation_id=f"c{self._calls}", queue=queue, customer=CUSTOMER)
        )  # fmt: skip

    def answers(self, key: str) -> list[str]:
        return self.does(commands.AnswerPhone(number=NUMBERS[key]))

    def conversation(self, id_: str = "c1") -> Conversation | None:
        return self.state.floor.conversations.get(id_)

    def offered_to(self, id_: str = "c1") -> str | None:
        """The key of the agent who has the conversation."""
        conversation = self.conversation(id_)
        return KEYS.get(conversation.agent_id) if conversation and conversation.agent_id else None

    def session(self, key: str) -> AgentSession:
        return self.state.agents.sessions[AGENTS[key]]

    def with_conversation(self, state: ConversationState) -> Story:
        """Ada has `c1` in this state; queued means that nobody could take it, ended that it is over."""
        if state is ConversationState.QUEUED:
            self.signs_in("ada")
        else:
            self.available("ada")
        self.calls()
        ada = AGENTS["ada"]
        if state not in (ConversationState.QUEUED, ConversationState.OFFERED):
            self.answers("ada")
        if state is ConversationState.HELD:
            self.does(commands.HoldConversation(agent_id=ada, conversation_id="c1"))
        if state in (ConversationState.WRAP_UP, ConversationState.ENDED):
            self.does(commands.EndConversation(agent_id=ada, conversation_id="c1"))
        if state is ConversationState.ENDED:
            self.does(commands.WrapUpConversation(agent_id=ada, conversation_id="c1", code_id=CODES["solved"]))
        return self

    def consults(self, to: Destination, by: str = "ada") -> list[str]:
        return self.does(
            commands.StartConsult(consult_id="x1", agent_id=AGENTS[by], conversation_id="c1", to=to)
        )  # fmt: skip

    def with_consult(self, state: ConsultState, kind: DestinationKind = DestinationKind.AGENT) -> Story:
        """Ada's connected `c1`, about which she consults Bo, Bo's queue or the expert, in this state; queued means that
        Bo is not there.
        """
        self.with_conversation(ConversationState.CONNECTED)
        if state is ConsultState.QUEUED:
            self.consults(DESTINATIONS[DestinationKind.QUEUE])
            return self
        self.available("bo")
        self.consults(DESTINATIONS[kind])
        number = EXPERT if kind is DestinationKind.DIAL_NUMBER else NUMBERS["bo"]
        if state is ConsultState.ACTIVE:
            self.does(commands.AnswerPhone(number=number))
        if state is ConsultState.UNREACHED:
            self.does(commands.DeclinePhone(number=number))
        return self

    def with_conference(self, *others: str) -> Story:
        """Ada's `c1`, with the customer and others in conference: agents by key, or the expert by number."""
        self.with_conversation(ConversationState.CONNECTED)
        for other in others:
            if other in AGENTS:
                self.available(other)
                self.consults(Destination(kind=DestinationKind.AGENT, id=AGENTS[other]))
            else:
                self.consults(Destination(kind=DestinationKind.DIAL_NUMBER, id=other))
            self.does(commands.AnswerPhone(number=NUMBERS.get(other, other)))
            self.does(commands.StartConference(agent_id=AGENTS["ada"], conversation_id="c1"))
        return self

    def with_monitoring(self, state: MonitoringState) -> Story:
        """Ada's connected `c1` is monitored by Signe in this state."""
        self.with_conversation(ConversationState.CONNECTED)
        self.signs_in("signe")
        signe = AGENTS["signe"]
        self.does(commands.StartMonitoring(monitoring_id="m1", agent_id=signe, conversation_id="c1"))
        if state not in (MonitoringState.REQUESTED, MonitoringState.ENDED):
            self.answers("signe")
        if state is MonitoringState.WHISPERING:
            self.does(commands.WhisperToAgent(agent_id=signe, conversation_id="c1"))
        if state is MonitoringState.BARGED_IN:
            self.does(commands.BargeIn(agent_id=signe, conversation_id="c1"))
        if state is MonitoringState.PAUSED:
            self.does(commands.PauseMonitoring(agent_id=signe, conversation_id="c1"))
        if state is MonitoringState.ENDED:
            self.does(commands.EndMonitoring(agent_id=signe, conversation_id="c1"))
        return self
