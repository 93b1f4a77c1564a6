"""Chats and e-mails, in the vendor's suite: left alone, accepted, given up, transferred; several at a time."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from deskproof.simulator.control.client import TenantControl
from tests.vendor.agent import rings_out
from tests.vendor.conftest import Arrive

CUSTOMER, LINE, EXTENSION = "+46701740605", "+12015550190", "1015"


@pytest.mark.parametrize(
    "channel",
    ["chat", pytest.param("email", marks=pytest.mark.nightly), pytest.param("social", marks=pytest.mark.nightly)],
)
def test_what_becomes_of_an_offered_message(arrive: Arrive, tenant: TenantControl, channel: str) -> None:
    ada = arrive("ada")
    ada.takes_station("Extension", EXTENSION)
    written = tenant.customer_writes(queue=channel, customer="customer@example.com")
    ada.turns("Available")
    expect(ada.incoming).to_have_count(1)
    expect(ada.incoming.get_by_test_id("task:decline-button")).to_have_count(0)
    rings_out(tenant)
    ada.is_("RONA")
    expect(ada.incoming).to_have_count(0)

    ada.turns("Available")
    ada.accepts()
    ada.is_("Engaged")
    expect(ada.page.get_by_test_id(f"{written}-state")).to_have_text("Connected")
    ada.has_controls("transfer", "end-call")
    ada.control("end-call").click()
    ada.wraps_up("Sale")
    ada.is_("Available")

    written = tenant.customer_writes(queue=channel, customer="customer@example.com")
    expect(ada.incoming).to_have_count(1)
    tenant.customer_hangs_up(written)
    expect(ada.incoming).to_have_count(0)
    ada.is_("Available")


@pytest.mark.nightly
def test_a_call_a_chat_and_an_email_at_a_time(arrive: Arrive, tenant: TenantControl) -> None:
    ada = arrive("ada")
    ada.takes_station("Desktop")
    contacts = {
        tenant.customer_calls(dials=LINE, number=CUSTOMER): "handset-filled",
        tenant.customer_writes(queue="chat", customer="Chat Customer"): "chat-filled",
        tenant.customer_writes(queue="email", customer="customer@example.com"): "email-filled",
    }
    ada.turns("Available")
    expect(ada.listed).to_have_count(3)
    listed = ada.page.get_by_test_id("task-list")
    for contact in contacts:
        listed.locator(f"[id='{contact}']").get_by_test_id("task:accept-button").click()
        expect(ada.page.get_by_test_id(f"{contact}-state")).to_have_text("Connected")
    ada.is_("Engaged")
    for contact, icon in contacts.items():
        one = listed.locator(f"[id='{contact}']")
        expect(one.locator(f"[icon-name='{icon}'], [name='{icon}']").first).to_be_visible()
        one.click()
        ada.control("end-call").click()
        ada.wraps_up("Sale")
    ada.is_("Available")


@pytest.mark.nightly
def test_a_chat_is_transferred(arrive: Arrive, tenant: TenantControl) -> None:
    ada, bo = arrive("ada"), arrive("bo")
    ada.takes_station("Extension", EXTENSION)
    bo.takes_station("Extension", "1016")
    tenant.customer_writes(queue="chat", customer="Chat Customer")
    ada.turns("Available")
    ada.accepts()
    bo.turns("Available")
    ada.asks("transfer", "Agents", "Bo Ekström")
    ada.wraps_up("Sale")
    bo.accepts()
    bo.is_("Engaged")
    bo.control("end-call").click()
    bo.wraps_up("Sale")
