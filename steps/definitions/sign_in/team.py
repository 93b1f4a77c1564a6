"""The team to work for and the role to sign in as."""

from deskproof.steps.cast.actors import Cast
from deskproof.steps.cast.administrator import Administrator
from deskproof.steps.gherkin.vocabulary import given, then, when
from deskproof.steps.gherkin.vocabulary.tables import column
from deskproof.steps.gherkin.vocabulary.values import Key, Role


@given("the administrator has put {person} in these teams:", sv="administratören har placerat {person} i dessa team:")
def _(administrator: Administrator, person: str, datatable: list[list[str]]) -> None:
    administrator.set_teams(person, [name for (name,) in datatable])


@given("the administrator has put {person} in {count} teams", sv="administratören har placerat {person} i {count} team")
def _(administrator: Administrator, person: str, count: int) -> None:
    administrator.set_teams(person, [f"Team {number}" for number in range(1, count + 1)])


@when("{person} opens the list of teams", sv="{person} öppnar listan över team")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.station.open_teams()


@when("{person} clears the team and types {text}", sv="{person} rensar teamet och skriver {text}")
def _(cast: Cast, person: str, text: str) -> None:
    cast[person].screens.station.retype_team(text)


@given("{person} has picked the team {team}", sv="{person} har valt teamet {team}")
@when("{person} picks the team {team}", sv="{person} väljer teamet {team}")
def _(cast: Cast, person: str, team: str) -> None:
    cast[person].signing_in.pick_team(team)


@when("{person} looks for the team {team}", sv="{person} letar efter teamet {team}")
def _(cast: Cast, person: str, team: str) -> None:
    cast[person].screens.station.search_team(team)


@given(
    "{person} has looked for the team {team} and pressed {key}",
    sv="{person} har letat efter teamet {team} och tryckt på {key}",
)
@when(
    "{person} looks for the team {team} and presses {key}",
    sv="{person} letar efter teamet {team} och trycker på {key}",
)
def _(cast: Cast, person: str, team: str, key: Key) -> None:
    cast[person].screens.station.search_team(team)
    cast[person].screens.station.press_in_teams(key)


@given(
    "{person} has looked for the team {text} and picked {team}",
    sv="{person} har letat efter teamet {text} och valt {team}",
)
def _(cast: Cast, person: str, text: str, team: str) -> None:
    cast[person].screens.station.search_team(text)
    cast[person].screens.station.pick_listed_team(cast[person].facts.known_team(team))


@then("{person} finds these teams:", sv="{person} hittar dessa team:")
def _(cast: Cast, person: str, datatable: list[list[str]]) -> None:
    cast[person].screens.station.shows_teams([cast[person].facts.known_team(name) for name in column(datatable)])


@then("{person} finds the team {team}", sv="{person} hittar teamet {team}")
def _(cast: Cast, person: str, team: str) -> None:
    cast[person].screens.station.shows_team(cast[person].facts.known_team(team))


@then("{person} does not find the team {team}", sv="{person} hittar inte teamet {team}")
def _(cast: Cast, person: str, team: str) -> None:
    cast[person].screens.station.does_not_show_team(cast[person].facts.known_team(team))


@then("{person} finds no team", sv="{person} hittar inget team")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.station.shows_no_team()


@then("{person} is asked for a team", sv="{person} ombeds välja ett team")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.station.shows_team_field()


@then("{person} is not asked for a team", sv="{person} ombeds inte välja något team")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.station.shows_no_team_field()


@given("{person} has chosen the role {role}", sv="{person} har valt rollen {role}")
@when("{person} chooses the role {role}", sv="{person} väljer rollen {role}")
def _(cast: Cast, person: str, role: Role) -> None:
    cast[person].screens.station.choose_role(role)


@then("{person} is not asked for a role", sv="{person} ombeds inte välja någon roll")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.station.shows_no_role_field()
