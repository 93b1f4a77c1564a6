"""Station login and user state, in the vendor's suite: the three options, reload, a lost network, two instances."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from deskproof.simulator.control.client import TenantControl
from tests.vendor.conftest import Arrive

NUMBER, EXTENSION = "+12015532447", "1015"


@pytest.mark.nightly
@pytest.mark.parametrize(
    ("option", "number"), [("Desktop", None), ("Dial Number", NUMBER), ("Extension", EXTENSION)], ids=str
)
def test_a_station_outlives_a_reload_and_a_lost_network(arrive: Arrive, option: str, number: str | None) -> None:
    ada = arrive("ada")
    ada.takes_station(option, number)
    ada.has_station(option, number)

    ada.page.reload()
    ada.has_station(option, number)
    ada.is_("Meeting")

    ada.loses_network()
    ada.is_("Meeting")
    ada.has_station(option, number)


@pytest.mark.nightly
def test_two_instances_have_one_station_and_one_state(arrive: Arrive, tenant: TenantControl) -> None:
    first, second = arrive("ada", "several"), arrive("ada", "several")
    second.shows_station()
    first.takes_station("Extension", EXTENSION)
    second.has_station("Extension", EXTENSION)

    for state in ("Available", "Lunch Break", "Meeting"):
        first.turns(state)
        second.is_(state)
    second.turns("Available")
    first.is_("Available")

    second.signs_out()
    tenant.wait_for("AgentSignedOut", agent="ada")
    first.shows_station()


def test_the_state_and_its_timers(arrive: Arrive, tenant: TenantControl) -> None:
    ada = arrive("ada")
    ada.takes_station("Extension", EXTENSION)
    timer = ada.page.get_by_test_id("elapsed-time")
    expect(timer).to_have_text(re.compile(r"^\d\d:\d\d$"))
    tenant.advance(seconds=5)
    ada.turns("Lunch Break")
    expect(timer).to_have_text(re.compile(r"^\d\d:\d\d / \d\d:\d\d$"))
    ada.turns("Available")
    expect(timer).to_have_text(re.compile(r"^\d\d:\d\d$"))
    ada.page.reload()
    ada.is_("Available")
