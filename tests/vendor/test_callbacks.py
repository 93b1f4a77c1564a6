"""What the widgets tell their page, and the client the console, in the order in which the vendor's suite wants it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import ConsoleMessage, expect

from deskproof.simulator.control.client import TenantControl
from tests.vendor.agent import Agent
from tests.vendor.conftest import Arrive

CUSTOMER, LINE = "+46701740605", "+12015550190"


@dataclass
class Told:
    """What a page's console has said."""

    agent: Agent
    lines: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.agent.page.on("console", lambda message: self.lines.append(message.text))

    def hears(self, *expected: str) -> None:
        """These are said in this order, from the last look on; waits for the last of them."""
        unheard: Iterator[str] = iter(expected)
        wanted = next(unheard, None)
        seen: list[str] = []
        while wanted is not None:
            while self.lines and wanted is not None:
                seen.append(self.lines.pop(0))
                if wanted in seen[-1]:
                    wanted = next(unheard, None)
            if wanted is not None:
                self._wait(wanted, seen)

    def _wait(self, wanted: str, seen: list[str]) -> None:
        before = [line for line in seen if wanted in line]
        assert before == [], f"{wanted!r} came too early: {before}"

        def is_it(message: ConsoleMessage) -> bool:
            return wanted in message.text

        self.agent.page.wait_for_event("console", is_it)


@pytest.mark.nightly
def test_a_state_is_told_after_the_client_has_it(arrive: Arrive) -> None:
    ada = arrive("ada", "tell")
    ada.takes_station("Extension", "1015")
    told = Told(ada)
    for state in ("Available", "Lunch Break", "Available"):
        ada.turns(state)
        told.hears("WXCC_SDK_AGENT_STATE_CHANGE_SUCCESS", f"told onStateChange {state}")


@pytest.mark.nightly
def test_what_is_done_with_a_call_is_told(arrive: Arrive, tenant: TenantControl) -> None:
    ada = arrive("ada", "tell")
    ada.takes_station("Desktop")
    tenant.customer_calls(dials=LINE, number=CUSTOMER)
    ada.turns("Available")
    told = Told(ada)
    ada.accepts()
    told.hears("told onStateChange Engaged")
    ada.is_("Engaged")
    ada.page.wait_for_function(
        "() => document.querySelector('#remote-audio')?.srcObject?.getAudioTracks()"
        ".map(one => one.enabled && !one.muted && one.readyState).join() === 'live'"
    )

    ada.control("hold-toggle").click()
    told.hears("WXCC_SDK_TASK_HOLD_SUCCESS")
    ada.is_held()
    expect(ada.page.locator(".on-hold-chip-text")).to_contain_text(re.compile(r"On hold.*\d\d:\d\d"))
    ada.control("hold-toggle").click()
    told.hears("WXCC_SDK_TASK_RESUME_SUCCESS")
    ada.control("recording-toggle").click()
    told.hears("WXCC_SDK_TASK_PAUSE_RECORDING_SUCCESS")
    ada.is_recorded(False)
    ada.control("recording-toggle").click()
    told.hears("WXCC_SDK_TASK_RESUME_RECORDING_SUCCESS")
    ada.control("end-call").click()
    told.hears("told onEnd")
    ada.wraps_up("Resolved")
    told.hears("told onWrapUp Resolved", "told onStateChange Available")


@pytest.mark.nightly
def test_consultation_and_transfer_are_told(arrive: Arrive, tenant: TenantControl) -> None:
    ada, bo = arrive("ada", "tell"), arrive("bo")
    ada.takes_station("Desktop")
    bo.takes_station("Desktop")
    tenant.customer_calls(dials=LINE, number=CUSTOMER)
    ada.turns("Available")
    ada.accepts()
    ada.is_("Engaged")
    bo.turns("Available")
    told = Told(ada)

    ada.asks("consult", "Agents", "Bo Ekström")
    told.hears("WXCC_SDK_TASK_CONSULT_START_SUCCESS")
    ada.of_consult("cancel").click()
    told.hears("WXCC_SDK_TASK_CONSULT_END_SUCCESS")
    expect(ada.of_consult("cancel")).to_be_hidden()
    ada.control("hold-toggle").click()
    ada.is_held(False)

    ada.asks("consult", "Agents", "Bo Ekström")
    bo.accepts()
    bo.is_("Engaged")
    ada.of_consult("transfer").click()
    told.hears("AgentConsultTransferred")
    ada.wraps_up()

    told.lines.clear()
    ada.is_("Available")
    bo.asks("transfer", "Agents", "Ada Lindqvist")
    ada.accepts()
    bo.wraps_up()
    bo.is_("Available")
    ada.asks("transfer", "Queues", "Support Line")
    told.hears("WXCC_SDK_TASK_TRANSFER_SUCCESS")
    ada.wraps_up()
    bo.accepts()
