"""Being signed in to a station, as the screen shows it and as the tenant has it."""

from deskproof.steps.cast.actors import Cast
from deskproof.steps.gherkin.vocabulary import given, then, when
from deskproof.steps.gherkin.vocabulary.values import Option, Role
from deskproof.steps.runner.clock import Clock


@given("{person} is signed in", sv="{person} är inloggad")
@when("{person} signs in to a station", sv="{person} loggar in på en station")
def _(cast: Cast, person: str) -> None:
    cast[person].signing_in.sign_in()


@given("{person}'s clock is {duration} fast", sv="{person}s klocka går {duration} före")
def _(cast: Cast, clock: Clock, person: str, duration: int) -> None:
    clock.set_wrong(cast[person].browsing.page.context, duration)


@given("{person}'s clock is {duration} slow", sv="{person}s klocka går {duration} efter")
def _(cast: Cast, clock: Clock, person: str, duration: int) -> None:
    clock.set_wrong(cast[person].browsing.page.context, -duration)


@given("{person} is signed in with the number {number}", sv="{person} är inloggad med numret {number}")
def _(cast: Cast, person: str, number: str) -> None:
    cast[person].signing_in.sign_in(Option.DIAL_NUMBER, number)


@given("{person} is signed in with the extension {number}", sv="{person} är inloggad med anknytningen {number}")
def _(cast: Cast, person: str, number: str) -> None:
    cast[person].signing_in.sign_in(Option.EXTENSION, number)


@given("{person} has signed in with {option}", sv="{person} har loggat in med {option}")
def _(cast: Cast, person: str, option: Option) -> None:
    cast[person].signing_in.submit_station(option)
    cast[person].screens.task.shows()


@then(
    "{person} is signed in with the dial number {number}",
    sv="{person} är inloggad med uppringningsnumret {number}",
)
def _(cast: Cast, person: str, number: str) -> None:
    cast[person].screens.task.shows()
    cast[person].facts.confirms_station(Option.DIAL_NUMBER, number)
    cast[person].facts.confirms_sent(cast[person].browsing.sent_station(), number)


@then("{person} is signed in with the extension {number}", sv="{person} är inloggad med anknytningen {number}")
def _(cast: Cast, person: str, number: str) -> None:
    cast[person].screens.task.shows()
    cast[person].facts.confirms_station(Option.EXTENSION, number)
    cast[person].facts.confirms_sent(cast[person].browsing.sent_station(), number)


@then("{person} is signed in with Desktop", sv="{person} är inloggad med Skrivbord")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.task.shows()
    cast[person].facts.confirms_desktop(cast[person].person.agent_id)


@then("{person} is signed in to the team {team}", sv="{person} är inloggad i teamet {team}")
def _(cast: Cast, person: str, team: str) -> None:
    cast[person].screens.task.shows()
    cast[person].facts.confirms_team(team)


@then("{person} is not signed in to a team", sv="{person} är inte inloggad i något team")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.task.shows()
    cast[person].facts.confirms_team(None)


@then("{person} is signed in as {role}", sv="{person} är inloggad som {role}")
def _(cast: Cast, person: str, role: Role) -> None:
    cast[person].screens.task.shows()
    cast[person].facts.confirms_role(role)


@then("{person} is still signed in", sv="{person} är fortfarande inloggad")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.task.shows()
    cast[person].facts.confirms_session()


@then("{person} is not signed in", sv="{person} är inte inloggad")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.task.does_not_show()
    cast[person].facts.confirms_no_session()


@then("{person} is signed out", sv="{person} är utloggad")
def _(cast: Cast, person: str) -> None:
    cast[person].facts.wait_until_signed_out()
    cast[person].screens.identity.shows_email_page()
