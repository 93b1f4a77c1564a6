"""Requests about monitoring, to commands."""

from __future__ import annotations

from deskproof.simulator.domain.commands import (
    BargeIn,
    EndMonitoring,
    PauseMonitoring,
    ResumeMonitoring,
    StartMonitoring,
    TakeOverConversation,
    WhisperToAgent,
    WithdrawMonitoring,
)
from deskproof.simulator.wire.kernel.request import WireRequest
from deskproof.simulator.wire.kernel.shapes import BadRequest
from deskproof.simulator.wire.monitoring.shapes import MonitorBody, MonitorType


def requested_task(request: WireRequest) -> str | None:
    """The task a request is about: in its path, or in the body of a monitoring request."""
    in_body = request.body.task_id if isinstance(request.body, MonitorBody) else None
    return request.path.get("taskId") or in_body


def start_monitoring(request: WireRequest) -> StartMonitoring:
    """A monitoring request; `BadRequest` unless it is of type midcall and names a task."""
    body = request.body_as(MonitorBody)
    if body.monitor_type is not MonitorType.MIDCALL:
        raise BadRequest(f'monitorType is "{body.monitor_type.value}"; expected midcall, of a call in progress.')
    if not body.task_id:
        raise BadRequest("taskId is missing; a midcall request has to name the task to be monitored.")
    return StartMonitoring(monitoring_id=body.id, agent_id=request.caller, conversation_id=body.task_id)


def hold_monitoring(request: WireRequest) -> PauseMonitoring:
    """Pause monitoring the task of the path."""
    return PauseMonitoring(agent_id=request.caller, conversation_id=request.path["taskId"])


def unhold_monitoring(request: WireRequest) -> ResumeMonitoring:
    """Resume monitoring the task of the path."""
    return ResumeMonitoring(agent_id=request.caller, conversation_id=request.path["taskId"])


def end_monitoring(request: WireRequest) -> EndMonitoring:
    """Stop monitoring the task of the path."""
    return EndMonitoring(agent_id=request.caller, conversation_id=request.path["taskId"])


def withdraw_monitoring(request: WireRequest) -> WithdrawMonitoring:
    """End the monitoring request of the path."""
    return WithdrawMonitoring(agent_id=request.caller, monitoring_id=request.path["requestId"])


def whisper(request: WireRequest) -> WhisperToAgent:
    """Speak to the agents of the task of the path."""
    return WhisperToAgent(agent_id=request.caller, conversation_id=request.path["taskId"])


def barge_in(request: WireRequest) -> BargeIn:
    """Speak to everybody in the task of the path."""
    return BargeIn(agent_id=request.caller, conversation_id=request.path["taskId"])


def take_over(request: WireRequest) -> TakeOverConversation:
    """Take the task of the path over."""
    return TakeOverConversation(agent_id=request.caller, conversation_id=request.path["taskId"])
