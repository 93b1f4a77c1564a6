"""Requests of the vendor's desktop SDK: each is an operation of the wire, and a refusal rejects the promise."""

from __future__ import annotations

import re
from typing import Any

import pytest

from deskproof.simulator.wire.catalogue import FRAME, OPERATIONS
from deskproof.simulator.wire.kernel.operation import Commands, Notifies, RefusedBy
from tests.simulator.desktop.services.conftest import Play, answer, crash, refused

SEND = """async (around) => {
  const { requestsOf } = await import("/desktop/host/requests.js");
  const answer = requestsOf("%s", around.gateway).%s(%s);
  return answer.then((value) => ({ value }), ({ message, id, details }) => ({ message, id, details }));
}"""

TASK = '{interactionId: "c/1"}'
WITH_MEDIA = '{interactionId: "c/1", isPostCallConsult: false, data: {mediaResourceId: "m"}}'
MEDIA = {"mediaResourceId": "m"}
ELSEWHERE = '{interactionId: "c/1", url: "https://x.example", data: {%s}}'
STATE = '{data: {state: "Idle", auxCodeIdArray: "7"}}'
NUMBER = {"to": "+1", "destinationType": "dialNumber"}
AGENT = {"to": "bo", "destinationType": "agent"}
QUEUE = {"to": "q", "destinationType": "queue"}
WRAP = '{interactionId: "c/1", data: {wrapUpReason: "Sold", auxCodeId: "7", isAutoWrapup: "false"}}'
PREVIEW = '{data: {interactionId: "c/1", campaignId: "k/1"}}'
PREVIEW_AT = "POST /v1/dialer/campaign/k%2F1/preview-task/c%2F1/"

Sent = tuple[str, str, str, str, dict[str, Any]]

SENT: list[Sent] = [
    ("agent", "reload", "", "POST /v1/agents/reload", {}),
    ("agent", "logout", '{data: {logoutReason: "User requested logout"}}', "POST /v1/agents/logout",
        {"logoutReason": "User requested logout"}),
    ("agent", "stateChange", STATE, "PUT /v1/agents/session/state",
        {"state": "Idle", "auxCodeId": "7", "lastStateChangeReason": ""}),
    ("contact", "accept", TASK, "POST /v1/tasks/c%2F1/accept", {}),
    ("contact", "consultAccept", TASK, "POST /v1/tasks/c%2F1/consult/accept", {}),
    ("contact", "end", TASK, "POST /v1/tasks/c%2F1/end", {}),
    ("contact", "hold", WITH_MEDIA, "POST /v1/tasks/c%2F1/hold", MEDIA),
    ("contact", "unHold", WITH_MEDIA, "POST /v1/tasks/c%2F1/unhold", MEDIA),
    ("contact", "decline", WITH_MEDIA, "POST /v1/tasks/c%2F1/reject", MEDIA),
    ("contact", "pauseRecording", TASK, "POST /v1/tasks/c%2F1/record/pause", {}),
    ("contact", "resumeRecording", ELSEWHERE % "autoResumed: false", "POST /v1/tasks/c%2F1/record/resume",
        {"autoResumed": False}),
    ("contact", "wrapup", WRAP, "POST /v1/tasks/c%2F1/wrapup", {"wrapUpReason": "Sold", "auxCodeId": "7"}),
    ("contact", "consult", ELSEWHERE % 'destAgentId: "+1", destinationType: "DN", mediaType: "telephony"',
        "POST /v1/tasks/c%2F1/consult", NUMBER),
    ("contact", "consult", ELSEWHERE % 'agentId: "ada", destAgentId: "bo", holdParticipants: true',
        "POST /v1/tasks/c%2F1/consult", {**AGENT, "agentId": "ada", "holdParticipants": True}),
    ("contact", "consult", ELSEWHERE % 'queueId: "q"', "POST /v1/tasks/c%2F1/consult", QUEUE),
    ("contact", "consultV2", ELSEWHERE % 'to: "+1", destinationType: "dialNumber"', "POST /v1/tasks/c%2F1/consult",
        NUMBER),
    ("contact", "consultEnd", '{interactionId: "c/1", isConsult: true}', "POST /v1/tasks/c%2F1/consult/end", {}),
    ("contact", "consultEnd", '{interactionId: "c/1", isConsult: true, queueId: "q"}',
        "POST /v1/tasks/c%2F1/consult/end", {"queueId": "q"}),
    ("contact", "cancelCtq", ELSEWHERE % 'agentId: "ada", queueId: "q"', "POST /v1/tasks/c%2F1/cancelCtq",
        {"agentId": "ada", "queueId": "q"}),
    ("contact", "consultConference", ELSEWHERE % 'destAgentId: "bo"', "POST /v1/tasks/c%2F1/consult/conference", AGENT),
    ("contact", "exitConference", TASK, "POST /v1/tasks/c%2F1/conference/exit", {}),
    ("contact", "consultTransfer", ELSEWHERE % 'destAgentId: "bo", mediaType: "telephony", mediaResourceId: "m"',
        "POST /v1/tasks/c%2F1/consult/transfer", AGENT),
    ("contact", "blindTransfer", ELSEWHERE % 'destAgentId: "bo", destAgentDN: "1", destAgentTeamId: "t"',
        "POST /v1/tasks/c%2F1/transfer", AGENT),
    ("contact", "vteamTransfer", ELSEWHERE % 'vteamId: "q", vteamType: "inboundqueue"',
        "POST /v1/tasks/c%2F1/transfer", QUEUE),
    ("contact", "vteamTransfer", ELSEWHERE % 'vteamId: "e", vteamType: "inboundentrypoint"',
        "POST /v1/tasks/c%2F1/transfer", {"to": "e", "destinationType": "entryPoint"}),
    ("contact", "dropConferenceParticipant", ELSEWHERE % 'participantId: "bo"',
        "POST /v1/tasks/c%2F1/conference/participants/bo/drop", {}),
    ("contact", "buddyAgents", '{data: {agentProfileId: "p", channelName: "Call"}}', "POST /v1/agents/buddyList",
        {"agentProfileId": "p", "mediaType": "telephony"}),
    ("contact", "buddyAgents", '{data: {agentProfileId: "p", channelName: "WhatsApp", state: "Idle"}}',
        "POST /v1/agents/buddyList", {"agentProfileId": "p", "mediaType": "social", "state": "Idle"}),
    ("contact", "buddyAgentsV2", '{data: {agentProfileId: "p", mediaType: "chat", state: "Idle"}}',
        "POST /v1/agents/buddyList", {"agentProfileId": "p", "mediaType": "chat", "state": "Idle"}),
    ("dialer", "startOutdial", '{data: {destination: "+1"}}', "POST /v1/tasks/", {"destination": "+1"}),
    ("dialer", "acceptPreviewContact", PREVIEW, f"{PREVIEW_AT}accept", {}),
    ("dialer", "skipPreviewContact", PREVIEW, f"{PREVIEW_AT}skip", {}),
    ("dialer", "removePreviewContact", PREVIEW, f"{PREVIEW_AT}remove", {}),
    ("supervisor", "startMonitoring", '{data: {id: "r"}}', "POST /v1/monitor", {"id": "r"}),
    ("supervisor", "endMonitoring", TASK, "POST /v1/monitor/c%2F1/end", {}),
    ("supervisor", "holdMonitoring", TASK, "POST /v1/monitor/c%2F1/hold", {}),
    ("supervisor", "unHoldMonitoring", TASK, "POST /v1/monitor/c%2F1/unhold", {}),
    ("supervisor", "bargeIn", TASK, "POST /v1/monitor/c%2F1/bargeIn", {}),
]  # fmt: skip
"""What each request of the SDK is on the wire; those that end in `V2` and are not here are the same as without."""

TOLD = [
    ("changeAgentState", '{orgId: "o1", data: {agentId: "bo", state: "Idle", auxCodeId: "7"}}', "PUT",
        "/v1/agents/session/state", {"agentId": "bo", "state": "Idle", "auxCodeId": "7", "lastStateChangeReason": ""}),
    ("signoutAgent", '{orgId: "o1", data: {agentId: "bo", logoutReason: "Late"}}', "POST", "/v1/agents/logout",
        {"agentId": "bo", "logoutReason": "Late"}),
]  # fmt: skip
"""What a supervisor does to an agent: only acknowledged, for the notification goes to that agent."""


@pytest.mark.parametrize(("entity", "name", "given", "where", "body"), SENT)
def test_a_request_is_an_operation_of_the_wire(
    play: Play, entity: str, name: str, given: str, where: str, body: dict[str, Any]
) -> None:
    method, path = where.split()
    (asked, came) = play(SEND % (entity, name, given), replies={path: [answer({"data": {"type": "X"}})]})
    assert came == {"value": {"data": {"type": "X"}}}
    assert (asked["method"], asked["path"], asked["body"]) == (method, path, body)
    assert asked.get("about") == ("c/1" if "c/1" in given else None)
    (operation,) = (each for each in OPERATIONS if each.method == method and _fits(each.path, path))
    assert isinstance(operation.does, Commands | Notifies)
    refusals = operation.does.refused
    assert sorted(asked["refused"]) == sorted(
        refusals.names if isinstance(refusals, RefusedBy) else [refusals] if refusals else []
    )
    assert set(asked["done"]) <= set(FRAME)


def _fits(pattern: str, path: str) -> bool:
    return re.fullmatch(re.sub(r"\{\w+\}", "[^/]+", pattern), path) is not None


@pytest.mark.parametrize(("name", "given", "method", "path", "body"), TOLD)
def test_what_a_supervisor_does_to_an_agent_is_acknowledged(
    play: Play, name: str, given: str, method: str, path: str, body: dict[str, Any]
) -> None:
    told, came = play(SEND % ("supervisor", name, given))
    assert (told, came) == ({"tell": method, "path": path, "body": body}, {"value": {}})


def test_every_request_is_tested(play: Play) -> None:
    script = """async () => {
      const { REQUESTS } = await import("/desktop/host/requests.js");
      const same = (rows, name) => name.endsWith("V2") && rows[name] === rows[name.replace(/V2$/, "")];
      return Object.entries(REQUESTS).flatMap(([entity, rows]) =>
        Object.keys(rows).filter((name) => !same(rows, name)).map((name) => `${entity}.${name}`));
    }"""
    tested = {f"{entity}.{name}" for entity, name, *_ in SENT} | {f"supervisor.{name}" for name, *_ in TOLD}
    (all_,) = play(script)
    assert set(all_) - tested == {"contact.cancelTaskV2"}  # the same request as `end`, which has no older form here


def test_a_refusal_names_the_request_and_has_the_notification(play: Play) -> None:
    frame = {"type": "AgentContactEndFailed", "reason": "NO_CALL", "interactionId": "c/1"}
    why = refused("NO_CALL", trackingId="t1", data=frame)
    *_, came = play(SEND % ("contact", "end", TASK), replies={"/v1/tasks/c%2F1/end": [why]})
    details = {"type": "AgentContactEndFailed", "orgId": "o1", "trackingId": "t1", "data": frame}
    assert came == {
        "message": "Service.aqm.contact.end: NO_CALL",
        "id": "Service.aqm.contact.end",
        "details": details,
    }


def test_an_error_of_the_program_is_not_a_refusal(play: Play) -> None:
    *_, came = play(SEND % ("contact", "end", TASK), replies={"/v1/tasks/c%2F1/end": [crash("TypeError")]})
    assert came == {"message": "TypeError"}
