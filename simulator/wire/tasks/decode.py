"""Requests about tasks, to commands."""

from __future__ import annotations

from deskproof.simulator.domain.commands import (
    EndConversation,
    HoldConversation,
    ResumeConversation,
    WrapUpConversation,
)
from deskproof.simulator.wire.kernel.request import WireRequest
from deskproof.simulator.wire.kernel.shapes import BadRequest
from deskproof.simulator.wire.tasks.shapes import MediaBody, WrapUpBody


def hold(request: WireRequest) -> HoldConversation:
    """Hold the task of the path; `BadRequest` where the body names another medium."""
    return HoldConversation(agent_id=request.caller, conversation_id=_with_its_media(request))


def unhold(request: WireRequest) -> ResumeConversation:
    """Resume the task of the path; `BadRequest` where the body names another medium."""
    return ResumeConversation(agent_id=request.caller, conversation_id=_with_its_media(request))


def end(request: WireRequest) -> EndConversation:
    """End the task of the path."""
    return EndConversation(agent_id=request.caller, conversation_id=request.path["taskId"])


def wrap_up(request: WireRequest) -> WrapUpConversation:
    """Wrap up the task of the path with the code of the body."""
    body = request.body_as(WrapUpBody)
    return WrapUpConversation(agent_id=request.caller, conversation_id=request.path["taskId"], code_id=body.aux_code_id)


def _with_its_media(request: WireRequest) -> str:
    """The task, whose one medium has its id."""
    media, task = request.body_as(MediaBody).media_resource_id, request.path["taskId"]
    if media not in (None, task):
        raise BadRequest(f'mediaResourceId is "{media}"; the task has one medium, "{task}".')
    return task
