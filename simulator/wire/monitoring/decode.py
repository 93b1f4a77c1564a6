"""Requests about monitoring, to commands."""

from __future__ import annotations

from deskproof.simulator.domain.commands import EndMonitoring, PauseMonitoring, ResumeMonitoring, StartMonitoring
from deskproof.simulator.wire.kernel.context import Asked
from deskproof.simulator.wire.kernel.shapes import BadRequest
from deskproof.simulator.wire.monitoring.shapes import MonitorBody, MonitorType


def task_asked_for(asked: Asked) -> str | None:
    """The task a request is about: in its path, or in the body of a monitoring request."""
    in_body = asked.body.task_id if isinstance(asked.body, MonitorBody) else None
    return asked.path.get("taskId") or in_body


def start_monitoring(asked: Asked) -> StartMonitoring:
    body = asked.body_as(MonitorBody)
    if body.monitor_type is not MonitorType.MIDCALL:
        raise BadRequest(f'monitorType is "{body.monitor_type.value}"; wanted midcall, of a call that is going on.')
    if not body.task_id:
        raise BadRequest("taskId is missing; a midcall request has to name the task to be monitored.")
    return StartMonitoring(monitoring_id=body.id, agent_id=asked.caller, conversation_id=body.task_id)


def hold_monitoring(asked: Asked) -> PauseMonitoring:
    return PauseMonitoring(agent_id=asked.caller, conversation_id=asked.path["taskId"])


def unhold_monitoring(asked: Asked) -> ResumeMonitoring:
    return ResumeMonitoring(agent_id=asked.caller, conversation_id=asked.path["taskId"])


def end_monitoring(asked: Asked) -> EndMonitoring:
    return EndMonitoring(agent_id=asked.caller, conversation_id=asked.path["taskId"])
