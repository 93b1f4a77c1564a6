"""An agent's calls."""

from typing import Protocol

from deskproof.steps.gherkin.vocabulary.values import (
    Availability,
    Channel,
    ConsultState,
    ConversationState,
    Destination,
    MonitoringState,
    Request,
)


class CallScreen(Protocol):
    """An agent's calls: ringing, the interaction control pane, and an unanswered call."""

    def shows_ringing(self, number: str) -> None:
        """A call is announced, with the number to answer it at."""

    def shows_nothing_ringing(self) -> None:
        """No call is announced, and nothing written waits."""

    def shows_pane_loading(self) -> None:
        """The pane says that it is loading and offers nothing yet."""

    def shows_pane(self, state: ConversationState) -> None:
        """The pane is there, with a call in this state."""

    def shows_timer(self, text: str) -> None:
        """The timer beside the state of the call has this text."""

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

    def shows_refused(self, request: Request) -> None:
        """A message says that this request was refused."""

    def shows_sign_out_refused(self, state: ConversationState | MonitoringState | None = None) -> None:
        """A message says that the person cannot sign out, because of this state where one is given."""

    def shows_no_sign_out_refused(self) -> None:
        """No message says that the person cannot sign out."""


class WrittenScreen(Protocol):
    """Chats, e-mails and messages: waiting to be accepted, and how they ended."""

    def shows_waiting(self, channel: Channel) -> None:
        """One of this channel waits to be accepted."""

    def accept(self) -> None:
        """Click Accept."""

    def shows_in_pane(self, customer: str) -> None:
        """The pane is that of the conversation with this customer."""

    def choose(self, customer: str) -> None:
        """Choose the conversation with this customer from those that the agent has."""

    def shows_ended(self, *, by_customer: bool) -> None:
        """The pane says who ended the conversation: the customer, or the agent."""


class SharedCallScreen(Protocol):
    """Consultation, transfer, conference, and recording. A destination that is an agent has the agent's full name."""

    def consult(self, destination: Destination) -> None:
        """Begin to consult the destination about the call."""

    def shows_consult(self, name: str, state: ConsultState) -> None:
        """The pane says that the agent consults this person or number, and how far that is."""

    def shows_no_consult(self) -> None:
        """The pane, if there is one, says nothing of a consultation."""

    def end_consult(self) -> None:
        """Click End Consult, or Cancel Consult before it is answered."""

    def shows_consult_call(self, name: str) -> None:
        """An incoming consult call from this person is announced."""

    def shows_consulted_by(self, name: str) -> None:
        """The pane says that this person consults the agent."""

    def shows_not_taken(self, name: str) -> None:
        """A message says that this person did not take the consult call."""

    def hand_over(self) -> None:
        """Transfer the call to the one who is consulted."""

    def transfer(self, destination: Destination) -> None:
        """Transfer the call to the destination, unannounced."""

    def shows_left(self) -> None:
        """The pane says that the agent left the call, which goes on."""

    def start_conference(self) -> None:
        """Take the one who is consulted into the call."""

    def shows_conference(self, name: str) -> None:
        """The pane says that this person is in the conference, beside the agent."""

    def leave_conference(self) -> None:
        """Click Leave Conference."""

    def shows_declined(self) -> None:
        """The availability says that the agent has declined."""

    def pause_recording(self) -> None:
        """Click Pause Recording."""

    def resume_recording(self) -> None:
        """Click Resume Recording."""

    def shows_recording_paused(self) -> None:
        """The pane says that the recording is paused."""

    def shows_recording(self) -> None:
        """The pane offers to pause the recording, and does not say that it is paused."""


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

    def mute(self) -> None:
        """Click Mute, which turns the microphone off, or on again."""

    def shows_muted(self) -> None:
        """The microphone is off."""

    def shows_not_muted(self) -> None:
        """The microphone is on."""
