"""The Task page."""

from typing import Protocol

from deskproof.steps.gherkin.vocabulary.values import Availability


class TaskScreen(Protocol):
    """The Task page and the availability beside it."""

    def shows(self) -> None:
        """The Task page is open, at its own address."""

    def does_not_show(self) -> None:
        """The Task page is not open."""

    def choose_availability(self, availability: Availability) -> None:
        """Choose an availability; Idle is chosen by the first of its idle codes."""

    def shows_availability(self, availability: Availability) -> None:
        """This availability is shown; Idle is followed by its idle code."""

    def choose_idle_code(self, code: str) -> None:
        """Choose this idle code."""

    def shows_idle_code(self, code: str) -> None:
        """The availability is Idle with this idle code."""

    def shows_timer(self, text: str) -> None:
        """The timer beside the availability has this text."""
