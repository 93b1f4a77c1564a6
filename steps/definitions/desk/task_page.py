"""The Task page, the availability, User Profile and Sign Out."""

from deskproof.steps.cast.actors import Cast
from deskproof.steps.gherkin.vocabulary import given, then, when
from deskproof.steps.gherkin.vocabulary.values import Availability


@then("{person} sees the Task page", sv="{person} ser Uppgiftssidan")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.task.shows()


@then("{person} does not see the Task page", sv="{person} ser inte Uppgiftssidan")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.task.does_not_show()


@given("{person} has reloaded the browser", sv="{person} har läst in webbläsaren på nytt")
@when("{person} reloads the browser", sv="{person} läser in webbläsaren på nytt")
def _(cast: Cast, person: str) -> None:
    cast[person].browsing.reload()


@given("{person} has become {availability}", sv="{person} har ändrat tillgängligheten till {availability}")
@when("{person} becomes {availability}", sv="{person} ändrar tillgängligheten till {availability}")
def _(cast: Cast, person: str, availability: Availability) -> None:
    cast[person].screens.task.choose_availability(availability)
    cast[person].screens.task.shows_availability(availability)


@when("{person} chooses {availability}", sv="{person} väljer {availability}")
def _(cast: Cast, person: str, availability: Availability) -> None:
    cast[person].screens.task.choose_availability(availability)


@then("{person} is {availability}", sv="{person} är {availability}")
def _(cast: Cast, person: str, availability: Availability) -> None:
    cast[person].screens.task.shows_availability(availability)
    cast[person].facts.confirms_availability(availability)


@given("{person} has opened User Profile", sv="{person} har öppnat Användarprofil")
@when("{person} opens User Profile", sv="{person} öppnar Användarprofil")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.profile.open()


@then(
    "{person} finds User Profile in the upper right corner",
    sv="{person} hittar Användarprofil i det övre högra hörnet",
)
def _(cast: Cast, person: str) -> None:
    cast[person].screens.profile.shows_in_upper_right_corner()


@then("{person} sees their own name in User Profile", sv="{person} ser sitt eget namn i Användarprofil")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.profile.shows_name(cast[person].person.name)


@then("{person} reads {words} in User Profile", sv="{person} läser {words} i Användarprofil")
def _(cast: Cast, person: str, words: str) -> None:
    cast[person].screens.profile.shows_setting(words)


@then("{person} sees Sign Out in User Profile", sv="{person} ser Logga ut i Användarprofil")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.profile.shows_sign_out()


@when("{person} clicks Sign Out", sv="{person} klickar på Logga ut")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.profile.sign_out()


@given("{person} has signed out", sv="{person} har loggat ut")
@when("{person} signs out", sv="{person} loggar ut")
def _(cast: Cast, person: str) -> None:
    cast[person].signing_in.sign_out()
