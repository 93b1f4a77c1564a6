"""What happened to conversations. Each event says which agents are told."""

from __future__ import annotations

from dataclasses import dataclass

from deskproof.simulator.domain.conversations.model import Consult, Conversation, Destination
from deskproof.simulator.domain.events.root import Event
from deskproof.simulator.domain.sessions.model import Station
from deskproof.simulator.domain.values import AgentId


@dataclass(frozen=True, kw_only=True)
class ConversationEvent(Event):
    """Root of the events of a conversation, which they carry as it is after the event."""

    conversation: Conversation

    @property
    def concerned(self) -> tuple[AgentId, ...]:
        """The agents who are told: those in the conversation, unless the event says otherwise."""
        return self.conversation.agents


@dataclass(frozen=True, kw_only=True)
class OneAgentsEvent(ConversationEvent):
    """Root of the events of which one agent alone is told."""

    agent_id: AgentId

    @property
    def concerned(self) -> tuple[AgentId, ...]:
        """The one agent."""
        return (self.agent_id,)


@dataclass(frozen=True, kw_only=True)
class CustomerCalled(ConversationEvent):
    """A customer called a queue."""


@dataclass(frozen=True, kw_only=True)
class CustomerWrote(ConversationEvent):
    """A customer began a chat, or sent an e-mail or a social message."""


@dataclass(frozen=True, kw_only=True)
class OutboundCallRequested(ConversationEvent):
    """An agent is calling a customer; the agent's own station rings first."""


@dataclass(frozen=True, kw_only=True)
class ConversationOffered(ConversationEvent):
    """The agent's station rings if it can: `rings` is the phone's number, empty for Desktop, a phone not ready, or
    what is digital.
    """

    station: Station
    rings: str


@dataclass(frozen=True, kw_only=True)
class OfferUnanswered(OneAgentsEvent):
    """The agent did not answer in time (RONA): the conversation is queued again, the agent gets no more offers."""


@dataclass(frozen=True, kw_only=True)
class OfferDeclined(OneAgentsEvent):
    """The agent declined: the conversation is queued again, the agent gets no more offers."""


@dataclass(frozen=True, kw_only=True)
class OfferWithdrawn(ConversationEvent):
    """The customer hung up before the call was answered."""

    agent_id: AgentId | None

    @property
    def concerned(self) -> tuple[AgentId, ...]:
        """The agent to whom it was offered, if it was."""
        return () if self.agent_id is None else (self.agent_id,)


@dataclass(frozen=True, kw_only=True)
class PreviewOffered(ConversationEvent):
    """A campaign gave the agent a customer to look at before the call."""


@dataclass(frozen=True, kw_only=True)
class PreviewAccepted(ConversationEvent):
    """The agent has the customer called."""


@dataclass(frozen=True, kw_only=True)
class PreviewSkipped(OneAgentsEvent):
    """The agent left the customer to the campaign."""


@dataclass(frozen=True, kw_only=True)
class PreviewRemoved(OneAgentsEvent):
    """The agent took the customer out of the campaign."""


@dataclass(frozen=True, kw_only=True)
class ConversationConnected(ConversationEvent):
    """The offered conversation was answered."""


@dataclass(frozen=True, kw_only=True)
class CustomerAnswered(ConversationEvent):
    """The customer whom an agent called has answered."""


@dataclass(frozen=True, kw_only=True)
class ConversationHeld(ConversationEvent):
    """The customer is on hold."""


@dataclass(frozen=True, kw_only=True)
class ConversationResumed(ConversationEvent):
    """The customer is back from hold."""


@dataclass(frozen=True, kw_only=True)
class RecordingPaused(ConversationEvent):
    """The call is not recorded until the recording is resumed."""


@dataclass(frozen=True, kw_only=True)
class RecordingResumed(ConversationEvent):
    """The call is recorded again."""


@dataclass(frozen=True, kw_only=True)
class ConsultEvent(ConversationEvent):
    """Root of the events of a consultation, which they carry as it is after the event."""

    consult: Consult


@dataclass(frozen=True, kw_only=True)
class ConsultStarted(ConsultEvent):
    """An agent asks for advice, and the customer waits."""

    @property
    def concerned(self) -> tuple[AgentId, ...]:
        """The agent who asks."""
        return (self.consult.by,)


@dataclass(frozen=True, kw_only=True)
class ConsultOffered(ConsultEvent):
    """The consulted agent's station rings if it can; `rings` as for an offered conversation."""

    station: Station
    rings: str

    @property
    def concerned(self) -> tuple[AgentId, ...]:
        """The agent who is asked."""
        return () if self.consult.agent_id is None else (self.consult.agent_id,)


@dataclass(frozen=True, kw_only=True)
class ConsultNumberCalled(ConsultEvent):
    """The phone of the number that is consulted rings."""

    @property
    def concerned(self) -> tuple[AgentId, ...]:
        """Nobody."""
        return ()


@dataclass(frozen=True, kw_only=True)
class ConsultUnreached(ConsultEvent):
    """The number that was consulted declined; the consultation stays until it is ended."""

    @property
    def concerned(self) -> tuple[AgentId, ...]:
        """Nobody: that the vendor says so is not known."""
        return ()


@dataclass(frozen=True, kw_only=True)
class ConsultAnswered(ConsultEvent):
    """The consultation goes on."""

    @property
    def concerned(self) -> tuple[AgentId, ...]:
        """Both sides, as far as they are agents."""
        return _sides(self.consult)


@dataclass(frozen=True, kw_only=True)
class OutsideEvent(ConversationEvent):
    """Root of the events of a call that goes on outside the contact centre."""

    @property
    def concerned(self) -> tuple[AgentId, ...]:
        """Nobody."""
        return ()


@dataclass(frozen=True, kw_only=True)
class TransferAnswered(OutsideEvent):
    """The number that the call was transferred to has answered: the customer talks to it."""


@dataclass(frozen=True, kw_only=True)
class TransferredCallEnded(OutsideEvent):
    """The number that the call was transferred to declined or hung up, or the customer hung up."""


@dataclass(frozen=True, kw_only=True)
class ConsultUnanswered(OneAgentsEvent):
    """The consulted agent did not answer in time (RONA), and gets no more offers."""


@dataclass(frozen=True, kw_only=True)
class ConsultDeclined(OneAgentsEvent):
    """The consulted agent declined, and gets no more offers."""


@dataclass(frozen=True, kw_only=True)
class ConsultEnded(ConsultEvent):
    """The consultation is over, and the customer still waits. `cancelled` where a queue had not answered yet."""

    cancelled: bool = False

    @property
    def concerned(self) -> tuple[AgentId, ...]:
        """Both sides, as far as they are agents."""
        return _sides(self.consult)


@dataclass(frozen=True, kw_only=True)
class ConversationTransferred(OneAgentsEvent):
    """The agent gave the conversation away and wraps up; `consulted` where the other one was asked before."""

    to: Destination
    consulted: bool


@dataclass(frozen=True, kw_only=True)
class ConversationHandedOver(OneAgentsEvent):
    """The agent, who was already in it, owns the conversation now."""


@dataclass(frozen=True, kw_only=True)
class ConversationTakenOver(OneAgentsEvent):
    """A supervisor, who was not in it, owns the conversation now."""


@dataclass(frozen=True, kw_only=True)
class ConferenceJoined(ConsultEvent):
    """The one who was consulted is in the call with the customer."""


@dataclass(frozen=True, kw_only=True)
class ConferenceLeft(ConversationEvent):
    """Somebody left a call that goes on: an agent, who wraps up, or a number."""

    agent_id: AgentId | None
    number: str = ""

    @property
    def concerned(self) -> tuple[AgentId, ...]:
        """The agent who left, and those who stay."""
        left = () if self.agent_id is None else (self.agent_id,)
        return (*left, *self.conversation.agents)


@dataclass(frozen=True, kw_only=True)
class ConversationEnded(ConversationEvent):
    """The call is over; all its `agents` wrap up."""

    agents: tuple[AgentId, ...]

    @property
    def concerned(self) -> tuple[AgentId, ...]:
        """The agents who were in it."""
        return self.agents


@dataclass(frozen=True, kw_only=True)
class ConversationWrappedUp(OneAgentsEvent):
    """The agent closed the conversation with a wrap-up code."""

    code_id: str


def _sides(consult: Consult) -> tuple[AgentId, ...]:
    return (consult.by,) if consult.agent_id is None else (consult.by, consult.agent_id)
