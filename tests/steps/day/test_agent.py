"""An agent on the product's wire: signs in, works, signs out; what is refused is told."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from deskproof.simulator.certificate import make_certificate
from deskproof.simulator.control.client import TenantControl
from deskproof.simulator.server import Server, start_server
from deskproof.steps.day.agent import Agent, NotDone, Station

STATION = Station(number="+12015550148", extension=False, team="Support")
FROZEN_AT = "2026-01-15T09:00:00Z"


@pytest.fixture
def tenant(simulator: Server) -> Iterator[TenantControl]:
    with simulator.control() as control:
        yield control.create_tenant(frozen_at=FROZEN_AT)


def bo(tenant: TenantControl, happened: threading.Event, **given: Path) -> Agent:
    return Agent(tenant, tenant.people["bo"], STATION, happened=happened, **given)


def test_a_chat_from_sign_in_to_sign_out(tenant: TenantControl) -> None:
    agent = bo(tenant, threading.Event())
    agent.turn_available()
    chat = tenant.customer_writes(queue="chat", customer="Eva Berg")
    agent.accept(chat)
    agent.end(chat)
    agent.wrap_up(chat, agent.wrap_up_codes[0])
    agent.turn_idle()
    agent.sign_out()
    agent.close()
    agent.close()
    events = [entry.name for entry in tenant.journal() if entry.kind == "event"]
    assert events[:4] == ["PasswordAccepted", "ConnectionRequested", "Connected", "AgentSignedIn"]
    assert {"ConversationConnected", "ConversationEnded", "ConversationWrappedUp", "AgentSignedOut"} <= set(events)


def test_a_refusal_is_noted(tenant: TenantControl) -> None:
    happened = threading.Event()
    agent = bo(tenant, happened)
    agent.end("conversation-9999")
    while not agent.refusals:
        happened.wait()
        happened.clear()
    assert agent.refusals == ["AgentContactEndFailed"]
    tenant.close()
    agent.close()
    assert not agent.present


def test_an_answer_that_is_an_error_is_a_sentence(tenant: TenantControl) -> None:
    agent = bo(tenant, threading.Event())
    tenant.arm_fault("answers an error", status=503)
    with pytest.raises(NotDone, match=r"PUT /.*session/state was answered 503"):
        agent.turn_available()
    agent.close()


def test_a_certificate_of_ones_own_is_trusted(tmp_path: Path) -> None:
    tls = make_certificate(tmp_path)
    with start_server(tls=tls) as server, server.control() as control:
        tenant = control.create_tenant()
        agent = bo(tenant, threading.Event(), certificate=tls.certificate)
        agent.turn_available()
        agent.close()
        tenant.wait_for("Disconnected", agent="bo")


def test_a_station_that_is_refused_is_a_sentence(tenant: TenantControl) -> None:
    station = Station(number="+1201", extension=False, team="Support")
    with pytest.raises(NotDone, match=r"Bo Ekström could not sign in at \+1201: .*\."):
        Agent(tenant, tenant.people["bo"], station, happened=threading.Event())
    tenant.wait_for("Disconnected", agent="bo")
