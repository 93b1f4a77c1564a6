"""Station Credentials of the reference desktop."""

import re
from collections.abc import Sequence

from playwright.sync_api import Locator, Page, expect

from deskproof.steps.gherkin.vocabulary.messages import StationMessage
from deskproof.steps.gherkin.vocabulary.values import Key, Language, Option, Role
from deskproof.steps.screens.reference.absence import expect_absent
from deskproof.steps.screens.reference.labels import Labels
from deskproof.steps.screens.reference.signing_in.choice import SearchableChoice
from deskproof.steps.screens.reference.signing_in.countries import known_country


class Station:
    """The dialog between sign-in and the Task page."""

    def __init__(self, page: Page, language: Language) -> None:
        labels = Labels(language)
        self._page = page
        self._labels = labels
        self._dialog = page.get_by_role("dialog", name=labels["station"])
        self._options = self._dialog.get_by_role("radio")
        self._format = self._dialog.get_by_role("checkbox", name=labels["format"])
        self._number = self._dialog.get_by_role("textbox")
        self._remember = self._dialog.get_by_role("checkbox", name=labels["remember"])
        self._role = self._dialog.get_by_role("combobox", name=labels["role"])
        self._country = SearchableChoice(self._dialog, "country", labels)
        self._team = SearchableChoice(self._dialog, "team", labels)

    def shows(self) -> None:
        expect(self._dialog).to_be_visible()
        expect(self._dialog.get_by_text(self._labels.sentence("greeting"))).to_be_visible()
        expect(self._page).to_have_title(self._labels.title("station"))

    def does_not_show(self) -> None:
        expect_absent(self._dialog)

    def submit(self) -> None:
        self._dialog.get_by_role("button", name=self._labels["submit"]).click()

    def cancel(self) -> None:
        self._dialog.get_by_role("button", name=self._labels["cancel"]).click()

    # options

    def choose(self, option: Option) -> None:
        self._radio(option).check()

    def shows_chosen(self, option: Option) -> None:
        expect(self._radio(option)).to_be_checked()

    def shows_options(self, options: Sequence[Option]) -> None:
        if options == (Option.DESKTOP,):
            text = f"{self._labels['telephony']}: {self._labels.option(Option.DESKTOP)}"
            expect(self._dialog.get_by_text(text, exact=True)).to_be_visible()
            expect(self._options).to_have_count(0)
            return
        for option in options:
            expect(self._radio(option)).to_be_visible()
        expect(self._options).to_have_count(len(options))

    # the number

    def enter_number(self, number: str) -> None:
        self._number.fill(number)

    def retype_number(self, option: Option, number: str) -> None:
        self._clear(self._labels.option(option))
        self._page.keyboard.type(number)

    def shows_number(self, number: str) -> None:
        expect(self._number).to_have_value(number)

    def shows_number_field(self, option: Option) -> None:
        expect(self._dialog.get_by_role("textbox", name=self._labels.option(option), exact=True)).to_be_visible()

    def shows_no_number_field(self) -> None:
        expect(self._dialog).to_be_visible()
        expect(self._number).to_have_count(0)

    def shows_number_editable(self) -> None:
        expect(self._number).to_be_editable()

    def shows_number_read_only(self) -> None:
        expect(self._number).to_be_visible()
        expect(self._number).to_have_attribute("readonly", "")

    def shows_field_message(self, message: StationMessage) -> None:
        if message is StationMessage.TEAM_MISSING:
            self._team.shows_refused(self._labels.sentence(message))
            return
        expect(self._number).to_have_attribute("aria-invalid", "true")
        expect(self._number).to_have_accessible_description(self._labels.sentence(message))

    def shows_number_message(self, words: str) -> None:
        expect(self._dialog.get_by_text(words, exact=True)).to_be_visible()
        expect(self._number).to_have_accessible_description(re.compile(re.escape(words)))

    def shows_no_number_message(self) -> None:
        expect(self._number).to_be_visible()
        expect(self._number).not_to_have_attribute("aria-invalid", "true")
        expect(self._dialog.locator("#station-number-problem")).to_have_count(0)

    def shows_browser_refused(self) -> None:
        self._shows_option_refused("browser refused")

    def shows_microphone_denied(self) -> None:
        self._shows_option_refused("microphone denied")

    def shows_microphone_absent(self) -> None:
        self._shows_option_refused("microphone absent")

    # the international format

    def tick_format(self) -> None:
        self._format.check()

    def untick_format(self) -> None:
        self._format.uncheck()

    def shows_format_ticked(self) -> None:
        expect(self._format).to_be_checked()

    def shows_country_code(self, code: str) -> None:
        self._country.shows_picked(re.compile(rf"\({re.escape(code)}\)$"))

    def shows_no_country_list(self) -> None:
        expect(self._dialog).to_be_visible()
        self._country.is_absent()

    def search_country(self, text: str) -> None:
        self._country.search(text)

    def press_in_countries(self, key: Key) -> None:
        self._country.press(key)

    def shows_picked_country(self, country: str) -> None:
        self._country.shows_picked(re.compile(rf"^{re.escape(country)} \(\+\d+\)$"))

    def pick_country(self, country: str) -> None:
        self._country.pick(known_country(self._dialog.page, country))

    def shows_country(self, country: str) -> None:
        self._country.shows(known_country(self._dialog.page, country))

    def does_not_show_country(self, country: str) -> None:
        self._country.does_not_show(known_country(self._dialog.page, country))

    def shows_no_country(self) -> None:
        self._country.shows_nothing()

    # the team

    def open_teams(self) -> None:
        self._team.open()

    def search_team(self, text: str) -> None:
        self._team.search(text)

    def press_in_teams(self, key: Key) -> None:
        self._team.press(key)

    def retype_team(self, text: str) -> None:
        self._clear(self._labels["team"])
        self._page.keyboard.type(text)

    def pick_team(self, team: str) -> None:
        self._team.pick(team)

    def pick_listed_team(self, team: str) -> None:
        self._team.pick_listed(team)

    def shows_team(self, team: str) -> None:
        self._team.shows(team)

    def does_not_show_team(self, team: str) -> None:
        self._team.does_not_show(team)

    def shows_teams(self, teams: Sequence[str]) -> None:
        self._team.shows_exactly(teams)

    def shows_no_team(self) -> None:
        self._team.shows_nothing()

    def shows_team_field(self) -> None:
        self._team.is_present()

    def shows_no_team_field(self) -> None:
        expect(self._dialog).to_be_visible()
        self._team.is_absent()

    # the role

    def choose_role(self, role: Role) -> None:
        self._role.select_option(label=self._labels.role(role))

    def shows_role(self, role: Role) -> None:
        expect(self._role.get_by_role("option", name=self._labels.role(role), exact=True)).to_have_js_property(
            "selected", True
        )

    def shows_no_role_field(self) -> None:
        expect(self._dialog).to_be_visible()
        expect(self._role).to_have_count(0)

    # remembered credentials

    def tick_remember(self) -> None:
        self._remember.check()

    def untick_remember(self) -> None:
        self._remember.uncheck()

    def shows_remember(self, ticked: bool) -> None:
        expect(self._remember).to_be_checked(checked=ticked)

    def shows_format(self, ticked: bool) -> None:
        expect(self._format).to_be_checked(checked=ticked)

    def shows_picked_team(self, team: str) -> None:
        self._team.shows_picked(re.compile(rf"^{re.escape(team)}$"))

    def shows_no_picked_team(self) -> None:
        self._team.shows_picked(re.compile(r"^$"))

    # messages about no single field

    def shows_message_with_tracking_id(self) -> None:
        id_ = re.compile(rf"{re.escape(self._labels['tracking id'])}:\s*\w+_[\w-]{{8,}}")
        expect(self._dialog.get_by_role("alert").filter(has_text=id_)).to_be_visible()

    def _shows_option_refused(self, about: str) -> None:
        options = self._dialog.get_by_role("group", name=self._labels["options"])
        expect(options).to_have_accessible_description(self._labels.sentence(about))

    def _clear(self, label: str) -> None:
        self._dialog.get_by_role("button", name=self._labels["clear"].format(label), exact=True).click()

    def _radio(self, option: Option) -> Locator:
        return self._dialog.get_by_role("radio", name=self._labels.option(option), exact=True)
