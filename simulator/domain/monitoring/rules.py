"""Monitoring: a supervisor listens to a conversation, pauses, resumes, and stops (AD-088)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from deskproof.simulator.domain.commands import (
    AnswerMonitoring,
    BargeIn,
    EndMonitoring,
    PauseMonitoring,
    ResumeMonitoring,
    StartMonitoring,
    WhisperToAgent,
    WithdrawMonitoring,
)
from deskproof.simulator.domain.configuration import Role
from deskproof.simulator.domain.conversations.model import ConversationState
from deskproof.simulator.domain.events import (
    Event,
    MonitoringEnded,
    MonitoringPaused,
    MonitoringRequested,
    MonitoringResumed,
    MonitoringStarted,
    SupervisorBargedIn,
    SupervisorWhispered,
)
from deskproof.simulator.domain.monitoring.model import MONITORING, Monitoring, MonitoringAct, MonitoringState
from deskproof.simulator.domain.rejection import Reason, Rejection
from deskproof.simulator.domain.state import TenantState
from deskproof.simulator.domain.values import AgentId, Instant


def start_monitoring(state: TenantState, command: StartMonitoring, now: Instant) -> tuple[Event, ...]:
    """Request monitoring: only a signed-in supervisor who is free, only an answered conversation, only in a queue that
    permits it.
    """
    session = state.agents.sessions.get(command.agent_id)
    if session is None or Role.SUPERVISOR not in session.roles:
        raise Rejection(Reason.MONITORING_NOT_PERMITTED, "Only a signed-in supervisor can monitor.")
    if state.floor.on_a_call(command.agent_id):
        raise Rejection(Reason.MONITORING_NOT_PERMITTED, "You are engaged.")
    conversation = state.floor.conversations.get(command.conversation_id)
    if conversation is None or conversation.state not in (ConversationState.CONNECTED, ConversationState.HELD):
        raise Rejection(Reason.UNKNOWN_CONVERSATION, f"The conversation {command.conversation_id} is not in progress.")
    queue = state.configuration.queue(conversation.queue)
    if queue is None or not queue.permit_monitoring:
        name = conversation.queue if queue is None else queue.name
        raise Rejection(Reason.MONITORING_NOT_PERMITTED, f"The queue {name} does not permit monitoring.")
    if command.monitoring_id in state.floor.monitorings:
        raise Rejection(Reason.MONITORING_NOT_PERMITTED, f"There is already a request {command.monitoring_id}.")
    task = Monitoring(
        id=command.monitoring_id,
        supervisor_id=command.agent_id,
        conversation_id=conversation.id,
        state=MonitoringState.REQUESTED,
        since=now,
    )
    return (MonitoringRequested(monitoring=task, rings=state.floor.ready_phone(session.station) or ""),)


def answered(state: TenantState, supervisor_id: AgentId, now: Instant) -> tuple[Event, ...]:
    """The supervisor picked up the phone; no events where no request rings."""
    task = state.floor.monitoring_of(supervisor_id)
    if task is None or task.state is not MonitoringState.REQUESTED:
        return ()
    return _started(task, now)


def declined(state: TenantState, supervisor_id: AgentId, now: Instant) -> tuple[Event, ...]:
    """The supervisor declined at the phone; no events where no request rings."""
    task = state.floor.monitoring_of(supervisor_id)
    if task is None or task.state is not MonitoringState.REQUESTED:
        return ()
    return (MonitoringEnded(monitoring=_after(task, MonitoringAct.END, now)),)


def answer_monitoring(state: TenantState, command: AnswerMonitoring, now: Instant) -> tuple[Event, ...]:
    """Answer in the browser; a phone is answered where it rings."""
    task = _own(state, command.agent_id, command.conversation_id)
    if state.agents.sessions[command.agent_id].station.phone is not None:
        raise Rejection(Reason.MONITORING_STATE, "The request rings at the phone; answer it there.")
    return _started(task, now)


def pause_monitoring(state: TenantState, command: PauseMonitoring, now: Instant) -> tuple[Event, ...]:
    """Pause listening."""
    task = _own(state, command.agent_id, command.conversation_id)
    return (MonitoringPaused(monitoring=_after(task, MonitoringAct.PAUSE, now)),)


def resume_monitoring(state: TenantState, command: ResumeMonitoring, now: Instant) -> tuple[Event, ...]:
    """Resume listening."""
    task = _own(state, command.agent_id, command.conversation_id)
    return (MonitoringResumed(monitoring=_after(task, MonitoringAct.RESUME, now)),)


def end_monitoring(state: TenantState, command: EndMonitoring, now: Instant) -> tuple[Event, ...]:
    """Stop listening, or withdraw the request."""
    task = _own(state, command.agent_id, command.conversation_id)
    return (MonitoringEnded(monitoring=_after(task, MonitoringAct.END, now)),)


def whisper_to_agent(state: TenantState, command: WhisperToAgent, now: Instant) -> tuple[Event, ...]:
    """Be heard by the agents of the call."""
    task = _after(_own(state, command.agent_id, command.conversation_id), MonitoringAct.WHISPER, now)
    return (SupervisorWhispered(monitoring=task, agents=_agents(state, task)),)


def barge_in(state: TenantState, command: BargeIn, now: Instant) -> tuple[Event, ...]:
    """Be heard by everybody in the call."""
    task = _after(_own(state, command.agent_id, command.conversation_id), MonitoringAct.BARGE_IN, now)
    return (SupervisorBargedIn(monitoring=task, agents=_agents(state, task)),)


def taken_over(state: TenantState, supervisor_id: AgentId, conversation_id: str, now: Instant) -> MonitoringEnded:
    """Listening ends because the call is the supervisor's own now. Rejection where the supervisor does not listen."""
    task = _own(state, supervisor_id, conversation_id)
    return MonitoringEnded(monitoring=_after(task, MonitoringAct.TAKE_OVER, now))


def withdraw_monitoring(state: TenantState, command: WithdrawMonitoring, now: Instant) -> tuple[Event, ...]:
    """End the supervisor's own task that has this id. Rejection where there is none."""
    task = state.floor.monitorings.get(command.monitoring_id)
    if task is None or task.supervisor_id != command.agent_id:
        raise Rejection(Reason.UNKNOWN_MONITORING, f"You have no monitoring request {command.monitoring_id}.")
    return (MonitoringEnded(monitoring=_after(task, MonitoringAct.END, now)),)


def ended_with(state: TenantState, conversation_id: str, now: Instant) -> tuple[Event, ...]:
    """Monitoring ends with the conversation it listens to."""
    return tuple(
        MonitoringEnded(monitoring=_after(task, MonitoringAct.END, now))
        for task in state.floor.monitorings.values()
        if task.conversation_id == conversation_id
    )


def _started(task: Monitoring, now: Instant) -> tuple[Event, ...]:
    return (MonitoringStarted(monitoring=replace(_after(task, MonitoringAct.ANSWER, now), started_at=now)),)


def after(tasks: Mapping[str, Monitoring], task: Monitoring) -> Mapping[str, Monitoring]:
    """The ongoing tasks after a change of this one."""
    others = {key: other for key, other in tasks.items() if key != task.id}
    return others if task.state is MonitoringState.ENDED else {**others, task.id: task}


def _agents(state: TenantState, task: Monitoring) -> tuple[AgentId, ...]:
    conversation = state.floor.conversations.get(task.conversation_id)
    return () if conversation is None else conversation.agents


def _own(state: TenantState, supervisor_id: AgentId, conversation_id: str) -> Monitoring:
    task = state.floor.monitoring_of(supervisor_id)
    if task is None or task.conversation_id != conversation_id:
        raise Rejection(Reason.UNKNOWN_MONITORING, f"You are not monitoring the conversation {conversation_id}.")
    return task


def _after(task: Monitoring, act: MonitoringAct, now: Instant) -> Monitoring:
    state = MONITORING.get((task.state, act))
    if state is None:
        raise Rejection(Reason.MONITORING_STATE, f"A monitoring task that is {task.state.value} cannot {act.value}.")
    return replace(task, state=state, since=now)
