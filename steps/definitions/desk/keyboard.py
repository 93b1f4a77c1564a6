"""Signing in, working and signing out with the keyboard alone."""

from deskproof.steps.cast.abilities.signing_in import HOME_TEAM
from deskproof.steps.cast.actors import Cast
from deskproof.steps.gherkin.vocabulary import given, then, when
from deskproof.steps.gherkin.vocabulary.tables import column
from deskproof.steps.gherkin.vocabulary.values import Availability


@given(
    "{person} has given e-mail address and password with the keyboard alone",
    sv="{person} har angett e-postadress och lösenord enbart med tangentbordet",
)
@when(
    "{person} gives e-mail address and password with the keyboard alone",
    sv="{person} anger e-postadress och lösenord enbart med tangentbordet",
)
def _(cast: Cast, person: str) -> None:
    cast[person].screens.by_keyboard.enter_email(cast[person].person.email)
    cast[person].screens.by_keyboard.enter_password(cast[person].person.password)
    cast[person].screens.station.shows()


@given(
    "{person} has completed Station Credentials with the keyboard alone",
    sv="{person} har fyllt i och skickat Stationsuppgifter enbart med tangentbordet",
)
@when(
    "{person} completes Station Credentials with the keyboard alone",
    sv="{person} fyller i och skickar Stationsuppgifter enbart med tangentbordet",
)
def _(cast: Cast, person: str) -> None:
    number = cast[person].signing_in.dial_number
    cast[person].screens.by_keyboard.sign_in_to_station(number, HOME_TEAM)
    cast[person].screens.task.shows()


@given(
    "{person} has gone to the next station option with the arrow keys",
    sv="{person} har gått till nästa stationsalternativ med piltangenterna",
)
def _(cast: Cast, person: str) -> None:
    cast[person].screens.by_keyboard.choose_next_option()


@then("{person} reaches these with Tab, in this order:", sv="{person} når följande med Tabb, i den här ordningen:")
def _(cast: Cast, person: str, datatable: list[list[str]]) -> None:
    cast[person].screens.by_keyboard.shows_tab_stops(column(datatable))


@given(
    "{person} has become {availability} with the keyboard alone",
    sv="{person} har ändrat tillgängligheten till {availability} enbart med tangentbordet",
)
@when(
    "{person} becomes {availability} with the keyboard alone",
    sv="{person} ändrar tillgängligheten till {availability} enbart med tangentbordet",
)
def _(cast: Cast, person: str, availability: Availability) -> None:
    cast[person].screens.by_keyboard.choose_availability(availability)
    cast[person].screens.task.shows_availability(availability)


@given(
    "{person} has opened User Profile with the keyboard alone",
    sv="{person} har öppnat Användarprofil enbart med tangentbordet",
)
def _(cast: Cast, person: str) -> None:
    cast[person].screens.by_keyboard.open_profile()


@when("{person} closes User Profile with Escape", sv="{person} stänger Användarprofil med Escape")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.by_keyboard.close_profile()


@then("{person} sees that the focus is on User Profile", sv="{person} ser att fokus är på Användarprofil")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.by_keyboard.shows_focus_on_profile()


@when("{person} signs out with the keyboard alone", sv="{person} loggar ut enbart med tangentbordet")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.by_keyboard.sign_out()
