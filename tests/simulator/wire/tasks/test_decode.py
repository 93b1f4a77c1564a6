"""Requests about tasks and monitoring, to commands; those that do not fit are refused with the reason."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from deskproof.simulator.domain import commands
from deskproof.simulator.domain.commands import Command
from deskproof.simulator.wire.kernel.request import Place, WireRequest
from deskproof.simulator.wire.kernel.shapes import BadRequest, NoQuery, body_of
from deskproof.simulator.wire.monitoring.catalogue import MONITORING_OPERATIONS
from deskproof.simulator.wire.monitoring.decode import (
    end_monitoring,
    hold_monitoring,
    start_monitoring,
    unhold_monitoring,
)
from deskproof.simulator.wire.tasks.catalogue import TASK_OPERATIONS
from deskproof.simulator.wire.tasks.decode import end, hold, unhold, wrap_up
from tests.simulator.domain.story import AGENTS, Story

ADA = AGENTS["ada"]
PLACE = Place(org_id="the-organisation", name="t-0001", desktop="http://d", identity="http://i", teams="http://e")
OF = {operation.name: operation for operation in (*TASK_OPERATIONS, *MONITORING_OPERATIONS)}


def request(operation: str, body: str = "{}") -> WireRequest:
    story = Story()
    return WireRequest(
        place=PLACE, state=story.state, now=story.now, next_id=str, agent_id=ADA, path={"taskId": "c1"},
        query=NoQuery(), body=body_of(OF[operation].body, body.encode()),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("operation", "decoded", "body", "command"),
    [
        ("hold", hold, "{}", commands.HoldConversation),
        ("hold", hold, '{"mediaResourceId": "c1"}', commands.HoldConversation),
        ("unhold", unhold, '{"mediaResourceId": "c1"}', commands.ResumeConversation),
        ("end", end, "{}", commands.EndConversation),
        ("monitor hold", hold_monitoring, "{}", commands.PauseMonitoring),
        ("monitor unhold", unhold_monitoring, "{}", commands.ResumeMonitoring),
        ("monitor end", end_monitoring, "{}", commands.EndMonitoring),
    ],
)
def test_the_command_is_about_the_task_in_the_path(
    operation: str, decoded: Callable[[WireRequest], Command], body: str, command: type[Any]
) -> None:
    assert decoded(request(operation, body)) == command(agent_id=ADA, conversation_id="c1")


def test_wrap_up_carries_the_code() -> None:
    wrapped_up = wrap_up(request("wrapup", '{"wrapUpReason": "Solved", "auxCodeId": "code-1"}'))
    assert wrapped_up == commands.WrapUpConversation(agent_id=ADA, conversation_id="c1", code_id="code-1")


def test_another_medium_that_is_resumed_is_the_consultation_to_go_back_from() -> None:
    command = unhold(request("unhold", '{"mediaResourceId": "consult-1"}'))
    assert command == commands.ResumeConversation(
        agent_id=command.agent_id, conversation_id="c1", consult_id="consult-1"
    )


def test_a_monitoring_request_names_its_task_in_the_body() -> None:
    body = '{"id": "m1", "monitorType": "midcall", "taskId": "c7", "trackingId": "x", "invisibleMode": true}'
    started = start_monitoring(request("monitor", body))
    assert started == commands.StartMonitoring(monitoring_id="m1", agent_id=ADA, conversation_id="c7")


@pytest.mark.parametrize(
    ("operation", "body", "says"),
    [
        ("hold", '{"mediaResourceId": "c2"}', 'one medium that can be held, "c1"'),
        ("monitor", '{"id": "m1", "monitorType": "adhoc", "agents": ["a"]}', "expected midcall"),
        ("monitor", '{"id": "m1", "monitorType": "midcall"}', "taskId is missing"),
        ("monitor", '{"monitorType": "midcall", "taskId": "c1"}', "id"),
        ("monitor", '{"id": "m1", "monitorType": "loudly", "taskId": "c1"}', "monitorType"),
        ("wrapup", '{"auxCodeId": "code-1"}', "wrapUpReason"),
    ],
)
def test_a_body_that_does_not_fit_is_a_bad_request(operation: str, body: str, says: str) -> None:
    of = {"hold": hold, "monitor": start_monitoring, "wrapup": wrap_up}
    with pytest.raises(BadRequest, match=says):
        of[operation](request(operation, body))


@pytest.mark.parametrize(("length", "good"), [(0, False), (1, True), (36, True), (37, False)])
def test_a_monitoring_request_has_an_id_of_36_characters_at_most(length: int, good: bool) -> None:
    body = json.dumps({"id": "m" * length, "monitorType": "midcall", "taskId": "c7"})
    if good:
        command = start_monitoring(request("monitor", body))
        assert command == commands.StartMonitoring(monitoring_id="m" * length, agent_id=ADA, conversation_id="c7")
    else:
        with pytest.raises(BadRequest, match="id"):
            start_monitoring(request("monitor", body))
