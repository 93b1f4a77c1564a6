"""Requests about tasks and monitoring, to commands."""

from __future__ import annotations

from deskproof.simulator.domain.commands import (
    EndConversation,
    EndMonitoring,
    HoldConversation,
    PauseMonitoring,
    ResumeConversation,
    ResumeMonitoring,
    StartMonitoring,
    WrapUpConversation,
)
from deskproof.simulator.wire.asked import Asked
from deskproof.simulator.wire.floor.shapes import MediaBody, MonitorBody, MonitorType, WrapUpBody
from deskproof.simulator.wire.shapes import BadRequest


def task_asked_for(asked: Asked) -> str | None:
    """The task a request is about: in its path, or in the body of a monitoring request."""
    in_body = asked.body.task_id if isinstance(asked.body, MonitorBody) else None
    return asked.path.get("taskId") or in_body


def hold(asked: Asked) -> HoldConversation:
    return HoldConversation(agent_id=asked.caller, conversation_id=_with_its_media(asked))


def unhold(asked: Asked) -> ResumeConversation:
    return ResumeConversation(agent_id=asked.caller, conversation_id=_with_its_media(asked))


def end(asked: Asked) -> EndConversation:
    return EndConversation(agent_id=asked.caller, conversation_id=asked.path["taskId"])


def wrap_up(asked: Asked) -> WrapUpConversation:
    body = asked.body_as(WrapUpBody)
    return WrapUpConversation(agent_id=asked.caller, conversation_id=asked.path["taskId"], code_id=body.aux_code_id)


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


def _with_its_media(asked: Asked) -> str:
    """The task, whose one medium has its id."""
    media, task = asked.body_as(MediaBody).media_resource_id, asked.path["taskId"]
    if media not in (None, task):
        raise BadRequest(f'mediaResourceId is "{media}"; the task has one medium, "{task}".')
    return task
