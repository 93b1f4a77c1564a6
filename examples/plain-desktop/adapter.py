"""How Deskproof uses the plain desktop: its texts, its lists, its one menu."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
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
    require,
)


class Screen:
    """What every screen is made of: the page, and what is found in it by its text."""

    def __init__(self, page: Page, language: Language) -> None:
        self.page = page

    def button(self, name: str) -> Locator:
        return self.page.get_by_role("button", name=name, exact=True)

    def heading(self, name: str) -> Locator:
        return self.page.get_by_role("heading", name=name, exact=True)


class Tab(Screen):
    """The tab: the tokens are in the storage of its browser."""

    def shows_address(self, address: str) -> None:
        expect(self.page).to_have_url(address)

    @contextmanager
    def signed_in(self, address: str, *, access_token: str, id_token: str) -> Iterator[None]:
        place = urlsplit(address)
        tokens = json.dumps(json.dumps({"access_token": access_token, "id_token": id_token}))
        script = f"""if (location.origin === {json.dumps(f"{place.scheme}://{place.netloc}")})
            localStorage.setItem("plain-desktop.tokens", {tokens});"""
        with self.page.add_init_script(script):
            yield


WAYS = {Option.DIAL_NUMBER: "A phone number", Option.EXTENSION: "A desk extension", Option.DESKTOP: "This computer"}
FIELDS = {Option.DIAL_NUMBER: "Phone number", Option.EXTENSION: "Extension"}
NUMBER_MESSAGES = {
    StationMessage.NUMBER_MISSING: "Which number do we call?",
    StationMessage.EXTENSION_MISSING: "Which extension do we call?",
    StationMessage.NUMBER_LETTERS: "A phone number has no letters.",
    StationMessage.NUMBER_SHORT: "Too short: ",
    StationMessage.NUMBER_LONG: "Too long: ",
    StationMessage.NUMBER_FORMAT: "This is not a phone number.",
    StationMessage.NUMBER_NOT_REGISTERED: "not registered",
    StationMessage.NUMBER_IN_USE: "Dial number is in use.",
    StationMessage.EXTENSION_IN_USE: "This extension is already in use",
}


class Station(Screen):
    """Where the agent takes calls today."""

    def __init__(self, page: Page, language: Language) -> None:
        super().__init__(page, language)
        self.form = page.locator("form#station")
        self.ways = self.form.get_by_role("group", name="Calls reach me at")
        self.number = self.form.locator("#number")
        self.team = self.form.get_by_label("I work for")
        self.keep = self.form.get_by_label("Fill this in for me tomorrow")

    def shows(self) -> None:
        expect(self.heading("Where do you take calls today?")).to_be_visible()
        expect(self.page).to_have_title("Sign on - Plain Desktop")
        expect(self.form.get_by_text(re.compile(r"^Hello \S+"))).to_be_visible()

    def does_not_show(self) -> None:
        expect(self.page.locator("main")).to_be_visible()
        expect(self.form).to_be_hidden()

    def submit(self) -> None:
        self.button("Start work").click()

    def cancel(self) -> None:
        self.button("Not now").click()

    def choose(self, option: Option) -> None:
        self.ways.get_by_label(WAYS[option]).check()

    def shows_chosen(self, option: Option) -> None:
        expect(self.ways.get_by_label(WAYS[option])).to_be_checked()

    def shows_options(self, options: Sequence[Option]) -> None:
        expect(self.ways.locator("label")).to_have_text([WAYS[option] for option in options])

    def enter_number(self, number: str) -> None:
        self.number.fill(number)

    def shows_number(self, number: str) -> None:
        expect(self.number).to_have_value(number)

    def shows_number_field(self, option: Option) -> None:
        expect(self.form.get_by_role("textbox")).to_have_count(1)
        expect(self.form.get_by_role("textbox", name=FIELDS[option], exact=True)).to_be_visible()

    def shows_no_number_field(self) -> None:
        expect(self.form).to_be_visible()
        expect(self.form.get_by_role("textbox")).to_have_count(0)

    def shows_number_editable(self) -> None:
        expect(self.number).to_be_editable()

    def shows_number_read_only(self) -> None:
        expect(self.number).to_be_visible()
        expect(self.number).not_to_be_editable()

    def shows_field_message(self, message: StationMessage) -> None:
        if message is StationMessage.TEAM_MISSING:
            expect(self.form.locator("#team-wrong")).to_have_text("Which team is it today?")
        else:
            expect(self.form.locator("#number-wrong")).to_contain_text(NUMBER_MESSAGES[message])

    def shows_no_country_list(self) -> None:
        expect(self.form).to_be_visible()
        expect(self.form.get_by_text("country")).to_have_count(0)

    def open_teams(self) -> None:
        self.team.focus()

    def pick_team(self, team: str) -> None:
        self.team.select_option(label=team)

    def shows_team(self, team: str) -> None:
        expect(self.team.get_by_role("option", name=team, exact=True)).to_be_attached()

    def shows_teams(self, teams: Sequence[str]) -> None:
        expect(self.team.locator("option")).to_have_text(["Pick a team", *teams])

    def shows_team_field(self) -> None:
        expect(self.team).to_be_visible()

    def shows_no_team_field(self) -> None:
        expect(self.form).to_be_visible()
        expect(self.team).to_be_hidden()

    def shows_picked_team(self, team: str) -> None:
        expect(self.team.locator("option:checked")).to_have_text(team)

    def shows_no_picked_team(self) -> None:
        expect(self.team).to_have_value("")

    def shows_no_role_field(self) -> None:
        expect(self.form).to_be_visible()
        expect(self.form.get_by_text("role")).to_have_count(0)

    def tick_remember(self) -> None:
        self.keep.check()

    def untick_remember(self) -> None:
        self.keep.uncheck()

    def shows_remember(self, ticked: bool) -> None:
        expect(self.keep).to_be_checked(checked=ticked)


STATES = {Availability.AVAILABLE: re.compile(r"^Ready$"), Availability.IDLE: re.compile(r"^Away: .+")}


class Task(Screen):
    """The agent's work: the state is chosen from one list."""

    def __init__(self, page: Page, language: Language) -> None:
        super().__init__(page, language)
        self.chooser = page.get_by_label("I am", exact=True)
        self.state = page.locator("#state")

    def shows(self) -> None:
        expect(self.heading("Your work")).to_be_visible()
        expect(self.page).to_have_title("Work - Plain Desktop")

    def does_not_show(self) -> None:
        expect(self.page.locator("main")).to_be_visible()
        expect(self.heading("Your work")).to_be_hidden()

    def choose_availability(self, availability: Availability) -> None:
        if availability is Availability.AVAILABLE:
            self.chooser.select_option(label="Ready")
        else:
            self.chooser.select_option(index=2)

    def shows_availability(self, availability: Availability) -> None:
        expect(self.state).to_have_text(STATES[availability])

    def choose_idle_code(self, code: str) -> None:
        self.chooser.select_option(label=f"Away: {code}")

    def shows_idle_code(self, code: str) -> None:
        expect(self.state).to_have_text(f"Away: {code}")


class Dialogs(Screen):
    """The notice that the desktop is open somewhere else."""

    def __init__(self, page: Page, language: Language) -> None:
        super().__init__(page, language)
        self.notice = page.get_by_role("dialog", name="Plain Desktop is open somewhere else")

    def shows_multiple_sign_in(self) -> None:
        expect(self.notice).to_be_visible()
        expect(self.notice).to_contain_text("If you go on here, the other place is closed.")

    def shows_no_multiple_sign_in(self) -> None:
        expect(self.page.locator("main")).to_be_visible()
        expect(self.notice).to_be_hidden()

    def shows_only_continue(self) -> None:
        expect(self.notice.get_by_role("button")).to_have_text(["Go on here"])
        expect(self.notice.get_by_role("button")).to_be_focused()

    def press_escape(self) -> None:
        self.page.keyboard.press("Escape")

    def continue_here(self) -> None:
        self.notice.get_by_role("button").click()


class Errors(Screen):
    """The note at the first screen about a sign-out from elsewhere."""

    def shows_signed_out_note(self) -> None:
        expect(self.page.get_by_text("You were signed off in the meantime.")).to_be_visible()


class Profile(Screen):
    """The menu with the agent's name."""

    def __init__(self, page: Page, language: Language) -> None:
        super().__init__(page, language)
        self.menu = page.locator("details#me")
        self.title = self.menu.locator("summary")

    def open(self) -> None:
        expect(self.title).to_be_visible()
        if not self.button("Go home").is_visible():
            self.title.click()

    def shows_in_upper_right_corner(self) -> None:
        expect(self.title).to_be_visible()
        box, size = self.title.bounding_box(), self.page.viewport_size
        require(
            box and size and box["x"] >= size["width"] * 7 / 8 and box["y"] + box["height"] <= size["height"] / 8,
            f"The menu is at {box} of a page of {size}, not in its upper right eighth.",
        )

    def shows_name(self, name: str) -> None:
        expect(self.title).to_have_text(name)
        expect(self.button("Go home")).to_be_visible()

    def shows_sign_out(self) -> None:
        expect(self.button("Go home")).to_be_visible()

    def sign_out(self) -> None:
        self.button("Go home").click()


TITLES = {
    ConversationState.RINGING: "A customer calls",
    ConversationState.CONNECTED: "You are talking",
    ConversationState.HELD: "The customer waits",
    ConversationState.WRAP_UP: "Write it up",
}
BUSY = {
    ConversationState.RINGING: "a call rings",
    ConversationState.CONNECTED: "you are on a call",
    ConversationState.HELD: "a call is parked",
    ConversationState.WRAP_UP: "a call is not written up",
}


class Calls(Screen):
    """The box of the call, from ringing to its last note, and the dialog of a missed one."""

    def __init__(self, page: Page, language: Language) -> None:
        super().__init__(page, language)
        self.box = page.locator("section#call")
        self.reasons = self.box.get_by_label("It was about")
        self.missed = page.get_by_role("dialog", name="You missed a call")
        self.refused = page.get_by_text("You cannot go home yet")

    def shows_ringing(self, number: str) -> None:
        self.shows_pane(ConversationState.RINGING)
        expect(self.box).to_contain_text(f"Pick up at {number}.")

    def shows_nothing_ringing(self) -> None:
        expect(self.heading("Your work")).to_be_visible()
        expect(self.heading(TITLES[ConversationState.RINGING])).to_be_hidden()

    def shows_pane(self, state: ConversationState) -> None:
        expect(self.box.get_by_role("heading")).to_have_text(TITLES[state])

    def shows_no_pane(self) -> None:
        expect(self.heading("Your work")).to_be_visible()
        expect(self.box).to_be_hidden()

    def hold(self) -> None:
        self.button("Park").click()

    def resume(self) -> None:
        self.button("Unpark").click()

    def end(self) -> None:
        self.button("Hang up").click()

    def shows_reason(self, reason: str) -> None:
        expect(self.reasons.get_by_role("option", name=reason, exact=True)).to_be_attached()

    def does_not_show_reason(self, reason: str) -> None:
        expect(self.reasons).to_be_visible()
        expect(self.reasons.get_by_role("option", name=reason, exact=True)).to_have_count(0)

    def wrap_up(self, reason: str) -> None:
        self.reasons.select_option(label=reason)
        self.button("Done").click()

    def shows_unanswered(self) -> None:
        expect(self.missed).to_be_visible()

    def shows_no_unanswered(self) -> None:
        expect(self.page.locator("main")).to_be_visible()
        expect(self.missed).to_be_hidden()

    def go_to(self, availability: Availability) -> None:
        self.button("I am ready" if availability is Availability.AVAILABLE else "Stay away").click()

    def shows_engaged(self) -> None:
        expect(self.page.get_by_text("On a call,")).to_be_visible()

    def shows_sign_out_refused(self, state: ConversationState | MonitoringState | None = None) -> None:
        expect(self.refused).to_be_visible()
        if isinstance(state, ConversationState):
            expect(self.refused).to_contain_text(BUSY[state])

    def shows_no_sign_out_refused(self) -> None:
        expect(self.page.locator("main")).to_be_visible()
        expect(self.refused).to_be_hidden()


class Voice(Screen):
    """A call that rings on this computer."""

    def shows_ringing(self) -> None:
        expect(self.button("Take it")).to_be_visible()

    def shows_nothing_to_answer(self) -> None:
        expect(self.heading("Your work")).to_be_visible()
        expect(self.button("Take it")).to_be_hidden()

    def answer(self) -> None:
        self.button("Take it").click()

    def decline(self) -> None:
        self.button("Let it go").click()


adapter = Adapter(
    name="plain-desktop",
    screens={of.__name__.lower(): of for of in (Tab, Station, Task, Dialogs, Errors, Profile, Calls, Voice)},
    not_offered=tomllib.loads((Path(__file__).parent / "not_offered.toml").read_text()),
)
