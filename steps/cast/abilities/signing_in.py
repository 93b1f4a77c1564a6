"""Signing in and out: from the address to Station Credentials, the Task page, and back."""

from __future__ import annotations

from collections.abc import Mapping

from deskproof.simulator.control.client import Person
from deskproof.steps.cast.abilities.browsing import Browsing
from deskproof.steps.cast.facts import Facts
from deskproof.steps.cast.mailbox import Mailbox
from deskproof.steps.gherkin.vocabulary.values import Option
from deskproof.steps.screens.interface import StationScreen

HOME_TEAM = "Support"
"""The team of every person with a team, where the scenario does not name one."""

EXTENSION = "1001"
"""The extension of every person, where the scenario does not name one."""


class SigningIn:
    """Signing in and out of one person."""

    def __init__(self, person: Person, browsing: Browsing, mailbox: Mailbox, facts: Facts, *, dial_number: str) -> None:
        self._person = person
        self._browsing = browsing
        self._mailbox = mailbox
        self._facts = facts
        # Desktop has no number (AD-047).
        self._numbers: Mapping[Option, str | None] = {
            Option.DIAL_NUMBER: dial_number,
            Option.EXTENSION: EXTENSION,
            Option.DESKTOP: None,
        }

    @property
    def dial_number(self) -> str:
        """The number under Dial Number where the scenario names none."""
        return self._numbers[Option.DIAL_NUMBER] or ""

    def reach_email_page(self) -> None:
        """Open the desktop and reach the page for the e-mail address."""
        self._browsing.open_desktop()
        self._browsing.screens.identity.shows_email_page()

    def reach_password_page(self) -> None:
        """Enter the person's e-mail address and reach the page for the password."""
        self.reach_email_page()
        self._browsing.screens.identity.enter_email(self._person.email)
        self._browsing.screens.identity.shows_password_page()

    def reach_code_page(self) -> None:
        """Choose Forgot Password and reach the page for the confirmation code."""
        self.reach_password_page()
        self._browsing.screens.identity.choose_forgot_password()
        self._browsing.screens.identity.shows_code_page()

    def reach_new_password_page(self) -> None:
        """Enter the code from the mail and reach the page for a new password."""
        self.reach_code_page()
        self._browsing.screens.identity.enter_code(self._mailbox.code())
        self._browsing.screens.identity.shows_new_password_page()

    def enter_wrong_password(self, times: int) -> None:
        """Enter a wrong password this many times, each after the answer to the previous one."""
        for _ in range(times):
            self._browsing.screens.identity.enter_password("not-the-password")
            self._browsing.screens.identity.shows_password_refused()

    def enter_wrong_code(self, times: int) -> None:
        """Enter six wrong digits this many times, each after the answer to the previous ones."""
        for _ in range(times):
            self._browsing.screens.identity.enter_code(self._mailbox.other_code())
            self._browsing.screens.identity.shows_code_refused()

    def reach_station(self) -> None:
        """Open the desktop in a browser with a stored sign-in and see Station Credentials."""
        self._browsing.open_desktop_signed_in()
        self._browsing.screens.station.shows()

    def pick_team(self, team: str) -> None:
        """Pick a team. Raises HarnessError where the tenant does not have it."""
        self._browsing.screens.station.pick_team(self._facts.known_team(team))

    def choose_option(self, option: Option) -> StationScreen:
        """Choose a station option and return its screen."""
        self._browsing.screens.station.choose(option)
        return self._browsing.screens.station

    def submit_station(self, option: Option, number: str | None = None) -> None:
        """Choose the option, enter the number it asks for, and submit."""
        self._browsing.screens.station.choose(option)
        entered = number or self._numbers[option]
        if entered is not None:
            self._browsing.screens.station.enter_number(entered)
        self._browsing.screens.station.submit()

    def try_station(self, option: Option) -> None:
        """Choose the option, its number and the home team, and submit."""
        self._browsing.screens.station.pick_team(HOME_TEAM)
        self.submit_station(option)

    def finish_station(self, option: Option, number: str) -> None:
        """Pick the home team, submit the option and number, and see the Task page."""
        self._browsing.screens.station.pick_team(HOME_TEAM)
        self.submit_station(option, number)
        self._browsing.screens.task.shows()

    def sign_in(self, option: Option = Option.DIAL_NUMBER, number: str | None = None, team: str = HOME_TEAM) -> None:
        """Sign in from the address to the Task page."""
        self.reach_station()
        if "supervisor" not in self._person.roles:
            self.pick_team(team)
        self.submit_station(option, number)
        self._browsing.screens.task.shows()

    def sign_out(self) -> None:
        """Open User Profile, sign out, and reach the page for the e-mail address."""
        self._browsing.screens.profile.open()
        self._browsing.screens.profile.sign_out()
        self._browsing.screens.identity.shows_email_page()
        self._facts.wait_until_signed_out()

    def try_to_sign_out(self) -> None:
        """Open User Profile, click Sign Out, and see that the person cannot sign out."""
        self._browsing.screens.profile.open()
        self._browsing.screens.profile.sign_out()
        self._browsing.screens.calls.shows_sign_out_refused()
