"""Remember My Credentials, and browsers that do not keep what they are given."""

from deskproof.steps.cast.actors import Cast
from deskproof.steps.gherkin.vocabulary import given, then, when
from deskproof.steps.gherkin.words import Damage, Option, Role


@when("{person} ticks Remember My Credentials", sv="{person} markerar Kom ihåg mina autentiseringsuppgifter")
@given("{person} has ticked Remember My Credentials", sv="{person} har markerat Kom ihåg mina autentiseringsuppgifter")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.station.tick_remember()


@given(
    "{person} has unticked Remember My Credentials",
    sv="{person} har avmarkerat Kom ihåg mina autentiseringsuppgifter",
)
def _(cast: Cast, person: str) -> None:
    cast[person].screens.station.untick_remember()


@then(
    "Remember My Credentials is ticked for {person}",
    sv="Kom ihåg mina autentiseringsuppgifter är markerat för {person}",
)
def _(cast: Cast, person: str) -> None:
    cast[person].screens.station.shows_remember(True)


@then(
    "Remember My Credentials is not ticked for {person}",
    sv="Kom ihåg mina autentiseringsuppgifter är inte markerat för {person}",
)
def _(cast: Cast, person: str) -> None:
    cast[person].screens.station.shows_remember(False)


@given(
    "{person} has been signed in with {option} and the number {number}, remembered, and signed out",
    sv="{person} har varit inloggad med {option} och numret {number}, ihågkommet, och loggat ut",
)
def _(cast: Cast, person: str, option: Option, number: str) -> None:
    cast[person].signing_in.come_to_station()
    cast[person].screens.station.tick_remember()
    cast[person].signing_in.finish_station(option, number)
    cast[person].signing_in.sign_out()


@given(
    "{person} has been signed in with {option} and the number {number}, not remembered, and signed out",
    sv="{person} har varit inloggad med {option} och numret {number}, inte ihågkommet, och loggat ut",
)
def _(cast: Cast, person: str, option: Option, number: str) -> None:
    cast[person].signing_in.come_to_station()
    cast[person].signing_in.finish_station(option, number)
    cast[person].signing_in.sign_out()


@then(
    "International Dialing Format is not ticked for {person}",
    sv="Internationellt nummerformat är inte markerat för {person}",
)
def _(cast: Cast, person: str) -> None:
    cast[person].screens.station.shows_format(False)


@then("the team {team} is picked for {person}", sv="teamet {team} är valt för {person}")
def _(cast: Cast, person: str, team: str) -> None:
    cast[person].screens.station.shows_picked_team(cast[person].facts.known_team(team))


@then("no team is picked for {person}", sv="inget team är valt för {person}")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.station.shows_no_picked_team()


@then("the role {role} is chosen for {person}", sv="rollen {role} är vald för {person}")
def _(cast: Cast, person: str, role: Role) -> None:
    cast[person].screens.station.shows_role(role)


@then(
    "the browser of {person} keeps neither the password nor a token",
    sv="webbläsaren som {person} använder sparar varken lösenord eller token",
)
def _(cast: Cast, person: str) -> None:
    cast[person].storage.holds_no_secret()


@then(
    "the browser of {person} keeps the number {number}", sv="webbläsaren som {person} använder sparar numret {number}"
)
def _(cast: Cast, person: str, number: str) -> None:
    cast[person].storage.holds(number)


@given(
    "{person} is then signed in with the number {number} and signed out",
    sv="{person} har sedan loggat in med numret {number} och loggat ut",
)
def _(cast: Cast, person: str, number: str) -> None:
    cast[person].screens.station.enter_number(number)
    cast[person].screens.station.submit()
    cast[person].screens.task.shows()
    cast[person].signing_in.sign_out()


@given("{person} has moved to a fresh browser", sv="{person} har bytt till en ny webbläsare")
def _(cast: Cast, person: str) -> None:
    cast[person].browsing.start_over()


@given(
    "the browser of {person} has kept {damage} in place of the credentials",
    sv="webbläsaren som {person} använder har sparat {damage} i stället för uppgifterna",
)
def _(cast: Cast, person: str, damage: Damage) -> None:
    cast[person].storage.damage_remembered(damage)


# browsers that refuse


@given("the storage of the browser of {person} is full", sv="lagringen i webbläsaren som {person} använder är full")
def _(cast: Cast, person: str) -> None:
    cast[person].storage.fill()


@given("the browser of {person} has no local storage", sv="webbläsaren som {person} använder saknar lokal lagring")
def _(cast: Cast, person: str) -> None:
    cast[person].storage.switch_off()


@given(
    "the browser of {person} has begun to block site data",
    sv="webbläsaren som {person} använder har börjat blockera webbplatsdata",
)
def _(cast: Cast, person: str) -> None:
    cast[person].storage.block()


@given("{person} has allowed site data again", sv="{person} har tillåtit webbplatsdata igen")
def _(cast: Cast, person: str) -> None:
    cast[person].storage.allow()


@given(
    "{person} has cleared the browser's cache and site data",
    sv="{person} har rensat webbläsarens cacheminne och webbplatsdata",
)
def _(cast: Cast, person: str) -> None:
    cast[person].storage.clear()


@given(
    "{person} has sat down at the browser of {other}", sv="{person} har satt sig vid webbläsaren som {other} använder"
)
def _(cast: Cast, person: str, other: str) -> None:
    cast[person].browsing.sit_down_at(cast[other].browsing)


@then("{person} reads that the credentials were not saved", sv="{person} läser att uppgifterna inte sparades")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.trouble.shows_not_saved()


@then("{person} reads nothing about credentials not saved", sv="{person} läser inget om uppgifter som inte sparades")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.task.shows()
    cast[person].screens.trouble.does_not_show_not_saved()


@given(
    "{person} has read that the browser does not let the desktop keep the sign-in",
    sv="{person} har läst att webbläsaren inte låter skrivbordet spara inloggningen",
)
@then(
    "{person} reads that the browser does not let the desktop keep the sign-in",
    sv="{person} läser att webbläsaren inte låter skrivbordet spara inloggningen",
)
def _(cast: Cast, person: str) -> None:
    cast[person].screens.trouble.shows_storage_refused()
