"""Telephones of the vendor's suite: a customer's, that of an extension, that of a number; on its calling client."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from deskproof.simulator.control.client import TenantControl
from deskproof.simulator.wire.calling.catalogue import CALLING_OPERATIONS, EVENTS
from deskproof.simulator.wire.kernel.provenance import RAN_AT_TELEPHONE
from tests.vendor.conftest import Arrive, PickUp

LINE, EXTENSION = "+12015550190", "1015"
RECEPTION, CUSTOMER = "+12015550100", "+12015550142"


@pytest.mark.nightly
def test_a_customer_calls_an_extension(arrive: Arrive, telephone: PickUp, tenant: TenantControl) -> None:
    """Afterwards the traffic names every entry that is marked with this test."""
    ada, adas_phone, customer = arrive("ada"), telephone("ada"), telephone("bo")
    ada.takes_station("Extension", EXTENSION)
    ada.turns("Available")

    customer.calls(LINE)
    adas_phone.rings()
    adas_phone.hangs_up()
    ada.is_("Agent_Declined")
    customer.talks()

    ada.turns("Available")
    adas_phone.rings()
    adas_phone.answers()
    ada.is_("Engaged")
    ada.has_controls("hold-toggle", "end-call")
    adas_phone.hangs_up()
    ada.wraps_up()
    customer.is_quiet()

    customer.calls(LINE)
    adas_phone.rings()
    customer.hangs_up()
    adas_phone.is_quiet()
    expect(ada.incoming).to_have_count(0)
    ada.is_("Available")

    compared = {one.name: one.compared for one in CALLING_OPERATIONS} | {one.name: one.compared for one in EVENTS}
    marked = {name for name, mark in compared.items() if mark == RAN_AT_TELEPHONE}
    assert marked
    assert marked <= {line.name for line in tenant.traffic()}


@pytest.mark.nightly
def test_a_number_is_consulted_and_has_the_call_through_a_queue(
    arrive: Arrive, telephone: PickUp, tenant: TenantControl
) -> None:
    tenant.change(
        {
            "people": [{"key": "lars", "defaultDn": RECEPTION}],
            "queues": [{"key": "returns", "name": "Queue With Number", "leadsTo": RECEPTION}],
        }
    )
    ada, number, customer = arrive("ada"), telephone("lars"), telephone("bo")
    ada.takes_station("Desktop")
    ada.turns("Available")
    customer.calls(LINE)
    ada.accepts()
    ada.is_("Engaged")

    ada.asks("consult", "Dial Number", "Reception")
    number.rings()
    number.hangs_up()
    ada.of_consult("cancel").click()
    expect(ada.of_consult("cancel")).to_be_hidden()
    ada.control("hold-toggle").click()
    ada.is_held(False)

    ada.asks("transfer", "Queues", "Queue With Number")
    number.rings()
    number.answers()
    ada.wraps_up()
    customer.talks()
    customer.hangs_up()
    number.is_quiet()
    ada.is_("Available")


@pytest.mark.nightly
def test_a_customer_is_called_at_a_telephone(arrive: Arrive, telephone: PickUp, tenant: TenantControl) -> None:
    tenant.change({"people": [{"key": "bo", "defaultDn": CUSTOMER}]})
    ada, adas_phone, customer = arrive("ada", "outdial"), telephone("ada"), telephone("bo")
    ada.takes_station("Extension", EXTENSION)
    ada.turns("Available")
    ada.dials(CUSTOMER)
    adas_phone.rings()
    adas_phone.answers()
    customer.rings()
    customer.answers()
    ada.is_("Engaged")
    adas_phone.hangs_up()
    customer.is_quiet()
    ada.wraps_up()
    ada.is_("Available")
