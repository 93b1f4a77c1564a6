"""User Profile."""

from typing import Protocol


class ProfileScreen(Protocol):
    """User Profile."""

    def choose_other_language(self) -> None:
        """Choose the other language of the desktop."""

    def open(self) -> None:
        """Open User Profile, where it is not open: a click would close it."""

    def shows_in_upper_right_corner(self) -> None:
        """The button of User Profile is in the upper right eighth of the page, on both axes."""

    def shows_name(self, name: str) -> None:
        """User Profile is open and has this name."""

    def shows_setting(self, words: str) -> None:
        """User Profile is open, and one of its values is exactly this number, extension or team."""

    def shows_sign_out(self) -> None:
        """User Profile is open and offers Sign Out."""

    def sign_out(self) -> None:
        """Click Sign Out."""
