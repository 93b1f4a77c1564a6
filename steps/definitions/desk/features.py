"""Features that are unavailable, the banner that names them, and the Contacts panel."""

from deskproof.steps.cast.actors import Cast
from deskproof.steps.cast.services import Services
from deskproof.steps.gherkin.vocabulary import given, then, when
from deskproof.steps.gherkin.vocabulary.values import Availability, Feature


@given("the service behind {features} fails", sv="tjänsten bakom {features} svarar fel")
def _(services: Services, features: tuple[Feature, ...]) -> None:
    for feature in features:
        services.break_feature(feature)


@given("the service behind {features} fails once", sv="tjänsten bakom {features} svarar fel en gång")
def _(services: Services, features: tuple[Feature, ...]) -> None:
    for feature in features:
        services.fail_feature_once(feature)


@given(
    "the organisation's Microsoft Teams setting cannot be read the first time",
    sv="organisationens inställning för Microsoft Teams går inte att läsa första gången",
)
def _(services: Services) -> None:
    services.fail_teams_connector_once()


@given("the desktop layout cannot be read the first time", sv="skrivbordslayouten går inte att läsa första gången")
def _(services: Services) -> None:
    services.fail_layout_once()


@given("the administrator has fixed {features}", sv="administratören har fått {features} att fungera igen")
def _(services: Services, features: tuple[Feature, ...]) -> None:
    for feature in features:
        services.repair_feature(feature)


@given("{person} has seen a banner that names {features}", sv="{person} har sett en banderoll som nämner {features}")
@then("{person} sees a banner that names {features}", sv="{person} ser en banderoll som nämner {features}")
@then(
    "{person} still sees a banner that names {features}",
    sv="{person} ser fortfarande en banderoll som nämner {features}",
)
def _(cast: Cast, person: str, features: tuple[Feature, ...]) -> None:
    cast[person].screens.features.shows_banner(features)


@then("{person} sees the banner at the top of the page", sv="{person} ser banderollen högst upp på sidan")
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
