"""Commands of customers and agents about conversations, and what happens at phones."""

from __future__ import annotations

from dataclasses import dataclass

from deskproof.simulator.domain.commands.root import Command
from deskproof.simulator.domain.conversations.model import Destination
from deskproof.simulator.domain.values import AgentId


@dataclass(frozen=True, kw_only=True)
class CustomerCalls(Command):
    """A customer calls: a queue, or the number of an entry point in `dialled`."""

    conversation_id: str
    customer: str
    queue: str = ""
    dialled: str = ""


@dataclass(frozen=True, kw_only=True)
class CustomerWrites(Command):
    """A customer begins a chat, or sends an e-mail or a social message, to a queue of that channel."""

    conversation_id: str
    customer: str
    queue: str


@dataclass(frozen=True, kw_only=True)
class CustomerHangsUp(Command):
    """The customer ends the call, wherever it is."""

    conversation_id: str


@dataclass(frozen=True, kw_only=True)
class SetPhone(Command):
    """A phone becomes ready to ring, or not ready (AD-006)."""

    number: str
    ready: bool


@dataclass(frozen=True, kw_only=True)
class AnswerPhone(Command):
    """The phone with this number is picked up, which answers the call or monitoring request that rings there."""

    number: str


@dataclass(frozen=True, kw_only=True)
class DeclinePhone(Command):
    """What rings at the phone is declined."""

    number: str


@dataclass(frozen=True, kw_only=True)
class HangUpPhone(Command):
    """The phone is hung up, which ends the call there, or the part that its owner has in it."""

    number: str


@dataclass(frozen=True, kw_only=True)
class AssignConversation(Command):
    """The agent takes a conversation that waits in a queue; it is then offered to the agent."""

    agent_id: AgentId
    conversation_id: str


@dataclass(frozen=True, kw_only=True)
class AcceptConversation(Command):
    """The agent accepts a chat, an e-mail or a social message, which is done in the desktop at any station."""

    agent_id: AgentId
    conversation_id: str


@dataclass(frozen=True, kw_only=True)
class AnswerConversation(Command):
    """The agent answers in the browser, on a Desktop station (AD-046)."""

    agent_id: AgentId
    conversation_id: str


@dataclass(frozen=True, kw_only=True)
class DeclineConversation(Command):
    """The agent declines what rings in the browser, be it a call or a consultation."""

    agent_id: AgentId
    conversation_id: str


@dataclass(frozen=True, kw_only=True)
class HoldConversation(Command):
    """The agent puts the customer on hold."""

    agent_id: AgentId
    conversation_id: str


@dataclass(frozen=True, kw_only=True)
class ResumeConversation(Command):
    """The agent takes the customer back from hold; with the id of a consultation, the agent goes back from it to the
    call, and it waits.
    """

    agent_id: AgentId
    conversation_id: str
    consult_id: str | None = None


@dataclass(frozen=True, kw_only=True)
class EndConversation(Command):
    """The agent ends the call, or leaves it where another agent owns it; wrap-up follows."""

    agent_id: AgentId
    conversation_id: str


@dataclass(frozen=True, kw_only=True)
class WrapUpConversation(Command):
    """The agent says how the conversation ended."""

    agent_id: AgentId
    conversation_id: str
    code_id: str


@dataclass(frozen=True, kw_only=True)
class PauseRecording(Command):
    """The agent pauses the recording of the call."""

    agent_id: AgentId
    conversation_id: str


@dataclass(frozen=True, kw_only=True)
class ResumeRecording(Command):
    """The agent resumes the recording of the call."""

    agent_id: AgentId
    conversation_id: str


@dataclass(frozen=True, kw_only=True)
class StartConsult(Command):
    """The agent asks somebody else for advice, while the customer waits."""

    consult_id: str
    agent_id: AgentId
    conversation_id: str
    to: Destination


@dataclass(frozen=True, kw_only=True)
class AnswerConsult(Command):
    """The consulted agent answers in the browser, on a Desktop station."""

    agent_id: AgentId
    conversation_id: str


@dataclass(frozen=True, kw_only=True)
class EndConsult(Command):
    """Either side ends the consultation, or the one who asks gives up before it is answered. `cancels_queue` where the
    client asked to leave the queue.
    """

    agent_id: AgentId
    conversation_id: str
    cancels_queue: bool = False


@dataclass(frozen=True, kw_only=True)
class TransferConversation(Command):
    """The agent gives the conversation to somebody else unannounced."""

    agent_id: AgentId
    conversation_id: str
    to: Destination


@dataclass(frozen=True, kw_only=True)
class TransferConsulted(Command):
    """The agent gives the call to the one who was consulted."""

    agent_id: AgentId
    conversation_id: str


@dataclass(frozen=True, kw_only=True)
class StartConference(Command):
    """The agent takes the one who was consulted into the call with the customer."""

    agent_id: AgentId
    conversation_id: str


@dataclass(frozen=True, kw_only=True)
class LeaveConference(Command):
    """The agent leaves a conference that goes on; `hand_over` says that its owner gives it away on purpose."""

    agent_id: AgentId
    conversation_id: str
    hand_over: bool = False


@dataclass(frozen=True, kw_only=True)
class DropFromConference(Command):
    """The owner of a conference removes somebody else: an agent's id, or a number."""

    agent_id: AgentId
    conversation_id: str
    participant: str


@dataclass(frozen=True, kw_only=True)
class DialOut(Command):
    """The agent calls a customer: the agent's own station rings first. `origin` is the number that is shown, an empty
    one the first that is configured; an empty entry point is the first for outgoing calls.
    """

    conversation_id: str
    agent_id: AgentId
    number: str
    origin: str = ""
    entry_point_id: str = ""


@dataclass(frozen=True, kw_only=True)
class OfferPreview(Command):
    """A campaign gives an agent a customer to call, whom the agent looks at first."""

    conversation_id: str
    agent_id: AgentId
    campaign: str
    number: str


@dataclass(frozen=True, kw_only=True)
class DecidePreview(Command):
    """Root of what an agent decides about a customer of a campaign."""

    agent_id: AgentId
    conversation_id: str
    campaign: str


@dataclass(frozen=True, kw_only=True)
class AcceptPreview(DecidePreview):
    """The agent has the customer called."""


@dataclass(frozen=True, kw_only=True)
class SkipPreview(DecidePreview):
    """The agent leaves the customer to the campaign, for later."""


@dataclass(frozen=True, kw_only=True)
class RemovePreview(DecidePreview):
    """The agent takes the customer out of the campaign."""
