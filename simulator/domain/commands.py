"""The commands of a tenant. Ids, codes and secrets are parts of a command; the instant is passed beside it."""

from __future__ import annotations

from dataclasses import dataclass

from deskproof.simulator.domain.configuration import Configuration, Role, StationOption
from deskproof.simulator.domain.conversations.model import Destination
from deskproof.simulator.domain.sessions.model import AgentState
from deskproof.simulator.domain.values import AgentId, ConnectionId, Secret


@dataclass(frozen=True, kw_only=True)
class Command:
    """Root of all commands."""


@dataclass(frozen=True, kw_only=True)
class ChangeConfiguration(Command):
    """The administrator changes the configuration; `changed` lists the differences in words, for the journal."""

    configuration: Configuration
    changed: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Wake(Command):
    """A deadline is reached: do what is due."""


@dataclass(frozen=True, kw_only=True)
class EnterPassword(Command):
    """A person gives the password on the identity page (AD-023)."""

    email: str
    password: Secret


@dataclass(frozen=True, kw_only=True)
class SendRecoveryCode(Command):
    """A person forgot the password; `code` is mailed to them (AD-024 to AD-026)."""

    email: str
    code: Secret


@dataclass(frozen=True, kw_only=True)
class EnterRecoveryCode(Command):
    """The person types the code from the mail."""

    email: str
    code: str


@dataclass(frozen=True, kw_only=True)
class ChooseNewPassword(Command):
    """After an accepted code, the person chooses a new password."""

    email: str
    password: Secret


@dataclass(frozen=True, kw_only=True)
class EnterTeamsPassword(Command):
    """A person gives the password of their Microsoft Teams account (AD-035)."""

    email: str
    password: Secret


@dataclass(frozen=True, kw_only=True)
class CancelTeamsSignIn(Command):
    """A person cancels in the Teams sign-in window; `email` is the account it was about, empty when it had none."""

    email: str


@dataclass(frozen=True, kw_only=True)
class SignInTeams(Command):
    """A desktop exchanges the code of a Teams sign-in for tokens (AD-100)."""

    agent_id: AgentId


@dataclass(frozen=True, kw_only=True)
class Subscribe(Command):
    """A desktop instance requests a notification socket (PROTOCOL 3.1)."""

    agent_id: AgentId
    connection_id: ConnectionId
    force: bool
    allow_multi_login: bool


@dataclass(frozen=True, kw_only=True)
class Connect(Command):
    """The notification socket of a subscription opened."""

    connection_id: ConnectionId


@dataclass(frozen=True, kw_only=True)
class Disconnect(Command):
    """The notification socket closed, from either side."""

    connection_id: ConnectionId


@dataclass(frozen=True, kw_only=True)
class ReloadSession(Command):
    """An instance requests the session that its agent may have: silent re-login (PROTOCOL 3.5)."""

    agent_id: AgentId


@dataclass(frozen=True, kw_only=True)
class SignInStation(Command):
    """Submit of Station Credentials (AD-080, PROTOCOL 4.1); no `team_id` for the role Supervisor alone (AD-079)."""

    agent_id: AgentId
    option: StationOption
    number: str
    team_id: str | None
    roles: tuple[Role, ...]


@dataclass(frozen=True, kw_only=True)
class ChangeAgentState(Command):
    """The agent picks Available or an idle code (AD-084, PROTOCOL 5)."""

    agent_id: AgentId
    state: AgentState
    idle_code_id: str | None
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class SignOutStation(Command):
    """The agent signs out (AD-086, PROTOCOL 4.3)."""

    agent_id: AgentId
    reason: str


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
    """The agent takes the customer back from hold."""

    agent_id: AgentId
    conversation_id: str


@dataclass(frozen=True, kw_only=True)
class EndConversation(Command):
    """The agent ends the call; wrap-up follows."""

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
class StartMonitoring(Command):
    """A supervisor requests to listen to a conversation; the supervisor's station rings."""

    monitoring_id: str
    agent_id: AgentId
    conversation_id: str


@dataclass(frozen=True, kw_only=True)
class AnswerMonitoring(Command):
    """The supervisor answers the monitoring request in the browser, on a Desktop station."""

    agent_id: AgentId
    conversation_id: str


@dataclass(frozen=True, kw_only=True)
class PauseMonitoring(Command):
    """The supervisor pauses listening; `conversation_id` is what is monitored."""

    agent_id: AgentId
    conversation_id: str


@dataclass(frozen=True, kw_only=True)
class ResumeMonitoring(Command):
    """The supervisor listens again."""

    agent_id: AgentId
    conversation_id: str


@dataclass(frozen=True, kw_only=True)
class EndMonitoring(Command):
    """The supervisor stops listening, or withdraws the request."""

    agent_id: AgentId
    conversation_id: str
