"""Using a Microsoft Teams account: entering it in the window of the Teams sign-in (AD-031 to AD-040)."""

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
        """Its password. Raises HarnessError where the person has no account."""
        if self._person.teams_password is None:
            raise HarnessError(f"{self._person.key.title()} has no Microsoft Teams account; give them a teamsPassword.")
        return self._person.teams_password

    def enter(self, write: Callable[[str], str] = str) -> None:
        """Enter it in the window, with its address written by `write`; the window closes."""
        self._browsing.screens.collaboration.finish_window(write(self._person.email), write(self.password))

    def sign_in(self) -> None:
        """Open the window, enter the account, and see that the sign-in succeeded."""
        self._browsing.screens.collaboration.open_window()
        self.enter()
        self._browsing.screens.collaboration.shows_success()
