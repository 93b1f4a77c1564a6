"""The floor: the browser actions of the thirty scenarios as one bare Playwright script, against the same simulator.

No pytest, no evidence, no journal: a tenant, a context, the actions and Playwright's own expectations. What a runner
takes beyond this is the runner's.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import partial

from playwright.sync_api import Browser, Page, expect, sync_playwright

from deskproof.simulator.control.client import Control, TenantControl
from deskproof.simulator.server import start_server
from deskproof.steps.browsers.browser import ensure, launch_options
from deskproof.steps.gherkin.files.reader import WrittenScenario
from tests.bench.scenarios import thirty

START = "2026-01-15T09:00:00Z"


class Person:
    """Somebody at a page of their own."""

    def __init__(self, name: str, tenant: TenantControl, page: Page) -> None:
        self.account = tenant.people[name.lower()]
        self.tenant = tenant
        self.page = page
        self.email = page.get_by_role("textbox", name="Email address", exact=True)
        self.password = page.get_by_label("Password", exact=True)
        self.station = page.get_by_role("dialog", name="Station Credentials")
        self.number = self.station.get_by_role("textbox")
        self.country = self.station.get_by_role("combobox", name="Country code", exact=True)
        self.countries = self.station.get_by_role("listbox", name="Country code", exact=True)
        self.main = page.get_by_role("main", name="Task")
        self.availability = page.get_by_role("button", name=re.compile("^Availability: "))
        self.menu = page.get_by_role("menu", name="Availability")
        self.profile = page.get_by_role("dialog").filter(has=page.get_by_role("button", name="Sign Out"))

    def open(self) -> None:
        self.page.goto(self.tenant.desktop_url)

    def is_asked_for_email(self) -> None:
        if self.page.url == "about:blank":
            self.open()
        expect(self.email).to_be_visible()

    def give_email(self) -> None:
        self.email.fill(self.account.email)
        self.page.get_by_role("button", name="Sign In", exact=True).click()
        expect(self.password).to_be_visible()

    def come_to_station(self) -> None:
        self.open()
        self.give_email()
        self.password.fill(self.account.password)
        self.page.get_by_role("button", name="Sign In", exact=True).click()
        expect(self.station).to_be_visible()

    def choose(self, option: str) -> None:
        self.station.get_by_role("radio", name=option, exact=True).check()

    def sees_chosen(self, option: str) -> None:
        expect(self.station.get_by_role("radio", name=option, exact=True)).to_be_checked()

    def sees_options(self, text: str) -> None:
        options = re.split(", | and ", text)
        for option in options:
            expect(self.station.get_by_role("radio", name=option, exact=True)).to_be_visible()
        expect(self.station.get_by_role("radio")).to_have_count(len(options))

    def sees_no_number(self) -> None:
        expect(self.number).to_have_count(0)

    def sees_format_ticked(self) -> None:
        expect(self.station.get_by_role("checkbox", name="International Dialing Format")).to_be_checked()

    def look_for_country(self, text: str) -> None:
        self.country.fill(text)

    def pick_country(self, name: str) -> None:
        self.look_for_country(name)
        self.countries.get_by_role("option", name=_choice(name)).click()

    def sees_country_code(self, code: str) -> None:
        expect(self.country).to_have_value(re.compile(rf"\({re.escape(code)}\)$"))

    def finds_country(self, name: str) -> None:
        expect(self.countries.get_by_role("option", name=_choice(name))).to_be_visible()

    def does_not_find_country(self, name: str) -> None:
        expect(self.countries).to_be_visible()
        expect(self.countries.get_by_role("option", name=_choice(name))).to_have_count(0)

    def enter_number(self, number: str) -> None:
        self.number.fill(number)

    def submit(self) -> None:
        team = self.station.get_by_role("combobox", name="Team", exact=True)
        team.fill("Support")
        self.station.get_by_role("listbox", name="Team", exact=True).get_by_role("option", name="Support").click()
        self.station.get_by_role("button", name="Submit").click()

    def try_number(self, number: str) -> None:
        self.enter_number(number)
        self.submit()

    def sign_in_with(self, number: str) -> None:
        self.try_number(number)
        self.sees_task_page()

    def sign_in(self) -> None:
        self.come_to_station()
        self.sign_in_with("2015532447")

    def reads_number_message(self) -> None:
        expect(self.number).to_have_attribute("aria-invalid", "true")
        expect(self.number).to_have_accessible_description(re.compile(r"\w"))

    def sees_task_page(self) -> None:
        expect(self.main).to_be_visible()
        expect(self.page).to_have_url(re.compile("/task$"))

    def does_not_see_task_page(self) -> None:
        expect(self.main).to_have_count(0)

    def does_not_see_station(self) -> None:
        expect(self.station).to_be_hidden()

    def become(self, availability: str) -> None:
        self.availability.click()
        if availability == "Idle":
            self.menu.get_by_role("group", name="Idle").get_by_role("menuitemradio").first.click()
        else:
            self.menu.get_by_role("menuitemradio", name=availability, exact=True).click()
        self.is_(availability)

    def is_(self, availability: str) -> None:
        expect(self.availability).to_have_accessible_name(re.compile(rf"^Availability: {availability}(,|$)"))

    def open_profile(self) -> None:
        self.page.get_by_role("button", name="User Profile").click()
        expect(self.profile).to_be_visible()

    def sign_out(self) -> None:
        self.profile.get_by_role("button", name="Sign Out").click()

    def set_window(self, width: str, height: str) -> None:
        self.page.set_viewport_size({"width": int(width), "height": int(height)})

    def sees_large_window(self) -> None:
        expect(self.page.get_by_text("This window is too small")).to_be_hidden()

    def nothing(self, *_: str) -> None:
        """What only the tenant knows: no action of the browser."""


_SENTENCES: Mapping[str, Callable[..., None]] = {
    "opens the address from the administrator": Person.open,
    "is asked for an e-mail address": Person.is_asked_for_email,
    "gives their own e-mail address": Person.give_email,
    "is asked for the password of their own e-mail address": lambda person: expect(person.password).to_be_visible(),
    "(?:comes to|is at) Station Credentials": Person.come_to_station,
    "sees that (.+) is chosen": Person.sees_chosen,
    "is offered (.+)": Person.sees_options,
    "(?:chooses|has chosen) (.+)": Person.choose,
    "is not asked for a number": Person.sees_no_number,
    "sees that International Dialing Format is ticked": Person.sees_format_ticked,
    '(?:picks|has picked) the country "(.*)"': Person.pick_country,
    'sees the country code "(.*)"': Person.sees_country_code,
    'looks for the country "(.*)"': Person.look_for_country,
    'finds the country "(.*)"': Person.finds_country,
    'does not find the country "(.*)"': Person.does_not_find_country,
    'has entered the number "(.*)"': Person.enter_number,
    'signs in with the number "(.*)"': Person.sign_in_with,
    'tries to sign in with the number "(.*)"': Person.try_number,
    "submits Station Credentials": Person.submit,
    "reads a message about the number": Person.reads_number_message,
    "sees the Task page": Person.sees_task_page,
    "does not see the Task page": Person.does_not_see_task_page,
    "no longer sees Station Credentials": Person.does_not_see_station,
    "is signed in": Person.sign_in,
    "(?:becomes|has become) (.+)": Person.become,
    "is (Idle|Available)": Person.is_,
    "has opened User Profile": Person.open_profile,
    "clicks Sign Out": Person.sign_out,
    r"(?:makes|has made) the window (\d+) by (\d+) pixels": Person.set_window,
    "window is large enough": Person.sees_large_window,
    "is signed out": Person.is_asked_for_email,
    "is not signed in": Person.nothing,
    'is signed in with the (?:dial number|extension) "(.*)"': Person.nothing,
}


def play(scenario: WrittenScenario, control: Control, browser: Browser) -> None:
    """Do what the scenario says. Raises Playwright's AssertionError, and LookupError for a sentence not known here."""
    tenant = control.create_tenant("standard", frozen_at=START)
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="en-US", timezone_id="UTC")
    page = context.new_page()
    people: dict[str, Person] = {}
    for step in scenario.steps:
        name, text = re.split(r"'s | ", step.text, maxsplit=1)
        person = people.setdefault(name, Person(name, tenant, page))
        _action(text, person)()
    context.close()
    tenant.close()


def _action(text: str, person: Person) -> Callable[[], None]:
    for pattern, action in _SENTENCES.items():
        if found := re.fullmatch(pattern, text):
            return partial(action, person, *found.groups())
    raise LookupError(f"The floor has no action for {text!r}; add it to tests/bench/floor.py.")


def _choice(name: str) -> re.Pattern[str]:
    return re.compile(rf"^{re.escape(name)}( \+\d+)?$")


def main() -> None:
    """Play the thirty scenarios one after the other."""
    with start_server() as server, server.control() as control, sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch_options(ensure("shell")))
        for scenario in thirty():
            play(scenario, control, browser)
        browser.close()


if __name__ == "__main__":
    main()
