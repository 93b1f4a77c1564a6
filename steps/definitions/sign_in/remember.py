"""Remember My Credentials, and browsers that cannot save them."""

from deskproof.steps.cast.actors import Cast
from deskproof.steps.gherkin.vocabulary import given, then, when
from deskproof.steps.gherkin.vocabulary.values import Damage, Option, Role


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
    "{person} sees that Remember My Credentials is ticked",
    sv="{person} ser att Kom ihåg mina autentiseringsuppgifter är markerat",
)
def _(cast: Cast, person: str) -> None:
    cast[person].screens.station.shows_remember(True)


@then(
    "{person} sees that Remember My Credentials is not ticked",
    sv="{person} ser att Kom ihåg mina autentiseringsuppgifter inte är markerat",
)
def _(cast: Cast, person: str) -> None:
    cast[person].screens.station.shows_remember(False)


@given(
    "{person} has ticked Remember My Credentials, signed in with {option} and the number {number}, and signed out",
    sv="{person} har markerat Kom ihåg mina autentiseringsuppgifter, loggat in med {option} och numret {number} "
    "och loggat ut",
)
def _(cast: Cast, person: str, option: Option, number: str) -> None:
    cast[person].signing_in.reach_station()
    cast[person].screens.station.tick_remember()
    cast[person].signing_in.finish_station(option, number)
    cast[person].signing_in.sign_out()


@given(
    "{person} has signed in with {option} and the number {number}, without Remember My Credentials, and signed out",
    sv="{person} har loggat in med {option} och numret {number}, utan Kom ihåg mina autentiseringsuppgifter, "
    "och loggat ut",
)
def _(cast: Cast, person: str, option: Option, number: str) -> None:
    cast[person].signing_in.reach_station()
    cast[person].signing_in.finish_station(option, number)
    cast[person].signing_in.sign_out()


@then(
    "{person} sees that International Dialing Format is not ticked",
    sv="{person} ser att Internationellt nummerformat inte är markerat",
)
def _(cast: Cast, person: str) -> None:
    cast[person].screens.station.shows_format(False)


@then("{person} sees that the team {team} is picked", sv="{person} ser att teamet {team} är valt")
def _(cast: Cast, person: str, team: str) -> None:
    cast[person].screens.station.shows_picked_team(cast[person].facts.known_team(team))


@then("{person} sees that no team is picked", sv="{person} ser att inget team är valt")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.station.shows_no_picked_team()


@then("{person} sees that the role {role} is chosen", sv="{person} ser att rollen {role} är vald")
def _(cast: Cast, person: str, role: Role) -> None:
    cast[person].screens.station.shows_role(role)


@then(
    "{person}'s browser stores neither the password nor a token",
    sv="{person}s webbläsare sparar varken lösenord eller token",
)
def _(cast: Cast, person: str) -> None:
    cast[person].storage.confirms_no_secret()


@then("{person}'s browser stores the number {number}", sv="{person}s webbläsare sparar numret {number}")
def _(cast: Cast, person: str, number: str) -> None:
    cast[person].storage.confirms_stored(number)


@given(
    "{person} has then signed in with the number {number} and signed out",
    sv="{person} har sedan loggat in med numret {number} och loggat ut",
)
def _(cast: Cast, person: str, number: str) -> None:
    cast[person].screens.station.enter_number(number)
    cast[person].screens.station.submit()
    cast[person].screens.task.shows()
    cast[person].signing_in.sign_out()


@given("{person} has switched to a new browser", sv="{person} har bytt till en ny webbläsare")
def _(cast: Cast, person: str) -> None:
    cast[person].browsing.start_over()


@given(
    "{person}'s browser has stored {damage} in place of the credentials",
    sv="{person}s webbläsare har sparat {damage} i stället för uppgifterna",
)
def _(cast: Cast, person: str, damage: Damage) -> None:
    cast[person].storage.damage_stored_credentials(damage)


# browsers that refuse


@given("the storage of {person}'s browser is full", sv="lagringen i {person}s webbläsare är full")
def _(cast: Cast, person: str) -> None:
    cast[person].storage.fill()


@given("{person}'s browser has no local storage", sv="{person}s webbläsare saknar lokal lagring")
def _(cast: Cast, person: str) -> None:
    cast[person].storage.switch_off()


@given(
    "{person}'s browser has begun to block site data",
    sv="{person}s webbläsare har börjat blockera webbplatsdata",
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


@given("{person} has sat down at {other}'s browser", sv="{person} har satt sig vid {other}s webbläsare")
def _(cast: Cast, person: str, other: str) -> None:
    cast[person].browsing.use_browser_of(cast[other].browsing)


@then("{person} reads that the credentials were not saved", sv="{person} läser att uppgifterna inte sparades")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.errors.shows_not_saved()


@then("{person} reads nothing about unsaved credentials", sv="{person} läser inget om osparade uppgifter")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.task.shows()
    cast[person].screens.errors.does_not_show_not_saved()


@given(
    "{person} has read that the browser does not let the desktop save the sign-in",
    sv="{person} har läst att webbläsaren inte låter skrivbordet spara inloggningen",
)
@then(
    "{person} reads that the browser does not let the desktop save the sign-in",
    sv="{person} läser att webbläsaren inte låter skrivbordet spara inloggningen",
)
def _(cast: Cast, person: str) -> None:
    cast[person].screens.errors.shows_storage_refused()
