"""Conferences, in the vendor's suite: merged, joined by more, left, handed over, given away."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from deskproof.simulator.control.client import TenantControl
from tests.vendor.agent import Agent
from tests.vendor.conftest import Arrive

CUSTOMER, LINE = "+46701740605", "+12015550190"


def in_conference(arrive: Arrive, tenant: TenantControl, *keys: str) -> list[Agent]:
    """Agents at Desktop stations; the first talks with a customer and has merged the second into the call."""
    agents = [arrive(key) for key in keys]
    for agent in agents:
        agent.takes_station("Desktop")
    tenant.customer_calls(dials=LINE, number=CUSTOMER)
    agents[0].turns("Available")
    agents[0].accepts()
    agents[0].is_("Engaged")
    consults(agents[0], agents[1])
    merges(agents[0])
    return agents


def consults(agent: Agent, other: Agent) -> None:
    """Ask an agent, who turns Available first and answers."""
    other.turns("Available")
    agent.asks("consult", "Agents", other.person.name)
    other.accepts()
    other.is_("Engaged")


def merges(agent: Agent) -> None:
    agent.of_consult("conference").click()
    expect(agent.of_consult("conference")).to_be_hidden()
    expect(agent.control("exit-conference")).to_be_visible()


def leaves(agent: Agent) -> None:
    """Exit the conference, and wrap up."""
    agent.control("exit-conference").click()
    agent.wraps_up("Sale")
    agent.is_("Available")


def comes_back(agent: Agent) -> None:
    """Reload the page, and choose the call that is listed then: the widgets do not choose it by themselves."""
    agent.page.reload()
    agent.listed.click()
    expect(agent.control("exit-conference")).to_be_visible()


@pytest.mark.nightly
def test_three_agents_and_then_two(arrive: Arrive, tenant: TenantControl) -> None:
    ada, bo, lars = in_conference(arrive, tenant, "ada", "bo", "lars")
    consults(ada, lars)
    merges(ada)
    for agent in (ada, bo, lars):
        agent.is_("Engaged")
    leaves(lars)
    for agent in (ada, bo):
        agent.is_("Engaged")

    leaves(ada)
    bo.is_("Engaged")
    consults(bo, lars)
    merges(bo)
    lars.is_("Engaged")
    (call,) = tenant.conversations()
    tenant.customer_hangs_up(call.id)
    for agent in (bo, lars):
        agent.wraps_up("Sale")


@pytest.mark.nightly
def test_between_the_consultation_and_the_conference(arrive: Arrive, tenant: TenantControl) -> None:
    ada, bo, lars = in_conference(arrive, tenant, "ada", "bo", "lars")
    consults(ada, lars)
    ada.of_consult("switchToMainCall").click()
    ada.control("switch-to-consult").click()
    expect(ada.of_consult("switchToMainCall")).to_be_visible()
    expect(bo.control("consult").and_(bo.page.locator(":enabled"))).to_have_count(0)
    merges(ada)
    expect(bo.control("consult")).to_be_visible()
    leaves(lars)

    consults(ada, lars)
    ada.of_consult("transfer").click()
    ada.wraps_up("Sale")
    for agent in (bo, lars):
        agent.is_("Engaged")


@pytest.mark.nightly
def test_agents_reload_in_a_conference(arrive: Arrive, tenant: TenantControl) -> None:
    ada, bo, lars = in_conference(arrive, tenant, "ada", "bo", "lars")
    comes_back(ada)
    comes_back(bo)
    consults(ada, lars)
    merges(ada)
    leaves(bo)

    comes_back(lars)
    consults(lars, bo)
    merges(lars)
    (call,) = tenant.conversations()
    assert {call.agent, *call.colleagues} == {"ada", "bo", "lars"}


@pytest.mark.nightly
def test_the_customer_leaves_while_a_queue_is_consulted(arrive: Arrive, tenant: TenantControl) -> None:
    ada = arrive("ada")
    ada.takes_station("Desktop")
    call = tenant.customer_calls(dials=LINE, number=CUSTOMER)
    ada.turns("Available")
    ada.accepts()
    ada.asks("consult", "Queues", "Support Line")
    expect(ada.of_consult("cancel")).to_be_visible()
    tenant.customer_hangs_up(call)
    ada.wraps_up("Sale")
    ada.is_("Available")
