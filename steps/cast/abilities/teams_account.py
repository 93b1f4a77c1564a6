"""Using a Microsoft Teams account: giving it in the window of the Teams sign-in (AD-031 to AD-040)."""

from __future__ import annotations

from collections.abc import Callable

from deskproof.simulator.control.client import Person
from deskproof.steps.cast.abilities.browsing import Browsing
from deskproof.steps.errors import HarnessError


class TeamsAccount:
    """The Microsoft Teams account of one person."""

    def __init__(self, person: Person, browsing: Browsing) -> None:
        self._person = person
        self._browsing = browsing

    @property
    def password(self) -> str:
        """Its password. HarnessError where the person has no account."""
        if self._person.teams_password is None:
            raise HarnessError(f"{self._person.key.title()} has no Microsoft Teams account; give them a teamsPassword.")
        return self._person.teams_password

    def give(self, write: Callable[[str], str] = str) -> None:
        """Give it, its address written in this way, in the window, which closes."""
        self._browsing.screens.collaboration.finish_window(write(self._person.email), write(self.password))

    def sign_in(self) -> None:
        """Open the window, give the account, and read that it went well."""
        self._browsing.screens.collaboration.open_window()
        self.give()
        self._browsing.screens.collaboration.shows_success()
