"""A supervisor's monitoring."""

from typing import Protocol

from deskproof.steps.gherkin.vocabulary.values import MonitoringState


class MonitoringScreen(Protocol):
    """A supervisor's monitoring: the current conversations, and the pane of the monitored one."""

    def review(self, number: str) -> None:
        """Refresh the list of conversations and click Review and Monitor at the conversation with this number."""

    def start(self) -> None:
        """Click Start Monitoring."""

    def cancel(self) -> None:
        """Click Cancel."""

    def shows_ringing(self, number: str) -> None:
        """The monitoring call is announced, with the number to answer it at."""

    def shows(self, state: MonitoringState) -> None:
        """The pane shows monitoring in this state."""

    def shows_none(self) -> None:
        """There is no monitoring pane."""

    def pause(self) -> None:
        """Click Pause Monitoring."""

    def resume(self) -> None:
        """Click Resume Monitoring."""

    def end(self) -> None:
        """Click End Monitoring."""
