"""International Dialing Format and its list of countries."""

from deskproof.steps.cast.actors import Cast
from deskproof.steps.gherkin.vocabulary import given, then, when
from deskproof.steps.gherkin.vocabulary.values import Key


@when("{person} ticks International Dialing Format", sv="{person} markerar Internationellt nummerformat")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.station.tick_format()


@given(
    "{person} has unticked International Dialing Format",
    sv="{person} har avmarkerat Internationellt nummerformat",
)
@when("{person} unticks International Dialing Format", sv="{person} avmarkerar Internationellt nummerformat")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.station.untick_format()


@then(
    "{person} sees that International Dialing Format is ticked",
    sv="{person} ser att Internationellt nummerformat är markerat",
)
def _(cast: Cast, person: str) -> None:
    cast[person].screens.station.shows_format_ticked()


@given("{person} has picked the country {country}", sv="{person} har valt landet {country}")
@when("{person} picks the country {country}", sv="{person} väljer landet {country}")
def _(cast: Cast, person: str, country: str) -> None:
    cast[person].screens.station.pick_country(country)


@when("{person} looks for the country {country}", sv="{person} letar efter landet {country}")
def _(cast: Cast, person: str, country: str) -> None:
    cast[person].screens.station.search_country(country)


@given("{person} has looked for the country {country}", sv="{person} har letat efter landet {country}")
def _(cast: Cast, person: str, country: str) -> None:
    cast[person].screens.station.search_country(country)


@when(
    "{person} looks for the country {country} and presses {key}",
    sv="{person} letar efter landet {country} och trycker på {key}",
)
def _(cast: Cast, person: str, country: str, key: Key) -> None:
    cast[person].screens.station.search_country(country)
    cast[person].screens.station.press_in_countries(key)


@then("{person} sees the country {country}", sv="{person} ser landet {country}")
def _(cast: Cast, person: str, country: str) -> None:
    cast[person].screens.station.shows_picked_country(country)


@then("{person} finds the country {country}", sv="{person} hittar landet {country}")
def _(cast: Cast, person: str, country: str) -> None:
    cast[person].screens.station.shows_country(country)


@then("{person} finds these countries:", sv="{person} hittar dessa länder:")
def _(cast: Cast, person: str, datatable: list[list[str]]) -> None:
    for typed, found in datatable[1:]:
        cast[person].screens.station.search_country(typed)
        cast[person].screens.station.shows_country(found)


@then("{person} does not find the country {country}", sv="{person} hittar inte landet {country}")
def _(cast: Cast, person: str, country: str) -> None:
    cast[person].screens.station.does_not_show_country(country)


@then("{person} finds no country", sv="{person} hittar inget land")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.station.shows_no_country()


@then("{person} sees no list of countries", sv="{person} ser ingen lista över länder")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.station.shows_no_country_list()


@then("{person} sees the country code {code}", sv="{person} ser landskoden {code}")
def _(cast: Cast, person: str, code: str) -> None:
    cast[person].screens.station.shows_country_code(code)
