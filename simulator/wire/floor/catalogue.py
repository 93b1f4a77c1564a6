"""The entries of the wire catalogue for conversations and monitoring."""

from __future__ import annotations

from collections.abc import Callable

from deskproof.simulator.domain import commands, events
from deskproof.simulator.domain.commands import Command
from deskproof.simulator.domain.events import Event
from deskproof.simulator.wire import requests
from deskproof.simulator.wire.asked import Asked
from deskproof.simulator.wire.encode import Encode
from deskproof.simulator.wire.entries import RAN_CALLS, READ, Commands, Compared, Frame, Operation, Reads, Service, Task
from deskproof.simulator.wire.floor import decode, encode, reads, shapes
from deskproof.simulator.wire.frames import Data
from deskproof.simulator.wire.shapes import Shape

ROUTING = "RoutingMessage"

_TASK = "PROTOCOL 6; task/contact.ts, task/TaskManager.ts"
_MONITOR = "Call Monitoring of the public API"
_MONITOR_FRAMES = "types of @wxcc-desktop/sdk-types 1.0.32, routing-supervisor-service"
_WHOLE = "The interaction has the fields known to be read; ids are counted, not UUIDs."
_OUTER = "The outer type is a guess; the inner name follows the Desktop SDK's `e…` event. "


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


def _monitoring(name: str, event: type[Event], model: type[Data], encode_: Encode, differs: str = "") -> Frame:
    return Frame(
        name=name, outer=ROUTING, event=event, model=model, encode=encode_, source=_MONITOR_FRAMES,
        differs=f"{_OUTER}`monitoringState.type` has our words. {differs}".strip(),
    )  # fmt: skip


def _monitoring_failure(name: str) -> Frame:
    return Frame(
        name=name, outer=ROUTING, event=None, model=shapes.MonitoringFailureData, encode=encode.monitoring_failure,
        source=_MONITOR_FRAMES, differs=f"{_OUTER}`reason`, `reasonCode`, `message` and `field` are ours.",
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
        differs="Sent whoever ended the call; that the vendor does so too is a guess.",
    ),
    _task("AgentWrappedUp", events.ConversationWrappedUp, shapes.WrappedUpData, encode.wrapped_up, Task.TAKES),
    _task_failure("AgentContactHoldFailed"),
    _task_failure("AgentContactUnHoldFailed"),
    _task_failure("AgentContactEndFailed"),
    _task_failure("AgentWrapupFailed"),
)  # fmt: skip

MONITORING_FRAMES: tuple[Frame, ...] = (
    _monitoring(
        "MonitoringOffered", events.MonitoringRequested, shapes.MonitoredData, encode.monitored,
        "That the request is told to the supervisor alone is a guess.",
    ),
    _monitoring("MonitoringStarted", events.MonitoringStarted, shapes.MonitoredData, encode.monitored),
    _monitoring("MonitoringHeld", events.MonitoringPaused, shapes.MonitoringData, encode.monitoring_changed),
    _monitoring("MonitoringUnHeld", events.MonitoringResumed, shapes.MonitoringData, encode.monitoring_changed),
    _monitoring(
        "MonitoringEnded", events.MonitoringEnded, shapes.MonitoringData, encode.monitoring_changed,
        "The types leave its shape open; it is that of MonitoringHeld.",
    ),
    _monitoring_failure("MonitoringFailed"),
    _monitoring_failure("MonitoringHoldFailed"),
    _monitoring_failure("MonitoringUnHoldFailed"),
    _monitoring_failure("MonitoringEndFailed"),
)  # fmt: skip


def command_operation(
    name: str, path: str, command: type[Command], decode_: Callable[[Asked], Command], refused: str,
    *, body: type[Shape] = requests.NoBody, source: str, differs: str = "", compared: Compared,
) -> Operation:  # fmt: skip
    """An operation that posts a command; what comes of it is a frame, and a refusal the frame `refused`."""
    return Operation(
        name=name, method="POST", service=Service.GATEWAY, path=path,
        does=Commands(command=command, decode=decode_, refused=refused), body=body, status=202, source=source,
        differs=differs, compared=compared,
    )  # fmt: skip


TASK_OPERATIONS: tuple[Operation, ...] = (
    Operation(
        name="tasks", method="GET", service=Service.GATEWAY, path="/v1/tasks", does=Reads(read=reads.tasks),
        query=shapes.TasksQuery, answer=shapes.TasksAnswer, source="Get Tasks of the public API",
        differs="Tasks that are over are not kept; whoever is a supervisor may ask, without a scope of its own; a task "
        "in no agent's hands has no owner.",
    ),
    Operation(
        name="accept task", method="POST", service=Service.GATEWAY, path="/v1/tasks/{taskId}/accept",
        does=Reads(read=reads.accept), source=f"{_TASK}; Accept Task of the public API",
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

MONITORING_OPERATIONS: tuple[Operation, ...] = (
    command_operation(
        "monitor", "/v1/monitor", commands.StartMonitoring, decode.start_monitoring, "MonitoringFailed",
        body=shapes.MonitorBody, source=f"{_MONITOR}: Create Monitoring Request", compared=READ,
        differs="Only `midcall`; `invisibleMode` and `trackingId` are taken and not used.",
    ),
    Operation(
        name="monitoring sessions", method="GET", service=Service.GATEWAY, path="/v1/monitor/sessions",
        does=Reads(read=reads.sessions), answer=shapes.SessionsAnswer, status=202,
        source=f"{_MONITOR}: Fetch Monitoring Sessions",
        differs="The body is ours: the public API names none. It has the caller's own session.",
    ),
    command_operation(
        "monitor hold", "/v1/monitor/{taskId}/hold", commands.PauseMonitoring, decode.hold_monitoring,
        "MonitoringHoldFailed", source=f"{_MONITOR}: Hold Monitoring Request", compared=READ,
    ),
    command_operation(
        "monitor unhold", "/v1/monitor/{taskId}/unhold", commands.ResumeMonitoring, decode.unhold_monitoring,
        "MonitoringUnHoldFailed", source=f"{_MONITOR}: Unhold Monitoring Request", compared=READ,
    ),
    command_operation(
        "monitor end", "/v1/monitor/{taskId}/end", commands.EndMonitoring, decode.end_monitoring,
        "MonitoringEndFailed", source=f"{_MONITOR}: End Monitoring Request", compared=READ,
    ),
)  # fmt: skip
