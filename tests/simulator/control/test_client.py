"""The client: what it asks, what it makes of the answers, and its errors."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import httpx
import pytest
import respx

from deskproof.simulator.control.client import Control, ControlError, FactNotSeen, TenantControl, Unreachable

ADDRESS = "http://127.0.0.1:8400"
PLANE = f"{ADDRESS}/_control/v1"
ADA = {
    "key": "ada", "name": "Ada Lindqvist", "email": "ada@example.com", "password": "tea-for-two-22", "agentId": "a-1",
    "teamsPassword": "coffee-for-one-3", "roles": ["agent"], "teams": ["support"],
}  # fmt: skip
TENANT = {
    "id": "t-0001", "orgId": "o-1", "desktopUrl": "http://t-0001.localhost:8400", "people": [ADA], "clock": {},
    "identityUrl": "http://id.t-0001.localhost:8400", "teamsUrl": "http://teams.t-0001.localhost:8400",
}  # fmt: skip
ENTRY = {
    "seq": 3, "at": "2026-01-15T09:00:00.250Z", "kind": "event", "name": "AgentSignedIn", "cause": "SignInStation",
    "data": {"agent": "ada"},
}  # fmt: skip
FAULT = {
    "id": "f-0001", "kind": "loses an event", "where": "*", "times": 1, "after": 0, "probability": 1.0,
    "occasions": 0, "fired": 0, "seconds": 0, "secondsMax": None, "status": None, "set": {}, "remove": [],
    "cleared": False,
}  # fmt: skip
NINE = datetime(2026, 1, 15, 9, tzinfo=UTC)


@pytest.fixture
def plane() -> Iterator[respx.MockRouter]:
    with respx.mock(base_url=PLANE) as router:
        yield router


@pytest.fixture
def control() -> Iterator[Control]:
    with Control(address=f"{ADDRESS}/", token="the-token") as control:
        yield control


@pytest.fixture
def tenant(plane: respx.MockRouter, control: Control) -> TenantControl:
    plane.post("/tenants").respond(201, json=TENANT)
    return control.create_tenant()


def sent_body(router: respx.MockRouter) -> Any:
    """The body of the latest request."""
    return json.loads(router.calls.last.request.content)


def test_a_tenant_is_made_with_the_token(plane: respx.MockRouter, control: Control) -> None:
    plane.post("/tenants").respond(201, json=TENANT)
    tenant = control.create_tenant(
        "standard", changes={"settings": {"azureSso": True}}, frozen_at=NINE, seed=7, expires_after_minutes=60
    )
    assert plane.calls.last.request.headers["Authorization"] == "Bearer the-token"
    assert sent_body(plane) == {
        "blueprint": "standard",
        "changes": {"settings": {"azureSso": True}},
        "clock": {"frozenAt": "2026-01-15T09:00:00+00:00"},
        "seed": 7,
        "expiresAfterMinutes": 60,
    }
    assert (tenant.id, tenant.org_id, tenant.desktop_url) == ("t-0001", "o-1", "http://t-0001.localhost:8400")
    assert tenant.people["ada"].agent_id == "a-1"


def test_without_an_instant_time_is_real(plane: respx.MockRouter, tenant: TenantControl) -> None:
    assert sent_body(plane) == {"blueprint": "standard", "changes": {}, "clock": {"real": True}}


def test_passwords_and_codes_do_not_show_themselves(plane: respx.MockRouter, tenant: TenantControl) -> None:
    mail = {
        "at": "2026-01-15T09:00:00Z",
        "to": "ada@example.com",
        "subject": "Code",
        "text": "it is 123456",
        "code": "123456",
    }
    plane.get("/tenants/t-0001/mailboxes/ada@example.com").respond(json={"mails": [mail]})
    (received,) = tenant.mail("ada@example.com")
    assert received.code == "123456"
    assert "123456" not in repr(received)
    assert "tea-for-two-22" not in repr(tenant.people["ada"])


def test_a_change_renews_the_people(plane: respx.MockRouter, tenant: TenantControl) -> None:
    plane.patch("/tenants/t-0001/configuration").respond(
        json={"changed": ["people.ada.password = •••"], "people": [{**ADA, "password": "another-one-9"}]}
    )
    assert tenant.change({"people": [{"key": "ada", "password": "another-one-9"}]}) == ("people.ada.password = •••",)
    assert tenant.people["ada"].password == "another-one-9"


def test_a_fact_is_waited_for(plane: respx.MockRouter, tenant: TenantControl) -> None:
    plane.post("/tenants/t-0001/facts/wait").respond(json=ENTRY)
    entry = tenant.wait_for("AgentSignedIn", after=2, agent="ada")
    assert sent_body(plane) == {"name": "AgentSignedIn", "after": 2, "parts": {"agent": "ada"}, "timeoutSeconds": 10.0}
    assert entry.at == datetime(2026, 1, 15, 9, 0, 0, 250_000, tzinfo=UTC)
    assert entry.data == {"agent": "ada"}


def test_a_fact_that_does_not_come_is_its_own_error(plane: respx.MockRouter, tenant: TenantControl) -> None:
    plane.post("/tenants/t-0001/facts/wait").respond(408, json={"error": "It was not seen."})
    with pytest.raises(FactNotSeen, match=r"^It was not seen\.$"):
        tenant.wait_for("AgentSignedIn")


def test_journal_and_traffic_are_read_from_a_number_on(plane: respx.MockRouter, tenant: TenantControl) -> None:
    line = {
        "seq": 9, "at": "2026-01-15T09:00:00Z", "way": "http", "name": "subscribe", "path": "/wcc", "method": "POST",
        "status": 200, "verdict": "ok", "detail": "",
    }  # fmt: skip
    journal = {"entries": [ENTRY], "now": "2026-01-15T09:00:00.000Z"}
    plane.get("/tenants/t-0001/journal", params={"after": 2}).respond(json=journal)
    plane.get("/tenants/t-0001/traffic", params={"after": 8}).respond(json={"lines": [line]})
    assert [entry.seq for entry in tenant.journal(after=2)] == [3]
    assert tenant.journal_and_now(after=2)[1] == datetime(2026, 1, 15, 9, tzinfo=UTC)
    assert [(line.seq, line.status) for line in tenant.traffic(after=8)] == [(9, 200)]


def test_time_is_read_and_moved(plane: respx.MockRouter, tenant: TenantControl) -> None:
    reading = {"now": "2026-01-15T09:00:00.000Z", "frozen": True, "nextDeadline": None, "moved": False}
    plane.get("/tenants/t-0001/clock").respond(json=reading)
    plane.post("/tenants/t-0001/clock/advance").respond(json=reading)
    plane.post("/tenants/t-0001/clock/freeze").respond(json=reading)
    plane.post("/tenants/t-0001/clock/next").mock(
        side_effect=[httpx.Response(200, json=reading), httpx.Response(200, json={**reading, "moved": True})]
    )
    assert tenant.now() == tenant.advance(seconds=900) == tenant.freeze() == NINE
    assert tenant.run_to_next_deadline() is None
    assert tenant.run_to_next_deadline() == NINE
    assert tenant.clock().next_deadline is None


def test_faults_are_armed_listed_and_cleared(plane: respx.MockRouter, tenant: TenantControl) -> None:
    plane.post("/tenants/t-0001/faults").respond(201, json=FAULT)
    plane.get("/tenants/t-0001/faults").respond(json={"faults": [FAULT]})
    plane.delete("/tenants/t-0001/faults/f-0001").respond(json={**FAULT, "cleared": True})
    fault = tenant.arm_fault("loses an event", times=1)
    assert sent_body(plane) == {
        "kind": "loses an event", "where": "*", "times": 1, "after": 0, "probability": 1, "seconds": 0,
        "secondsMax": None, "status": None, "set": {}, "remove": [],
    }  # fmt: skip
    assert tenant.faults() == (fault,)
    assert tenant.clear_fault(fault).cleared


def test_closing_twice_is_no_error(plane: respx.MockRouter, tenant: TenantControl) -> None:
    plane.delete("/tenants/t-0001").mock(
        side_effect=[httpx.Response(204), httpx.Response(404, json={"error": 'There is no tenant "t-0001".'})]
    )
    tenant.close()
    tenant.close()


def test_open_tenants_are_found(plane: respx.MockRouter, control: Control) -> None:
    plane.get("/tenants").respond(json={"tenants": [TENANT]})
    plane.get("/tenants/t-0001").respond(json=TENANT)
    assert [tenant.id for tenant in control.tenants()] == ["t-0001"]
    assert control.tenant("t-0001").people["ada"].name == "Ada Lindqvist"


def test_a_refusal_is_the_servers_own_sentence(plane: respx.MockRouter, tenant: TenantControl) -> None:
    plane.patch("/tenants/t-0001/configuration").respond(422, json={"error": "settings is 5; expected an object."})
    with pytest.raises(ControlError, match=r"^settings is 5; expected an object\.$") as refused:
        tenant.change({"settings": 5})
    assert refused.value.status == 422


def test_an_answer_of_another_program_is_reported(plane: respx.MockRouter, control: Control) -> None:
    plane.get("/tenants").respond(502, text="<h1>Bad gateway</h1>")
    with pytest.raises(ControlError, match="answered 502 without an error sentence; check that"):
        control.tenants()


@pytest.mark.parametrize(
    ("failure", "sentence"),
    [
        (
            httpx.ConnectError("refused"),
            f"No simulator answers at {ADDRESS}; start one with `deskproof serve`, or correct the address.",
        ),
        (httpx.ReadTimeout("slow"), f"The simulator at {ADDRESS} did not answer GET /tenants in time."),
        (
            httpx.RemoteProtocolError("cut"),
            (
                f"The simulator at {ADDRESS} closed the connection during GET /tenants (cut); "
                "check whether it was stopped."
            ),
        ),
    ],
)
def test_nobody_answering_is_one_sentence(
    plane: respx.MockRouter, control: Control, failure: Exception, sentence: str
) -> None:
    plane.get("/tenants").mock(side_effect=failure)
    with pytest.raises(Unreachable) as unreachable:
        control.tenants()
    assert str(unreachable.value) == sentence
