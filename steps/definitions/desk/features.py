"""Features that are unavailable, the banner that names them, and the Contacts panel."""

from deskproof.steps.cast.actors import Cast
from deskproof.steps.cast.services import Services
from deskproof.steps.gherkin.vocabulary import given, then, when
from deskproof.steps.gherkin.words import Availability, Feature


@given("the service behind {features} fails", sv="tjänsten bakom {features} svarar fel")
def _(services: Services, features: tuple[Feature, ...]) -> None:
    for feature in features:
        services.break_feature(feature)


@given("the service behind {features} fails once", sv="tjänsten bakom {features} svarar fel en gång")
def _(services: Services, features: tuple[Feature, ...]) -> None:
    for feature in features:
        services.stumble(feature)


@given(
    "it cannot be read once whether the organisation uses Microsoft Teams",
    sv="det går en gång inte att läsa om organisationen använder Microsoft Teams",
)
def _(services: Services) -> None:
    services.stumble_over_teams()


@given("the desktop layout cannot be read once", sv="skrivbordslayouten går en gång inte att läsa")
def _(services: Services) -> None:
    services.stumble_over_layouts()


@given("the administrator has mended {features}", sv="administratören har åtgärdat {features}")
def _(services: Services, features: tuple[Feature, ...]) -> None:
    for feature in features:
        services.mend_feature(feature)


@given("{person} has seen the banner name {features}", sv="{person} har sett banderollen nämna {features}")
@then("{person} sees a banner that names {features}", sv="{person} ser en banderoll som nämner {features}")
@then(
    "{person} still sees a banner that names {features}",
    sv="{person} ser fortfarande en banderoll som nämner {features}",
)
def _(cast: Cast, person: str, features: tuple[Feature, ...]) -> None:
    cast[person].screens.features.shows_banner(features)


@then("the banner stands at the top of the page of {person}", sv="banderollen står högst upp på sidan för {person}")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.features.shows_banner_at_top()


@then("{person} cannot dismiss the banner", sv="{person} kan inte stänga banderollen")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.features.shows_no_way_to_dismiss()


@then("{person} sees no banner", sv="{person} ser ingen banderoll")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.features.does_not_show_banner()


@then("{person} cannot use {feature}", sv="{person} kan inte använda {feature}")
def _(cast: Cast, person: str, feature: Feature) -> None:
    cast[person].screens.features.shows_unavailable(feature)


@then("{person} can use {feature}", sv="{person} kan använda {feature}")
def _(cast: Cast, person: str, feature: Feature) -> None:
    cast[person].screens.features.shows_working(feature)


@when("{person} opens Contacts", sv="{person} öppnar Kontakter")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.features.open_contacts()


@then(
    "{person} finds the colleague {other}, who is {availability}",
    sv="{person} hittar kollegan {other}, som är {availability}",
)
def _(cast: Cast, person: str, other: str, availability: Availability) -> None:
    cast[person].screens.features.shows_colleague(cast[other].person.name, availability)
