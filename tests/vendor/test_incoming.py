"""Incoming calls, in the vendor's suite: accepted, declined, left to ring, given up by the customer; their controls."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from deskproof.simulator.control.client import TenantControl
from tests.vendor.agent import Agent, rings_out
from tests.vendor.conftest import Arrive

CUSTOMER, LINE, EXTENSION = "+46701740605", "+12015550190", "1015"
CONTROLS = ("hold-toggle", "recording-toggle", "transfer", "consult", "end-call")


@pytest.mark.parametrize("option", ["Desktop", pytest.param("Extension", marks=pytest.mark.nightly)])
def test_what_becomes_of_an_offered_call(arrive: Arrive, tenant: TenantControl, option: str) -> None:
    ada = arrive("ada")
    in_browser = option == "Desktop"
    ada.takes_station(option, None if in_browser else EXTENSION)

    tenant.customer_calls(dials=LINE, number=CUSTOMER)
    ada.turns("Available")
    expect(ada.incoming).to_have_count(1)
    if in_browser:
        ada.declines()
    else:
        expect(ada.incoming.get_by_test_id("task:accept-button")).to_be_disabled()
        tenant.decline_phone(EXTENSION)
    ada.is_("Agent_Declined")
    expect(ada.incoming).to_have_count(0)

    ada.turns("Available")
    expect(ada.incoming).to_have_count(1)
    rings_out(tenant)
    ada.is_("RONA")
    expect(ada.incoming).to_have_count(0)

    ada.turns("Available")
    expect(ada.incoming).to_have_count(1)
    (waiting,) = tenant.conversations()
    tenant.customer_hangs_up(waiting.id)
    expect(ada.incoming).to_have_count(0)
    ada.is_("Available")

    tenant.customer_calls(dials=LINE, number=CUSTOMER)
    expect(ada.incoming).to_have_count(1)
    if in_browser:
        ada.accepts()
    else:
        tenant.answer_phone(EXTENSION)
    ada.is_("Engaged")
    ada.has_controls(*CONTROLS)
    if in_browser:
        ada.control("end-call").click()
    else:
        tenant.hang_up_phone(EXTENSION)
    ada.wraps_up("Sale")
    ada.is_("Available")


@pytest.mark.nightly
def test_hold_and_recording_in_two_instances(arrive: Arrive, tenant: TenantControl) -> None:
    first, second = arrive("ada", "several"), arrive("ada", "several")
    second.shows_station()
    first.takes_station("Extension", EXTENSION)
    second.is_("Meeting")
    first.turns("Available")
    tenant.customer_calls(dials=LINE, number=CUSTOMER)
    for agent in (first, second):
        expect(agent.incoming).to_have_count(1)
    tenant.answer_phone(EXTENSION)
    both(first, second, held=False, recorded=True)

    first.control("hold-toggle").click()
    both(first, second, held=True, recorded=True)
    for agent in (first, second):
        expect(agent.page.locator(".on-hold-chip-text")).to_contain_text("On hold")
    second.control("hold-toggle").click()
    both(first, second, held=False, recorded=True)
    first.control("recording-toggle").click()
    both(first, second, held=False, recorded=False)
    second.control("recording-toggle").click()
    both(first, second, held=False, recorded=True)

    tenant.hang_up_phone(EXTENSION)
    second.wraps_up("Resolved")
    for agent in (first, second):
        agent.is_("Available")
        expect(agent.control("wrapup-button")).to_have_count(0)


def both(*agents: Agent, held: bool, recorded: bool) -> None:
    """Both instances show the same call."""
    for agent in agents:
        agent.is_("Engaged")
        agent.has_controls(*CONTROLS)
        agent.is_held(held)
        agent.is_recorded(recorded)
