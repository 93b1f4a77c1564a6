"""Who hears whom in a call: one answer for each state of it (docs/decisions/0054-sound-that-is-mixed.md)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from deskproof.simulator.domain.configuration import Channel
from deskproof.simulator.domain.conversations.model import (
    ANSWERED,
    Consult,
    ConsultState,
    Conversation,
    ConversationState,
)
from deskproof.simulator.domain.monitoring.model import Monitoring, MonitoringState


class SourceKind(StrEnum):
    """What can be heard in a call."""

    CUSTOMER = "customer"
    AGENT = "agent"
    NUMBER = "number"
    HOLD_MUSIC = "hold music"


@dataclass(frozen=True, kw_only=True)
class Source:
    """Somebody in a call, or hold music. `id` is that of an agent or a number, and empty otherwise."""

    kind: SourceKind
    id: str = ""


CUSTOMER = Source(kind=SourceKind.CUSTOMER)
HOLD_MUSIC = Source(kind=SourceKind.HOLD_MUSIC)

_LISTENS = (MonitoringState.ACTIVE, MonitoringState.WHISPERING, MonitoringState.BARGED_IN)


def agent(id_: str) -> Source:
    """The agent with this id."""
    return Source(kind=SourceKind.AGENT, id=id_)


def number(digits: str) -> Source:
    """Whoever answered at this number."""
    return Source(kind=SourceKind.NUMBER, id=digits)


def who_hears_what(
    conversation: Conversation, monitorings: Iterable[Monitoring] = ()
) -> Mapping[Source, frozenset[Source]]:
    """What each listener hears; who is not in it hears nothing. `monitorings` are those of this conversation, and may
    be others as well.
    """
    if (onward := conversation.onward) is not None and onward.answered:
        outside = number(onward.number)
        return {CUSTOMER: frozenset({outside}), outside: frozenset({CUSTOMER})}
    if conversation.channel is not Channel.VOICE or conversation.state not in ANSWERED:
        return {}
    held = conversation.state is ConversationState.HELD
    agents = {agent(id_) for id_ in conversation.agents}
    numbers = {number(one.number) for one in conversation.colleagues if one.agent_id is None}
    talking, aside, waiting = agents | numbers, set[Source](), set[Source]()
    if conversation.customer_joined:
        (waiting if held else talking).add(CUSTOMER)
    if (consult := conversation.consult) is not None:
        if (held or conversation.colleagues) and not conversation.consult_waits:
            talking.discard(agent(consult.by))
            aside = {agent(consult.by), *_consulted(consult)}
        else:
            waiting |= _consulted(consult)
    hears = {one: room - {one} for room in (talking, aside) for one in room}
    hears |= {one: {HOLD_MUSIC} for one in waiting}
    _monitor(hears, agents, talking | agents, conversation, monitorings)
    return {one: frozenset(sources) for one, sources in hears.items()}


def _consulted(consult: Consult) -> set[Source]:
    if consult.state is not ConsultState.ACTIVE:
        return set()
    return {number(consult.number) if consult.agent_id is None else agent(consult.agent_id)}


def _monitor(
    hears: dict[Source, set[Source]],
    agents: set[Source],
    everybody: set[Source],
    conversation: Conversation,
    monitorings: Iterable[Monitoring],
) -> None:
    """Add supervisors: who hears them, then what they hear, which is the owner and all that the owner hears. Who is on
    hold or only consulted is not in `everybody`.
    """
    owner = agent(conversation.agents[0])
    listening = [one for one in monitorings if one.conversation_id == conversation.id and one.state in _LISTENS]
    for task in listening:
        heard_by = {MonitoringState.WHISPERING: agents, MonitoringState.BARGED_IN: everybody}.get(task.state, set())
        for one in heard_by:
            hears[one].add(agent(task.supervisor_id))
    for task in listening:
        supervisor = agent(task.supervisor_id)
        hears[supervisor] = ({owner} | hears[owner]) - {supervisor}
