"""An agent's calls."""

from typing import Protocol

from deskproof.steps.gherkin.vocabulary.values import Availability, ConversationState, MonitoringState


class CallScreen(Protocol):
    """An agent's calls: ringing, the interaction control pane, and an unanswered call."""

    def shows_ringing(self, number: str) -> None:
        """A call is announced, with the number to answer it at."""

    def shows_nothing_ringing(self) -> None:
        """No call is announced."""

    def shows_pane_loading(self) -> None:
        """The pane says that it is loading and offers nothing yet."""

    def shows_pane(self, state: ConversationState) -> None:
        """The pane is there, with a call in this state."""

    def shows_no_pane(self) -> None:
        """There is no pane, and none is loading."""

    def hold(self) -> None:
        """Click Hold."""

    def resume(self) -> None:
        """Click Resume."""

    def end(self) -> None:
        """Click End."""

    def wrap_up(self, reason: str) -> None:
        """Choose a wrap-up reason and click Submit Wrap Up."""

    def shows_unanswered(self) -> None:
        """A dialog says that the call was not answered."""

    def shows_no_unanswered(self) -> None:
        """There is no dialog about an unanswered call."""

    def go_to(self, availability: Availability) -> None:
        """Click Go To Idle or Go To Available in the dialog."""

    def shows_engaged(self) -> None:
        """Engaged is shown before the availability."""

    def shows_sign_out_refused(self, state: ConversationState | MonitoringState | None = None) -> None:
        """A message says that the person cannot sign out, because of this state where one is given."""

    def shows_no_sign_out_refused(self) -> None:
        """No message says that the person cannot sign out."""


class VoiceScreen(Protocol):
    """Answering a call in the browser."""

    def shows_ringing(self) -> None:
        """A call can be answered here."""

    def shows_nothing_to_answer(self) -> None:
        """No call can be answered here."""

    def answer(self) -> None:
        """Click Answer."""

    def decline(self) -> None:
        """Click Decline."""
