"""The vendor's widgets for Deskproof: what a person does with them and reads on them, to the letter of their own texts.

The page around them is `site/page.jsx`. What they do not have is in `not_offered.toml`, with the reason.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from playwright.sync_api import Locator, Page, expect

from deskproof.adapters import (
    Adapter,
    Availability,
    ConversationState,
    Language,
    MonitoringState,
    Option,
    StationMessage,
)

_TOKEN = "webex-widgets.access-token"
_STORE = "([origin, name, token]) => { if (location.origin === origin) localStorage.setItem(name, token); }"
_NEXT_FRAME = "() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))"

_OPTIONS: Final[Mapping[Option, str]] = {
    Option.DIAL_NUMBER: "Dial Number",
    Option.EXTENSION: "Extension",
    Option.DESKTOP: "Desktop",
}

_NOT_A_NUMBER = "Enter a valid US dial number. For help, reach out to your administrator or support team."
"""The one sentence for every number that the widget refuses itself."""

_AT_NUMBER: Final[Mapping[StationMessage, str]] = {
    StationMessage.NUMBER_MISSING: "Dial Number  is required",
    StationMessage.EXTENSION_MISSING: "Extension  is required",
    StationMessage.NUMBER_LETTERS: _NOT_A_NUMBER,
    StationMessage.NUMBER_SHORT: _NOT_A_NUMBER,
    StationMessage.NUMBER_LONG: _NOT_A_NUMBER,
    StationMessage.NUMBER_FORMAT: _NOT_A_NUMBER,
}
_BELOW_FIELDS: Final[Mapping[StationMessage, re.Pattern[str]]] = {
    StationMessage.NUMBER_NOT_REGISTERED: re.compile("number.*not registered", re.IGNORECASE),
    StationMessage.NUMBER_IN_USE: re.compile("number.*in use", re.IGNORECASE),
    StationMessage.EXTENSION_IN_USE: re.compile(r"^This extension is already in use\.$"),
    StationMessage.TEAM_MISSING: re.compile("team", re.IGNORECASE),
}
"""What the contact center refuses is below the fields. Where the widget has no sentence: what it must name."""

_ALERT = (
    "You are signed in to the Desktop in multiple application instances. Click Continue to proceed with the Desktop in "
    "this application instance. Else, close this window."
)


def _shows_something(page: Page) -> None:
    """The page has more than its empty element: that something is not there can be seen."""
    expect(page.locator("#page").get_by_role("heading").or_(page.get_by_role("alert")).first).to_be_visible()


class _Select:
    """A list of the widgets' in which one thing is chosen."""

    def __init__(self, select: Locator) -> None:
        self._select = select
        self._box = select.locator("[role=combobox]")
        self._choices = select.locator("mdc-option")

    def open(self) -> None:
        """Open the list, where it is not open."""
        if self._box.get_attribute("aria-expanded") != "true":
            self._box.click()
        expect(self._box).to_have_attribute("aria-expanded", "true")

    def close(self) -> None:
        """Close the list with Escape."""
        self._box.page.keyboard.press("Escape")
        expect(self._box).not_to_have_attribute("aria-expanded", "true")

    def pick(self, name: str) -> None:
        """Pick this, where it is not picked."""
        if self._box.inner_text().strip() == name:
            return
        self.open()
        self.pick_listed(name)

    def pick_listed(self, name: str) -> None:
        """Pick this from the open list."""
        self._choice(name).click()
        self.shows_picked(name)

    def pick_only(self) -> None:
        """Pick what is in the list, where that is only one thing and it is not picked."""
        if self._choices.count() == 1 and self._select.locator("mdc-option[selected]").count() == 0:
            self.open()
            self._choices.click()

    def shows_picked(self, name: str) -> None:
        """This is picked."""
        expect(self._box).to_have_text(name)

    def shows(self, name: str) -> None:
        """The open list has this."""
        expect(self._choice(name)).to_be_visible()

    def is_open(self) -> None:
        """The list is open."""
        expect(self._box).to_have_attribute("aria-expanded", "true")

    def does_not_show(self, name: str) -> None:
        """The list is open and does not have this."""
        self.is_open()
        expect(self._choice(name)).to_have_count(0)

    def shows_exactly(self, names: Sequence[str]) -> None:
        """The open list has exactly these, in this order."""
        expect(self._choices).to_have_count(len(names))
        for place, name in enumerate(names):
            expect(self._choices.nth(place)).to_have_accessible_name(name)

    def is_present(self) -> None:
        """The list can be opened."""
        expect(self._box).to_be_visible()

    def is_absent(self) -> None:
        """There is no such list."""
        expect(self._box).to_have_count(0)

    def _choice(self, name: str) -> Locator:
        return self._choices.and_(self._select.get_by_role("option", name=name, exact=True))


class Tab:
    """The tab of one page."""

    def __init__(self, page: Page, _language: Language) -> None:
        self._page = page

    def shows_address(self, address: str) -> None:
        """The page is at exactly this address."""
        expect(self._page).to_have_url(address)

    @contextmanager
    def signed_in(self, address: str, *, access_token: str, id_token: str) -> Iterator[None]:
        """While this is open, the page finds the access token when it is opened at this address."""
        origin = "{0.scheme}://{0.netloc}".format(urlsplit(address))
        with self._page.add_init_script(f"({_STORE})({json.dumps([origin, _TOKEN, access_token])})"):
            yield


class Station:
    """The widget for the station, which the page shows until the agent is signed in to one."""

    def __init__(self, page: Page, _language: Language) -> None:
        self._page = page
        self._widget = page.get_by_test_id("station-login-widget")
        self._option = _Select(self._widget.get_by_test_id("login-option-select"))
        self._number = self._widget.get_by_role("textbox")
        self._team = _Select(self._widget.get_by_test_id("teams-select-dropdown"))
        self._submit = self._widget.get_by_role("button", name="Save & Continue", exact=True)
        self._failure = self._widget.get_by_test_id("station-login-failure-label")

    def shows(self) -> None:
        """The widget asks for the interaction preferences, in a page of its own title."""
        expect(self._widget.get_by_text("Set your interaction preferences", exact=True)).to_be_visible()
        expect(self._submit).to_be_visible()
        expect(self._page).to_have_title("Station – Contact Center")

    def does_not_show(self) -> None:
        """The page is there, and the widget does not ask for a station."""
        _shows_something(self._page)
        expect(self._submit).to_be_hidden()

    def submit(self) -> None:
        """Click Save & Continue, also where it cannot be clicked at the moment.

        An agent with one team has to pick it from the list as others do (AD-076), which the scenarios do not say.
        """
        expect(self._submit).to_be_visible()
        self._team.pick_only()
        self._submit.click(force=True)

    # options

    def choose(self, option: Option) -> None:
        """Choose a station option."""
        self._option.pick(_OPTIONS[option])

    def shows_chosen(self, option: Option) -> None:
        """This option is chosen."""
        self._option.shows_picked(_OPTIONS[option])

    def shows_options(self, options: Sequence[Option]) -> None:
        """The list has exactly these options, in any order; Desktop alone is in a list too."""
        self._option.open()
        self._option.shows_exactly([name for option, name in _OPTIONS.items() if option in options])
        self._option.close()

    # the number

    def enter_number(self, number: str) -> None:
        """Enter a number or extension, in place of the present value, and see what the widget makes of it."""
        self._number.fill(number)
        self._page.evaluate(_NEXT_FRAME)

    def shows_number(self, number: str) -> None:
        """The field has exactly this number."""
        expect(self._number).to_have_value(number)

    def shows_number_field(self, option: Option) -> None:
        """There is one number field, named after the option."""
        expect(self._widget.get_by_role("textbox", name=_OPTIONS[option], exact=True)).to_be_visible()

    def shows_no_number_field(self) -> None:
        """There is nothing to enter a number in."""
        expect(self._submit).to_be_visible()
        expect(self._number).to_have_count(0)

    def shows_number_editable(self) -> None:
        """The number can be changed."""
        expect(self._number).to_be_editable()

    def shows_number_read_only(self) -> None:
        """The number is there and cannot be changed."""
        expect(self._number).to_be_visible()
        expect(self._number).not_to_be_editable()

    def shows_field_message(self, message: StationMessage) -> None:
        """This message is at the number, or below the fields where the contact center refused what was submitted."""
        if message in _BELOW_FIELDS:
            expect(self._failure).to_have_text(_BELOW_FIELDS[message])
            return
        expect(self._number).to_have_attribute("aria-invalid", "true")
        expect(self._widget.get_by_text(_AT_NUMBER[message], exact=True)).to_be_visible()

    def shows_no_number_message(self) -> None:
        expect(self._number).to_be_visible()
        expect(self._number).not_to_have_attribute("aria-invalid", "true")

    def shows_number_message(self, words: str) -> None:
        """Exactly these words are at the number, as the message or the hint of the field."""
        expect(self._widget.get_by_text(words, exact=True)).to_be_visible()

    def shows_message_with_tracking_id(self) -> None:
        """A message says that the sign-in failed, with an id for the administrator."""
        expect(self._failure).to_have_text(re.compile(r"\w+_[\w-]{8,}"))

    # the team

    def open_teams(self) -> None:
        """Open the list of teams."""
        self._team.open()

    def pick_team(self, team: str) -> None:
        """Pick a team by its name."""
        self._team.pick(team)

    def pick_listed_team(self, team: str) -> None:
        """Pick a team from the list as it is shown."""
        self._team.pick_listed(team)

    def shows_team(self, team: str) -> None:
        """The open list has this team."""
        self._team.shows(team)

    def does_not_show_team(self, team: str) -> None:
        """The list is open and does not have this team."""
        self._team.does_not_show(team)

    def shows_teams(self, teams: Sequence[str]) -> None:
        """The open list has exactly these teams, in this order."""
        self._team.shows_exactly(teams)

    def shows_no_team(self) -> None:
        """The list is open and has no team."""
        self._team.is_open()
        self._team.shows_exactly([])

    def shows_team_field(self) -> None:
        """There is a team to pick."""
        self._team.is_present()

    def shows_no_team_field(self) -> None:
        """The widget is there, without a team to pick."""
        expect(self._submit).to_be_visible()
        self._team.is_absent()

    def shows_picked_team(self, team: str) -> None:
        """This team is picked."""
        self._team.shows_picked(team)

    def shows_no_picked_team(self) -> None:
        """No team is picked: the list has its placeholder."""
        self._team.shows_picked("Your Team")

    def shows_no_role_field(self) -> None:
        """The widget is there and asks for nothing but option and team."""
        expect(self._submit).to_be_visible()
        expect(self._widget.locator("[role=combobox]:visible")).to_have_count(2)


class Task:
    """The page with the widgets for work, and the widget for the state above it."""

    def __init__(self, page: Page, _language: Language) -> None:
        self._page = page
        self._main = page.get_by_role("main", name="Task")
        self._state = page.get_by_test_id("user-state-container")
        self._box = self._state.get_by_test_id("state-select")
        self._choices = self._state.get_by_role("listbox").get_by_role("option")

    def shows(self) -> None:
        """The widgets for work are there, at their own address, in a page of their own title."""
        expect(self._main).to_be_visible()
        expect(self._state).to_be_visible()
        expect(self._page).to_have_url(re.compile(r"#task$"))
        expect(self._page).to_have_title("Task – Contact Center")

    def does_not_show(self) -> None:
        """The page is there, and the widgets for work are not."""
        _shows_something(self._page)
        expect(self._main).to_have_count(0)

    def choose_availability(self, availability: Availability) -> None:
        """Choose an availability; Idle is chosen by the first of its idle codes."""
        self._box.click()
        available = re.compile(r"^\s*Available\s*$")
        if availability is Availability.IDLE:
            self._choices.filter(has_not_text=available).first.click()
        else:
            self._choices.filter(has_text=available).click()

    def shows_availability(self, availability: Availability) -> None:
        """This availability is shown; Idle as one of its idle codes."""
        if availability is Availability.IDLE:
            expect(self._box.get_by_test_id("item-container selected idle")).to_be_visible()
        else:
            expect(self._box).to_have_text("Available")

    def choose_idle_code(self, code: str) -> None:
        """Choose this idle code."""
        self._box.click()
        self._choices.filter(has_text=re.compile(rf"^\s*{re.escape(code)}\s*$")).click()
        self.shows_idle_code(code)

    def shows_idle_code(self, code: str) -> None:
        """The availability is Idle with this idle code."""
        self.shows_availability(Availability.IDLE)
        expect(self._box).to_have_text(code)


class Dialogs:
    """The widget's alert about another instance."""

    def __init__(self, page: Page, _language: Language) -> None:
        self._page = page
        self._alert = page.get_by_test_id("multi-sign-in-modal")
        self._continue = self._alert.get_by_role("button", name="Continue", exact=True)

    def shows_multiple_sign_in(self) -> None:
        """The alert covers the page and says what Continue does."""
        expect(self._alert).to_be_visible()
        expect(self._alert.get_by_text("Multiple Sign In Alert", exact=True)).to_be_visible()
        expect(self._alert.get_by_text(_ALERT, exact=True)).to_be_visible()

    def shows_no_multiple_sign_in(self) -> None:
        """The page is there, and the alert is not."""
        _shows_something(self._page)
        expect(self._alert).to_be_hidden()

    def shows_only_continue(self) -> None:
        """Continue is the alert's only button, and has the focus."""
        expect(self._alert.get_by_role("button")).to_have_count(1)
        expect(self._continue).to_be_focused()

    def press_escape(self) -> None:
        """Press Escape."""
        self._page.keyboard.press("Escape")

    def continue_here(self) -> None:
        """Click Continue."""
        self._continue.click()


class Profile:
    """The page's panel with the widget for the station, where Sign Out is."""

    def __init__(self, page: Page, _language: Language) -> None:
        self._opener = page.get_by_role("button", name="Station", exact=True)
        self._sign_out = page.get_by_test_id("sign-out-button")
        self._confirm = page.get_by_test_id("cc-logout-modal").get_by_role("button", name="Sign Out", exact=True)

    def open(self) -> None:
        """Open the panel, where it is not open: a click would close it."""
        if self._opener.get_attribute("aria-expanded") != "true":
            self._opener.click()
        expect(self._sign_out).to_be_visible()

    def shows_sign_out(self) -> None:
        """The panel is open and offers Sign Out."""
        expect(self._sign_out).to_be_visible()

    def sign_out(self) -> None:
        """Click Sign Out, and Sign Out again where the widget asks whether that is meant."""
        self._sign_out.click()
        self._confirm.click()


class Calls:
    """The widgets of a call: the incoming task, and the call control."""

    def __init__(self, page: Page, language: Language) -> None:
        self._page = page
        self._profile = Profile(page, language)
        self._number = page.get_by_test_id("station-login-widget").get_by_role("textbox")
        self._main = page.get_by_role("main", name="Task")
        self._incoming = page.get_by_role("region", name="Incoming").get_by_role("listitem")
        self._control = page.get_by_role("region", name="Call control").get_by_test_id("call-control-container")
        self._hold = self._control.get_by_role("button", name="Hold the call", exact=True)
        self._resume = self._control.get_by_role("button", name="Resume the call", exact=True)
        self._wrap_up = self._control.get_by_test_id("call-control:wrapup-button")
        self._reason = _Select(page.get_by_test_id("call-control:wrapup-select"))
        self._state = page.get_by_test_id("user-state-container").get_by_test_id("state-select")

    def shows_ringing(self, number: str) -> None:
        """A call is announced, and the station has the number to answer it at."""
        expect(self._incoming.get_by_text("Ringing...", exact=True)).to_be_visible()
        self._profile.open()
        expect(self._number).to_have_value(number)

    def shows_nothing_ringing(self) -> None:
        """The widgets for work are there, and no call is announced."""
        expect(self._main).to_be_visible()
        expect(self._incoming).to_have_count(0)

    # the call control

    def shows_pane(self, state: ConversationState) -> None:
        """The call control is there, with what can be done with a call in this state."""
        done = {ConversationState.CONNECTED: self._hold, ConversationState.HELD: self._resume}
        expect(done.get(state, self._wrap_up)).to_be_visible()

    def shows_no_pane(self) -> None:
        """The widgets for work are there, without a call control."""
        expect(self._main).to_be_visible()
        expect(self._control).to_have_count(0)

    def hold(self) -> None:
        """Click Hold the call."""
        self._hold.click()

    def resume(self) -> None:
        """Click Resume the call."""
        self._resume.click()

    def end(self) -> None:
        """Click End Call."""
        self._control.get_by_role("button", name="End Call", exact=True).click()

    def wrap_up(self, reason: str) -> None:
        """Choose a wrap-up reason and click Submit & Wrap up."""
        self._open_reasons()
        self._reason.pick_listed(reason)
        self._page.get_by_test_id("call-control:wrapup-submit").click()

    # availability and sign-out

    def shows_engaged(self) -> None:
        """Engaged is shown in place of the availability."""
        expect(self._state).to_have_text("Engaged")

    def shows_sign_out_refused(self, state: ConversationState | MonitoringState | None = None) -> None:
        """A message says that the person cannot sign out."""
        expect(self._refusal).to_be_visible()

    def shows_no_sign_out_refused(self) -> None:
        """The page is there, and no message says that the person cannot sign out."""
        _shows_something(self._page)
        expect(self._refusal).to_have_count(0)

    @property
    def _refusal(self) -> Locator:
        return self._page.get_by_text(re.compile("(cannot|can't|unable to|not) sign(ed)? out", re.IGNORECASE))

    def _open_reasons(self) -> None:
        if self._wrap_up.get_attribute("aria-expanded") != "true":
            self._wrap_up.click()
        self._reason.open()


class Voice:
    """The incoming task of a call that rings in the browser."""

    def __init__(self, page: Page, _language: Language) -> None:
        self._main = page.get_by_role("main", name="Task")
        incoming = page.get_by_role("region", name="Incoming").get_by_role("listitem")
        self._accept = incoming.get_by_role("button", name="Accept", exact=True)
        self._decline = incoming.get_by_role("button", name="Decline", exact=True)

    def shows_ringing(self) -> None:
        """A call can be answered here."""
        expect(self._accept).to_be_enabled()

    def shows_nothing_to_answer(self) -> None:
        """The widgets for work are there, and no call can be answered here."""
        expect(self._main).to_be_visible()
        expect(self._accept).to_have_count(0)

    def answer(self) -> None:
        """Click Accept."""
        self._accept.click()

    def decline(self) -> None:
        """Click Decline."""
        self._decline.click()


adapter = Adapter(
    name="webex-widgets",
    dial_number="+12015532447",
    screens={
        "tab": Tab,
        "station": Station,
        "task": Task,
        "dialogs": Dialogs,
        "profile": Profile,
        "calls": Calls,
        "voice": Voice,
    },
    not_offered=tomllib.loads((Path(__file__).parent / "not_offered.toml").read_text()),
)
