"""The entries of the wire catalogue for monitoring."""

from __future__ import annotations

from deskproof.simulator.domain import commands, events
from deskproof.simulator.domain.events import Event
from deskproof.simulator.wire.kernel.addresses import Service
from deskproof.simulator.wire.kernel.frame import Data, Encode, Frame
from deskproof.simulator.wire.kernel.operation import Commands, Operation, Reads, command_operation
from deskproof.simulator.wire.kernel.provenance import READ
from deskproof.simulator.wire.monitoring import decode, encode, shapes
from deskproof.simulator.wire.tasks.shapes import ROUTING

_MONITOR = "Call Monitoring of the public API"


_MONITOR_FRAMES = "types of @wxcc-desktop/sdk-types 1.0.32, routing-supervisor-service"


_OURS = "DOMAIN 2, monitoring: the vendor's Desktop has it, its request is not published"


_OUTER = "The outer type is a guess; the inner name follows the Desktop SDK's `e…` event. "


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


MONITORING_FRAMES: tuple[Frame, ...] = (
    _monitoring(
        "MonitoringOffered", events.MonitoringRequested, shapes.MonitoredData, encode.monitored,
        "That only the supervisor gets the request is a guess.",
    ),
    _monitoring("MonitoringStarted", events.MonitoringStarted, shapes.MonitoredData, encode.monitored),
    _monitoring("MonitoringHeld", events.MonitoringPaused, shapes.MonitoringData, encode.monitoring_changed),
    _monitoring("MonitoringUnHeld", events.MonitoringResumed, shapes.MonitoringData, encode.monitoring_changed),
    _monitoring(
        "MonitoringEnded", events.MonitoringEnded, shapes.MonitoringData, encode.monitoring_changed,
        "The types leave its shape open; it is that of MonitoringHeld.",
    ),
    _monitoring(
        "BargedIn", events.SupervisorBargedIn, shapes.MonitoredData, encode.barged_in,
        "Its data are those of MonitoringOffered; nothing is mixed into the sound.",
    ),
    Frame(
        name="AgentMonitorStateChanged", outer=ROUTING, event=events.SupervisorBargedIn,
        or_events=(events.SupervisorWhispered,), model=shapes.MonitoredData, encode=encode.spoken_to,
        source=_MONITOR_FRAMES,
        differs=f"{_OUTER}It goes to the agents in the call, and for whispering to the supervisor, too: whispering is "
        "not in the types.",
    ),
    _monitoring_failure("MonitoringFailed"),
    _monitoring_failure("MonitoringHoldFailed"),
    _monitoring_failure("MonitoringUnHoldFailed"),
    _monitoring_failure("MonitoringEndFailed"),
    _monitoring_failure("BargeInFailed"),
    _monitoring_failure("MonitoringWhisperFailed"),
    _monitoring_failure("MonitoringTakeOverFailed"),
)  # fmt: skip


MONITORING_OPERATIONS: tuple[Operation, ...] = (
    command_operation(
        "monitor", "/v1/monitor", commands.StartMonitoring, decode.start_monitoring, "MonitoringFailed",
        body=shapes.MonitorBody, source=f"{_MONITOR}: Create Monitoring Request", compared=READ,
        differs="Only `midcall`; `invisibleMode` and `trackingId` are taken and not used.",
    ),
    Operation(
        name="monitoring sessions", method="GET", service=Service.GATEWAY, path="/v1/monitor/sessions",
        does=Reads(read=encode.sessions), answer=shapes.SessionsAnswer, status=202,
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
    command_operation(
        "monitor barge in", "/v1/monitor/{taskId}/bargeIn", commands.BargeIn, decode.barge_in, "BargeInFailed",
        source=f"{_MONITOR}: BargeIn Request", compared=READ,
        differs="Who whispers can barge in, too. Profiles and queues are not asked.",
    ),
    command_operation(
        "monitor whisper", "/v1/monitor/{taskId}/whisper", commands.WhisperToAgent, decode.whisper,
        "MonitoringWhisperFailed", source=_OURS, compared=READ,
        differs="Address and frames are ours. Unhold leads back to listening.",
    ),
    command_operation(
        "monitor take over", "/v1/monitor/{taskId}/takeOver", commands.TakeOverConversation, decode.take_over,
        "MonitoringTakeOverFailed", source=_OURS, compared=READ,
        differs="Address and frames are ours. The agent gets the frames of a blind transfer; at a Desktop station "
        "the supervisor's browser is called.",
    ),
    Operation(
        name="monitor delete", method="DELETE", service=Service.GATEWAY, path="/v1/monitor/{requestId}",
        does=Commands(
            command=commands.WithdrawMonitoring, decode=decode.withdraw_monitoring, refused="MonitoringEndFailed"
        ),
        status=202, source=f"{_MONITOR}: Delete Monitoring Request",
        differs="It ends a task that goes on, too.",
    ),
)  # fmt: skip
