"""Calls with more than one agent, from the first ring of a consultation to a conference.

Rule: agents act on their screens and phones at the control plane, as on the floor. Each action waits for its effect.
"""

import pytest

from deskproof.steps.cast.actors import Cast
from deskproof.steps.cast.phones import Phones
from deskproof.steps.gherkin.vocabulary.values import ConsultState, Destination, Reached
from deskproof.steps.screens.interface import SharedCallScreen


class SharedCalls:
    """The consultations and conferences of one scenario."""

    def __init__(self, cast: Cast, phones: Phones) -> None:
        self._cast = cast
        self._phones = phones

    def screen(self, person: str) -> SharedCallScreen:
        """What the person sees of a shared call."""
        return self._cast[person].screens.shared_calls

    def name(self, person: str) -> str:
        """The name under which others see the person."""
        return self._cast[person].person.name

    def named(self, destination: Destination) -> Destination:
        """The destination under the name that the desktop has for it."""
        if destination.kind is not Reached.AGENT:
            return destination
        return Destination(kind=destination.kind, name=self.name(destination.name))

    def ask(self, person: str, other: str) -> None:
        """The person consults the other agent, whose phone rings."""
        self.screen(person).consult(self.named(Destination(kind=Reached.AGENT, name=other)))
        self.screen(person).shows_consult(self.name(other), ConsultState.RINGING)
        self.screen(other).shows_consult_call(self.name(person))

    def consult(self, person: str, other: str) -> None:
        """The person consults the other agent, who has answered."""
        self.ask(person, other)
        self._phones.answer(other)
        self.screen(person).shows_consult(self.name(other), ConsultState.CONNECTED)
        self.screen(other).shows_consulted_by(self.name(person))

    def confer(self, person: str, other: str) -> None:
        """The person is in a conference with the other agent, after a consultation."""
        self.consult(person, other)
        self.screen(person).start_conference()
        self.shows_conference(person, other)
        self.shows_conference(other, person)

    def shows_conference(self, person: str, other: str) -> None:
        """The person sees that the other agent is in the conference."""
        self.screen(person).shows_conference(self.name(other))


@pytest.fixture
def shared_calls(cast: Cast, phones: Phones) -> SharedCalls:
    """The consultations and conferences of the scenario."""
    return SharedCalls(cast, phones)
