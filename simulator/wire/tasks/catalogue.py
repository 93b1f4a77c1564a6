"""The entries of the wire catalogue for tasks: conversations, as the vendor calls them."""

from __future__ import annotations

from deskproof.simulator.domain import commands, events
from deskproof.simulator.domain.events import Event
from deskproof.simulator.wire.kernel.addresses import Service
from deskproof.simulator.wire.kernel.frame import Data, Encode, Frame, Task
from deskproof.simulator.wire.kernel.operation import Commands, Operation, Reads, RefusedBy, command_operation
from deskproof.simulator.wire.kernel.provenance import RAN_CALLS, RAN_SHARED_CALLS, READ, Compared
from deskproof.simulator.wire.tasks import decode, encode, shapes
from deskproof.simulator.wire.tasks.shapes import ROUTING

_TASK = "PROTOCOL 6; task/contact.ts, task/TaskManager.ts"


_WHOLE = "The interaction has the fields known to be read; ids are counted, not UUIDs."


_BY_ONE_AGENT = {
    "AgentContact", "AgentContactReserved", "AgentOfferContact", "AgentOfferContactRona", "ContactEnded",
    "AgentContactAssigned", "AgentContactHeld", "AgentContactUnheld", "AgentWrapup", "AgentWrappedUp",
    "AgentContactHoldFailed", "AgentContactUnHoldFailed", "AgentContactEndFailed", "AgentWrapupFailed",
}  # fmt: skip
"""The frames that were compared in a call of one agent; the others were in calls of several."""

_UNREACHED = {
    "AgentConsultEndFailed", "AgentConsultTransferFailed", "AgentConsultConferenceFailed",
    "ParticipantDropConferenceFailed", "CampaignPreviewSkipFailed", "CampaignPreviewRemoveFailed",
}  # fmt: skip
"""The frames that the compared client, which checks first itself, does not come to."""


def _compared(name: str) -> Compared:
    if name in _UNREACHED:
        return READ
    return RAN_CALLS if name in _BY_ONE_AGENT else RAN_SHARED_CALLS


def _task(
    name: str, event: type[Event], model: type[Data], encode_: Encode, task: Task, differs: str = "",
    or_events: tuple[type[Event], ...] = (),
) -> Frame:  # fmt: skip
    return Frame(
        name=name, outer=ROUTING, event=event, or_events=or_events, model=model, encode=encode_, task=task,
        source=_TASK, compared=_compared(name), differs=f"{_WHOLE} {differs}".strip(),
    )  # fmt: skip


def _task_failure(name: str) -> Frame:
    return Frame(
        name=name, outer=ROUTING, event=None, model=shapes.TaskFailureData, encode=encode.task_failure, source=_TASK,
        compared=_compared(name), differs="`reason`, `reasonCode`, `message` and `field` are ours.",
    )  # fmt: skip


def _preview_failure(name: str) -> Frame:
    return Frame(
        name=name, outer=ROUTING, event=None, model=shapes.PreviewFailureData, encode=encode.preview_failure,
        source=f"{_TASK}; task/dialer.ts", compared=_compared(name),
        differs="`reason`, `reasonCode`, `message` and `field` are ours.",
    )  # fmt: skip


TASK_FRAMES: tuple[Frame, ...] = (
    _task(
        "AgentContact", events.SessionReloaded, shapes.TaskData, encode.task_again, Task.GIVES,
        "One for each task that the agent has.",
    ),
    _task(
        "AgentContactReserved", events.ConversationOffered, shapes.TaskData, encode.task, Task.GIVES,
        or_events=(events.ConsultOffered, events.ConversationTakenOver),
    ),
    _task("AgentOfferContact", events.ConversationOffered, shapes.TaskData, encode.task, Task.CONCERNS),
    _task(
        "AgentOfferContactRona", events.OfferUnanswered, shapes.UnansweredData, encode.unanswered, Task.TAKES,
        "Sent when the agent declines, too. `reason` and `reasonCode` are guesses. AgentStateChangeSuccess with the "
        "code RONA or Agent_Declined follows.",
        or_events=(events.OfferDeclined, events.ConsultUnanswered, events.ConsultDeclined),
    ),
    _task(
        "ContactEnded", events.OfferWithdrawn, shapes.EndedData, encode.withdrawn, Task.TAKES,
        "Sent only when a task ends before the answer; after it, AgentWrapup is all that is sent.",
        or_events=(events.PreviewSkipped, events.PreviewRemoved),
    ),
    _task(
        "AgentOfferCampaignReservation", events.PreviewOffered, shapes.TaskData, encode.task, Task.GIVES,
        "The reservation has the id of the call that follows.",
    ),
    _task(
        "AgentContactAssigned", events.ConversationConnected, shapes.TaskData, encode.task, Task.CONCERNS,
        "Sent again to an agent who takes over a call after a consultation, and when a called customer answers; to a "
        "supervisor who takes a call over, after AgentContactReserved.",
        or_events=(
            events.ConversationHandedOver, events.ConversationTakenOver, events.CustomerAnswered,
            events.PreviewAccepted,
        ),
    ),
    Frame(
        name="ScreenPop", outer="ScreenPop", event=events.ConversationConnected, model=shapes.ScreenPopData,
        encode=encode.screen_pop, source="types of @wxcc-desktop/sdk-types 1.0.32, aqm-service-screenpop",
        differs="Sent only if the tenant's queue has a screen pop, which stands in for a flow. The two names, the "
        "names of the parameters, and `target` are guesses.",
    ),
    _task("AgentContactHeld", events.ConversationHeld, shapes.TaskData, encode.task, Task.CONCERNS),
    _task("AgentContactUnheld", events.ConversationResumed, shapes.TaskData, encode.task, Task.CONCERNS),
    _task("ContactRecordingPaused", events.RecordingPaused, shapes.TaskData, encode.task, Task.CONCERNS),
    _task("ContactRecordingResumed", events.RecordingResumed, shapes.TaskData, encode.task, Task.CONCERNS),
    _task(
        "AgentConsultCreated", events.ConsultStarted, shapes.TaskData, encode.consulting, Task.CONCERNS,
        "The customer is on hold without a frame of its own.",
    ),
    _task("AgentOfferConsult", events.ConsultOffered, shapes.TaskData, encode.consulting, Task.CONCERNS),
    _task("AgentConsulting", events.ConsultAnswered, shapes.TaskData, encode.consulting, Task.CONCERNS),
    _task(
        "AgentConsultEnded", events.ConsultEnded, shapes.TaskData, encode.consult_ended, Task.TAKES_FROM_CONSULTED,
        "Sent also to the agent who asked, when the other one declines or does not answer.",
    ),
    _task("AgentCtqCancelled", events.ConsultEnded, shapes.TaskData, encode.queue_left, Task.CONCERNS),
    *(
        _task(name, events.ConversationTransferred, shapes.TaskData, encode.transferred, Task.CONCERNS)
        for name in encode.TRANSFERS.values()
    ),
    _task("AgentConsultConferenced", events.ConferenceJoined, shapes.TaskData, encode.conferenced, Task.CONCERNS),
    _task("ParticipantJoinedConference", events.ConferenceJoined, shapes.TaskData, encode.task, Task.CONCERNS),
    _task(
        "ParticipantLeftConference", events.ConferenceLeft, shapes.TaskData, encode.task, Task.CONCERNS,
        "The agent who left stays among the participants, as left, until wrap-up.",
    ),
    _task(
        "AgentWrapup", events.ConversationEnded, shapes.EndedData, encode.ended, Task.CONCERNS,
        "Sent for either party, after a transfer that was not to a queue, and to an agent who left a conference; that "
        "the vendor does so too is a guess.",
        or_events=(events.ConversationTransferred, events.ConferenceLeft),
    ),
    _task("AgentWrappedUp", events.ConversationWrappedUp, shapes.WrappedUpData, encode.wrapped_up, Task.TAKES),
    _task_failure("AgentContactHoldFailed"),
    _task_failure("AgentContactUnHoldFailed"),
    _task_failure("AgentContactEndFailed"),
    _task_failure("AgentWrapupFailed"),
    _task_failure("AgentContactAssignFailed"),
    _task_failure("ContactRecordingPauseFailed"),
    _task_failure("ContactRecordingResumeFailed"),
    _task_failure("AgentConsultFailed"),
    _task_failure("AgentCtqFailed"),
    _task_failure("AgentConsultEndFailed"),
    _task_failure("AgentCtqCancelFailed"),
    _task_failure("AgentBlindTransferFailed"),
    _task_failure("AgentVteamTransferFailed"),
    _task_failure("AgentConsultTransferFailed"),
    _task_failure("AgentConsultConferenceFailed"),
    _task_failure("ParticipantLeftConferenceFailed"),
    _task_failure("AgentConferenceTransferFailed"),
    _task_failure("ParticipantDropConferenceFailed"),
    _task_failure("AgentOutboundFailed"),
    _preview_failure("CampaignPreviewAcceptFailed"),
    _preview_failure("CampaignPreviewSkipFailed"),
    _preview_failure("CampaignPreviewRemoveFailed"),
)  # fmt: skip

CONSULT_REFUSED = RefusedBy(names=("AgentConsultFailed", "AgentCtqFailed"), of=decode.consult_refused)
CONSULT_END_REFUSED = RefusedBy(names=("AgentConsultEndFailed", "AgentCtqCancelFailed"), of=decode.consult_end_refused)
TRANSFER_REFUSED = RefusedBy(names=("AgentBlindTransferFailed", "AgentVteamTransferFailed"), of=decode.transfer_refused)

_UNUSED = "What the body repeats of the consultation is taken and not used."


TASK_OPERATIONS: tuple[Operation, ...] = (
    Operation(
        name="tasks", method="GET", service=Service.GATEWAY, path="/v1/tasks", does=Reads(read=encode.tasks),
        query=shapes.TasksQuery, answer=shapes.TasksAnswer, source="Get Tasks of the public API",
        differs="Tasks that have ended are not stored; every supervisor may ask, without a separate scope; a task "
        "in no agent's hands has no owner.",
    ),
    command_operation(
        "outdial", "/v1/tasks/", commands.DialOut, decode.dial, "AgentOutboundFailed", body=shapes.DialBody,
        source=f"{_TASK}; task/dialer.ts", compared=RAN_SHARED_CALLS,
        differs="The agent's station rings first, then the customer's phone; `attributes` and `outboundType` are taken "
        "and not used.",
    ),
    Operation(
        name="create task", method="POST", service=Service.GATEWAY, path="/v1/tasks",
        does=Commands(command=commands.DialOut, decode=decode.create, answer=encode.created),
        body=shapes.CreateTaskBody, answer=shapes.CreatedAnswer, status=201, source="Create Task of the public API",
        differs="Only `outboundType` OUTDIAL; the caller's own station rings first. `attributes`, `customAttributes` "
        "and `callback` are taken and not used.",
    ),
    command_operation(
        "assign task", "/v1/tasks/{taskId}/assign", commands.AssignConversation, decode.assign,
        "AgentContactAssignFailed", source="Assign Task of the public API", compared=READ,
        differs="The task is then offered to the agent, who has to be Available and free; whose team serves the queue "
        "is not asked.",
    ),
    command_operation(
        "reject task", "/v1/tasks/{taskId}/reject", commands.DeclineConversation, decode.reject,
        "AgentContactAssignFailed", body=shapes.MediaBody, source="Reject Task of the public API", compared=READ,
        differs="The frame of a refusal is a guess; `mediaResourceId` is taken and not used.",
    ),
    command_operation(
        "accept task", "/v1/tasks/{taskId}/accept", commands.AcceptConversation, decode.accept,
        "AgentContactAssignFailed", source=f"{_TASK}; Accept Task of the public API", compared=RAN_SHARED_CALLS,
    ),
    command_operation(
        "hold", "/v1/tasks/{taskId}/hold", commands.HoldConversation, decode.hold, "AgentContactHoldFailed",
        body=shapes.MediaBody, source=_TASK, compared=RAN_CALLS,
    ),
    command_operation(
        "unhold", "/v1/tasks/{taskId}/unhold", commands.ResumeConversation, decode.unhold, "AgentContactUnHoldFailed",
        body=shapes.MediaBody, source=_TASK, compared=RAN_CALLS,
    ),
    command_operation("end", "/v1/tasks/{taskId}/end", commands.EndConversation, decode.end, "AgentContactEndFailed",
        source=_TASK, compared=RAN_CALLS,
        differs="From an agent who is in another's conference, it is leaving.",
    ),
    command_operation(
        "wrapup", "/v1/tasks/{taskId}/wrapup", commands.WrapUpConversation, decode.wrap_up, "AgentWrapupFailed",
        body=shapes.WrapUpBody, source=_TASK, compared=RAN_CALLS, differs="`wrapUpReason` is taken and not used.",
    ),
    command_operation(
        "pause recording", "/v1/tasks/{taskId}/record/pause", commands.PauseRecording, decode.pause_recording,
        "ContactRecordingPauseFailed", source=_TASK, compared=RAN_SHARED_CALLS,
    ),
    command_operation(
        "resume recording", "/v1/tasks/{taskId}/record/resume", commands.ResumeRecording, decode.resume_recording,
        "ContactRecordingResumeFailed", body=shapes.ResumeRecordingBody, source=_TASK, compared=RAN_SHARED_CALLS,
        differs="`autoResumed` is taken and not used.",
    ),
    command_operation(
        "consult", "/v1/tasks/{taskId}/consult", commands.StartConsult, decode.consult, CONSULT_REFUSED,
        body=shapes.DestinationBody, source=_TASK, compared=RAN_SHARED_CALLS,
        differs="`holdParticipants` is taken and not used.",
    ),
    command_operation(
        "accept consult", "/v1/tasks/{taskId}/consult/accept", commands.AnswerConsult, decode.consult_accept,
        "AgentContactAssignFailed", source=_TASK, compared=READ,
    ),
    command_operation(
        "end consult", "/v1/tasks/{taskId}/consult/end", commands.EndConsult, decode.consult_end,
        CONSULT_END_REFUSED, body=shapes.EndConsultBody, source=_TASK, compared=RAN_SHARED_CALLS,
    ),
    command_operation(
        "leave queue", "/v1/tasks/{taskId}/cancelCtq", commands.EndConsult, decode.cancel_queue, "AgentCtqCancelFailed",
        body=shapes.CancelQueueBody, source=_TASK, compared=READ,
    ),
    command_operation(
        "transfer", "/v1/tasks/{taskId}/transfer", commands.TransferConversation, decode.transfer,
        TRANSFER_REFUSED, body=shapes.DestinationBody, source=_TASK, compared=RAN_SHARED_CALLS,
        differs="After a transfer to a number, the call is over for the contact centre.",
    ),
    command_operation(
        "consult transfer", "/v1/tasks/{taskId}/consult/transfer", commands.TransferConsulted, decode.consult_transfer,
        "AgentConsultTransferFailed", body=shapes.ConsultedBody, source=_TASK,
        compared=RAN_SHARED_CALLS, differs=_UNUSED,
    ),
    command_operation(
        "conference", "/v1/tasks/{taskId}/consult/conference", commands.StartConference, decode.conference,
        "AgentConsultConferenceFailed", body=shapes.ConsultedBody, source=_TASK,
        compared=RAN_SHARED_CALLS, differs=_UNUSED,
    ),
    command_operation(
        "exit conference", "/v1/tasks/{taskId}/conference/exit", commands.LeaveConference, decode.exit_conference,
        "ParticipantLeftConferenceFailed", source=_TASK, compared=RAN_SHARED_CALLS,
    ),
    command_operation(
        "transfer conference", "/v1/tasks/{taskId}/conference/transfer", commands.LeaveConference,
        decode.transfer_conference, "AgentConferenceTransferFailed", source=_TASK, compared=RAN_SHARED_CALLS,
    ),
    command_operation(
        "drop from conference", "/v1/tasks/{taskId}/conference/participants/{participantId}/drop",
        commands.DropFromConference, decode.drop, "ParticipantDropConferenceFailed", source=_TASK, compared=READ,
        differs="With the participant `customer` the call ends for everybody.",
    ),
    command_operation(
        "accept preview", "/v1/dialer/campaign/{campaignId}/preview-task/{taskId}/accept", commands.AcceptPreview,
        decode.accept_preview, "CampaignPreviewAcceptFailed", source=f"{_TASK}; task/dialer.ts",
        compared=RAN_SHARED_CALLS,
    ),
    command_operation(
        "skip preview", "/v1/dialer/campaign/{campaignId}/preview-task/{taskId}/skip", commands.SkipPreview,
        decode.skip_preview, "CampaignPreviewSkipFailed", source=f"{_TASK}; task/dialer.ts", compared=READ,
    ),
    command_operation(
        "remove preview", "/v1/dialer/campaign/{campaignId}/preview-task/{taskId}/remove", commands.RemovePreview,
        decode.remove_preview, "CampaignPreviewRemoveFailed", source=f"{_TASK}; task/dialer.ts", compared=READ,
    ),
)  # fmt: skip
