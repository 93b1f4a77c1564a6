"""An agent's calls: phones that are ready or not, ringing, the control pane, wrap-up, and Sign Out refused."""

from deskproof.steps.cast.actors import Cast
from deskproof.steps.cast.floor import REASON, Floor
from deskproof.steps.cast.phones import Phones
from deskproof.steps.cast.services import Services
from deskproof.steps.gherkin.vocabulary import given, then, when
from deskproof.steps.gherkin.vocabulary.values import Availability, ConversationState


@given("{person} has a conversation that {conversation}", sv="{person} har en konversation som {conversation}")
def _(floor: Floor, person: str, conversation: ConversationState) -> None:
    floor.start_conversation(person, conversation)


@given("{person}'s conversation has ended", sv="{person}s konversation har avslutats")
def _(floor: Floor, person: str) -> None:
    floor.finish(person)


# phones


@given("{person}'s phone is not ready", sv="{person}s telefon är inte redo")
def _(phones: Phones, person: str) -> None:
    phones.set_ready(person, ready=False)


@given("{person}'s phone has become ready", sv="{person}s telefon har blivit redo")
def _(phones: Phones, person: str) -> None:
    phones.set_ready(person, ready=True)


@then("{person}'s phone rings", sv="det ringer i {person}s telefon")
def _(floor: Floor, phones: Phones, person: str) -> None:
    floor.shows_ringing(person)
    phones.confirms_ringing(person, "conversation")


@given("{person}'s phone does not ring", sv="det ringer inte i {person}s telefon")
def _(phones: Phones, person: str) -> None:
    phones.confirms_ringing(person, None)


@when("somebody answers the phone {number}", sv="någon svarar i telefonen {number}")
def _(phones: Phones, number: str) -> None:
    phones.answer_number(number)


# what the agent reads


@then("{person} reads that a call rings at {number}", sv="{person} läser att ett samtal ringer på {number}")
def _(cast: Cast, person: str, number: str) -> None:
    cast[person].screens.calls.shows_ringing(number)


@then("{person} has no call", sv="{person} har inget samtal")
def _(cast: Cast, floor: Floor, person: str) -> None:
    cast[person].screens.calls.shows_nothing_ringing()
    cast[person].screens.calls.shows_no_pane()
    floor.confirms_conversation(person, None)


@then(
    "{person} sees the interaction control pane of a conversation that {conversation}",
    sv="{person} ser interaktionskontrollfönstret för en konversation som {conversation}",
)
def _(cast: Cast, floor: Floor, person: str, conversation: ConversationState) -> None:
    cast[person].screens.calls.shows_pane(conversation)
    floor.confirms_conversation(person, conversation)


@then("{person}'s conversation timer shows {text}", sv="{person}s tidräknare för konversationen visar {text}")
def _(cast: Cast, person: str, text: str) -> None:
    cast[person].screens.calls.shows_timer(text)


@then(
    "{person} sees that the interaction control pane is loading",
    sv="{person} ser att interaktionskontrollfönstret läses in",
)
def _(cast: Cast, person: str) -> None:
    cast[person].screens.calls.shows_pane_loading()


@given("{person} has clicked Continue and waits", sv="{person} har klickat på Fortsätt och väntar")
def _(cast: Cast, services: Services, person: str) -> None:
    cast[person].screens.dialogs.continue_here()
    services.wait_for_delayed_reload()
    cast[person].screens.calls.shows_pane_loading()


@then("{person} sees no interaction control pane", sv="{person} ser inget interaktionskontrollfönster")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.task.shows()
    cast[person].screens.calls.shows_no_pane()


@given("the service responds to Continue one second late", sv="tjänsten svarar på Fortsätt en sekund för sent")
def _(services: Services) -> None:
    services.delay_reload()


# what the agent does


@when("{person} puts the call on hold", sv="{person} parkerar samtalet")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.calls.hold()


@when("{person} resumes the call", sv="{person} återupptar samtalet")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.calls.resume()


@when("{person} ends the call", sv="{person} avslutar samtalet")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.calls.end()


@given("{person} has ended the call", sv="{person} har avslutat samtalet")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.calls.end()
    cast[person].screens.calls.shows_pane(ConversationState.WRAP_UP)


@when("{person} submits the wrap-up", sv="{person} skickar efterarbetet")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.calls.wrap_up(REASON)


@then("{person} is engaged", sv="{person} är upptagen")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.calls.shows_engaged()


# the unanswered call


@then("{person} reads that the call was not answered", sv="{person} läser att samtalet inte besvarades")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.calls.shows_unanswered()
    cast[person].facts.confirms_rona()


@given("{person} has read that the call was not answered", sv="{person} har läst att samtalet inte besvarades")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.calls.shows_unanswered()


@when("{person} chooses {availability} in the message", sv="{person} väljer {availability} i meddelandet")
def _(cast: Cast, person: str, availability: Availability) -> None:
    cast[person].screens.calls.go_to(availability)
    cast[person].screens.calls.shows_no_unanswered()


# Sign Out refused


@then(
    "{person} reads that Sign Out has to wait because a conversation {conversation}",
    sv="{person} läser att Logga ut får vänta på en konversation som {conversation}",
)
def _(cast: Cast, person: str, conversation: ConversationState) -> None:
    cast[person].screens.calls.shows_sign_out_refused(conversation)


@given("{person} has been refused Sign Out", sv="{person} har nekats att logga ut")
def _(cast: Cast, person: str) -> None:
    cast[person].signing_in.try_to_sign_out()


@then("{person} no longer reads that Sign Out has to wait", sv="{person} läser inte längre att Logga ut får vänta")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.calls.shows_no_sign_out_refused()
