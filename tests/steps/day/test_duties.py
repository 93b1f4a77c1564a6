"""What there is to do, told from conversations and states."""

from datetime import UTC, datetime
from typing import Any

import pytest

from deskproof.simulator.control.client import Conversation
from deskproof.steps.day.duties import Duty, Task, duties

AT = datetime(2026, 1, 15, 9, tzinfo=UTC)


def conversation(**given: Any) -> Conversation:
    return Conversation(
        **{
            "id": "c-1", "channel": "voice", "direction": "inbound", "queue": "support", "number": "+12015550100",
            "dialled": "", "state": "queued", "agent": None, "colleagues": (), "consult": None, "consulted": None,
            "wrapping_up": (), "recording": "on", "monitored_by": (), "transferred_to": None,
            "created_at": AT, "since": AT, **given,
        }
    )  # fmt: skip


def told(*conversations: Conversation, **states: str) -> list[Duty]:
    return list(duties(conversations, states, agents={"bo"}, phones={"ada"}))


@pytest.mark.parametrize(
    ("state", "task"), [("offered", Task.ANSWER), ("connected", Task.END), ("wrap-up", Task.WRAP_UP)]
)
def test_the_owner_does_what_the_state_asks_for(state: str, task: Task) -> None:
    assert told(conversation(agent="bo", state=state)) == [
        Duty(person="bo", task=task, conversation="c-1", channel="voice", since=AT)
    ]


@pytest.mark.parametrize("given", [{}, {"agent": "bo", "state": "held"}, {"agent": "lars", "state": "offered"}])
def test_the_others_wait(given: dict[str, Any]) -> None:
    assert told(conversation(**given)) == []


def test_who_is_consulted_answers_and_who_has_left_wraps_up() -> None:
    asked = conversation(agent="lars", state="held", consult="offered", consulted="bo")
    assert [duty.task for duty in told(asked)] == [Task.ANSWER_CONSULT]
    assert told(conversation(agent="lars", state="held", consult="active", consulted="bo")) == []
    left = conversation(agent="lars", state="connected", wrapping_up=("bo",))
    assert [duty.task for duty in told(left)] == [Task.WRAP_UP]


def test_a_phone_alone_answers_calls_and_does_nothing_else() -> None:
    assert [duty.task for duty in told(conversation(agent="ada", state="offered"))] == [Task.ANSWER]
    asked = conversation(agent="lars", state="held", consult="offered", consulted="ada")
    assert [duty.task for duty in told(asked)] == [Task.ANSWER_CONSULT]
    assert told(conversation(agent="ada", state="offered", channel="chat")) == []
    assert told(conversation(agent="ada", state="connected"), conversation(agent="ada", state="wrap-up")) == []


def test_an_agent_returns_after_an_unanswered_offer() -> None:
    assert told(bo="RONA", ada="RONA") == [Duty(person="bo", task=Task.RETURN)]
    assert told(bo="Idle") == []
