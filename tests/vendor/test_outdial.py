"""Calls to customers, in the vendor's suite."""

from __future__ import annotations

import pytest

from deskproof.simulator.control.client import TenantControl
from tests.vendor.conftest import Arrive

CUSTOMER, EXTENSION = "+12015550142", "1015"


@pytest.mark.nightly
@pytest.mark.parametrize("option", ["Desktop", "Extension"])
def test_a_customer_is_called(arrive: Arrive, tenant: TenantControl, option: str) -> None:
    ada = arrive("ada", "outdial")
    ada.takes_station(option, EXTENSION if option == "Extension" else None)
    ada.turns("Available")
    ada.dials(CUSTOMER)
    if option == "Extension":
        tenant.wait_for("ConversationOffered", agent="ada")
        tenant.answer_phone(EXTENSION)
    else:
        ada.accepts()
        tenant.wait_for("ConversationConnected", agent="ada")
    tenant.answer_phone(CUSTOMER)
    ada.is_("Engaged")
    if option == "Extension":
        tenant.hang_up_phone(EXTENSION)
    else:
        ada.control("end-call").click()
    ada.wraps_up("Sale")
    ada.is_("Available")
