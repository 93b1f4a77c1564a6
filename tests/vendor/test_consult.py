"""Transfer and consultation, in the vendor's suite: to agents, queues, numbers and entry points."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from deskproof.simulator.control.client import TenantControl
from tests.vendor.agent import Agent, rings_out
from tests.vendor.conftest import Arrive

CUSTOMER, LINE = "+46701740605", "+12015550190"
RECEPTION = "+12015550100"
CONTROLS = ("hold-toggle", "recording-toggle", "transfer", "consult", "end-call")


def in_call(arrive: Arrive, tenant: TenantControl) -> tuple[Agent, Agent]:
    """Ada in a call, and Bo Available, both at a Desktop station."""
    ada, bo = arrive("ada"), arrive("bo")
    ada.takes_station("Desktop")
    bo.takes_station("Desktop")
    tenant.customer_calls(dials=LINE, number=CUSTOMER)
    ada.turns("Available")
    ada.accepts()
    ada.is_("Engaged")
    bo.turns("Available")
    return ada, bo


@pytest.mark.nightly
def test_transfers_there_and_back(arrive: Arrive, tenant: TenantControl) -> None:
    ada, bo = in_call(arrive, tenant)
    ada.asks("transfer", "Agents", "Bo Ekström")
    bo.accepts()
    bo.is_("Engaged")
    ada.wraps_up("Sale")
    ada.is_("Available")
    bo.has_controls(*CONTROLS)
    bo.asks("transfer", "Queues", "Support Line")
    ada.accepts()
    ada.is_("Engaged")
    bo.wraps_up("Sale")

    ada.asks("transfer", "Dial Number", "Reception")
    ada.wraps_up("Sale")
    ada.is_("Available")
    bo.is_("Available")
    tenant.answer_phone(RECEPTION)
    tenant.hang_up_phone(RECEPTION)
    assert tenant.conversations() == ()


@pytest.mark.nightly
def test_an_agent_is_consulted(arrive: Arrive, tenant: TenantControl) -> None:
    ada, bo = in_call(arrive, tenant)
    ada.asks("consult", "Agents", "Bo Ekström")
    expect(ada.of_consult("cancel")).to_be_visible()
    expect(ada.of_consult("transfer")).to_be_visible()
    bo.accepts()
    bo.is_("Engaged")
    bo.of_consult("cancel").click()
    is_back(ada)
    bo.is_("Available")

    ada.asks("consult", "Agents", "Bo Ekström")
    bo.declines()
    is_back(ada)

    bo.turns("Available")
    ada.asks("consult", "Agents", "Bo Ekström")
    expect(bo.incoming).to_have_count(1)
    rings_out(tenant)
    expect(bo.incoming).to_have_count(0)
    is_back(ada)

    bo.turns("Available")
    ada.asks("consult", "Agents", "Bo Ekström")
    bo.accepts()
    bo.is_("Engaged")
    ada.of_consult("transfer").click()
    ada.wraps_up("Sale")
    ada.is_("Available")
    bo.is_("Engaged")
    bo.has_controls(*CONTROLS)

    bo.asks("consult", "Agents", "Ada Lindqvist")
    ada.accepts()
    bo.of_consult("transfer").click()
    bo.wraps_up("Sale")

    ada.asks("consult", "Agents", "Bo Ekström")
    expect(bo.incoming).to_have_count(1)
    ada.of_consult("cancel").click()
    is_back(ada)
    bo.is_("Available")  # his page still announces the call: the widget does not tell it
    ada.control("end-call").click()
    ada.wraps_up("Sale")
    ada.is_("Available")


@pytest.mark.nightly
def test_a_queue_is_consulted(arrive: Arrive, tenant: TenantControl) -> None:
    ada, bo = in_call(arrive, tenant)
    bo.turns("Meeting")
    ada.asks("consult", "Queues", "Support Line")
    ada.of_consult("cancel").click()
    is_back(ada)

    bo.turns("Available")
    ada.asks("consult", "Queues", "Support Line")
    bo.accepts()
    bo.is_("Engaged")
    ada.of_consult("cancel").click()
    is_back(ada)
    bo.is_("Available")

    ada.asks("consult", "Queues", "Support Line")
    bo.accepts()
    bo.of_consult("cancel").click()
    is_back(ada)
    bo.is_("Available")

    ada.asks("consult", "Queues", "Support Line")
    bo.accepts()
    bo.is_("Engaged")
    ada.of_consult("transfer").click()
    ada.wraps_up("Sale")
    bo.has_controls(*CONTROLS)
    bo.control("end-call").click()
    bo.wraps_up("Sale")


@pytest.mark.nightly
def test_a_number_and_an_entry_point_are_consulted(arrive: Arrive, tenant: TenantControl) -> None:
    ada, bo = in_call(arrive, tenant)
    bo.turns("Meeting")
    ada.asks("consult", "Entry Point", "Main Number")
    ada.of_consult("cancel").click()
    is_back(ada)

    ada.asks("consult", "Dial Number", "Reception")
    ada.of_consult("cancel").click()
    is_back(ada)

    calls_reception(ada, tenant)
    tenant.decline_phone(RECEPTION)
    ada.of_consult("cancel").click()
    is_back(ada)

    calls_reception(ada, tenant)
    tenant.answer_phone(RECEPTION)
    ada.of_consult("cancel").click()
    is_back(ada)

    calls_reception(ada, tenant)
    tenant.answer_phone(RECEPTION)
    ada.of_consult("transfer").click()
    ada.wraps_up("Sale")
    ada.is_("Available")


def calls_reception(agent: Agent, tenant: TenantControl) -> None:
    """Consult the reception, whose phone rings then."""
    seen = tenant.journal()[-1].seq
    agent.asks("consult", "Dial Number", "Reception")
    tenant.wait_for("ConsultNumberCalled", after=seen)


def is_back(agent: Agent) -> None:
    """The consultation is over, and the customer, who is on hold, is taken back."""
    expect(agent.of_consult("cancel")).to_be_hidden()
    agent.is_held()
    agent.has_controls(*CONTROLS)
    agent.is_("Engaged")
    agent.control("hold-toggle").click()
    agent.is_held(False)
