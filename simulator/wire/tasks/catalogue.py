"""The entries of the wire catalogue for tasks: conversations, as the vendor calls them."""

from __future__ import annotations

from deskproof.simulator.domain import commands, events
from deskproof.simulator.domain.events import Event
from deskproof.simulator.wire.kernel.addresses import Service
from deskproof.simulator.wire.kernel.frame import Data, Encode, Frame, Task
from deskproof.simulator.wire.kernel.operation import Operation, Reads, command_operation
from deskproof.simulator.wire.kernel.provenance import RAN_CALLS
from deskproof.simulator.wire.tasks import decode, encode, shapes
from deskproof.simulator.wire.tasks.shapes import ROUTING

_TASK = "PROTOCOL 6; task/contact.ts, task/TaskManager.ts"


_WHOLE = "The interaction has the fields known to be read; ids are counted, not UUIDs."


def _task(
    name: str, event: type[Event], model: type[Data], encode_: Encode, task: Task, differs: str = ""
) -> Frame:  # fmt: skip
    return Frame(
        name=name, outer=ROUTING, event=event, model=model, encode=encode_, task=task, source=_TASK,
        compared=RAN_CALLS, differs=f"{_WHOLE} {differs}".strip(),
    )  # fmt: skip


def _task_failure(name: str) -> Frame:
    return Frame(
        name=name, outer=ROUTING, event=None, model=shapes.TaskFailureData, encode=encode.task_failure, source=_TASK,
        compared=RAN_CALLS, differs="`reason`, `reasonCode`, `message` and `field` are ours.",
    )  # fmt: skip


TASK_FRAMES: tuple[Frame, ...] = (
    _task("AgentContact", events.SessionReloaded, shapes.TaskData, encode.task_again, Task.GIVES),
    _task("AgentContactReserved", events.ConversationOffered, shapes.TaskData, encode.task, Task.GIVES),
    _task("AgentOfferContact", events.ConversationOffered, shapes.TaskData, encode.task, Task.CONCERNS),
    _task(
        "AgentOfferContactRona", events.OfferUnanswered, shapes.UnansweredData, encode.unanswered, Task.TAKES,
        differs="`reason` and `reasonCode` are guesses. AgentStateChangeSuccess with the code RONA follows.",
    ),
    _task(
        "ContactEnded", events.OfferWithdrawn, shapes.EndedData, encode.withdrawn, Task.TAKES,
        differs="Sent only when the customer hangs up before the answer; after it, AgentWrapup is all that is sent.",
    ),
    _task("AgentContactAssigned", events.ConversationConnected, shapes.TaskData, encode.task, Task.CONCERNS),
    _task("AgentContactHeld", events.ConversationHeld, shapes.TaskData, encode.task, Task.CONCERNS),
    _task("AgentContactUnheld", events.ConversationResumed, shapes.TaskData, encode.task, Task.CONCERNS),
    _task(
        "AgentWrapup", events.ConversationEnded, shapes.EndedData, encode.ended, Task.CONCERNS,
        differs="Sent for either party; that the vendor does so too is a guess.",
    ),
    _task("AgentWrappedUp", events.ConversationWrappedUp, shapes.WrappedUpData, encode.wrapped_up, Task.TAKES),
    _task_failure("AgentContactHoldFailed"),
    _task_failure("AgentContactUnHoldFailed"),
    _task_failure("AgentContactEndFailed"),
    _task_failure("AgentWrapupFailed"),
)  # fmt: skip


TASK_OPERATIONS: tuple[Operation, ...] = (
    Operation(
        name="tasks", method="GET", service=Service.GATEWAY, path="/v1/tasks", does=Reads(read=encode.tasks),
        query=shapes.TasksQuery, answer=shapes.TasksAnswer, source="Get Tasks of the public API",
        differs="Tasks that have ended are not stored; every supervisor may ask, without a separate scope; a task "
        "in no agent's hands has no owner.",
    ),
    Operation(
        name="accept task", method="POST", service=Service.GATEWAY, path="/v1/tasks/{taskId}/accept",
        does=Reads(read=encode.accept), source=f"{_TASK}; Accept Task of the public API",
        differs="Always refused: there are no digital tasks.",
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
    ),
    command_operation(
        "wrapup", "/v1/tasks/{taskId}/wrapup", commands.WrapUpConversation, decode.wrap_up, "AgentWrapupFailed",
        body=shapes.WrapUpBody, source=_TASK, compared=RAN_CALLS, differs="`wrapUpReason` is taken and not used.",
    ),
)  # fmt: skip
