"""Signing in and out: from the address to Station Credentials, the Task page, and back."""

from __future__ import annotations

from deskproof.simulator.control.client import Person
from deskproof.steps.cast.abilities.browsing import Browsing
from deskproof.steps.cast.facts import Facts
from deskproof.steps.cast.mailbox import Mailbox
from deskproof.steps.gherkin.vocabulary.values import Option
from deskproof.steps.screens.interface import StationScreen

HOME_TEAM = "Support"
"""The team everybody with a team can work for, where the scenario does not care which."""

NUMBERS = {Option.DIAL_NUMBER: "2015532447", Option.EXTENSION: "1001", Option.DESKTOP: None}
"""The number for each station option where the scenario does not care; Desktop has none (AD-047)."""


class SigningIn:
    """The way of one person into the desktop and out of it."""

    def __init__(self, person: Person, browsing: Browsing, mailbox: Mailbox, facts: Facts) -> None:
        self._person = person
        self._browsing = browsing
        self._mailbox = mailbox
        self._facts = facts

    def come_to_email(self) -> None:
        """Open the desktop and be asked for the e-mail address."""
        self._browsing.open_desktop()
        self._browsing.screens.identity.shows_email_page()

    def come_to_password(self) -> None:
        """Give the own e-mail address and be asked for the password."""
        self.come_to_email()
        self._browsing.screens.identity.give_email(self._person.email)
        self._browsing.screens.identity.shows_password_page()

    def come_to_code(self) -> None:
        """Choose Forgot Password and be asked for the confirmation code."""
        self.come_to_password()
        self._browsing.screens.identity.forget_password()
        self._browsing.screens.identity.shows_code_page()

    def come_to_new_password(self) -> None:
        """Enter the code from the mail and be asked for a new password."""
        self.come_to_code()
        self._browsing.screens.identity.enter_code(self._mailbox.code())
        self._browsing.screens.identity.shows_new_password_page()

    def mistake_password(self, times: int) -> None:
        """Give a wrong password so many times, each after the answer to the one before."""
        for _ in range(times):
            self._browsing.screens.identity.give_password("not-the-password")
            self._browsing.screens.identity.shows_password_refused()

    def mistake_code(self, times: int) -> None:
        """Enter six wrong digits so many times, each after the answer to the one before."""
        for _ in range(times):
            self._browsing.screens.identity.enter_code(self._mailbox.other_code())
            self._browsing.screens.identity.shows_code_refused()

    def come_to_station(self) -> None:
        """Open the desktop in a browser that knows the person already and see Station Credentials."""
        self._browsing.open_desktop_signed_in()
        self._browsing.screens.station.shows()

    def pick_team(self, team: str) -> None:
        """Pick a team that the tenant has."""
        self._browsing.screens.station.pick_team(self._facts.known_team(team))

    def look_under(self, option: Option) -> StationScreen:
        """Turn to a station option to see what it has."""
        self._browsing.screens.station.choose(option)
        return self._browsing.screens.station

    def submit_station(self, option: Option, number: str | None = None) -> None:
        """Choose the option, enter the number it asks for, and submit."""
        self._browsing.screens.station.choose(option)
        entered = number or NUMBERS[option]
        if entered is not None:
            self._browsing.screens.station.enter_number(entered)
        self._browsing.screens.station.submit()

    def try_station(self, option: Option) -> None:
        """Choose the option with whatever it asks for and the home team, and submit."""
        self._browsing.screens.station.pick_team(HOME_TEAM)
        self.submit_station(option)

    def finish_station(self, option: Option, number: str) -> None:
        """Pick the home team, submit the option and number, and see the Task page."""
        self._browsing.screens.station.pick_team(HOME_TEAM)
        self.submit_station(option, number)
        self._browsing.screens.task.shows()

    def sign_in(self, option: Option = Option.DIAL_NUMBER, number: str | None = None, team: str = HOME_TEAM) -> None:
        """Sign in from the address to the Task page."""
        self.come_to_station()
        if "supervisor" not in self._person.roles:
            self.pick_team(team)
        self.submit_station(option, number)
        self._browsing.screens.task.shows()

    def sign_out(self) -> None:
        """Open User Profile, sign out, and see the way back in."""
        self._browsing.screens.profile.open()
        self._browsing.screens.profile.sign_out()
        self._browsing.screens.identity.shows_email_page()
        self._facts.wait_until_signed_out()

    def sign_out_in_vain(self) -> None:
        """Open User Profile, click Sign Out, and read that something keeps the person signed in."""
        self._browsing.screens.profile.open()
        self._browsing.screens.profile.sign_out()
        self._browsing.screens.calls.shows_sign_out_refused()
