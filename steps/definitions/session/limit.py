"""The session limit: inactivity, its warning, and the end."""

from deskproof.steps.cast.actors import Cast
from deskproof.steps.cast.administrator import Administrator
from deskproof.steps.gherkin.vocabulary import given, then, when
from deskproof.steps.runner.clock import Clock, whole_minutes


@given(
    "the administrator has limited inactivity to {duration}",
    sv="administratören har begränsat inaktivitet till {duration}",
)
def _(administrator: Administrator, duration: int) -> None:
    administrator.limit_inactivity(minutes=whole_minutes(duration))


@given(
    "the administrator has limited inactivity to {duration} in the agents' profile",
    sv="administratören har begränsat inaktivitet till {duration} i agenternas profil",
)
def _(administrator: Administrator, duration: int) -> None:
    administrator.limit_inactivity_in_profile(minutes=whole_minutes(duration))


@given("{person} has done nothing for {duration}", sv="{person} har inte gjort något på {duration}")
@when("{person} does nothing for {duration}", sv="{person} inte gör något på {duration}")
def _(clock: Clock, person: str, duration: int) -> None:
    clock.advance(duration)


@given("{person} has moved the mouse", sv="{person} har rört musen")
def _(cast: Cast, person: str) -> None:
    cast[person].window.move_mouse()


@then(
    "{person} is warned of inactivity with {duration} left",
    sv="{person} varnas för inaktivitet med {duration} kvar",
)
def _(cast: Cast, person: str, duration: int) -> None:
    cast[person].screens.dialogs.shows_inactivity(duration)


@then("{person} is not warned of inactivity", sv="{person} varnas inte för inaktivitet")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.task.shows()
    cast[person].screens.dialogs.shows_no_inactivity()


@when("{person} chooses Stay Signed In", sv="{person} väljer Förbli inloggad")
@given("{person} has chosen Stay Signed In", sv="{person} har valt Förbli inloggad")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.dialogs.stay_signed_in()
    cast[person].screens.dialogs.shows_no_inactivity()


@given("{person} has been refused Sign Out in the warning", sv="{person} har nekats att logga ut i varningen")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.dialogs.sign_out()
    cast[person].screens.calls.shows_sign_out_refused()


@when("{person} chooses Sign Out in the warning", sv="{person} väljer Logga ut i varningen")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.dialogs.sign_out()


@given("{person} has reached the session limit", sv="{person} har nått sessionens tidsgräns")
@then("{person} reads that the session limit was reached", sv="{person} läser att sessionens tidsgräns har nåtts")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.dialogs.shows_limit_reached()


@then(
    "{person}'s session has ended with the reason {text}",
    sv="{person}s session har avslutats med orsaken {text}",
)
def _(cast: Cast, person: str, text: str) -> None:
    cast[person].facts.confirms_sign_out_reason(text)


@then("{person}'s session continues", sv="{person}s session fortsätter")
def _(cast: Cast, person: str) -> None:
    cast[person].facts.confirms_session()


@when("{person} confirms with OK", sv="{person} bekräftar med OK")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.dialogs.confirm()
