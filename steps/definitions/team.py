"""The team to work for and the role to sign in as."""

from steps.actors import Cast
from steps.tables import column
from steps.vocabulary import given, then, when
from steps.words import Role


@when("{person} opens the list of teams", sv="{person} öppnar listan över team")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.station.open_teams()


@given("{person} has picked the team {team}", sv="{person} har valt teamet {team}")
def _(cast: Cast, person: str, team: str) -> None:
    cast[person].pick_team(team)


@when("{person} looks for the team {team}", sv="{person} letar efter teamet {team}")
def _(cast: Cast, person: str, team: str) -> None:
    cast[person].screens.station.look_for_team(team)


@given(
    "{person} has looked for the team {text} and picked {team}",
    sv="{person} har letat efter teamet {text} och valt {team}",
)
def _(cast: Cast, person: str, text: str, team: str) -> None:
    cast[person].screens.station.look_for_team(text)
    cast[person].screens.station.take_team(cast[person].facts.known_team(team))


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


@then("{person} is asked for no team", sv="{person} ombeds inte välja något team")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.station.shows_no_team_field()


@then("{person} reads a message about the team", sv="{person} läser ett meddelande om teamet")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.station.shows_team_refused()


@given("{person} has chosen the role {role}", sv="{person} har valt rollen {role}")
@when("{person} chooses the role {role}", sv="{person} väljer rollen {role}")
def _(cast: Cast, person: str, role: Role) -> None:
    cast[person].screens.station.choose_role(role)


@then("{person} is asked for no role", sv="{person} ombeds inte välja någon roll")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.station.shows_no_role_field()
