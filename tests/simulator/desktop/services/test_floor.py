"""What the desktop requests of the floor, and what it says when a request is refused."""

import json
from typing import Any

import pytest

from tests.simulator.desktop.services.conftest import Play, answer, crash, refused

FLOOR = """async (around) => {
  const { FloorWork } = await import("/desktop/services/floor.js");
  const floor = new FloorWork(around);
  await (%s);
}"""
ID = "c/1"
VERBS = [
    ("accept", "/v1/tasks/c%2F1/accept", "AgentContactAssigned", "AgentContactAssignFailed"),
    ("hold", "/v1/tasks/c%2F1/hold", "AgentContactHeld", "AgentContactHoldFailed"),
    ("unhold", "/v1/tasks/c%2F1/unhold", "AgentContactUnheld", "AgentContactUnHoldFailed"),
    ("end", "/v1/tasks/c%2F1/end", "AgentWrapup", "AgentContactEndFailed"),
    ("pauseRecording", "/v1/tasks/c%2F1/record/pause", "ContactRecordingPaused", "ContactRecordingPauseFailed"),
    ("endConsult", "/v1/tasks/c%2F1/consult/end", "AgentConsultEnded", "AgentConsultEndFailed"),
    (
        "consultTransfer",
        "/v1/tasks/c%2F1/consult/transfer",
        "AgentConsultTransferred",
        "AgentConsultTransferFailed",
    ),
    (
        "conference",
        "/v1/tasks/c%2F1/consult/conference",
        "AgentConsultConferenced",
        "AgentConsultConferenceFailed",
    ),
    (
        "leaveConference",
        "/v1/tasks/c%2F1/conference/exit",
        "ParticipantLeftConference",
        "ParticipantLeftConferenceFailed",
    ),
    ("pauseMonitoring", "/v1/monitor/c%2F1/hold", "MonitoringHeld", "MonitoringHoldFailed"),
    ("resumeMonitoring", "/v1/monitor/c%2F1/unhold", "MonitoringUnHeld", "MonitoringUnHoldFailed"),
    ("endMonitoring", "/v1/monitor/c%2F1/end", "MonitoringEnded", "MonitoringEndFailed"),
]


AGENT = {"to": "bo", "destinationType": "agent"}
QUEUE = {"to": "q1", "destinationType": "queue"}
NUMBER = {"to": "+12015550170", "destinationType": "dialNumber"}


def command(path: str, done: str, refused: str, **body: object) -> dict[str, Any]:
    return {"method": "POST", "path": path, "done": done, "refused": refused, "body": body}


def change(**change: object) -> dict[str, Any]:
    return {"kind": "floor", "change": change}


def alert(text: str, tracking_id: str) -> dict[str, Any]:
    return {"kind": "noticed", "text": text, "tone": "alert", "trackingId": tracking_id}


@pytest.mark.parametrize(("verb", "path", "done", "failed"), VERBS)
def test_a_request_is_shown_as_in_progress_until_it_is_answered(
    play: Play, verb: str, path: str, done: str, failed: str
) -> None:
    log = play(FLOOR % f"floor.{verb}({ID!r})")
    assert log == [change(acting=verb), command(path, done, failed), change(acting=None)]


def test_choosing_a_conversation_asks_the_service_nothing(play: Play) -> None:
    assert play(FLOOR % f"floor.choose({ID!r})") == [change(chosen="c/1")]


def test_wrapping_up_names_the_code(play: Play) -> None:
    log = play(FLOOR % f"floor.wrapUp({ID!r}, {{ id: 'w1', name: 'Sale' }})")
    wrap_up = command(
        "/v1/tasks/c%2F1/wrapup", "AgentWrappedUp", "AgentWrapupFailed", wrapUpReason="Sale", auxCodeId="w1"
    )
    assert log == [change(acting="wrapup"), wrap_up, change(acting=None)]


@pytest.mark.parametrize(
    ("call", "acting", "end", "done", "failed", "body"),
    [
        ("resumeRecording", "resumeRecording", "record/resume", "ContactRecordingResumed",
         "ContactRecordingResumeFailed", {"autoResumed": False}),
        ("consult", "consult", "consult", "AgentConsultCreated", "AgentConsultFailed", AGENT),
        ("consult", "consult", "consult", "AgentConsultCreated", "AgentConsultFailed", NUMBER),
        ("consult", "consultQueue", "consult", "AgentConsultCreated", "AgentCtqFailed", QUEUE),
        ("transfer", "transfer", "transfer", "AgentBlindTransferred", "AgentBlindTransferFailed", AGENT),
        ("transfer", "transfer", "transfer", "AgentBlindTransferred", "AgentBlindTransferFailed", NUMBER),
        ("transfer", "transferToQueue", "transfer", "AgentVteamTransferred", "AgentVteamTransferFailed", QUEUE),
    ],
)  # fmt: skip
def test_a_request_says_what_it_is_about(
    play: Play, call: str, acting: str, end: str, done: str, failed: str, body: dict[str, Any]
) -> None:
    """A queue has frames of its own, so that the desktop waits for those."""
    given = f"{ID!r}, {json.dumps(body)}" if "to" in body else repr(ID)
    log = play(FLOOR % f"floor.{call}({given})")
    sent = command(f"/v1/tasks/c%2F1/{end}", done, failed, **body)
    assert log == [change(acting=acting), sent, change(acting=None)]


def test_monitoring_names_the_conversation_and_its_own_request(play: Play) -> None:
    log = play(FLOOR % f"floor.monitor({ID!r})")
    request = log[1]["body"]["id"]
    body = {"id": request, "monitorType": "midcall", "taskId": ID, "trackingId": request}
    monitor = command("/v1/monitor", "MonitoringOffered", "MonitoringFailed", **body)
    assert (len(request), log) == (36, [change(acting="monitor"), monitor, change(acting=None)])


@pytest.mark.parametrize(
    ("call", "path", "code", "text"),
    [
        ("accept", "/v1/tasks/c1/accept", "TASK_NOT_FOUND", "refused.accept"),
        ("hold", "/v1/tasks/c1/hold", "TASK_NOT_FOUND", "refused.hold"),
        ("monitor", "/v1/monitor", "TASK_NOT_FOUND", "refused.monitor"),
        ("monitor", "/v1/monitor", "MONITORING_NOT_PERMITTED", "refused.monitor.notPermitted"),
    ],
)
def test_a_refused_request_is_reported(play: Play, call: str, path: str, code: str, text: str) -> None:
    log = play(FLOOR % f"floor.{call}('c1')", replies={path: [refused(code, trackingId="desk_7")]})
    assert [log[0], *log[2:]] == [change(acting=call), alert(text, "desk_7"), change(acting=None)]


def test_an_error_of_the_program_is_not_taken_for_a_refusal(play: Play) -> None:
    log = play(FLOOR % "floor.hold('c1')", replies={"/v1/tasks/c1/hold": [crash("TypeError")]})
    assert [log[0], *log[2:]] == [change(acting="hold"), change(acting=None), {"thrown": "TypeError"}]


def test_nothing_is_requested_while_another_request_is_in_progress(play: Play) -> None:
    assert play(FLOOR % "floor.hold('c1')", state={"floor": {"conversations": [], "acting": "end"}}) == []


def task(id_: str, status: str = "assigned", **more: object) -> dict[str, Any]:
    known = {"origin": "+46701740605", "queue": {"name": "Support"}, "createdTime": 5, "status": status}
    return {"id": id_, "attributes": {**known, **more}}


TASKS = "/v1/tasks?from=0"
SESSIONS = "/v1/monitor/sessions"
DATA = {"data": [task("c1", owner={"name": "Ada"}), task("c2"), task("c3", status="ended", owner={"name": "Ada"})]}
ONGOING = [
    {"id": "c1", "caller": "+46701740605", "queue": "Support", "agent": "Ada", "since": 5},
    {"id": "c2", "caller": "+46701740605", "queue": "Support", "agent": "", "since": 5},
]


@pytest.mark.parametrize(
    ("reply", "outcome"),
    [
        (answer(DATA), change(ongoing=ONGOING, ongoingFailed=False)),
        (refused("HTTP 503"), change(ongoingFailed=True)),
        (crash("TypeError"), {"thrown": "TypeError"}),
    ],
)
def test_reading_the_ongoing_conversations(play: Play, reply: dict[str, Any], outcome: dict[str, Any]) -> None:
    assert play(FLOOR % "floor.readOngoing()", replies={TASKS: [reply]}) == [{"get": TASKS}, outcome]


def test_a_supervisor_who_monitors_nothing_reads_nothing_more(play: Play) -> None:
    log = play(FLOOR % "floor.findMonitoring()", replies={SESSIONS: [answer({"data": []})]})
    assert log == [{"get": SESSIONS}]


@pytest.mark.parametrize(
    ("tasks", "read", "about"),
    [
        (
            answer(DATA),
            change(ongoing=ONGOING, ongoingFailed=False),
            {"caller": "+46701740605", "queue": "Support", "agent": "Ada"},
        ),
        (
            answer({"data": [task("c9", owner={"name": "Bo"})]}),
            change(ongoing=[{**ONGOING[0], "id": "c9", "agent": "Bo"}], ongoingFailed=False),
            {"caller": "", "queue": "", "agent": ""},
        ),
        (refused("HTTP 503"), change(ongoingFailed=True), {"caller": "", "queue": "", "agent": ""}),
    ],
)
def test_monitoring_is_found_again(
    play: Play, tasks: dict[str, Any], read: dict[str, Any], about: dict[str, str]
) -> None:
    sessions = answer({"data": [{"taskId": "c1", "state": "paused", "since": 7}]})
    log = play(FLOOR % "floor.findMonitoring()", replies={SESSIONS: [sessions], TASKS: [tasks]})
    found = change(monitoring={"id": "c1", "stage": "paused", "since": 7, **about})
    assert log == [{"get": SESSIONS}, {"get": TASKS}, read, found]


@pytest.mark.parametrize(
    ("state", "stage"),
    [("requested", "requested"), ("active", "active"), ("whispering", "active"), ("barged in", "active")],
)
def test_monitoring_that_is_found_again_has_a_stage_of_the_desktop(play: Play, state: str, stage: str) -> None:
    replies = {
        SESSIONS: [answer({"data": [{"taskId": "c1", "state": state, "since": 7}]})],
        TASKS: [answer({"data": []})],
    }
    *_, found = play(FLOOR % "floor.findMonitoring()", replies=replies)
    assert found["change"]["monitoring"]["stage"] == stage
