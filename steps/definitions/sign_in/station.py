"""Station Credentials: the option, the number, and Submit."""

from deskproof.steps.cast.actors import Cast
from deskproof.steps.gherkin.vocabulary import given, then, when
from deskproof.steps.gherkin.vocabulary.messages import StationMessage
from deskproof.steps.gherkin.vocabulary.values import Option
from deskproof.steps.gherkin.vocabulary.writing import in_scripts


@given("{person} is at Station Credentials", sv="{person} är vid Stationsuppgifter")
@when("{person} comes to Station Credentials", sv="{person} kommer till Stationsuppgifter")
def _(cast: Cast, person: str) -> None:
    cast[person].signing_in.reach_station()


@then("{person} sees Station Credentials", sv="{person} ser Stationsuppgifter")
@then("{person} still sees Station Credentials", sv="{person} ser fortfarande Stationsuppgifter")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.station.shows()


@then("{person} no longer sees Station Credentials", sv="{person} ser inte längre Stationsuppgifter")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.station.does_not_show()


# the option


@given("{person} has chosen {option}", sv="{person} har valt {option}")
@when("{person} chooses {option}", sv="{person} väljer {option}")
def _(cast: Cast, person: str, option: Option) -> None:
    cast[person].screens.station.choose(option)


@then("{person} sees that {option} is chosen", sv="{person} ser att {option} är valt")
def _(cast: Cast, person: str, option: Option) -> None:
    cast[person].screens.station.shows_chosen(option)


@then("{person} is offered {options}", sv="{person} erbjuds {options}")
def _(cast: Cast, person: str, options: tuple[Option, ...]) -> None:
    cast[person].screens.station.shows_options(options)


# the number


@given("{person} has entered the number {number}", sv="{person} har angett numret {number}")
@when("{person} enters the number {number}", sv="{person} anger numret {number}")
def _(cast: Cast, person: str, number: str) -> None:
    cast[person].screens.station.enter_number(number)


@when(
    "{person} enters the number {number} in digits of {scripts}",
    sv="{person} anger numret {number} med siffror från {scripts}",
)
def _(cast: Cast, person: str, number: str, scripts: str) -> None:
    cast[person].screens.station.enter_number(in_scripts(number, scripts))


@then("{person} sees the number {number} under {option}", sv="{person} ser numret {number} under {option}")
def _(cast: Cast, person: str, number: str, option: Option) -> None:
    cast[person].signing_in.choose_option(option).shows_number(number)


@then("{person} sees no number under {option}", sv="{person} ser inget nummer under {option}")
def _(cast: Cast, person: str, option: Option) -> None:
    cast[person].signing_in.choose_option(option).shows_number("")


@then("{person} can edit the number under {option}", sv="{person} kan ändra numret under {option}")
def _(cast: Cast, person: str, option: Option) -> None:
    cast[person].signing_in.choose_option(option).shows_number_editable()


@then("{person} cannot edit the number under {option}", sv="{person} kan inte ändra numret under {option}")
def _(cast: Cast, person: str, option: Option) -> None:
    cast[person].signing_in.choose_option(option).shows_number_read_only()


@then("{person} is asked for a number under {option}", sv="{person} ombeds ange ett nummer under {option}")
def _(cast: Cast, person: str, option: Option) -> None:
    cast[person].screens.station.shows_number_field(option)


@then("{person} is not asked for a number", sv="{person} ombeds inte ange något nummer")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.station.shows_no_number_field()


# Submit and Cancel


@when(
    "{person} clears the number under {option} and types {number}",
    sv="{person} rensar numret under {option} och skriver {number}",
)
def _(cast: Cast, person: str, option: Option, number: str) -> None:
    cast[person].screens.station.retype_number(option, number)


@when("{person} submits Station Credentials", sv="{person} skickar Stationsuppgifter")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.station.submit()


@when("{person} signs in with the number {number}", sv="{person} loggar in med numret {number}")
@when("{person} tries to sign in with the number {number}", sv="{person} försöker logga in med numret {number}")
@given("{person} has tried to sign in with the number {number}", sv="{person} har försökt logga in med numret {number}")
def _(cast: Cast, person: str, number: str) -> None:
    cast[person].screens.station.enter_number(number)
    cast[person].screens.station.submit()


@when("{person} signs in with {option}", sv="{person} loggar in med {option}")
def _(cast: Cast, person: str, option: Option) -> None:
    cast[person].signing_in.submit_station(option)


@given("{person} has cancelled Station Credentials", sv="{person} har avbrutit Stationsuppgifter")
@when("{person} cancels Station Credentials", sv="{person} avbryter Stationsuppgifter")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.station.cancel()


@when(
    "{person} signs in with the number {number} between invisible characters",
    sv="{person} loggar in med numret {number} mellan osynliga tecken",
)
def _(cast: Cast, person: str, number: str) -> None:
    cast[person].screens.station.enter_number(f"\u202a\ufeff\u200b{number}\u00ad\u200b\u202c")
    cast[person].screens.station.submit()


@then("{person} reads next to the number {words}", sv="{person} läser vid numret {words}")
def _(cast: Cast, person: str, words: str) -> None:
    cast[person].screens.station.shows_number_message(words)


@then("{person} reads no message about the number", sv="{person} läser inget meddelande om numret")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.station.shows_no_number_message()


@then("{person} reads that {station_message}", sv="{person} läser att {station_message}")
def _(cast: Cast, person: str, station_message: StationMessage) -> None:
    cast[person].screens.station.shows_field_message(station_message)
