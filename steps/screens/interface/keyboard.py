"""The desktop by key presses alone."""

from typing import Protocol

from deskproof.steps.gherkin.vocabulary.values import Availability


class KeyboardScreen(Protocol):
    """The desktop by key presses alone; each method requires that the focus is visible."""

    def enter_email(self, email: str) -> None:
        """Enter the e-mail address and press Enter."""

    def enter_password(self, password: str) -> None:
        """Enter the password and press Enter."""

    def sign_in_to_station(self, number: str, team: str) -> None:
        """Go through Station Credentials: the number, the team out of its list, and Submit."""

    def choose_next_option(self) -> None:
        """Choose the next station option with the arrow keys."""

    def shows_tab_stops(self, names: list[str]) -> None:
        """Tab stops at the controls with these names, in this order."""

    def choose_availability(self, availability: Availability) -> None:
        """Choose an availability from its menu with the arrow keys."""

    def open_profile(self) -> None:
        """Open User Profile."""

    def close_profile(self) -> None:
        """Close User Profile with Escape."""

    def shows_focus_on_profile(self) -> None:
        """The button of User Profile has the focus."""

    def sign_out(self) -> None:
        """Press Sign Out in User Profile."""
