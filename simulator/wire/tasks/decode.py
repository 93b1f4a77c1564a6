"""Requests about tasks, to commands."""

from __future__ import annotations

from deskproof.simulator.domain.commands import (
    EndConversation,
    HoldConversation,
    ResumeConversation,
    WrapUpConversation,
)
from deskproof.simulator.wire.kernel.context import Asked
from deskproof.simulator.wire.kernel.shapes import BadRequest
from deskproof.simulator.wire.tasks.shapes import MediaBody, WrapUpBody


def hold(asked: Asked) -> HoldConversation:
    return HoldConversation(agent_id=asked.caller, conversation_id=_with_its_media(asked))


def unhold(asked: Asked) -> ResumeConversation:
    return ResumeConversation(agent_id=asked.caller, conversation_id=_with_its_media(asked))


def end(asked: Asked) -> EndConversation:
    return EndConversation(agent_id=asked.caller, conversation_id=asked.path["taskId"])


def wrap_up(asked: Asked) -> WrapUpConversation:
    body = asked.body_as(WrapUpBody)
    return WrapUpConversation(agent_id=asked.caller, conversation_id=asked.path["taskId"], code_id=body.aux_code_id)


def _with_its_media(asked: Asked) -> str:
    """The task, whose one medium has its id."""
    media, task = asked.body_as(MediaBody).media_resource_id, asked.path["taskId"]
    if media not in (None, task):
        raise BadRequest(f'mediaResourceId is "{media}"; the task has one medium, "{task}".')
    return task
