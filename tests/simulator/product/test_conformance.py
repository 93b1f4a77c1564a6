"""The catalogue is enforced: what does not fit it is a bad answer, and every refusal it names is really sent."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import httpx
import pytest

from deskproof.simulator.app import Application
from deskproof.simulator.domain.commands import ReloadSession
from deskproof.simulator.domain.configuration import Person
from deskproof.simulator.product import site
from deskproof.simulator.product.calling.lines import Client
from deskproof.simulator.product.outbox import Outbox
from deskproof.simulator.product.services import ProductServices, services_of
from deskproof.simulator.product.sockets import Socket
from deskproof.simulator.runtime.tenancy import Tenancy
from deskproof.simulator.runtime.traffic import Line, Verdict
from deskproof.simulator.wire.calling.shapes import MercuryData
from deskproof.simulator.wire.catalogue import FRAME, OPERATIONS
from deskproof.simulator.wire.kernel.frame import Data
from deskproof.simulator.wire.kernel.operation import Commands, Notifies, Operation, Reads
from deskproof.simulator.wire.kernel.paging import Items
from deskproof.simulator.wire.kernel.shapes import Accepted
from deskproof.simulator.wire.sessions.shapes import Subscription, WelcomeData
from tests.simulator.product.conftest import ADA

pytestmark = pytest.mark.anyio

BY_NAME = {operation.name: operation for operation in OPERATIONS}

BODIES: dict[str, dict[str, Any]] = {
    "station login": {"dialNumber": "1", "teamId": "nowhere", "deviceType": "AGENT_DN", "roles": ["agent"]},
    "state change": {"state": "Available", "auxCodeId": "0"},
    "buddy list": {"agentProfileId": "p", "mediaType": "telephony"},
    "monitor": {"id": "m-1", "monitorType": "midcall", "taskId": "conversation-0001"},
    "wrapup": {"auxCodeId": "none", "wrapUpReason": "none"},
    "outdial": {
        "destination": "home", "direction": "OUTBOUND", "mediaType": "telephony", "outboundType": "OUTDIAL",
    },
    "AgentConsultFailed": {"to": "nobody", "destinationType": "agent"},
    "AgentCtqFailed": {"to": "nowhere", "destinationType": "queue"},
    "AgentBlindTransferFailed": {"to": "nobody", "destinationType": "agent"},
    "AgentVteamTransferFailed": {"to": "nowhere", "destinationType": "queue"},
    "end consult AgentCtqCancelFailed": {"queueId": "nowhere"},
    "leave queue": {"agentId": ADA.agent_id, "queueId": "nowhere"},
}  # fmt: skip
"""Bodies that fit and are refused, of the operations that take one that is not empty: by operation, by the frame of the
refusal, or by both.
"""


class Workplace:
    """A person's client with an open notification socket; Ada's, who is signed in nowhere, if no other's."""

    def __init__(self, application: Application, tenancy: Tenancy, person: Person = ADA) -> None:
        self.tenancy = tenancy
        self.services: ProductServices = services_of(tenancy)
        token = self.services.tokens.issue_access(person, client_id="agent-desktop", scope="openid")
        self.http = httpx.AsyncClient(
            transport=httpx.ASGITransport(application),
            base_url=tenancy.origins.desktop,
            headers={"Authorization": f"Bearer {token}"},
        )
        self.socket: Socket | None = None

    async def open_socket(self) -> None:
        body = {"force": True, "clientType": "test"}
        answer = await self.http.post("/wcc/v1/notification/subscribe", json=body)
        path = "/notifs/" + answer.json()["webSocketUrl"].rpartition("/")[2]
        self.socket = self.services.sockets.open(path)

    def frames(self) -> list[dict[str, Any]]:
        assert self.socket is not None
        sent = [self.socket.outbox.get_nowait() for _ in range(self.socket.outbox.qsize())]
        return [json.loads(text)["data"] for text in sent if isinstance(text, str)]

    def last_line(self) -> Line:
        return self.tenancy.traffic.after()[-1]


@pytest.fixture
async def workplace(application: Application, tenancy: Tenancy) -> Workplace:
    return Workplace(application, tenancy)


def serve_only(monkeypatch: pytest.MonkeyPatch, operation: Operation) -> None:
    routes = {
        shape: [(route, operation) for route, known in every if known.name == operation.name]
        for shape, every in site.ROUTES.items()
    }
    monkeypatch.setattr(site, "ROUTES", routes)


@pytest.mark.parametrize(
    ("name", "answer", "sentence"),
    [
        ("organisation", Accepted(), "organisation answered Accepted; expected OrganisationAnswer."),
        (
            "dial plans",
            Items(items=({"id": "1", "colour": "red"},)),
            'dial plans answered an item with "colour"; expected ',
        ),
        ("URL mappings", Subscription(web_socket_url="", subscription_id=""), "URL mappings answered Subscription"),
    ],
)
async def test_an_answer_that_does_not_fit_is_a_bad_answer(
    monkeypatch: pytest.MonkeyPatch, workplace: Workplace, name: str, answer: Any, sentence: str
) -> None:
    operation = replace(BY_NAME[name], does=Reads(read=lambda request: answer))
    serve_only(monkeypatch, operation)
    reply = await workplace.http.get(operation.address.format(orgId=workplace.tenancy.org_id))
    assert (reply.status_code, reply.json()["error"]["reason"]) == (500, "BAD_ANSWER")
    assert workplace.last_line().verdict is Verdict.BAD_ANSWER
    assert sentence in workplace.last_line().detail


async def test_an_answer_that_cannot_be_built_is_a_bad_answer_without_its_values(
    monkeypatch: pytest.MonkeyPatch, workplace: Workplace
) -> None:
    operation = replace(
        BY_NAME["organisation"], does=Reads(read=lambda request: Subscription.model_validate({"webSocketUrl": 1}))
    )
    serve_only(monkeypatch, operation)
    reply = await workplace.http.get(operation.address.format(orgId=workplace.tenancy.org_id))
    assert reply.status_code == 500
    expected = "The answer does not fit Subscription of the catalogue: 2 fields are wrong."
    assert (workplace.last_line().verdict, workplace.last_line().detail) == (Verdict.BAD_ANSWER, expected)


async def test_a_request_that_is_read_as_another_command_is_a_bad_answer(
    monkeypatch: pytest.MonkeyPatch, workplace: Workplace
) -> None:
    known = BY_NAME["logout"]
    assert isinstance(known.does, Commands)
    does = replace(known.does, decode=lambda request: ReloadSession(agent_id=request.caller))
    serve_only(monkeypatch, replace(known, does=does))
    reply = await workplace.http.post(known.address, json={})
    assert reply.status_code == 500
    assert workplace.last_line().detail == "logout was read as ReloadSession; expected SignOutStation."
    assert [entry.name for entry in workplace.tenancy.journal.after()] == []


def other_data(about: Any, type_: str, what: object) -> Data:
    return Data(**about.common(type_))


def broken_data(about: Any, type_: str, what: object) -> Data:
    return WelcomeData.model_validate({"type": 1})


@pytest.mark.parametrize(
    ("encode", "sentence"),
    [
        (other_data, "BuddyAgents has Data; expected BuddiesData."),
        (broken_data, "WelcomeData has wrong fields."),
    ],
)
async def test_a_frame_that_does_not_fit_does_not_leave_and_is_a_bad_answer(
    workplace: Workplace, encode: Any, sentence: str
) -> None:
    await workplace.open_socket()
    workplace.frames()
    frame = replace(FRAME["BuddyAgents"], encode=encode)
    workplace.services.sockets.send(frame, ADA.agent_id, None, to=workplace.services.sockets.of(ADA.agent_id))
    assert workplace.frames() == []
    assert workplace.last_line().verdict is Verdict.BAD_ANSWER
    assert workplace.last_line().detail == f"does not fit the catalogue: {sentence}"


async def test_an_event_of_calls_that_is_not_in_the_catalogue_does_not_leave(workplace: Workplace) -> None:
    client = Client(id="client-1", address="", agent_id=ADA.agent_id, device_type="WEB", outbox=Outbox())
    workplace.services.exchange.mercury.send(client, MercuryData(event_type="mobius.other"))
    assert client.outbox.empty()
    assert (workplace.last_line().name, workplace.last_line().verdict) == ("mobius.other", Verdict.BAD_ANSWER)


@pytest.mark.parametrize(
    ("operation", "refusal"),
    [
        pytest.param(each, name, id=f"{each.name} {name}")
        for each in OPERATIONS
        if isinstance(each.does, Commands | Notifies)
        for name in each.does.refusals
    ],
)
async def test_every_refusal_that_the_catalogue_names_is_sent(
    workplace: Workplace, operation: Operation, refusal: str
) -> None:
    """Ada is not signed in, and there is no desktop profile `p`, so everything that she asks is refused."""
    assert isinstance(operation.does, (Commands, Notifies))
    await workplace.open_socket()
    workplace.frames()
    path = operation.address.format(
        orgId=workplace.tenancy.org_id, taskId="conversation-0001", participantId="somebody", campaignId="spring",
        requestId="m-1",
    )  # fmt: skip
    body = next((BODIES[key] for key in (f"{operation.name} {refusal}", refusal, operation.name) if key in BODIES), {})
    reply = await workplace.http.request(operation.method, path, json=body)
    assert reply.status_code == operation.status, reply.text
    (frame,) = workplace.frames()
    assert frame["type"] == refusal
    assert frame["reason"]
    assert workplace.last_line().verdict is Verdict.OK


def test_every_frame_without_an_event_is_the_answer_or_the_refusal_of_an_operation() -> None:
    does = [each.does for each in OPERATIONS if isinstance(each.does, Commands | Notifies)]
    named = {name for each in does for name in each.refusals} | {
        each.frame for each in does if isinstance(each, Notifies)
    }
    assert {frame.name for frame in FRAME.values() if frame.event is None} == named
