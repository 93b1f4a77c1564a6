"""Talking in the browser: which browser it is, its microphone, ringing, and what is heard at either end."""

from deskproof.steps.cast.actors import Cast
from deskproof.steps.cast.customer import Customer
from deskproof.steps.gherkin.vocabulary import given, then, when
from deskproof.steps.gherkin.vocabulary.values import Availability, Brand, Option


@given("{person} uses {browser}", sv="{person} använder {browser}")
def _(cast: Cast, person: str, browser: Brand) -> None:
    cast[person].browsing.use_browser(browser)


@given("{person} uses {browser} with a microphone", sv="{person} använder {browser} med en mikrofon")
def _(cast: Cast, person: str, browser: Brand) -> None:
    cast[person].browsing.use_browser(browser)
    cast[person].talking.allow_microphone()


@given(
    "{person} uses {browser} and has denied the desktop access to the microphone",
    sv="{person} använder {browser} och har nekat skrivbordet åtkomst till mikrofonen",
)
def _(cast: Cast, person: str, browser: Brand) -> None:
    cast[person].browsing.use_browser(browser)
    cast[person].talking.deny_microphone()


@given("{person} uses {browser} without a microphone", sv="{person} använder {browser} utan mikrofon")
def _(cast: Cast, person: str, browser: Brand) -> None:
    cast[person].talking.have_no_microphone()
    cast[person].browsing.use_browser(browser)
    cast[person].talking.allow_microphone()


@given("{person} takes calls in the browser", sv="{person} tar emot samtal i webbläsaren")
def _(cast: Cast, person: str) -> None:
    cast[person].browsing.use_browser(Brand.CHROME)
    cast[person].talking.allow_microphone()
    cast[person].signing_in.sign_in(Option.DESKTOP)
    cast[person].screens.task.choose_availability(Availability.AVAILABLE)
    cast[person].screens.task.shows_availability(Availability.AVAILABLE)


@when("{person} tries to sign in with {option}", sv="{person} försöker logga in med {option}")
def _(cast: Cast, person: str, option: Option) -> None:
    cast[person].signing_in.try_station(option)


# ringing


@then("{person}'s browser rings", sv="det ringer i {person}s webbläsare")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.voice.shows_ringing()


@then("nothing rings in {person}'s browser", sv="det ringer inte i {person}s webbläsare")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.voice.shows_nothing_to_answer()
    cast[person].talking.hears_nothing()


@given("{person} has answered in the browser", sv="{person} har svarat i webbläsaren")
@when("{person} answers in the browser", sv="{person} svarar i webbläsaren")
def _(cast: Cast, customer: Customer, person: str) -> None:
    cast[person].screens.voice.answer()
    customer.is_talking_to(person)


@when("{person} declines the call in the browser", sv="{person} avvisar samtalet i webbläsaren")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.voice.decline()


# the microphone during a call


@when("{person} mutes the microphone", sv="{person} stänger av mikrofonen")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.voice.mute()


@given("{person} has muted the microphone", sv="{person} har stängt av mikrofonen")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.voice.mute()
    cast[person].screens.voice.shows_muted()


@when("{person} unmutes the microphone", sv="{person} sätter på mikrofonen")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.voice.mute()


@then("{person} sees that the microphone is off", sv="{person} ser att mikrofonen är avstängd")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.voice.shows_muted()


@then("{person} sees that the microphone is on", sv="{person} ser att mikrofonen är på")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.voice.shows_not_muted()


# voices


@given("{person} has heard the customer", sv="{person} har hört kunden")
@then("{person} hears the customer", sv="{person} hör kunden")
def _(cast: Cast, person: str) -> None:
    cast[person].talking.hears_the_customer()


@then("the customer hears {person}", sv="kunden hör {person}")
def _(customer: Customer, person: str) -> None:
    customer.is_talking_to(person)
    customer.hears_an_agent()


@then("{person} no longer hears anybody", sv="{person} hör inte längre någon")
def _(cast: Cast, person: str) -> None:
    cast[person].talking.hears_nothing()


# what is refused


@then("{person} reads that Desktop requires Google Chrome", sv="{person} läser att Skrivbord kräver Google Chrome")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.station.shows_browser_refused()


@then("{person} reads that the microphone is not allowed", sv="{person} läser att mikrofonen inte är tillåten")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.station.shows_microphone_denied()


@then("{person} reads that there is no microphone", sv="{person} läser att det inte finns någon mikrofon")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.station.shows_microphone_absent()


@then("the customer hears nobody", sv="kunden hör ingen")
def _(customer: Customer) -> None:
    customer.confirms_hearing_nobody()
