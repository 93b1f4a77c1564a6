"""Who hears whom, for each state of a call."""

from dataclasses import replace

import pytest

from deskproof.simulator.domain.configuration import Channel
from deskproof.simulator.domain.conversations.model import (
    ANSWERED,
    Colleague,
    Consult,
    ConsultState,
    Conversation,
    ConversationState,
    Destination,
    DestinationKind,
    Onward,
)
from deskproof.simulator.domain.conversations.sound import SourceKind, who_hears_what
from deskproof.simulator.domain.monitoring.model import Monitoring, MonitoringState
from deskproof.simulator.domain.values import AgentId, Instant

NOW = Instant(0)
CALL = Conversation(
    id="c1", queue="support", customer="+46701740605", state=ConversationState.CONNECTED, created_at=NOW, since=NOW,
    agent_id=AgentId("ada"),
)  # fmt: skip
HELD = replace(CALL, state=ConversationState.HELD)
BO, PHONE = Colleague(joined_at=NOW, agent_id=AgentId("bo")), Colleague(joined_at=NOW, number="+4612")
CONFERENCE = replace(CALL, colleagues=(BO, PHONE))
HEARS_NOTHING = ""


def consult(state: ConsultState = ConsultState.ACTIVE, *, by: str = "ada", asked: str = "eve") -> Consult:
    who = AgentId(asked) if asked.isalpha() else None
    to = Destination(kind=DestinationKind.AGENT, id=asked)
    dialled = "" if who else asked
    return Consult(
        id="x1", by=AgentId(by), destination=to, state=state, since=NOW, agent_id=who, number=dialled
    )  # fmt: skip


def monitoring(state: MonitoringState, supervisor: str = "lars", conversation: str = "c1") -> Monitoring:
    return Monitoring(
        id="m1", supervisor_id=AgentId(supervisor), conversation_id=conversation, state=state, since=NOW
    )  # fmt: skip


def heard(conversation: Conversation, *monitorings: Monitoring) -> dict[str, str]:
    """What each hears, in words: the id of an agent or a number, or the kind of source."""
    table = who_hears_what(conversation, monitorings)
    return {
        one.id or one.kind.value: " ".join(sorted(source.id or source.kind.value for source in sources))
        for one, sources in table.items()
    }


@pytest.mark.parametrize("state", [ConversationState.WRAP_UP, ConversationState.ENDED])
def test_after_a_transfer_customer_and_number_hear_each_other_once_it_has_answered(state: ConversationState) -> None:
    rings = replace(CALL, state=state, onward=Onward(number="+4612", answered=False))
    assert heard(rings) == {}
    talks = replace(rings, onward=Onward(number="+4612", answered=True))
    assert heard(talks) == {"customer": "+4612", "+4612": "customer"}


@pytest.mark.parametrize("state", [state for state in ConversationState if state not in ANSWERED])
def test_before_and_after_the_call_nobody_hears_anything(state: ConversationState) -> None:
    assert heard(replace(CALL, state=state), monitoring(MonitoringState.ACTIVE)) == {}


@pytest.mark.parametrize("channel", [channel for channel in Channel if channel is not Channel.VOICE])
def test_what_is_written_has_no_sound(channel: Channel) -> None:
    assert heard(replace(CALL, channel=channel)) == {}


@pytest.mark.parametrize(
    ("conversation", "expected"),
    [
        pytest.param(CALL, {"customer": "ada", "ada": "customer"}, id="connected"),
        pytest.param(replace(CALL, customer_joined=False), {"ada": HEARS_NOTHING}, id="customer is called"),
        pytest.param(HELD, {"customer": "hold music", "ada": HEARS_NOTHING}, id="held"),
        pytest.param(
            CONFERENCE,
            {
                "customer": "+4612 ada bo", "ada": "+4612 bo customer", "bo": "+4612 ada customer",
                "+4612": "ada bo customer",
            },
            id="conference",
        ),
        pytest.param(
            replace(CONFERENCE, state=ConversationState.HELD),
            {"customer": "hold music", "ada": "+4612 bo", "bo": "+4612 ada", "+4612": "ada bo"},
            id="held conference",
        ),
    ],
)  # fmt: skip
def test_everybody_hears_the_others_and_who_is_on_hold_hears_music(
    conversation: Conversation, expected: dict[str, str]
) -> None:
    assert heard(conversation) == expected


@pytest.mark.parametrize("asked", ["eve", "+4634"])
def test_in_a_consultation_two_talk_while_the_customer_hears_music(asked: str) -> None:
    talking = replace(HELD, consult=consult(asked=asked))
    assert heard(talking) == {"customer": "hold music", "ada": asked, asked: "ada"}


@pytest.mark.parametrize("state", [state for state in ConsultState if state is not ConsultState.ACTIVE])
def test_who_has_not_answered_a_consultation_is_not_heard(state: ConsultState) -> None:
    assert heard(replace(HELD, consult=consult(state))) == {"customer": "hold music", "ada": HEARS_NOTHING}


def test_who_is_consulted_hears_music_while_the_customer_is_talked_to() -> None:
    resumed = replace(CALL, consult=consult())
    assert heard(resumed) == {"customer": "ada", "ada": "customer", "eve": "hold music"}


@pytest.mark.parametrize(("by", "stays"), [("ada", "bo"), ("bo", "ada")])
def test_who_consults_beside_a_conference_is_not_in_it(by: str, stays: str) -> None:
    assert heard(replace(CONFERENCE, consult=consult(by=by))) == {
        "customer": f"+4612 {stays}", stays: "+4612 customer", "+4612": f"{stays} customer", by: "eve", "eve": by,
    }  # fmt: skip


def test_who_goes_back_from_a_consultation_to_the_conference_is_in_it_again() -> None:
    waiting = replace(CONFERENCE, colleagues=(BO,), consult=replace(consult(), waits=True))
    assert heard(waiting) == {
        "customer": "ada bo", "ada": "bo customer", "bo": "ada customer", "eve": "hold music"
    }  # fmt: skip


@pytest.mark.parametrize("state", [MonitoringState.REQUESTED, MonitoringState.PAUSED, MonitoringState.ENDED])
def test_a_supervisor_who_does_not_listen_hears_nothing(state: MonitoringState) -> None:
    assert heard(CALL, monitoring(state)) == heard(CALL)


def test_monitoring_of_another_call_changes_nothing() -> None:
    assert heard(CALL, monitoring(MonitoringState.BARGED_IN, conversation="c2")) == heard(CALL)


@pytest.mark.parametrize(
    ("state", "conversation", "expected"),
    [
        (MonitoringState.ACTIVE, CALL, {"customer": "ada", "ada": "customer", "lars": "ada customer"}),
        (MonitoringState.WHISPERING, CALL, {"customer": "ada", "ada": "customer lars", "lars": "ada customer"}),
        (MonitoringState.BARGED_IN, CALL, {"customer": "ada lars", "ada": "customer lars", "lars": "ada customer"}),
        (MonitoringState.ACTIVE, HELD, {"customer": "hold music", "ada": "", "lars": "ada"}),
        (MonitoringState.BARGED_IN, HELD, {"customer": "hold music", "ada": "lars", "lars": "ada"}),
        (
            MonitoringState.WHISPERING,
            CONFERENCE,
            {
                "customer": "+4612 ada bo", "ada": "+4612 bo customer lars", "bo": "+4612 ada customer lars",
                "+4612": "ada bo customer", "lars": "+4612 ada bo customer",
            },
        ),
        (
            MonitoringState.BARGED_IN,
            CONFERENCE,
            {
                "customer": "+4612 ada bo lars", "ada": "+4612 bo customer lars", "bo": "+4612 ada customer lars",
                "+4612": "ada bo customer lars", "lars": "+4612 ada bo customer",
            },
        ),
        (
            MonitoringState.BARGED_IN,
            replace(HELD, consult=consult()),
            {"customer": "hold music", "ada": "eve lars", "eve": "ada", "lars": "ada eve"},
        ),
    ],
)  # fmt: skip
def test_a_supervisor_hears_the_owner_and_what_the_owner_hears(
    state: MonitoringState, conversation: Conversation, expected: dict[str, str]
) -> None:
    assert heard(conversation, monitoring(state)) == expected


def test_two_supervisors_hear_each_other_through_the_owner() -> None:
    both = (monitoring(MonitoringState.WHISPERING), monitoring(MonitoringState.ACTIVE, "maj"))
    assert heard(CALL, *both) == {
        "customer": "ada", "ada": "customer lars", "lars": "ada customer", "maj": "ada customer lars",
    }  # fmt: skip


def test_nobody_hears_themselves() -> None:
    table = who_hears_what(replace(CONFERENCE, consult=consult()), [monitoring(MonitoringState.BARGED_IN)])
    assert all(one not in sources for one, sources in table.items())
    assert {one.kind for one in table} == {SourceKind.CUSTOMER, SourceKind.AGENT, SourceKind.NUMBER}
