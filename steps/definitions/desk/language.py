"""The language of the pages: one chosen on any page applies to all that follow."""

from deskproof.steps.cast.actors import Cast
from deskproof.steps.gherkin.vocabulary import given, then, when
from deskproof.steps.gherkin.vocabulary.messages import IdentityMessage, StationMessage


@when("{person} chooses the other language", sv="{person} väljer det andra språket")
@given("{person} has chosen the other language", sv="{person} har valt det andra språket")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.identity.choose_other_language()
    cast[person].browsing.read_other_language()


@given(
    "{person} has chosen the other language in User Profile",
    sv="{person} har valt det andra språket i Användarprofil",
)
def _(cast: Cast, person: str) -> None:
    cast[person].screens.profile.choose_other_language()
    cast[person].browsing.read_other_language()


@given(
    "{person} has chosen the other language in the Microsoft Teams window",
    sv="{person} har valt det andra språket i fönstret för Microsoft Teams",
)
def _(cast: Cast, person: str) -> None:
    cast[person].screens.collaboration.choose_other_language()
    cast[person].browsing.read_other_language()


@then("{person} sees Station Credentials in that language", sv="{person} ser Stationsuppgifter på det språket")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.station.shows()


@then(
    "{person} is asked for an e-mail address in that language",
    sv="{person} ombeds ange en e-postadress på det språket",
)
def _(cast: Cast, person: str) -> None:
    cast[person].screens.identity.shows_email_page()


@then(
    "{person} reads in that language that there is no such page",
    sv="{person} läser på det språket att sidan inte finns",
)
def _(cast: Cast, person: str) -> None:
    cast[person].screens.address.shows_no_such_page()


@then(
    "{person} reads in that language that the status of Microsoft Teams is Success",
    sv="{person} läser på det språket att statusen för Microsoft Teams är Lyckades",
)
def _(cast: Cast, person: str) -> None:
    cast[person].screens.collaboration.shows_success()


@then(
    "{person} reads in that language that {identity_message}",
    sv="{person} läser på det språket att {identity_message}",
)
def _(cast: Cast, person: str, identity_message: IdentityMessage) -> None:
    cast[person].screens.identity.shows_field_message(identity_message)


@then(
    "{person} reads in that language that {station_message}",
    sv="{person} läser på det språket att {station_message}",
)
def _(cast: Cast, person: str, station_message: StationMessage) -> None:
    cast[person].screens.station.shows_field_message(station_message)
