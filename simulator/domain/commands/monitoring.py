"""Commands of supervisors."""

from __future__ import annotations

from dataclasses import dataclass

from deskproof.simulator.domain.commands.root import Command
from deskproof.simulator.domain.values import AgentId


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


@dataclass(frozen=True, kw_only=True)
class WithdrawMonitoring(Command):
    """The supervisor ends the monitoring task that has this id."""

    monitoring_id: str
    agent_id: AgentId


@dataclass(frozen=True, kw_only=True)
class WhisperToAgent(Command):
    """The supervisor speaks to the agents of the monitored call; the customer does not hear it."""

    agent_id: AgentId
    conversation_id: str


@dataclass(frozen=True, kw_only=True)
class BargeIn(Command):
    """The supervisor speaks to everybody in the monitored call."""

    agent_id: AgentId
    conversation_id: str


@dataclass(frozen=True, kw_only=True)
class TakeOverConversation(Command):
    """The supervisor takes the monitored call over from its owner, who wraps up."""

    agent_id: AgentId
    conversation_id: str
