"""An agent at the vendor's widgets: what the vendor's suite does with them, by the ids that it finds them by."""

from __future__ import annotations

import re
from dataclasses import dataclass

from playwright.sync_api import Locator, Page, expect

from deskproof.simulator.control.client import Person, TenantControl


@dataclass(frozen=True, kw_only=True)
class Agent:
    """One page with the widgets, and whose it is."""

    page: Page
    person: Person
    tenant: TenantControl

    # the station

    def takes_station(self, option: str, number: str | None = None) -> None:
        """Sign in to a station: `Desktop`, `Extension` or `Dial Number` with a number, in the team Support."""
        station = self.page.get_by_test_id("station-login-widget")
        select(station.get_by_test_id("login-option-select"), option)
        if number is not None:
            station.get_by_role("textbox").fill(number)
        select(station.get_by_test_id("teams-select-dropdown"), "Support")
        station.get_by_test_id("login-button").click()
        self.is_("Meeting")

    def shows_station(self) -> None:
        """The widget asks for a station."""
        expect(self.page.get_by_test_id("login-button")).to_be_visible()

    def has_station(self, option: str, number: str | None = None) -> None:
        """Signed in at this station."""
        expect(self.page.get_by_test_id("state-select")).to_be_visible()
        expect(self.page.get_by_test_id("login-option-select").locator("[role=combobox]")).to_have_text(option)
        if number is not None:
            expect(self.page.get_by_test_id("dial-number-input").locator("input")).to_have_value(number)

    def signs_out(self) -> None:
        self.page.get_by_role("button", name="Station", exact=True).click()
        self.page.get_by_test_id("sign-out-button").click()
        self.page.get_by_test_id("cc-logout-modal").get_by_role("button", name="Sign Out", exact=True).click()

    def loses_network(self) -> None:
        """The page is offline until the client notices, and online again until it notices that too."""
        with self.page.expect_console_message(lambda message: "online status= false" in message.text):
            self.page.context.set_offline(True)
        with self.page.expect_console_message(lambda message: "online status= true" in message.text):
            self.page.context.set_offline(False)

    # the state

    def turns(self, state: str) -> None:
        """Choose a state by its name."""
        self.page.get_by_test_id("state-select").click()
        self.page.get_by_test_id(f"state-item-{state}").click()
        self.is_(state)

    def is_(self, state: str) -> None:
        """The widget shows this state."""
        expect(self.page.get_by_test_id("state-select").get_by_test_id("state-name")).to_have_text(state)

    # what comes in

    @property
    def incoming(self) -> Locator:
        return self.page.get_by_role("region", name="Incoming").get_by_role("listitem")

    @property
    def listed(self) -> Locator:
        return self.page.get_by_test_id("task-list").get_by_role("listitem")

    def accepts(self) -> None:
        """Accept what is announced, in the page."""
        self.incoming.get_by_test_id("task:accept-button").click()

    def declines(self) -> None:
        """Decline what is announced, in the page."""
        self.incoming.get_by_test_id("task:decline-button").click()
        expect(self.incoming).to_have_count(0)

    # the call control

    def control(self, name: str) -> Locator:
        """A button of the call control."""
        return self.page.get_by_test_id(f"call-control:{name}").first

    def of_consult(self, name: str) -> Locator:
        """A button of the consultation."""
        return self.page.get_by_test_id(f"{name}-consult-btn").first

    def is_held(self, held: bool = True) -> None:
        """The hold button resumes, or holds."""
        icon = self.control("hold-toggle").locator("mdc-icon").first
        expect(icon).to_have_attribute("name", "play-bold" if held else "pause-bold")

    def is_recorded(self, recorded: bool = True) -> None:
        """The recording button pauses, or resumes."""
        icon = self.control("recording-toggle").locator("mdc-icon").first
        expect(icon).to_have_attribute("name", "record-paused-bold" if recorded else "record-bold")

    def has_controls(self, *names: str) -> None:
        for name in names:
            expect(self.control(name)).to_be_visible()

    def asks(self, how: str, category: str, name: str) -> None:
        """Consult or transfer (`how`) to somebody or something of a category, found by searching for the name."""
        self.control(how).click()
        popover = self.page.locator(".agent-popover-content")
        popover.get_by_role("button", name=category, exact=True).click()
        found = popover.get_by_role("listitem", name=name, exact=True).first
        popover.locator("#consult-search").fill(name)
        found.hover()
        found.get_by_role("button").click()

    def dials(self, number: str) -> None:
        """Call a customer with the widget for that."""
        self.page.get_by_test_id("outdial-number-input").locator("input").fill(number)
        self.page.get_by_test_id("outdial-number-input").locator("input").press("Tab")
        self.page.get_by_test_id("outdial-call-button").click()

    def wraps_up(self, reason: str = "Sale") -> None:
        """Choose a reason and submit it."""
        self.control("wrapup-button").click()
        self.page.get_by_test_id("call-control:wrapup-select").first.click()
        self.page.get_by_test_id(f"call-control:wrapup-reason-{reason.lower()}").first.click()
        self.page.get_by_test_id("call-control:wrapup-submit").first.click()
        expect(self.control("wrapup-button")).to_have_count(0)


def select(widget: Locator, name: str) -> None:
    """Choose one thing of a list of the widgets'."""
    widget.locator("[role=combobox]").click()
    widget.locator("mdc-option").and_(widget.get_by_role("option", name=name, exact=True)).click()
    expect(widget.locator("[role=combobox]")).to_have_text(re.compile(re.escape(name)))


def rings_out(tenant: TenantControl) -> None:
    """Let what is offered ring until it is taken back."""
    tenant.run_to_next_deadline()
