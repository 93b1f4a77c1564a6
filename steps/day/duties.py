"""What there is to do for the people of a script, according to the conversations and the states of the agents."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from deskproof.simulator.control.client import Conversation


class Task(StrEnum):
    """What somebody has to do."""

    ANSWER = "answer"
    ANSWER_CONSULT = "answer a consultation"
    END = "end"
    WRAP_UP = "wrap up"
    RETURN = "return"


@dataclass(frozen=True, kw_only=True)
class Duty:
    """Something to do for the person, since an instant; `conversation` is empty where it is about none."""

    person: str
    task: Task
    conversation: str = ""
    channel: str = ""
    since: datetime | None = None


_OF_OWNER = {"offered": Task.ANSWER, "connected": Task.END, "wrap-up": Task.WRAP_UP}
_OF_PHONE = (Task.ANSWER, Task.ANSWER_CONSULT)


def duties(
    conversations: Iterable[Conversation],
    states: Mapping[str, str],
    *,
    agents: Collection[str],
    phones: Collection[str],
) -> Iterator[Duty]:
    """What there is to do: everything for `agents`, and for `phones` to answer calls. `states` are the agents' own."""
    for conversation in conversations:
        for duty in _of(conversation):
            rings = duty.task in _OF_PHONE and duty.channel == "voice"
            if duty.person in agents or (duty.person in phones and rings):
                yield duty
    for person, state in states.items():
        if person in agents and state == "RONA":
            yield Duty(person=person, task=Task.RETURN)


def _of(conversation: Conversation) -> Iterator[Duty]:
    id_, channel, since = conversation.id, conversation.channel, conversation.since
    if conversation.agent is not None and conversation.state in _OF_OWNER:
        task = _OF_OWNER[conversation.state]
        yield Duty(person=conversation.agent, task=task, conversation=id_, channel=channel, since=since)
    if conversation.consulted is not None and conversation.consult == "offered":
        yield Duty(person=conversation.consulted, task=Task.ANSWER_CONSULT, conversation=id_, channel=channel)
    for person in conversation.wrapping_up:
        yield Duty(person=person, task=Task.WRAP_UP, conversation=id_, channel=channel)
