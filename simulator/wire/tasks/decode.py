"""Requests about tasks, to commands."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from deskproof.simulator.domain.commands import (
    AcceptConversation,
    AcceptPreview,
    AnswerConsult,
    AssignConversation,
    DeclineConversation,
    DialOut,
    DropFromConference,
    EndConsult,
    EndConversation,
    HoldConversation,
    LeaveConference,
    PauseRecording,
    RemovePreview,
    ResumeConversation,
    ResumeRecording,
    SkipPreview,
    StartConference,
    StartConsult,
    TransferConsulted,
    TransferConversation,
    WrapUpConversation,
)
from deskproof.simulator.domain.conversations.model import Destination, DestinationKind
from deskproof.simulator.wire.kernel.json_text import shortened
from deskproof.simulator.wire.kernel.request import WireRequest
from deskproof.simulator.wire.kernel.shapes import BadRequest
from deskproof.simulator.wire.tasks.interaction import CUSTOMER
from deskproof.simulator.wire.tasks.shapes import (
    CancelQueueBody,
    CreateTaskBody,
    DestinationBody,
    DialBody,
    EndConsultBody,
    MediaBody,
    WrapUpBody,
)

DESTINATION_TYPES: Mapping[DestinationKind, str] = {
    DestinationKind.AGENT: "agent",
    DestinationKind.QUEUE: "queue",
    DestinationKind.DIAL_NUMBER: "dialNumber",
    DestinationKind.ENTRY_POINT: "entryPoint",
}
"""The vendor's words for what can be consulted or be transferred to."""

_KINDS = {name.lower(): kind for kind, name in DESTINATION_TYPES.items()}


def accept(request: WireRequest) -> AcceptConversation:
    """Accept the digital task of the path."""
    return AcceptConversation(agent_id=request.caller, conversation_id=request.path["taskId"])


def assign(request: WireRequest) -> AssignConversation:
    """Take the task of the path from its queue."""
    return AssignConversation(agent_id=request.caller, conversation_id=request.path["taskId"])


def reject(request: WireRequest) -> DeclineConversation:
    """Decline the task of the path."""
    return DeclineConversation(agent_id=request.caller, conversation_id=request.path["taskId"])


def hold(request: WireRequest) -> HoldConversation:
    """Hold the task of the path; `BadRequest` where the body names another medium."""
    return HoldConversation(agent_id=request.caller, conversation_id=_with_its_media(request))


def unhold(request: WireRequest) -> ResumeConversation:
    """Resume the task of the path; another medium is that of the consultation from which the agent goes back."""
    media, task = request.body_as(MediaBody).media_resource_id, request.path["taskId"]
    consult_id = None if media in (None, task) else media
    return ResumeConversation(agent_id=request.caller, conversation_id=task, consult_id=consult_id)


def end(request: WireRequest) -> EndConversation:
    """End the task of the path."""
    return EndConversation(agent_id=request.caller, conversation_id=request.path["taskId"])


def wrap_up(request: WireRequest) -> WrapUpConversation:
    """Wrap up the task of the path with the code of the body."""
    body = request.body_as(WrapUpBody)
    return WrapUpConversation(agent_id=request.caller, conversation_id=request.path["taskId"], code_id=body.aux_code_id)


def pause_recording(request: WireRequest) -> PauseRecording:
    """Pause the recording of the task of the path."""
    return PauseRecording(agent_id=request.caller, conversation_id=request.path["taskId"])


def resume_recording(request: WireRequest) -> ResumeRecording:
    """Resume the recording of the task of the path."""
    return ResumeRecording(agent_id=request.caller, conversation_id=request.path["taskId"])


def consult(request: WireRequest) -> StartConsult:
    """Consult about the task of the path; `BadRequest` where the destination is of no known type."""
    return StartConsult(
        consult_id=request.next_id("consult"),
        agent_id=request.caller,
        conversation_id=request.path["taskId"],
        to=_destination(request.body_as(DestinationBody)),
    )


def consult_accept(request: WireRequest) -> AnswerConsult:
    """Answer the consultation about the task of the path."""
    return AnswerConsult(agent_id=request.caller, conversation_id=request.path["taskId"])


def consult_end(request: WireRequest) -> EndConsult:
    """End the consultation about the task of the path."""
    queue_id = request.body_as(EndConsultBody).queue_id
    return EndConsult(agent_id=request.caller, conversation_id=request.path["taskId"], cancels_queue=bool(queue_id))


def cancel_queue(request: WireRequest) -> EndConsult:
    """Leave the queue that is consulted about the task of the path."""
    body = request.body_as(CancelQueueBody)
    if body.agent_id != request.caller:
        raise BadRequest("agentId names another agent than the token belongs to.")
    return EndConsult(agent_id=request.caller, conversation_id=request.path["taskId"], cancels_queue=True)


def transfer(request: WireRequest) -> TransferConversation:
    """Transfer the task of the path; `BadRequest` where the destination is of no known type."""
    to = _destination(request.body_as(DestinationBody))
    return TransferConversation(agent_id=request.caller, conversation_id=request.path["taskId"], to=to)


def consult_transfer(request: WireRequest) -> TransferConsulted:
    """Transfer the task of the path to the one who is consulted."""
    return TransferConsulted(agent_id=request.caller, conversation_id=request.path["taskId"])


def conference(request: WireRequest) -> StartConference:
    """Take the one who is consulted into the task of the path."""
    return StartConference(agent_id=request.caller, conversation_id=request.path["taskId"])


def exit_conference(request: WireRequest) -> LeaveConference:
    """Leave the conference of the path."""
    return LeaveConference(agent_id=request.caller, conversation_id=request.path["taskId"])


def transfer_conference(request: WireRequest) -> LeaveConference:
    """Leave the conference of the path to its other agents; only its owner may."""
    return LeaveConference(agent_id=request.caller, conversation_id=request.path["taskId"], hand_over=True)


def drop(request: WireRequest) -> DropFromConference:
    """Remove the participant of the path from the conference; the customer is a participant with a fixed id."""
    task, participant = request.path["taskId"], request.path["participantId"]
    conversation = request.state.floor.conversations.get(task)
    if participant == CUSTOMER and conversation is not None:
        participant = conversation.customer
    return DropFromConference(agent_id=request.caller, conversation_id=task, participant=participant)


def dial(request: WireRequest) -> DialOut:
    """Call a customer; `BadRequest` where the body asks for anything but an outgoing call."""
    body = request.body_as(DialBody)
    if (body.direction, body.media_type) != ("OUTBOUND", "telephony"):
        raise BadRequest("Only outgoing calls begin here: direction OUTBOUND, mediaType telephony.")
    return DialOut(
        conversation_id=request.next_id("conversation"),
        agent_id=request.caller,
        number=body.destination,
        origin=body.origin,
        entry_point_id=body.entry_point_id,
    )


OUTDIAL = "OUTDIAL"
"""The one type of task that is created."""


def create(request: WireRequest) -> DialOut:
    """Call a customer; `BadRequest` where the body asks for a task that is not an agent's outgoing call."""
    body = request.body_as(CreateTaskBody)
    if (body.outbound_type, body.media_type) != (OUTDIAL, "telephony"):
        raise BadRequest(
            f"outboundType is {shortened(body.outbound_type)} and mediaType {shortened(body.media_type)}; "
            f"only {OUTDIAL} of telephony is simulated."
        )
    return DialOut(
        conversation_id=request.next_id("conversation"),
        agent_id=request.caller,
        number=body.destination,
        origin=body.origin,
        entry_point_id=body.entry_point_id,
    )


def accept_preview(request: WireRequest) -> AcceptPreview:
    """Have the customer of the path called."""
    return AcceptPreview(**_preview(request))


def skip_preview(request: WireRequest) -> SkipPreview:
    """Leave the customer of the path to the campaign."""
    return SkipPreview(**_preview(request))


def remove_preview(request: WireRequest) -> RemovePreview:
    """Take the customer of the path out of the campaign."""
    return RemovePreview(**_preview(request))


def _preview(request: WireRequest) -> dict[str, Any]:
    path = request.path
    return {"agent_id": request.caller, "conversation_id": path["taskId"], "campaign": path["campaignId"]}


def consult_refused(request: WireRequest) -> str:
    """The frame of a refused consultation: a queue has its own."""
    return "AgentCtqFailed" if _to_queue(request) else "AgentConsultFailed"


def consult_end_refused(request: WireRequest) -> str:
    """The frame of a refused end of a consultation: leaving a queue has its own."""
    left = request.body_as(EndConsultBody).queue_id
    return "AgentCtqCancelFailed" if left else "AgentConsultEndFailed"


def transfer_refused(request: WireRequest) -> str:
    """The frame of a refused transfer: a queue has its own."""
    return "AgentVteamTransferFailed" if _to_queue(request) else "AgentBlindTransferFailed"


def _to_queue(request: WireRequest) -> bool:
    return _destination(request.body_as(DestinationBody)).kind is DestinationKind.QUEUE


def _destination(body: DestinationBody) -> Destination:
    kind = _KINDS.get(body.destination_type.lower())
    if kind is None:
        known = ", ".join(DESTINATION_TYPES.values())
        raise BadRequest(f'destinationType is "{body.destination_type}"; expected one of: {known}.')
    return Destination(kind=kind, id=body.to)


def _with_its_media(request: WireRequest) -> str:
    """The task, whose call with the customer has its id."""
    media, task = request.body_as(MediaBody).media_resource_id, request.path["taskId"]
    if media not in (None, task):
        raise BadRequest(f'mediaResourceId is "{media}"; the task has one medium that can be held, "{task}".')
    return task
