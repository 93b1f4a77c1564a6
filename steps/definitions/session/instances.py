"""Several instances of the desktop: tabs, windows and browsers."""

from deskproof.steps.cast.actors import Cast
from deskproof.steps.cast.services import Services
from deskproof.steps.gherkin.vocabulary import given, then, when
from deskproof.steps.gherkin.vocabulary.values import Place
from deskproof.steps.runner.clock import Clock


@when("{person} opens the desktop in {place}", sv="{person} öppnar skrivbordet i {place}")
def _(cast: Cast, person: str, place: Place) -> None:
    cast[person].browsing.open_in(place)


@given("{person} has opened the desktop in {place}", sv="{person} har öppnat skrivbordet i {place}")
def _(cast: Cast, person: str, place: Place) -> None:
    cast[person].browsing.open_in(place)
    cast[person].browsing.is_active_only_in(place)


@given("{person} has switched to {place}", sv="{person} har växlat till {place}")
@when("{person} switches to {place}", sv="{person} växlar till {place}")
def _(cast: Cast, person: str, place: Place) -> None:
    cast[person].browsing.switch_to(place)


@then("{person} sees the Multiple Sign In Alert", sv="{person} ser Varning om flera inloggningar")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.dialogs.shows_multiple_sign_in()


@then("{person} sees no Multiple Sign In Alert", sv="{person} ser ingen Varning om flera inloggningar")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.task.shows()
    cast[person].screens.dialogs.shows_no_multiple_sign_in()


@then("{person} can only answer with Continue", sv="{person} kan bara svara med Fortsätt")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.dialogs.shows_only_continue()
    cast[person].screens.dialogs.press_escape()
    cast[person].screens.dialogs.shows_multiple_sign_in()


@given("{person} has clicked Continue in {place}", sv="{person} har klickat på Fortsätt i {place}")
def _(cast: Cast, person: str, place: Place) -> None:
    cast[person].browsing.switch_to(place)
    cast[person].browsing.continue_in(place)
    cast[person].browsing.is_active_only_in(place)


@when("{person} clicks Continue", sv="{person} klickar på Fortsätt")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.dialogs.continue_here()


@when(
    "{person} clicks Continue in {place} and in {elsewhere} at the same moment",
    sv="{person} klickar på Fortsätt i {place} och i {elsewhere} i samma ögonblick",
)
def _(cast: Cast, services: Services, clock: Clock, person: str, place: Place, elsewhere: Place) -> None:
    services.delay_connections(times=2)
    cast[person].browsing.continue_in(place, elsewhere)
    services.wait_for_delayed_connections(times=2)
    clock.advance(seconds=1)


@then("{person} is active in {place} only", sv="{person} är bara aktiv i {place}")
def _(cast: Cast, person: str, place: Place) -> None:
    cast[person].browsing.is_active_only_in(place)


@then(
    "{person} is active in either {place} or {elsewhere}, and nowhere else",
    sv="{person} är aktiv antingen i {place} eller i {elsewhere}, och ingen annanstans",
)
def _(cast: Cast, person: str, place: Place, elsewhere: Place) -> None:
    cast[person].browsing.is_active_only_in(cast[person].browsing.winner_of(place, elsewhere))


@then(
    "{person} reads that they were signed out of their station",
    sv="{person} läser om sin utloggning från stationen",
)
def _(cast: Cast, person: str) -> None:
    cast[person].screens.station.shows()
    cast[person].screens.errors.shows_signed_out_note()
