"""The vendor's published client in calls of several agents: consultation, transfer, conference; and chats, recordings,
calls to customers.

What this run exercises is what the entries of the wire marked with it may call compared (docs/fidelity.md).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from deskproof.simulator.control.client import TenantControl
from deskproof.simulator.wire.catalogue import FRAMES, OPERATIONS
from deskproof.simulator.wire.kernel.provenance import RAN_SHARED_CALLS
from tests.sdk.conftest import Application, misfits
from tests.sdk.test_phone_call import CUSTOMER, NUMBER, Agent, opened, turn_available, wraps_up

BO_NUMBER, EXPERT = "+12015532448", "+12015550170"

Open = Callable[[str], Application]


@pytest.fixture(autouse=True)
def _nothing_unknown(tenant: TenantControl) -> Iterator[None]:
    """Nothing the client asked for was unknown to the catalogue, and nothing did not fit it."""
    yield
    assert misfits(tenant) == []


def at_work(open_application: Open, key: str, number: str) -> Agent:
    """An agent on the phone and Available."""
    agent = opened(open_application, key)
    station = {"teamId": agent.profile["teams"][0]["id"], "loginOption": "AGENT_DN", "dialNumber": number}
    agent.application.call("stationLogin", station)
    turn_available(agent)
    return agent


def to_agent(agent: Agent) -> dict[str, str]:
    return {"to": agent.application.person.agent_id, "destinationType": "agent"}


def to_queue(agent: Agent, name: str) -> dict[str, str]:
    queues = agent.application.call("getQueues")["data"]
    return {"to": next(queue["id"] for queue in queues if queue["name"] == name), "destinationType": "queue"}


TO_EXPERT = {"to": EXPERT, "destinationType": "dialNumber"}
NOWHERE = {"to": "nowhere", "destinationType": "queue"}
END = {"isConsult": True}


def test_what_is_marked_as_compared_is_exercised(open_application: Open, tenant: TenantControl) -> None:
    """Everything in one sitting; afterwards the traffic names exactly the entries marked with this test."""
    ada = at_work(open_application, "ada", NUMBER)
    call = tenant.customer_calls(dials="+12015550190", number=CUSTOMER)
    ada.event("task:incoming")
    tenant.answer_phone(NUMBER)
    ada.event("task:assigned")
    bo = at_work(open_application, "bo", BO_NUMBER)

    ada.does(call, "pauseRecording")
    assert ada.event("task:recordingPaused")["interaction"]["callProcessingDetails"]["isPaused"] == "true"
    assert ada.is_refused(call, "pauseRecording")
    ada.does(call, "resumeRecording", {"autoResumed": False})
    ada.event("task:recordingResumed")
    assert ada.is_refused(call, "resumeRecording", {"autoResumed": False})

    # Consultations that come to nothing: an agent who is not there, a queue that is none, a number that is left again,
    # an agent who declines, a queue that is left.
    assert ada.is_refused(call, "consult", {"to": "nobody", "destinationType": "agent"})
    assert ada.is_refused(call, "consult", NOWHERE)
    ada.does(call, "consult", TO_EXPERT)
    tenant.answer_phone(EXPERT)
    assert ada.event("task:consulting")["interaction"]["media"][call]["isHold"] is True
    ada.does(call, "endConsult", END)
    ada.event("task:consultEnd")
    ada.does(call, "consult", to_agent(bo))
    assert bo.event("task:offerConsult")["isConsulted"] is True
    tenant.decline_phone(BO_NUMBER)
    assert bo.event("task:rejected") == "AGENT_DECLINED"
    assert ada.event("task:consultEnd")["interaction"]["media"][call]["isHold"] is True
    ada.does(call, "consult", to_queue(ada, "Support Line"))
    queue = {**END, "queueId": to_queue(ada, "Support Line")["to"]}
    ada.does(call, "endConsult", queue)
    ada.event("task:consultQueueCancelled")
    assert ada.is_refused(call, "endConsult", queue)
    assert ada.is_refused(call, "exitConference")
    assert ada.is_refused(call, "transferConference")

    # A conference, which its owner leaves.
    turn_available(bo)
    ada.does(call, "consult", to_agent(bo))
    bo.event("task:offerConsult")
    tenant.answer_phone(BO_NUMBER)
    bo.event("task:consultAccepted")
    ada.does(call, "consultConference")
    joined = bo.event("task:participantJoined")
    assert (joined["isConferenceInProgress"], joined["interaction"]["state"]) == (True, "conference")
    ada.does(call, "transferConference")
    assert ada.event("task:end")["wrapUpRequired"] is True
    wraps_up(ada, call, "Solved")
    assert bo.event("task:participantLeft")["isConferenceInProgress"] is False

    # Given back: to a queue, to an agent, and after a consultation.
    assert bo.is_refused(call, "transfer", NOWHERE)
    assert bo.is_refused(call, "transfer", {"to": "nobody", "destinationType": "agent"})
    bo.does(call, "transfer", to_queue(bo, "Support Line"))
    wraps_up(bo, call, "Solved")
    ada.event("task:incoming")
    tenant.answer_phone(NUMBER)
    ada.event("task:assigned")
    ada.does(call, "transfer", to_agent(bo))
    wraps_up(ada, call, "Solved")
    bo.event("task:incoming")
    tenant.answer_phone(BO_NUMBER)
    bo.event("task:assigned")
    bo.does(call, "consult", to_agent(ada))
    ada.event("task:offerConsult")
    tenant.answer_phone(NUMBER)
    ada.event("task:consultAccepted")
    bo.does(call, "consultConference")
    ada.event("task:participantJoined")
    ada.does(call, "exitConference")
    ada.event("task:end")
    wraps_up(ada, call, "Solved")
    bo.does(call, "consult", to_agent(ada))
    ada.event("task:offerConsult")
    tenant.answer_phone(NUMBER)
    ada.event("task:consultAccepted")
    bo.event("task:consulting")
    bo.does(call, "consultTransfer")
    assert ada.event("task:assigned")["interaction"]["owner"] == ada.application.person.agent_id
    wraps_up(bo, call, "Solved")
    tenant.hang_up_phone(NUMBER)
    assert ada.event("task:end")["wrapUpRequired"] is True
    wraps_up(ada, call, "Solved")

    # What is written, and a call to a customer.
    ada.application.page.evaluate("() => tasks.events.splice(0)")  # the consultations came in too
    chat = tenant.customer_writes(queue="chat", customer="Eva")
    assert ada.event("task:incoming")["mediaType"] == "chat"
    ada.does(chat, "accept")
    ada.event("task:assigned")
    assert ada.is_refused(chat, "accept")
    assert ada.application.call_rejected("startOutdial", "home", "+12015550199")
    ada.application.call("startOutdial", CUSTOMER, "+12015550199")
    outgoing = ada.event("task:incoming")
    assert outgoing["interaction"]["contactDirection"]["type"] == "OUTBOUND"
    tenant.answer_phone(NUMBER)
    tenant.answer_phone(CUSTOMER)
    ada.does(outgoing["interactionId"], "end")
    wraps_up(ada, outgoing["interactionId"], "Sale")

    # A customer of a campaign, whom the agent looks at before the call.
    preview = tenant.offer_preview(campaign="spring", agent="ada", number=CUSTOMER)
    reserved = ada.event("task:campaignPreviewReservation")
    assert (reserved["interactionId"], reserved["campaignId"]) == (preview, "spring")
    of_another = {"interactionId": preview, "campaignId": "autumn"}
    assert ada.application.call_rejected("acceptPreviewContact", of_another)["message"]
    ada.application.call("acceptPreviewContact", {**of_another, "campaignId": "spring"})
    ada.event("task:assigned")
    tenant.answer_phone(CUSTOMER)
    tenant.customer_hangs_up(preview)
    wraps_up(ada, preview, "Sale")

    marks = {entry.name: entry.compared for entry in OPERATIONS} | {entry.name: entry.compared for entry in FRAMES}
    marked = {name for name, mark in marks.items() if mark == RAN_SHARED_CALLS}
    assert {line.name for line in tenant.traffic()} & marked == marked
