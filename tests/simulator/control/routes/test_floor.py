"""Customers and phones on the control plane: by its client, over its own application, on a tenant at work."""

from __future__ import annotations

from datetime import timedelta

import pytest

from deskproof.simulator.control.client import ControlError, Conversation, FactNotSeen, Phone, TenantControl
from deskproof.simulator.domain import commands
from deskproof.simulator.domain.conversations.model import Destination, DestinationKind
from deskproof.simulator.domain.sessions.model import AgentState
from deskproof.simulator.domain.values import AgentId
from deskproof.simulator.runtime.tenancy import Tenancy
from tests.simulator.control.routes.conftest import CUSTOMER, NINE, NUMBER, sign_in


def test_a_customer_calls_waits_and_hangs_up(tenant: TenantControl) -> None:
    id_ = tenant.customer_calls(queue="support", number=CUSTOMER)
    tenant.advance(seconds=5)
    assert tenant.conversations() == (
        Conversation(
            id=id_, channel="voice", direction="inbound", queue="support", number=CUSTOMER, dialled="", state="queued",
            agent=None, colleagues=(), consult=None, consulted=None, wrapping_up=(), recording="on",
            transferred_to=None, monitored_by=(), created_at=NINE, since=NINE,
        ),
    )  # fmt: skip
    tenant.customer_hangs_up(id_)
    assert tenant.conversations() == ()
    assert [entry.name for entry in tenant.journal()] == [
        "CustomerCalls", "CustomerCalled", "CustomerHangsUp", "OfferWithdrawn",
    ]  # fmt: skip


def test_a_phone_rings_and_is_answered(tenant: TenantControl, tenancy: Tenancy) -> None:
    sign_in(tenancy, "ada", available=True)
    assert tenant.phones() == (Phone(number=NUMBER, agent="ada", ready=True, rings=None, conversation=None),)
    id_ = tenant.customer_calls(queue="support", number=CUSTOMER)
    assert tenant.phones() == (Phone(number=NUMBER, agent="ada", ready=True, rings="conversation", conversation=id_),)
    tenant.advance(seconds=3)
    tenant.answer_phone("12015550111")
    (conversation,) = tenant.conversations()
    assert (conversation.agent, conversation.state) == ("ada", "connected")
    assert conversation.since == NINE + timedelta(seconds=3)
    assert tenant.phones()[0].rings is None
    assert tenant.wait_for("ConversationConnected", agent="ada").data["id"] == id_


def test_a_phone_that_is_not_ready_lets_the_call_go_by(tenant: TenantControl, tenancy: Tenancy) -> None:
    sign_in(tenancy, "ada", available=True)
    tenant.set_phone(NUMBER, ready=False)
    tenant.customer_calls(queue="support", number=CUSTOMER)
    assert tenant.phones() == (Phone(number=NUMBER, agent="ada", ready=False, rings=None, conversation=None),)
    with pytest.raises(ControlError, match="is not ringing") as refused:
        tenant.answer_phone(NUMBER)
    assert refused.value.status == 409
    tenant.advance(seconds=18)
    tenant.wait_for("AgentStateChanged", agent="ada", state="RONA")
    tenant.set_phone(NUMBER, ready=True)
    assert tenant.phones()[0].ready


def test_an_unused_phone_is_listed_when_it_is_not_ready(tenant: TenantControl) -> None:
    tenant.set_phone("1001", ready=False)
    assert tenant.phones() == (Phone(number="1001", agent=None, ready=False, rings=None, conversation=None),)


def test_a_phone_rings_for_monitoring(tenant: TenantControl, tenancy: Tenancy) -> None:
    sign_in(tenancy, "ada", available=True)
    id_ = tenant.customer_calls(queue="support", number=CUSTOMER)
    tenant.answer_phone(NUMBER)
    sign_in(tenancy, "signe", "+12015550112")
    signe = tenant.people["signe"].agent_id
    tenancy.submit(
        commands.StartMonitoring(monitoring_id="m1", agent_id=signe, conversation_id=id_),  # type: ignore[arg-type]
        cause="test",
    )
    assert tenant.phones()[1] == Phone(
        number="+12015550112", agent="signe", ready=True, rings="monitoring", conversation=id_
    )  # fmt: skip
    assert tenant.conversations()[0].monitored_by == ("signe",)
    tenant.answer_phone("+12015550112")
    tenant.wait_for("MonitoringStarted", supervisor="signe")


@pytest.mark.parametrize(
    ("queue", "number", "status", "sentence"),
    [
        ("nowhere", CUSTOMER, 422, 'There is no queue "nowhere"; there are: support, sales, returns, chat'),
        ("support", "anonymous", 422, 'number is "anonymous"; expected E.164 such as +12015532447, or an extension'),
    ],
)
def test_a_call_that_cannot_be_is_refused_in_a_sentence(
    tenant: TenantControl, queue: str, number: str, status: int, sentence: str
) -> None:
    with pytest.raises(ControlError) as refused:
        tenant.customer_calls(queue=queue, number=number)
    assert refused.value.status == status
    assert str(refused.value).startswith(sentence)


@pytest.mark.parametrize(
    "asked",
    [
        {"queue": "support"},
        {"number": CUSTOMER},
        {"number": CUSTOMER, "queue": "support", "dials": "+12015550190"},
        {"number": CUSTOMER, "queue": "support", "customer": "Eva"},
        {"customer": "Eva"},
        {"customer": "Eva", "dials": "+12015550190"},
    ],
)
def test_a_contact_is_a_call_or_is_written(tenant: TenantControl, asked: dict[str, str]) -> None:
    with pytest.raises(ControlError, match="A call has number and either queue or dials") as refused:
        tenant._call("POST", "/conversations", body=asked)
    assert refused.value.status == 422


def test_a_customer_dials_writes_and_is_shown_with_everybody_in_it(tenant: TenantControl, tenancy: Tenancy) -> None:
    sign_in(tenancy, "ada", available=True)
    dialled = tenant.customer_calls(dials="+12015550190", number=CUSTOMER)
    tenant.answer_phone(NUMBER)
    consult = commands.StartConsult(
        consult_id="x",
        agent_id=AgentId(tenant.people["ada"].agent_id),
        conversation_id=dialled,
        to=Destination(kind=DestinationKind.DIAL_NUMBER, id="+12015550170"),
    )
    tenancy.submit(consult, cause="test")
    written = tenant.customer_writes(queue="chat", customer="Eva")
    first, second = tenant.conversations()
    assert (first.id, first.dialled, first.consult, first.consulted) == (
        dialled,
        "+12015550190",
        "offered",
        "+12015550170",
    )
    assert (second.id, second.channel, second.number, second.agent) == (written, "chat", "Eva", "ada")


def test_a_campaign_gives_an_agent_a_customer(tenant: TenantControl, tenancy: Tenancy) -> None:
    with pytest.raises(ControlError, match='There is no agent "nobody"; there are: ada, bo') as unknown:
        tenant.offer_preview(campaign="spring", agent="nobody", number=CUSTOMER)
    with pytest.raises(ControlError, match="The agent is not available") as refused:
        tenant.offer_preview(campaign="spring", agent="ada", number=CUSTOMER)
    assert (unknown.value.status, refused.value.status) == (422, 409)
    sign_in(tenancy, "ada", available=True)
    preview = tenant.offer_preview(campaign="spring", agent="ada", number=CUSTOMER)
    (conversation,) = tenant.conversations()
    assert (conversation.id, conversation.direction, conversation.agent) == (preview, "outbound", "ada")
    assert tenant.phones()[0].rings is None


def test_who_writes_has_a_name_of_two_hundred_characters_at_most(tenant: TenantControl) -> None:
    tenant.customer_writes(queue="chat", customer="n" * 200)
    with pytest.raises(ControlError, match="customer") as refused:
        tenant.customer_writes(queue="chat", customer="n" * 201)
    assert refused.value.status == 422


def test_a_phone_declines_and_hangs_up(tenant: TenantControl, tenancy: Tenancy) -> None:
    sign_in(tenancy, "ada", available=True)
    tenant.customer_calls(queue="support", number=CUSTOMER)
    tenant.decline_phone(NUMBER)
    tenant.wait_for("OfferDeclined", agent="ada")
    with pytest.raises(ControlError, match="is not ringing"):
        tenant.decline_phone(NUMBER)
    with pytest.raises(ControlError, match="Nobody talks at the phone"):
        tenant.hang_up_phone(NUMBER)
    tenancy.submit(
        commands.ChangeAgentState(
            agent_id=AgentId(tenant.people["ada"].agent_id), state=AgentState.AVAILABLE, idle_code_id=None
        ),
        cause="test",
    )
    tenant.answer_phone(NUMBER)
    tenant.hang_up_phone(NUMBER)
    tenant.wait_for("ConversationEnded", agent="ada")


def test_an_unknown_conversation_or_number_is_refused_in_a_sentence(tenant: TenantControl) -> None:
    with pytest.raises(ControlError, match=r"^There is no conversation conversation-0009\.$") as unknown:
        tenant.customer_hangs_up("conversation-0009")
    assert unknown.value.status == 404
    with pytest.raises(ControlError, match=r'^number is "bell"; expected E\.164') as unfit:
        tenant.answer_phone("bell")
    assert unfit.value.status == 422


def test_a_customer_who_hears_nothing_is_reported_after_a_bounded_wait(tenant: TenantControl) -> None:
    call = tenant.customer_calls(queue="support", number=CUSTOMER)
    with pytest.raises(FactNotSeen, match=rf"heard nothing in {call} within 0.01 seconds; 0 packets"):
        tenant.heard(call, timeout_seconds=0.01)
    with pytest.raises(ControlError, match="There is no conversation nowhere"):
        tenant.heard("nowhere")


def test_the_phones_of_numbers_in_calls_are_listed(tenant: TenantControl, tenancy: Tenancy) -> None:
    sign_in(tenancy, "ada", available=True)
    call = tenant.customer_calls(queue="support", number=CUSTOMER)
    tenant.answer_phone(NUMBER)
    ada, expert = AgentId(tenant.people["ada"].agent_id), "+12015550170"
    to = Destination(kind=DestinationKind.DIAL_NUMBER, id=expert)

    def phone(rings: str | None) -> Phone:
        return Phone(number=expert, agent=None, ready=True, rings=rings, conversation=call)

    tenancy.submit(commands.StartConsult(consult_id="x", agent_id=ada, conversation_id=call, to=to), cause="test")
    assert tenant.phones()[1:] == (phone("consultation"),)
    tenant.answer_phone(expert)
    assert tenant.phones()[1:] == (phone(None),)
    tenancy.submit(commands.StartConference(agent_id=ada, conversation_id=call), cause="test")
    assert tenant.phones()[1:] == (phone(None),)
    tenant.set_phone(expert, ready=False)
    assert [one.ready for one in tenant.phones()[1:]] == [False]
    tenant.hang_up_phone(expert)
    tenant.set_phone(expert, ready=True)
    assert tenant.phones()[1:] == ()


def test_a_customer_who_is_called_has_a_phone(tenant: TenantControl, tenancy: Tenancy) -> None:
    sign_in(tenancy, "ada", available=True)
    call = tenant.offer_preview(campaign="spring", agent="ada", number=CUSTOMER)
    ada = AgentId(tenant.people["ada"].agent_id)
    tenancy.submit(commands.AcceptPreview(agent_id=ada, campaign="spring", conversation_id=call), cause="test")
    assert tenant.phones()[1:] == (
        Phone(number=CUSTOMER, agent=None, ready=True, rings="conversation", conversation=call),
    )
    tenant.answer_phone(CUSTOMER)
    assert tenant.phones()[1:] == ()


def test_a_call_goes_on_at_the_number_that_it_was_transferred_to(tenant: TenantControl, tenancy: Tenancy) -> None:
    sign_in(tenancy, "ada", available=True)
    call = tenant.customer_calls(queue="support", number=CUSTOMER)
    tenant.answer_phone(NUMBER)
    ada, expert = AgentId(tenant.people["ada"].agent_id), "+12015550170"
    to = Destination(kind=DestinationKind.DIAL_NUMBER, id=expert)
    tenancy.submit(commands.TransferConversation(agent_id=ada, conversation_id=call, to=to), cause="test")
    assert [(one.number, one.rings) for one in tenant.phones()] == [(NUMBER, None), (expert, "transfer")]
    tenant.answer_phone(expert)
    assert tenant.heard(call, listener=expert) == pytest.approx(1_000, abs=1)
    code = next(code.id for code in tenancy.configuration.auxiliary_codes if code.key == "solved")
    tenancy.submit(commands.WrapUpConversation(agent_id=ada, conversation_id=call, code_id=code), cause="test")
    (conversation,) = tenant.conversations()
    assert (conversation.state, conversation.agent, conversation.transferred_to) == ("ended", None, expert)
    tenant.customer_hangs_up(call)
    assert tenant.conversations() == ()
    assert [one.number for one in tenant.phones()] == [NUMBER]


def tone(tenancy: Tenancy, key: str) -> float:
    """What an agent at a phone sounds like: from 1700 Hz by 100 in the order of the people."""
    return 1_700 + 100 * [person.key for person in tenancy.configuration.people].index(key)


def test_each_listener_hears_the_others_in_a_call(tenant: TenantControl, tenancy: Tenancy) -> None:
    sign_in(tenancy, "ada", available=True)
    call = tenant.customer_calls(queue="support", number=CUSTOMER)
    tenant.answer_phone(NUMBER)
    assert tenant.heard(call) == pytest.approx(tone(tenancy, "ada"), abs=1)
    assert tenant.heard(call, listener="ada") == pytest.approx(1_000, abs=1)

    ada = AgentId(tenant.people["ada"].agent_id)
    to = Destination(kind=DestinationKind.DIAL_NUMBER, id="+12015550142")
    tenancy.submit(commands.StartConsult(consult_id="x", agent_id=ada, conversation_id=call, to=to), cause="test")
    assert tenant.frequencies(call, listener="ada", expected=[]) == ()
    tenant.answer_phone("+12015550142")
    assert sorted(tenant.frequencies(call)) == pytest.approx([300, 550], abs=1)
    assert tenant.frequencies(call, listener="ada") == pytest.approx((3_500,), abs=1)
    assert tenant.heard(call, listener="+12015550142") == pytest.approx(tone(tenancy, "ada"), abs=1)

    tenancy.submit(commands.StartConference(agent_id=ada, conversation_id=call), cause="test")
    of_all = {None: 1_000, "ada": tone(tenancy, "ada"), "+12015550142": 3_500}
    for listener in of_all:
        others = [hertz for who, hertz in of_all.items() if who != listener]
        assert sorted(tenant.frequencies(call, listener=listener, expected=others)) == pytest.approx(
            sorted(others), abs=1
        )


def test_what_was_not_heard_in_time_is_told_with_what_was(tenant: TenantControl, tenancy: Tenancy) -> None:
    sign_in(tenancy, "ada", available=True)
    call = tenant.customer_calls(queue="support", number=CUSTOMER)
    tenant.answer_phone(NUMBER)
    sentence = (
        f"ada did not hear exactly 300 Hz and 550 Hz in {call} within 0.5 seconds, but last 1000 Hz; "
        "0 packets of sound have arrived so far."
    )
    with pytest.raises(FactNotSeen) as unheard:
        tenant.frequencies(call, listener="ada", expected=[550, 300], timeout_seconds=0.5)
    assert str(unheard.value).startswith(sentence)
    with pytest.raises(FactNotSeen, match=f"^The customer did not hear exactly silence in {call} within 0.01 seconds"):
        tenant.frequencies(call, expected=[], timeout_seconds=0.01)
    with pytest.raises(FactNotSeen, match=f"^bo heard nothing in {call} within 0.01 seconds"):
        tenant.heard(call, listener="bo", timeout_seconds=0.01)


def test_only_people_and_numbers_listen(tenant: TenantControl) -> None:
    call = tenant.customer_calls(queue="support", number=CUSTOMER)
    with pytest.raises(ControlError, match=r'^listener is "zoe"; expected a number or the key of an agent: ada, bo,'):
        tenant.heard(call, listener="zoe")
