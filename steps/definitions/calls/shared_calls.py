"""Calls with more than one agent: consultation, transfer, conference; and declining and recording."""

from deskproof.steps.cast.actors import Cast
from deskproof.steps.cast.floor import Floor
from deskproof.steps.cast.phones import Phones
from deskproof.steps.cast.shared_calls import SharedCalls
from deskproof.steps.gherkin.vocabulary import given, then, when
from deskproof.steps.gherkin.vocabulary.values import ConsultState, ConversationState, Destination

# consultation


@when("{person} consults {destination}", sv="{person} konsulterar {destination}")
def _(shared_calls: SharedCalls, person: str, destination: Destination) -> None:
    shared_calls.screen(person).consult(shared_calls.named(destination))


@given("{person} has called {other} to consult", sv="{person} har ringt upp {other} för att konsultera")
def _(shared_calls: SharedCalls, person: str, other: str) -> None:
    shared_calls.ask(person, other)


@given(
    "{person} has called {other} through {destination} to consult",
    sv="{person} har ringt upp {other} genom {destination} för att konsultera",
)
def _(shared_calls: SharedCalls, person: str, other: str, destination: Destination) -> None:
    shared_calls.screen(person).consult(shared_calls.named(destination))
    shared_calls.screen(other).shows_consult_call(shared_calls.name(person))


@given("{person} is consulting {other}", sv="{person} håller på att konsultera {other}")
def _(shared_calls: SharedCalls, person: str, other: str) -> None:
    shared_calls.consult(person, other)


@given("{person} has consulted {destination}", sv="{person} har konsulterat {destination}")
def _(shared_calls: SharedCalls, person: str, destination: Destination) -> None:
    named = shared_calls.named(destination)
    shared_calls.screen(person).consult(named)
    shared_calls.screen(person).shows_consult(named.name, ConsultState.RINGING)


@then(
    "{person} reads that the consult with {destination} {consult}",
    sv="{person} läser att konsultationen med {destination} {consult}",
)
def _(shared_calls: SharedCalls, person: str, destination: Destination, consult: ConsultState) -> None:
    shared_calls.screen(person).shows_consult(shared_calls.named(destination).name, consult)


@then("{person} reads that {other} calls to consult", sv="{person} läser att {other} ringer för att konsultera")
def _(shared_calls: SharedCalls, phones: Phones, person: str, other: str) -> None:
    shared_calls.screen(person).shows_consult_call(shared_calls.name(other))
    phones.confirms_ringing(person, "consultation")


@then("{person} reads that {other} consults about the call", sv="{person} läser att {other} konsulterar om samtalet")
def _(shared_calls: SharedCalls, person: str, other: str) -> None:
    shared_calls.screen(person).shows_consulted_by(shared_calls.name(other))


@when("{person} answers the phone", sv="{person} svarar i telefonen")
def _(phones: Phones, person: str) -> None:
    phones.answer(person)


@when("{person} ends the consult", sv="{person} avslutar konsultationen")
def _(shared_calls: SharedCalls, person: str) -> None:
    shared_calls.screen(person).end_consult()


@then("{person} no longer consults anybody", sv="{person} konsulterar inte längre någon")
def _(cast: Cast, shared_calls: SharedCalls, person: str) -> None:
    shared_calls.screen(person).shows_no_consult()
    cast[person].screens.calls.shows_pane(ConversationState.HELD)


@then(
    "{person} reads that {other} did not take the consult call",
    sv="{person} läser att {other} inte tog emot konsultationssamtalet",
)
def _(shared_calls: SharedCalls, person: str, other: str) -> None:
    shared_calls.screen(person).shows_not_taken(shared_calls.name(other))


# transfer


@when("{person} transfers the call after the consult", sv="{person} kopplar samtalet efter konsultationen")
def _(shared_calls: SharedCalls, person: str) -> None:
    shared_calls.screen(person).hand_over()


@when("{person} transfers the call to {destination}", sv="{person} kopplar samtalet till {destination}")
def _(shared_calls: SharedCalls, person: str, destination: Destination) -> None:
    shared_calls.screen(person).transfer(shared_calls.named(destination))


@then(
    "{person} is in wrap-up and reads that the call goes on",
    sv="{person} är i efterarbete och läser att samtalet fortsätter",
)
def _(cast: Cast, shared_calls: SharedCalls, person: str) -> None:
    cast[person].screens.calls.shows_pane(ConversationState.WRAP_UP)
    shared_calls.screen(person).shows_left()


@then("{person} has the customer's call", sv="{person} har kundens samtal")
def _(cast: Cast, floor: Floor, person: str) -> None:
    cast[person].screens.calls.shows_pane(ConversationState.CONNECTED)
    cast[person].screens.shared_calls.shows_no_consult()
    floor.confirms_conversation(person, ConversationState.CONNECTED)


# conference


@when("{person} starts the conference", sv="{person} startar konferensen")
def _(shared_calls: SharedCalls, person: str) -> None:
    shared_calls.screen(person).start_conference()


@given("{person} is in a conference with {other}", sv="{person} är i en konferens med {other}")
def _(shared_calls: SharedCalls, person: str, other: str) -> None:
    shared_calls.confer(person, other)


@then("{person} reads that {other} is in the conference", sv="{person} läser att {other} är med i konferensen")
def _(shared_calls: SharedCalls, person: str, other: str) -> None:
    shared_calls.shows_conference(person, other)


@when("{person} leaves the conference", sv="{person} lämnar konferensen")
def _(shared_calls: SharedCalls, person: str) -> None:
    shared_calls.screen(person).leave_conference()


@given("{person} has left the conference", sv="{person} har lämnat konferensen")
def _(shared_calls: SharedCalls, person: str) -> None:
    shared_calls.screen(person).leave_conference()
    shared_calls.screen(person).shows_left()


# declining and hanging up


@when("{person} hangs up the phone", sv="{person} lägger på luren")
def _(phones: Phones, person: str) -> None:
    phones.hang_up(person)


@when("{person} declines the call at the phone", sv="{person} avvisar samtalet i telefonen")
def _(phones: Phones, person: str) -> None:
    phones.decline(person)


@then("{person} is Idle because of declining", sv="{person} är Passiv efter att ha avvisat")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.shared_calls.shows_declined()
    cast[person].screens.calls.shows_no_unanswered()


# recording


@given("{person} has paused the recording", sv="{person} har pausat inspelningen")
def _(shared_calls: SharedCalls, person: str) -> None:
    shared_calls.screen(person).pause_recording()
    shared_calls.screen(person).shows_recording_paused()


@when("{person} pauses the recording", sv="{person} pausar inspelningen")
def _(shared_calls: SharedCalls, person: str) -> None:
    shared_calls.screen(person).pause_recording()


@when("{person} resumes the recording", sv="{person} återupptar inspelningen")
def _(shared_calls: SharedCalls, person: str) -> None:
    shared_calls.screen(person).resume_recording()


@then("{person} reads that the recording is paused", sv="{person} läser att inspelningen är pausad")
def _(shared_calls: SharedCalls, person: str) -> None:
    shared_calls.screen(person).shows_recording_paused()


@then("{person} reads that the call is recorded again", sv="{person} läser att samtalet spelas in igen")
def _(shared_calls: SharedCalls, person: str) -> None:
    shared_calls.screen(person).shows_recording()
