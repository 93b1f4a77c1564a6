"""Chats, e-mails and messages: written by a customer, accepted on the desktop, and ended (CALL-8)."""

from deskproof.steps.cast.actors import Cast
from deskproof.steps.cast.customer import WRITER, Customer
from deskproof.steps.cast.floor import Floor
from deskproof.steps.gherkin.vocabulary import given, then, when
from deskproof.steps.gherkin.vocabulary.values import Channel, ConversationState


@given("a customer has written {channel}", sv="en kund har skrivit {channel}")
@when("a customer writes {channel}", sv="en kund skriver {channel}")
def _(customer: Customer, channel: Channel) -> None:
    customer.write(channel)


@given(
    "a customer named {text} has written {channel}",
    sv="en kund som heter {text} har skrivit {channel}",
)
def _(customer: Customer, text: str, channel: Channel) -> None:
    customer.write(channel, text)


@then("the conversation waits in the queue", sv="konversationen väntar i kön")
def _(customer: Customer) -> None:
    customer.confirms_waiting_in_queue()


@given("{person} sees that {channel} waits", sv="{person} ser att {channel} väntar")
@then("{person} sees that {channel} waits", sv="{person} ser att {channel} väntar")
def _(cast: Cast, floor: Floor, person: str, channel: Channel) -> None:
    cast[person].screens.written.shows_waiting(channel)
    floor.confirms_conversation(person, ConversationState.RINGING)


@then("{person} reads that the chat was not accepted", sv="{person} läser att chatten inte togs emot")
@given("{person} has read that the chat was not accepted", sv="{person} har läst att chatten inte togs emot")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.calls.shows_unanswered()
    cast[person].facts.confirms_rona()


@when("{person} accepts the conversation", sv="{person} tar emot konversationen")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.written.accept()


@given("{person} has accepted {channel}", sv="{person} har tagit emot {channel}")
def _(cast: Cast, customer: Customer, person: str, channel: Channel) -> None:
    _accept(cast, customer, person, channel, WRITER)


@given("{person} has accepted {channel} from {text}", sv="{person} har tagit emot {channel} från {text}")
def _(cast: Cast, customer: Customer, person: str, channel: Channel, text: str) -> None:
    _accept(cast, customer, person, channel, text)


@when("{person} chooses the conversation with {text}", sv="{person} väljer konversationen med {text}")
def _(cast: Cast, person: str, text: str) -> None:
    cast[person].screens.written.choose(text)


@then(
    "{person} sees the conversation with {text} in the interaction control pane",
    sv="{person} ser konversationen med {text} i interaktionskontrollfönstret",
)
def _(cast: Cast, person: str, text: str) -> None:
    cast[person].screens.written.shows_in_pane(text)


@given("{person} has ended the conversation", sv="{person} har avslutat konversationen")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.calls.end()
    cast[person].screens.calls.shows_pane(ConversationState.WRAP_UP)


@when("{person} ends the conversation", sv="{person} avslutar konversationen")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.calls.end()


@when("the customer leaves the conversation", sv="kunden lämnar konversationen")
def _(customer: Customer) -> None:
    customer.hang_up()


@then(
    "{person} is in wrap-up and reads that the agent ended the conversation",
    sv="{person} är i efterarbete och läser att agenten avslutade konversationen",
)
def _(cast: Cast, floor: Floor, person: str) -> None:
    _shows_end(cast, floor, person, by_customer=False)


@then(
    "{person} is in wrap-up and reads that the customer left",
    sv="{person} är i efterarbete och läser att kunden lämnade konversationen",
)
def _(cast: Cast, floor: Floor, person: str) -> None:
    _shows_end(cast, floor, person, by_customer=True)


def _accept(cast: Cast, customer: Customer, person: str, channel: Channel, name: str) -> None:
    customer.write(channel, name)
    written = cast[person].screens.written
    written.shows_waiting(channel)
    written.accept()
    written.shows_in_pane(name)


def _shows_end(cast: Cast, floor: Floor, person: str, *, by_customer: bool) -> None:
    cast[person].screens.calls.shows_pane(ConversationState.WRAP_UP)
    cast[person].screens.written.shows_ended(by_customer=by_customer)
    floor.confirms_conversation(person, ConversationState.WRAP_UP)
